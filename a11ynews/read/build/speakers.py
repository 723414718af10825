"""Who speaks: turns of an interview, a transcript or a debate, by whatever marks them.

A name before a colon; a name in bold, before the words or on a line of its own; a name with the time of the
recording; questions in bold or in italics.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, Heading, Paragraph
from a11ynews.model.inlines import Emphasis, LineBreak, Strong, inline_text
from a11ynews.read.build.typed_lists import lines_of

__all__ = ["mark_speakers"]

FEWEST_TURNS: Final = 4
"""Two questions and two answers; fewer labels before colons are found in any text."""

FEWEST_EACH: Final = 2
"""Turns of one speaker. A label that comes once is a label ("Update:")."""

FEWEST_QUESTIONS: Final = 3
"""Questions set apart from their answers; two may be a way of writing."""

LONGEST_NAME: Final = 60
"""Characters of a name on a line of its own, with a time beside it."""

_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.-]){0,24}"
_NAME: Final = rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,3}})"
_TIME: Final = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?"
_LABEL: Final = re.compile(rf"(?:{_TIME}\s{{1,3}})?{_NAME}(?:\s?\([^()]{{1,40}}\)|\s?\[[\d:]{{4,8}}\])?\s?[:：](?=\s)")
_BESIDE: Final = r"[\s,·|–—-]{1,4}"
_TIMED_NAME: Final = re.compile(rf"(?:{_TIME}{_BESIDE})?{_NAME}(?:{_BESIDE}{_TIME})?\s*[:：]?")
"""A name with a time, on a line of its own; without a time it is only a name."""
_ALONE: Final = re.compile(rf"{_NAME}\s?(?:\([^()]{{1,40}}\))?\s?[:：.]?")
_SPACED_NAME: Final = re.compile(r"(?P<name>[――──⸺]{2}|[^\W\d_a-z]{1,10})(?:(?<=[―─⸺])|\u3000)(?=\S)")
"""In Japanese: two dashes before a question, a name and a wide space before an answer."""

_QUESTIONS: Final = tuple("?？؟;՞")


def mark_speakers(blocks: list[Block]) -> list[Block]:
    """Mark the paragraphs that begin with a speaker's name or letter, if there are turns of two speakers at least.

    A name on a line of its own is a turn's beginning and heads nothing, however often it comes. Where no names are,
    questions that are set apart from their answers are the turns.
    """
    turns = {place: name for place, block in enumerate(blocks) if (name := _speaker(block))}
    speakers = _speakers(blocks, turns)
    if not speakers:
        unfolded = _unfolded(blocks)
        if unfolded is None:
            return _with_questions(blocks)
        blocks, turns = unfolded
        speakers = _speakers(blocks, turns)
    return [_turn(block) if turns.get(place) in speakers else block for place, block in enumerate(blocks)]


def _speakers(blocks: Sequence[Block], turns: Mapping[int, str]) -> set[str]:
    """Return the names that come again and again, if there are two of them at least.

    Under one heading, somebody speaks twice: labels that come once under each of several ("Pros", "Cons") name nobody.
    """
    counts = Counter(turns.values())
    speakers = {name for name, count in counts.items() if count >= FEWEST_EACH}
    if len(speakers) < FEWEST_EACH or sum(counts[name] for name in speakers) < FEWEST_TURNS:
        return set()
    heard: set[str] = set()
    for place, block in enumerate(blocks):
        name = turns.get(place)
        if name in speakers:
            if name in heard:
                return speakers
            heard.add(name)
        elif isinstance(block, Heading):
            heard.clear()
    return set()


def _unfolded(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, str]] | None:
    """Return blocks with the lines of paragraphs that are turns each, and whose they are; None if none are."""
    folded = {place: lines for place, block in enumerate(blocks) if (lines := _turns_in(block))}
    if not folded:
        return None
    out: list[Block] = []
    turns: dict[int, str] = {}
    for place, block in enumerate(blocks):
        for line in folded.get(place, (block,)):
            if name := _speaker(line):
                turns[len(out)] = name
            out.append(line)
    return (out, turns) if _speakers(out, turns) else None


def _turns_in(block: Block) -> list[Paragraph]:
    """Return the lines of a paragraph as paragraphs, if each is a turn."""
    if not isinstance(block, Paragraph) or LineBreak not in map(type, block.children):
        return []
    lines = [
        replace(block, id=f"{block.id}-{place}" if place else block.id, children=line)
        for place, line in enumerate(lines_of(block.children))
    ]
    return lines if len(lines) > 1 and all(map(_speaker, lines)) else []


def _turn(block: Block) -> Block:
    """Return what begins with a speaker as a turn."""
    match block:
        case Paragraph():
            return replace(block, role="speaker", why="speaker-label")
        case Heading():
            return Paragraph(
                id=block.id, lang=block.lang, dir=block.dir, where=block.where, why="speaker-line",
                children=(Strong(children=block.children),), role="speaker",
            )  # fmt: skip
        case _:
            return block


def _speaker(block: Block) -> str | None:
    """Return the name that a turn begins with; none of its words in small letters."""
    match block:
        case Heading(inferred=True):
            found = _ALONE.fullmatch(block.text.strip()) or _TIMED_NAME.fullmatch(block.text.strip())
        case Paragraph(role="body"):
            found = _label_of(block)
        case _:
            return None
    if found is None:
        return None
    name = found["name"]
    return None if any(word[0].islower() for word in name.split()) else name.casefold().rstrip(".")


def _label_of(block: Paragraph) -> re.Match[str] | None:
    first = block.children[0]
    if isinstance(first, Strong) and len(first.text) <= LONGEST_NAME:
        text = first.text.strip()
        if found := _ALONE.fullmatch(text) or _TIMED_NAME.fullmatch(text):
            return found
    head = "".join([child.text for child in block.children[:3]])[:120]
    if found := _SPACED_NAME.match(head):
        return found
    if any(isinstance(child, LineBreak) for child in block.children[1:3]):
        line = inline_text(lines_of(block.children)[0]).strip()
        if len(line) <= LONGEST_NAME and any(map(str.isdigit, line)) and (found := _TIMED_NAME.fullmatch(line)):
            return found
    if ":" not in head and "：" not in head:
        return None
    if found := _LABEL.match(head):
        return found
    is_timed = len(block.text) <= LONGEST_NAME and any(map(str.isdigit, head))
    return _TIMED_NAME.fullmatch(head.strip()) if is_timed else None


# -- questions -----------------------------------------------------------------------------------


def _with_questions(blocks: list[Block]) -> list[Block]:
    """Mark paragraphs that are a question in bold or in italics, three or more, each before an answer."""
    places = [
        place for place, block in enumerate(blocks[:-1]) if _is_set_apart(block) and _is_answer(blocks[place + 1])
    ]
    asked = [place for place in places if blocks[place].text.rstrip().endswith(_QUESTIONS)]
    if len(asked) < FEWEST_QUESTIONS:
        return blocks
    marked = {place for place in places if asked[0] <= place <= asked[-1]}
    return [
        replace(block, role="speaker", why="question-turn")
        if place in marked and isinstance(block, Paragraph)
        else block
        for place, block in enumerate(blocks)
    ]


def _is_set_apart(block: Block) -> bool:
    match block:
        case Paragraph(role="body", children=(Strong() | Emphasis(),)):
            return True
        case _:
            return False


def _is_answer(block: Block) -> bool:
    return isinstance(block, Paragraph) and not _is_set_apart(block)
