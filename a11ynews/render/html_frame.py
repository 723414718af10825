"""What is around the story: the head of the page, its landmarks, the headline, the contents, the source."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from a11ynews.model.article import Article
from a11ynews.model.inlines import Direction
from a11ynews.render.addresses import host_of, safe_image
from a11ynews.render.html_inlines import write_plain
from a11ynews.render.html_sheet import HeadingEntry, Sheet
from a11ynews.render.languages import characters_a_minute
from a11ynews.render.markup import escape

__all__ = ["Frame", "write_article", "write_document"]

_CONTENTS_DEPTH = 3  # h2 and h3: deeper ones make the list longer than it helps


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An article whose body is written, and how the page around it is to be."""

    article: Article
    body: str
    language: str
    direction: Direction
    contents: int
    reading_time: bool
    show_removed: bool


# -- the page ------------------------------------------------------------------------------------


def write_document(frame: Frame, sheet: Sheet) -> None:
    """Write the whole page."""
    out = sheet.out
    marks = sheet.words.marks
    out.append(f"<!DOCTYPE html>\n<html{_language(frame)}>\n")
    _head(frame, sheet)
    main = sheet.own_id("main")
    out.append(
        f'<body>\n<nav class="skip" aria-label="{sheet.said("skip_links")}"{marks}>'
        f'<a href="#{main}">{sheet.said("skip")}</a></nav>\n'
    )
    site = _site(frame)
    if site:
        out.append(f'<header class="site"><p>{escape(site)}</p></header>\n')
    out.append(f'<main id="{main}" tabindex="-1">\n')
    _article(frame, sheet, "")
    out.append("</main>\n")
    _footer(frame, sheet)
    out.append("</body>\n</html>\n")


def write_article(frame: Frame, sheet: Sheet) -> None:
    """Write the ``article`` element alone, for a page of somebody else."""
    _article(frame, sheet, _language(frame))


def _language(frame: Frame) -> str:
    return f' lang="{frame.language}" dir="{frame.direction}"'


def _site(frame: Frame) -> str:
    return (frame.article.site_name or "").strip()


@cache
def _style() -> tuple[str, str]:
    # Without white space at its ends: browsers hash the element's text, the Nu checker a trimmed one.
    css = files("a11ynews.render").joinpath("templates", "article.css").read_text(encoding="utf-8").strip()
    digest = hashlib.sha256(css.encode()).digest()
    return css, base64.b64encode(digest).decode()


def _head(frame: Frame, sheet: Sheet) -> None:
    css, digest = _style()
    pictures = "data:" if sheet.offline else "https: http: data:"
    media = "" if sheet.offline else " media-src https: http:;"
    title = " – ".join(filter(None, (_headline(frame), _site(frame)))) or sheet.words.say("article")
    sheet.out.append(
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="'
        f"default-src 'none'; img-src {pictures};{media} style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'\">\n"
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
    )
    _described(frame, sheet)
    sheet.out.append(f"<style>{css}</style>\n</head>\n")


def _described(frame: Frame, sheet: Sheet) -> None:
    metadata = frame.article.metadata
    if metadata.summary and metadata.summary.strip():
        sheet.out.append(f'<meta name="description" content="{escape(metadata.summary)}">\n')
    sheet.out.extend(f'<meta name="author" content="{escape(author)}">\n' for author in metadata.authors)
    canonical = _web(metadata.canonical_url or metadata.url)
    if canonical:
        sheet.out.append(f'<link rel="canonical" href="{escape(canonical)}">\n')


def _web(url: str | None) -> str | None:
    address = safe_image(url)
    return address if address is not None and not address.startswith("data:") else None


# -- the article ---------------------------------------------------------------------------------


def _headline(frame: Frame) -> str:
    return (frame.article.title or "").strip()


def _article(frame: Frame, sheet: Sheet, attributes: str) -> None:
    out = sheet.out
    title = sheet.own_id("title")
    out.append(f'<article{attributes} aria-labelledby="{title}">\n<header>')
    kicker = (frame.article.metadata.kicker or "").strip()
    if kicker:
        out.append(f'<p class="kicker">{escape(kicker)}</p>\n')
    if _headline(frame) or _site(frame):
        out.append(f'<h1 id="{title}">{escape(_headline(frame) or _site(frame))}</h1>\n')
    else:
        out.append(f'<h1 id="{title}"{sheet.words.marks}>{sheet.said("article")}</h1>\n')
    _facts(frame, sheet)
    out.append("</header>\n")
    _contents(frame, sheet)
    out.append(frame.body)
    if sheet.aids:
        _topics(frame, sheet)
    out.append("</article>\n")


