"""Marks within a line of Markdown: links, pictures, stress, code. What they mean stays, the marks go.

Many tools write scraped pages as Markdown. A listener must not hear "left bracket Monday right
bracket left parenthesis h t t p". Only texts that are Markdown beyond doubt are read so: they have a
link, a picture or a heading in its form; elsewhere a star is a star.

Source:
    CommonMark 0.31.2, section 6, without what scraped text does not have: references, nested
    brackets, raw HTML. Each pattern is bounded, so that work grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from a11ynews.model.addresses import is_link_address, is_media_address
from a11ynews.model.figures import Image
from a11ynews.model.inlines import Code, Emphasis, Inline, Link, Strong, Text, inline_text
from a11ynews.read.plain.chunks import Chunk

__all__ = ["without_marks"]

_ADDRESS = r"\(<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?(?:\s+[\"'][^\"'\n]{0,300}[\"'])?\)"
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\]" + _ADDRESS)
_SURE = re.compile(r"!?\[[^\[\]\n]{1,1000}\]\(<?(?:https?://|/|#|mailto:)")
_TOKEN = re.compile(
    rf"(?P<escaped>\\[\\`*_{{}}\[\]()#+.!|<>~-])"
    rf"|(?P<code>`[^`\n]{{1,500}}`)"
    rf"|!\[(?P<alt>[^\[\]\n]{{0,1000}})\]{_ADDRESS}"
    rf"|\[(?P<linked>[^\[\]\n]{{1,1000}})\]{_ADDRESS}"
    r"|<(?P<bare>https?://[^<>\s]{1,2000})>"
    r"|(?<!\d)(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>[^*\n]{1,1000})(?<=[^\s*])(?P=stars)(?![*\d])"
    r"|(?<!\w)(?P<lines>_{1,3})(?=[^\s_])(?P<lined>[^_\n]{1,1000})(?<=[^\s_])(?P=lines)(?!\w)"
)
_ADDRESS_OF_IMAGE, _ADDRESS_OF_LINK = 4, 6
_DEEPEST = 4


def without_marks(chunks: Sequence[Chunk], url: str | None) -> tuple[Chunk, ...]:
    """Return the chunks of a Markdown text without the marks in their lines; other texts as they are.

    Args:
        chunks: The chunks of a text.
        url: What relative addresses start from; None if unknown: then such links are their words.
    """
    if not any(chunk.mark.startswith("#") or chunk.is_solid or _SURE.search(chunk.text) for chunk in chunks):
        return tuple(chunks)
    return tuple(_plain(chunk, url) for chunk in chunks)


def _plain(chunk: Chunk, url: str | None) -> Chunk:
    if chunk.rows:
        return replace(chunk, rows=tuple(tuple(_plain(cell, url) for cell in row) for row in chunk.rows))
    if chunk.mark.startswith(("```", "~~~")):
        return chunk
    picture = _IMAGE.fullmatch(chunk.text)
    if picture and not chunk.mark and (src := _absolute(picture[2], url)) and is_media_address(src):
        alt = picture[1].strip()
        image = Image(src=src, alt=alt, alt_source="alt") if alt else Image(src=src)
        words = alt or picture[2]
        rest = chunk.text.replace(words, "", 1)
        return replace(chunk, text=words, image=image, dropped=(*chunk.dropped, rest))
    marks: list[str] = []
    inlines = _inlines(chunk.text, marks, lambda address: _absolute(address, url), 0)
    text = " ".join(inline_text(inlines).split())
    if not marks or not text:
        return chunk
    return replace(chunk, text=text, inlines=inlines, dropped=(*chunk.dropped, *marks))


def _absolute(address: str, url: str | None) -> str:
    try:
        return urljoin(url or "", address)
    except ValueError:
        return ""


def _inlines(text: str, marks: list[str], resolve: Callable[[str], str], depth: int) -> tuple[Inline, ...]:
    """Return the inlines of a text; the marks that they replace are added to ``marks``."""
    found: list[Inline] = []
    at = 0
    for token in _TOKEN.finditer(text):
        made = _inline(token, marks, resolve, depth)
        if token.start() > at:
            found.append(Text(text=text[at : token.start()]))
        found += made
        at = token.end()
    if at < len(text):
        found.append(Text(text=text[at:]))
    return tuple(found)


def _inline(token: re.Match[str], marks: list[str], resolve: Callable[[str], str], depth: int) -> Sequence[Inline]:
    """Return what one token means."""
    if token["escaped"]:
        marks.append("\\")
        return (Text(text=token["escaped"][1]),)
    if token["code"]:
        marks += "``"
        return (Code(text=token["code"][1:-1]),)
    if token["bare"]:
        marks += "<>"
        return (Link(href=token["bare"], children=(Text(text=token["bare"]),)),)
    if token["alt"] is not None:
        marks.append(token[0].replace(token["alt"], "", 1))
        return (Text(text=token["alt"]),) if token["alt"] else ()
    if token["linked"]:
        return _link(token, marks, resolve, depth)
    words = token["starred"] or token["lined"]
    sign = token["stars"] or token["lines"]
    marks += (sign, sign)
    children = _inlines(words, marks, resolve, depth + 1) if depth < _DEEPEST else (Text(text=words),)
    inner = Strong(children=children) if len(sign) > 1 else Emphasis(children=children)
    return (Emphasis(children=(inner,)) if len(sign) > 2 else inner,)  # noqa: PLR2004 - three marks are both


def _link(token: re.Match[str], marks: list[str], resolve: Callable[[str], str], depth: int) -> Sequence[Inline]:
    words = token["linked"]
    marks.append(token[0].replace(words, "", 1))
    children = _inlines(words, marks, resolve, depth + 1) if depth < _DEEPEST else (Text(text=words),)
    href = resolve(token[_ADDRESS_OF_LINK])
    is_open = is_link_address(href) and ":" in href
    return (Link(href=href, children=children),) if is_open else children
