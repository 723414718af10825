"""Words within a line, as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from a11ynews.model.formulas import plain_formula, shown_formula
from a11ynews.model.inlines import (
    Abbreviation,
    Cite,
    Code,
    Dateline,
    Deleted,
    Emphasis,
    Highlight,
    Inline,
    InlineImage,
    InlineQuote,
    Inserted,
    Keyboard,
    LineBreak,
    Link,
    Math,
    NoteReference,
    Ruby,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Time,
    inline_text,
)
from a11ynews.render.addresses import safe_image, safe_link
from a11ynews.render.html.isolates import isolate_numbers
from a11ynews.render.html.links import distinct_name
from a11ynews.render.html.sheet import Sheet, language_attributes
from a11ynews.render.markup import escape
from a11ynews.render.moments import told_date
from a11ynews.speech.sentence_ids import line_name, named_sentences

__all__ = ["has_words", "machine_time", "write_inlines", "write_line", "write_math", "write_plain"]

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_CLOCK = re.compile(r"\d{2}:\d{2}(?::\d{2})?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?")
_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|od[tsp]|epub|zip|csv|mp3|mp4)(?=[?#]|$)", re.IGNORECASE)
_LOOK_BACK = 40  # parts of the page that are searched for an expansion: a paragraph's worth


def has_words(inlines: Sequence[Inline]) -> bool:
    """Return whether there is anything to read: a word, or a picture that stands for one.

    Example:
        >>> has_words((Text(text="  "),)), has_words((InlineImage(src="", alt="four stars"),))
        (False, True)
    """
    for inline in inlines:  # the first run of text answers it, nearly always
        if isinstance(inline, Text) and inline.text and not inline.text.isspace():
            return True
    return bool(inline_text(inlines).strip()) or any(_shows_picture(inline) for inline in inlines)


def _shows_picture(inline: Inline) -> bool:
    if isinstance(inline, InlineImage):
        return bool(inline.alt.strip())
    return any(_shows_picture(child) for child in getattr(inline, "children", ()))


def write_plain(inlines: Sequence[Inline], sheet: Sheet) -> None:
    """Write words where no link may stand: in a link, in a summary, in the contents."""
    before = sheet.plain
    sheet.plain = True
    write_inlines(inlines, sheet)
    sheet.plain = before


def write_line(inlines: Sequence[Inline], sheet: Sheet, block_id: str, part: str = "") -> None:
    """Write the words of a line of a block; sentence by sentence, where sentences are to have ids.

    Args:
        inlines: The words.
        sheet: The page so far.
        block_id: The id of the block; "" for the head of the article.
        part: Which of the block's lines it is, as :func:`a11ynews.speech.sentence_ids.line_name` says.
    """
    if not sheet.sentences:
        write_inlines(inlines, sheet)
        return
    for sentence in named_sentences(inlines, sheet.language, line_name(block_id, part)):
        identity = sheet.heard_as(sentence.id)
        if identity:
            _wrap("span", sentence.children, sheet, identity)
        else:
            write_inlines(sentence.children, sheet)


def write_inlines(inlines: Sequence[Inline], sheet: Sheet) -> None:
    """Write words with all that the model knows of them."""
    for inline in inlines:
        match inline:  # a closed union, one arm each
            case Text():
                text = inline.text
                sheet.ink += len(text) - text.count(" ")
                sheet.out.append(isolate_numbers(escape(text)) if sheet.right_to_left else escape(text))
            case Link():
                _link(inline, sheet)
            case LineBreak():
                sheet.out.append("<br>")
            case _:
                _element(inline, sheet)


_Element = (
    Emphasis | Strong | Highlight | Subscript | Superscript | Deleted | Inserted | Cite | InlineQuote | Abbreviation
    | Time | Span | Dateline | Code | Keyboard | Ruby | Math | InlineImage | NoteReference
)  # fmt: skip


def _element(inline: _Element, sheet: Sheet) -> None:  # noqa: C901, PLR0912 - a closed union, one arm each
    match inline:
        case Emphasis():
            _wrap("em", inline.children, sheet)
        case Strong():
            _wrap("strong", inline.children, sheet)
        case Highlight():
            _wrap("mark", inline.children, sheet)
        case Subscript():
            _wrap("sub", inline.children, sheet)
        case Superscript():
            _wrap("sup", inline.children, sheet)
        case Cite():
            _wrap("cite", inline.children, sheet)
        case Dateline():
            _wrap("span", inline.children, sheet, ' class="dateline"')
        case Deleted() | Inserted():
            _edit(inline, sheet)
        case InlineQuote():
            _wrap("q", inline.children, sheet, cite_attribute(inline.cite))
        case Abbreviation():
            _abbreviation(inline, sheet)
        case Time():
            _time(inline, sheet)
        case Span():
            _wrap("span", inline.children, sheet, language_attributes(inline.lang, inline.dir))
        case Code(text=text):
            sheet.out.append(f"<code>{escape(text)}</code>")
        case Keyboard(text=text):
            sheet.out.append(f"<kbd>{escape(text)}</kbd>")
        case Ruby(base=base, reading=reading):
            sheet.out.append(f"<ruby>{escape(base)}<rp>(</rp><rt>{escape(reading)}</rt><rp>)</rp></ruby>")
        case Math():
            write_math(inline.text, inline.latex, inline.spoken, sheet)
        case InlineImage():
            _inline_image(inline, sheet)
        case NoteReference():
            _note_reference(inline, sheet)
        case _:
            assert_never(inline)


def cite_attribute(url: str | None) -> str:
    """Return a ``cite`` attribute, or nothing where the address may not stand in a page."""
    address = safe_image(url)
    return f' cite="{escape(address)}"' if address is not None and address.startswith("http") else ""


def _wrap(tag: str, children: Sequence[Inline], sheet: Sheet, attributes: str = "") -> None:
    match children:
        case (Span() as only,) if not attributes:  # one element says both: fewer stops for the ear
            attributes, children = language_attributes(only.lang, only.dir), only.children
    sheet.out.append(f"<{tag}{attributes}>")
    write_inlines(children, sheet)
    sheet.out.append(f"</{tag}>")


def _link(link: Link, sheet: Sheet) -> None:
    if not has_words(link.children):
        write_inlines(link.children, sheet)
        return
    address = None if sheet.plain else _target(link.href, sheet)
    if address is None:
        write_inlines(link.children, sheet)
        if not sheet.plain:
            sheet.refuse(link.href)
        return
    text = link.text.strip()
    kind = _kind_of_file(address, text) if sheet.aids else ""
    # Links within the page are called by what they lead to already; one of a picture alone is called by it. The name
    # begins with all of the label that is seen (WCAG 2.5.3).
    name = distinct_name(text, address, sheet.link_names, kind) if text and address[0] != "#" else None
    named = f' aria-label="{escape(name)}"' if name else ""
    sheet.out.append(f'<a href="{escape(address)}"{named}>')
    write_plain(link.children, sheet)
    sheet.out.append(f' <span class="added">{kind.strip()}</span></a>' if kind else "</a>")


def _kind_of_file(address: str, text: str) -> str:
    """Return what says that a link leads to no page: another program opens, or something is saved (WCAG G201, H30)."""
    file = _FILE.search(address)
    return f" ({file[1].upper()})" if file and file[1].casefold() not in text.casefold() else ""


def _target(href: str, sheet: Sheet) -> str | None:
    if href.startswith("#"):
        identity = sheet.ids.find(href[1:])
        return f"#{identity}" if identity else None
    return safe_link(href)


def _edit(edit: Deleted | Inserted, sheet: Sheet) -> None:
    # Screen readers say nothing at del and ins; a reader must not take struck words for the story's.
    tag, key = ("del", "deleted") if isinstance(edit, Deleted) else ("ins", "inserted")
    marks = sheet.words.marks
    sheet.out.append(f'<{tag}><span class="aside-word"{marks}>{sheet.said(key)} </span>')
    write_inlines(edit.children, sheet)
    sheet.out.append(f'<span class="aside-word"{marks}> {sheet.said(f"{key}_end")} </span></{tag}>')


def _abbreviation(short: Abbreviation, sheet: Sheet) -> None:
    # The title of an abbr shows to a mouse only, and screen readers do not say it: at its first use the
    # long form stands in the text, unless the text has just said it (WCAG 3.1.4, technique G97).
    expansion = short.expansion.strip()
    heard = " ".join(sheet.out[-_LOOK_BACK:]).casefold() if expansion and expansion not in sheet.expanded else ""
    _wrap("abbr", short.children, sheet, f' title="{escape(expansion)}"' if expansion else "")
    if not expansion or expansion in sheet.expanded:
        return
    sheet.expanded.add(expansion)
    if escape(expansion).casefold() not in heard and expansion.casefold() != short.text.strip().casefold():
        sheet.out.append(f' <span class="added">({escape(expansion)})</span>')


def machine_time(text: str) -> str | None:
    """Return a date or time that HTML's ``datetime`` takes, or None.

    Example:
        >>> machine_time("2024-04-28T09:30:00Z"), machine_time("2024-02-31"), machine_time("soon")
        ('2024-04-28T09:30:00Z', None, None)
    """
    try:
        if _MOMENT.fullmatch(text) or (_DAY.fullmatch(text) and len(text) == len("2024-04-28")):
            datetime.fromisoformat(text)
        elif _DAY.fullmatch(text):
            datetime.fromisoformat(f"{text}-01-01"[:10])
        elif _CLOCK.fullmatch(text):
            datetime.fromisoformat(f"2000-01-01T{text}")
        else:
            return None
    except ValueError:
        return None
    return text


def _time(time: Time, sheet: Sheet) -> None:
    value = machine_time(time.datetime)
    told = told_date(time, sheet.words) if value else None
    if value is None:
        write_inlines(time.children, sheet)
    elif told is not None:
        sheet.out.append(f'<time datetime="{value}"{sheet.words.marks}>{escape(told)}</time>')
    else:
        _wrap("time", time.children, sheet, f' datetime="{value}"')


def write_math(text: str, latex: str | None, spoken: str | None, sheet: Sheet, display: str = "") -> None:
    """Write a formula: its characters, its words for the ear, its source for machines."""
    words = spoken or (plain_formula(latex) if latex else text)
    shown = shown_formula(Math(text=text, latex=latex)) or words
    sheet.has_math = True
    source = f' data-latex="{escape(latex)}"' if latex else ""  # where sites that set formulas look for it
    # No "semantics" and "annotation" around the characters: Orca 43 says nothing of what stands in them.
    sheet.out.append(f'<math{display}{source} alttext="{escape(words)}"><mtext>{escape(shown)}</mtext></math>')


def _inline_image(image: InlineImage, sheet: Sheet) -> None:
    source = sheet.held.get(image.src, image.src)
    address = None if sheet.offline and not source.startswith("data:") else safe_image(source)
    if address is None:
        sheet.out.append(escape(image.alt))
        if not sheet.offline:
            sheet.refuse(image.src)
    else:
        sheet.out.append(f'<img class="glyph" src="{escape(address)}" alt="{escape(image.alt)}">')


def _note_reference(reference: NoteReference, sheet: Sheet) -> None:
    label = escape(reference.label)
    note = sheet.ids.find(reference.note_id)
    if note is None or sheet.plain or not label.strip():
        sheet.out.append(f"<sup>{label}</sup>")
        return
    marks = sheet.references.setdefault(reference.note_id, [])
    sheet.marks += 1
    mark = sheet.own_id(f"mark{sheet.marks}")
    marks.append(mark)
    name = sheet.said("note", label=reference.label.strip())
    sheet.out.append(
        f'<sup class="note-mark"><a id="{mark}" href="#{note}" role="doc-noteref" aria-label="{name}">{label}</a></sup>'
    )
