"""What need not be said, because the story says the same words anyway: pull quotes, and labels of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Heading, Paragraph, PullQuote
from a11ynews.model.inlines import Inline
from a11ynews.model.walk import iterate_blocks, visible_inline_text

__all__ = ["blocks_by_id", "is_repeated"]


def blocks_by_id(article: Article) -> dict[str, Block]:
    """Return all blocks that have an id, at any depth."""
    return {block.id: block for block in iterate_blocks(article.body) if block.id}


def is_repeated(pull_quote: PullQuote, blocks: Mapping[str, Block]) -> bool:
    """Tell whether every word of a pull quote, its attribution too, stands in the block it repeats.

    The claim is checked, so that nothing is lost on a wrong one. Only a paragraph or a heading counts: it cannot
    hold the pull quote itself.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> said = Paragraph(id="b1", children=(Text(text="“We sail on Monday,” she said."),))
        >>> is_repeated(PullQuote(children=(Text(text="We sail on Monday,"),), repeats="b1"), {"b1": said})
        True
        >>> is_repeated(PullQuote(children=(Text(text="We sail today."),), repeats="b1"), {"b1": said})
        False
    """
    repeated = blocks.get(pull_quote.repeats or "")
    if not isinstance(repeated, Paragraph | Heading):
        return False
    said = _words(repeated.children)
    return _words(pull_quote.children) in said and _words(pull_quote.attribution) in said


def _words(inlines: Iterable[Inline]) -> str:
    """Return the letters and digits of words: quotation marks and capitals are the display's."""
    return "".join(filter(str.isalnum, visible_inline_text(inlines).casefold()))
