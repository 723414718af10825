"""Blocks as lines of plain text."""

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
    Note,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Sidebar,
    Table,
    ThematicBreak,
)
from a11ynews.model.formulas import shown_formula
from a11ynews.model.inlines import Inline
from a11ynews.model.numbering import item_marks
from a11ynews.model.outline import Outline
from a11ynews.model.posts import heading_of_post, without_heading
from a11ynews.model.tables import Cell
from a11ynews.render.addresses import safe_link
from a11ynews.render.alternatives import archive_word, honest_alt, signs_itself
from a11ynews.render.callouts import kind_word
from a11ynews.render.durations import duration_words
from a11ynews.render.embeds import embed_name
from a11ynews.render.phrases import Phrases
from a11ynews.render.plain.lines import MIN_WIDTH, display_width, hang, wrap
from a11ynews.render.plain.marks import note_mark, task_box
from a11ynews.render.plain.tables import row_lines
from a11ynews.render.plain.words import plain_word
from a11ynews.render.repeats import is_repeated
from a11ynews.render.text.inlines import InlineWriter

__all__ = ["BlockWriter"]


class BlockWriter:
    """Writes the blocks of one article; keeps its notes for the end."""

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
        self._words = words
        self._inlines = inlines
        self._blocks = blocks
        self._places = places
        self._outline = Outline()
        self._notes: list[Note] = []
        self._tables = 0

    def stack(self, blocks: Iterable[Block], width: int | None, *, gap: bool = True) -> list[str]:
        """Return blocks as lines, a blank line between two unless there is to be no ``gap``."""
        lines: list[str] = []
        for block in blocks:
            if block.lang:
                self._inlines.tell_foreign()
            if block.lang:
                self._inlines.tell_foreign()
            written = self._block(block, width)
            if gap and written and lines:
                lines.append("")
            lines += written
        return lines

    def notes(self, width: int | None, heading: str = "") -> list[str]:
        """Return the notes met so far under the page's heading or one of our own, those inside notes too."""
        if not self._notes:
            return []
        lines = [f"## {' '.join(heading.split()) or self._words.say('notes')}", ""]
        for note in self._notes:  # grows while it is gone over, if a note holds notes
            body = self.stack(note.blocks, _inner(width, 4))
            lines += hang(body or [""], f"{note_mark(note.label)} ", "    ")
        return lines

    def _block(self, block: Block, width: int | None) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
        match block:
            case Paragraph():
                return self._text(block.children, width)
            case Heading():
                return self._heading(self._text(block.children, width), block.level)
            case List():
                return self._list(block, width)
            case DefinitionList():
                return self._definitions(block, width)
            case Quote():
                return self._quote(block, width)
            case PullQuote():
                return self._pull_quote(block, width)
            case Callout():
                return self._aside(self._callout_title(block), block.blocks, width)
            case Sidebar():
                return self._aside(self._titled(self._words.say("sidebar"), block.title), block.blocks, width)
            case Details():
                return self._aside(self._inlines.write(block.summary), block.blocks, width)
            case LivePost():
                return self._live_post(block, width)
            case ClaimReview():
                return self._claim(block, width)
            case Figure():
                return self._figure(block, width)
            case Media():
                return self._media(block, width)
            case Embed():
                return self._embed(block, width)
            case Omitted():
                return wrap(self._bracketed(self._words.say("omitted", what=block.what), block.reason), width)
            case Table():
                return self._table(block, width)
            case CodeBlock():
                code = hang(block.text.expandtabs(4).strip("\n").splitlines(), "    ", "    ")
                return [*self._text(block.caption, width), *code]
            case MathBlock():
                return _plain(" ".join(filter(None, (shown_formula(block), block.label))), width)
            case Notes():
                self._notes += block.items
                return []
            case ThematicBreak():
                return ["* * *"]
            case _:
                assert_never(block)

    def _text(self, inlines: Sequence[Inline], width: int | None) -> list[str]:
        return _plain(self._inlines.write(inlines), width)

    def _heading(self, lines: list[str], level: int) -> list[str]:
        return hang(lines, f"{'#' * self._outline.level_for(level)} ", "") if lines else []

    def _below(self, blocks: Iterable[Block], width: int | None) -> list[str]:
        """Return the blocks of a piece, whose headings stand below those around it."""
        before = self._outline.enter()
        lines = self.stack(blocks, width)
        self._outline.leave(before)
        return lines

    def _titled(self, label: str, title: Sequence[Inline]) -> str:
        text = self._inlines.write(title).strip()
        return f"{label}{self._words.say('colon')}{text}" if text and label else text or label

    def _bracketed(self, *parts: str) -> str:
        """Return our own words in brackets, so that nobody takes them for the page's."""
        return f"[{' '.join(' '.join(part.split()) for part in parts if part.strip())}]"

    # -- lists -----------------------------------------------------------------------------------

    def _list(self, block: List, width: int | None) -> list[str]:
        tight = all(_is_short(item) for item in block.items)
        marks = [f"{mark}. " for mark in item_marks(block)] if block.ordered else ["- "] * len(block.items)
        lines: list[str] = []
        for item, number in zip(block.items, marks, strict=True):
            mark = f"{number}{task_box(item)}"
            body = self.stack(item.blocks, _inner(width, display_width(mark)), gap=not tight)
            if lines and not tight:
                lines.append("")
            lines += hang(body or [""], mark, " " * display_width(mark))
        return lines

    def _definitions(self, block: DefinitionList, width: int | None) -> list[str]:
        lines: list[str] = []
        for item in block.items:
            terms = ", ".join(text for term in item.terms if (text := self._inlines.write(term).strip()))
            body = self.stack(item.blocks, _inner(width, 2))
            label = f"{terms}{self._words.say('colon')}".rstrip() if terms else ""
            if label and len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph):
                body = _plain(f"{label} {self._inlines.write(item.blocks[0].children)}", width)
                lines += hang(body, "", "  ")
            else:
                lines += [*_plain(label, width), *hang(body, "  ", "  ")]
        return lines

    # -- quotes and asides -----------------------------------------------------------------------

    def _quote(self, quote: Quote, width: int | None) -> list[str]:
        inner = _inner(width, 2)
        body = self.stack(quote.blocks, inner)
        return _marked([*body, *self._attribution(quote.attribution, inner)])

    def _attribution(self, attribution: Sequence[Inline], width: int | None) -> list[str]:
        text = self._inlines.write(attribution).strip()
        return _plain(text if text.startswith(("—", "–", "-")) else f"— {text}", width) if text else []

    def _pull_quote(self, quote: PullQuote, width: int | None) -> list[str]:
        if is_repeated(quote, self._blocks):
            self._inlines.note("pull-quotes", "Pull quotes are left out: the story says the same words.")
            return []
        inner = _inner(width, 2)
        text = self._titled(plain_word("quote", self._words.language), quote.children)
        return _marked([*_plain(text, inner), *self._attribution(quote.attribution, inner)])

    def _callout_title(self, callout: Callout) -> str:
        return self._titled(kind_word(callout, self._words), callout.title)

    def _aside(self, title: str, blocks: Sequence[Block], width: int | None) -> list[str]:
        """Return a title in brackets and the content indented, so that its end is known too."""
        body = self._below(blocks, _inner(width, 2))
        head = wrap(self._bracketed(title), width) if title.strip() else []
        return [*head, *hang(body, "  ", "  ")]

    def _live_post(self, post: LivePost, width: int | None) -> list[str]:
        if (heading := heading_of_post(post)) is not None:
            post = without_heading(post, heading)
        title = " ".join(part for part in (post.time or "", self._inlines.write(post.title)) if part.strip())
        before = self._outline.enter()
        head = self._heading(_plain(title, width), 2)
        body = self.stack(post.blocks, width)
        self._outline.leave(before)
        return [*head, *([""] if head and body else []), *body]

    def _claim(self, claim: ClaimReview, width: int | None) -> list[str]:
        parts = {
            "claimant": claim.claimant or "",
            "claim": self._inlines.write(claim.claim),
            "claim_source": claim.source or "",
            "verdict": claim.verdict or "",
        }
        lines = [
            f"{self._words.say(key)}{self._words.say('colon')}{text}" for key, text in parts.items() if text.strip()
        ]
        return [broken for line in lines for broken in wrap(line, width)]

    # -- pictures, recordings, tables ------------------------------------------------------------

    def _figure(self, figure: Figure, width: int | None) -> list[str]:
        archive = archive_word(figure, self._words.say("archive_photo"))
        many, place = len(figure.images) > 1, self._places.get(id(figure))
        pictures = [
            (said, self._inlines.target(image.href))
            for number, image in enumerate(figure.images, start=1)
            if (said := self._image(image, figure, (number, len(figure.images)) if many else place))
        ]
        if not figure.images:
            pictures = [(self._words.say("picture_lost"), "")]
        elif not pictures and archive:
            pictures = [(archive, "")]
            archive = ""
        lines = [f"{self._bracketed(archive, picture)}{target}" for picture, target in pictures]
        if caption := self._inlines.write(figure.caption).strip():
            lines.append(self._labelled("caption", caption))
        if credit := self._inlines.write(figure.credit).strip():
            lines.append(credit if signs_itself(credit, self._words.say("photo")) else self._labelled("credit", credit))
        return [broken for line in lines for broken in wrap(line, width)]

    def _labelled(self, key: str, text: str) -> str:
        label = f"{plain_word(key, self._words.language)}{self._words.say('colon')}"
        return text if text.casefold().startswith(label.strip().casefold()) else f"{label}{text}"

    def _image(self, image: Image, figure: Figure, place: tuple[int, int] | None) -> str:
        """Return the picture in words, and which of how many it is; nothing for a decorative one."""
        counted = self._words.say("picture_of", number=place[0], count=place[1]) if place else ""
        alt = honest_alt(image, figure)
        if alt and counted:
            return f"{counted}{self._words.say('colon')}{alt}"
        if alt is not None:
            return (
                self._words.say("picture_offline", alt=alt)
                if alt
                else self._words.say("photo").capitalize()
                if image.href
                else ""
            )
        return f"{counted}. {self._unknown(figure)}" if counted else self._unknown(figure)

    def _unknown(self, figure: Figure) -> str:
        if figure.caption:
            return self._words.say("described_below")
        self._inlines.note("no-alt", "A picture has no description.")
        return self._words.say("no_description")

    def _media(self, media: Media, width: int | None) -> list[str]:
        label = self._named(self._words.say(media.kind), media.title, duration_words(media.duration_s, self._words))
        lines = [self._placed(label, media.src)]
        for track in media.tracks:
            key = "transcript" if track.kind in {"transcript", "descriptions"} else "captions"
            lines.append(self._placed(self._named(self._words.say(key), track.label or track.lang), track.src))
        caption = self._inlines.write(media.caption).strip()
        return [broken for line in (*lines, caption) if line for broken in wrap(line, width)]

    def _embed(self, embed: Embed, width: int | None) -> list[str]:
        head = wrap(self._placed(embed_name(embed, self._words), embed.url), width)
        body = hang(self.stack(embed.blocks, _inner(width, 2)), "  ", "  ")
        return [*head, *body, *self._text(embed.caption, width)]

    def _named(self, label: str, *details: str | None) -> str:
        told = ", ".join(detail for detail in details if detail and detail.strip())
        return f"{label}{self._words.say('colon')}{told}" if told else label

    def _placed(self, label: str, url: str | None) -> str:
        address = safe_link(url)
        where = f" <{address}>" if address else f" ({self._words.say('no_address')})"
        return self._bracketed(label) + where

    def _table(self, table: Table, width: int | None) -> list[str]:
        self._tables += 1
        head = self._titled(self._words.say("table", number=self._tables), table.caption)
        rows = row_lines(table, self._cell)
        lines = [broken for line in (f"[{head}]", *rows) for broken in hang(wrap(line, width), "", "  ")]
        notes = self.stack(table.notes, width)
        return [*lines, "", *notes] if notes else lines

    def _cell(self, cell: Cell) -> str:
        return " ".join(line.strip() for line in self.stack(cell.blocks, None) if line)


def _plain(text: str, width: int | None) -> list[str]:
    text = text.strip(" \n")
    return wrap(text, width) if text else []


def _inner(width: int | None, indent: int) -> int | None:
    return None if width is None else max(width - indent, MIN_WIDTH)


def _marked(lines: list[str]) -> list[str]:
    return hang(lines, "> ", "> ") if lines else []


def _is_short(item: ListItem) -> bool:
    """Whether an item is a single paragraph, perhaps with a list below it."""
    first, *rest = item.blocks or (None,)
    return isinstance(first, Paragraph | None) and all(isinstance(block, List) for block in rest)
