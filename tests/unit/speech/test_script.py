"""What is said of an article, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fixtures.every_block import every_block

from a11ynews.errors import UsageError
from a11ynews.model.article import Article, Byline, Metadata
from a11ynews.model.blocks import (
    Block,
    Callout,
    ClaimReview,
    CodeBlock,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Media,
    Note,
    Notes,
    Paragraph,
    PullQuote,
    Quote,
    ThematicBreak,
)
from a11ynews.model.inlines import Abbreviation, Deleted, Inline, NoteReference, Span, Text
from a11ynews.speech.script import write_script


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(id="p", children=words(text))


def told(*blocks: Block, profile: str = "normal", language: str = "en", title: str | None = None) -> list[str]:
    article = Article(metadata=Metadata(language=language, title=title), body=blocks)
    return [utterance.spoken for utterance in write_script(article, profile)]


def told_of(metadata: Metadata) -> list[str]:
    return [utterance.spoken for utterance in write_script(Article(metadata=metadata))]


# -- the head ------------------------------------------------------------------------------------


def test_headline_byline_and_date_come_first_and_a_second_of_silence_after_them() -> None:
    published = datetime(2021, 7, 16, 9, 30, tzinfo=UTC)
    metadata = Metadata(
        title="Ferry returns", authors=("Ada Writer", "Bo Reporter"), published=published, language="en"
    )
    script = write_script(Article(metadata=metadata, body=(paragraph("It sails on Monday."),)))
    assert [utterance.role for utterance in script] == ["title", "byline", "date", "paragraph"]
    assert script[1].spoken == "By Ada Writer and Bo Reporter."
    assert script[2].spoken.startswith("July ")
    assert script[2].pause_after_s == 1.0


def test_a_byline_without_names_is_said_as_printed() -> None:
    assert told_of(Metadata(byline=Byline(text="From our own staff"), language="en")) == ["From our own staff"]


def test_a_language_without_our_words_gets_the_page_s_own() -> None:
    byline = Byline(text="Kirjoittaja Ada Writer")
    assert told_of(Metadata(byline=byline, authors=("Ada Writer",), language="fi")) == ["Kirjoittaja Ada Writer"]
    figure = Figure(caption=words("Laituri aamulla."))
    assert told(figure, language="fi") == ["Laituri aamulla."]


def test_a_date_for_machines_is_not_read_out() -> None:
    assert told_of(Metadata(title="Lautta", published_text="2021-07-16T09:30:00Z", language="fi")) == ["Lautta"]


def test_our_words_are_in_the_language_of_the_article() -> None:
    assert told(Figure(caption=words("Le port.")), language="fr-CA") == ["Légende : Le port."]


# -- once ----------------------------------------------------------------------------------------


def test_an_alternative_that_is_the_caption_is_said_once() -> None:
    image = Image(src="a.jpg", alt="The bridge at dawn", alt_source="alt")
    assert told(Figure(images=(image,), caption=words("The bridge at dawn."))) == ["Photo caption: The bridge at dawn."]


def test_of_an_alternative_and_a_caption_that_hold_each_other_the_longer_is_said() -> None:
    image = Image(src="a.jpg", alt="The bridge", alt_source="alt")
    assert told(Figure(images=(image,), caption=words("The bridge at dawn."))) == ["Photo caption: The bridge at dawn."]
    longer = Image(src="a.jpg", alt="The bridge at dawn, seen from the mill", alt_source="alt")
    assert told(Figure(images=(longer,), caption=words("The bridge at dawn"))) == [
        "Image: The bridge at dawn, seen from the mill"
    ]


def test_the_headline_again_as_the_first_heading_or_paragraph_is_not_said_again() -> None:
    heading = Heading(level=2, children=words("Ferry returns"))
    assert told(heading, paragraph("It sails."), title="Ferry returns") == ["Ferry returns", "It sails."]
    assert told(paragraph("FERRY RETURNS"), paragraph("It sails."), title="Ferry returns") == [
        "Ferry returns",
        "It sails.",
    ]


def test_a_caption_that_the_story_says_too_is_left_to_the_story() -> None:
    assert told(Figure(caption=words("It sails.")), paragraph("It sails.")) == ["It sails."]


def test_two_questions_of_an_interview_that_are_the_same_are_both_asked() -> None:
    assert told(paragraph("Why?"), paragraph("Because."), paragraph("Why?")) == ["Why?", "Because.", "Why?"]


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
def test_a_pull_quote_that_the_story_says_too_is_left_to_it(profile: str) -> None:
    blocks = (PullQuote(children=words("we had spades and rain")), paragraph("She said we had spades and rain."))
    assert told(*blocks, profile=profile) == ["She said we had spades and rain."]


def test_a_pull_quote_of_words_of_its_own_is_said() -> None:
    assert told(PullQuote(children=words("We had spades."))) == ["We had spades."]
    assert told(PullQuote(children=words("We had spades.")), profile="brief") == []


# -- pictures and things from elsewhere ----------------------------------------------------------


def test_an_archive_photo_is_announced_and_its_mark_not_read() -> None:
    figure = Figure(caption=words("FILE - Soldiers stand guard."), archive_photo=True)
    assert told(figure) == ["File photo. Soldiers stand guard."]


def test_a_decorative_picture_and_a_file_name_are_silent() -> None:
    images = tuple(Image(src="x", alt=alt) for alt in ("", "IMG_2041.JPG", "news.example.org", None))
    assert told(Figure(images=images)) == []


def test_a_recording_without_a_title_is_named_by_its_kind() -> None:
    assert told(Media(kind="video")) == ["Video."]


def test_an_embed_is_named_and_its_words_are_said() -> None:
    embed = Embed(kind="post", url=None, title="A. Walker", blocks=(paragraph("Saw a trout."),))
    assert told(embed) == ["Embedded post: A Walker", "Saw a trout."]
    assert told(embed, profile="brief") == []


# -- structure -----------------------------------------------------------------------------------


def test_what_comes_from_elsewhere_is_named_in_the_language_of_the_article() -> None:
    mills = Embed(kind="map", url="https://maps.example/7", title="Mills")
    assert told(mills, language="fr") == ["Carte intégrée : Mills"]
    assert told(Embed(kind="other", url=None, title="Mills")) == ["Content from another site: Mills"]


def test_a_post_from_elsewhere_is_said_by_the_other_voice_so_that_its_end_is_heard() -> None:
    post = Embed(kind="post", url="https://social.example/9", title="A. Walker", blocks=(paragraph("A trout!"),))
    script = write_script(Article(metadata=Metadata(language="en"), body=(post, paragraph("So she wrote."))))
    assert [utterance.voice for utterance in script] == ["narrator", "quote", "narrator"]


def test_a_callout_is_told_by_its_kind_unless_it_says_it() -> None:
    below = (paragraph("Do not cross the weir."),)
    assert told(Callout(kind="warning", title=words("High water"), blocks=below))[0] == "Warning. High water"
    assert told(Callout(kind="warning", title=words("A warning to walkers"), blocks=below))[0] == "A warning to walkers"
    assert told(Callout(kind="note", blocks=below), language="de")[0] == "Hinweis."
    assert told(Callout(kind="correction", blocks=(paragraph("Correction: it was May."),))) == [
        "Correction: it was May."
    ]


def test_where_a_claim_was_made_is_said_as_that() -> None:
    claim = ClaimReview(claim=words("It sank."), source="The Post", verdict="False")
    assert told(claim) == ["Claim: It sank.", "Source of the claim: The Post", "Verdict: False"]


def test_letters_that_a_voice_spells_are_said_in_full_the_first_time() -> None:
    def line(short: str, long: str) -> Paragraph:
        return Paragraph(children=(Abbreviation(children=words(short), expansion=long), *words(" met.")))

    trust = line("RRT", "River Restoration Trust")
    assert told(trust, trust) == ["R R T (River Restoration Trust) met.", "R R T met."]
    assert told(paragraph("The River Restoration Trust is old."), trust)[1] == "R R T met."
    assert told(line("Dr", "Doctor"))[0] == "Dr met."  # a word for the rules on words


def test_what_is_struck_out_is_told_in_all_our_languages() -> None:
    line = Paragraph(children=(Deleted(children=words("quatre")), *words(" cinq")))
    assert told(line, language="fr") == ["supprimé : quatre, fin de la suppression, cinq"]


def test_a_list_says_how_many_and_numbers_only_what_is_numbered() -> None:
    items = tuple(ListItem(blocks=(paragraph(text),)) for text in ("Open the weir", "Count the fish"))
    numbered = List(items=items, ordered=True, start=3)
    assert told(numbered) == ["List, two items.", "three. Open the weir", "four. Count the fish"]
    assert told(List(items=items), profile="brief") == ["Open the weir", "Count the fish"]


def test_only_items_that_are_heard_are_counted() -> None:
    silent = ListItem(blocks=(Figure(images=(Image(src="pier.jpg"),)),))
    first, second = (ListItem(blocks=(paragraph(text),)) for text in ("salt", "bread"))
    assert told(List(items=(silent, silent, silent))) == []
    assert told(List(items=(silent, first))) == ["salt"]
    assert told(List(items=(first, silent, second)))[0] == "List, two items."


def test_a_list_of_one_item_is_not_announced() -> None:
    assert told(List(items=(ListItem(blocks=(paragraph("Only this"),)),))) == ["Only this"]


def test_quotes_are_told_by_words_and_by_a_second_voice() -> None:
    quote = Quote(id="q", blocks=(paragraph("We had spades."),), attribution=words("Ada Miller"))
    script = write_script(Article(metadata=Metadata(language="en"), body=(quote,)))
    assert [(u.spoken, u.voice) for u in script] == [
        ("Quote. We had spades. End quote.", "quote"), ("Ada Miller", "narrator"),
    ]  # fmt: skip
    assert told(quote, profile="brief") == ["We had spades.", "Ada Miller"]


def test_a_block_quote_that_the_story_says_at_length_is_not_said_before_it() -> None:
    quote = Quote(id="q", blocks=(paragraph("We had no money but we had spades."),))
    story = paragraph("She laughed. “We had no money but we had spades.” Then she went on.")
    assert told(quote, story) == [story.text]


def test_marks_of_notes_are_silent_and_notes_come_in_their_place() -> None:
    body = Paragraph(children=(*words("It sails"), NoteReference(label="[1]", note_id="n1"), *words(" on Monday.")))
    notes = Notes(items=(Note(id="n1", label="1", blocks=(paragraph("Weather allowing."),)),))
    assert told(body, notes) == ["It sails on Monday.", "Notes.", "Note one: Weather allowing."]
    assert told(body, notes, profile="brief") == ["It sails on Monday."]


def test_code_is_named_and_not_read_unless_all_is_wanted() -> None:
    code = CodeBlock(text="a = 1\nb = 2\n")
    assert told(code) == ["Code block, two lines."]
    assert told(CodeBlock(text="a = 1"), profile="full") == ["Code block, one line. a equals one"]


def test_heading_levels_are_said_only_in_full() -> None:
    heading = Heading(level=3, children=words("The numbers"))
    assert told(heading) == ["The numbers"]
    assert told(heading, profile="full") == ["Heading level two. The numbers"]


def test_a_change_of_scene_is_a_long_silence() -> None:
    script = write_script(Article(body=(paragraph("One."), ThematicBreak(), paragraph("Two."))))
    assert [utterance.pause_after_s for utterance in script] == [1.2, 0.6]


# -- languages and whole articles ----------------------------------------------------------------


def test_words_in_another_language_are_a_run_of_their_own() -> None:
    children = (*words("They say "), Span(lang="fr", children=words("bon voyage")), *words(", and go."))
    (utterance,) = write_script(Article(metadata=Metadata(language="en"), body=(Paragraph(children=children),)))
    assert [(run.spoken, run.lang) for run in utterance.runs] == [
        ("They say", "en"), ("bon voyage,", "fr"), ("and go.", "en"),
    ]  # fmt: skip
    assert utterance.text == "They say bon voyage, and go."


def test_a_block_in_another_language_is_said_in_it_and_so_is_what_is_in_it() -> None:
    quote = Quote(lang="fr", blocks=(paragraph("Bon voyage."),))
    (utterance,) = write_script(Article(metadata=Metadata(language="en"), body=(quote,)))
    assert utterance.lang == "fr"
    assert [run.ours for run in utterance.runs] == [True, False, True]


def test_what_has_no_words_is_no_utterance() -> None:
    assert told(paragraph("* * *"), paragraph("\x00\x01"), paragraph("—")) == []


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
def test_every_kind_of_block_has_its_words_and_its_place(profile: str) -> None:
    script = write_script(every_block(), profile)
    assert all(utterance.spoken and utterance.runs for utterance in script)
    body = [utterance for utterance in script if utterance.role not in ("kicker", "title", "byline", "date")]
    assert all(utterance.block_id for utterance in body)


def test_the_fuller_the_profile_the_more_is_said() -> None:
    brief, normal, full = (
        sum(len(utterance.spoken) for utterance in write_script(every_block(), profile))
        for profile in ("brief", "normal", "full")
    )
    assert brief < normal < full


def test_an_unknown_profile_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="brief, normal, full"):
        write_script(Article(), "chatty")
