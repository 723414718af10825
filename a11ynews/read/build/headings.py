"""Headings: which elements are, at which level; and which paragraphs only lack the element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, DefinitionList, Figure, Heading, List, Paragraph, PullQuote, Quote, Table
from a11ynews.model.inlines import LineBreak, Strong, inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.datelines import build_dateline
from a11ynews.read.build.flow import inlines_of
from a11ynews.read.build.roles import role_of
from a11ynews.read.build.tags import HEADING_TAGS
from a11ynews.read.build.values import read_number
from a11ynews.read.datelines import is_dateline

__all__ = ["build_heading", "find_levels", "infer_headings", "reads_as_heading"]

TOP: Final = 2
DEEPEST: Final = 6

LONGEST: Final = 300
"""Characters. What is longer is a paragraph that was set in large letters."""

LONGEST_INFERRED: Final = 80
"""Characters of a bold line that may be a heading; crossheads are short."""

_SENTENCE: Final = re.compile(r"[.!,;…。！،؛]['\"”’»)]?\Z")
_NO_HEADING: Final = re.compile(
    r"(?:by|von|par|por|di|door|av)\s+[^\W\d_]|[qa][:.)]\s|.{0,40}(?:—|–|--)\s*\Z|[\"“„«].*[\"”“»]\Z|[\d\s:.,/-]+\Z"
    r"|.*\w@\w",
    re.IGNORECASE,
)
"""A byline, a question or answer, a dateline, words quoted, a bare number or time, an address to write to."""


_LEADS_AWAY: Final = re.compile(
    r"(?:also read|read (?:more|also|next)|see also|more on this|related(?: articles?| stories)?|mehr zum thema"
    r"|lesen sie auch|auch interessant|à lire aussi|lire aussi|lee también|lea también|leia (?:também|mais)|leggi anche"
    r"|lees ook|læs også|läs också|czytaj (?:też|także)|читайте также|baca juga)\s?(?::|\Z)",
    re.IGNORECASE,
)
"""Words that lead to another page: in large letters they head nothing."""

_WRAPPERS: Final = frozenset({"div", "span", "header"})
_LABELLED: Final = frozenset({"table", "img", "picture", "figure", "figcaption"})

_LINES: Final = frozenset({"p", "span", "b", "strong"})
_WRAPPERS_OF_SECTIONS: Final = frozenset({"div", "section", "article", "li", "header", "main", "body"})
"""What a button that opens a section stands in: in a heading or a term it is that already."""

_OPENING_QUOTES: Final = frozenset('"“”„«»‘「『')
_CLOSING_QUOTES: Final = frozenset('"“”»«’」』')

_COLONS: Final = (":", "：", "፦")

_FILE: Final = re.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|mp[34]|zip)", re.IGNORECASE)

_COUNTED: Final = re.compile(
    r"(?:step|part|chapter|schritt|teil|kapitel|étape|partie|chapitre|paso|parte|capítulo|passo|capitolo|stap|deel"
    r"|hoofdstuk|steg|trin|krok|шаг|часть|глава|adım)\s(\d{1,2})[.:]?",
    re.IGNORECASE,
)
"""A line that is only the number of a part: the words of manuals and recipes."""

LONGEST_COUNTED: Final = 40
"""Characters, white space at the ends included."""

_LABEL: Final = re.compile(
    r"(?:table|fig(?:ure)?|scheme|plate|chart|box|listing|algorithm|exhibit|map|photo|tab(?:elle|ela|la|leau)?|abb(?:ildung)?"
    r"|kasten|encadré|figura|quadro|cuadro|gráfico|tabell?a?|tabel|obrázek|tabulka|рис(?:унок)?|таблица|表|図|图)\.?\s?"
    r"(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.-]\d{1,3})?[A-Za-z]?\s?[.:]?",
    re.IGNORECASE,
)
"""The number of a figure, a table or a box, and nothing else: "Table 1."."""
_NUMBERED: Final = re.compile(
    r"(?:table|fig(?:ure|\.)?|tab(?:elle|la|leau|\.)|abb(?:ildung|\.)|figura|tabela|рис\.?|таблица|listing|algorithm|example)\s?\d{1,3}(?:[.:|–—-]|\s)",
    re.IGNORECASE,
)
"""How captions begin: "Table 1 Walls that were looked at" in bold heads nothing."""
LONGEST_LABEL: Final = 24
"""Characters of such a label."""

SHORTEST_UNDER: Final = 80
"""Characters of text after a bold first line, from which the line is a heading and no name in an address."""


def find_levels(builder: Builder) -> dict[int, int]:
    """Return the level of each heading element that holds kept words.

    The levels follow the sequence: the first is 2, a deeper one is one deeper, and a return goes
    back to the level of the heading it returns to. An h1 in the body stands beside the h2.
    """
    levels: dict[int, int] = {}
    above: list[int] = []
    under = TOP
    for node in _heading_elements(builder):
        tag = builder.tags[node]
        if tag == "button":
            raw = under
        elif tag in HEADING_TAGS:
            raw = max(int(tag[1]), TOP)
        else:
            raw = read_number(builder.attributes[node].get("aria-level"), TOP, TOP, DEEPEST)
        if refused := _no_heading(builder, node):
            builder.refuse(node, refused)
            continue
        while above and above[-1] >= raw:
            above.pop()
        above.append(raw)
        under = raw if tag == "button" else min(raw + 1, DEEPEST)
        levels[node] = min(len(above) + 1, DEEPEST)
        if levels[node] != raw:
            builder.refuse(node, "heading-relevelled")
    return levels


def build_heading(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a heading from ``h1`` to ``h6`` or from the role."""
    level = builder.levels.get(node)
    if level is None:
        return build_dateline(builder, node, scope) or _quoted(builder, node, scope) or _label(builder, node, scope)
    common = builder.common(node, scope)
    children = inlines_of(builder, node, scope)
    return [Heading(**common, level=level, children=children)]


