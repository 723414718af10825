"""Markup, or plain text? Told by looking, as a person would.

Names and suffixes are no help: scraped articles come as ``.txt`` with tags and as ``.html``
without. A tag in the middle of prose does not make a page; a page is markup all over.
"""

from __future__ import annotations

import re

__all__ = ["looks_like_html"]

SNIFF_CHARS = 64 * 1024
"""Enough to see what a text is made of; the rest is more of the same."""

CHARS_PER_TAG = 400
"""In a text that does not begin with a tag, at least one tag in so many characters makes it HTML.

Comment fields and feeds have one in 20 to 200; plain articles about HTML stay above 500.
"""

TAGGED_SHARE = 0.5
"""Of the paragraphs (between blank lines) of a page, this share holds a tag."""

_ELEMENTS = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input
ins kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noframes noscript object ol
optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script search section select slot
small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
tr track tt u ul var video wbr xmp
"""  # of the HTML Standard, and the obsolete ones that old pages hold
_NAMES = frozenset(_ELEMENTS.split())
_BEGINNINGS = frozenset({"p", "li", "div", "table", "ul", "ol"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>")
_OPENING = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*+>)*", re.DOTALL)
_DOCUMENT = re.compile(r"^[ \t]*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def looks_like_html(text: str) -> bool:
    """Say whether a text is markup, rather than plain text that may mention some.

    Args:
        text: A page, a part of one, or an article that was already scraped to text.

    Example:
        >>> looks_like_html("<p>One</p>"), looks_like_html("if a < b, use the <b> tag")
        (True, False)
    """
    head = text[:SNIFF_CHARS].lstrip("\ufeff")
    if "<" not in head:
        return False
    if _DOCUMENT.search(head):
        return True
    if len(text) > SNIFF_CHARS:
        head = _ended(head)
    tags = [tag for tag in _TAG.finditer(head) if _is_element(tag[2])]
    if not tags:
        return False
    opening = _OPENING.match(head)
    begins_with_tag = opening is not None and tags[0].start() == opening.end()
    if not begins_with_tag and len(tags) * CHARS_PER_TAG < len(head):
        return False
    return _is_marked_up([(tag[1], tag[2].lower()) for tag in tags], begins_with_tag=begins_with_tag) and _is_all_over(
        head
    )


def _ended(head: str) -> str:
    """Return the beginning of a text with an end for what is cut in the middle of a tag or a script."""
    folded = head.lower()
    return f"{head}></script>" if folded.rfind("<script") > folded.rfind("</script") else f"{head}>"


def _is_element(name: str) -> bool:
    return name.lower() in _NAMES or "-" in name


def _is_marked_up(tags: list[tuple[str, str]], *, begins_with_tag: bool) -> bool:
    """Say whether tags do their work: one opens and closes, or is void, or begins a text as blocks do."""
    opened = {name for slash, name in tags if not slash}
    closed = {name for slash, name in tags if slash}
    return bool(opened & closed or opened & _VOID) or (begins_with_tag and tags[0][1] in _BEGINNINGS)


def _is_all_over(head: str) -> bool:
    """Say whether most paragraphs hold a tag.

    A page may be one long paragraph, but not one tag and then a whole article of plain paragraphs.
    """
    chunks = [chunk for chunk in _BLANK_LINE.split(head) if chunk.strip()]
    tagged = sum(1 for chunk in chunks if any(_is_element(tag[2]) for tag in _TAG.finditer(chunk)))
    return tagged >= TAGGED_SHARE * len(chunks)
