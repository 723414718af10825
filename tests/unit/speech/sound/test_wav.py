"""WAV files, byte by byte."""

from __future__ import annotations

import io
import struct
import wave

import pytest

from a11ynews.errors import SpeechError
from a11ynews.speech.sound import wav
from a11ynews.speech.sound.tags import Chapter, Tags
from a11ynews.speech.sound.wav import WavRecorder, write_wav


def test_a_file_holds_what_it_was_given() -> None:
    file = io.BytesIO()
    assert write_wav(file, [(8000, b"\1\0\2\0"), (8000, b"\3\0")]) == 3
    file.seek(0)
    with wave.open(file) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (8000, 1, 2)
        assert sound.readframes(9) == b"\1\0\2\0\3\0"


def test_no_sound_is_an_error() -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        write_wav(io.BytesIO(), [])


def test_the_lengths_in_the_header_are_those_of_the_file_with_all_tags() -> None:
    file = io.BytesIO()
    recorder = WavRecorder(file, 8000, Tags(title="odd"))
    recorder.write(bytes(6))
    recorder.finish([Chapter(start_s=0, end_s=0.5, title="One"), Chapter(start_s=0.5, end_s=1, title="Two!")])
    data = file.getvalue()
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    at, names = 12, []
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        names.append(name)
        at += 8 + length + length % 2
    assert at == len(data)
    assert names == [b"fmt ", b"data", b"LIST", b"cue ", b"LIST"]


def test_more_than_the_length_field_holds_is_refused_and_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wav, "_MOST_BYTES", 10)
    with pytest.raises(SpeechError, match=r"27 hours.*FLAC"):
        write_wav(io.BytesIO(), [(8000, bytes(8)), (8000, bytes(8))])
