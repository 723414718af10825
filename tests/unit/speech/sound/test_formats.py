"""Sound files of every format, each read back by a library that did not write it."""

from __future__ import annotations

import io
import sys
import wave
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fixtures.sounds import RATE_HZ, chunks, onset_s, tone

from a11ynews.errors import MissingExtraError, SpeechError, UsageError
from a11ynews.speech.sound.formats import FORMATS, format_for_suffix, format_named, record
from a11ynews.speech.sound.tags import Chapter, Tags, cover_from

av = pytest.importorskip("av", reason="reading files back needs: pip install '.[all]'")
mutagen = pytest.importorskip("mutagen", reason="reading files back needs: pip install '.[all]'")
pytest.importorskip("mutagen.flac")
sf = pytest.importorskip("soundfile", reason="reading files back needs: pip install '.[all]'")

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63680000008200810cd8a9330000000049454e44ae426082"
)
TAGS = Tags(
    title="Fähre kehrt zurück",
    authors=("Ann Writer", "Bo Lens"),
    site="Skerra Post",
    language="de-AT",
    url="https://news.example/a/1",
    published=datetime(2026, 3, 9, 8, tzinfo=UTC),
    cover=cover_from(PNG),
)
CHAPTERS = (
    Chapter(start_s=0.0, end_s=2.0, title="Fähre kehrt zurück"),
    Chapter(start_s=2.0, end_s=3.5, title="Der Pier"),
)
SOUND = bytes(RATE_HZ * 2) + tone(2.5)
"""A second of silence, then two and a half of sound."""


def no_chapters() -> Sequence[Chapter]:
    return ()


