"""Sound to the loudspeaker: a device that is missing is said, never overheard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11ynews.errors import NoVoiceError
from a11ynews.speech.sound.player import find_player, play

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the players are those of Linux")


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_without_a_player_the_message_names_the_way_out(bin_folder: Path) -> None:
    assert not list(bin_folder.iterdir())
    with pytest.raises(NoVoiceError, match=r"alsa-utils.*to_audio"):
        play([(8000, bytes(4))])


def test_the_player_of_the_desktop_serves_where_alsa_s_is_missing(bin_folder: Path) -> None:
    install(bin_folder, "paplay", ":")
    assert find_player()[0] == str(bin_folder / "paplay")


def test_the_player_gets_the_rate_and_all_samples(bin_folder: Path) -> None:
    install(bin_folder, "aplay", f'echo "$@" > {bin_folder}/arguments; exec /bin/cat > {bin_folder}/heard')
    play([(22050, b"\1\0"), (22050, b"\2\0")])
    assert (bin_folder / "heard").read_bytes() == b"\1\0\2\0"
    assert "-r 22050" in (bin_folder / "arguments").read_text()


@pytest.mark.parametrize("reads", ["exec 0<&-; ", "/bin/cat > /dev/null; "])
def test_a_player_that_finds_no_device_is_quoted(bin_folder: Path, reads: str) -> None:
    install(bin_folder, "aplay", f'{reads}echo "audio open error: No such file or directory" >&2; exit 1')
    with pytest.raises(NoVoiceError, match=r"audio open error.*to_audio"):
        play([(22050, bytes(2_000_000))] * 3)


def test_the_player_is_ended_when_the_sound_breaks_off(bin_folder: Path) -> None:
    install(bin_folder, "aplay", f"echo $$ > {bin_folder}/pid; exec /bin/cat > /dev/null")

    def sound() -> Iterator[tuple[int, bytes]]:
        yield 22050, bytes(2)
        while not (bin_folder / "pid").exists() or not (bin_folder / "pid").read_text():
            yield 22050, bytes(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(sound())
    with pytest.raises(ProcessLookupError):
        os.kill(int((bin_folder / "pid").read_text()), 0)
