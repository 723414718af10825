"""Short boxes in and under a story: notes on its own text, key points, answers that open, the halves of a verdict.

The classifier finds them too short, or too far down. What vouches for each is what it says of itself, right beside
text of the story: "Correction: ...", "Key points" over a list, a summary that opens two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.build.labels import label_kind, title_kind
from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label, fold, words

__all__ = ["halves_of_verdict", "key_points", "notes_on_text", "opened_on_request"]

_NEAR = 8
"""Units between the last text of a story and a note on it: pictures' captions, a list of topics, buttons."""
_BESIDE = 3
_BEFORE = 40
"""Units between key points and the first text of the story: a byline, buttons, a picture, more points."""
_LARGEST = 12
"""Units of a box."""
_SHORTEST = 30
"""Characters of a note with its label."""
_LONGEST_LABEL = 40
_OF_THE_SITE = sum(
    map(bit, ("nav", "comment", "advert", "related", "control", "recommend", "promo", "newsletter", "consent", "dialog",
              "hidden", "share", "form", "noscript", "navigation", "page-head", "biography", "ticker"))
)  # fmt: skip


def notes_on_text(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each correction, editor's note or update close after text of the story.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
    """
    texts, flags, foreign = scene.units.text, scene.units.flags, _OF_THE_SITE & ~scene.shared_flags
    last = -_NEAR
    for unit, text in enumerate(texts):
        if chosen[unit]:
            last = unit
        elif unit - last <= _NEAR and not flags[unit] & foreign and scene.shares[unit] < MOSTLY_LINKS:
            if sum(map(str.isalpha, text)) >= _SHORTEST and label_kind(text):
                last = unit
                yield unit, unit + 1
            elif len(text) <= _LONGEST_LABEL and title_kind(text) and _is_said(scene, unit + 1, foreign):
                last = unit + 1
                yield unit, unit + 2


def _is_said(scene: Surroundings, unit: int, foreign: int) -> bool:
    """Tell whether a unit is text under a label: no link and not the site's."""
    if unit >= len(scene.units.text) or scene.units.flags[unit] & foreign:
        return False
    return len(scene.units.text[unit]) >= _SHORTEST and scene.shares[unit] < MOSTLY_LINKS


def opened_on_request(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each small ``details`` right after text of the story: an answer, a transcript, a note."""
    page, flags = scene.page, scene.units.node_flags
    foreign = _OF_THE_SITE & ~scene.shared_flags
    for node in page.find("details"):
        low, high = scene.range_of(node)
        if not 1 < high - low <= _LARGEST or any(chosen[low:high]) or flags[node] & foreign:
            continue
        if not any(chosen[max(0, low - _BESIDE) : low]) or scene.range_of(page.parents[node])[0] == low:
            continue
        text, totals = scene.units.text[low], scene.totals(node)
        if totals.linked < MOSTLY_LINKS * totals.length and not find_label(text) and not is_furniture(text, 0):
            yield low, high


def key_points(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of a list under "Key points" or the like, above the first text of the story or in it."""
    first = next((unit for unit, keep in enumerate(chosen) if keep), -1)
    if first < 0:
        return
    page, names, foreign = scene.page, words("sections", "key_points"), _OF_THE_SITE & ~scene.shared_flags
    for node in page.find("ul"):
        low, high = scene.range_of(node)
        if not low >= 1 or not 1 < high - low <= _LARGEST or not first - _BEFORE <= low or all(chosen[low:high]):
            continue
        if low > first and not any(chosen[high : high + _BESIDE]):
            continue
        text, totals = scene.units.text[low - 1], scene.totals(node)
        if len(text) > _LONGEST_LABEL or fold(text) not in names or scene.units.node_flags[node] & foreign:
            continue
        if totals.linked < MOSTLY_LINKS * totals.length:
            yield low - 1, high


def halves_of_verdict(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield both lines of "Pros: ..." and "Cons: ..." of which one is chosen: each says little without the other."""
    pros, cons = words("sections", "pros"), words("sections", "cons")
    sides = pros | cons
    for unit in range(1, len(chosen)):
        if chosen[unit] != chosen[unit - 1]:
            before, one, other = map(_label_of, ("", *scene.units.text[max(0, unit - 2) : unit + 1])[-3:])
            is_pair = (one in pros and other in cons) or (one in cons and other in pros)
            if is_pair and before not in sides:
                yield unit - 1, unit + 1


def _label_of(text: str) -> str:
    return fold(text.partition(":")[0]) if ":" in text[:_LONGEST_LABEL] else ""
