"""Piper, with a model that hums in place of a voice of 60 MB."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from a11ynews.errors import MissingExtraError, NoVoiceError
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.piper_engine import PiperEngine
from a11ynews.speech.utterance import Run, Utterance

ENGINE = PiperEngine(voice_factory="fixtures.fake_piper:voice", package="")


def voice(folder: Path, name: str = "ann") -> str:
    path = folder / f"{name}.onnx"
    path.touch()
    path.with_suffix(".onnx.json").write_text('{"dataset": "Ann", "language": {"code": "en_GB"}}')
    return str(path)


def script(*texts: str) -> list[Utterance]:
    return [Utterance(role="paragraph", runs=(Run(text=text, spoken=text, lang="en"),)) for text in texts]


def test_words_are_timed_by_the_voice_s_own_phonemes(tmp_path: Path) -> None:
    (clip,) = ENGINE.synthesize(script("Go there. Now!"), Delivery(voice=voice(tmp_path)))
    # 0.1 s a letter; "^" and "$" and the spaces around each sentence are quiet
    assert [(round(word.start_s, 2), round(word.end_s, 2)) for word in clip.words] == [
        (0.1, 0.3),
        (0.4, 0.9),
        (1.1, 1.4),
    ]


def test_a_voice_that_does_not_tell_gets_estimates_within_the_sound(tmp_path: Path) -> None:
    (clip,) = ENGINE.synthesize(script("Go there."), Delivery(voice=voice(tmp_path, "plain")))
    assert [word.spoken_start for word in clip.words] == [0, 3]
    assert 0.09 < clip.words[0].start_s < clip.words[1].start_s < 0.9


def test_words_that_the_voice_counts_otherwise_get_estimates(tmp_path: Path) -> None:
    (clip,) = ENGINE.synthesize(script("a b_c"), Delivery(voice=voice(tmp_path)))
    assert len(clip.words) == 2


def test_brackets_of_a_page_are_not_phonemes(tmp_path: Path) -> None:
    (clip,) = ENGINE.synthesize(script("See [[h@loU]] there."), Delivery(voice=voice(tmp_path)))
    assert [word.spoken_start for word in clip.words] == [0, 6, 14]


def test_the_rate_scales_the_voice_s_own_pace(tmp_path: Path) -> None:
    slow, fast = (
        next(ENGINE.synthesize(script("Words."), Delivery(voice=voice(tmp_path), rate_wpm=rate))) for rate in (175, 350)
    )
    assert len(slow.samples) == pytest.approx(2 * len(fast.samples), rel=0.01)
    assert max(array("h", fast.samples)) == 3000


def test_the_voice_s_name_and_language_are_told(tmp_path: Path) -> None:
    path = voice(tmp_path)
    (told,) = PiperEngine(voice=path, package="").voices()
    assert (told.id, told.name, told.languages) == (path, "Ann", ("en-gb",))


def test_without_a_voice_file_the_message_says_how() -> None:
    with pytest.raises(NoVoiceError, match=r"voice='path/to/voice\.onnx'"):
        list(ENGINE.synthesize(script("Words."), Delivery()))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoVoiceError, match=r"no such file: .*gone\.onnx;"):
        list(ENGINE.synthesize(script("Words."), Delivery(voice=str(tmp_path / "gone.onnx"))))
    (tmp_path / "alone.onnx").touch()
    with pytest.raises(NoVoiceError, match=r"no such file: .*alone\.onnx\.json"):
        list(ENGINE.synthesize(script("Words."), Delivery(voice=str(tmp_path / "alone.onnx"))))


def test_a_voice_that_cannot_be_loaded_is_an_error_and_the_next_call_works(tmp_path: Path) -> None:
    with pytest.raises(NoVoiceError, match=r"cannot load the voice .*broken\.onnx: Protobuf"):
        list(ENGINE.synthesize(script("Words."), Delivery(voice=voice(tmp_path, "broken"))))
    assert len(list(ENGINE.synthesize(script("Words."), Delivery(voice=voice(tmp_path))))) == 1


@pytest.mark.parametrize("config", ["", "[]", '{"espeak": {}}'])
def test_a_description_that_is_none_is_an_error_of_ours(tmp_path: Path, config: str) -> None:
    path = voice(tmp_path)
    Path(f"{path}.json").write_text(config)
    with pytest.raises(NoVoiceError, match="does not describe a voice"):
        PiperEngine(voice=path, package="").voices()


def test_without_piper_the_message_has_the_line_that_installs_it(tmp_path: Path) -> None:
    engine = PiperEngine(package="piper_that_is_not_there")
    with pytest.raises(MissingExtraError, match=r"pip install 'a11ynews\[piper\]'"):
        list(engine.synthesize(script("Words."), Delivery(voice=voice(tmp_path))))