def _facts(frame: Frame, sheet: Sheet) -> None:
    metadata = frame.article.metadata
    if metadata.byline is not None and metadata.byline.text.strip():
        sheet.out.append(f'<p class="byline">{escape(metadata.byline.text.strip())}</p>\n')
    elif metadata.authors:
        _phrase("by", sheet, "byline", names=escape(", ".join(metadata.authors)))
    if metadata.published is not None:
        _phrase("published", sheet, "date", date=_time(metadata.published, sheet))
    elif metadata.published_text and metadata.published_text.strip():
        _phrase("published", sheet, "date", date=escape(metadata.published_text.strip()))
    if metadata.modified is not None and metadata.modified != metadata.published:
        _phrase("updated", sheet, "date", date=_time(metadata.modified, sheet))
    if metadata.section and metadata.section.strip() and metadata.section != metadata.kicker:
        _phrase("section", sheet, "section", section=escape(metadata.section.strip()))
    if frame.reading_time:
        minutes = max(1, round(sheet.ink / characters_a_minute(frame.language)))
        _phrase("reading_time", sheet, "time", minutes=str(minutes))


def _phrase(key: str, sheet: Sheet, name: str, **markup: str) -> None:
    """Write a line of our words around markup that is ready."""
    text = escape(sheet.words.say(key))
    for gap, filled in markup.items():
        text = text.replace(f"{{{gap}}}", filled)
    sheet.out.append(f'<p class="{name}"{sheet.words.marks}>{text}</p>\n')


def _time(moment: datetime, sheet: Sheet) -> str:
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        moment = moment.replace(tzinfo=None)  # no such offset can be written
    whole = moment.isoformat(timespec="seconds") if moment.hour or moment.minute else moment.date().isoformat()
    return f'<time datetime="{whole}">{escape(sheet.words.date(moment))}</time>'


def _topics(frame: Frame, sheet: Sheet) -> None:
    tags = [tag.strip() for tag in frame.article.tags if tag.strip()]
    if tags:
        _phrase("topics", sheet, "topics", tags=escape(", ".join(tags)))


# -- contents ------------------------------------------------------------------------------------


def _contents(frame: Frame, sheet: Sheet) -> None:
    entries = [entry for entry in sheet.headings if entry.level <= _CONTENTS_DEPTH]
    if not frame.contents or len(entries) < frame.contents:
        return
    title = sheet.own_id("contents")
    out = sheet.out
    out.append(
        f'<nav class="contents" aria-labelledby="{title}"><h2 id="{title}"{sheet.words.marks}>'
        f"{sheet.said('contents')}</h2>\n<ul>\n"
    )
    depth = 2
    for position, entry in enumerate(entries):
        if entry.level > depth:
            out.append("\n<ul>\n")
        elif position:
            out.append("</li>\n")
            out.append("</ul></li>\n" * (depth - entry.level))
        depth = entry.level
        _contents_entry(entry, sheet)
    out.append("</li>\n" + "</ul></li>\n" * (depth - 2) + "</ul></nav>\n")


def _contents_entry(entry: HeadingEntry, sheet: Sheet) -> None:
    sheet.out.append(f'<li><a href="#{entry.id}">')
    if entry.children:
        write_plain(entry.children, sheet)
    else:
        sheet.out.append(f"<span{sheet.words.marks}>{sheet.said('notes')}</span>")
    sheet.out.append("</a>")


# -- where it came from --------------------------------------------------------------------------


def _footer(frame: Frame, sheet: Sheet) -> None:
    metadata = frame.article.metadata
    url = _web(metadata.url or metadata.canonical_url)
    licence = (metadata.licence or "").strip()
    if not (url or licence or frame.show_removed):
        return
    sheet.out.append('<footer class="site">\n')
    if url:
        site = _site(frame) or host_of(url)
        name = sheet.said("original_at", site=site) if site else sheet.said("original")
        sheet.out.append(f'<p{sheet.words.marks}>{sheet.said("source")} <a href="{escape(url)}">{name}</a></p>\n')
    if licence:
        _phrase("licence", sheet, "licence", licence=escape(licence))
    if frame.show_removed:
        _removed(frame, sheet)
    sheet.out.append("</footer>\n")


def _removed(frame: Frame, sheet: Sheet) -> None:
    removed = frame.article.removed
    marks = sheet.words.marks
    if not removed:
        sheet.out.append(f"<p{marks}>{sheet.said('nothing_left_out')}</p>\n")
        return
    english = "" if sheet.words.language == "en" and not marks else ' lang="en" dir="ltr"'
    sheet.out.append(f"<details><summary{marks}>{sheet.said('left_out', count=len(removed))}</summary><ul>\n")
    sheet.out.extend(
        f"<li><span{english}>{escape(piece.reason)}</span><br>{escape(' '.join(piece.text.split()))}</li>\n"
        for piece in removed
    )
    sheet.out.append("</ul></details>\n")
