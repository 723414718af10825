"""What a script passes over, told to whoever makes it: a listener cannot see that something is missing."""

from __future__ import annotations

from collections.abc import Iterator

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, CodeBlock, Embed, Figure, Media, Notes, PullQuote, Table
from a11ynews.model.findings import Notice
from a11ynews.model.inlines import Emphasis, Highlight, Inline, Link, NoteReference, Strong
from a11ynews.model.walk import contents, iterate_blocks, iterate_inlines
from a11ynews.speech.profile import Policy

__all__ = ["silences"]


def silences(article: Article, policy: Policy) -> tuple[Notice, ...]:
    """Return a notice for each kind of thing in an article that is not said, or not in full.

    Args:
        article: The story.
        policy: What is said of each part.

    Example:
        >>> from a11ynews.speech.profile import PROFILES
        >>> story = Article(body=(CodeBlock(text="sail()"),))
        >>> [notice.message for notice in silences(story, PROFILES["normal"])]
        ['Code is told by its length, not read.']
    """
    found: dict[str, str] = {}
    for block in iterate_blocks(article.body):
        found.update(_of_block(block, policy))
        for part in contents(block):
            for inline in iterate_inlines(part) if isinstance(part, tuple) else ():
                found.update(_of_inline(inline, policy))
    return tuple(Notice(kind=kind, message=message) for kind, message in found.items())


def _of_block(block: Block, policy: Policy) -> Iterator[tuple[str, str]]:
    match block:
        case CodeBlock() if policy.action("code") in ("name", "skip"):
            yield "code", "Code is told by its length, not read."
        case Table(rows=rows) if policy.action("table") in ("name", "skip"):
            yield "tables", "Tables are told by their size, not read."
        case Table(rows=rows) if sum(len(row.cells) for row in rows) > policy.table_cells_max:
            yield "tables", f"Tables of more than {policy.table_cells_max} cells are told by their size, not read."
        case Figure() if policy.action("figure") in ("name", "skip"):
            yield "pictures", "Pictures and their captions are not said."
        case Figure() if block.credit and policy.action("credit") == "skip":
            yield "credits", "Who made a picture is not said."
        case PullQuote(repeats=repeats) if repeats is not None or policy.action("pull-quote") == "skip":
            yield "pull-quotes", "Pull quotes are not said: the story says the same words."
        case Media() if policy.action("media") in ("name", "skip"):
            yield "recordings", "Recordings are not told."
        case Embed() if policy.action("embed") in ("name", "skip"):
            yield "embeds", "Content from other sites is not said."
        case Notes() if policy.action("notes") in ("name", "skip"):
            yield "notes", "Notes are not said."
        case _:
            pass


def _of_inline(inline: Inline, policy: Policy) -> Iterator[tuple[str, str]]:
    match inline:
        case NoteReference() if policy.action("note-mark") == "skip":
            yield "note-marks", "The marks of notes are silent."
        case Link():
            yield "links", "Where links lead is not said."
        case Emphasis() | Strong() | Highlight():
            yield "emphasis", "Emphasis is not heard."
        case _:
            pass
