"""What is told of its authors behind a story."""

from __future__ import annotations

import pytest

from a11ynews.model.article import Metadata
from a11ynews.read.choice.biographies import drop_biographies
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

STORY = "The ferry sails again on Monday, four months after a storm broke the pier, says the harbour office. " * 11
ABOUT = "Ada Quill is the harbour correspondent of the Echo, and lives in Old Town with three gulls."


def left(tail: str, *, authors: tuple[str, ...] = ("Ada Quill",), site_name: str | None = None) -> list[str]:
    page = parse_page(f"<article><p>{STORY}</p>{tail}</article>")
    scene = Surroundings(page, lay_out(page))
    chosen = [True] * len(scene.units)
    drop_biographies(scene, chosen, Metadata(authors=authors, site_name=site_name))
    return [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep][1:]


@pytest.mark.parametrize(
    "about",
    [
        ABOUT,
        "Our correspondent Ada Quill writes about the harbour and those who work there.",
        "Die Reporterin Ada Quill, geboren am Hafen, schreibt seit elf Jahren für uns.",
        "ADA QUILL (Old Town) has written about ferries for eleven years.",
    ],
)
def test_the_last_paragraph_is_no_story_if_it_tells_of_the_author(about: str) -> None:
    assert left(f"<p>It rains.</p><p>{about}</p>") == ["It rains."]


def test_several_authors_are_told_of_one_by_one() -> None:
    other = ABOUT.replace("Ada Quill", "Ben Sand")
    assert left(f"<p>{ABOUT}</p><p>{other}</p>", authors=("Ada Quill", "Ben Sand")) == []


@pytest.mark.parametrize(
    "line",
    [
        "The pier is open again, the company told Ada Quill on Monday, and the boats sail.",
        "Ada Quill: I think that the pier should stay open for another year, at least.",
        "Ada Quill looked at the sea. “It rains again”, she said, and went into the house.",
        "Ada Quill",
        "Ben Sand is the keeper of the light on the mole, and lives in it with three gulls.",
    ],
)
def test_other_last_paragraphs_are_the_storys(line: str) -> None:
    assert left(f"<p>{line}</p>") == [line]


def test_a_paragraph_about_the_author_within_the_story_is_the_storys() -> None:
    assert left(f"<p>{ABOUT}</p><p>It rains.</p>") == [ABOUT, "It rains."]


def test_a_quotation_that_begins_with_the_name_is_none() -> None:
    assert left(f"<blockquote>{ABOUT}</blockquote>") == [ABOUT]


def test_a_company_that_signs_as_the_author_may_be_what_the_story_is_about() -> None:
    line = "Harbour Ferries Ltd sails on all days but Sundays, from six to ten in the evening."
    assert left(f"<p>{line}</p>", authors=("Harbour Ferries Ltd",), site_name="Harbour Ferries Ltd") == [line]


def test_a_page_that_is_all_about_its_author_keeps_it() -> None:
    page = parse_page(f"<p>{ABOUT}</p>")
    scene = Surroundings(page, lay_out(page))
    chosen = [True]
    drop_biographies(scene, chosen, Metadata(authors=("Ada Quill",)))
    assert chosen == [True]
