"""The player of a page: the browser's own controls, chapters as links, and the times that the script goes by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from a11ynews.render.addresses import safe_sound
from a11ynews.render.html.sheet import Sheet
from a11ynews.render.markup import clean, compose
from a11ynews.speech.timings import Timings

__all__ = ["Sound", "player", "times_block"]

_MINUTE, _HOUR = 60, 3600
_SPEEDS = ("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2", "2.5", "3", "3.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The story as a recording that goes with its page.

    Attributes:
        address: Where it is: beside the page ("story.mp3"), on the web, or within the page (``data:audio/...``).
        timings: When each sentence and word is heard, as :meth:`a11ynews.Article.to_audio` gives it back; None
            leaves a page that plays and shows nothing of where it is.
    """

    address: str
    timings: Timings | None = None


def player(sound: Sound, sheet: Sheet) -> str:
    """Return the player as HTML; nothing where the recording's address may not stand in a page.

    What needs the script is ``hidden`` until the script shows it.
    """
    address = safe_sound(sound.address)
    if address is None:
        sheet.refuse(sound.address)
        return ""
    marks = sheet.words.marks
    parts = [
        f'<div class="player" role="group" aria-label="{sheet.said("listen")}"{marks}>',
        f'<audio controls preload="metadata" src="{address}" aria-label="{sheet.said("listen")}"></audio>',
    ]
    if sound.timings is not None:
        parts += [_controls(sheet), _chapters(sound.timings, sheet)]
    return "\n".join(filter(None, [*parts, "</div>\n"]))


def _controls(sheet: Sheet) -> str:
    options = "".join(
        f'<option value="{speed}"{" selected" if speed == "1" else ""}>{speed} ×</option>' for speed in _SPEEDS
    )
    speed = sheet.own_id("speed")
    return (
        f'<div class="controls" hidden><p><label for="{speed}">{sheet.said("speed")}</label> '
        f'<select id="{speed}">{options}</select></p>\n'
        f'<button type="button">{sheet.said("choose_sentence")}</button>\n'
        f"<p>{sheet.said('listen_hint')}</p></div>"
    )


def _chapters(timings: Timings, sheet: Sheet) -> str:
    """A list of the headings with the times at which they are heard; of use without the script as well."""
    places = {segment.start_s: segment.block_id for segment in timings.segments}
    lines = []
    for chapter in timings.chapters:
        place = sheet.ids.find(places.get(chapter.start_s, "")) or sheet.own_id("title")
        title = sheet.escaped(chapter.title)
        link = f'<a href="#{place}">{title}</a>'
        lines.append(f"<li>{link} <span>{_clock(chapter.start_s)}</span></li>\n")
    if len(lines) < 2:  # noqa: PLR2004 - one alone leads nowhere
        return ""
    return f'<details class="chapters"><summary>{sheet.said("chapters")}</summary><ol>\n{"".join(lines)}</ol></details>'


def _clock(seconds: float) -> str:
    whole = int(seconds)
    minutes = f"{whole // _MINUTE % _MINUTE}:{whole % _MINUTE:02}"
    return f"{whole // _HOUR}:{minutes:0>5}" if whole >= _HOUR else minutes


def times_block(timings: Timings, ids: Mapping[str, str]) -> str:
    """Return the times as data for the script: for each sentence its id, start, end, and its words with theirs.

    Args:
        timings: The times.
        ids: The sentences that are on the page, with the ids that they have there.
    """
    words: dict[int, list[list[object]]] = {}
    for word in timings.words:
        words.setdefault(word.segment, []).append([word.text, _short(word.start_s), _short(word.end_s)])
    rows = [
        [ids[segment.id], _short(segment.start_s), _short(segment.end_s), words.get(number, [])]
        for number, segment in enumerate(timings.segments)
        if segment.id in ids
    ]
    text = compose(clean(json.dumps(rows, ensure_ascii=False, separators=(",", ":"))))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _short(seconds: float) -> float:
    return round(seconds, 2)
