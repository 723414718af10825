"""Which units are the story, given how likely each is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.model.article import Metadata
from a11ynews.read.choice.choose import (
    BETWEEN_CUT,
    COPY_LENGTH,
    DATED_CUT,
    FRAME_CUT,
    HEADING_CUT,
    LEAD_CUT,
    LEAST_CUT,
    REFRAIN_TIMES,
    SURE,
    SURE_OF_LABEL,
    SURE_OF_POINTER,
    UNDATED_CUT,
    choose,
    cut_for,
    probabilities,
    title_of,
)
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

LIKELY = (DATED_CUT + SURE) / 2
PROSE = "The ferry sails again on Monday, four months after a storm broke the pier."


def scene_of(markup: str) -> Surroundings:
    page = parse_page(markup)
    return Surroundings(page, lay_out(page))


def chosen(
    markup: str,
    likely: list[float] | None = None,
    title: str = "",
    barred: list[bool] | None = None,
    cut: float = UNDATED_CUT,
) -> list[str]:
    scene = scene_of(markup)
    count = len(scene.units)
    keep = choose(scene, likely or [LIKELY] * count, title, barred or [False] * count, cut)
    return [text for text, kept in zip(scene.units.text, keep, strict=True) if kept]


# -- the cut -----------------------------------------------------------------------------------------


def test_what_is_likely_is_kept_and_what_is_unlikely_is_not() -> None:
    assert chosen(f"<p>One</p><p>{PROSE}</p><p>two</p>", [0.1, 0.9, 0.2]) == [PROSE]


def test_nothing_is_kept_where_nothing_is_likely() -> None:
    assert chosen("<p>One<p>two", [UNDATED_CUT - 0.01] * 2) == []


def test_a_long_paragraph_between_others_of_the_story_is_kept_though_it_is_not_sure() -> None:
    unsure = [0.9, BETWEEN_CUT, 0.9]
    long = f"{PROSE} Nobody on the island had believed that it would take so long."
    assert chosen(f"<div><p>{PROSE}</p><p>{long}</p><p>On Monday.</p></div>", unsure, cut=DATED_CUT)[1:2] == [long]
    assert long not in chosen(f"<p>{PROSE}</p><div><p>{long}</p></div><p>On Monday.</p>", unsure, cut=DATED_CUT)
    assert "Short." not in chosen(f"<p>{PROSE}</p><p>Short.</p><p>On Monday.</p>", unsure, cut=DATED_CUT)
    assert chosen(f"<p>{PROSE}</p><p>{long}</p>", unsure[:2], cut=DATED_CUT) == [PROSE]


def test_a_long_paragraph_right_before_the_story_is_its_lead_where_it_is_likelier_than_not() -> None:
    lead = PROSE + " Passengers may board from six in the morning, and nobody has to book."
    more = [f"{PROSE} It has sailed on {number} days of the year, and was late on most." for number in range(8)]
    story = "".join(f"<p>{text}</p>" for text in more)
    for around, likely, kept in (
        (f"<article><p>{lead}</p>{story}</article>", LEAD_CUT, [lead, *more]),
        (f"<article><p>{lead}</p>{story}</article>", LEAD_CUT - 0.01, more),
        (f"<div><p>{lead}</p></div><article>{story}</article>", LEAD_CUT, more),
    ):
        assert chosen(around, [likely, *[SURE] * 8], cut=DATED_CUT) == kept


@pytest.mark.parametrize("frame", ["footer", "nav", "header"])
def test_what_frames_the_page_must_be_surer_than_short_lines_elsewhere(frame: str) -> None:
    unsure = [0.9, (UNDATED_CUT + FRAME_CUT) / 2]
    assert chosen(f"<p>{PROSE}</p><div>In stock</div>", unsure) == [PROSE, "In stock"]
    assert chosen(f"<p>{PROSE}</p><{frame}>In stock</{frame}>", unsure) == [PROSE]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.floats(0.1, 0.9))
def test_what_is_kept_is_never_less_likely_than_what_is_not(likely: list[float], cut: float) -> None:
    scene = scene_of("".join(f"<p>unit number {number}" for number in range(len(likely))))
    keep = choose(scene, likely, "", [False] * len(likely), cut)
    kept = [value for value, taken in zip(likely, keep, strict=True) if taken]
    left = [value for value, taken in zip(likely, keep, strict=True) if not taken]
    assert all(value >= min(cut, LEAST_CUT) for value in kept)
    assert min(kept, default=1) > max(left, default=0) or all(value < cut for value in left)


def test_a_page_without_a_date_keeps_what_is_less_sure() -> None:
    dated = Metadata(published=datetime(2026, 3, 9, tzinfo=UTC))
    assert cut_for(Metadata()) < cut_for(dated)
    likely = [0.99, (cut_for(Metadata()) + cut_for(dated)) / 2]
    markup = f"<p>{PROSE}</p><p>Returns 1</p>"
    assert chosen(markup, likely, cut=cut_for(Metadata())) == [PROSE, "Returns 1"]
    assert chosen(markup, likely, cut=cut_for(dated)) == [PROSE]


def test_where_nothing_is_sure_what_is_as_likely_as_the_likeliest_is_kept() -> None:
    assert chosen(f"<p>{PROSE}</p><p>two</p><p>three</p>", [0.6, 0.5, 0.3], cut=DATED_CUT) == [PROSE, "two"]
    assert chosen(f"<p>{PROSE}</p><p>two</p>", [0.9, 0.5], cut=DATED_CUT) == [PROSE]
    assert chosen("<p>One</p>", [LEAST_CUT - 0.01], cut=DATED_CUT) == []


def test_a_cut_that_would_lose_much_of_the_page_is_not_made() -> None:
    markup = f"<p>{PROSE}</p><p>{PROSE} Again.</p><p>{PROSE} Still.</p>"
    assert len(chosen(markup, [0.9, 0.6, 0.6], cut=DATED_CUT)) == 3


def test_a_heading_may_be_less_sure_than_a_paragraph() -> None:
    likely = [0.99, HEADING_CUT, HEADING_CUT]
    assert chosen(f"<p>{PROSE}</p><h2>Then</h2><p>two</p>", likely, cut=DATED_CUT) == [PROSE, "Then"]


def test_what_is_barred_is_out_however_likely() -> None:
    assert chosen("<p>One<p>two", [1.0, 1.0], barred=[True, False]) == ["two"]


# -- what stands there twice -------------------------------------------------------------------------


@pytest.mark.parametrize("copy", ["Ferry returns", "FERRY RETURNS", "Ferry returns…", " Ferry returns | "])
def test_the_headline_is_not_repeated_in_the_story(copy: str) -> None:
    assert chosen(f"<h2>{copy}</h2><p>{PROSE}</p>", title="Ferry returns") == [PROSE]


def test_a_paragraph_that_begins_as_the_headline_does_is_kept() -> None:
    assert chosen("<p>Ferry returns on Monday.</p>", title="Ferry returns") == ["Ferry returns on Monday."]


def test_a_longer_text_that_stands_there_twice_is_kept_once() -> None:
    assert len(PROSE) >= COPY_LENGTH
    assert chosen(f"<p>{PROSE}</p><p>One.</p><p>{PROSE.upper()}</p>") == [PROSE, "One."]


def test_short_lines_alike_are_two_lines() -> None:
    assert chosen("<p>Yes.<p>Why?<p>Yes.") == ["Yes.", "Why?", "Yes."]


def test_a_text_that_was_not_chosen_does_not_keep_its_copy_out() -> None:
    assert chosen(f"<p>{PROSE}</p><p>{PROSE}</p>", [0.1, 0.9]) == [PROSE]


# -- labels and refrains -----------------------------------------------------------------------------


def test_a_line_that_comes_again_and_again_is_the_label_of_a_slot() -> None:
    slot = "<p>Place for a banner</p>"
    assert chosen(f"{slot}<p>One.</p>" * REFRAIN_TIMES) == ["One."] * REFRAIN_TIMES
    assert "Place for a banner" in chosen(f"{slot}<p>One.</p>" * (REFRAIN_TIMES - 1))


def test_a_line_under_each_of_several_things_is_kept_where_it_is_surely_the_story() -> None:
    markup = "".join(f"<p>{name}: {PROSE}</p><p>Sails to:</p>" for name in ("Gull", "Heron", "Tern"))
    assert chosen(markup, [SURE] * 6).count("Sails to:") == REFRAIN_TIMES
    assert chosen(markup, [SURE, SURE - 0.01] * 3).count("Sails to:") == 0


def test_a_link_that_comes_again_and_again_is_a_slot_however_sure() -> None:
    markup = f"<p>{PROSE}</p><p><a href=/book>Book a seat</a></p>" * REFRAIN_TIMES
    assert "Book a seat" not in chosen(markup, [SURE] * 2 * REFRAIN_TIMES)


def test_a_text_is_said_again_where_it_is_surely_the_story_and_stands_alone() -> None:
    question = "What does the ferry cost on Sundays?"
    markup = f"<h3>{question}</h3><p>The Gull takes two crowns.</p><h3>{question}</h3><p>The Heron takes three.</p>"
    assert chosen(markup, [SURE] * 4).count(question) == 2
    assert chosen(markup, [SURE, SURE, SURE - 0.01, SURE]).count(question) == 1


def test_a_paragraph_right_after_itself_is_no_copy_of_a_part() -> None:
    assert chosen(f"<p>{PROSE}</p><p>{PROSE}</p>", [SURE] * 2) == [PROSE] * 2


def test_a_part_of_the_story_that_stands_there_twice_is_kept_once_however_sure() -> None:
    part = f"<p>{PROSE}</p><p>{PROSE[::-1]}</p><p>{PROSE.upper()[1:]}</p>"
    assert len(chosen(part * 2, [SURE] * 6)) == 3


@pytest.mark.parametrize("line", ["<h3>YouTube</h3>", "<h2>Cookies</h2>", "<p>Details: 12 Harbour Road</p>"])
def test_a_word_of_furniture_is_the_storys_own_where_it_is_surely_the_story(line: str) -> None:
    markup = f"{line}<p>{PROSE}</p>"
    assert len(chosen(markup, [SURE_OF_LABEL] * 2)) == 2
    assert chosen(markup, [SURE_OF_LABEL - 0.01] * 2) == [PROSE]


def test_a_heading_that_says_how_the_story_goes_on_is_kept_where_it_is_likely() -> None:
    markup = f"<h3>Learn more</h3><p>{PROSE}</p>"
    assert chosen(markup, [SURE_OF_POINTER, SURE]) == ["Learn more", PROSE]
    assert chosen(markup, [SURE_OF_POINTER - 0.01, SURE]) == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "<h3>Table of contents</h3>",
        "<p>Read more</p>",
        "<p>YouTube</p>",
        "<p>Details: <a href=/12>12 Harbour Road, where the old ferry office was</a></p>",
        "<p>READ MORE: where the old ferry office was</p>",
    ],
)
def test_furniture_that_heads_nothing_or_leads_away_goes_however_sure(line: str) -> None:
    assert chosen(f"{line}<p>{PROSE}</p>", [SURE_OF_LABEL] * 2) == [PROSE]


@pytest.mark.parametrize("tag", ["td", "li", "h3", "blockquote", "pre"])
def test_lists_tables_code_quotes_and_headings_may_repeat_themselves(tag: str) -> None:
    wrap = {"td": "table", "li": "ul"}.get(tag, "section")
    markup = f"<{wrap}>" + f"<{tag}>Not available</{tag}>" * REFRAIN_TIMES + f"</{wrap}>"
    assert chosen(markup) == ["Not available"] * REFRAIN_TIMES


@pytest.mark.parametrize("label", ["Advertisement", "Share", "Print", "Read more", "Back to top", "Anzeige"])
def test_a_label_of_furniture_alone_is_no_line_of_a_story(label: str) -> None:
    assert chosen(f"<p>{PROSE}</p><p>{label}</p>") == [PROSE]


@pytest.mark.parametrize(
    "placeholder",
    ["To view this content, please accept our cookies.", "Your browser does not support this kind of recording.",
     "Følgende: Du skal acceptere cookies", "För att se det här innehållet behöver vi ditt samtycke."],
)  # fmt: skip
def test_what_stands_in_the_place_of_something_else_is_no_line_of_a_story(placeholder: str) -> None:
    expected = [PROSE, placeholder] if placeholder.startswith("Følgende") else [PROSE]
    assert chosen(f"<p>{PROSE}</p><p>{placeholder}</p>") == expected


@pytest.mark.parametrize(
    "pointer",
    [
        "Read more: Pier to be rebuilt by spring", "Related: Pier to be rebuilt", "Related | Pier to be rebuilt",
        "<a href=/x>Les også Bryggen bygges opp igjen</a>", "<a href=/x>Click here to see the pier</a>",
    ],
)  # fmt: skip
def test_a_pointer_to_another_story_is_no_line_of_this_one(pointer: str) -> None:
    assert chosen(f"<p>{PROSE}</p><p>{pointer}</p>") == [PROSE]


def test_a_long_sentence_that_begins_like_a_pointer_is_a_sentence() -> None:
    sentence = f"Related: {PROSE * 4}"
    assert chosen(f"<p>{sentence}</p>") == [sentence]


def test_a_linked_sentence_is_a_sentence() -> None:
    sentence = "The pier will be rebuilt by the spring of next year."
    assert chosen(f"<p><a href=/x>{sentence}</a></p>") == [sentence]
    assert chosen("<p>Les også det som står mellom linjene, sier hun.</p>") != []


def test_words_that_are_a_label_only_by_themselves_are_kept_in_a_sentence() -> None:
    assert chosen("<p>Share prices fell.</p>") == ["Share prices fell."]


# -- the other doors ---------------------------------------------------------------------------------


def test_a_page_without_units_has_no_probabilities() -> None:
    assert probabilities(scene_of("<img src=a.jpg>"), "") == []
    assert chosen("<img src=a.jpg>") == []


def test_a_story_is_likelier_than_the_menu_above_it() -> None:
    menu = "<nav><ul><li><a href=/>Home</a><li><a href=/w>Weather</a></ul></nav>"
    scene = scene_of(f"<body>{menu}<article><h1>Ferry</h1>{f'<p>{PROSE}</p>' * 5}</article>")
    likely = dict(zip(scene.units.text, probabilities(scene, "Ferry"), strict=True))
    assert likely[PROSE] > HEADING_CUT
    assert likely["Home"] < UNDATED_CUT


@pytest.mark.parametrize("markup", ["<form><p>{}</p></form>", "<nav><p>{}</p></nav>", "<footer><p>{}</p></footer>"])
def test_a_line_in_a_form_or_the_like_is_not_asked_about_unless_it_is_prose_or_among_the_densest(markup: str) -> None:
    prose = f"{PROSE} {PROSE}"

    def likely(markup: str, text: str) -> float:
        scene = scene_of(f"<main><div>{f'<p>{prose}</p>' * 3}</div></main>{markup.format(text)}")
        return probabilities(scene, "Ferry")[scene.units.text.index(text)]

    line = "It sails on Mondays"
    assert likely(markup, line) == 0
    assert likely("<div><p>{}</p></div>", line) > 0
    assert likely(markup, f"{prose} {line}.") > 0
    around = scene_of(markup.format(f"{line}<p>{prose}</p><p>{prose}"))
    assert probabilities(around, "Ferry")[0] > 0


def test_the_title_of_nothing_is_empty() -> None:
    assert title_of(Metadata()) == ""
    assert title_of(Metadata(title="Ferry")) == "Ferry"


# -- what speaks to readers of something else --------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter and never miss a story.", "Hat Ihnen dieser Artikel gefallen? Dann spenden Sie.",
        "This article was originally published by The Harbour Voice.", "Listen · 4:32 min", "Toggle caption",
        "Bild vergrößern", "画像を拡大", "© 2026 The Harbour Voice", "© 2026 Harbour Voice. All rights reserved.",
        "WATCH | The ferry leaves the pier on Monday", "READ MORE: Pier to cost ten million",
    ],
)  # fmt: skip
def test_a_line_that_speaks_of_something_else_goes_in_any_language(line: str) -> None:
    assert chosen(f"<p>{PROSE}</p><p>{line}</p><p>{PROSE} Again.</p>") == [PROSE, f"{PROSE} Again."]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for the race by Friday, the club said.", "Watch: it is a word of warning on the island.",
        "The sign says © 1911, and nobody knows who painted it on the wall of the old pier.",
        "Copy the link between the two piers, the architect said.",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_alike_stays(line: str) -> None:
    assert line in chosen(f"<p>{PROSE}</p><p>{line}</p>")


def test_whose_a_picture_is_stays_under_it() -> None:
    assert chosen("<figure><img src=a.jpg><p>© Ada Marsh</p></figure>") == ["© Ada Marsh"]


def test_a_heading_that_leads_to_another_page_needs_more_than_one_of_the_story() -> None:
    likely = [0.9, (HEADING_CUT + DATED_CUT) / 2]
    for href, kept in (("/other", False), ("#part", True), ("https://shop.example/boat", True)):
        markup = f"<p>{PROSE}</p><h3><a href='{href}'>The second boat</a></h3>"
        assert ("The second boat" in chosen(markup, likely, cut=DATED_CUT)) == kept


def test_a_line_on_rights_goes_with_or_without_its_sign() -> None:
    for line in ("Copyright 2024 Harbour Radio", "(c) 2024 Harbour Radio", "Copyright © 2024 Harbour Radio"):
        assert chosen(f"<p>{PROSE}</p><p>{line}</p>") == [PROSE]
    kept = "Copyright law changed in 2024, and the harbour radio had to take down its archive."
    assert kept in chosen(f"<p>{PROSE}</p><p>{kept}</p>")
