"""The last thing that happens to text before a person's terminal gets it.

A page may hold escape sequences that retitle the window, write the clipboard, overwrite what was
printed, or turn the reading order around. So everything that is text, Markdown or a message of the
command line passes :func:`strip_controls` *at the end*, metadata and addresses included. JSON keeps
its data and passes :func:`escape_controls` instead.
"""

from __future__ import annotations

import re

__all__ = ["escape_controls", "one_line", "strip_controls"]

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")

# C0 without tab and newline, DEL, and C1, which some terminals obey as escape introducers.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
# Embeddings, overrides and isolates; the deprecated format controls beside them.
_BIDI = "\u202a-\u202e\u2066-\u206f"
# Characters that nobody sees and that carry no letter: Mongolian vowel separator, word joiner and
# invisible operators, byte order mark, interlinear annotation.
_INVISIBLE = "\u180e\u2060-\u2065\ufeff\ufff9-\ufffb"
# Tag characters say something only in a flag; Plane 14 has no letters.
_TAGS = "\U000e0000-\U000e007f"
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
# A subdivision flag (UTS #51, 2.9): black flag, 1 to 30 tag characters, the end tag.
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,30}\U000e007f"
# A second variation selector or joiner in a row changes nothing on the screen: it can only smuggle.
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JOINERS = "\u200b-\u200d"

_STRIPPED = re.compile(f"({_FLAG})|[{_CONTROLS}{_BIDI}{_INVISIBLE}{_TAGS}{_NONCHARACTERS}\u00ad]")
_REPEATED = re.compile(f"([{_SELECTORS}])[{_SELECTORS}]+|([{_JOINERS}])[{_JOINERS}]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(f"[{_CONTROLS}\u200e\u200f\u061c\u2028\u2029{_BIDI}{_INVISIBLE}{_TAGS}{_NONCHARACTERS}]")


def strip_controls(text: str) -> str:
    r"""Return text that a terminal can only show, never obey.

    Newline and tab stay, other line ends become newlines; all other control characters, bidi
    embeddings, overrides and isolates, invisible format characters and stray tag characters go. The joiners
    that Persian, Indic scripts and emoji need stay, and so do the direction marks, which have no scope.
    Lone surrogates become U+FFFD, so that the result can always be encoded.

    Example:
        >>> strip_controls("Mind \x1b[31mthe\u202e gap\r\nplease")
        'Mind [31mthe gap\nplease'

    Source:
        Unicode 16, 23.1 (control codes), 9.2 (bidi controls); UTS #51, 2.9 (flag tag sequences).
    """
    if text.isprintable():  # decided in C, and true of most text: no control, no format character
        return _REPEATED.sub(_first, text)
    stripped = _STRIPPED.sub(_first, _LINE_ENDS.sub("\n", text))
    # After the stripping, which may bring together what was apart.
    return _SURROGATES.sub("\ufffd", _REPEATED.sub(_first, stripped))


def one_line(text: str) -> str:
    r"""Return :func:`strip_controls` of text on a single line, for messages.

    Example:
        >>> one_line("no such file:\n\x07  a.html")
        'no such file: a.html'
    """
    return " ".join(strip_controls(text).split())


def escape_controls(written: str) -> str:
    r"""Return JSON text with every character that a terminal could obey as a ``\u`` escape.

    In JSON such characters can only stand inside strings, where the escape means the same.

    Example:
        >>> escape_controls('"\x9b2J"')
        '"\\u009b2J"'
    """
    return _ESCAPED.sub(lambda match: _json_escape(match[0]), written)


def _first(match: re.Match[str]) -> str:
    """Keep what a group caught."""
    return match[match.lastindex] if match.lastindex else ""


def _json_escape(character: str) -> str:
    if character == "\n":
        return character
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
