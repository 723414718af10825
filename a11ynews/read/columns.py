"""The columns of the block classifier: one row of numbers a unit, each computed once.

Columns come in groups, one function each, in the order of ``NAMES``. A column that is added or
goes is a retraining (``tests/training/train_reader.py``): the weights name the columns they use.
Flags are no columns: the trees test their bits directly, under the names ``has:…``, ``near:…``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
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
    tag: code
    for code, tags in enumerate(
        ("p", "div section article main body", "li", "h1", "h2", "h3", "h4 h5 h6", "td th", "blockquote", "pre",
         "dd dt dl", "figcaption caption", "a span", "button label option select legend textarea", "summary details",
         "footer header nav aside form", "address"),
    )
    for tag in tags.split()
}  # fmt: skip
_OTHER_TAG = len(_TAG_CODES)
_HEADING_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SENTENCE_ENDS = frozenset(".!?…。！？”\"'’»)।؟۔")
_FAR = 60
"""Distances in units are cut here: beyond it they say nothing more."""
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
    columns: list[Column] = []
    is_label = [len(text) <= _LABEL_CHARS and fold(text) in labels() for text in scene.units.text]
    columns += _words(scene, is_label)
    columns += _elements(scene)
    columns += _place(scene)
    columns += _neighbours(scene)
    columns += _headings(scene, is_label)
    columns += _above(scene)
    columns += _likeness(scene)
    columns += _titles(scene, title)
    columns += _articles(scene)
    columns += _page(scene)
    return columns


def _words(scene: Surroundings, is_label: list[bool]) -> list[Column]:
    texts = scene.units.text
    sizes = [len(text) for text in texts]
    ascii_only = [text.isascii() for text in texts]
    return [
        [log1p(length) for length in scene.lengths],
        scene.shares,
        [text.count(",") + (0 if plain else text.count("，") + text.count("、") + text.count("،"))
         for text, plain in zip(texts, ascii_only, strict=True)],
        [float(text[-1] in _SENTENCE_ENDS) for text in texts],
        [text.count(". ") + (0 if plain else text.count("。")) for text, plain in zip(texts, ascii_only, strict=True)],
        [sum(map(text.count, "0123456789")) / size if size < _SHORT else 0.0
         for text, size in zip(texts, sizes, strict=True)],
        [float("©" in text or "Copyright" in text or "opyright" in text or "ights reserved" in text) for text in texts],
        [sum(map(text.count, "|·•»›/")) if size < _SHORT else 0 for text, size in zip(texts, sizes, strict=True)],
        [float(text[-1] in ":：") for text in texts],
        [float(text[-1] in "?？؟") for text in texts],
        [float(text[0].islower()) for text in texts],
        [float(text.isupper()) for text in texts],
        [float(value) for value in is_label],
        [float(size <= _SHORT and _label_first(text)) for text, size in zip(texts, sizes, strict=True)],
    ]  # fmt: skip


def _label_first(text: str) -> bool:
    """Tell whether a label and a colon open the text ("Read more: ...")."""
    head, colon, _ = text.partition(":")
    return bool(colon) and len(head) <= _LABEL_CHARS and fold(head) in labels()


def _elements(scene: Surroundings) -> list[Column]:
    tags, parents = scene.page.tags, scene.page.parents
    boxes = scene.units.box
    return [
        [float(_TAG_CODES.get(tags[box], _OTHER_TAG)) for box in boxes],
        [float(_TAG_CODES.get(tags[max(parents[box], 0)], _OTHER_TAG)) for box in boxes],
    ]


def _place(scene: Surroundings) -> list[Column]:
    count = len(scene.units)
    prose = scene.prose
    total = scene.prose_before(count) or 1
    since, until = _distances(prose)
    before = [scene.prose_before(unit) for unit in range(count)]
    return [
        [float(min(unit, 200)) for unit in range(count)],
        [unit / count for unit in range(count)],
        [log1p(value) for value in before],
        [value / total for value in before],
        [1 - (value + own) / total for value, own in zip(before, prose, strict=True)],
        since,
        until,
    ]


def _distances(marks: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return how many units ago the last marked unit was, and how many ahead the next one is."""
    count = len(marks)
    since, until = [0.0] * count, [0.0] * count
    distance = float(_FAR)
    for unit in range(count):
        since[unit] = distance
        distance = 1.0 if marks[unit] else min(distance + 1, _FAR)
    distance = float(_FAR)
    for unit in range(count - 1, -1, -1):
        until[unit] = distance
        distance = 1.0 if marks[unit] else min(distance + 1, _FAR)
    return since, until


