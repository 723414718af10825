"""What stands in the element that a writing tool fills is its author's: no site puts anything of its own there.

Generators of documentation, wikis, notebooks and the publishers of journals render what somebody wrote into one
element, and give it a name that is theirs. Its short lines, boxes and terms look like furniture line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label

__all__ = ["complete_rendered"]

_NAMES = frozenset(
    """sectionbody sect1 md-content__inner theme-doc-markdown vp-doc markdown-body mw-parser-output wiki-content
    td-content ltx_document ltx_page_content docblock main-page-content jp-notebook rendered_html s-prose cooked
    nextra-content sl-markdown-content main-article-body documentation-content bodywrapper rst-content legsnippet
    eli-container mdx-content class-description theme-default-content markdown-section kg-canvas
    gh-content method-summary method-details member-list details-list summary-list memdoc""".split()  # noqa: SIM905
)
"""Asciidoctor, Material for MkDocs, Docusaurus, VitePress, GitHub, MediaWiki, Confluence, Docsy, LaTeXML, rustdoc, MDN,
Jupyter, Stack Exchange, Discourse, Nextra, Starlight, PMC, godoc, Sphinx, legislation.gov.uk, EUR-Lex, Mintlify,
javadoc, VuePress, Docsify, Ghost, Doxygen."""
_IDS = frozenset({"furo-main-content", "quarto-document-content", "mw-content-text", "artText"})
"""The same for tools that give it no class."""
_COMMENT = bit("comment")
_MOST = 0.5
"""Share of what is chosen, in characters, that such elements hold: the story is there."""
_FOREIGN = sum(
    map(bit, ("nav", "form", "control", "noscript", "hidden", "comment", "share", "advert", "newsletter", "consent",
              "dialog", "pager", "breadcrumb", "skip", "paywall", "footer", "page-foot"))
)  # fmt: skip
"""What is not the author's even there. The words of other classes say what the author made: a card, a box, a table."""
_NOT_WRITTEN = frozenset(
    """navbox noprint metadata toc catlinks mw-editsection shortdescription feedback td-page-meta page-meta
    edit-this-page""".split()  # noqa: SIM905 - a list of strings reads worse
)
"""What a tool adds to what it renders: MediaWiki's boxes of links, Docsy's question whether the page helped."""


def complete_rendered(scene: Surroundings, chosen: list[bool], barred: Sequence[bool], title: str) -> None:
    """Choose the rest of what a writing tool rendered, where most of the story stands there, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
        barred: Units that can never be story.
        title: The headline, which is said already.

    Source:
        ``wcxb-dev`` and ``fundus-dev``: 16 of 923 pages change. On 13 most of what is added is in the gold (3,239
        characters, 5,900 not, nearly all of these the code samples of one manual's page).
    """
    places = list(_places(scene))
    if not places:
        return
    held = sum(scene.lengths[unit] for low, high, _ in places for unit in range(low, high) if chosen[unit])
    if held < _MOST * sum(length for length, keep in zip(scene.lengths, chosen, strict=True) if keep):
        return
    added = _added(scene)
    for low, high, flags in places:
        for unit in range(low, high):
            is_open = not chosen[unit] and not barred[unit] and unit not in added
            if is_open and not scene.units.flags[unit] & _FOREIGN & ~flags:
                chosen[unit] = _says_something(scene.units.text[unit], scene.shares[unit], title)


def _places(scene: Surroundings) -> Iterator[tuple[int, int, int]]:
    """Yield the units of each outermost element of that kind, and what is said of all that stands in it."""
    done, page = -1, scene.page
    named = (node for node in page.having("id") if page.attributes[node]["id"] in _IDS)
    for node in sorted({*page.called(_NAMES), *named}):
        flags = scene.units.node_flags[node]
        if node >= done and not flags & _COMMENT & ~scene.shared_flags:
            done = scene.page.ends[node]
            low, high = scene.range_of(node)
            yield low, high, flags


def _added(scene: Surroundings) -> set[int]:
    """Return the units of what tools add: by its class, or as it leads elsewhere by its role."""
    page = scene.page
    nodes = page.called(_NOT_WRITTEN)
    nodes += [node for node in page.having("role") if page.attributes[node]["role"] == "navigation"]
    return {unit for node in nodes for unit in range(*scene.range_of(node))}


def _says_something(text: str, share: float, title: str) -> bool:
    """Tell whether a line is no link, no label, no drawn mark, and not the headline again."""
    is_text = share < MOSTLY_LINKS and any(map(str.isalnum, text)) and text.casefold() != title.casefold()
    return is_text and find_label(text) is None and not is_furniture(text, share)
