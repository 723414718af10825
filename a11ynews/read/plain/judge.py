"""The verdicts on the chunks of a plain text: which are residue, which header, which story.

Words of furniture are believed at both ends only: above the first paragraph of the story, and
below its last. Between paragraphs the same words may be a crosshead.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.plain.captions import find_caption
from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.plain.signs import is_headline_like, is_prose
from a11ynews.read.plain.verdict import Verdict
from a11ynews.read.vocabulary import find_label

__all__ = ["judge"]


def judge(chunks: Sequence[Chunk]) -> list[Verdict]:
    """Return a verdict for each chunk, in order."""
    verdicts = [Verdict() for _ in chunks]
    is_text = [_is_text(chunk) for chunk in chunks]
    first = is_text.index(True) if True in is_text else len(chunks)
    last = len(chunks) - 1 - is_text[::-1].index(True) if True in is_text else -1
    for index in (*range(min(first, len(chunks))), *range(max(last, first) + 1, len(chunks))):
        label = find_label(chunks[index].printed)
        if label is not None:
            verdicts[index] = Verdict(role="furniture", kind=label.kind, rule="furniture-label")
    for index in range(min(first, len(chunks) - 1)):
        if (
            verdicts[index].role == "story"
            and is_headline_like(chunks[index].text)
            and not find_caption(chunks[index].text)
        ):
            verdicts[index] = Verdict(role="headline", rule="headline")
            break
    return verdicts


def _is_text(chunk: Chunk) -> bool:
    return is_prose(chunk.text) and not find_caption(chunk.text)
