"""The columns of the block classifier: one row of numbers a unit, each computed once.

Columns come in groups, one function each, in the order of ``NAMES``. A column that is added or
goes is a retraining (``tests/training/train_reader.py``): the weights name the columns they use.
Flags are no columns: the trees test their bits directly, under the names ``has:…``, ``near:…``.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import log1p
from typing import TypeVar

from a11ynews.read.choice.aims import leads_to
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.vocabulary import fold, labels

__all__ = ["NAMES", "columns_of"]

Column = Sequence[float]
_T = TypeVar("_T")

NAMES = (
    # words
    "length", "link_share", "commas", "ends_sentence", "digit_share", "ends_colon", "starts_small",
    "label", "starts_label",
    # element
    "tag", "parent_tag",
    # place
    "index", "place", "prose_before", "prose_share_before", "prose_share_after", "since_prose", "until_prose",
    # neighbours
    "length_1_before", "length_2_before", "length_1_after", "length_2_after", "links_1_before", "links_1_after",
    # links
    "leads_to",
    # heading above
    "since_heading", "heading_level", "heading_label", "prose_since_heading", "in_contents",
    # above
    "units_1", "links_1", "prose_share_1", "prose_part_1", "units_2", "links_2", "prose_share_2", "prose_part_2",
    "units_3", "links_3", "prose_share_3", "prose_part_3", "in_core", "up_from_core", "down_to_unit",
    # likeness
    "same_path", "same_path_prose", "same_path_links", "same_path_length", "same_box_path", "copies_before", "copies",
    # title
    "headlines_before", "since_headline", "title_share", "equals_title",
    # article element
    "article_prose_share", "articles",
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
_FAR = 60.0
_AWAY = tuple(map(float, range(int(_FAR))))
"""Distances in units are cut here: beyond it they say nothing more."""
MANY_UNITS = 5_000
"""From here on memory counts for more than time: no honest page of the corpora has so many."""
_MOST_FOLDED = 3
"""A text without its case is never shorter, and at most so many times as long."""
_SHORT = 300
"""Characters: questions of wording are asked of short texts only."""
FEWEST_CONTENTS = 3
"""Headings that links of the page lead to, from which it has a table of contents."""
_LABEL_CHARS = 60
"""Labels of furniture are shorter than this."""


def columns_of(scene: Surroundings, title: str, units: Sequence[int] | None = None) -> list[Column]:
    """Return the columns of a page's units, one number a unit in each.

    Args:
        scene: The page's units and sums.
        title: The headline as the page's metadata give it; "" if unknown.
        units: Those that are asked for, in order; None for all. The others count all the same: as neighbours,
            as labels above, in every sum.
    """
    asked = range(len(scene.units)) if units is None else units
    known = labels()
    is_label = [1.0 if len(text) <= _LABEL_CHARS and fold(text) in known else 0.0 for text in scene.units.text]
    packed = _pack if len(asked) > MANY_UNITS else list
    return [
        *packed(_words(scene, is_label, asked)),
        *packed(_elements(scene, asked)),
        *packed(_place(scene, asked)),
        *packed(_neighbours(scene, asked)),
        *packed([leads_to(scene, asked)]),
        *packed(_headings(scene, is_label, asked)),
        *packed(_above(scene, asked)),
        *packed(_likeness(scene, asked)),
        *packed(_titles(scene, title, asked)),
        *packed(_articles(scene, asked)),
        *packed(_page(scene, len(asked))),
    ]


def _pack(columns: Iterable[Column]) -> list[Column]:
    """Return columns in a quarter of the memory."""
    return [array("d", column) for column in columns]


def _picked(values: Sequence[_T], units: Sequence[int]) -> list[_T]:
    return list(map(values.__getitem__, units))


def _words(scene: Surroundings, is_label: list[float], asked: Sequence[int]) -> list[Column]:
    texts = _picked(scene.units.text, asked)
    ends = [text[-1] for text in texts]
    return [
        _logs(_picked(scene.lengths, asked)),
        _picked(scene.shares, asked),
        _counts(texts, ",，、،"),
        [1.0 if end in _SENTENCE_ENDS else 0.0 for end in ends],
        [_digits(text) / len(text) if len(text) < _SHORT else 0.0 for text in texts],
        [1.0 if end in ":：" else 0.0 for end in ends],
        [1.0 if text[0].islower() else 0.0 for text in texts],
        _picked(is_label, asked),
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


def _digits(text: str) -> int:
    """Count the digits 0 to 9: deleting bytes takes a tenth of what a regular expression does."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data) - len(data.translate(None, b"0123456789"))


