"""The head of a page: its policy, its title, and what it tells machines about the story."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import datetime
from functools import cache
from importlib.resources import files

from a11ynews.model.article import Metadata
from a11ynews.render.addresses import safe_image
from a11ynews.render.html.sheet import Frame, Sheet
from a11ynews.render.markup import clean, compose, escape

__all__ = ["digest_of", "headline_of", "moment", "site_of", "template", "web_address", "write_head"]

_SHEETS = ("tokens", "page", "article", "print")
_MAX_NAMED = 50  # authors and tags that machines are told; a page with more has mistaken something for them


@cache
def template(name: str) -> str:
    """Return a file of ``templates``, without white space at its ends.

    Browsers hash the text of a ``style`` or ``script`` element as it stands, the Nu checker a trimmed one.
    """
    return files("a11ynews.render").joinpath("templates", name).read_text(encoding="utf-8").strip()


def digest_of(text: str) -> str:
    """Return what a Content-Security-Policy calls a script or a style sheet by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _style() -> str:
    return "\n".join(template(f"{name}.css") for name in _SHEETS)


@cache
def _style_digest() -> str:
    return digest_of(_style())


def headline_of(frame: Frame) -> str:
    """Return the headline, or nothing."""
    return (frame.article.title or "").strip()


def site_of(frame: Frame) -> str:
    """Return the name of the publication, or nothing."""
    return (frame.article.site_name or "").strip()


def web_address(url: str | None) -> str | None:
    """Return an address of the web, or None where it is none."""
    address = safe_image(url)
    return address if address is not None and not address.startswith("data:") else None


def moment(when: datetime) -> str:
    """Return a moment as machines read it; a page that prints a day only is read as midnight, and is a day here."""
    offset = when.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        when = when.replace(tzinfo=None)  # no such offset can be written
    return when.isoformat(timespec="seconds") if when.hour or when.minute else when.date().isoformat()


def write_head(frame: Frame, sheet: Sheet, times: str) -> None:
    """Write the ``head`` element.

    Args:
        frame: The article, its body written.
        sheet: Where to.
        times: The data for the player that will stand at the end of the page; nothing without.
    """
    data = _linked_data(frame, sheet)
    blocks = (*frame.scripts, data, *((times,) if times else ()))
    policy = _policy(blocks, offline=sheet.offline, sound=bool(frame.player))
    title = " – ".join(filter(None, (headline_of(frame), site_of(frame)))) or sheet.words.say("article")
    sheet.out.append(
        "<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
    )
    _described(frame.article.metadata, sheet)
    _shared(frame, sheet)
    sheet.out.append(f'<script type="application/ld+json">{data}</script>\n')
    sheet.out.append(f"<style>{_style()}</style>\n</head>\n")


def _policy(scripts: tuple[str, ...], *, offline: bool, sound: bool) -> str:
    """Allow what we wrote, each by its hash. Blocks of data are named too: no browser asks, the Nu checker does."""
    pictures = "data:" if offline else "https: http: data:"
    origins = (*(() if offline else ("https:", "http:")), *(("'self'", "file:", "data:") if sound else ()))
    media = f" media-src {' '.join(origins)};" if origins else ""
    return (
        f"default-src 'none'; img-src {pictures};{media} script-src {' '.join(map(digest_of, scripts))}; "
        f"style-src {_style_digest()}; base-uri 'none'; form-action 'none'"
    )


def _described(metadata: Metadata, sheet: Sheet) -> None:
    if metadata.summary and metadata.summary.strip():
        sheet.out.append(f'<meta name="description" content="{escape(metadata.summary.strip())}">\n')
    sheet.out.extend(f'<meta name="author" content="{escape(author)}">\n' for author in metadata.authors[:_MAX_NAMED])
    canonical = web_address(metadata.canonical_url or metadata.url)
    if canonical:
        sheet.out.append(f'<link rel="canonical" href="{escape(canonical)}">\n')


# -- for those who share it ----------------------------------------------------------------------


def _shared(frame: Frame, sheet: Sheet) -> None:
    """Write Open Graph (https://ogp.me): what a message shows of a link to the story."""
    metadata = frame.article.metadata
    picture = metadata.lead_image
    pairs: list[tuple[str, str | None]] = [
        ("og:type", "article"),
        ("og:title", headline_of(frame)),
        ("og:url", web_address(metadata.canonical_url or metadata.url)),
        ("og:site_name", site_of(frame)),
        ("og:description", metadata.summary),
        ("og:image", web_address(picture.src) if picture else None),
        ("og:image:alt", picture.alt if picture and web_address(picture.src) else None),
        ("article:published_time", moment(metadata.published) if metadata.published else None),
        ("article:modified_time", moment(metadata.modified) if metadata.modified else None),
        ("article:section", metadata.section),
        *(("article:tag", tag) for tag in metadata.tags[:_MAX_NAMED]),
    ]
    sheet.out.extend(
        f'<meta property="{name}" content="{escape(value.strip())}">\n'
        for name, value in pairs
        if value and value.strip()
    )


# -- for machines that read ----------------------------------------------------------------------


def _linked_data(frame: Frame, sheet: Sheet) -> str:
    """Return schema.org JSON-LD: a block of data, which browsers do not run."""
    text = json.dumps({key: value for key, value in _facts(frame, sheet).items() if value}, ensure_ascii=False)
    # Within the element no text may look like markup: "<" would be enough to end it.
    return compose(clean(text)).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _facts(frame: Frame, sheet: Sheet) -> dict[str, object]:
    metadata = frame.article.metadata
    site, lead = site_of(frame), metadata.lead_image
    live = frame.article.kind == "live-blog"
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting" if live else "NewsArticle",
        "headline": headline_of(frame),
        "description": (metadata.summary or "").strip(),
        "inLanguage": frame.language if frame.language != "und" else None,
        "url": web_address(metadata.canonical_url or metadata.url),
        "author": [{"@type": "Person", "name": name} for name in metadata.authors[:_MAX_NAMED]],
        "publisher": {"@type": "Organization", "name": site} if site else None,
        "datePublished": moment(metadata.published) if metadata.published else None,
        "dateModified": moment(metadata.modified) if metadata.modified else None,
        "articleSection": (metadata.section or "").strip(),
        "keywords": list(metadata.tags[:_MAX_NAMED]),
        "image": web_address(lead.src) if lead else None,
        "license": (metadata.licence or "").strip(),
        "accessMode": ["textual", *(("visual",) if sheet.pictures else ())],
        "accessibilityFeature": _features(frame, sheet),
    }


def _features(frame: Frame, sheet: Sheet) -> list[str]:
    """What the page offers, each only where it is so (schema.org, accessibilityFeature)."""
    offered = {
        "readingOrder": True,
        "displayTransformability": True,
        "structuralNavigation": bool(sheet.headings),
        "tableOfContents": bool(frame.listed(sheet)),
        "alternativeText": bool(sheet.pictures) and not sheet.undescribed,
        "MathML": sheet.has_math,
    }
    return [name for name, is_so in offered.items() if is_so]
