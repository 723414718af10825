"""On a small page every line in the story's own element is the story's, however short."""

import pytest

from a11ynews.read.choice.small_pages import complete_small_page
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

PROSE = "The ferry sails again on Monday, four months after a storm broke the pier."


def completed(html: str, *seeds: str, title: str = "") -> list[str]:
    scene = Surroundings(page := parse_page(html), lay_out(page))
    chosen = [text in seeds for text in scene.units.text]
    complete_small_page(scene, chosen, [False] * len(chosen), title)
    return [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep]


def test_a_short_line_and_a_heading_between_tables_are_kept() -> None:
    html = f"<article><p>{PROSE}</p><table><tr><td>1<td>2</table><p>That is all.</p><h2>Boats</h2></article>"
    assert completed(html, PROSE, "1", "2") == [PROSE, "1", "2", "That is all.", "Boats"]


def test_notes_outside_the_article_do_not_make_it_another() -> None:
    html = f"<article><p>{PROSE}</p><p>That is all.</p></article><ol><li>A note.</ol>"
    assert completed(html, PROSE, "A note.") == [PROSE, "That is all.", "A note."]


def test_a_page_without_an_article_is_whole_where_nothing_says_that_it_is_the_sites() -> None:
    assert completed(f"<body><p>{PROSE}</p><p>That is all.</p>", PROSE) == [PROSE, "That is all."]
    assert completed(f"<body><p>{PROSE}</p><p>Ada</p><nav>Home</nav>", PROSE) == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="/more">Gulls fed at the market</a></p>',
        "<aside>Ada feeds the gulls.</aside>",
        '<p class="share">Tell a friend.</p>',
        "<p>Advertisement</p>",
        "<p>Related</p>",
        "<h2>Ferry returns</h2>",
        "<p>* * *</p>",
    ],
)
def test_what_leads_away_is_called_the_sites_or_says_the_headline_again_is_not(line: str) -> None:
    assert completed(f"<article><p>{PROSE}</p>{line}</article>", PROSE, title="Ferry returns") == [PROSE]


def test_a_long_page_is_left_to_the_classifier() -> None:
    html = f"<article><p>{PROSE}</p>" + "".join(f"<p>Line {number}.</p>" for number in range(40)) + "</article>"
    assert completed(html, PROSE) == [PROSE]


def test_where_nothing_is_chosen_nothing_is_completed() -> None:
    assert completed(f"<article><p>{PROSE}</p></article>") == []
