"""Verdicts above the story's first paragraph: residue, headline, kicker, byline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11ynews.read.metadata.authors import is_name
from a11ynews.read.plain.headers import is_byline, is_byline_label, is_date_line, is_reading_time, is_update
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import is_quoted, weight
from a11ynews.read.plain.verdict import STORY, Verdict, furniture

__all__ = ["judge_head"]

#: Labels with other stories' headlines below them.
_RUN_KINDS = frozenset({"ticker-label", "most-read", "related", "read-more", "navigation"})
#: Fewer words are a section's name or a menu's entry; in fundus-dev 3 of 125 headlines are so short.
_HEADLINE_WORDS = 4
_KICKER_WEIGHT = 40
#: So many lines above the headline are a menu or a path, the last of them included.
_MENU_LINES = 3
#: Header lines below a standfirst are looked for so far down.
_HEADER_LINES = 6
#: Of the words of a page's own headline so many come back, as a part of the best line's share.
_OWN_SHARE = 0.6
_WORD = re.compile(r"\w+")
_CHARS_OF_STORY = 2_000
#: Words of five letters on, cut at five: what is left of "minister" in "ministers" or "ministerial".
_STEM_FROM = 5
_STEM = 5
_UNSPACED_FROM = "\u3040"
#: A line this long below a shorter one is its standfirst. The median headline of fundus-dev has 10 words.
_STANDFIRST_WORDS = 16
_STANDFIRST_WEIGHT = 120


def judge_head(looks: Sequence[Look], verdicts: list[Verdict], first: int, language: str = "") -> int:
    """Put verdicts on the chunks above the story and among its first lines.

    Args:
        looks: All chunks.
        verdicts: A verdict for each, changed in place.
        first: Index of the first chunk of running text.
        language: BCP 47 tag of the text, "" if unknown.

    Returns:
        The index from which on no header is left.
    """
    _judge_lines(looks, verdicts, range(first), language)
    headline = _choose_headline(looks, verdicts, first)
    if headline is None:
        _believe_no_phrases(looks, verdicts, first)
        headline = _choose_headline(looks, verdicts, first)
    if headline is None:
        return first
    verdicts[headline] = Verdict(role="headline", rule="headline-line")
    _judge_above(looks, verdicts, headline)
    end = _judge_below_standfirst(looks, verdicts, first, language)
    _judge_names(looks, verdicts, range(headline + 1, end))
    _judge_below(looks, verdicts, headline, end)
    return max(end, headline + 1)


def _judge_names(looks: Sequence[Look], verdicts: list[Verdict], where: range) -> None:
    """A name alone, between headline and story and right beside the date, where nobody else is named."""
    if any(verdicts[i].role == "byline" for i in where):
        return
    for index in where:
        beside = verdicts[max(index - 1, where.start) : index + 2]
        is_dated = any(verdict.role in ("published", "modified") for verdict in beside)
        if verdicts[index] is STORY and is_dated and is_name(looks[index].chunk.text):
            verdicts[index] = Verdict(role="byline", rule="name-beside-date")
            return


def _judge_lines(looks: Sequence[Look], verdicts: list[Verdict], where: range, language: str) -> None:
    """The verdicts that a line carries in itself."""
    after_label = False
    for index in where:
        text = looks[index].chunk.text
        if (label := looks[index].phrase) is not None:
            verdicts[index] = furniture(label.kind, "furniture-label" if looks[index].label else "furniture-phrase")
        elif is_reading_time(text):
            verdicts[index] = furniture("reading-time", "reading-time")
        elif is_date_line(text):
            verdicts[index] = Verdict(role="modified" if is_update(text) else "published", rule="date-line")
        elif index and (
            is_byline(text, language)
            or is_byline_label(text)
            or (after_label and looks[index].words <= _HEADLINE_WORDS)
        ):
            verdicts[index] = Verdict(role="byline", rule="byline-line")
        after_label = is_byline_label(text)


def _believe_no_phrases(looks: Sequence[Look], verdicts: list[Verdict], first: int) -> None:
    """Take back what phrases said of headlines: "Follow the Money" may be one."""
    for index in range(first):
        if verdicts[index].rule == "furniture-phrase" and looks[index].is_headline_like and not looks[index].is_row:
            verdicts[index] = STORY


def _choose_headline(looks: Sequence[Look], verdicts: Sequence[Verdict], first: int) -> int | None:
    possible = [i for i in range(first) if verdicts[i] is STORY and _may_be_headline(looks, i)]
    marked = next((i for i in possible if looks[i].chunk.mark == "#"), None)
    if marked is not None or not possible:
        return marked
    long = [i for i in possible if looks[i].words >= _HEADLINE_WORDS]
    if not long:
        return max(possible, key=lambda i: weight(looks[i].chunk.text))
    runs = [i for i in range(long[-1]) if verdicts[i].kind in _RUN_KINDS]
    below = [i for i in long if runs and i > runs[-1]]
    chosen = _own_headline(looks, below, first) if below else long[0]
    is_below_other = chosen - 1 in possible and _is_standfirst_like(looks[chosen])
    return chosen - 1 if is_below_other else chosen


def _may_be_headline(looks: Sequence[Look], index: int) -> bool:
    """Whether a line could be the headline; a single hyphen before it opens speech, two are a list."""
    look = looks[index]
    mark = look.chunk.mark
    if mark == "-":
        return look.is_headline_like and all(beside.chunk.mark != mark for beside in _beside(looks, index))
    is_quoted_headline = is_quoted(look.chunk.text) and not look.is_prose and look.caption is None
    return mark in ("", "#") and (look.is_headline_like or is_quoted_headline)


def _beside(looks: Sequence[Look], index: int) -> Sequence[Look]:
    return (*looks[max(index - 1, 0) : index], *looks[index + 1 : index + 2])


def _is_standfirst_like(look: Look) -> bool:
    return look.words >= _STANDFIRST_WORDS or weight(look.chunk.text) > _STANDFIRST_WEIGHT


def _own_headline(looks: Sequence[Look], possible: Sequence[int], first: int) -> int:
    """The first headline of a run whose words come back in the story; the last if none do."""
    story: set[str] = set()
    for look in looks[first : first + _HEADER_LINES]:
        story |= _stems(look.folded[:_CHARS_OF_STORY])
    shares = [len(stems & story) / max(len(stems), 1) for stems in (_stems(looks[i].folded) for i in possible)]
    best = max(shares)
    if not best:
        return possible[-1]
    return next(i for i, share in zip(possible, shares, strict=True) if share >= best * _OWN_SHARE)


def _stems(folded: str) -> set[str]:
    """The beginnings of longer words, and the pairs of characters where words are not spaced."""
    stems: set[str] = set()
    for word in _WORD.findall(folded):
        if word[0] >= _UNSPACED_FROM:
            stems |= {a + b for a, b in pairwise(word)}
        elif len(word) >= _STEM_FROM:
            stems.add(word[:_STEM])
    return stems


def _judge_above(looks: Sequence[Look], verdicts: list[Verdict], headline: int) -> None:
    """Lines above the headline that no label names: a ticker's news, a kicker, a menu."""
    lines = [i for i in range(headline) if verdicts[i] is STORY and looks[i].caption is None]
    ticker = next((i for i in range(headline) if verdicts[i].kind == "ticker-label"), headline)
    if _is_kicker(looks, lines, headline) and (len(lines) < _MENU_LINES or ticker < headline):
        verdicts[lines.pop()] = Verdict(role="kicker", rule="short-line-above-headline")
    for index in lines:
        is_news = ticker < index
        verdicts[index] = (
            furniture("ticker", "ticker-run") if is_news else furniture("navigation", "line-above-headline")
        )
        if is_news:
            verdicts[ticker] = furniture("ticker", "ticker-run")


