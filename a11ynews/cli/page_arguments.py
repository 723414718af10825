"""The options of web pages, for ``convert``, and which of them do not go together."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import get_args

from a11ynews.errors import UsageError
from a11ynews.render.reading_settings import Font, Size, Theme

__all__ = ["add_page", "check_page_options", "has_sound"]


def add_page(parser: ArgumentParser) -> None:
    """Add what a page is to hold and how it looks at first."""
    page = parser.add_argument_group("web pages, if FORM is html")
    page.add_argument(
        "--audio", action="store_true", help="read the story out into a sound file beside the page, which follows it"
    )
    page.add_argument("--audio-inline", action="store_true", help="the same, with the sound within the page")
    page.add_argument("--show-removed", action="store_true", help="list at the end what was left out, and why")
    page.add_argument(
        "--offline", action="store_true", help="fetch the pictures into the page, which then asks for nothing when read"
    )
    page.add_argument("--remember", action="store_true", help="keep reading settings in the browser, by a small script")
    page.add_argument("--theme", choices=get_args(Theme), default="system", help="colours at first (system)")
    page.add_argument("--font", choices=get_args(Font), default="system", help="font at first (system)")
    page.add_argument(
        "--text-size",
        type=int,
        choices=get_args(Size),
        default=100,
        help="size of the text at first, in per cent (100)",
    )


def has_sound(arguments: Namespace) -> bool:
    """Say whether a page is to have sound."""
    return bool(arguments.audio or arguments.audio_inline)


def check_page_options(arguments: Namespace, form: str) -> None:
    """Refuse what cannot be, before any work is done.

    Raises:
        UsageError: If there is to be a sound file beside a page that is no file, or sound for no page.
    """
    if has_sound(arguments) and form != "html":
        message = "--audio is for web pages: name a page with -o, or write the sound alone with --to audio"
        raise UsageError(message)
    if arguments.audio and arguments.output is None:
        message = "--audio writes a sound file beside the page: name the page with -o, or use --audio-inline"
        raise UsageError(message)
