"""The options of web pages, for ``convert``."""

from __future__ import annotations

import argparse
from typing import get_args

from a11ynews.render.reading_settings import Font, Size, Theme

__all__ = ["add_page"]


def add_page(parser: argparse.ArgumentParser) -> None:
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
