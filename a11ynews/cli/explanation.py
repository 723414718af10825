"""What was kept as what, what was removed by which rule, and what became metadata: as data and as lines.

The lines are linear: one finding after the other, the counts first, no columns and no colour, so
that a screen reader says them in order and ``less`` shows them without wrapping tricks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import assert_never

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import (
    Block,
    Callout,
    ClaimReview,
    CodeBlock,
    DefinitionList,
    Details,
    Embed,
    Figure,
    Heading,
    List,
    LivePost,
    MathBlock,
    Media,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Sidebar,
    Table,
    ThematicBreak,
)

__all__ = ["Kept", "describe_block", "explain_data", "explain_lines", "kept_blocks"]

PREVIEW_CHARS = 72
"""First words of a piece: enough to find it on the page, and with its indent within 80 columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One block of the story.

    Attributes:
        number: Its place, inner blocks after a dot ("3.1").
        what: What it was kept as, with what matters of it ("heading, level 2").
        text: Its words.
        where: The place in the source.
        rule: The rule that made it what it is, if one did.
    """

    number: str
    what: str
    text: str
    where: str
    rule: str


def kept_blocks(blocks: Sequence[Block], prefix: str = "") -> Iterator[Kept]:
    """Yield all blocks in reading order, inner ones after the one they are in.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> words = Paragraph(children=(Text(text="Tea."),))
        >>> [(kept.number, kept.what) for kept in kept_blocks([Quote(blocks=(words,))])]
        [('1', 'quote'), ('1.1', 'paragraph')]
    """
    for index, block in enumerate(blocks, start=1):
        number = f"{prefix}{index}"
        yield Kept(number=number, what=describe_block(block), text=block.text, where=block.where, rule=block.why)
        yield from kept_blocks(_inner(block), f"{number}.")


def _inner(block: Block) -> Sequence[Block]:
    match block:
        case Quote() | Callout() | Sidebar() | Details() | LivePost() | Embed():
            return block.blocks
        case List() | DefinitionList() | Notes():
            return [inner for item in block.items for inner in item.blocks]
        case Heading() | Paragraph() | CodeBlock() | MathBlock() | ThematicBreak() | PullQuote() | ClaimReview():
            return ()
        case Figure() | Media() | Omitted() | Table():
            return ()
        case _:
            assert_never(block)


def describe_block(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
    """Say in a few words what a block is.

    Example:
        >>> describe_block(List(items=(), ordered=True))
        'numbered list, 0 items'
    """
    match block:
        case Heading():
            return f"heading, level {block.level}" + (", without a heading element" if block.inferred else "")
        case Paragraph():
            return {"body": "paragraph", "standfirst": "standfirst", "speaker": "paragraph, a speaker's turn"}[
                block.role
            ]
        case List():
            return f"{'numbered ' if block.ordered else ''}list, {_count(len(block.items), 'item')}"
        case DefinitionList():
            return f"list of definitions, {_count(len(block.items), 'entry', 'entries')}"
        case Quote():
            return "quote" + (", with who said it" if block.attribution else "")
        case PullQuote():
            return "pull quote, not read out"
        case Callout():
            return f"note set apart ({block.kind})"
        case Sidebar():
            return "sidebar"
        case Details():
            return "part that opens"
        case LivePost():
            return "live post" + (f", {block.time}" if block.time else "")
        case ClaimReview():
            return "claim and verdict of a fact check"
        case CodeBlock():
            return "code" + (f" in {block.language}" if block.language else "")
        case MathBlock():
            return "formula"
        case ThematicBreak():
            return "break"
        case Figure():
            pictures = _count(len(block.images), "picture") if block.images else "its picture lost"
            return f"figure, {pictures}" + (", archive photo" if block.archive_photo else "")
        case Media():
            return f"{block.kind} recording"
        case Embed():
            return f"embed ({block.kind}{', ' + block.provider if block.provider else ''})"
        case Omitted():
            return f"left out: {block.what}, {block.reason}"
        case Table():
            return f"table, {_count(len(block.rows), 'row')}"
        case Notes():
            return f"notes, {_count(len(block.items), 'note')}"
        case _:
            assert_never(block)


def explain_data(article: Article) -> dict[str, object]:
    """Return the explanation for programs: plain data, ready for ``json.dumps``.

    The keys are ``kind``, ``language``, ``metadata`` (a list of claims), ``header``, ``kept``,
    ``removed`` and ``warnings``; the entries have the fields of the records that they come from.
    """
    return {
        "kind": article.kind,
        "title": article.title,
        "language": article.language,
        "metadata": [asdict(candidate) for candidate in article.metadata.candidates],
        "header": [asdict(text) for text in article.header],
        "kept": [asdict(kept) for kept in kept_blocks(article.body)],
        "removed": [asdict(piece) for piece in article.removed],
        "warnings": [asdict(notice) for notice in article.warnings],
    }


def explain_lines(article: Article, name: str) -> Iterator[str]:
    """Yield the explanation for people, line by line.

    Args:
        article: The article.
        name: What to call the input.
    """
    kept = list(kept_blocks(article.body))
    yield f"{name}: {article.kind.replace('-', ' ')}."
    counts = (_count(len(kept), "block") + " kept", _count(len(article.removed), "piece") + " removed")
    yield f"{', '.join(counts)}, {_count(len(article.warnings), 'warning')}."
    yield from _section("About the story", _about(article.metadata))
    yield from _section("Words of the page that became this", _header(article))
    yield from _section("Kept, in reading order", _kept(kept))
    yield from _section("Removed", _removed(article))
    yield from _section("Warnings", (f"{notice.kind}: {notice}" for notice in article.warnings))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    content = list(lines)
    if content:
        yield ""
        yield title
        yield from content


_FIELDS = ("title", "kicker", "summary", "authors", "published", "modified", "language", "direction")
_FIELDS_AFTER = ("site_name", "section", "tags", "url", "canonical_url", "licence", "access")


def _about(metadata: Metadata) -> Iterator[str]:
    for name in (*_FIELDS, *_FIELDS_AFTER):
        value = getattr(metadata, name)
        if value in (None, ()):
            continue
        shown = "; ".join(value) if isinstance(value, tuple) else str(value)
        yield f"{name.replace('_', ' ').capitalize()}: {shown}{_sources(metadata, name)}"


def _sources(metadata: Metadata, name: str) -> str:
    """Where a value was found, and who on the page says something else."""
    claims = [claim for claim in metadata.candidates if claim.field == name]
    winners = {claim.value.strip() for claim in claims if claim.chosen}
    agreed = dict.fromkeys(claim.source for claim in claims if claim.value.strip() in winners)
    others = dict.fromkeys(
        f"{claim.source} says {_preview(claim.value)}" for claim in claims if claim.value.strip() not in winners
    )
    parts = [f"from {', '.join(agreed)}"] if agreed else []
    parts += others
    return f" ({'; '.join(parts)})" if parts else ""


def _header(article: Article) -> Iterator[str]:
    for text in article.header:
        yield f"{text.role}: {_preview(text.text)}{_place(text.where)}"


def _kept(blocks: list[Kept]) -> Iterator[str]:
    for kept in blocks:
        yield f"{kept.number}. {kept.what}{_place(kept.where)}{_rule(kept.rule)}"
        if kept.text:
            yield f"   {_preview(kept.text)}"


def _removed(article: Article) -> Iterator[str]:
    for number, piece in enumerate(article.removed, start=1):
        yield f"{number}. {piece.kind}{_place(piece.where)}{_rule(piece.rule)}: {piece.reason}"
        yield f"   {_preview(piece.text)}"


def _place(where: str) -> str:
    return f", at {where}" if where else ""


def _rule(rule: str) -> str:
    return f", by the rule {rule}" if rule else ""


def _preview(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= PREVIEW_CHARS else f"“{words[:PREVIEW_CHARS].rstrip()} …”"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
