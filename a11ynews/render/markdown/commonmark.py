"""Text into Markdown: the one place where the characters of a page are made safe for it.

Renderers of Markdown pass raw HTML on, so text is escaped for Markdown *and* for HTML. ``<``, ``>``
and ``&`` become entities, which the oldest renderers know too; a backslash before ``<`` they do not.

Source:
    CommonMark 0.31.2; GitHub Flavored Markdown 0.29 for tables and strikethrough.
"""

from __future__ import annotations

import re

from a11ynews.render.addresses import safe_image, safe_link
from a11ynews.render.plain.safety import strip_controls

__all__ = ["code_span", "destination", "escape", "fence", "guard_line", "picture_destination"]

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
# What means something anywhere in a line. Parentheses mean something only after a bracket of ours, and
# are dealt with where that is written; braces are attributes in common extensions.
_MARKUP = re.compile(r"[\\`*_\[\]#|~{}^]|&(?! )|[<>]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

# What means something at the start of a line only: lists, underlines of headings, front matter, the
# definitions and title blocks of Pandoc.
_LINE_START = re.compile(r"([-+=:%])|([0-9]{1,9})([.)])(?= |$)")
_TICKS = re.compile(r"`+")
_INFO = re.compile(r"[A-Za-z0-9_+#.-]{1,30}")
_UNSAFE_IN_DESTINATION = re.compile(r"[\x00-\x20<>\\`|\x7f-\xa0\u2028\u2029]")
_ENTITY_START = re.compile(r"&(?=[#A-Za-z])")


def escape(text: str) -> str:
    r"""Return text as Markdown that shows these characters, on one line.

    Example:
        >>> escape("AT&T: 5 * 3 <b>, [x](y)")
        'AT&amp;T: 5 \\* 3 &lt;b&gt;, \\[x\\](y)'
    """
    # Controls go first: taken out later, they could leave markup behind that was none before.
    plain = _SPACE.sub(" ", strip_controls(text))
    return _MARKUP.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), plain)


def guard_line(line: str) -> str:
    r"""Return a line of written inlines so that its start makes no block of its own.

    Example:
        >>> guard_line("1986. A great year"), guard_line("- no list"), guard_line("---")
        ('1986\\. A great year', '\\- no list', '\\---')
    """
    match = _LINE_START.match(line)
    if match is None:
        return line
    return f"\\{line}" if match[1] else f"{match[2]}\\{line[match.end(2) :]}"


def code_span(text: str) -> str:
    """Return text as a code span, its fence longer than any run of ticks inside; nothing for no text.

    Example:
        >>> code_span("a`b"), code_span("`"), code_span(" ")
        ('``a`b``', '`` ` ``', '` `')
    """
    plain = _SPACE.sub(" ", strip_controls(text))
    if not plain:
        return ""
    ticks = "`" * (_longest_run(plain) + 1)
    pad = " " if plain.strip() and (plain[0] in " `" or plain[-1] in " `") else ""
    return f"{ticks}{pad}{plain}{pad}{ticks}"


def fence(text: str, language: str | None) -> list[str]:
    """Return the lines of a fenced code block, its fence longer than any run of ticks inside.

    Args:
        text: The code.
        language: What stands after the fence, if it looks like the name of a language.

    Example:
        >>> fence("print()", "python")
        ['```python', 'print()', '```']
    """
    plain = strip_controls(text)
    ticks = "`" * max(3, _longest_run(plain) + 1)
    info = language if language and _INFO.fullmatch(language) else ""
    return [f"{ticks}{info}", *plain.split("\n"), ticks]


def destination(url: str | None) -> str | None:
    """Return a link target in angle brackets, or None where a link may not go there.

    Example:
        >>> destination("https://example.org/a b?x=1&copy=2")
        '<https://example.org/a%20b?x=1&amp;copy=2>'
        >>> destination("javascript:alert(1)") is None
        True
    """
    return _bracketed(safe_link(url))


def picture_destination(url: str | None) -> str | None:
    """Return the address of a picture in angle brackets, or None where it may not come from there.

    Pictures inside the address itself (``data:``) are left out: a text file is no place for them.

    Example:
        >>> picture_destination("data:image/png;base64,AA==") is None
        True
    """
    address = safe_image(url)
    return None if address is None or address.startswith("data:") else _bracketed(address)


def _bracketed(address: str | None) -> str | None:
    if address is None:
        return None
    plain = _UNSAFE_IN_DESTINATION.sub(_percent, strip_controls(address))
    return f"<{_ENTITY_START.sub('&amp;', plain)}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _longest_run(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
