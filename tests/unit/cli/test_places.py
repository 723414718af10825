"""Where listeners left a story."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from a11ynews.cli import places as module
from a11ynews.cli.places import Place, Places, find_place, key_of_story, place_at, state_folder
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Text
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.script import write_script
from a11ynews.speech.utterance import Utterance

HERE = Place(sentence="b2-s1", words="It is blue.")


def script(*paragraphs: str) -> tuple[Utterance, ...]:
    body = tuple(Paragraph(id=f"b{n}", children=(Text(text=text),)) for n, text in enumerate(paragraphs, start=1))
    return by_sentence(write_script(Article(metadata=Metadata(language="en"), body=body)))


def test_a_place_is_kept_from_one_run_to_the_next_and_forgotten_at_the_end(tmp_path: Path) -> None:
    assert not Places(tmp_path / "state").are_there
    Places(tmp_path / "state").keep("story", HERE)
    assert Places(tmp_path / "state").are_there
    assert Places(tmp_path / "state").get("story") == HERE
    assert Places(tmp_path / "state").get("other") is None
    Places(tmp_path / "state").forget("story")
    assert Places(tmp_path / "state").get("story") is None


def test_the_file_is_for_its_owner_and_tells_nobody_which_stories(tmp_path: Path) -> None:
    Places(tmp_path / "state").keep(key_of_story(Article(metadata=Metadata(url="https://news.example/secret"))), HERE)
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    assert "secret" not in (tmp_path / "state" / "places.json").read_text()


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"places": 3}', b'{"places": {"story": 1}}', b"[" * 100_000,
     b'{"places": {"story": {"sentence": "b1-s1"}}}'],
)  # fmt: skip
def test_a_damaged_file_holds_no_place_and_is_replaced_by_the_next(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "places.json").write_bytes(damaged)
    assert Places(tmp_path).get("story") is None
    Places(tmp_path).keep("story", HERE)
    assert Places(tmp_path).get("story") == HERE


def test_good_places_survive_beside_odd_ones(tmp_path: Path) -> None:
    Places(tmp_path).keep("story", HERE)
    data = json.loads((tmp_path / "places.json").read_text())
    data["places"]["odd"] = {"sentence": 3}
    (tmp_path / "places.json").write_text(json.dumps(data))
    assert Places(tmp_path).get("story") == HERE


def test_the_oldest_places_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PLACES", 3)
    for name in ("a", "b", "c", "a", "d"):
        Places(tmp_path).keep(name, HERE)
    assert [name for name in "abcd" if Places(tmp_path).get(name)] == ["a", "c", "d"]


def test_the_folder_is_that_of_the_xdg_specification(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/some/where")
    assert state_folder() == Path("/some/where/a11ynews")
    for ignored in ("", "relative/path"):
        monkeypatch.setenv("XDG_STATE_HOME", ignored)
        assert state_folder() == Path.home() / ".local" / "state" / "a11ynews"


def test_a_place_is_found_again_after_the_page_has_changed() -> None:
    before = script("It sails.", "It is blue.", "It is new.")
    place = place_at(before, 1)
    assert find_place(before, place) == 1
    assert find_place(script("News: it is late.", "It sails.", "It is blue."), place) == 2, "by its words"
    assert find_place(script("It sails.", "It is dark blue."), place) == 1, "by its name"
    assert find_place(script("Quite another story."), place) == 0


def test_of_two_sentences_with_the_same_words_the_nearer_one_is_meant() -> None:
    story = script("Why?", "Because.", "Why?", "So.")
    assert find_place(story, place_at(story, 2)) == 2
    assert find_place(story, place_at(story, 0)) == 0


def test_a_story_is_known_by_its_address_else_by_its_headline_else_by_its_words() -> None:
    story = Article(metadata=Metadata(title="One", url="https://news.example/1"))
    assert key_of_story(story) == key_of_story(replace(story, metadata=replace(story.metadata, title="One, updated")))
    bare = Article(metadata=Metadata(title="One"))
    longer = replace(bare, body=(Paragraph(children=(Text(text="More."),)),))
    assert key_of_story(bare) == key_of_story(longer)
    assert key_of_story(bare) != key_of_story(Article(metadata=Metadata(title="Two")))
    assert key_of_story(replace(longer, metadata=Metadata())) != key_of_story(Article())
