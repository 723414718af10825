"""WAV files that are there whole or not at all."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11ynews.errors import SpeechError
from a11ynews.speech.sound.wav import wav_file


def broken(after: int) -> Iterator[tuple[int, bytes]]:
    for _ in range(after):
        yield 8000, bytes(2000)
    message = "the engine died"
    raise SpeechError(message)


def test_a_file_holds_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "story.wav"
    assert wav_file(path, [(8000, b"\1\0\2\0"), (8000, b"\3\0")]) == 3
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (8000, 1, 2)
        assert file.readframes(9) == b"\1\0\2\0\3\0"


@pytest.mark.parametrize("after", [0, 3])
def test_an_error_midway_leaves_the_old_file_and_nothing_else(tmp_path: Path, after: int) -> None:
    path = tmp_path / "story.wav"
    path.write_bytes(b"the old one")
    with pytest.raises(SpeechError, match="died"):
        wav_file(path, broken(after))
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_no_sound_is_an_error_and_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        wav_file(tmp_path / "story.wav", [])
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_rights_that_the_user_s_mask_gives(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    wav_file(tmp_path / "story.wav", [(8000, b"\1\0")])
    assert (tmp_path / "story.wav").stat().st_mode == plain.stat().st_mode
