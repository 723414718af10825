"""The limits that can be kept only once the page is there: the size of data scripts, and the time.

A limit on time that interrupts would have to be asked at every step, and would give another
article on each run. Instead what is left of the work is foreseen from what the tree has cost, and
a page that would take too long is read in part.
"""

from __future__ import annotations

from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page

__all__ = ["READING_PER_TREE", "foreseen_s", "keep_within"]

READING_PER_TREE = 25.0
"""Reading costs at most so many times what its tree cost: 7 times at the median of the corpora, 22 times at the worst
of the recipes of many nodes in ``tests/hostile`` (paragraphs that are never closed; November 2026)."""


def foreseen_s(spent_s: float) -> float:
    """Return the CPU seconds that all of a reading takes at most, by what its tree took.

    Example:
        >>> foreseen_s(0.1)
        2.6
    """
    return spent_s * (1 + READING_PER_TREE)


def keep_within(page: Page, limits: Limits, spent_s: float) -> None:
    """Cut down a page that would take too long or carries too much data; its notices say so.

    Args:
        page: A page that nobody has read yet.
        limits: ``max_json_ld`` and ``max_seconds`` count here.
        spent_s: CPU seconds that it took so far.

    Raises:
        LimitError: If something is over a limit and ``limits.strict``.
    """
    _drop_long_data(page, limits)
    foreseen = foreseen_s(spent_s)
    if foreseen > limits.max_seconds and len(page) > 1:
        keep = max(1, int(len(page) * max(0.0, limits.max_seconds - spent_s) / (foreseen - spent_s)))
        message = (
            f"Only the first {keep:,} of {len(page):,} nodes were read: "
            f"all would take more than {limits.max_seconds:g} seconds."
        )
        page.notices.append(limits.hit("seconds", message))
        page.cut(keep)


def _drop_long_data(page: Page, limits: Limits) -> None:
    """Empty the data scripts that are over the limit: the beginning of a JSON text is none."""
    for node in page.find("script"):
        text = node + 1
        if page.ends[node] <= text or len(page.texts[text]) <= limits.max_json_ld:
            continue
        if "json" in page.attributes[node].get("type", "").lower():
            message = (
                f"A script of {len(page.texts[text]):,} characters of data was not read: "
                f"the most are {limits.max_json_ld:,}."
            )
            page.notices.append(limits.hit("json_ld", message))
            page.texts[text] = ""
