"""The demo page, station by station: what explanation/reading.md shows is computed when it is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from a11ynews.cli.demo import DEMO_URL, demo_page
from a11ynews.cli.explanation import kept_blocks
from a11ynews.model.article import Article
from a11ynews.read.choice.choose import probabilities, title_of
from a11ynews.read.html import read_html
from a11ynews.read.metadata import read_metadata
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.decode import decode
from a11ynews.tree.page import TEXT, Page
from a11ynews.tree.parse import parse_page

PREVIEW = 48
"""Characters of a text that a cell shows."""
SHOWN = ("Accessibility links", "Breaking News", "See Also", "The island of Skerra has", "For 111 days", "Most Viewed")
"""First words of the units that the table of probabilities shows: three of the furniture, two of the story, a rail."""

Station: TypeAlias = "tuple[Sequence[str], list[Sequence[str]], Sequence[int], str]"


class Demo(NamedTuple):
    """The demo page at each station."""

    page: Page
    scene: Surroundings
    likely: list[float]
    article: Article


@cache
def demo() -> Demo:
    """Return the demo page, read."""
    page = parse_page(decode(demo_page()).text, url=DEMO_URL)
    scene = Surroundings(page, lay_out(page))
    return Demo(page, scene, probabilities(scene, title_of(read_metadata(page).metadata)), read_html(page))


def tree() -> Station:
    """Return the arrays around the story's first paragraph."""
    page = demo().page
    first = next(node for node, text in enumerate(page.texts) if text.startswith("The island of Skerra has"))
    rows = [
        (str(node), _tag(page, node), str(page.parents[node]), str(page.ends[node]), _preview(page.texts[node]))
        for node in range(first - 4, first + 3)
    ]
    texts = sum(tag == TEXT for tag in page.tags)
    line = f"The whole page has {len(page)} nodes; {texts} of them are text."
    return ("Node", "Tag", "Parent", "End", "Text"), rows, (10, 15, 12, 12, 51), line


def units() -> Station:
    """Return some units with what is known of them."""
    found = demo()
    laid = found.scene.units
    picked = [next(unit for unit, text in enumerate(laid.text) if text.startswith(words)) for words in SHOWN]
    rows = [
        (_preview(laid.text[unit]), f"`{found.page.tags[laid.box[unit]]}`", str(len(laid.text[unit])),
         f"{found.scene.shares[unit]:.0%}", f"{found.likely[unit]:.2f}")
        for unit in picked
    ]  # fmt: skip
    line = f"These are {len(picked)} of the page's {len(laid)} units."
    return ("Unit", "Stands in", "Characters", "Linked", "Probability"), rows, (46, 14, 14, 12, 14), line


def kept() -> Station:
    """Return the first blocks of the story."""
    blocks = list(kept_blocks(demo().article.body))
    rows = [(block.number, block.what, _preview(block.text)) for block in blocks[:8]]
    return ("Number", "Kept as", "First words"), rows, (12, 34, 54), f"The story has {len(blocks)} blocks in all."


def removed() -> Station:
    """Return the pieces that are not the story, by kind."""
    pieces = demo().article.removed
    examples = {piece.kind: piece for piece in reversed(pieces)}
    rows = [
        (f"`{kind}`", str(number), _preview(" ".join(examples[kind].text.split())), examples[kind].reason)
        for kind, number in Counter(piece.kind for piece in pieces).most_common()
    ]
    return ("Kind", "Pieces", "The first one", "Reason"), rows, (18, 10, 36, 36), f"{len(pieces)} pieces in all."


def _tag(page: Page, node: int) -> str:
    if page.tags[node] != TEXT:
        return f"`{page.tags[node]}`"
    return "white space" if page.texts[node].isspace() else "text"


def _preview(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= PREVIEW else f"{words[:PREVIEW].rstrip()} …"


STATIONS: dict[str, Callable[[], Station]] = {"tree": tree, "units": units, "kept": kept, "removed": removed}
