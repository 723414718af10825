"""A page from a caller's BeautifulSoup object, read in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup, CData, NavigableString, Tag
from bs4.element import PageElement, PreformattedString

from a11ynews.tree.fill import Filler
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page
from a11ynews.tree.streamed import put_in_place

__all__ = ["page_from_soup"]


def page_from_soup(soup: Tag, url: str | None = None, limits: Limits | None = None) -> Page:
    """Read a soup, or one tag of it, and all that is in it. The caller's tree is not changed.

    Args:
        soup: A ``BeautifulSoup`` or ``Tag`` of any builder. A part of a page is read as the body
            of one.
        url: Where the page came from.
        limits: Bounds on the work; None for the defaults.

    Returns:
        The page; its root is ``html``, as of every page.

    Raises:
        LimitError: If a limit is hit and ``limits.strict``.

    Example:
        >>> page_from_soup(BeautifulSoup("<p>One<!-- no --> two</p>", "html.parser")).tags
        ['html', 'body', 'p', '']
    """
    filler = Filler(limits or Limits())
    content = [child for child in soup.contents if _is_content(child)] if isinstance(soup, BeautifulSoup) else [soup]
    # html.parser leaves text beside <html>; then, too, nothing may be lost.
    only = content[0] if len(content) == 1 else None
    shell = {"html": (), "body": ("html",)}.get(only.name if isinstance(only, Tag) else "", ("html", "body"))
    for name in shell:
        filler.open(name, {})
    _walk(filler, iter(content))
    page = filler.finish()
    put_in_place(page)
    page.url = url
    return page


def _walk(filler: Filler, content: Iterator[PageElement]) -> None:
    stack = [content]
    while stack and not filler.full:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if stack:
                filler.close()
        elif isinstance(node, Tag):
            filler.open(node.name.rpartition(":")[2] if node.namespace else node.name, _attributes(node))
            stack.append(iter(() if node.name == "template" else node.contents))
        elif isinstance(node, NavigableString) and (
            isinstance(node, CData) or not isinstance(node, PreformattedString)
        ):
            filler.text(str(node))


def _is_content(node: PageElement) -> bool:
    """Whether a node is more than a comment, a doctype or the white space around them."""
    if isinstance(node, Tag | CData):
        return True
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and not node.isspace()


def _attributes(tag: Tag) -> Mapping[str, str]:
    """Return attributes as strings; BeautifulSoup splits ``class`` and its like into lists."""
    found: dict[str, str] = {}
    for name, value in tag.attrs.items():
        found[str(name).lower()] = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
    return found
