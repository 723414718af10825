"""Plain text: what a terminal, a mail or a braille display needs.

No ruled lines and no columns made of spaces: a screen reader would read them out, and a braille
display has forty cells. What a page shows by its look is said in a word or two, in brackets.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.model.article import Article
from a11ynews.model.galleries import picture_places
from a11ynews.model.notes import label_notes, take_notes_heading
from a11ynews.render.base import Rendering
from a11ynews.render.phrases import Phrases, phrases_for
from a11ynews.render.plain.head import credit_lines, source_lines
from a11ynews.render.plain.lines import wrap
from a11ynews.render.plain.safety import one_line, strip_controls
from a11ynews.render.plain.words import plain_word
from a11ynews.render.repeats import blocks_by_id
from a11ynews.render.text.blocks import BlockWriter
from a11ynews.render.text.inlines import InlineWriter, LinkStyle

__all__ = ["Options", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen.

    Attributes:
        width: Columns at which lines break; None leaves each paragraph on one line, for programs
            and displays that break lines themselves.
        links: Addresses of links: "none", "inline" after the words, or "end", numbered in a list.
        header: Whether headline, byline, dates and source stand above and below the story.
    """

    width: int | None = None
    links: LinkStyle = "none"
    header: bool = True


def render(article: Article, options: Options | None = None) -> Rendering:
    r"""Return an article as plain text, without control characters.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> from a11ynews.model.blocks import Paragraph
        >>> from a11ynews.model.inlines import Text
        >>> story = Paragraph(children=(Text(text="It sails on Monday."),))
        >>> render(Article(metadata=Metadata(title="Ferry returns"), body=(story,))).text
        'Ferry returns\n\nIt sails on Monday.\n'
    """
    chosen = options or Options()
    words = phrases_for(article.language)
    inlines = InlineWriter(words, chosen.links, article.text)
    body, over = take_notes_heading(label_notes(article.body))
    blocks = BlockWriter(words, inlines, blocks_by_id(article), picture_places(body))
    parts = [blocks.stack(body, chosen.width), blocks.notes(chosen.width, over), _links(inlines, words)]
    if chosen.header:
        parts = [_head(article, words, chosen.width), *parts, source_lines(article, words)]
    content = "\n\n".join("\n".join(lines) for lines in parts if lines)
    safe = strip_controls(content).strip("\n")
    return Rendering(
        content=f"{safe}\n" if safe else "", media_type="text/plain", notices=tuple(inlines.notices.values())
    )


def _head(article: Article, words: Phrases, width: int | None) -> list[str]:
    """Return kicker and headline, then who and when, a blank line between them; the standfirst is the story's own."""
    metadata = article.metadata
    groups = [[one_line(title)] for title in (metadata.kicker, metadata.title) if title]
    groups.append(credit_lines(article, words))
    written = ["\n".join(broken for line in group for broken in wrap(line, width)) for group in groups if group]
    return "\n\n".join(written).split("\n") if written else []


def _links(inlines: InlineWriter, words: Phrases) -> list[str]:
    if not inlines.addresses:
        return []
    name = plain_word("link", words.language)
    rows = [f"{name} {number}{words.say('colon')}{url}" for url, number in inlines.addresses.items()]
    return [f"## {plain_word('links', words.language)}", "", *rows]