@pytest.fixture(params=sorted(FORMATS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def made(tmp_path: Path) -> Callable[[str], tuple[Path, float]]:
    def make(name: str) -> tuple[Path, float]:
        path = tmp_path / f"story{FORMATS[name].suffixes[0]}"
        with path.open("w+b") as file:
            return path, record(file, name, chunks(SOUND), TAGS, lambda: CHAPTERS)

    return make


Made = Callable[[str], tuple[Path, float]]


def decoded_s(path: Path) -> float:
    """Return how long the sound is when FFmpeg decodes it to the end."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        return float(sum(frame.samples / frame.sample_rate for frame in container.decode(stream)))


def test_all_the_sound_is_in_the_file(made: Made, name: str) -> None:
    path, _ = made(name)
    assert decoded_s(path) == pytest.approx(3.5, abs=0.12)
    with av.open(str(path)) as container:
        assert container.streams.audio[0].layout.nb_channels == 1


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"m4b"}))  # libsndfile reads no AAC: see below
def test_sound_is_heard_when_the_recorder_says(made: Made, name: str) -> None:
    path, delay_s = made(name)
    assert onset_s(path) == pytest.approx(1.0 + delay_s, abs=0.006)


def test_sound_in_an_m4b_is_heard_when_it_was_written(made: Made) -> None:
    path, delay_s = made("m4b")
    assert delay_s == 0.0
    with av.open(str(path)) as container:
        times = [
            frame.time + int(abs(frame.to_ndarray()[0]).__gt__(0.1).argmax()) / frame.sample_rate
            for frame in container.decode(audio=0)
            if abs(frame.to_ndarray()[0]).max() > 0.1
        ]
    assert times[0] == pytest.approx(1.0, abs=0.006)


def said(path: Path) -> dict[str, str]:
    """Return what a file says about itself, as FFmpeg and for WAV libsndfile read it."""
    if path.suffix == ".wav":
        with sf.SoundFile(path) as file:
            return {"title": file.title, "artist": file.artist, "album": file.album, "date": file.date}
    with av.open(str(path)) as container:
        found = {**container.metadata, **container.streams.audio[0].metadata}
    return {key.lower(): value for key, value in found.items()}


def test_title_authors_site_and_day_are_in_the_file(made: Made, name: str) -> None:
    found = said(made(name)[0])
    assert found["title"] == "Fähre kehrt zurück"
    assert found["artist"] == "Ann Writer, Bo Lens"
    assert found["album"] == "Skerra Post"
    assert found["date"].startswith("2026")


@pytest.mark.parametrize(
    ("name", "language"), [("mp3", "deu"), ("m4b", "deu"), ("flac", "de-AT"), ("ogg", "de-AT"), ("opus", "de-AT")]
)
def test_the_language_is_in_the_file_in_the_format_s_own_way(made: Made, name: str, language: str) -> None:
    assert said(made(name)[0])["language"] == language


def test_the_language_of_a_wav_file_is_in_its_info_chunk(made: Made) -> None:
    assert b"ILNG\x06\0\0\0de-AT\0" in made("wav")[0].read_bytes()


def test_chapters_are_in_the_file_with_their_times(made: Made, name: str) -> None:
    path, delay_s = made(name)
    with av.open(str(path)) as container:
        found = [
            (float(chapter["start"] * chapter["time_base"]), chapter["metadata"].get("title"))
            for chapter in container.chapters()
        ]
    expected = [(0.0, "Fähre kehrt zurück"), (pytest.approx(2.0 + delay_s, abs=0.002), "Der Pier")]
    if name == "wav":  # FFmpeg does not read cue points of WAV files
        data = path.read_bytes()
        assert b"Der Pier\0" in data
        assert data.index(b"cue ") > len(SOUND)
        return
    assert sorted(found) == expected


def test_an_mp3_has_a_table_of_contents_that_players_of_podcasts_read(made: Made) -> None:
    tag = mutagen.File(made("mp3")[0]).tags
    assert tag.version == (2, 3, 0)
    assert tag["CTOC:toc"].child_element_ids == ["c1", "c2"]
    assert tag["CHAP:c2"].sub_frames["TIT2"].text == ["Der Pier"]
    assert tag["CHAP:c2"].start_offset == 0xFFFFFFFF


def test_the_cover_is_in_the_file_byte_for_byte(made: Made) -> None:
    for name in ("mp3", "m4b", "flac", "ogg", "opus"):
        file = mutagen.File(made(name)[0])
        if name == "mp3":
            (picture,) = (frame.data for frame in file.tags.getall("APIC"))
        elif name == "m4b":
            (picture,) = map(bytes, file.tags["covr"])
        elif name == "flac":
            (picture,) = (found.data for found in file.pictures)
        else:
            (encoded,) = file.tags["METADATA_BLOCK_PICTURE"]
            picture = mutagen.flac.Picture(b64decode(encoded)).data
        assert picture == PNG, name


def test_bare_sound_needs_no_tags(name: str) -> None:
    file = io.BytesIO()
    record(file, name, chunks(tone(0.5)), Tags(), no_chapters)
    file.seek(0)
    with av.open(file) as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) > 0


def test_a_wav_file_is_read_by_the_standard_library_too(made: Made) -> None:
    with wave.open(str(made("wav")[0])) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE_HZ, 1, 2)
        assert file.readframes(file.getnframes()) == SOUND


def test_flac_loses_nothing(made: Made) -> None:
    values, _ = sf.read(made("flac")[0], dtype="int16")
    assert values.tobytes() == SOUND


def test_four_minutes_in_one_piece_do_not_end_the_process_as_vorbis_would(tmp_path: Path) -> None:
    long = tone(1.0) * 240
    path = tmp_path / "long.ogg"
    with path.open("w+b") as file:
        record(file, "ogg", [(RATE_HZ, long)], Tags(), no_chapters)
    assert sf.info(path).duration == pytest.approx(240, abs=0.1)


@pytest.mark.parametrize(("rate_hz", "taken_hz"), [(22050, 24000), (44100, 24000), (16000, 16000), (48000, 48000)])
def test_opus_gets_a_rate_that_it_takes(tmp_path: Path, rate_hz: int, taken_hz: int) -> None:
    path = tmp_path / "story.opus"
    with path.open("w+b") as file:
        record(file, "opus", [(rate_hz, tone(1.0, rate_hz=rate_hz))], Tags(), no_chapters)
    assert sf.info(path).duration == pytest.approx(1.0, abs=0.02)
    assert int.from_bytes(path.read_bytes()[40:44], "little") == taken_hz, "the input rate in the OpusHead packet"


# -- what goes wrong ------------------------------------------------------------------------------


def test_no_sound_is_an_error(name: str) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        record(io.BytesIO(), name, [], TAGS, no_chapters)


class Full(io.BytesIO):
    """A disk that is full after some bytes."""

    def write(self, data: object) -> int:
        if self.tell() > 20_000:
            raise OSError(28, "No space left on device")
        return super().write(data)  # type: ignore[arg-type]


def test_a_full_disk_is_an_os_error_and_not_a_line_on_stderr(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="No space left"):
        record(Full(), name, ((RATE_HZ, tone(1.0, hz=300 + n)) for n in range(40)), Tags(), no_chapters)
    assert capfd.readouterr().err == ""


def test_an_engine_that_dies_midway_is_its_own_error(name: str) -> None:
    def dying() -> Iterator[tuple[int, bytes]]:
        yield RATE_HZ, tone(0.5)
        message = "the engine died"
        raise SpeechError(message)

    with pytest.raises(SpeechError, match="died"):
        record(io.BytesIO(), name, dying(), TAGS, no_chapters)


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("mp3", "lameenc", "mp3"),
        ("mp3", "mutagen.id3", "mp3"),
        ("m4b", "av", "m4b"),
        ("flac", "soundfile", "audio"),
        ("ogg", "soundfile", "audio"),
        ("opus", "soxr", "audio"),
    ],
)
def test_a_missing_extra_is_told_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'a11ynews\[{extra}\]'"):
        record(io.BytesIO(), name, chunks(tone(0.1)), Tags(), no_chapters)


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="no sound format 'aiff'; there are: wav, mp3"):
        format_named("aiff")
    with pytest.raises(UsageError, match=r"suffix '\.aiff'"):
        format_for_suffix(".aiff")
