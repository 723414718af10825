"""Blocks as HTML: one short function each."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from a11ynews.model.inlines import Inline, Text
from a11ynews.render.callouts import kind_word
from a11ynews.render.html.figures import write_embed, write_figure, write_media, write_omitted
from a11ynews.render.html.inlines import (
    cite_attribute,
    has_words,
    write_line,
    write_math,
    write_plain,
)
from a11ynews.render.html.notes import write_notes
from a11ynews.render.html.posts import write_live_post
from a11ynews.render.html.sheet import Sheet
from a11ynews.render.html.tables import write_table
from a11ynews.render.html.titles import write_title
from a11ynews.render.markup import escape

__all__ = ["write_block"]

_CODE_LANGUAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9+#-]{0,19}")  # "c++", "objective-c", "f#"


def write_block(block: Block, sheet: Sheet) -> None:
    """Write one block of any kind."""
    if block.lang:
        outside, sheet.language = sheet.language, block.lang
        _other(block, sheet)
        sheet.language = outside
    elif isinstance(block, Paragraph):  # nine of ten
        _paragraph(block, sheet)
    else:
        _other(block, sheet)


def _other(block: Block, sheet: Sheet) -> None:  # noqa: C901, PLR0912 - a closed union, one arm each
    match block:
        case Heading():
            _heading(block, sheet)
        case Paragraph():
            _paragraph(block, sheet)
        case List():
            _list(block, sheet)
        case DefinitionList():
            _definitions(block, sheet)
        case Quote():
            _quote(block, sheet)
        case PullQuote():
            _pull_quote(block, sheet)
        case Callout():
            _callout(block, sheet)
        case Sidebar():
            _sidebar(block, sheet)
        case Details():
            _details(block, sheet)
        case LivePost():
            write_live_post(block, sheet)
        case ClaimReview():
            _claim_review(block, sheet)
        case Figure():
            write_figure(block, sheet)
        case Media():
            write_media(block, sheet)
        case Embed():
            write_embed(block, sheet)
        case Omitted():
            write_omitted(block, sheet)
        case Table():
            write_table(block, sheet)
        case CodeBlock():
            _code(block, sheet)
        case MathBlock():
            _math(block, sheet)
        case Notes():
            write_notes(block, sheet)
        case ThematicBreak():
            sheet.out.append("<hr>\n")
        case _:
            assert_never(block)


# -- text ----------------------------------------------------------------------------------------


def _paragraph(paragraph: Paragraph, sheet: Sheet) -> None:
    if not has_words(paragraph.children):
        return
    role = paragraph.role
    named = "" if role == "body" else f' class="{"standfirst" if role == "standfirst" else "speaker"}"'
    sheet.out.append(f"<p{named}{sheet.attributes(paragraph)}>")
    write_line(paragraph.children, sheet, paragraph.id)
    sheet.out.append("</p>\n")


def _heading(heading: Heading, sheet: Sheet) -> None:
    if has_words(heading.children):
        write_title(heading, heading.children, heading.level, sheet, sheet.attributes(heading))


def _code(code: CodeBlock, sheet: Sheet) -> None:
    named = code.language is not None and _CODE_LANGUAGE.fullmatch(code.language)
    language = f' class="language-{code.language}"' if named else ""
    lines = escape(code.text.replace("\r\n", "\n"))
    # Its language is no language of people, whatever the page's "lang" says, and runs from left to right.
    listing = f'<pre{sheet.identity(code.id)} dir="ltr"><code{language}>{lines}</code></pre>'
    if not has_words(code.caption):
        sheet.out.append(f"{listing}\n")
        return
    sheet.out.append('<figure class="code"><figcaption>')
    write_line(code.caption, sheet, code.id, "title")
    sheet.out.append(f"</figcaption>{listing}</figure>\n")


def _math(math: MathBlock, sheet: Sheet) -> None:
    sheet.out.append(f'<p class="formula"{sheet.attributes(math)}>')
    write_math(math.text, math.latex, math.spoken, sheet, f' display="block"{sheet.heard_as(f"{math.id}-s1")}')
    if math.label:
        sheet.out.append(f' <span class="label">{escape(math.label)}</span>')
    sheet.out.append("</p>\n")


# -- lists ---------------------------------------------------------------------------------------


_NUMBERING = {
    "lower-alpha": ' type="a"',
    "upper-alpha": ' type="A"',
    "lower-roman": ' type="i"',
    "upper-roman": ' type="I"',
}


def _list(block: List, sheet: Sheet) -> None:
    if not block.items:
        return
    tag = "ol" if block.ordered else "ul"
    start = f' start="{int(block.start)}"' if block.ordered and block.start != 1 else ""
    turned = " reversed" if block.ordered and block.reversed else ""
    kind = _NUMBERING.get(block.numbering, "") if block.ordered else ""
    sheet.out.append(f"<{tag}{sheet.attributes(block)}{kind}{start}{turned}>\n")
    for item in block.items:
        value = f' value="{int(item.value)}"' if block.ordered and item.value is not None else ""
        _item(item, value, sheet)
    sheet.out.append(f"</{tag}>\n")


def _item(item: ListItem, value: str, sheet: Sheet) -> None:
    match item.blocks:
        case (Paragraph(role="body") as first, *rest) if all(isinstance(block, List) for block in rest):
            sheet.out.append(f"<li{sheet.attributes(first)}{value}>{_box(item, sheet)}")
            write_line(first.children, sheet, first.id)
            sheet.flow(rest)
        case _:
            sheet.out.append(f"<li{value}>{_box(item, sheet)}")
            sheet.flow(item.blocks)
    sheet.out.append("</li>\n")


def _box(item: ListItem, sheet: Sheet) -> str:
    """Return the box of a task: a sign for the eye, words for the ear, which would hear the sign's Unicode name."""
    if item.checked is None:
        return ""
    sign, key = ("☑", "done") if item.checked else ("☐", "not_done")
    words = f"{sheet.said(key)}{sheet.said('colon')}"
    return f'<span aria-hidden="true">{sign}</span> <span class="aside-word"{sheet.words.marks}>{words}</span>'