def _is_kicker(looks: Sequence[Look], lines: Sequence[int], headline: int) -> bool:
    if not lines or lines[-1] != headline - 1:
        return False
    look = looks[lines[-1]]
    return look.words < _HEADLINE_WORDS and weight(look.chunk.text) <= _KICKER_WEIGHT and not look.is_count


def _judge_below_standfirst(looks: Sequence[Look], verdicts: list[Verdict], first: int, language: str) -> int:
    """A byline or date just below a first paragraph makes that paragraph the standfirst."""
    end = first + 1
    while end < min(first + _HEADER_LINES, len(looks)) and not looks[end].is_prose:
        end += 1
    _judge_lines(looks, verdicts, range(first + 1, end), language)
    if not any(verdicts[i].role in ("byline", "published", "modified") for i in range(first + 1, end)):
        verdicts[first + 1 : end] = [STORY] * (end - first - 1)
        return first
    verdicts[first] = Verdict(role="standfirst", rule="paragraph-above-byline")
    return end


def _judge_below(looks: Sequence[Look], verdicts: list[Verdict], headline: int, end: int) -> None:
    """The headline again, and a short standfirst above the byline."""
    bylines = [i for i in range(headline + 1, end) if verdicts[i].role in ("byline", "published")]
    for index in range(headline + 1, end):
        if verdicts[index] is STORY and looks[index].folded == looks[headline].folded:
            verdicts[index] = furniture("duplicate", "headline-again")
        elif verdicts[index] is STORY and looks[index].is_count:
            verdicts[index] = furniture("share", "count-below-headline")
        elif verdicts[index] is STORY and bylines and index < bylines[0] and _is_standfirst(looks[index]):
            verdicts[index] = Verdict(role="standfirst", rule="paragraph-above-byline")


def _is_standfirst(look: Look) -> bool:
    return look.caption is None and look.words >= _HEADLINE_WORDS and not look.chunk.mark
