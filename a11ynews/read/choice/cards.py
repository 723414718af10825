"""Cards that lead to other stories: one linked headline each, and a summary, a picture, a byline.

What looks like prose on them are the summaries, so the classifier keeps those and drops the
headlines, which are links. On the front of a site or a section all of them is the content: nearly
all that was chosen stands on cards, and each card is kept whole. Under a story they are an
invitation, and what was chosen of them goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress

from a11ynews.read.choice.aims import address_of
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["drop_last_cards", "front_cards"]

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEARLY_ALL = 0.8
_HEADLINE_CHARS = 15
"""Characters of a linked heading from which it may be a headline."""
_LARGEST_CARD = 12
"""Units of a card, at most: kicker, headline, summary, byline, time, caption, credit, a few labels."""
_MOST_PARAGRAPHS = 2
_FEWEST_CARDS = 5
_FEWEST_SUMMARIES = 3
"""Cards of which something was chosen, from which what was chosen is summaries."""
_PER_CARD = 1.5
"""Paragraphs a card, on average and at most: sections of a story, with linked headings, have more."""
_MOST_OF_STORY = 0.7
"""Share of what was chosen that stands before the first of the last cards, where those are no part of it."""
_FRAME = bit("nav") | bit("footer") | bit("hidden") | bit("control") | bit("dialog") | bit("comment")


def drop_last_cards(scene: Surroundings, chosen: list[bool]) -> None:
    """Drop the cards behind a story's last paragraph, in place: on a dated page they lead to other stories.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    heads = _linked_heads(scene)
    if not heads or not any(chosen):
        return
    cards = [card for card in _cards(scene, heads) if sum(map(bool, scene.prose[slice(*card)])) <= 1]
    on_card = bytearray(len(chosen))
    for low, high in cards:
        on_card[low:high] = bytes([1]) * (high - low)
    prose, lengths = scene.prose, scene.lengths
    last = max((unit for unit, keep in enumerate(chosen) if keep and prose[unit] and not on_card[unit]), default=-1)
    before = sum(compress(lengths[: last + 1], chosen))
    if before >= _MOST_OF_STORY * sum(compress(lengths, chosen)):
        for low, high in cards:
            if low > last:
                chosen[low:high] = [False] * (high - low)


def front_cards(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each card of a front; nothing on any other page.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
    """
    heads = _linked_heads(scene)
    if len(heads) < _FEWEST_CARDS or not any(chosen):
        return
    cards = _cards(scene, heads)
    if len(cards) >= _FEWEST_CARDS and _are_all(scene, chosen, cards):
        for low, high in cards:
            yield (low - 1 if _heads_row(scene, low - 1) else low), high


def _heads_row(scene: Surroundings, unit: int) -> bool:
    """Tell whether a unit is a heading, as over a row of cards."""
    units = scene.units
    return unit >= 0 and scene.page.tags[units.box[unit]] in _HEADINGS and not units.flags[unit] & _FRAME


def _linked_heads(scene: Surroundings) -> list[int]:
    """Return the units that are headings and nothing but a link to another page."""
    page, units = scene.page, scene.units
    tags, parents = page.tags, page.parents
    return [
        unit
        for unit, (share, length, box, flags) in enumerate(
            zip(scene.shares, scene.lengths, units.box, units.flags, strict=True)
        )
        if share > _NEARLY_ALL
        and length >= _HEADLINE_CHARS
        and (tags[box] in _HEADINGS or tags[parents[box]] in _HEADINGS)
        and not flags & _FRAME
        and _leads_away(scene, unit)
    ]


def _leads_away(scene: Surroundings, unit: int) -> bool:
    box = scene.units.box[unit]
    return address_of(scene.page, box, scene.page.ends[box])[:1] not in ("", "#")


def _cards(scene: Surroundings, heads: Sequence[int]) -> list[tuple[int, int]]:
    """Return the units of the largest element around each head that holds no other; small ones only."""
    marks = [0] * len(scene.units)
    for head in heads:
        marks[head] = 1
    passed = list(accumulate(marks, initial=0))
    found: list[tuple[int, int]] = []
    for head in heads:
        card = head, head + 1
        node = scene.wider(scene.units.box[head])
        while True:
            low, high = scene.range_of(node)
            paragraphs = scene.totals(node).paragraphs
            if passed[high] - passed[low] > 1 or high - low > _LARGEST_CARD or paragraphs > _MOST_PARAGRAPHS:
                break
            card = low, high
            if node <= 0:
                break
            node = scene.wider(node)
        found.append(card)
    return found


def _are_all(scene: Surroundings, chosen: Sequence[bool], cards: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what was chosen is the summaries of cards."""
    starts = [low for low, _ in cards]
    inside = everything = 0.0
    prose = 0
    summed: set[int] = set()
    for unit, keep in enumerate(chosen):
        if not keep:
            continue
        everything += scene.lengths[unit]
        place = bisect_right(starts, unit) - 1
        if place >= 0 and unit < cards[place][1]:
            inside += scene.lengths[unit]
            prose += bool(scene.prose[unit])
            summed.add(place)
    return inside >= _NEARLY_ALL * everything and len(summed) >= _FEWEST_SUMMARIES and prose <= _PER_CARD * len(summed)
