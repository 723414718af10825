"""Words in a script that the story's language is not written in: "the Arabic نهر", "the Greek Ελλάδα".

A voice for one script says nothing, or noise, at the letters of another. So such words are marked
with their language, where the script alone tells it or there are enough of them to know it by, and
else as of an undetermined language in that script ("und-Cyrl"): a voice can be chosen by that, and
nothing is claimed. Latin letters in other scripts are everyday names and stay unmarked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Final

from a11ynews.model.inlines import (
    Code,
    Dateline,
    Inline,
    InlineImage,
    Keyboard,
    LineBreak,
    Math,
    NoteReference,
    Ruby,
    Span,
    Text,
)
from a11ynews.read.language import Script, detect_language, scripts

__all__ = ["has_other_scripts", "mark_scripts", "plain_of", "whole_language"]

_WHOLE: Final = (Code, Dateline, InlineImage, Keyboard, LineBreak, Math, NoteReference, Ruby)
"""What has no running text, or text that is taken as it stands."""

_BETWEEN: Final = r"[\s\d.,:;!?'’\"“”«»()،؛؟、。・/–—\-\u200c-\u200f]{1,6}"
"""What may stand between two words of one run."""

_FEWEST_GREEK: Final = 3
"""Letters of Greek in a row: one or two are a formula's, "Δ" or "μm"."""

_FEWEST: Final = 2
_SIGNS: Final = frozenset({"Hani", "Jpan", "Hang"})
"""Scripts of which one character is a word."""

_OWN_TOO: Final = {"ja": {"Hani"}, "ko": {"Hani"}}
"""Scripts that a language is written in beside the one that it is listed under."""


class _Foreign:
    """What finds the scripts that a language is not written in."""

    def __init__(self, language: str) -> None:
        primary, *parts = language.lower().split("-")
        own = {"Latn", *(part.title() for part in parts), *_OWN_TOO.get(primary, ())}
        own |= {code for code, script in scripts().items() if primary in (*script.languages, *script.also)}
        self.others = others = {
            code: script.letters.pattern[1:-2] for code, script in scripts().items() if code not in own
        }
        if "Hani" in others and "Jpan" in others:
            others["Jpan"] += others["Hani"]
        self.any = re.compile(f"[{''.join(others.values())}]") if others else re.compile(r"(?!)")

    @cached_property
    def run(self) -> re.Pattern[str]:
        """What finds a run of words in one of the scripts; 30 ms to compile, and most stories have none."""
        return re.compile("|".join(f"(?P<{code}>{_run(letters)})" for code, letters in self.others.items()))

    def split(self, text: str) -> tuple[Inline, ...] | None:
        """Return a text with its runs of other scripts as spans; None if it has none."""
        if not self.any.search(text):
            return None
        parts: list[Inline] = []
        done = 0
        for found in self.run.finditer(text):
            code = found.lastgroup or ""
            if not _is_enough(found[0], code):
                continue
            if found.start() > done:
                parts.append(Text(text=text[done : found.start()]))
            script = scripts()[code]
            parts.append(
                Span(lang=_language(found[0], script), dir=script.direction, children=(Text(text=found[0]),)),
            )
            done = found.end()
        if not parts:
            return None
        if done < len(text):
            parts.append(Text(text=text[done:]))
        return tuple(parts)


def _run(letters: str) -> str:
    marks = r"\u0300-\u036f\u200c\u200d"
    return rf"[{letters}][{letters}{marks}]*(?:{_BETWEEN}[{letters}{marks}]+)*"


def _is_enough(text: str, code: str) -> bool:
    fewest = 1 if code in _SIGNS else _FEWEST_GREEK if code == "Grek" else _FEWEST
    return sum(map(str.isalpha, text)) >= fewest


def _language(text: str, script: Script) -> str:
    if script.code in {"Jpan", "Hani"}:
        return "ja" if scripts()["Jpan"].letters.search(text) else "und-Hani"
    found, _ = detect_language(text)
    return found or (script.languages[0] if script.only else f"und-{script.code}")


@lru_cache(maxsize=64)
def _foreign(language: str) -> _Foreign:
    return _Foreign(language)


def has_other_scripts(text: str, language: str) -> bool:
    """Say whether a text has a letter of a script that a language is not written in and that would be marked.

    Example:
        >>> has_other_scripts("The word נהר is old.", "en"), has_other_scripts("A café.", "en")
        (True, False)
    """
    return _foreign(language).any.search(text) is not None


def mark_scripts(inlines: tuple[Inline, ...], language: str, direction: str) -> tuple[Inline, ...]:
    """Return inlines with the words of other scripts in spans that name their language and direction.

    What the page itself marks with a language is left as it is.

    Args:
        inlines: A run of inlines.
        language: The language that they are in, a BCP 47 tag.
        direction: The direction that they are in.

    Example:
        >>> mark_scripts((Text(text="The word נהר is old."),), "en", "ltr")[1]
        Span(children=(Text(text='נהר'),), lang='he', dir='rtl')
    """
    foreign = _foreign(language)
    marked: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts = foreign.split(inline.text)
            marked.extend((inline,) if parts is None else _directed(parts, direction))
        elif isinstance(inline, _WHOLE) or (isinstance(inline, Span) and inline.lang) or inline.text.isascii():
            marked.append(inline)
        elif isinstance(inline, Span):
            marked.append(_within(inline, mark_scripts(inline.children, language, inline.dir or direction)))
        else:
            marked.append(replace(inline, children=mark_scripts(inline.children, language, direction)))
    return tuple(marked)


def _within(span: Span, children: tuple[Inline, ...]) -> Span:
    """Return a span of a direction with its words marked; one language of all its words is its own."""
    match children:
        case (Span(lang=str(lang), dir=None, children=words),):
            return replace(span, lang=lang, children=words)
        case _:
            return replace(span, children=children)


def _directed(inlines: tuple[Inline, ...], direction: str) -> tuple[Inline, ...]:
    """Return spans that name a direction only where it is not the one around them."""
    return tuple(replace(i, dir=None) if isinstance(i, Span) and i.dir == direction else i for i in inlines)


def whole_language(inlines: tuple[Inline, ...]) -> Span | None:
    """Return the span that has all letters of a run of inlines, if one has: its language is the block's."""
    spans = [inline for inline in inlines if isinstance(inline, Span) and inline.lang]
    if len(spans) != 1:
        return None
    rest = (inline for inline in inlines if inline is not spans[0])
    return spans[0] if all(isinstance(i, Text) and not any(map(str.isalnum, i.text)) for i in rest) else None


def plain_of(inlines: tuple[Inline, ...], span: Span) -> tuple[Inline, ...]:
    """Return inlines with the content of a span in its place.

    Example:
        >>> span = Span(lang="he", children=(Text(text="נהר"),))
        >>> plain_of((span, Text(text=".")), span)
        (Text(text='נהר.'),)
    """
    flat = [
        inner
        for inline in inlines
        for inner in (inline.children if inline is span and isinstance(inline, Span) else (inline,))
    ]
    joined: list[Inline] = []
    for inline in flat:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(text=last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
