"""The account of a page: what is not in its body is in the header or removed, with kind, reason and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from a11ynews.model.article import Article
from a11ynews.model.findings import HeaderText, Removed
from a11ynews.model.walk import visible_text
from a11ynews.read.account import header_texts, header_words, removed_texts
from a11ynews.read.html import read_html
from a11ynews.read.metadata import HeaderNode
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

STORY = """<p>The island ferry sails again on Monday, four months after a storm broke the pier, the company said.</p>
<p>“We have waited for this all winter long,” said Tomas Brek, who keeps the only shop on the island of Skerra.</p>
<p>A crossing takes 40 minutes and costs what it did, and the school choir will sing when the ramp comes down.</p>"""
LAST = "<p>The council thanked the crews that worked through the cold, and asked for patience with the road.</p>"


def read(*, above: str = "", inside: str = "", below: str = "") -> Article:
    """Read a small site's page with something above, inside and below its story."""
    story = f"<article><h1>Ferry returns to Skerra</h1>{STORY}{inside}{LAST}</article>"
    head = "<head><title>Ferry returns to Skerra</title></head>"
    return read_html(parse_page(f"<html lang=en>{head}<body>{above}<main>{story}</main>{below}"))


# -- kinds -------------------------------------------------------------------------------------------

PAGES: Mapping[str, tuple[str, str, str]] = {
    # kind: where the piece stands, the piece, its words
    "skip-links": ("above", "<a class=skip-link href=#story>Skip to main content</a>", "Skip to main content"),
    "navigation": ("above", "<nav><a href=/>Home</a> <a href=/w>Weather</a></nav>", "Home Weather"),
    "breadcrumbs": ("above", "<div class=breadcrumb><a href=/n>News</a></div>", "News"),
    "ticker": ("above", "<div class=ticker><a href=/b>Council votes on bridge</a></div>", "Council votes on bridge"),
    "ticker-label": ("above", "<div>Breaking News</div>", "Breaking News"),
    "page-header": ("above", "<header><div>The Daily Example</div></header>", "The Daily Example"),
    "share": ("inside", "<div class=share-buttons><button>Share</button></div>", "Share"),
    "print": ("inside", "<div><button>Print</button></div>", "Print"),
    "advertisement": ("inside", "<div class=ad-slot>Advertisement</div>", "Advertisement"),
    "duplicate": ("inside", "<h2>Ferry returns to Skerra</h2>", "Ferry returns to Skerra"),
    "newsletter": ("inside", "<div class=newsletter><form><label>Your mail address</label></form></div>",
                   "Your mail address"),
    "script-fallback": ("inside", "<noscript>Please enable scripts.</noscript>", "Please enable scripts."),
    "hidden": ("below", "<div hidden>Wait a moment</div>", "Wait a moment"),
    "related": ("below", "<aside class=related><h2>Related</h2><a href=/1>Bridge planned</a></aside>",
                "Related\nBridge planned"),
    "most-read": ("below", "<h2>Most read</h2><ol><li><a href=/1>Bridge planned</a></ol>",
                  "Most read\nBridge planned"),
    "comments": ("below", "<section id=comments><p>Good to hear!</p></section>", "Good to hear!"),
    "cookie": ("below", "<div class=cookie-banner>We use cookies.</div>", "We use cookies."),
    "rights": ("below", "<div>© 2024 The Daily Example</div>", "© 2024 The Daily Example"),
    "page-footer": ("below", "<footer><div>Kings Road 4, Skerra</div></footer>", "Kings Road 4, Skerra"),
    "form": ("below", "<form><button>Go</button></form>", "Go"),
    "links": ("below", "<div><span><a href=/z>The bakery on the hill wins a prize</a></span></div>",
              "The bakery on the hill wins a prize"),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_what_is_left_out_is_named_for_what_it_is(kind: str) -> None:
    place, markup, words = PAGES[kind]
    article = read(**{place: markup})
    assert [(found.kind, found.text) for found in article.removed] == [(kind, words)]
    assert article.removed[0].reason
    assert article.removed[0].rule


def test_nothing_is_removed_from_a_page_that_is_all_story() -> None:
    assert read().removed == ()


def test_with_all_of_them_at_once_each_character_is_told_once() -> None:
    parts = {place: "".join(part for at, part, _ in PAGES.values() if at == place) for place in ("above", "below")}
    inside = "".join(part for at, part, _ in PAGES.values() if at == "inside")
    article = read(above=parts["above"], inside=inside, below=parts["below"])
    words = Counter(" ".join([*(words for _, _, words in PAGES.values()), *read().text.split()]).split())
    told = Counter(visible_text(article).split())
    assert told - words == Counter(["Ferry", "returns", "to", "Skerra"])  # the headline, in the header
    assert words - told == Counter()


# -- records -----------------------------------------------------------------------------------------


def test_neighbours_of_one_kind_are_one_record_with_a_line_each() -> None:
    article = read(below="<footer><p>Kings Road 4</p><p>Skerra</p></footer>")
    assert [found.text for found in article.removed] == ["Kings Road 4\nSkerra"]


def test_neighbours_of_two_kinds_are_two_records() -> None:
    article = read(below="<footer><p>Kings Road 4</p></footer><div class=cookie-banner>We use cookies.</div>")
    assert [found.kind for found in article.removed] == ["page-footer", "cookie"]


def test_the_story_between_them_parts_two_records_of_one_kind() -> None:
    slot = "<div class=ad-slot>Advertisement</div>"
    article = read(inside=slot + LAST.replace("council", "mayor") + slot)
    assert [found.text for found in article.removed] == ["Advertisement"] * 2


def test_words_that_stood_apart_stay_apart() -> None:
    article = read(below="<footer><b>Kings</b> <i>Road</i><br>4</footer>")
    assert article.removed[0].text == "Kings Road 4"


def test_where_names_the_smallest_element_that_holds_the_record() -> None:
    below = "<div id=foot><div class=left><p>Kings Road 4</p></div><div class=right><p>Skerra</p></div></div>"
    one, both = read(below=below.replace("<p>Skerra</p>", "")), read(below=below)
    assert one.removed[0].where == "div#foot > div.left > p"
    assert both.removed[0].where == "html > body > div#foot"


# -- labels above ------------------------------------------------------------------------------------


def test_links_under_a_label_are_what_the_label_says() -> None:
    article = read(below="<div><div>Read more</div><ul><li><a href=/1>Bridge planned</a></ul></div>")
    assert [(found.kind, found.text) for found in article.removed] == [("read-more", "Read more\nBridge planned")]


def test_another_heading_ends_what_a_label_says() -> None:
    below = (
        "<h2>Most read</h2><ul><li><a href=/1>Bridge planned</a></ul><h2>Islands</h2><ul><li><a href=/2>Map</a></ul>"
    )
    kinds = {found.text: found.kind for found in read(below=below).removed}
    assert kinds["Most read\nBridge planned"] == "most-read"
    assert kinds["Map"] == "links"


def test_the_story_ends_what_a_label_says() -> None:
    above = "<div>Most read</div>"
    article = read(above=above, below="<ul><li><a href=/2>Map of the islands</a></ul>")
    assert [found.kind for found in article.removed] == ["most-read", "links"]


def test_an_entry_of_a_menu_heads_nothing_even_if_it_has_the_words_of_a_label() -> None:
    below = "<ul><li><a href=/1>Comments</a><li><a href=/2>Map of the islands</a></ul>"
    kinds = {found.text: found.kind for found in read(below=below).removed}
    assert kinds == {"Comments": "comments", "Map of the islands": "links"}


# -- header ------------------------------------------------------------------------------------------


def header_of(markup: str, tag: str, role: str) -> tuple[HeaderText, ...]:
    page = parse_page(markup)
    header = [HeaderNode(node, role) for node in page.find(tag)]
    return header_texts(page, Surroundings(page, lay_out(page)), header, header_words(page, header))


def test_a_header_tells_its_role_its_words_and_its_place() -> None:
    found = header_of("<body><div class=top><h1>Ferry <em>returns</em></h1></div>", "h1", "headline")
    assert found == (HeaderText(role="headline", text="Ferry returns", where="body > div.top > h1"),)


def test_lines_of_a_header_are_words_apart() -> None:
    assert header_of("<h1>Ferry<br>returns</h1>", "h1", "headline")[0].text == "Ferry returns"
    assert header_of("<ul><li>Sea<li>Islands</ul>", "ul", "tags")[0].text == "Sea Islands"


def test_a_header_without_words_is_none() -> None:
    assert header_of("<h1><img src=logo.png></h1>", "h1", "headline") == ()


def test_header_words_are_the_text_nodes_below_and_no_others() -> None:
    page = parse_page("<h1>Ferry <em>returns</em></h1><p>It sails.</p>")
    marks = header_words(page, [HeaderNode(next(page.find("h1")), "headline")])
    assert [page.texts[node] for node, mark in enumerate(marks) if mark] == ["Ferry ", "returns"]


def test_what_is_in_the_header_is_not_removed_as_well() -> None:
    article = read(above="<nav><a href=/>Home</a></nav>")
    assert [header.text for header in article.header] == ["Ferry returns to Skerra"]
    assert [found.text for found in article.removed] == ["Home"]


def test_the_rest_of_a_line_whose_name_became_the_byline_is_removed() -> None:
    page = parse_page("<p><b>Ada Reed</b> | 3 minutes</p>")
    scene = Surroundings(page, lay_out(page))
    marks = header_words(page, [HeaderNode(next(page.find("b")), "byline")])
    (found,) = removed_texts(page, scene, [False], marks, "")
    assert isinstance(found, Removed)
    assert found.text == "| 3 minutes"


def test_header_words_go_back_to_running_text() -> None:
    tags = "<a rel=tag href=/tag/sea>Skerra</a>"
    sentence = (
        f"<p>The crossing to {tags} takes 40 minutes and costs what it did, and there will be singing at the pier.</p>"
    )
    article = read(inside=sentence)
    assert "The crossing to Skerra takes 40 minutes" in article.text
    assert all(header.text != "Skerra" for header in article.header)
    assert visible_text(article).count("The crossing to") == 1


# -- what the blocks say in another way --------------------------------------------------------------


def test_a_way_back_from_a_note_is_accounted_for_as_mechanics() -> None:
    note = "<p>It sailed in 1931<sup><a id=r1 href=#n1>1</a></sup>, and each year since, whatever the sea was like.</p>"
    notes = "<ol class=footnotes><li id=n1>The company's own count. <a href=#r1>↩</a></ol>"
    article = read(inside=note + LAST.replace("council", "mayor") + notes)
    mechanics = [found for found in article.removed if found.kind == "mechanics"]
    assert [(found.text, found.rule) for found in mechanics] == [("↩", "note-back-link")]
    assert mechanics[0].reason


# -- names of what is around everything -------------------------------------------------------------


def test_the_name_of_what_holds_the_story_too_is_no_kind() -> None:
    """Themes call the frame of a whole page "content-sidebar" or "off-canvas dialog": so is the story in it."""
    page = f"<body class=dialog-canvas><div class=content-sidebar><h1>Ferry returns</h1><div>{STORY}{LAST}</div><div>"
    page += "<a href=/b>Council votes on the new bridge</a></div><aside><a href=/c>Weather</a></aside></div>"
    kinds = {piece.text: piece.kind for piece in read_html(parse_page(page)).removed}
    assert kinds == {"Council votes on the new bridge": "links", "Weather": "sidebar"}


def test_a_row_of_labels_and_a_pointer_say_what_they_are() -> None:
    row = "<div><a href=/r>Share</a> <a href=/p>Print recipe</a></div>"
    pointer = "<div>[<a href=/b>Read more: The council votes on the bridge</a>]</div>"
    kinds = [piece.kind for piece in read(inside=f"{pointer}", below=row).removed]
    assert kinds == ["read-more", "share"]


def test_what_asks_for_an_address_is_a_newsletter_s_whatever_it_is_called() -> None:
    box = "<div class=my-8><p>Každé ráno to nejdůležitější z hor.</p><input type=email><button>Odebírat</button></div>"
    assert {piece.kind for piece in read(inside=box).removed} == {"newsletter"}
