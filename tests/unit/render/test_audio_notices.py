"""A language without a voice is told once, and its words are not lost."""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.render.audio_notices import voice_notices
from a11ynews.speech.engines.base import Delivery, VoiceInfo
from a11ynews.speech.engines.silent import SilentEngine
from a11ynews.speech.utterance import Run, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class Provincial(SilentEngine):
    """An engine with an English and a Norwegian voice."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        return (VoiceInfo(id="a", name="A", languages=("en-gb",)), VoiceInfo(id="b", name="B", languages=("nb", "no")))


def script(*langs: str) -> tuple[Utterance, ...]:
    return tuple(Utterance(role="paragraph", runs=(Run(text="x", spoken="x", lang=lang),)) for lang in langs)


def test_each_missing_language_is_told_once() -> None:
    notices = voice_notices(Provincial(), script("en", "th", "nn", "th", "en-AU", "fr"), Delivery())
    assert [str(notice) for notice in notices] == [
        "silent has no voice for 'th': those words are said by another voice",
        "silent has no voice for 'fr': those words are said by another voice",
    ]
    assert {notice.kind for notice in notices} == {"no-voice"}


def test_who_chose_one_voice_for_all_is_told_nothing() -> None:
    assert voice_notices(Provincial(), script("th"), Delivery(voice="a")) == ()


def test_an_engine_that_says_all_languages_lacks_none() -> None:
    assert voice_notices(SilentEngine(), script("th", "tlh"), Delivery()) == ()