def _definitions(block: DefinitionList, sheet: Sheet) -> None:
    if not block.items:
        return
    sheet.out.append(f"<dl{sheet.attributes(block)}>\n")
    number = 0
    for item in block.items:
        # A definition without a term is no valid list. Terms are named in order, those of one block together.
        for term in item.terms or ((Text(text="–"),),):
            number += 1
            sheet.out.append("<dt>")
            write_line(term, sheet, block.id, f"term{number}")
            sheet.out.append("</dt>")
        sheet.out.append("<dd>")
        match item.blocks:
            case (Paragraph(role="body", lang=None, dir=None) as only,):
                write_line(only.children, sheet, only.id)
            case _:
                sheet.flow(item.blocks)
        sheet.out.append("</dd>\n")
    sheet.out.append("</dl>\n")


# -- quotes and asides ---------------------------------------------------------------------------


def _quote(quote: Quote, sheet: Sheet) -> None:
    attributed = has_words(quote.attribution)
    out = sheet.out
    if attributed:
        out.append(f'<figure class="quote"{sheet.attributes(quote)}><blockquote{cite_attribute(quote.cite)}>\n')
    else:
        out.append(f"<blockquote{sheet.attributes(quote)}{cite_attribute(quote.cite)}>\n")
    sheet.flow(quote.blocks)
    out.append("</blockquote>")
    if attributed:
        out.append("<figcaption>")
        write_line(quote.attribution, sheet, quote.id, "attribution")
        out.append("</figcaption></figure>")
    out.append("\n")


