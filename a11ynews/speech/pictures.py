"""What is said of pictures, recordings and things from elsewhere: once, and never a file name."""

from __future__ import annotations

import re

from a11ynews.model.blocks import Figure, Media
from a11ynews.model.inlines import Inline, Link, Text, inline_text
from a11ynews.speech.telling import Place, Telling
from a11ynews.speech.twice import key_of
from a11ynews.speech.utterance import Run

__all__ = ["tell_figure", "tell_media"]

# "FILE -", "FILE PHOTO:" before an agency's caption: said as "File photo." in front of it.
_FILE_MARK = re.compile(r"\A\s*FILE(?: PHOTO)?\s*[-–—:]\s*", re.IGNORECASE)

# "IMG_2041.jpg", "example.org": a program's name for the file or a site's for itself, which tell nobody anything.
_FILE_NAME = re.compile(r"\A\s*\S+\.(?:[a-z]{2,5}|[A-Z]{3,4})\s*\Z")

# A credit that says that it is one: "Photo: C. Lens", "© Town Archive".
_SAYS_CREDIT = re.compile(r"[:©]")


def tell_figure(telling: Telling, figure: Figure, place: Place) -> None:
    """Say the pictures in words, then the caption, then who made them."""
    if telling.name("figure", telling.phrases.image.rstrip(" :") + "." if telling.phrases.image else "", place):
        return
    caption = key_of(inline_text(figure.caption))
    caption_said = telling.action("caption") != "skip"
    longer_alt = False
    counted = telling.places.get(id(figure))
    for number, image in enumerate(figure.images, start=1):
        words = "" if _FILE_NAME.match(image.alt or "") else image.alt or ""
        alt = key_of(words)
        if caption_said and alt and alt in caption:
            continue
        longer_alt = longer_alt or (caption != "" and caption in alt)
        said = telling.runs(_alt(words, image.href), place, f"alt{number}") if words else ()
        if said:
            place_in = (number, len(figure.images)) if len(figure.images) > 1 else counted
            telling.say("alt", telling.lead("alt", _image_phrase(telling, place_in)) + said, place)
    if not (longer_alt and telling.action("alt") != "skip"):
        _tell_caption(telling, figure, place)
    credit = telling.runs(figure.credit, place, "credit")
    if credit:
        says_so = _SAYS_CREDIT.search(credit[0].text)
        telling.say("credit", (() if says_so else telling.lead("credit", telling.phrases.credit)) + credit, place)


def _alt(words: str, href: str | None) -> tuple[Inline, ...]:
    """Return the words for a picture, as the link that it is."""
    text = Text(text=words)
    return (Link(href=href, children=(text,)),) if href else (text,)


def _image_phrase(telling: Telling, place_in: tuple[int, int] | None) -> str:
    return telling.phrases.image_of.format(*place_in) if place_in else telling.phrases.image


def _tell_caption(telling: Telling, figure: Figure, place: Place) -> None:
    runs = telling.runs(figure.caption, place)
    if figure.archive_photo:
        runs = _without_file_mark(runs, telling, place)
    archive = telling.phrases.file_photo
    says_so = key_of(archive) in key_of(inline_text(figure.caption))
    phrase = archive if figure.archive_photo and not says_so else telling.phrases.caption
    if runs:
        telling.say("caption", telling.lead("caption", phrase) + runs, place)


def _without_file_mark(runs: tuple[Run, ...], telling: Telling, place: Place) -> tuple[Run, ...]:
    """Return a caption whose mark is not said, if our words say it instead."""
    if not runs or not telling.lead("caption", telling.phrases.file_photo):
        return runs
    rest = _FILE_MARK.sub("", runs[0].text)
    if rest == runs[0].text:
        return runs
    return telling.words(rest, place) + runs[1:]


def tell_media(telling: Telling, media: Media, place: Place) -> None:
    """Say that there is a recording, its title, and its caption."""
    phrase = telling.phrases.audio if media.kind == "audio" else telling.phrases.video
    title = telling.words(media.title or "", place, "title")
    if telling.name("media", phrase if title else phrase.rstrip(" :") + "." if phrase else "", place, title):
        return
    lead = telling.lead("media", phrase if title else phrase.rstrip(" :") + "." if phrase else "")
    telling.say("media", lead + title, place)
    caption = telling.runs(media.caption, place)
    if caption:
        telling.say("caption", caption, place)
