"""Bytes to text, in the order in which a browser looks for the encoding.

Byte-order mark, the caller's word (an HTTP header), the prescan of ``<meta>``, the XML
declaration, a guess, windows-1252: HTML Standard, section 13.2.3.2. In one place more is done: a
saved page often is UTF-8 with the label it once had. Where the label does not fit the bytes and
UTF-8 does, it is UTF-8. The work is done by libraries:
html5lib has the prescan, webencodings the labels of the Encoding Standard, beautifulsoup4 the
guess. A page's label never reaches :func:`codecs.lookup`, where it could name ``zlib`` or
``unicode_escape``.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

import webencodings

from a11ynews.model.findings import Notice
from a11ynews.tree.limits import Limits

__all__ = ["Decoded", "Evidence", "decode"]

Evidence: TypeAlias = Literal["bom", "hint", "meta", "xml", "guess", "default"]

PRESCAN_BYTES = 1024
"""How far browsers look for ``<meta charset>`` (HTML Standard, 13.2.3.2, step 5)."""

XML_BYTES = 256
"""An XML declaration is short, and beautifulsoup4's pattern for it backtracks over what it gets."""

GUESS_BYTES = 32 * 1024
"""What a detector is shown. chardet reads 1 KB a millisecond, and its answers do not improve after this."""

