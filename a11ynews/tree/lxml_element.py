"""A page from a caller's lxml element, read in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from a11ynews.tree.elements import Element, fill_from_elements
from a11ynews.tree.fill import Filler
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page
from a11ynews.tree.streamed import put_in_place

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["page_from_lxml"]


def page_from_lxml(element: _Element, url: str | None = None, limits: Limits | None = None) -> Page:
    """Read an element and all that is in it, but not its tail. The caller's tree is not changed.

    Args:
        element: An element of any parser of lxml. A part of a page is read as the body of one.
        url: Where the page came from.
        limits: Bounds on the work; None for the defaults.

    Returns:
        The page; its root is ``html``, as of every page.

    Raises:
        LimitError: If a limit is hit and ``limits.strict``.

    Example:
        >>> from lxml import html
        >>> page_from_lxml(html.fromstring("<p>One<br>two</p>")).tags
        ['html', 'body', 'p', '', 'br', '']
    """
    filler = Filler(limits or Limits())
    tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
    shell = {"html": (), "body": ("html",)}.get(tag, ("html", "body"))
    for name in shell:
        filler.open(name, {})
    if tag:
        fill_from_elements(filler, cast("Element", element))
    page = filler.finish()
    put_in_place(page)
    page.url = url
    return page
