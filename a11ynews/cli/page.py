"""From the options of the command line to a web page, with its sound and its pictures."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from a11ynews.cli.page_arguments import has_sound
from a11ynews.cli.sound import in_language, sound_options
from a11ynews.cli.terminal import progress
from a11ynews.model.walk import picture_addresses
from a11ynews.pipeline import Article
from a11ynews.render import html
from a11ynews.render.base import Rendering
from a11ynews.source.pictures import fetch_pictures
from a11ynews.speech.sound.formats import FORMATS

__all__ = ["render_page"]

_MAX_PICTURES = 100


def render_page(article: Article, arguments: Namespace, place: Callable[[str], Path]) -> Rendering:
    """Return the page; its sound file is written by then.

    Args:
        article: The story.
        arguments: The options.
        place: Gives the path of the sound file for a suffix.

    Raises:
        A11yNewsError: If sound or pictures were asked for and cannot be had at all.
    """
    article = in_language(article, arguments)
    options = html.Options(
        show_removed=arguments.show_removed,
        offline=arguments.offline,
        pictures=_pictures(article, arguments) if arguments.offline else {},
        remember=arguments.remember,
        reading=html.Reading(theme=arguments.theme, font=arguments.font, size=arguments.text_size),
        read_on=datetime.now().astimezone().date(),
        sound=_sound(article, arguments, place) if has_sound(arguments) else None,
    )
    return html.render(article, options)


def _sound(article: Article, arguments: Namespace, place: Callable[[str], Path]) -> html.Sound:
    from a11ynews.render.audio import recording, small_format, write_audio  # noqa: PLC0415 - who writes a page without sound needs no engines

    name = arguments.audio_format or small_format()
    if arguments.audio_inline:
        address, times = recording(article, sound_options(arguments, name))
        return html.Sound(address=address, timings=times)
    path = place(FORMATS[name].suffixes[0])
    times = write_audio(article, path, sound_options(arguments, name), timings=arguments.timings)
    return html.Sound(address=path.name, timings=times)


def _pictures(article: Article, arguments: Namespace) -> dict[str, str]:
    addresses = [address for address in picture_addresses(article.body) if not address.startswith("data:")]
    if not addresses:
        return {}
    progress(f"fetching {min(len(addresses), _MAX_PICTURES)} pictures")
    return fetch_pictures(
        addresses[:_MAX_PICTURES],
        allow_private=arguments.allow_private,
        user_agent=arguments.user_agent,
        ignore_robots=arguments.ignore_robots,
    )
