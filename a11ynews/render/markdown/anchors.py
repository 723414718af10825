"""The names that headings have where Markdown is shown, so that links within an article lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.model.article import Article
from a11ynews.model.blocks import Heading, LivePost
from a11ynews.model.posts import heading_of_post
from a11ynews.model.walk import iterate_blocks, visible_inline_text

__all__ = ["heading_anchors", "slug_of"]

_NO_NAME = re.compile(r"[^\w\- ]")


def slug_of(title: str) -> str:
    """Return the name that a heading gets: its words in small letters, hyphens between them.

    Example:
        >>> slug_of("What’s new, in short?"), slug_of("Über uns")
        ('whats-new-in-short', 'über-uns')

    Source:
        GitHub Docs, "Basic writing and formatting syntax", Section links; GitLab, Visual Studio Code, Pandoc
        (``gfm_auto_identifiers``) and others name headings alike.
    """
    return _NO_NAME.sub("", title.strip().lower()).replace(" ", "-")


def heading_anchors(article: Article, *, header: bool) -> dict[str, str]:
    """Return the name of each heading by the id of its block; the second of two alike ends in "-1".

    Args:
        article: The article.
        header: Whether the headline is written: it takes a name, too.
    """
    found: dict[str, str] = {}
    times: dict[str, int] = {}
    if header and article.title:
        times[slug_of(article.title)] = 1
    for block_id, title in _titles(article):
        slug = slug_of(title)
        number = times.get(slug, 0)
        times[slug] = number + 1
        if slug and block_id:
            found[block_id] = f"{slug}-{number}" if number else slug
    return found


def _titles(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each heading that is written, in order."""
    inside: set[int] = set()
    for block in iterate_blocks(article.body):
        match block:
            case LivePost():
                heading = heading_of_post(block)
                inside.add(id(heading))
                title = heading.children if heading is not None else block.title
                words = " ".join(part for part in (block.time or "", visible_inline_text(title)) if part.strip())
                if words:
                    yield heading.id if heading is not None else block.id, words
            case Heading() if id(block) not in inside:
                yield block.id, visible_inline_text(block.children)
            case _:
                pass
