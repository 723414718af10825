"""The columns of the block classifier: one row of numbers a unit, each computed once.

Columns come in groups, one function each, in the order of ``NAMES``. A column that is added or
goes is a retraining (``tests/training/train_reader.py``): the weights name the columns they use.
Flags are no columns: the trees test their bits directly, under the names ``has:…``, ``near:…``.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import log1p

from a11ynews.read.features import Surroundings
from a11ynews.read.vocabulary import fold, labels

__all__ = ["NAMES", "columns_of"]

Column = Sequence[float]

NAMES = (
    # words
    "length", "link_share", "commas", "ends_sentence", "stops", "digit_share", "rights", "separators", "ends_colon",
    "question", "starts_small", "capitals", "label", "starts_label",
    # element
    "tag", "parent_tag",
    # place
    "index", "place", "prose_before", "prose_share_before", "prose_share_after", "since_prose", "until_prose",
    # neighbours
    "length_1_before", "length_2_before", "length_1_after", "length_2_after", "links_1_before", "links_1_after",
    "same_tag_before", "same_tag_after", "same_parent_before", "same_parent_after",
    # heading above
    "since_heading", "heading_level", "heading_label", "prose_since_heading",
    # above
    "units_1", "links_1", "prose_share_1", "prose_part_1", "units_2", "links_2", "prose_share_2", "prose_part_2",
    "units_3", "links_3", "prose_share_3", "prose_part_3", "in_core", "up_from_core", "down_to_unit",
    # likeness
    "same_path", "same_path_prose", "same_path_links", "same_path_length", "same_box_path", "copies_before", "copies",
    # title
    "headlines_before", "since_headline", "title_share", "equals_title", "after_first_headline",
    # article element
    "article_prose_share", "article_number", "articles",
    # page
    "page_prose", "page_links", "page_units", "page_paragraphs",
)  # fmt: skip

_TAG_CODES = {
    tag: float(code)
    for code, tags in enumerate(
        ("p", "div section article main body", "li", "h1", "h2", "h3", "h4 h5 h6", "td th", "blockquote", "pre",
         "dd dt dl", "figcaption caption", "a span", "button label option select legend textarea", "summary details",
         "footer header nav aside form", "address"),
    )
    for tag in tags.split()
}  # fmt: skip
_OTHER_TAG = float(len(_TAG_CODES))
_HEADING_LEVELS = {"h1": 1.0, "h2": 2.0, "h3": 3.0, "h4": 4.0, "h5": 5.0, "h6": 6.0}
_SENTENCE_ENDS = frozenset(".!?…。！？”\"'’»)।؟۔")
_DIGIT = re.compile("[0-9]")
_SEPARATOR = re.compile("[|·•»›/]")
_FAR = 60
"""Distances in units are cut here: beyond it they say nothing more."""
_AWAY = list(map(float, range(1, _FAR + 1)))
MANY_UNITS = 5_000
"""From here on memory counts for more than time: no honest page of the corpora has so many."""
_SHORT = 300
"""Characters: questions of wording are asked of short texts only."""
_LABEL_CHARS = 60
"""Labels of furniture are shorter than this."""


def columns_of(scene: Surroundings, title: str) -> list[Column]:
    """Return the columns of a page, each as long as the page has units.

    Args:
        scene: The page's units and sums.
        title: The headline as the page's metadata give it; "" if unknown.
    """
    known = labels()
    is_label = [1.0 if len(text) <= _LABEL_CHARS and fold(text) in known else 0.0 for text in scene.units.text]
    above = list(map(scene.wider, scene.units.box))
    packed = _pack if len(scene.units) > MANY_UNITS else list
    return [
        *packed(_words(scene, is_label)),
        *packed(_elements(scene)),
        *packed(_place(scene)),
        *packed(_neighbours(scene, above)),
        *packed(_headings(scene, is_label)),
        *packed(_above(scene, above)),
        *packed(_likeness(scene)),
        *packed(_titles(scene, title)),
        *packed(_articles(scene)),
        *packed(_page(scene)),
    ]


def _pack(columns: Iterable[Column]) -> list[Column]:
    """Return columns in a quarter of the memory."""
    return [array("d", column) for column in columns]


def _words(scene: Surroundings, is_label: list[float]) -> list[Column]:
    texts = scene.units.text
    ends = [text[-1] for text in texts]
    return [
        _logs(scene.lengths),
        scene.shares,
        _counts(texts, ",，、،"),
        [1.0 if end in _SENTENCE_ENDS else 0.0 for end in ends],
        [text.count(". ") if text.isascii() else text.count(". ") + text.count("。") for text in texts],
        [len(found) / len(text) if len(text) < _SHORT and (found := _DIGIT.findall(text)) else 0.0 for text in texts],
        [1.0 if "©" in text or "opyright" in text or "ights reserved" in text else 0.0 for text in texts],
        [len(_SEPARATOR.findall(text)) if len(text) < _SHORT else 0 for text in texts],
        [1.0 if end in ":：" else 0.0 for end in ends],
        [1.0 if end in "?？؟" else 0.0 for end in ends],
        [1.0 if text[0].islower() else 0.0 for text in texts],
        [1.0 if text.isupper() else 0.0 for text in texts],
        is_label,
        [1.0 if ":" in text and len(text) <= _SHORT and _label_first(text) else 0.0 for text in texts],
    ]


def _logs(values: Sequence[float]) -> list[float]:
    return list(map(log1p, values))


def _counts(texts: Sequence[str], characters: str) -> list[int]:
    """Count characters in each text; those that are not ASCII only where they can be."""
    ascii_one, others = characters[0], characters[1:]
    return [
        text.count(ascii_one) if text.isascii() else text.count(ascii_one) + sum(map(text.count, others))
        for text in texts
    ]


def _label_first(text: str) -> bool:
    """Tell whether a label and a colon open the text ("Read more: ...")."""
    head, _, _ = text.partition(":")
    return len(head) <= _LABEL_CHARS and fold(head) in labels()


def _elements(scene: Surroundings) -> list[Column]:
    tags, parents = scene.page.tags, scene.page.parents
    boxes = scene.units.box
    code_of = _TAG_CODES.get
    return [
        [code_of(tags[box], _OTHER_TAG) for box in boxes],
        [code_of(tags[max(parents[box], 0)], _OTHER_TAG) for box in boxes],
    ]


def _place(scene: Surroundings) -> list[Column]:
    count = len(scene.units)
    prose = scene.prose
    total = scene.prose_before(count) or 1
    before = list(map(scene.prose_before, range(count)))
    return [
        [float(min(unit, 200)) for unit in range(count)],
        [unit / count for unit in range(count)],
        _logs(before),
        [value / total for value in before],
        [1 - (value + own) / total for value, own in zip(before, prose, strict=True)],
        _since(prose),
        _since(prose[::-1])[::-1],
    ]


def _since(marks: Sequence[float]) -> list[float]:
    """Return how many units ago the last marked unit was.

    Example:
        >>> _since([0, 1, 0, 0, 1, 0])
        [60.0, 60.0, 1.0, 2.0, 3.0, 1.0]
    """
    distances: list[float] = []
    for first, stop in _stretches([unit for unit, mark in enumerate(marks) if mark], len(marks)):
        distances += _AWAY[: stop - first] if first else [float(_FAR)] * stop
        distances += [float(_FAR)] * (stop - len(distances))
    return distances


def _stretches(marked: Sequence[int], count: int) -> Iterable[tuple[int, int]]:
    """Return the ranges of units that each marked unit ends; the next one begins after it."""
    return pairwise((0, *(unit + 1 for unit in marked if unit + 1 < count), count))


def _neighbours(scene: Surroundings, above: Sequence[int]) -> list[Column]:
    lengths = _logs(scene.lengths)
    tags, boxes = scene.page.tags, scene.units.box
    names = [tags[box] for box in boxes]
    same_tag = [0.0, *(1.0 if a == b else 0.0 for a, b in pairwise(names)), 0.0]
    same_parent = [0.0, *(1.0 if a == b else 0.0 for a, b in pairwise(above)), 0.0]
    padded = [-1.0, -1.0, *lengths, -1.0, -1.0]
    shares = [-1.0, *scene.shares, -1.0]
    count = len(lengths)
    return [
        padded[1 : count + 1], padded[:count], padded[3 : count + 3], padded[4:], shares[:count], shares[2:],
        same_tag[:count], same_tag[1:], same_parent[:count], same_parent[1:],
    ]  # fmt: skip


def _headings(scene: Surroundings, is_label: list[float]) -> list[Column]:
    """Return the distance to the last heading or label, its level, and how much prose came since."""
    tags, boxes, prose_before = scene.page.tags, scene.units.box, scene.prose_before
    levels = [_HEADING_LEVELS.get(tags[box], 0.0) or 7.0 * label for box, label in zip(boxes, is_label, strict=True)]
    marked = [unit for unit, level in enumerate(levels) if level]
    level, labelled, passed = [], [], []
    for first, stop in _stretches(marked, len(boxes)):
        size = stop - first
        level += [levels[first - 1] if first else 0.0] * size
        labelled += [is_label[first - 1] if first else 0.0] * size
        start = prose_before(first)
        passed += [log1p(prose_before(unit) - start) for unit in range(first, stop)]
    return [_since(levels), level, labelled, passed]


def _above(scene: Surroundings, above: Sequence[int]) -> list[Column]:
    """Return what the three nearest wider ancestors hold, and the way from the densest element."""
    total = scene.prose_before(len(scene.units)) or 1
    held: dict[int, tuple[float, ...]] = {}

    def holds(node: int) -> tuple[float, ...]:
        if node not in held:
            count, length, linked, prose, _ = scene.totals(node)
            size = length or 1
            held[node] = log1p(count), linked / size, prose / total, prose / size
        return held[node]

    rows: dict[int, tuple[float, ...]] = {}
    for node in set(above):
        second = scene.wider(node)
        rows[node] = holds(node) + holds(second) + holds(scene.wider(second))
    columns: list[Column] = list(zip(*map(rows.__getitem__, above), strict=True)) or [()] * 12
    return columns + scene.ways_from(scene.core)


def _likeness(scene: Surroundings) -> list[Column]:
    """Return what all units hold that stand in the same kind of place: of one tag and class, and the same above."""
    texts, shares = scene.units.text, scene.shares
    paths, names = scene.paths
    count = len(names)
    units, prose, linked, length = [0] * count, [0.0] * count, [0.0] * count, [0.0] * count
    for path, own, size, share in zip(paths, scene.prose, scene.lengths, shares, strict=True):
        units[path] += 1
        prose[path] += own
        linked[path] += share
        length[path] += size
    boxes = [path[:2] for path in names]
    box_units: Counter[tuple[str, ...]] = Counter()
    for box, many in zip(boxes, units, strict=True):
        box_units[box] += many
    total = scene.prose_before(len(texts)) or 1
    rows = (
        _logs(units),
        [value / total for value in prose],
        [value / many for value, many in zip(linked, units, strict=True)],
        _logs([value / many for value, many in zip(length, units, strict=True)]),
        _logs([box_units[box] for box in boxes]),
    )
    return [*(list(map(row.__getitem__, paths)) for row in rows), *_copies(texts)]


def _copies(texts: Sequence[str]) -> list[Column]:
    """Return how often each text stood there before, and how often it stands there in all."""
    copies = Counter(texts)
    seen: Counter[str] = Counter()
    before: list[float] = []
    for text in texts:
        if copies[text] == 1:
            before.append(0.0)
        else:
            before.append(float(min(seen[text], 3)))
            seen[text] += 1
    return [before, [float(min(copies[text], 4)) for text in texts]]


def _titles(scene: Surroundings, title: str) -> list[Column]:
    """Return how many headlines came before, how far the last one is, and what a text has of the title's words."""
    tags, texts = scene.page.tags, scene.units.text
    wanted = set(title.casefold().split())
    folded = " ".join(title.casefold().split())
    lower = [text.casefold() if len(text) <= _SHORT else "" for text in texts]
    equal = [1.0 if text and text == folded else 0.0 for text in lower]
    share = [sum(map(wanted.__contains__, words)) / len(words) if (words := text.split()) else 0.0 for text in lower]
    marks = [equals or float(tags[box] == "h1") for equals, box in zip(equal, scene.units.box, strict=True)]
    before = [min(passed, 5.0) for passed in accumulate(marks, initial=0.0)][: len(texts)]
    return [before, _since(marks), share, equal, [1.0 if value else 0.0 for value in before]]


def _articles(scene: Surroundings) -> list[Column]:
    """Return what the enclosing ``article`` element holds, and which of how many it is."""
    page, units = scene.page, scene.units
    found = list(page.find("article"))
    total = scene.prose_before(len(units)) or 1
    shares = [0.0] * len(units)
    numbers = [0.0] * len(units)
    for number, node in enumerate(found[:200]):
        low, high = scene.range_of(node)
        value = scene.totals(node).prose / total
        shares[low:high] = [value] * (high - low)
        numbers[low:high] = [number + 1.0] * (high - low)
    return [shares, numbers, [float(min(len(found), 20))] * len(units)]


def _page(scene: Surroundings) -> list[Column]:
    count = len(scene.units)
    sums = scene.totals(0) if count else None
    values = (log1p(sums.prose), sums.linked / (sums.length or 1), log1p(count), log1p(sums.paragraphs)) if sums else ()
    return [[value] * count for value in values] or [[]] * 4
