"""What an element was not made into, for those who ask why."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["WHAT", "Refusal"]

WHAT: Final = {
    "heading-relevelled": "heading at another level",
    "heading-too-long": "no heading",
    "heading-is-dateline": "no heading but a dateline",
    "heading-is-item": "no heading but all of a list's item",
    "heading-is-quote": "no heading but a pull quote",
    "layout-role": "no table",
    "layout-one-column": "no table",
    "layout-nested": "no table",
    "layout-equation": "no table but a formula",
    "layout-lists": "no table but lists",
    "heading-is-label": "no heading but a label",
    "layout-code": "no table but code",
    "layout-callout": "no table but a note set apart",
    "layout-notes": "no table but notes",
    "layout-big-things": "no table",
    "layout-running-text": "no table",
    "picture-shows-nothing": "no picture",
    "picture-without-address": "lost picture",
}
"""For each rule that refuses, what became of the element instead."""


class Refusal(NamedTuple):
    """One refusal: the element, and the rule that decided."""

    node: int
    rule: str

    @property
    def what(self) -> str:
        """What the element is not, or what it is instead."""
        return WHAT[self.rule]
