"""The verdicts on the chunks of a plain text: which are residue, which header, which story.

Words of furniture are believed at both ends only: above the first paragraph of the story, and
below its last. Between paragraphs the same words may be a crosshead, and stay unless two further
signs agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.plain.head import judge_head
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import ends_sentence, weight
from a11ynews.read.plain.tail import judge_middle, judge_tail
from a11ynews.read.plain.verdict import STORY, Verdict, furniture

__all__ = ["judge"]


#: In a text without long sentences, from this weight on a sentence is the story's.
_SHORT_SENTENCE = 25


def judge(chunks: Sequence[Chunk], language: str = "") -> list[Verdict]:
    """Return a verdict for each chunk, in order.

    A text without any running text is no article: its labels are residue, and the rest stays. The language (a BCP 47
    tag, "" if unknown) says which words mean "by".
    """
    looks = [Look(chunk) for chunk in chunks]
    verdicts = [STORY] * len(looks)
    first = _first(looks)
    if first is None:
        return [furniture(look.label.kind, "furniture-label") if look.label else STORY for look in looks]
    start = judge_head(looks, verdicts, first, language)
    end = judge_tail(looks, verdicts, max(start, first + 1))
    judge_middle(looks, verdicts, start, end)
    return verdicts


def _first(looks: Sequence[Look]) -> int | None:
    """The index of the first running text; of the first sentence if there is none."""
    prose = next((i for i, look in enumerate(looks) if look.is_prose and look.phrase is None), None)
    if prose is not None:
        return prose
    return next((i for i, look in enumerate(looks) if look.phrase is None and _is_sentence(look)), None)


def _is_sentence(look: Look) -> bool:
    text = look.chunk.text
    return look.caption is None and weight(text) >= _SHORT_SENTENCE and ends_sentence(text, asking=False)
