"""Pictures, recordings, and things from elsewhere, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from a11ynews.model.blocks import Embed, Figure, Image, Media, Omitted, Track
from a11ynews.model.inlines import inline_text
from a11ynews.render.addresses import host_of, safe_image, safe_link
from a11ynews.render.alternatives import archive_word, honest_alt, signs_itself
from a11ynews.render.durations import duration_words
from a11ynews.render.html.inlines import cite_attribute, has_words, write_line
from a11ynews.render.html.links import distinct_name
from a11ynews.render.html.sheet import Sheet, valid_tag
from a11ynews.render.markup import escape

__all__ = ["write_embed", "write_figure", "write_media", "write_omitted"]

_MAX_PIXELS = 20_000  # more is no size of a picture, and a wrong size moves the text while loading
_TRACK_KINDS = ("captions", "subtitles", "descriptions", "chapters")


def write_figure(figure: Figure, sheet: Sheet) -> None:
    """Write pictures with caption and credit; a lost picture is said to be lost."""
    captioned = figure.archive_photo or has_words(figure.caption) or has_words(figure.credit)
    if not (captioned or figure.images):
        return
    sheet.out.append(f"<figure{sheet.attributes(figure)}>")
    if len(figure.images) > 1:
        sheet.out.append('<ol class="gallery">')
        for number, image in enumerate(figure.images, start=1):
            sheet.out.append("<li>")
            _picture(image, figure, sheet, number)
            if sheet.aids:
                _place(number, len(figure.images), sheet)
            sheet.out.append("</li>")
        sheet.out.append("</ol>")
    elif figure.images:
        _picture(figure.images[0], figure, sheet)
        if (place := sheet.places.get(id(figure))) is not None:
            _place(*place, sheet)
    else:
        sheet.out.append(f'<p class="added"{sheet.words.marks}>{sheet.said("picture_lost")}</p>')
    if captioned:
        _figure_caption(figure, sheet)
    sheet.out.append("</figure>\n")


def _place(number: int, count: int, sheet: Sheet) -> None:
    place = sheet.said("picture_of", number=number, count=count)
    sheet.out.append(f'<p class="place"{sheet.words.marks}>{place}</p>')


def _figure_caption(figure: Figure, sheet: Sheet) -> None:
    out = sheet.out
    out.append("<figcaption>")
    if archive := archive_word(figure, sheet.words.say("archive_photo")):
        out.append(f'<span class="added"{sheet.words.marks}>{escape(archive)}</span> ')
    write_line(figure.caption, sheet, figure.id)
    if has_words(figure.credit):
        out.append(' <span class="credit">')
        if not signs_itself(inline_text(figure.credit), sheet.words.say("photo")):
            out.append(f"<span{sheet.words.marks}>{escape(sheet.words.say('photo_by', credit='').rstrip())}</span> ")
        write_line(figure.credit, sheet, figure.id, "credit")
        out.append("</span>")
    out.append("</figcaption>")


def _picture(image: Image, figure: Figure, sheet: Sheet, number: int = 1) -> None:
    known = honest_alt(image, figure)
    # ``alt`` has the page's own words only; where it has none, ours are a label around the picture, so that nobody
    # who reads the page on takes "no description" for a description. For a screen reader the two are alike.
    alt = (
        sheet.words.say("described_below" if has_words(figure.caption) else "no_description")
        if known is None
        else known
    )
    sheet.undescribed += known is None
    heard = sheet.heard_as(f"{figure.id}-alt{number}-s1") if known else ""
    source = sheet.held.get(image.src, image.src)
    address = None if sheet.offline and not source.startswith("data:") else safe_image(source)
    if address is None:
        marks = sheet.words.marks if known is None else ""
        said = _linked_words(sheet.words.say("picture_offline", alt=alt), image.href, sheet)
        sheet.out.append(f'<p class="added"{heard}{marks}>{said}</p>')
        if not sheet.offline:
            sheet.refuse(image.src)
        return
    sheet.pictures += 1
    lazy = ' loading="lazy"' if sheet.pictures > 1 else ""
    picture = f'<img{heard} src="{escape(address)}" alt="{escape(known or "")}"{_size(image)}{lazy} decoding="async">'
    leads = safe_link(image.href)
    if leads is not None:
        sheet.out.append(_linked(picture, leads, alt, sheet, named=bool(known)))
    elif known is None:
        sheet.out.append(f'<span role="img" aria-label="{escape(alt)}"{sheet.words.marks}>{picture}</span>')
    else:
        sheet.out.append(picture)


def _linked(picture: str, address: str, alt: str, sheet: Sheet, *, named: bool) -> str:
    """Return a picture as the link that it is, called by its words and by where it leads (WCAG 2.4.9).

    Where the page has no words for the picture, ours stand in the link unseen: they are not the picture's ``alt``.
    """
    words = alt or sheet.words.say("photo").capitalize()
    site = host_of(address)
    name = sheet.words.say("on_site", title=words, site=site) if site else words
    name = distinct_name(name, address, sheet.link_names) or name
    if named:
        return f'<a href="{escape(address)}" aria-label="{escape(name)}">{picture}</a>'
    return f'<a href="{escape(address)}">{picture}<span class="aside-word"{sheet.words.marks}>{escape(name)}</span></a>'


def _linked_words(words: str, href: str | None, sheet: Sheet) -> str:
    """Return the words that stand for a picture that is not shown, as the link that it was."""
    address = safe_link(href)
    if address is None:
        return escape(words)
    name = distinct_name(words, address, sheet.link_names)
    named = f' aria-label="{escape(name)}"' if name else ""
    return f'<a href="{escape(address)}"{named}>{escape(words)}</a>'


def _size(image: Image) -> str:
    width, height = image.width, image.height
    if width is None or height is None or not (0 < width <= _MAX_PIXELS and 0 < height <= _MAX_PIXELS):
        return ""
    return f' width="{int(width)}" height="{int(height)}"'


# -- recordings ----------------------------------------------------------------------------------


def write_media(media: Media, sheet: Sheet) -> None:
    """Write a recording with the browser's own controls, its length, and what there is to read."""
    out = sheet.out
    address = safe_image(media.src)
    if address is not None and address.startswith("data:"):
        address = None
    kind = sheet.words.say(media.kind)
    title = f"{kind}{sheet.words.say('colon')}{media.title}" if media.title and media.title.strip() else kind
    out.append(f'<figure class="media"{sheet.attributes(media)}>')
    if address is not None and not sheet.offline:
        _player(media, address, title, sheet)
    length = _length(media.duration_s, sheet)
    heard = sheet.heard_as(f"{media.id}-title-s1")
    out.append(f"<p{heard}>{_own(title, sheet, ours=title == kind)}{length}. ")
    if address is None:
        out.append(f"<span{sheet.words.marks}>{sheet.said('no_recording')}</span>")
    else:
        name = escape(f"{sheet.words.say('open_recording')}{sheet.words.say('colon')}{title}")
        out.append(
            f'<a href="{escape(address)}" aria-label="{name}"{sheet.words.marks}>{sheet.said("open_recording")}</a>.'
        )
    _texts(media.tracks, sheet)
    out.append("</p>")
    _caption(media, sheet)
    out.append("</figure>\n")


