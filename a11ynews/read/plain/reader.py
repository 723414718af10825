"""The conductor of plain text reading."""

from __future__ import annotations

from a11ynews.model.article import Article, Metadata
from a11ynews.model.findings import Notice
from a11ynews.read.plain.build import build_blocks
from a11ynews.read.plain.chunks import chunk_lines
from a11ynews.read.plain.judge import judge
from a11ynews.read.plain.lines import split_lines
from a11ynews.read.plain.verdict import as_header, as_removed

__all__ = ["read_plain"]


def read_plain(text: str, url: str | None = None) -> Article:
    """Read a scraped text into an article.

    Args:
        text: Characters, already decoded; any line ends, any layout.
        url: The address it came from, for the metadata; nothing is fetched.

    Returns:
        The article. Every visible character of the text is in its body, header or removed.

    Example:
        >>> article = read_plain("Breaking News\\n\\nCat Found\\n\\nThe cat that was lost on Monday was found on a roof, police said.")
        >>> article.title, [removed.kind for removed in article.removed]
        ('Cat Found', ['ticker-label'])
    """
    chunks = chunk_lines(tuple(split_lines(text)))
    judged = tuple(zip(chunks, judge(chunks), strict=True))
    title = next((chunk.text for chunk, verdict in judged if verdict.role == "headline"), None)
    body = tuple(build_blocks(chunk for chunk, verdict in judged if verdict.role == "story"))
    return Article(
        metadata=Metadata(title=title, url=url),
        body=body,
        header=tuple(as_header(*pair) for pair in judged if pair[1].role not in ("story", "furniture")),
        removed=tuple(as_removed(*pair) for pair in judged if pair[1].role == "furniture"),
        warnings=() if body else (Notice(kind="no-article", message="There is no story in this text."),),
        kind="article" if body else "not-an-article",
    )
