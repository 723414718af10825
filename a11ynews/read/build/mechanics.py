"""Which text nodes are the page's own mechanics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from a11ynews.read.build.addresses import passes_on
from a11ynews.read.build.builder import Builder
from a11ynews.read.build.formulas import formula_copies
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.lookups import figure_tools, reference_tools
from a11ynews.read.build.tags import HEADING_TAGS
from a11ynews.read.vocabulary import find_label, fold, words

__all__ = ["find_mechanics"]

_LINE_TAGS: Final = frozenset({"div", "p", "li", "tr", "br", "pre", "code"})

_NUMBER_CLASSES: Final = frozenset(
    {
        "gutter",
        "lineno",
        "linenos",
        "linenum",
        "line-number",
        "line-numbers",
        "line-numbers-rows",
        "linenumber",
        "linenumbers",
        "linenodiv",
        "ln",
        "lnt",
        "hljs-ln-numbers",
        "hljs-ln-n",
        "react-syntax-highlighter-line-number",
        "rouge-gutter",
        "blob-num",
        "code-line-number",
        "token-line-number",
        "ltx_tag_listingline",
    },
)


_CODE_LABELS: Final = frozenset(
    """lang code-lang language language-name code-language highlight-lang lang-label code-block-lang idlheader
    input_prompt output_prompt jp-inputprompt jp-outputprompt""".split(),  # noqa: SIM905 - a list of strings reads worse
)
"""What generators call the name of a language over code, and notebooks the number of a cell."""
_PAGE_NUMBERS: Final = frozenset({"pagenum", "pageno", "page-number", "pgnum", "x-ebookmaker-pageno"})
_PAGE_NUMBER: Final = re.compile(
    r"\s*[\[{(]?\s?(?:pg|page|p|s|seite)?\.?\s?(?:\d{1,4}|[ivxlc]{1,8})\s?[\]})]?\s*", re.IGNORECASE
)
_PROMPT: Final = re.compile(r"(?:In|Out)\s?\[[\d\s*]{0,6}\]\s?:?")
LONGEST_CODE_LABEL: Final = 24
"""Characters of the name of a language."""

_LISTINGS: Final = frozenset({"fragment", "ltx_listing", "ltx_lstlisting"})
"""Listings that are no ``pre``."""
FEWEST_PICTURES: Final = 2
LONGEST_COUNTER: Final = 24
_COUNTER: Final = re.compile(
    r"\s*[(\[]?(?:image|photo|picture|slide|bild|foto|imagen|immagine)?\s?(\d{1,3})\s?(?:/|of|von|de|di|sur|van|av|af|из|z|od|중|から|من)\s?(\d{1,3})[)\]]?\s*",
    re.IGNORECASE,
)

LARGEST_HEADING: Final = 60
"""Nodes: what is called a heading and holds more is a part of the page."""

LONGEST_WINDOW_NOTE: Final = 60
"""Characters: no wording of vocabulary/links.toml is longer, brackets included."""

_TOOL_CLASSES: Final = frozenset({"mw-editsection", "edit-section", "headerlink"})
_TEMPLATE_TOOLS: Final = frozenset({"nv-view", "nv-talk", "nv-edit", "nv-hist"})
"""What MediaWiki calls the links "v", "t" and "e" over a box: to the template that the box is made by."""
_ANCHOR_MARKS: Final = frozenset({"#", "¶", "§", "🔗", "⚓", "\u200b#", "◆", "∞", "☍"})


def find_mechanics(builder: Builder, back_links: Iterable[int]) -> list[LeftOut]:
    """Return the kept text nodes that are mechanics.

    Args:
        builder: The page.
        back_links: Elements that only lead back from notes.
    """
    found: dict[int, LeftOut] = {}
    for rule, nodes in (
        ("note-back-link", back_links),
        ("formula-copy", formula_copies(builder)),
        ("line-number", _line_numbers(builder)),
        ("ruby-bracket", builder.find("rp")),
        ("heading-tool", _heading_tools(builder)),
        ("heading-tool", _anchor_marks(builder)),
        ("heading-tool", builder.page.called(_TEMPLATE_TOOLS)),
        ("gallery-counter", _gallery_counters(builder)),
        ("new-window", _window_notes(builder)),
        ("code-label", _code_labels(builder)),
        ("reference-tool", reference_tools(builder)),
        ("page-number", _page_numbers(builder)),
        ("caption-button", figure_tools(builder)),
        ("share-button", _share_buttons(builder)),
    ):
        for node in nodes:
            for i in range(node, builder.ends[node]):
                if builder.texts[i] and builder.kept[i]:
                    found.setdefault(i, LeftOut(i, builder.texts[i], rule))
    return list(found.values())


def _window_notes(builder: Builder) -> Iterator[int]:
    """Yield the words in links that only tell of a new window: "(opens in a new tab)"."""
    for link in builder.find("a"):
        for node in range(link + 2, builder.ends[link]):
            text = builder.texts[node]
            if text and len(text) <= LONGEST_WINDOW_NOTE and fold(text) in words("links", "new_window"):
                yield node


def _page_numbers(builder: Builder) -> Iterator[int]:
    """Yield where a page of the printed book began, in the middle of a sentence: "[Pg 3]"."""
    for node in builder.page.called(_PAGE_NUMBERS):
        if builder.tags[node] in ("span", "a", "small") and _PAGE_NUMBER.fullmatch(
            builder.kept_text(node, builder.ends[node])
        ):
            yield node


def _code_labels(builder: Builder) -> Iterator[int]:
    """Yield what stands over code or opens it, and names its language; and what counts the cells of a notebook."""
    for node in builder.page.called(_CODE_LABELS):
        end = builder.ends[node]
        text = builder.kept_text(node, end).strip()
        if not text or len(text) > LONGEST_CODE_LABEL:
            continue
        if _PROMPT.fullmatch(text) or _is_over_code(builder, node, end):
            yield node


def _is_over_code(builder: Builder, node: int, end: int) -> bool:
    """Say whether code follows right after an element, or the element opens it."""
    around = builder.parents[node]
    if builder.tags[around] == "pre":
        return not builder.words_between(around, node)
    code = next(builder.page.find("pre", end, builder.ends[builder.parents[around]]), None)
    return code is not None and not builder.words_between(end, code)


def _share_buttons(builder: Builder) -> Iterator[int]:
    """Yield links that pass words of the story on, where their own words say so: "Click to tweet"."""
    for link in builder.find("a"):
        if builder.has_words(link) and passes_on(builder.attributes[link].get("href", "")):
            label = find_label(builder.kept_text(link, builder.ends[link]).strip())
            if label is not None and label.kind == "share":
                yield link


def _heading_tools(builder: Builder) -> Iterator[int]:
    """Yield what stands in headings for those who edit the page or copy an address: "[edit]", "#", "¶"."""
    for tag in sorted(HEADING_TAGS):
        for heading in builder.find(tag):
            around = builder.parents[heading]
            is_wrapped = around >= 0 and "mw-heading" in builder.attributes[around].get("class", "")
            whole = around if is_wrapped else heading
            if builder.ends[whole] - whole > LARGEST_HEADING:
                continue
            for node in range(whole + 1, builder.ends[whole]):
                if builder.attributes[node] and builder.has_words(node) and _is_heading_tool(builder, node):
                    yield node


def _is_heading_tool(builder: Builder, node: int) -> bool:
    attributes = builder.attributes[node]
    if not _TOOL_CLASSES.isdisjoint(attributes.get("class", "").lower().split()):
        return True
    if builder.tags[node] != "a" or "#" not in attributes.get("href", ""):
        return False
    return builder.kept_text(node, builder.ends[node]).strip() in _ANCHOR_MARKS


def _anchor_marks(builder: Builder) -> Iterator[int]:
    """Yield the links that are one mark and lead to what they stand in: to copy the address of a term or a caption."""
    for link in builder.find("a"):
        name = builder.attributes[link].get("href", "")
        if name[:1] != "#" or builder.kept_text(link, builder.ends[link]).strip() not in _ANCHOR_MARKS:
            continue
        around = link
        for _ in range(4):
            around = max(builder.parents[around], 0)
            if builder.attributes[around].get("id") == name[1:]:
                yield link
                break


def _gallery_counters(builder: Builder) -> Iterator[int]:
    """Yield the texts "1 of 12" beside the pictures of a gallery."""
    story = builder.story
    pictures = [node for node in (*builder.find("img"), *builder.find("picture")) if builder.kept[node]]
    if len(pictures) < FEWEST_PICTURES:
        return
    texts, inked = builder.texts, builder.inked
    for node in story:
        if inked[node] and len(texts[node]) <= LONGEST_COUNTER and _COUNTER.fullmatch(texts[node]):
            box = builder.parents[node]
            for _ in range(3):
                around = builder.parents[box]
                if around < 0 or builder.words_between(box, node) or builder.words_between(node + 1, builder.ends[box]):
                    break
                if builder.tags[around] == "figcaption" or any(
                    box < picture < builder.ends[around] or around < picture < box for picture in pictures
                ):
                    yield node
                    break
                box = around


def _line_numbers(builder: Builder) -> Iterator[int]:
    """Yield elements of or beside code that hold only line numbers."""
    page = builder.page
    has_code = next(page.find("pre"), None) is not None or next(page.find("code"), None) is not None
    if not has_code and not page.called(_LISTINGS):
        return
    for node in page.called(_NUMBER_CLASSES):
        if not builder.has_words(node):
            continue
        text = builder.kept_text(node, builder.ends[node])
        if "".join(text.split()).rstrip(":").isdecimal() and _is_near_code(builder, node):
            yield node
    for pre in builder.find("pre"):
        if builder.has_words(pre):
            yield from _counting_elements(builder, pre)


def _counting_elements(builder: Builder, pre: int) -> Iterator[int]:
    """Yield what counts the lines of a code block: 1, 2, 3 at each line's start, in elements of their own.

    A block of nothing else is the column of numbers beside the code.
    """
    text = builder.kept_text(pre, builder.ends[pre])
    numbers = text.split()
    if _counts(numbers) and _is_beside_code(builder, pre):
        yield pre
        return
    found: list[int] = []
    fresh = True
    for node in range(pre + 1, builder.ends[pre]):
        text = builder.texts[node]
        if builder.tags[node] in _LINE_TAGS:
            fresh = True
        if not text:
            continue
        parent = builder.parents[node]
        if fresh and text.strip().isdecimal() and builder.ends[parent] == node + 1 and builder.tags[parent] == "span":
            found.append(node)
        fresh = text.endswith("\n") or (fresh and text.isspace())
    if _counts([builder.texts[node].strip() for node in found]):
        yield from found


def _counts(numbers: list[str]) -> bool:
    """Say whether words count on from one number, one at a time."""
    if len(numbers) < 2 or not all(number.isdecimal() and len(number) < 7 for number in numbers):  # noqa: PLR2004 - one line counts nothing
        return False
    first = int(numbers[0])
    return all(int(number) == first + place for place, number in enumerate(numbers))


def _is_beside_code(builder: Builder, pre: int) -> bool:
    around = pre
    for _ in range(4):
        around = builder.parents[around]
        if around < 0:
            return False
        if builder.tags[around] in {"table", "figure", "div"}:
            inside = builder.page.find("pre", around, builder.ends[around])
            if any(other != pre and builder.has_words(other) for other in inside):
                return True
    return False


def _is_near_code(builder: Builder, node: int) -> bool:
    around = builder.parents[node]
    for _ in range(6):
        if around < 0:
            return False
        if builder.tags[around] in {"pre", "code"} or not _LISTINGS.isdisjoint(
            builder.attributes[around].get("class", "").split()
        ):
            return True
        if "pre" in builder.tags[around : builder.ends[around]]:
            return True
        around = builder.parents[around]
    return False
