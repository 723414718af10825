"""Blocks as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

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
    Image,
    List,
    ListItem,
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
from a11ynews.model.inlines import Inline, Text, inline_text
from a11ynews.model.numbering import item_marks, item_numbers
from a11ynews.model.outline import Outline
from a11ynews.model.posts import heading_of_post, without_heading
from a11ynews.model.tables import Cell
from a11ynews.model.walk import block_pieces
from a11ynews.render.alternatives import archive_word, honest_alt, signs_itself
from a11ynews.render.callouts import kind_word
from a11ynews.render.durations import duration_words
from a11ynews.render.embeds import embed_name
from a11ynews.render.markdown.commonmark import destination, escape, fence, guard_line, picture_destination
from a11ynews.render.markdown.inlines import InlineWriter
from a11ynews.render.markdown.tables import table_lines
from a11ynews.render.phrases import Phrases
from a11ynews.render.plain.lines import hang
from a11ynews.render.plain.marks import task_box
from a11ynews.render.plain.words import plain_word
from a11ynews.render.repeats import is_repeated

__all__ = ["BlockWriter", "paragraph"]


class BlockWriter:
    """Writes the blocks of one article; its notes are left to the end of the document."""

    def __init__(
        self, words: Phrases, inlines: InlineWriter, blocks: Mapping[str, Block], places: Mapping[int, tuple[int, int]]
    ) -> None:
        """Start an article.

        Args:
            words: The fixed words of the article's language.
            inlines: Writes what stands inside a line.
            blocks: All blocks by id, to see what a pull quote repeats.
            places: Which picture of how many a figure in a row is, by its identity.
        """
        self._places = places
        self._words = words
        self._inlines = inlines
        self._blocks = blocks
        self._outline = Outline()
        self._tables = 0

    def stack(self, blocks: Iterable[Block]) -> list[str]:
        """Return blocks as lines, a blank line between two."""
        lines: list[str] = []
        before: Block | None = None
        turn = 0
        for block in blocks:
            if block.lang:
                self._inlines.tell_foreign()
            # Two lists of one kind in a row would be read as one: the second takes the other mark.
            turn = 1 - turn if isinstance(before, List) and isinstance(block, List) else 0
            written = self._list(block, turn) if isinstance(block, List) else self._block(block)
            if written:
                lines += ["", *written] if lines else written
                before = block
        return lines

    def _block(self, block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
        match block:
            case Paragraph():
                return paragraph(self._inlines.lines(block.children))
            case Heading():
                return self._heading(block.children, block.level)
            case List():
                return self._list(block, 0)
            case DefinitionList():
                return self._definitions(block)
            case Quote():
                return _quoted([*self.stack(block.blocks), *self._attribution(block.attribution)])
            case PullQuote():
                return self._pull_quote(block)
            case Callout():
                return self._aside(self._titled(kind_word(block, self._words), block.title), block.blocks)
            case Sidebar():
                return self._aside(self._titled(self._words.say("sidebar"), block.title), block.blocks)
            case Details():
                return self._aside(block.summary, block.blocks)
            case LivePost():
                return self._live_post(block)
            case ClaimReview():
                return self._claim(block)
            case Figure():
                return self._figure(block)
            case Media():
                return self._media(block)
            case Embed():
                return self._embed(block)
            case Omitted():
                said = f"[{self._words.say('omitted', what=block.what)} {block.reason}".rstrip()
                return [escape(f"{said}]")]
            case Table():
                return self._table(block)
            case CodeBlock():
                return _joined(
                    paragraph(self._inlines.lines(block.caption, "**")), fence(block.text.strip("\n"), block.language)
                )
            case MathBlock():
                return self._math(block)
            case Notes():
                return []
            case ThematicBreak():
                return ["***"]
            case _:
                assert_never(block)

    def _heading(self, title: Sequence[Inline], level: int) -> list[str]:
        text = self._inlines.line(title)
        return [f"{'#' * self._outline.level_for(level)} {text}"] if text else []

    def _live_post(self, post: LivePost) -> list[str]:
        if (heading := heading_of_post(post)) is not None:
            post = without_heading(post, heading)
        before = self._outline.enter()
        head = self._heading((*(_text(f"{post.time} ") if post.time else ()), *post.title), 2)
        lines = _joined(head, self.stack(post.blocks))
        self._outline.leave(before)
        return lines

    # -- lists -----------------------------------------------------------------------------------

    def _list(self, block: List, turn: int) -> list[str]:
        counted = block.ordered and _counts_on(block)
        if block.ordered and not counted:
            self._inlines.note("list-numbers", "Markdown cannot number a list this way: the numbers are text.")
        tight = all(_is_short(item) for item in block.items)
        lines: list[str] = []
        for item, number in zip(block.items, item_marks(block), strict=True):
            mark = f"{number}{'.)'[turn]} " if counted else f"{'-+'[turn]} "
            body = self._numbered(item, number) if block.ordered and not counted else self.stack(item.blocks)
            if lines and not tight:
                lines.append("")
            hung = " " * len(mark)
            lines += hang([line for line in body if line or not tight] or [""], f"{mark}{task_box(item)}", hung)
        return lines

    def _numbered(self, item: ListItem, number: str) -> list[str]:
        """Return an item that bears its number as text."""
        shown = Text(text=f"{number}. ")
        match item.blocks:
            case (Paragraph() as first, *rest):
                return _joined(paragraph(self._inlines.lines((shown, *first.children))), self.stack(rest))
            case blocks:
                return _joined(self._inlines.lines((shown,)), self.stack(blocks))

    def _definitions(self, block: DefinitionList) -> list[str]:
        self._inlines.note("definition-lists", "Markdown has no definition lists: the terms are bold items of a list.")
        lines: list[str] = []
        for item in block.items:
            terms = [self._inlines.line(term, "**") for term in item.terms]
            body = _joined(paragraph([term for term in terms if term]), self.stack(item.blocks))
            lines += ["", *hang(body, "- ", "  ")] if lines else hang(body, "- ", "  ")
        return lines

    # -- quotes and asides -----------------------------------------------------------------------

    def _attribution(self, attribution: Sequence[Inline]) -> list[str]:
        dash = "" if inline_text(attribution).lstrip().startswith(("—", "–", "-")) else "— "
        lines = self._inlines.lines((*_text(dash), *attribution)) if attribution else []
        return ["", *paragraph(lines)] if lines else []

    def _pull_quote(self, quote: PullQuote) -> list[str]:
        if is_repeated(quote, self._blocks):
            self._inlines.note("pull-quotes", "Pull quotes are left out: the story says the same words.")
            return []
        return _quoted([*paragraph(self._inlines.lines(quote.children)), *self._attribution(quote.attribution)])

    def _titled(self, label: str, title: Sequence[Inline]) -> tuple[Inline, ...]:
        lead = f"{label}{self._words.say('colon')}" if label and title else label
        return (*_text(lead), *title) if lead else tuple(title)

    def _aside(self, title: Sequence[Inline], blocks: Sequence[Block]) -> list[str]:
        head = paragraph(self._inlines.lines(title, "**"))
        before = self._outline.enter()
        body = self.stack(blocks)
        self._outline.leave(before)
        return _quoted(_joined(head, body))

    def _claim(self, claim: ClaimReview) -> list[str]:
        parts = {
            "claimant": _text(claim.claimant or ""),
            "claim": claim.claim,
            "claim_source": _text(claim.source or ""),
            "verdict": _text(claim.verdict or ""),
        }
        return paragraph([self._labelled(self._words.say(key), said) for key, said in parts.items() if said])

    def _labelled(self, label: str, said: Sequence[Inline]) -> str:
        return self._inlines.line((*_text(f"{label}{self._words.say('colon')}"), *said))

    # -- pictures, recordings, tables ------------------------------------------------------------

    def _figure(self, figure: Figure) -> list[str]:
        lines = self._pictures(figure)
        ours = [] if figure.images else [self._words.say("picture_lost")]
        ours += [archive] if (archive := archive_word(figure, self._words.say("archive_photo"))) else []
        lines += [guard_line(escape(f"[{' '.join(ours)}]"))] if ours else []
        lines += self._inlines.lines(figure.caption, "*")
        if signs_itself(inline_text(figure.credit), self._words.say("photo")):
            lines += self._inlines.lines(figure.credit)
        elif figure.credit:
            lines.append(self._labelled(plain_word("credit", self._words.language), figure.credit))
        return paragraph(lines)

    def _pictures(self, figure: Figure) -> list[str]:
        """Return a line a picture; one of a gallery says which of how many it is, as a word before it."""
        many = len(figure.images)
        places = [(number, many) for number in range(1, many + 1)] if many > 1 else [self._places.get(id(figure))]
        return [
            f"{escape(self._words.say('picture_of', number=place[0], count=place[1]))} {shown}" if place else shown
            for place, shown in zip(
                places, [self._linked_picture(image, figure) for image in figure.images], strict=False
            )
        ]

    def _linked_picture(self, image: Image, figure: Figure) -> str:
        picture, target = self._picture(image, figure), destination(image.href) if image.href else None
        return f"[{picture}]({target})" if target else picture

    def _picture(self, image: Image, figure: Figure) -> str:
        source = picture_destination(image.src)
        alt = honest_alt(image, figure)
        if alt is None and not figure.caption:
            self._inlines.note("no-alt", "A picture has no description.")
        if alt is None:
            alt = self._words.say("described_below" if figure.caption else "no_description")
        if source is None:
            return escape(f"[{self._words.say('picture_offline', alt=alt)}]")
        return f"![{escape(alt).strip()}]({source})"

    def _media(self, media: Media) -> list[str]:
        told = ", ".join(filter(None, (media.title, duration_words(media.duration_s, self._words))))
        lines = [self._placed(self._words.say(media.kind), told, media.src)]
        for track in media.tracks:
            key = "transcript" if track.kind in {"transcript", "descriptions"} else "captions"
            lines.append(self._placed(self._words.say(key), track.label or track.lang, track.src))
        return paragraph([*lines, *self._inlines.lines(media.caption, "*")])

    def _embed(self, embed: Embed) -> list[str]:
        head = [self._placed(embed_name(embed, self._words), None, embed.url)]
        caption = paragraph(self._inlines.lines(embed.caption, "*"))
        return _joined(_joined(head, _quoted(self.stack(embed.blocks))), caption)

    def _placed(self, label: str, title: str | None, url: str | None) -> str:
        """Return a link to a thing from elsewhere, its kind first."""
        told = title if title and title.strip() else ""
        words = escape(f"{label}{self._words.say('colon')}{told}" if told else label).strip()
        target = destination(url)
        return f"[{words}]({target})" if target else f"{words} ({escape(self._words.say('no_address'))})"

    def _table(self, table: Table) -> list[str]:
        self._tables += 1
        caption = self._titled(self._words.say("table", number=self._tables), table.caption)
        self._inlines.in_table = True
        rows = table_lines(table, self._cell, self._inlines.note)
        self._inlines.in_table = False
        above = _joined(paragraph(self._inlines.lines(caption, "**")) if table.caption else [], rows)
        return _joined(above, self.stack(table.notes))

    def _cell(self, cell: Cell) -> str:
        parts = []
        for block in cell.blocks:
            if isinstance(block, Paragraph | Heading):
                parts.append(self._inlines.line(block.children))
            else:
                self._inlines.note("table-cells", "A cell of a Markdown table holds text only: its structure is lost.")
                parts.append(escape(" ".join(block_pieces((block,)))))
        return " ".join(part for part in parts if part)

    def _math(self, block: MathBlock) -> list[str]:
        self._inlines.note("math", "Markdown has no formulas: the characters or the LaTeX source are shown.")
        shown = block.text or block.spoken or ""
        label = f" {block.label}" if block.label else ""
        if not shown.strip():
            source = fence(block.latex, "latex") if block.latex else []
            return [*source, *paragraph(self._inlines.lines(_text(label.strip())))] if label else source
        return paragraph(self._inlines.lines(_text(shown + label)))


def paragraph(lines: Sequence[str]) -> list[str]:
    r"""Return lines as one paragraph, each but the last with the backslash of a hard break.

    Example:
        >>> paragraph(["12 Quay Street", "Port Ellen"])
        ['12 Quay Street\\', 'Port Ellen']
    """
    return [*(f"{line}\\" for line in lines[:-1]), *lines[-1:]]


def _counts_on(block: List) -> bool:
    """Whether Markdown numbers the list like that: in digits, upwards, one by one, at most nine of them."""
    found = item_numbers(block)
    return (
        block.numbering == "decimal"
        and all(number == found[0] + index for index, number in enumerate(found))
        and (not found or (found[0] >= 0 and found[-1] <= _MAX_NUMBER))
    )


_MAX_NUMBER = 999_999_999  # CommonMark 0.31.2, 5.2: longer numbers start no list


def _is_short(item: ListItem) -> bool:
    """Whether an item is a single paragraph, perhaps with a list below it."""
    first, *rest = item.blocks or (None,)
    return isinstance(first, Paragraph | None) and all(isinstance(block, List) for block in rest)


def _joined(above: list[str], below: list[str]) -> list[str]:
    return [*above, "", *below] if above and below else above or below


def _quoted(lines: list[str]) -> list[str]:
    while lines and not lines[0]:
        lines = lines[1:]
    return hang(lines, "> ", "> ")


def _text(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),) if text.strip() else ()
