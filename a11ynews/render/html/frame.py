"""What is around the story: landmarks, the headline, the contents, the source."""

from __future__ import annotations

from datetime import datetime

from a11ynews.model.dates import change_after
from a11ynews.model.inlines import Text
from a11ynews.render.addresses import host_of
from a11ynews.render.html.head import headline_of, moment, site_of, web_address, write_head
from a11ynews.render.html.inlines import write_line, write_plain
from a11ynews.render.html.player import times_block
from a11ynews.render.html.sheet import Frame, HeadingEntry, Sheet
from a11ynews.render.languages import characters_a_minute
from a11ynews.render.markup import escape

__all__ = ["write_article", "write_document"]

# -- the page ------------------------------------------------------------------------------------


def write_document(frame: Frame, sheet: Sheet) -> None:
    """Write the whole page."""
    out = sheet.out
    marks = sheet.words.marks
    classes = f' class="{frame.classes}"' if frame.classes else ""
    out.append(f"<!DOCTYPE html>\n<html{_language(frame)}{classes}>\n")
    sheet.out = []
    _article(frame, sheet, "")
    article, sheet.out = sheet.out, out  # first, so that it is known which sentences are on the page
    times = times_block(frame.timings, sheet.heard) if frame.timings else ""
    write_head(frame, sheet, times)
    main = sheet.own_id("main")
    out.append(
        f'<body>\n<nav class="skip" aria-label="{sheet.said("skip_links")}"{marks}>'
        f'<a href="#{main}">{sheet.said("skip")}</a></nav>\n'
    )
    site = f"<p>{escape(site_of(frame))}</p>\n" if site_of(frame) else ""
    if site or frame.panel:
        out.append(f'<header class="site">{site}{frame.panel}</header>\n')
    out.append(f'<main id="{main}" tabindex="-1">\n')
    out.extend(article)
    out.append("</main>\n")
    _footer(frame, sheet)
    if times:
        out.append(f'<script type="application/json" id="{sheet.own_id("times")}">{times}</script>\n')
    out.extend(f"<script>{script}</script>\n" for script in frame.scripts)
    out.append("</body>\n</html>\n")


def write_article(frame: Frame, sheet: Sheet) -> None:
    """Write the ``article`` element alone, for a page of somebody else."""
    _article(frame, sheet, _language(frame))


def _language(frame: Frame) -> str:
    return f' lang="{frame.language}" dir="{frame.direction}"'


# -- the article ---------------------------------------------------------------------------------


def _article(frame: Frame, sheet: Sheet, attributes: str) -> None:
    out = sheet.out
    title = sheet.own_id("title")
    out.append(f'<article{attributes} aria-labelledby="{title}">\n<header>')
    kicker = (frame.article.metadata.kicker or "").strip()
    if kicker:
        _line('<p class="kicker">', kicker, "kicker", sheet)
        out.append("</p>\n")
    if headline_of(frame) or site_of(frame):
        _line(f'<h1 id="{title}">', headline_of(frame) or site_of(frame), "title", sheet)
        out.append("</h1>\n")
    else:
        out.append(f'<h1 id="{title}"{sheet.words.marks}>{sheet.said("article")}</h1>\n')
    _facts(frame, sheet)
    out.append("</header>\n")
    out.append(frame.player)
    _contents(frame, sheet)
    out.append(frame.body)
    if sheet.aids:
        _topics(frame, sheet)
    out.append("</article>\n")


def _line(opening: str, text: str, part: str, sheet: Sheet) -> None:
    """Write a line of the head, sentence by sentence where they are to have ids; the reading time leaves it out."""
    ink = sheet.ink
    sheet.out.append(opening)
    write_line((Text(text=text),), sheet, "", part)
    sheet.ink = ink


def _facts(frame: Frame, sheet: Sheet) -> None:
    metadata = frame.article.metadata
    if metadata.byline is not None and metadata.byline.text.strip():
        _line('<p class="byline">', metadata.byline.text.strip(), "byline", sheet)
        sheet.out.append("</p>\n")
    elif metadata.authors:
        _phrase("by", sheet, "byline", names=escape(", ".join(metadata.authors)))
    if metadata.published is not None:
        _phrase("published", sheet, "date", date=_time(metadata.published, sheet))
    elif metadata.published_text and metadata.published_text.strip():
        _phrase("published", sheet, "date", date=escape(metadata.published_text.strip()))
    if (changed := change_after(metadata.published, metadata.modified)) is not None:
        _phrase("updated", sheet, "date", date=_time(changed, sheet))
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
    heard = sheet.heard_as("date-s1") if name == "date" else ""
    sheet.out.append(f'<p class="{name}"{heard}{sheet.words.marks}>{text}</p>\n')


def _time(when: datetime, sheet: Sheet) -> str:
    return f'<time datetime="{moment(when)}">{escape(sheet.words.date(when))}</time>'


def _topics(frame: Frame, sheet: Sheet) -> None:
    tags = [tag.strip() for tag in frame.article.tags if tag.strip()]
    if tags:
        _phrase("topics", sheet, "topics", tags=escape(", ".join(tags)))


# -- contents ------------------------------------------------------------------------------------


def _contents(frame: Frame, sheet: Sheet) -> None:
    entries = frame.listed(sheet)
    if not entries:
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
    url = web_address(metadata.url or metadata.canonical_url)
    licence = (metadata.licence or "").strip()
    if not (url or licence or frame.show_removed or frame.read_on or frame.detected):
        return
    sheet.out.append('<footer class="site">\n')
    if url:
        site = site_of(frame) or host_of(url)
        name = sheet.said("original_at", site=site) if site else sheet.said("original")
        sheet.out.append(f'<p{sheet.words.marks}>{sheet.said("source")} <a href="{escape(url)}">{name}</a></p>\n')
    if frame.read_on:
        year, month, day = frame.read_on.year, frame.read_on.month, frame.read_on.day
        shown = escape(sheet.words.day(year, month, day))
        _phrase("retrieved", sheet, "retrieved", date=f'<time datetime="{year:04}-{month:02}-{day:02}">{shown}</time>')
    if frame.detected:
        _phrase("language_detected", sheet, "language")
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