def _own(text: str, sheet: Sheet, *, ours: bool) -> str:
    return f"<span{sheet.words.marks}>{escape(text)}</span>" if ours and sheet.words.marks else escape(text)


def _player(media: Media, address: str, title: str, sheet: Sheet) -> None:
    poster = safe_image(media.poster) if media.kind == "video" else None
    shown = f' poster="{escape(poster)}"' if poster else ""
    sheet.out.append(
        f'<{media.kind} controls preload="none" src="{escape(address)}"{shown} aria-label="{escape(title)}">'
    )
    for track in media.tracks:
        source = safe_image(track.src)
        # A track from another origin would need the recording to be fetched with CORS, which can break it.
        if source is not None and track.kind in _TRACK_KINDS and _same_origin(source, address):
            sheet.out.append(_track(track, source))
    sheet.out.append(f"</{media.kind}>")


def _track(track: Track, source: str) -> str:
    tag = valid_tag(track.lang)
    kind = track.kind if tag or track.kind != "subtitles" else "captions"
    language = f' srclang="{tag}"' if tag else ""
    label = f' label="{escape(track.label)}"' if track.label and track.label.strip() else ""
    return f'<track kind="{kind}" src="{escape(source)}"{language}{label}>'


def _same_origin(one: str, other: str) -> bool:
    return urlsplit(one)[:2] == urlsplit(other)[:2]


def _texts(tracks: Sequence[Track], sheet: Sheet) -> None:
    known = False
    for track in tracks:
        source = safe_image(track.src)
        if source is None or source.startswith("data:"):
            continue
        known = True
        word = sheet.words.say("transcript" if track.kind == "transcript" else "captions")
        label = f" ({track.label or track.lang})" if track.label or track.lang else ""
        sheet.out.append(f' <a href="{escape(source)}"{sheet.words.marks}>{escape(word + label)}</a>.')
    if not known:
        sheet.out.append(f" <span{sheet.words.marks}>{sheet.said('no_transcript')}</span>")


def _length(duration_s: float | None, sheet: Sheet) -> str:
    words = duration_words(duration_s, sheet.words)
    return f" ({escape(words)})" if words else ""


def _caption(block: Media | Embed, sheet: Sheet) -> None:
    if has_words(block.caption):
        sheet.out.append("<figcaption>")
        write_line(block.caption, sheet, block.id)
        sheet.out.append("</figcaption>")


# -- from elsewhere ------------------------------------------------------------------------------


def write_embed(embed: Embed, sheet: Sheet) -> None:
    """Write what the page showed in the place of the thing, and a titled link to it."""
    out = sheet.out
    sheet.notice("embed-as-link", "Content of other sites is given as titled links: nothing foreign runs in the page.")
    out.append(f'<figure class="embed"{sheet.attributes(embed)}>')
    if embed.blocks:
        quoted = embed.kind == "post"
        out.append(f"<blockquote{cite_attribute(embed.url)}>\n" if quoted else "<div>\n")
        sheet.flow(embed.blocks)
        out.append("</blockquote>" if quoted else "</div>")
    kind = sheet.words.say(embed.kind)
    titled = bool(embed.title and embed.title.strip())
    title = f"{kind}{sheet.words.say('colon')}{embed.title}" if titled else kind
    site = embed.provider or host_of(embed.url)
    name = escape(sheet.words.say("on_site", title=title, site=site) if site else title)
    marks = "" if titled else sheet.words.marks
    address = safe_image(embed.url)
    heard = sheet.heard_as(f"{embed.id}-title-s1")
    if address is None or address.startswith("data:"):
        out.append(
            f"<p{heard}><span{marks}>{name}</span>, <span{sheet.words.marks}>{sheet.said('no_address')}</span>.</p>"
        )
    else:
        out.append(f'<p{heard}><a href="{escape(address)}"{marks}>{name}</a></p>')
    _caption(embed, sheet)
    out.append("</figure>\n")


def write_omitted(omitted: Omitted, sheet: Sheet) -> None:
    """Say what stood here and why it does not."""
    text = f"{sheet.words.say('omitted', what=omitted.what)} {omitted.reason}".rstrip()
    sheet.out.append(f'<p class="added"{sheet.attributes(omitted)}>{escape(text)}</p>\n')
