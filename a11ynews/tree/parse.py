"""Markup to page: the one door to the parsers."""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from a11ynews.tree.guard import mend
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page
from a11ynews.tree.streamed import put_in_place

__all__ = ["Parser", "parse_page"]

Parser: TypeAlias = Literal["lexbor", "lxml", "html5lib"]


def parse_page(
    markup: str,
    *,
    parser: Parser = "lexbor",
    url: str | None = None,
    limits: Limits | None = None,
    utf8: bytes | None = None,
) -> Page:
    """Parse markup into a page.

    Args:
        markup: HTML, a document or a part of one, with what is wrong in it.
        parser: "lexbor" builds the tree that browsers build; "html5lib" does, too, some 30 times
            slower; "lxml" is libxml2's own idea of HTML, with its worst faults repaired.
        url: Where the markup came from.
        limits: Bounds on the work; None for the defaults.
        utf8: The markup in UTF-8, if the caller has it.

    Returns:
        The page. What was odd is in ``page.notices``.

    Raises:
        LimitError: If a limit is hit and ``limits.strict``.

    Example:
        >>> page = parse_page("<p>One <b>two</b>")
        >>> page.tags
        ['html', 'head', 'body', 'p', '', 'b', '']
    """
    limits = limits or Limits()
    notices = []
    if len(markup) > limits.max_bytes:
        message = f"Only the first {limits.max_bytes:,} of {len(markup):,} characters were read."
        notices.append(limits.hit("bytes", message))
        markup, utf8 = markup[: limits.max_bytes], None
    data = utf8 or _encode(markup)
    limits = limits.for_size(len(data))
    data, mended = mend(data, limits)
    notices += mended
    match parser:
        case "lexbor":
            from a11ynews.tree import lexbor  # noqa: PLC0415  # only the parser asked for is loaded

            page = lexbor.parse(data, limits)
        case "lxml":
            from a11ynews.tree import lxml_parser  # noqa: PLC0415  # as above

            page = lxml_parser.parse(data, limits)
        case "html5lib":
            from a11ynews.tree import html5lib_parser  # noqa: PLC0415  # as above

            page = html5lib_parser.parse(data, limits)
        case _:
            assert_never(parser)
    put_in_place(page, data)
    page.url = url
    seen = {notice.kind for notice in notices}  # what was mended may show again, to a smaller degree
    page.notices[:] = [*notices, *(notice for notice in page.notices if notice.kind not in seen)]
    return page


def _encode(markup: str) -> bytes:
    """Return UTF-8, with each lone surrogate as U+FFFD, as in browsers; a pair becomes its character."""
    try:
        return markup.encode()
    except UnicodeEncodeError:
        return markup.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
