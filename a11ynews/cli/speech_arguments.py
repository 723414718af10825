"""The options of what is said and how it sounds, shared by ``speak`` and ``convert``."""

from __future__ import annotations

import argparse

from a11ynews.render.ssml_dialects import DIALECTS
from a11ynews.speech.engines.choose import ENGINES
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.profile import PROFILES
from a11ynews.speech.sound.formats import FORMATS

__all__ = ["add_sound", "add_speech", "add_ssml"]


def add_speech(parser: argparse.ArgumentParser, title: str) -> None:
    """Add what is said, and by whom.

    Args:
        parser: A subcommand's.
        title: Of the group in ``--help``.
    """
    speech = parser.add_argument_group(title)
    speech.add_argument("--rate", metavar="WPM", type=int, help=f"words a minute ({NORMAL_RATE_WPM})")
    speech.add_argument("--voice", metavar="NAME", help="a voice's id or name, or a language; see speak --list-voices")
    speech.add_argument("--language", metavar="TAG", help="the story's language, if you know it better than the page")
    speech.add_argument("--profile", choices=tuple(PROFILES), default="normal", help="how much is said (normal)")
    speech.add_argument(
        "--skip",
        metavar="PART",
        action="append",
        default=[],
        help="leave out what has this role, as caption, table or notes; may be repeated",
    )
    speech.add_argument(
        "--lexicon", metavar="FILE", help="how names are said: PLS, or lines of a word, a tab and what is said for it"
    )
    speech.add_argument("--engine", choices=tuple(ENGINES), help="who speaks; left out, the best for the purpose")


def add_sound(parser: argparse.ArgumentParser) -> None:
    """Add what is about sound files."""
    add_speech(parser, "speech, if FORM is audio")
    sound = parser.add_argument_group("sound files")
    sound.add_argument("--audio-format", choices=tuple(FORMATS), help="left out, the suffix of -o decides, else wav")
    sound.add_argument(
        "--timings",
        metavar="FILE",
        action="append",
        default=[],
        help="when each sentence and word is heard: .json, .vtt, .chapters.json or .chapters.vtt; may be repeated",
    )
    sound.add_argument("--cover", metavar="FILE", help="a JPEG or PNG picture for the file; none is ever fetched")


def add_ssml(parser: argparse.ArgumentParser) -> None:
    """Add what is about SSML."""
    ssml = parser.add_argument_group("SSML")
    ssml.add_argument(
        "--dialect", choices=tuple(DIALECTS), default="plain", help="the standard's, or what a service takes (plain)"
    )
    ssml.add_argument("--marks", action="store_true", help="mark each sentence by its name")