_WINDOWS_1252 = cast("webencodings.Encoding", webencodings.lookup("windows-1252"))
_UTF8_META = re.compile(
    rb"""((?:(?!charset).)*?)<meta\s+(?:http-equiv=["']?content-type["']?\s+content=["']text/html;\s*)?"""
    rb"""charset=["']?utf-8["']?\s*/?>""",
    re.IGNORECASE | re.DOTALL,
)
"""The first mention of ``charset`` in a head, if it is the usual one."""
_UTF16 = {"utf-16le", "utf-16be"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text from bytes, and how it was found.

    Attributes:
        text: The characters, without a byte-order mark.
        encoding: Name in the Encoding Standard ("windows-1252").
        evidence: What decided.
        notices: What was odd: bytes that are no characters of the encoding, a label nobody knows.
        utf8: The text in UTF-8, where the bytes were that; None where they were not.
    """

    text: str
    encoding: str
    evidence: Evidence
    notices: tuple[Notice, ...] = ()
    utf8: bytes | None = None


def decode(data: bytes, hint: str | None = None, *, limits: Limits | None = None) -> Decoded:
    r"""Turn bytes into text as a browser would.

    Args:
        data: A page, or plain text.
        hint: A label from the caller or from HTTP's ``charset``; it loses only to a byte-order mark.
        limits: ``max_bytes`` counts here.

    Returns:
        The text. Bytes that are no characters become U+FFFD and a notice counts them.

    Raises:
        LimitError: If ``data`` is over ``limits.max_bytes`` and ``limits.strict``.

    Example:
        >>> decode(b"caf\xe9", "latin-1").encoding
        'windows-1252'
    """
    limits = limits or Limits()
    notices: list[Notice] = []
    if len(data) > limits.max_bytes:
        notices.append(limits.hit("bytes", f"Only the first {limits.max_bytes:,} of {len(data):,} bytes were read."))
        data = data[: limits.max_bytes]
    encoding, evidence = _find(data, hint, notices)
    if encoding.name == "utf-8" and (exact := _exactly(data.removeprefix(codecs.BOM_UTF8))) is not None:
        text, utf8 = exact
        return Decoded(text=text, encoding="utf-8", evidence=evidence, notices=tuple(notices), utf8=utf8)
    text = webencodings.decode(data, encoding, errors="replace")[0]
    lost = text.count("\ufffd")
    if evidence in {"meta", "xml"} and encoding.name != "utf-8" and (better := _as_utf8(data)) is not None:
        message = f"The page says {encoding.name}, and its bytes are valid UTF-8"
        if lost > better.count("\ufffd"):
            text, encoding, evidence, lost = better, webencodings.UTF8, "guess", 0
            notices.append(Notice(kind="wrong-encoding", message=f"{message}: it was read as UTF-8."))
        else:
            advice = "if its letters look wrong, say that the encoding is utf-8."
            notices.append(Notice(kind="doubtful-encoding", message=f"{message}, too: {advice}"))
    if lost:
        _count_lost(data, lost, encoding.name, notices)
    return Decoded(text=text, encoding=encoding.name, evidence=evidence, notices=tuple(notices))


def _find(data: bytes, hint: str | None, notices: list[Notice]) -> tuple[webencodings.Encoding, Evidence]:
    """Return the encoding and what says so."""
    for label, evidence in _claims(data, hint):
        if (encoding := _look_up(label)) is None:
            notices.append(Notice(kind="unknown-encoding", message=f"No encoding has the name {label[:40]!r}."))
        elif encoding.name == "replacement":
            # Browsers show one U+FFFD for the whole page, to keep hidden scripts from running.
            # Nothing runs here, so the text is read for what it may be.
            notices.append(Notice(kind="unsafe-encoding", message=f"The encoding {label[:40]!r} is not read."))
        elif evidence in {"meta", "xml"} and encoding.name in _UTF16:
            # It was read as ASCII: it cannot be UTF-16 (HTML Standard, 13.2.3.2, prescan, step 13).
            return webencodings.UTF8, evidence
        else:
            return encoding, evidence
    return _WINDOWS_1252, "default"


def _exactly(data: bytes) -> tuple[str, bytes] | None:
    """Return the text of valid UTF-8 with its bytes, which nobody then has to encode again; None if it is not valid."""
    try:
        return data.decode("utf-8"), data
    except UnicodeDecodeError:
        return None


def _as_utf8(data: bytes) -> str | None:
    """Return the text if the bytes are UTF-8 and not all ASCII; by chance they hardly ever are."""
    try:
        return None if data.isascii() else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _look_up(label: str) -> webencodings.Encoding | None:
    """Return the encoding of a label of the Encoding Standard, or of Python's spelling of one ("latin-1", "utf_8")."""
    if not label.isascii():
        return None
    spellings = (label, label.replace("_", "-"), label.replace("_", "").replace("-", ""))
    return next(filter(None, map(webencodings.lookup, spellings)), None)


def _claims(data: bytes, hint: str | None) -> Iterator[tuple[str, Evidence]]:
    """Yield labels in the order in which they count. Each is looked for only when asked for."""
    # UTF-8 as the fallback is told from a mark for UTF-8 by asking again with another fallback.
    if (marked := webencodings.decode(data[:3], "x-user-defined")[1]).name != "x-user-defined":
        yield marked.name, "bom"
    if hint:
        yield hint, "hint"
    if (declared := _declared(data[:PRESCAN_BYTES])) is not None:
        yield declared, "meta"
    if (label := _xml_label(data[:XML_BYTES])) is not None:
        yield label, "xml"
    for guess in _guesses(data):
        yield guess, "guess"


def _declared(head: bytes) -> str | None:
    """Return the encoding that ``meta`` declares, as html5lib finds it, or at once where it is written as usual."""
    if b"charset" not in head.lower():
        return None
    usual = _UTF8_META.match(head)
    if usual and b"<!--" not in usual[1] and usual[1].count(b'"') % 2 == 0:
        return "utf-8"
    from html5lib._inputstream import EncodingParser  # noqa: PLC0415 - 30 ms, and most pages have told by now

    declared = EncodingParser(head).getEncoding()
    return None if declared is None else declared.name


def _xml_label(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names, as beautifulsoup4 finds it."""
    if b"<?" not in data:
        return None
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - a tenth of a second, and most pages have told by now

    return EncodingDetector.find_declared_encoding(data)


def _guesses(data: bytes) -> Iterator[str]:
    """Yield what the bytes look like: UTF-8 if they are, else what a detector says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = max(0, error.start - GUESS_BYTES // 2)
        sample = data[start : start + GUESS_BYTES]
        from bs4.dammit import EncodingDetector  # noqa: PLC0415 - as above

        detector = EncodingDetector(sample, exclude_encodings=["ascii", "utf-8"])
        yield from (label for label in detector.encodings if _look_up(label) is not None)
    else:
        yield "utf-8"


def _count_lost(data: bytes, lost: int, name: str, notices: list[Notice]) -> None:
    """Add a notice for characters that were replaced, but not for U+FFFD that the page itself holds."""
    lost -= data.count("\ufffd".encode()) if name == "utf-8" else 0
    if lost > 0:
        message = f"{lost:,} places in the page are not valid {name} and were replaced by U+FFFD."
        notices.append(Notice(kind="encoding-errors", message=message))