def _pull_quote(quote: PullQuote, sheet: Sheet) -> None:
    # Words that the body says anyway are for the eye only; a link in them would be a trap for the keyboard.
    repeats = quote.repeats is not None and sheet.ids.find(quote.repeats) is not None
    hidden = ' aria-hidden="true"' if repeats else ""
    ink = sheet.ink

    def write(children: Sequence[Inline], part: str) -> None:
        if repeats:
            write_plain(children, sheet)
        else:
            write_line(children, sheet, quote.id, part)

    sheet.out.append(f'<figure class="pull-quote"{sheet.attributes(quote)}{hidden}><blockquote><p>')
    write(quote.children, "")
    sheet.out.append("</p></blockquote>")
    if has_words(quote.attribution):
        sheet.out.append("<figcaption>")
        write(quote.attribution, "attribution")
        sheet.out.append("</figcaption>")
    sheet.out.append("</figure>\n")
    sheet.ink = ink


def _callout(callout: Callout, sheet: Sheet) -> None:
    # Its title is no heading: who moves by headings moves through the story, not through its margin.
    word = kind_word(callout, sheet.words)
    sheet.out.append(f'<div class="callout" role="note"{sheet.attributes(callout)}>')
    if word or has_words(callout.title):
        colon = sheet.words.say("colon") if has_words(callout.title) else ""
        ours = f"<span{sheet.words.marks}>{escape(word + colon)}</span>" if word else ""
        sheet.out.append(f'<p class="label">{ours}')
        write_line(callout.title, sheet, callout.id)
        sheet.out.append("</p>\n")
    sheet.flow(callout.blocks)
    sheet.out.append("</div>\n")


def _inside(piece: Sidebar, sheet: Sheet) -> None:
    """Write a titled piece: what is in it stands below its title in the outline."""
    before = sheet.outline.enter()
    if has_words(piece.title):
        write_title(piece, piece.title, 2, sheet)
    sheet.flow(piece.blocks)
    sheet.outline.leave(before)


def _sidebar(sidebar: Sidebar, sheet: Sheet) -> None:
    # Not an aside: that is a landmark, and landmarks inside an article are too many to be of use.
    sheet.out.append(
        f'<div class="sidebar" role="group" aria-label="{sheet.said("sidebar")}"{sheet.attributes(sidebar)}>\n'
    )
    _inside(sidebar, sheet)
    sheet.out.append("</div>\n")


def _details(details: Details, sheet: Sheet) -> None:
    heard = sheet.heard_as(f"{details.id}-s1") if has_words(details.summary) else ""
    opened = " open" if details.is_open else ""
    sheet.out.append(f"<details{sheet.attributes(details)}{opened}><summary{heard}>")
    if has_words(details.summary):
        write_plain(details.summary, sheet)
    else:
        sheet.out.append(f"<span{sheet.words.marks}>{sheet.said('details')}</span>")
    sheet.out.append("</summary>\n")
    sheet.flow(details.blocks)
    sheet.out.append("</details>\n")


def _claim_review(review: ClaimReview, sheet: Sheet) -> None:
    marks = sheet.words.marks
    name = sheet.said("fact_check")
    sheet.out.append(f'<div class="callout" role="group" aria-label="{name}"{sheet.attributes(review)}>')
    sheet.out.append(f'<p class="label"><strong{marks}>{name}</strong></p>\n<dl>')
    rows: tuple[tuple[str, str, tuple[Inline, ...]], ...] = (
        ("claim", "", review.claim),
        ("claimant", "claimant", (Text(text=review.claimant or ""),)),
        ("claim_source", "source", (Text(text=review.source or ""),)),
        ("verdict", "verdict", (Text(text=review.verdict or ""),)),
    )
    for key, part, children in rows:
        if has_words(children):
            sheet.out.append(f"<dt{marks}>{sheet.said(key)}</dt><dd>")
            write_line(children, sheet, review.id, part)
            sheet.out.append("</dd>\n")
    sheet.out.append("</dl></div>\n")