def _label(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Return the line that a refused heading is, if it only numbers the figure or the table below it."""
    text = builder.kept_text(node, builder.ends[node]).strip()
    if len(text) > LONGEST_LABEL or not _LABEL.fullmatch(text):
        return None
    return [Paragraph(**builder.common(node, scope, "heading-is-label"), children=inlines_of(builder, node, scope))]


def _quoted(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Return the pull quote that a refused heading is, if it is words of the story in quotation marks."""
    text = builder.kept_text(node, builder.ends[node]).strip()
    if text[:1] not in _OPENING_QUOTES or len(text) > LONGEST or not builder.is_repeated(text):
        return None
    common = builder.common(node, scope, "repeated-heading")
    return [PullQuote(**common, children=inlines_of(builder, node, scope, "lines"))]


def infer_headings(blocks: list[Block]) -> list[Block]:
    """Make a heading of each short bold paragraph that text follows.

    It stands one level below the last heading of the page's own, so that no level is skipped.
    """
    out: list[Block] = []
    level = TOP
    counted = _counted_labels(blocks)
    asks_at_length = any(_is_long_question(block) for block in blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            level = min(block.level + 1, DEEPEST)
        if isinstance(block, Paragraph) and isinstance(block.children[0], Strong):
            out.extend(
                _promoted_first_line(block, level)
                or [
                    _promoted(block, level)
                    if _is_bold_heading(blocks, place) and not (asks_at_length and block.text.rstrip().endswith("?"))
                    else block
                ]
            )
        elif isinstance(block, Paragraph) and (place in counted or block.why == "rubric-class"):
            out.append(replace(_promoted(block, level), why=block.why or "counted-label"))
        else:
            out.append(block)
    return out


def _is_long_question(block: Block) -> bool:
    """Say whether a bold paragraph asks at length, as interviews do: then the short questions are none's headings."""
    if not isinstance(block, Paragraph) or len(block.children) != 1 or not isinstance(block.children[0], Strong):
        return False
    text = block.text.strip()
    return text.endswith("?") and not reads_as_heading(text)


def _counted_labels(blocks: list[Block]) -> frozenset[int]:
    """Return the places of lines that count parts, two or more of them: "Step 1", what to do, "Step 2"."""
    found: list[int] = []
    count = 0
    for place, block in enumerate(blocks[:-1]):
        label = _count_in(block) if isinstance(block, Paragraph) else None
        if label is None or int(label[1]) != count + 1 or place - 1 in found:
            continue
        found.append(place)
        count += 1
    return frozenset(found) if count > 1 else frozenset()


def _count_in(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the words and the number of a line that counts a part; a line of prose is too long to be looked at."""
    text = paragraph.text
    return _COUNTED.fullmatch(text.strip()) if len(text) <= LONGEST_COUNTED else None


def _promoted_first_line(block: Paragraph, level: int) -> list[Block] | None:
    """Return a heading and a paragraph for a paragraph whose first line is a bold heading and the rest running text."""
    match block.children:
        case (Strong() as first, LineBreak(), *rest) if reads_as_heading(first.text.strip()):
            said = inline_text(rest)
            if len(said) < SHORTEST_UNDER or "\n" in said or not _SENTENCE.search(said.strip()):
                return None
            heading = replace(_promoted(replace(block, children=(first,)), level), why="bold-first-line-heading")
            return [heading, replace(block, id=f"{block.id}-text", children=tuple(rest))]
        case _:
            return None


def _heading_elements(builder: Builder) -> list[int]:
    """Return the elements of the story that are headings by tag or by role, in order."""
    page = builder.page
    found = {node for tag in HEADING_TAGS for node in page.find(tag)}
    found.update(node for node in page.having("role") if page.attributes[node]["role"] == "heading")
    found.update(node for node in page.having("aria-expanded") if _opens_section(builder, node))
    return sorted(filter(builder.has_words, found))


def _opens_section(builder: Builder, node: int) -> bool:
    """Say whether a button that opens something stands alone on its line, in no heading, and text comes after it.

    Source:
        WAI-ARIA Authoring Practices Guide, "Accordion Pattern": the button is in a heading. Many pages forget that.
    """
    end = builder.ends[node]
    if builder.tags[node] != "button" or not builder.has_words(node):
        return False
    if not HEADING_TAGS.isdisjoint(builder.tags[node:end]):
        return False
    around = builder.parents[node]
    if any(builder.inked[child] for child in builder.page.children(around)):
        return False
    while around >= 0 and builder.tags[around] in _LINES:
        if builder.words_between(around, node) or builder.words_between(end, builder.ends[around]):
            return False
        around = builder.parents[around]
    return (
        around >= 0 and builder.tags[around] in _WRAPPERS_OF_SECTIONS and builder.words_between(end, len(builder.page))
    )


def _no_heading(builder: Builder, node: int) -> str | None:
    """Return the rule by which a heading element is none: large letters, a dateline, a quote, a file."""
    text = builder.kept_text(node, builder.ends[node]).strip()
    if len(text) > LONGEST:
        return "heading-too-long"
    if _FILE.fullmatch(text):
        return "heading-is-file"
    if text[-1:] in "—–-" and is_dateline(text):
        return "heading-is-dateline"
    if _is_whole_item(builder, node):
        return "heading-is-item"
    if len(text) <= LONGEST_LABEL and _LABEL.fullmatch(text) and _numbers_what_follows(builder, node):
        return "heading-is-label"
    quoted = text[:1] in _OPENING_QUOTES and text[-1:] in _CLOSING_QUOTES
    return "heading-is-quote" if quoted and builder.is_repeated(text) else None


def _numbers_what_follows(builder: Builder, node: int) -> bool:
    """Say whether a figure, a table or a caption comes next in the element of a heading."""
    around = builder.parents[node]
    end = builder.ends[node]
    if builder.tags[around] == "figure":
        return True
    following = end
    while following < builder.ends[around] and not builder.holds(following):
        following = builder.ends[following]
    if following >= builder.ends[around]:
        return False
    inside = builder.tags[following : builder.ends[following]]
    return role_of(builder.attributes[following].get("class", ""), "") == "caption" or (
        not _LABELLED.isdisjoint(inside) and not builder.words_between(end, following + inside.index(_first(inside)))
    )


def _first(tags: Sequence[str]) -> str:
    return next(tag for tag in tags if tag in _LABELLED)


def _is_whole_item(builder: Builder, node: int) -> bool:
    """Say whether a heading element is all that an item of a list says: summaries are set large, and head nothing.

    A linked one heads a card, even where its picture is all that the card has besides.
    """
    around = builder.parents[node]
    while around >= 0 and builder.tags[around] in _WRAPPERS:
        around = builder.parents[around]
    if around < 0 or builder.tags[around] != "li" or builder.has_media(around):
        return False
    said = builder.words_before
    is_all = said[builder.ends[around]] - said[around] == said[builder.ends[node]] - said[node]
    return is_all and next(builder.page.find("a", around, builder.ends[around]), None) is None


def _is_bold_heading(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph) or len(block.children) != 1 or not isinstance(block.children[0], Strong):
        return False
    if not reads_as_heading(block.text.strip()):
        return False
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if isinstance(following, List) and block.text.rstrip().endswith(_COLONS):
        return False  # it leads into the list: "Here is what you need:"
    if isinstance(following, Paragraph):
        return not isinstance(following.children[0], Strong) or len(following.children) > 1
    return isinstance(following, List | Quote | Table | Figure | DefinitionList)


def reads_as_heading(text: str) -> bool:
    """Say whether a short bold line may head what follows: no sentence, byline, dateline or pointer elsewhere."""
    if not any(map(str.isalpha, text)) or len(text) > LONGEST_INFERRED or "\n" in text:
        return False
    if _NUMBERED.match(text):
        return False
    is_question = text.endswith("?") and len(text) > LONGEST_INFERRED // 2
    return not (_SENTENCE.search(text) or _NO_HEADING.match(text) or _LEADS_AWAY.match(text) or is_question)


def _promoted(block: Paragraph, level: int) -> Heading:
    only = block.children[0]
    children = only.children if isinstance(only, Strong) else block.children
    return Heading(
        id=block.id, lang=block.lang, dir=block.dir, where=block.where, why="bold-paragraph-heading",
        level=level, children=children, inferred=True,
    )  # fmt: skip
