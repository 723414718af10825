"""Accordions: sections that a button opens. What the button says is the section's heading, and not a control's word.

Questions and answers are often built so: ``<h3><button aria-expanded="false">Is it safe?</button></h3>``. Words of
controls are no story; without these, the answers would stand there and nobody would know to which question.

Source:
    WAI-ARIA Authoring Practices Guide, "Accordion Pattern": each header is a button, wrapped in a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import Surroundings

__all__ = ["heads_of_chosen"]

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_QUESTION = tuple("?？؟;՞")
"""Marks that end a question; in Greek a semicolon does."""
_NEAR = 3
"""Elements around a button among which its heading is looked for."""


def heads_of_chosen(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[int]:
    """Yield the unit that is the head of each section of an accordion that begins with something chosen.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    for button in scene.page.find("button"):
        low, high = scene.range_of(button)
        if high - low == 1 and high < len(chosen) and chosen[high] and _opens_section(scene, button, low):
            yield low


def _opens_section(scene: Surroundings, button: int, unit: int) -> bool:
    text = scene.units.text[unit]
    if not any(map(str.isalpha, text)) or is_furniture(text, 0):
        return False
    opens = "aria-expanded" in scene.page.attributes[button]
    return (opens and (text.endswith(_QUESTION) or _controls_next(scene, button, unit))) or _is_heading(scene, button)


def _controls_next(scene: Surroundings, button: int, unit: int) -> bool:
    """Tell whether a button says that it opens what stands right after it."""
    page = scene.page
    name = page.attributes[button].get("aria-controls", "")
    node = scene.units.box[unit + 1]
    for _ in range(_NEAR + 1):
        if node < button:
            return False
        if name and page.attributes[node].get("id") == name:
            return True
        node = page.parents[node]
    return False


def _is_heading(scene: Surroundings, button: int) -> bool:
    """Tell whether a heading is in a button, or the button is all that a heading says."""
    page = scene.page
    if not _HEADINGS.isdisjoint(page.tags[button + 1 : page.ends[button]]):
        return True
    node = button
    for _ in range(_NEAR):
        node = page.parents[node]
        if node < 0:
            return False
        if page.tags[node] in _HEADINGS:
            low, high = scene.range_of(node)
            return high - low == 1
    return False
