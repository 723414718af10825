"""Code blocks: their lines, their language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from a11ynews.model.blocks import Block, CodeBlock
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.tags import BLOCK_TAGS

__all__ = ["build_code", "is_block_code"]

_LINE_TAGS: Final = frozenset({"div", "p", "li", "tr"})
_LINE_ENDS: Final = ("\n", "\r")
_WORD_ENDS: Final = re.compile(r"[-_]+")
_LANGUAGE: Final = re.compile(
    r"(?:language|lang|highlight-source|highlight-text|brush:?|sourcecode|src|hl)-([\w+#.-]{1,24})", re.IGNORECASE
)
_SPHINX: Final = re.compile(r"highlight-([\w+#.-]{1,24}) notranslate")
_BRUSH: Final = re.compile(r"\bbrush:\s?([\w+#.-]{1,24})")
"""The name in the parameters of SyntaxHighlighter, which Confluence keeps in ``data-syntaxhighlighter-params``."""
_CELL_DEPTH: Final = 5
"""Elements around code in the cell of a table, up to the table's own box."""
_NAME: Final = re.compile(r"[\w+#.-]{1,24}")
_NO_LANGUAGE: Final = frozenset({"none", "text", "plaintext", "plain", "txt", "nohighlight", "default", "auto"})
_MARKERS: Final = frozenset({"highlight", "sourcecode", "hljs", "chroma", "prettyprint", "brush:"})
"""Class names beside which a bare name is the language: ``class="highlight python"``."""
_WEAK_MARKERS: Final = frozenset({"code", "file", "sourcecode", "source", "listing", "rust-example-rendered", "wrap"})
"""Names that stand beside other things than a language, too: only the best known languages count there."""
_BEST_KNOWN: Final = frozenset(
    """bash c cpp csharp css diff go haskell html html5 ini java javascript js json kotlin latex lua makefile markdown
    perl php powershell python r ruby rust scala scheme sh shell sql swift toml typescript ts xml yaml""".split()  # noqa: SIM905
)
_ALIASES: Final = {"ipython3": "python", "ipython2": "python", "ipython": "python"}


def build_code(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a code block from ``pre``."""
    text = _lines(builder, node).strip("\n")
    if not text.strip():
        return None
    return [CodeBlock(**builder.common(node, scope), text=text, language=_language(builder, node))]


def is_block_code(builder: Builder, node: int) -> bool:
    """Say whether a ``code`` element outside ``pre`` is a block: it has lines, and no words beside it."""
    inner = builder.tags[node + 1 : builder.ends[node]]
    if "pre" in inner:
        return False
    has_lines = "br" in inner or "\n" in builder.kept_text(node, builder.ends[node]).strip()
    named = "block" in builder.attributes[node].get("class", "").split()
    return (has_lines or named) and not _has_words_beside(builder, node)


def _has_words_beside(builder: Builder, node: int) -> bool:
    """Say whether a sibling that is no block, and no code either, holds words."""
    around = builder.parents[node]
    if around not in builder.words_beside_code:
        builder.words_beside_code[around] = any(
            builder.tags[sibling] not in BLOCK_TAGS and builder.tags[sibling] != "code" and builder.has_words(sibling)
            for sibling in builder.page.children(around)
        )
    return builder.words_beside_code[around]


def _lines(builder: Builder, node: int) -> str:
    """Return the kept characters; where a line is an element of its own, it ends with a line end."""
    parts: list[str] = []
    ends: set[int] = set()
    fresh = True
    i, stop = node + 1, builder.ends[node]
    while i < stop:
        tag = builder.tags[i]
        is_line = tag in _LINE_TAGS or (tag == "span" and _is_line(builder.attributes[i].get("class", "")))
        if (i in ends or is_line) and not fresh and builder.texts[i][:1] not in _LINE_ENDS:
            parts.append("\n")
            fresh = True
        if i in builder.apart:
            i = builder.ends[i]
            continue
        if tag == "br":
            parts.append("\n")
            fresh = True
        elif is_line:
            ends.add(builder.ends[i])
        elif (text := builder.texts[i]) and (builder.kept[i] or text.isspace()):
            parts.append(text)
            fresh = text.endswith("\n")
        i += 1
    return "".join(parts).replace("\r\n", "\n")


@lru_cache(maxsize=256)
def _is_line(classes: str) -> bool:
    """Say whether classes call a ``span`` a line of code: "line", "gatsby-highlight-code-line"."""
    return any(_WORD_ENDS.split(token)[-1] == "line" for token in classes.lower().split())


def _language(builder: Builder, node: int) -> str | None:
    """Return the language that the classes of the block, of what is in it or around it, name."""
    inside = next(builder.page.find("code", node, builder.ends[node]), node)
    around = [inside, node]
    for _ in range(3):
        parent = builder.parents[around[-1]]
        if parent < 0:
            break
        around.append(parent)
    for place in around:
        attributes = builder.attributes[place]
        for name in ("data-lang", "data-language", "data-canonical-lang", "language"):
            if _NAME.fullmatch(attributes.get(name, "")):
                return _known(attributes[name])
        classes = attributes.get("class", "")[:300]
        if found := _LANGUAGE.search(classes) or _SPHINX.match(classes):
            return _known(found[1])
        if found := _BRUSH.search(attributes.get("data-syntaxhighlighter-params", "")[:300]):
            return _known(found[1])
    return _beside_marker(builder, around[:4]) or _around_table(builder, around[-1])


def _around_table(builder: Builder, node: int) -> str | None:
    """Return the language that Sphinx names around the table that sets the numbers of lines beside the code."""
    for _ in range(_CELL_DEPTH):
        node = builder.parents[node]
        if node < 0:
            return None
        if found := _SPHINX.match(builder.attributes[node].get("class", "")[:300]):
            return _known(found[1])
    return None


def _beside_marker(builder: Builder, around: list[int]) -> str | None:
    for place in around:
        names = builder.attributes[place].get("class", "").lower().partition(";")[0].split()
        if len(names) == 2 and len(_MARKERS.intersection(names)) == 1:  # noqa: PLR2004 - the marker and the language
            other = next(name for name in names if name not in _MARKERS)
            return _known(other) if _NAME.fullmatch(other) else None
        if not _WEAK_MARKERS.isdisjoint(names) and len(named := _BEST_KNOWN.intersection(names)) == 1:
            return _known(next(iter(named)))
    return None


def _known(name: str) -> str | None:
    plain = name.lower()
    return None if plain in _NO_LANGUAGE else _ALIASES.get(plain, plain)
