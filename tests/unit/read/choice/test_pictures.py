"""Which pictures belong to the story: their place decides, and their captions come with them.

In these pages the units in ``p`` are the story, and no others; a picture is told by its ``id``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from a11ynews.read.choice.pictures import mark_pictures
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page


@dataclass
class Marked:
    ids: list[str]
    words: list[str]


def mark(markup: str, *, headline: bool = False) -> Marked:
    page = parse_page(markup)
    scene = Surroundings(page, lay_out(page))
    chosen = [page.tags[box] == "p" for box in scene.units.box]
    kept = bytearray(len(page))
    mark_pictures(scene, chosen, kept, next(page.find("h1")) if headline else None)
    ids = [page.attributes[node]["id"] for node in range(len(page)) if kept[node] and "id" in page.attributes[node]]
    return Marked(ids, [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep])


# -- place -------------------------------------------------------------------------------------------


def test_a_picture_between_two_paragraphs_of_the_story_is_the_story_s() -> None:
    assert mark("<article><p>One.</p><img id=a><p>Two.</p></article>").ids == ["a"]


@pytest.mark.parametrize(
    "tag", ["picture", "video", "audio", "iframe", "embed", "object", "svg", "canvas", "math", "hr"]
)
def test_so_is_whatever_else_is_content_without_text(tag: str) -> None:
    assert mark(f"<article><p>One.</p><{tag} id=a></{tag}><p>Two.</p></article>").ids == ["a"]


def test_a_picture_outside_the_story_s_element_is_not() -> None:
    assert mark("<img id=a><main><p>One.</p><p>Two.</p></main><img id=b>").ids == []


def test_a_picture_after_the_last_paragraph_in_the_story_s_element_still_is() -> None:
    assert mark("<main><p>One.</p><p>Two.</p><figure><img id=a></figure></main>").ids == ["a"]


def test_the_lead_picture_under_the_headline_is_the_story_s_though_it_stands_above_its_words() -> None:
    page = "<body><img id=logo><main><h1>Ferry</h1><div><img id=lead></div><section><p>One.<p>Two.</section></main>"
    assert mark(page, headline=True).ids == ["lead"]
    assert mark(page).ids == []


def test_without_a_story_there_are_no_pictures_of_it() -> None:
    assert mark("<div>menu<img id=a></div>").ids == []


# -- containers that say what they are ----------------------------------------------------------------


@pytest.mark.parametrize(
    "container",
    ["<aside class=related>", "<div class=ad-slot>", "<div class=share>", "<nav>", "<div class=newsletter>",
     "<div class=author-bio>", "<div hidden>", "<div class=comments>"],
)  # fmt: skip
def test_a_picture_in_a_container_of_furniture_is_not_the_story_s(container: str) -> None:
    assert mark(f"<article><p>One.</p>{container}<img id=a></div></nav></aside><p>Two.</p></article>").ids == []


def test_what_stands_around_the_whole_story_says_nothing_of_its_pictures() -> None:
    assert mark("<div class=promo><article><p>One.</p><img id=a><p>Two.</p></article></div>").ids == ["a"]


# -- captions ----------------------------------------------------------------------------------------


def test_a_caption_comes_with_its_picture_though_the_classifier_did_not_choose_it() -> None:
    found = mark(
        "<article><p>One.</p><figure><img id=a><figcaption>The pier</figcaption></figure><p>Two.</p></article>"
    )
    assert found == Marked(["a"], ["One.", "The pier", "Two."])


def test_a_caption_may_be_one_by_its_class_alone() -> None:
    page = "<article><p>One.</p><div><img id=a><div class=image-caption>The pier</div></div><p>Two.</p></article>"
    assert mark(page).words == ["One.", "The pier", "Two."]


def test_other_words_beside_a_picture_are_left_to_the_classifier() -> None:
    page = "<article><p>One.</p><figure><img id=a><div>Open gallery</div></figure><p>Two.</p></article>"
    assert mark(page).words == ["One.", "Two."]


def test_a_very_long_text_under_a_picture_is_no_caption() -> None:
    page = f"<article><p>One.</p><figure><img id=a><figcaption>{'word ' * 400}</figcaption></figure><p>Two.</article>"
    assert mark(page).words == ["One.", "Two."]


def test_a_rule_never_brings_in_a_caption() -> None:
    page = "<article><p>One.</p><figure><hr id=a><figcaption>The pier</figcaption></figure><p>Two.</p></article>"
    assert mark(page).words == ["One.", "Two."]


def test_a_caption_without_a_picture_is_left_to_the_classifier() -> None:
    page = "<article><p>One.</p><figure><figcaption>The pier</figcaption></figure><p>Two.</p></article>"
    assert mark(page).words == ["One.", "Two."]


# -- cards -------------------------------------------------------------------------------------------

CARD = "<div><a href=/x><img id=card><div>Council votes on a new bridge</div></a></div>"


def test_a_picture_with_the_linked_headline_of_another_story_is_a_card() -> None:
    assert mark(f"<article><p>One.</p>{CARD}<p>Two.</p></article>").ids == []


def test_a_card_s_caption_stays_out_as_well() -> None:
    card = CARD.replace("</a>", "<div class=caption>The bridge</div></a>")
    assert mark(f"<article><p>One.</p>{card}<p>Two.</p></article>").words == ["One.", "Two."]


def test_a_short_linked_label_makes_no_card() -> None:
    page = "<article><p>One.</p><div><img id=a><a href=/zoom>Zoom</a></div><p>Two.</p></article>"
    assert mark(page).ids == ["a"]


def test_a_linked_caption_makes_no_card() -> None:
    figure = "<figure><img id=a><figcaption><a href=/gallery>All pictures of the new pier</a></figcaption></figure>"
    assert mark(f"<article><p>One.</p>{figure}<p>Two.</p></article>").ids == ["a"]


def test_a_caption_that_fell_out_of_its_figure_comes_with_it() -> None:
    page = "<p>One.</p><div><figure><img id=a></figure><figcaption>A heron</figcaption></div><p>Two.</p>"
    assert mark(page).words == ["One.", "A heron", "Two."]


def test_such_a_caption_comes_whole_though_it_has_elements_of_its_own() -> None:
    markup = "<article><p>One.</p><div><figure><img id=a></figure><figcaption>(<div>Image:</div>Ada)</figcaption></div>"
    assert mark(markup + "<p>Two.</p></article>").words == ["One.", "(", "Image:", "Ada)", "Two."]


def test_a_caption_of_another_box_does_not() -> None:
    page = "<p>One.</p><div><figure><img id=a></figure></div><div><figcaption>A heron</figcaption></div><p>Two.</p>"
    assert mark(page).words == ["One.", "Two."]


def test_a_caption_of_a_picture_that_is_wrapped_for_zooming_in_comes_with_it() -> None:
    zoom = "<div><div><figure><img id=a></figure></div></div>"
    page = f"<p>One.</p><div>{zoom}<div><figcaption>A heron</figcaption></div></div><p>Two.</p>"
    assert mark(page).words == ["One.", "A heron", "Two."]


def test_a_picture_whose_linked_caption_leads_where_it_leads_is_a_card() -> None:
    words = "Heron moves into the old weir"
    card = f'<figure><a href="/heron"><img id=a></a><figcaption><a href="/heron">{words}</a></figcaption></figure>'
    assert mark(f"<p>One.</p>{card}<p>Two.</p>") == Marked([], ["One.", "Two."])


@pytest.mark.parametrize("href", ["/heron-large.jpg", "#heron"])
def test_a_link_to_the_large_picture_makes_no_card(href: str) -> None:
    words = "Heron moves into the old weir"
    figure = f'<figure><a href="{href}"><img id=a></a><figcaption><a href="{href}">{words}</a></figcaption></figure>'
    assert mark(f"<p>One.</p>{figure}<p>Two.</p>").ids == ["a"]


# -- frames and their names --------------------------------------------------------------------------


def test_what_the_headline_stands_in_too_is_no_card_for_its_name() -> None:
    page = '<div class="c-grid"><h1>T</h1><figure><img id=a></figure></div><article><p>One.</p><p>Two.</p></article>'
    assert mark(page, headline=True).ids == ["a"]
    elsewhere = '<h1>T</h1><article><p>One.</p><div class="grid"><a href=/b><img id=a></a></div><p>Two.</p></article>'
    assert mark(elsewhere, headline=True).ids == []


@pytest.mark.parametrize(
    ("setting", "is_kept"),
    [
        ("<div class=card><img id=a src=/a.jpg></div>", True),
        ("<div class=image-grid><a href=/large.jpg><img id=a src=/a.jpg></a></div>", True),
        ("<img id=a src=/a.jpg class=skip-lazy>", True),
        ("<div id=topic-5><img id=a src=/a.jpg></div>", True),
        ("<div class=topics><a href=/herons><img id=a src=/a.jpg></a></div>", False),
        ("<div class=card><img id=a><a href=/heron>Herons</a></div>", False),
        ("<div class=card><img id=a src=/seal-of-the-club.svg></div>", False),
        ("<div class=related-image><img id=a></div>", False),
        ("<figure><div class=related-image><img id=a src=/a.jpg></div></figure>", True),
        ("<div class=card><img id=a alt=Heron></div>", False),
    ],
)
def test_a_picture_in_a_card_that_leads_nowhere_is_set_so_and_no_card(setting: str, is_kept: bool) -> None:  # noqa: FBT001
    assert mark(f"<article><p>One.</p>{setting}<p>Two.</p></article>").ids == ["a"] * is_kept


def test_a_picture_is_no_card_because_a_linked_byline_stands_under_the_same_headline() -> None:
    page = "<article><div><h1>T</h1><i><a href=/a>by Ada Writer, Skerra</a></i><img id=a></div><p>One.</p></article>"
    assert mark(page, headline=True).ids == ["a"]


def test_a_link_that_opens_a_picture_in_a_window_is_no_window() -> None:
    assert mark('<article><p>One.</p><a class="lightbox"><img id=a></a><p>Two.</p></article>').ids == ["a"]
    assert (
        mark('<article><p>One.</p><div class="modal"><a class="x"><img id=a></a></div><p>Two.</p></article>').ids == []
    )


def test_a_caption_is_known_by_its_name_in_other_languages() -> None:
    found = mark(
        '<article><p>One.</p><div><img id=a><div class="field-bijschrift">De dam.</div></div><p>Two.</p></article>'
    )
    assert found.words == ["One.", "De dam.", "Two."]


def test_the_caption_of_a_table_or_of_code_comes_with_it() -> None:
    page = "<p>One.</p><figure><pre><p>a = 1</p></pre><figcaption>Listing 4.</figcaption></figure><p>Two.</p>"
    assert "Listing 4." in mark(f"<article>{page}</article>").words
    other = "<p>One.</p><figure><b>Sum</b><figcaption>Table 4.</figcaption></figure><p>Two.</p>"
    assert "Table 4." not in mark(f"<article>{other}</article>").words


def test_a_line_in_a_frame_with_a_credit_is_the_caption() -> None:
    frame = "<div><img id=a><div>The probe weighs 80 grams.</div><div>Photo: Ada Example</div></div>"
    assert mark(f"<article><p>One.</p>{frame}<p>Two.</p></article>").words == [
        "One.", "The probe weighs 80 grams.", "Photo: Ada Example", "Two.",
    ]  # fmt: skip
    unsigned = "<div><img id=a><div>The probe weighs 80 grams.</div></div>"
    assert mark(f"<article><p>One.</p>{unsigned}<p>Two.</p></article>").words == ["One.", "Two."]


def test_what_is_called_a_credit_right_after_a_picture_is_its_credit() -> None:
    page = (
        "<article><p>One.</p><div><img id=a></div><div class=image-credit>Ada</div><div>More</div><p>Two.</p></article>"
    )
    assert mark(page).words == ["One.", "Ada", "Two."]


# -- tables ------------------------------------------------------------------------------------------

FACTS = "".join(f"<tr><th><p>Fact {n}</p><td><p>Value {n}</p>" for n in range(3))


def test_a_picture_in_a_table_of_the_story_is_its_own_whatever_the_table_is_called() -> None:
    page = f"<article><p>One.</p><table class=vcard><tr><td><img id=flag>{FACTS}</table><p>Two.</p></article>"
    assert mark(page).ids == ["flag"]


def test_one_in_a_table_of_links_that_is_not_the_story_s_is_not() -> None:
    others = FACTS.replace("<p>", "<b>").replace("</p>", "</b>")
    page = f"<article><p>One.</p><table class=navbox><tr><td><img id=flag>{others}</table><p>Two.</p></article>"
    assert mark(page).ids == []


def test_a_picture_that_opens_the_article_before_a_word_is_said_is_the_story_s() -> None:
    page = "<article><div><img id=a></div><div><h1>T</h1><p>One.</p><p>Two.</p></div></article>"
    assert mark(page, headline=True).ids == ["a"]
    spoken = "<article><div><img id=a><i>Menu</i></div><div><h1>T</h1><p>One.</p><p>Two.</p></div></article>"
    assert mark(spoken, headline=True).ids == []
    logo = "<div><header><img id=a></header><div><h1>T</h1><p>One.</p><p>Two.</p></div></div>"
    assert mark(logo, headline=True).ids == []


SIZE = 'width="48" height="48"'


@pytest.mark.parametrize(
    "badge",
    [
        f"<div><img id=a {SIZE}></div><h1>T</h1>",
        f"<h1>T</h1><div><img id=a {SIZE}></div>",
        "<div><a href=/section><img id=a></a></div><h1>T</h1>",
    ],
)
def test_before_the_first_word_an_icon_a_portrait_and_the_banner_of_a_section_are_not_the_storys(badge: str) -> None:
    assert mark(f"<article>{badge}<p>One.</p><p>Two.</p></article>", headline=True).ids == []


@pytest.mark.parametrize(
    "opening",
    [
        "<div><img id=a width=640 height=360></div><h1>T</h1>",
        "<div><a href=/large.jpg><img id=a></a></div><h1>T</h1>",
        "<figure><a href=/section><img id=a></a></figure><h1>T</h1>",
        "<link rel=canonical href=https://news.example/story/><a href=/story><img id=a></a><h1>T</h1>",
        "<h1>T</h1><a href=/section><img id=a></a>",
        f"<h1>T</h1><p>Zero.</p><img id=a {SIZE}>",
    ],
)
def test_a_large_one_one_that_leads_to_itself_and_one_of_a_figure_may_open_it(opening: str) -> None:
    assert mark(f"<article>{opening}<p>One.</p><p>Two.</p></article>", headline=True).ids == ["a"]
