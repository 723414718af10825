"""Laws of times: whatever the story, they are in order, inside the sound, and of the words that are seen."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from laws.strategies import LAW, articles

from a11ynews.model.article import Article
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.silent import SilentEngine
from a11ynews.speech.script import write_script
from a11ynews.speech.sound.track import lay_track
from a11ynews.speech.timings import Timekeeper
from a11ynews.speech.webvtt import chapters_vtt, sentences_vtt

pytestmark = pytest.mark.property
TIME = r"\d\d:\d\d:\d\d\.\d{3}"
CUE = re.compile(rf"(?:[^\n]+\n)?({TIME}) --> ({TIME})\n[^\n]+")


@LAW
@given(articles())
def test_cut_into_sentences_a_script_says_the_same(article: Article) -> None:
    script = write_script(article, "full")
    pieces = by_sentence(script)
    assert " ".join(piece.spoken for piece in pieces).split() == " ".join(part.spoken for part in script).split()
    assert "".join(piece.text for piece in pieces) == "".join(part.text for part in script)


@LAW
@given(articles())
def test_times_are_in_order_inside_the_sound_and_their_files_are_well_formed(article: Article) -> None:
    script = by_sentence(write_script(article, "full"))
    keeper = Timekeeper(script)
    track = keeper.noted(lay_track(SilentEngine(rate_hz=1000).synthesize(script, Delivery()), script))
    length_s = sum(len(stretch.samples) for stretch in track) / 2 / 1000
    times = keeper.timings
    data = json.loads(times.to_json())
    for items in (data["words"], data["segments"]):
        edges = [edge for item in items for edge in (item["start"], item["end"])]
        assert edges == sorted(edges)
        assert all(0 <= edge <= length_s for edge in edges)
    for vtt in (sentences_vtt(times), chapters_vtt(times)):
        head, *cues = vtt.rstrip("\n").split("\n\n")
        assert head == "WEBVTT"
        assert all(CUE.fullmatch(cue) for cue in cues)
