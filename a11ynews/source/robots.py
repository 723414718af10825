"""robots.txt: what a site asks programs to leave alone (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

__all__ = ["MAX_BYTES", "Robots", "read_robots"]

MAX_BYTES = 500 * 1024
"""How much of a robots.txt is read: what RFC 9309, 2.5, asks for."""

_LINE = re.compile(r"\r\n|\r|\n")
# The RFC has letters only; many names, ours among them, have digits.
_PRODUCT = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site for one program.

    Attributes:
        rules: Those that concern it, in the order of the file.
    """

    rules: Sequence[_Rule]

    def allows(self, path: str) -> bool:
        r"""Tell whether a page may be asked for. The longest pattern that fits decides; ``Allow`` wins a tie.

        Args:
            path: Path and query, percent-encoded.

        Example:
            >>> robots = read_robots(b"User-agent: *\nDisallow: /private\nAllow: /private/open", "a11ynews/1.0")
            >>> robots.allows("/private/a"), robots.allows("/private/open/b")
            (False, True)
        """
        path = _normal(path)
        fitting = [(len(rule.pattern), rule.allows) for rule in self.rules if _fits(rule.pattern, path)]
        return max(fitting, default=(0, True))[1]


def read_robots(data: bytes, user_agent: str) -> Robots:
    """Read the rules for a program: its own groups if it has any, else those for ``*``.

    Args:
        data: The file. Whatever is no rule in it is passed over.
        user_agent: What the program calls itself; the letters that it begins with are its name.
    """
    product = _PRODUCT.match(user_agent)
    name = product[0].lower() if product else ""
    own: list[_Rule] = []
    others: list[_Rule] = []
    is_named = False
    for agents, rules in _groups(data[:MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")):
        if name and name in agents:
            is_named = True
            own += rules
        elif "*" in agents:
            others += rules
    return Robots(rules=own if is_named else others)


def _groups(text: str) -> Iterator[tuple[set[str], list[_Rule]]]:
    """Yield agents, in lower case, with their rules. Agents on lines that follow each other share a group."""
    agents: set[str] = set()
    rules: list[_Rule] = []
    is_open = False
    for line in _LINE.split(text):
        key, colon, value = line.partition("#")[0].partition(":")
        field, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            if not is_open:
                yield agents, rules
                agents, rules, is_open = set(), [], True
            product = _PRODUCT.match(value)
            agents.add(product[0].lower() if product else value)
        elif field in {"allow", "disallow"}:
            is_open = False
            if value:
                rules.append(_Rule(pattern=_normal(value), allows=field == "allow"))
    yield agents, rules


def _normal(path: str) -> str:
    """One spelling for each path: letters stand for themselves, no other is unpacked (RFC 9309, 2.2.2)."""
    return _ESCAPE.sub(_letter_or_escape, quote(path, safe="%/*$?&=:@!'()+,;[]~"))


def _letter_or_escape(escape: re.Match[str]) -> str:
    letter = chr(int(escape[0][1:], 16))
    return letter if _UNRESERVED.match(letter) else escape[0].upper()


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path; ``*`` is any run, ``$`` at the end is the path's end.

    Each piece is taken at its first place, which for patterns of this kind never misses a fit: linear.
    """
    is_whole = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not pieces:
        return not is_whole or path == first
    place = len(first)
    *inner, last = pieces
    for piece in inner:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if is_whole:
        return len(path) - len(last) >= place and path.endswith(last)
    return path.find(last, place) >= 0
