"""The conductor of plain text reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import chain

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.findings import Notice, Removed
from a11ynews.model.inlines import Direction
from a11ynews.read.language import SAMPLE_CHARS, detect_language, with_language
from a11ynews.read.metadata.byline_parts import byline_of
from a11ynews.read.metadata.dates import find_moment
from a11ynews.read.plain.build import build_blocks
from a11ynews.read.plain.chunks import Chunk, behead
from a11ynews.read.plain.headers import is_byline_label, names_of, tags_of
from a11ynews.read.plain.inline_marks import without_marks
from a11ynews.read.plain.judge import judge
from a11ynews.read.plain.lines import Line, split_lines
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import ends_sentence, weight
from a11ynews.read.plain.solids import chunk_text
from a11ynews.read.plain.verdict import Role, Verdict, as_header, as_removed, header_words, markup

__all__ = ["read_plain"]

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LETTER = re.compile(r"[^\W\d_]")
#: One line alone is a story only from this weight on: two or three sentences.
_LINE_ALONE = 250
#: The shortest sentence that makes two lines a story.
_SHORTEST = 25
#: The longest lines are the story's, and tell its language.
_LINES_OF_STORY = 12

_Judged = Sequence[tuple[Chunk, Verdict]]


def read_plain(text: str, url: str | None = None) -> Article:
    r"""Read an already scraped text into an article.

    Residue of the page at both ends (skip links, a ticker, share buttons, other stories' headlines)
    is removed and accounted for. The headline, captions, datelines, crossheads, lists and quotations
    are found again. Nothing is guessed: what the text does not say stays None; its language is that of its
    letters and small words, if they are clear.

    Args:
        text: Characters, already decoded; any line ends; paragraphs with blank lines between, one a
            line, or broken at a fixed width; or Markdown.
        url: The address it came from, for the metadata; nothing is fetched.

    Returns:
        The article. Every visible character of the text is in its body, header or removed. A text
        without a story has the kind "not-an-article" and a notice "no-article".

    Example:
        >>> story = "The cat that was lost on Monday was found on a roof, the police said."
        >>> article = read_plain(f"Breaking News\n\nCat Found on Town Hall\n\n{story}")
        >>> article.title, [removed.kind for removed in article.removed]
        ('Cat Found on Town Hall', ['ticker-label'])
    """
    lines = tuple(split_lines(text))
    longest = sorted((line.text for line in lines), key=len)[-_LINES_OF_STORY:]
    language, _ = detect_language(" ".join(longest)[:SAMPLE_CHARS])
    chunks, verdicts = _with_headline(lines, url, language)
    judged = tuple(zip(chunks, verdicts, strict=True))
    story = [(chunk, verdict) for chunk, verdict in judged if verdict.role in ("story", "standfirst")]
    standfirsts = frozenset(i for i, (_, verdict) in enumerate(story) if verdict.role == "standfirst")
    body, marks = build_blocks([Look(chunk) for chunk, _ in story], standfirsts)
    header = [(chunk, verdict) for chunk, verdict in judged if verdict.role not in ("story", "standfirst", "furniture")]
    is_article = _is_story(body, chunks)
    sample = " ".join(chunk.text for chunk, _ in story)[:SAMPLE_CHARS]
    metadata, _ = with_language(_metadata(header, body, text, url, language), sample)
    return Article(
        metadata=metadata,
        body=body,
        header=tuple(as_header(*pair) for pair in header),
        removed=_removed(judged, header, marks),
        warnings=() if is_article else (_NO_ARTICLE,) if chunks else (_EMPTY,),
        kind="article" if is_article else "not-an-article",
    )


_NO_ARTICLE = Notice(kind="no-article", message="There is no story in this text: no sentence with anything around it.")
_EMPTY = Notice(kind="no-article", message="There is nothing in it: no text at all.")


def _is_story(body: Sequence[Block], chunks: Sequence[Chunk]) -> bool:
    paragraphs = [block.text for block in body if isinstance(block, Paragraph)]
    if len(chunks) == 1:
        return any(weight(text) >= _LINE_ALONE for text in paragraphs)
    return any(
        weight(text) >= _LINE_ALONE or (weight(text) >= _SHORTEST and ends_sentence(text)) for text in paragraphs
    )


def _with_headline(lines: Sequence[Line], url: str | None, language: str) -> tuple[Sequence[Chunk], list[Verdict]]:
    """Return chunks and their verdicts; a headline that filled its line, and so was joined to the story, is found."""
    joined = chunk_text(lines)
    chunks = without_marks(joined, url)
    verdicts = judge(chunks, language)
    if any(verdict.role == "headline" for verdict in verdicts):
        return chunks, verdicts
    parted = without_marks(behead(lines, joined), url)
    again = judge(parted, language)
    return (parted, again) if any(verdict.role == "headline" for verdict in again) else (chunks, verdicts)


def _removed(judged: _Judged, header: _Judged, marks: list[str]) -> tuple[Removed, ...]:
    """What was taken out, in order; then the marks that became structure, if any."""
    removed = [as_removed(chunk, verdict) for chunk, verdict in judged if verdict.role == "furniture"]
    gone = [*(chunk.mark for chunk, _ in header if chunk.mark.startswith("#")), *marks]
    gone += [mark for chunk, _ in judged for part in (chunk, *chain(*chunk.rows)) for mark in part.dropped]
    return (*removed, markup(gone)) if gone else tuple(removed)


def _metadata(header: _Judged, body: Sequence[Block], text: str, url: str | None, language: str) -> Metadata:
    bylines = [chunk.text for chunk, verdict in header if verdict.role == "byline"]
    names = [line for line in bylines if not is_byline_label(line)]
    authors = tuple(dict.fromkeys(name for line in names for name in names_of(line, language)))
    return Metadata(
        title=_first(header, "headline"),
        kicker=_first(header, "kicker"),
        byline=byline_of(" ".join(bylines), authors) if bylines else None,
        authors=authors,
        published=_moment(_first(header, "published")),
        published_text=_first(header, "published"),
        modified=_moment(_first(header, "modified")),
        summary=next(
            (block.text for block in body if isinstance(block, Paragraph) and block.role == "standfirst"), None
        ),
        tags=tuple(
            dict.fromkeys(tag for chunk, verdict in header if verdict.role == "tags" for tag in tags_of(chunk.text))
        ),
        direction=_direction(text),
        url=url,
    )


def _first(header: _Judged, role: Role) -> str | None:
    return next((header_words(chunk) for chunk, verdict in header if verdict.role == role), None)


def _moment(text: str | None) -> datetime | None:
    moment = find_moment(text) if text else None
    return moment.when if moment else None


def _direction(text: str) -> Direction | None:
    """The direction of most letters; None where the text has no letters."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    return "rtl" if len(_RTL.findall(text)) * 2 > letters else "ltr"