def _neighbours(scene: Surroundings) -> list[Column]:
    lengths = [log1p(length) for length in scene.lengths]
    tags, boxes = scene.page.tags, scene.units.box
    names = [tags[box] for box in boxes]
    parents = [scene.wider(box) for box in boxes]
    same_tag = [0.0, *(float(a == b) for a, b in pairwise(names)), 0.0]
    same_parent = [0.0, *(float(a == b) for a, b in pairwise(parents)), 0.0]
    padded = [-1.0, -1.0, *lengths, -1.0, -1.0]
    shares = [-1.0, *scene.shares, -1.0]
    count = len(lengths)
    return [
        padded[1 : count + 1], padded[:count], padded[3 : count + 3], padded[4:], shares[:count], shares[2:],
        same_tag[:count], same_tag[1:], same_parent[:count], same_parent[1:],
    ]  # fmt: skip


def _headings(scene: Surroundings, is_label: list[bool]) -> list[Column]:
    tags, boxes, prose = scene.page.tags, scene.units.box, scene.prose
    columns: list[list[float]] = [[], [], [], []]
    since, level, labelled, passed = float(_FAR), 0.0, 0.0, 0.0
    for unit, box in enumerate(boxes):
        for column, value in zip(columns, (since, level, labelled, log1p(passed)), strict=True):
            column.append(value)
        since = min(since + 1, _FAR)
        passed += prose[unit]
        if is_label[unit] or tags[box] in _HEADING_LEVELS:
            since, passed = 1.0, 0.0
            level, labelled = float(_HEADING_LEVELS.get(tags[box], 7)), float(is_label[unit])
    return list(columns)


def _above(scene: Surroundings) -> list[Column]:
    """Return what the three nearest wider ancestors hold, and the way from the densest element."""
    above = [scene.wider(box) for box in scene.units.box]
    rows = {node: _ancestor_row(scene, node) for node in set(above)}
    columns: list[Column] = list(zip(*(rows[node] for node in above), strict=True)) or [()] * 12
    ways: list[Column] = list(zip(*(scene.way_from_core(box) for box in scene.units.box), strict=True)) or [()] * 3
    return columns + ways


def _ancestor_row(scene: Surroundings, node: int) -> tuple[float, ...]:
    """Return what a node and the two next wider ones hold."""
    total = scene.prose_before(len(scene.units)) or 1
    row: list[float] = []
    for _ in range(3):
        sums = scene.totals(node)
        row += (
            log1p(sums.units), sums.linked / (sums.length or 1), sums.prose / total, sums.prose / (sums.length or 1),
        )  # fmt: skip
        node = scene.wider(node)
    return tuple(row)


def _likeness(scene: Surroundings) -> list[Column]:
    texts, lengths, prose = scene.units.text, scene.lengths, scene.prose
    paths = [scene.path_of(box) for box in scene.units.box]
    boxes = [path[:2] for path in paths]
    count = Counter(paths)
    box_count = Counter(boxes)
    paragraph_length: Counter[object] = Counter()
    linked: Counter[object] = Counter()
    all_length: Counter[object] = Counter()
    for path, own, length, share in zip(paths, prose, lengths, scene.shares, strict=True):
        paragraph_length[path] += own
        linked[path] += share  # type: ignore[assignment]  # a Counter adds floats as well
        all_length[path] += length
    total = scene.prose_before(len(texts)) or 1
    copies = Counter(texts)
    seen: Counter[str] = Counter()
    before: list[float] = []
    for text in texts:
        before.append(float(min(seen[text], 3)))
        seen[text] += 1
    return [
        [log1p(count[path]) for path in paths],
        [paragraph_length[path] / total for path in paths],
        [linked[path] / count[path] for path in paths],
        [log1p(all_length[path] / count[path]) for path in paths],
        [log1p(box_count[box]) for box in boxes],
        before,
        [float(min(copies[text], 4)) for text in texts],
    ]


def _titles(scene: Surroundings, title: str) -> list[Column]:
    tags, boxes, texts = scene.page.tags, scene.units.box, scene.units.text
    wanted = set(title.casefold().split())
    folded = " ".join(title.casefold().split())
    headlines, since = 0.0, float(_FAR)
    before: list[float] = []
    distance: list[float] = []
    share: list[float] = []
    equal: list[float] = []
    for box, text in zip(boxes, texts, strict=True):
        before.append(headlines)
        distance.append(since)
        short = len(text) <= _SHORT
        words = text.casefold().split() if short and wanted else ()
        share.append(sum(word in wanted for word in words) / len(words) if words else 0.0)
        equal.append(float(short and bool(folded) and text.casefold() == folded))
        since = min(since + 1, _FAR)
        if tags[box] == "h1" or equal[-1]:
            headlines, since = min(headlines + 1, 5.0), 1.0
    return [before, distance, share, equal, [float(value > 0) for value in before]]


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
