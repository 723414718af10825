"""Pages that are one piece of preformatted text: a text file as a browser shows it, a mail archive."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.article import Article
from a11ynews.model.findings import Removed
from a11ynews.read.scene.features import Surroundings
from a11ynews.tree.page import Page

__all__ = ["read_preformatted"]

_MOST = 0.8
"""Share of the page's characters from which a ``pre`` is the page."""


def read_preformatted(page: Page, scene: Surroundings) -> Article | None:
    """Read a page whose text is nearly all in one ``pre``, as plain text; None for other pages.

    Code is not read so: a ``pre`` with elements inside, or with a ``class``, has markup of its own.
    """
    found = list(page.find("pre"))
    if len(found) != 1 or page.attributes[found[0]].get("class"):
        return None
    low, high = scene.range_of(found[0])
    everything = sum(scene.lengths)
    if high - low != 1 or sum(scene.lengths[low:high]) < _MOST * everything:
        return None
    if any(page.tags[found[0] + 1 : page.ends[found[0]]]):
        return None
    from a11ynews.read.plain import read_plain  # noqa: PLC0415 - few pages are so, and it is a tenth of the start

    article = read_plain(page.text(found[0]), page.url)
    others = tuple(
        Removed(
            text=text,
            kind="other",
            reason="Stands beside the text that the page consists of.",
            where=page.where(scene.units.box[unit]),
            rule="beside-preformatted",
        )
        for unit, text in enumerate(scene.units.text)
        if not low <= unit < high
    )
    return replace(article, removed=(*article.removed, *others), warnings=(*page.notices, *article.warnings))