def _label_first(text: str) -> bool:
    """Tell whether a label and a colon open the text ("Read more: ...")."""
    head, _, _ = text.partition(":")
    return len(head) <= _LABEL_CHARS and fold(head) in labels()


def _elements(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
    tags, parents = scene.page.tags, scene.page.parents
    boxes = _picked(scene.units.box, asked)
    code_of = _TAG_CODES.get
    return [
        [code_of(tags[box], _OTHER_TAG) for box in boxes],
        [code_of(tags[max(parents[box], 0)], _OTHER_TAG) for box in boxes],
    ]


def _place(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
    count = len(scene.units)
    prose = scene.prose
    total = scene.prose_sums[-1] or 1
    before = _picked(scene.prose_sums, asked)
    own = _picked(prose, asked)
    return [
        [float(min(unit, 200)) for unit in asked],
        [unit / count for unit in asked],
        _logs(before),
        [value / total for value in before],
        [1 - (value + here) / total for value, here in zip(before, own, strict=True)],
        _since(prose, asked),
        _since(prose[::-1], [count - 1 - unit for unit in asked]),
    ]


def _since(marks: Sequence[float], asked: Sequence[int]) -> list[float]:
    """Return how many units before each one that is asked for the last marked unit is.

    Example:
        >>> _since([0, 1, 0, 0, 1, 0], range(6))
        [60.0, 60.0, 1.0, 2.0, 3.0, 1.0]
    """
    return _distances(asked, _last_marked(marks, asked))


def _last_marked(marks: Sequence[float], asked: Sequence[int]) -> list[int]:
    """Return the last marked unit before each one that is asked for, -1 where there is none."""
    last = [-1] * (len(marks) + 1)
    marked = [unit for unit, mark in enumerate(marks) if mark]
    for unit, following in pairwise((*marked, len(marks))):
        last[unit + 1 : following + 1] = [unit] * (following - unit)
    return _picked(last, asked)


def _distances(asked: Sequence[int], last: Sequence[int]) -> list[float]:
    return [
        _AWAY[unit - mark] if unit - mark < _FAR and mark >= 0 else _FAR for unit, mark in zip(asked, last, strict=True)
    ]


def _neighbours(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
    lengths = [-1.0, -1.0, *_logs(scene.lengths), -1.0, -1.0]
    shares = [-1.0, *scene.shares, -1.0]
    return [
        [lengths[unit + 1] for unit in asked],
        [lengths[unit] for unit in asked],
        [lengths[unit + 3] for unit in asked],
        [lengths[unit + 4] for unit in asked],
        [shares[unit] for unit in asked],
        [shares[unit + 2] for unit in asked],
    ]


def _headings(scene: Surroundings, is_label: list[float], asked: Sequence[int]) -> list[Column]:
    """Return the distance to the last heading or label, its level, and how much prose came since."""
    tags, boxes, prose_sums = scene.page.tags, scene.units.box, scene.prose_sums
    levels = [_HEADING_LEVELS.get(tags[box], 0.0) or 7.0 * label for box, label in zip(boxes, is_label, strict=True)]
    last = _last_marked(levels, asked)
    return [
        _distances(asked, last),
        [levels[mark] if mark >= 0 else 0.0 for mark in last],
        [is_label[mark] if mark >= 0 else 0.0 for mark in last],
        [log1p(prose_sums[unit] - prose_sums[mark + 1]) for unit, mark in zip(asked, last, strict=True)],
        _in_contents(scene, asked),
    ]


def _in_contents(scene: Surroundings, asked: Sequence[int]) -> list[float]:
    """Return whether the heading above each unit is one that the page's table of contents leads to.

    0 the page has no contents; 1 it has, and does not lead there; 2 it leads to a heading above that; 3 it does.
    """
    linked = _linked_headings(scene)
    if len(linked) < FEWEST_CONTENTS:
        return [0.0] * len(asked)
    tags, boxes = scene.page.tags, scene.units.box
    values: list[float] = []
    value, level = 1.0, ""
    for unit, box in enumerate(boxes):
        tag = tags[box]
        if tag in _HEADING_LEVELS:
            if unit in linked:
                value, level = 3.0, tag
            else:
                value = 2.0 if value > 1 and tag > level else 1.0
        values.append(value)
    return _picked(values, asked)


def _linked_headings(scene: Surroundings) -> set[int]:
    """Return the units that are headings and begin a place in the page that a link leads to."""
    page = scene.page
    jumps = page.jumps()
    if len(jumps) < FEWEST_CONTENTS:
        return set()
    attributes, tags, boxes = page.attributes, page.tags, scene.units.box
    names = {attributes[link].get("href", "")[1:] for link in jumps}
    starts = {scene.range_of(node)[0] for node in page.having("id") if attributes[node]["id"] in names}
    return {unit for unit in starts if unit < len(boxes) and tags[boxes[unit]] in _HEADING_LEVELS}


def _above(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
    """Return what the three nearest wider ancestors hold, and the way from the densest element."""
    total = scene.prose_sums[-1] or 1
    held: dict[int, tuple[float, ...]] = {}

    def holds(node: int) -> tuple[float, ...]:
        if node not in held:
            count, length, linked, prose, _ = scene.totals(node)
            size = length or 1
            held[node] = log1p(count), linked / size, prose / total, prose / size
        return held[node]

    boxes = _picked(scene.units.box, asked)
    above = list(map(scene.wider, boxes))
    rows: dict[int, tuple[float, ...]] = {}
    for node in set(above):
        second = scene.wider(node)
        rows[node] = holds(node) + holds(second) + holds(scene.wider(second))
    columns: list[Column] = list(zip(*map(rows.__getitem__, above), strict=True)) or [()] * 12
    return columns + scene.ways_from(scene.core, boxes)


def _likeness(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
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
    box_units: Counter[tuple[str, str]] = Counter()
    for box, many in zip(boxes, units, strict=True):
        box_units[box] += many
    total = scene.prose_sums[-1] or 1
    rows = (
        _logs(units),
        [value / total for value in prose],
        [value / many for value, many in zip(linked, units, strict=True)],
        _logs([value / many for value, many in zip(length, units, strict=True)]),
        _logs([box_units[box] for box in boxes]),
    )
    own_paths = _picked(paths, asked)
    return [*(_picked(row, own_paths) for row in rows), *_copies(texts, asked)]


def _copies(texts: Sequence[str], asked: Sequence[int]) -> list[Column]:
    """Return how often each text stood there before, and how often it stands there in all."""
    times = {text: float(min(count, 4)) for text, count in Counter(texts).items() if count > 1}
    seen = dict.fromkeys(times, 0.0)
    before, copies = [0.0] * len(texts), [1.0] * len(texts)
    for unit in [unit for unit, text in enumerate(texts) if text in times]:
        text = texts[unit]
        copies[unit] = times[text]
        before[unit] = min(seen[text], 3.0)
        seen[text] += 1.0
    return [_picked(before, asked), _picked(copies, asked)]


def _titles(scene: Surroundings, title: str, asked: Sequence[int]) -> list[Column]:
    """Return how many headlines came before, how far the last one is, and what a text has of the title's words."""
    tags, texts = scene.page.tags, scene.units.text
    wanted = set(title.casefold().split())
    folded = " ".join(title.casefold().split())
    size, least = len(folded), len(folded) / _MOST_FOLDED
    equal = [1.0 if least <= len(text) <= size and text.casefold() == folded else 0.0 for text in texts]
    marks = [equals or float(tags[box] == "h1") for equals, box in zip(equal, scene.units.box, strict=True)]
    passed = list(accumulate(marks, initial=0.0))
    before = [min(passed[unit], 5.0) for unit in asked]
    share = [
        sum(map(wanted.__contains__, words)) / len(words)
        if len(text) <= _SHORT and not wanted.isdisjoint(words := text.casefold().split())
        else 0.0
        for text in _picked(texts, asked)
    ]
    return [
        before,
        _since(marks, asked),
        share,
        _picked(equal, asked),
    ]


def _articles(scene: Surroundings, asked: Sequence[int]) -> list[Column]:
    """Return what the enclosing ``article`` element holds, and how many there are."""
    page, units = scene.page, scene.units
    found = list(page.find("article"))
    total = scene.prose_sums[-1] or 1
    shares = [0.0] * len(units)
    for node in found[:200]:
        low, high = scene.range_of(node)
        value = scene.totals(node).prose / total
        shares[low:high] = [value] * (high - low)
    return [_picked(shares, asked), [float(min(len(found), 20))] * len(asked)]


def _page(scene: Surroundings, count: int) -> list[Column]:
    if not len(scene.units):
        return [[]] * 4
    sums = scene.totals(0)
    values = log1p(sums.prose), sums.linked / (sums.length or 1), log1p(len(scene.units)), log1p(sums.paragraphs)
    return [[value] * count for value in values]
