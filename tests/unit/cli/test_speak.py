"""``a11ynews speak`` as its users meet it: in a terminal, in a pipe, on a page without a story."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.command import COMMAND, STORY, environment, run
from fixtures.loudspeaker import Loudspeaker
from fixtures.tmux import Terminal, wait_until

LINES = [
    "Ferry returns to Skerra",
    "The island ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday.",
    "“We have waited for this all winter long,” said Tomas Brek, who keeps the only shop on the island of Skerra.",
    "A crossing takes 40 minutes and costs what it did, and the school choir will sing when the ramp comes down.",
]
SILENT = ("--engine", "silent")
"""Its sound has exact times and needs no voice."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the players and keys are those of POSIX")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def speaker(tmp_path: Path) -> Loudspeaker:
    return Loudspeaker(tmp_path / "bin")


@pytest.fixture
def extra(tmp_path: Path, speaker: Loudspeaker) -> dict[str, str]:
    return {"PATH": speaker.path, "XDG_STATE_HOME": str(tmp_path / "state")}


def lines_of(shown: str) -> list[str]:
    """The sentences on a screen, or in an output, in order."""
    return [line for line in shown.splitlines() if line in LINES]


# -- without a terminal ----------------------------------------------------------------------------


def test_a_plain_run_prints_each_sentence_and_plays_all_of_it(
    page: Path, extra: dict[str, str], speaker: Loudspeaker
) -> None:
    result = run("speak", page, *SILENT, "--rate", "900", extra=extra)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode().splitlines() == LINES
    assert len(speaker.heard) / 2 / 8000 > sum(map(len, LINES)) * 60 / (900 * 6)
    assert not (Path(extra["XDG_STATE_HOME"]) / "a11ynews").exists(), "a place is for people"


def test_a_page_without_a_story_is_code_4_and_makes_no_sound(extra: dict[str, str], speaker: Loudspeaker) -> None:
    result = run("speak", *SILENT, extra=extra, stdin="<nav><a href='/'>Home</a></nav>")
    assert result.returncode == 4
    assert speaker.heard == b""


def test_without_a_sound_device_it_is_code_6_and_names_the_way_out(page: Path, tmp_path: Path) -> None:
    result = run("speak", page, *SILENT, extra={"PATH": str(tmp_path)})
    assert result.returncode == 6
    assert b"convert --to audio" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--rate", "5"), "words a minute"),
        (("--rate", "fast"), "--rate"),
        (("--engine", "gramophone"), "gramophone"),
        (("--profile", "chatty"), "chatty"),
        (("--skip", "adjectives"), "adjectives"),
    ],
)
def test_wrong_arguments_are_code_2_and_say_what_is_right(page: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run("speak", page, *SILENT, *arguments) if "--engine" not in arguments else run("speak", page, *arguments)
    assert result.returncode == 2
    assert words in result.stderr.decode()
    assert len(result.stderr.decode().splitlines()) == 1


def test_what_is_skipped_is_not_said(page: Path, extra: dict[str, str]) -> None:
    result = run("speak", page, *SILENT, "--rate", "900", "--skip", "title", extra=extra)
    assert result.stdout.decode().splitlines() == LINES[1:]


def test_when_all_is_skipped_it_says_so(page: Path, extra: dict[str, str]) -> None:
    result = run("speak", page, *SILENT, "--skip", "title", "--skip", "paragraph", extra=extra)
    assert b"leave no words" in result.stderr


def test_a_dry_run_tells_duration_words_and_chapters_without_a_voice_or_a_device(page: Path, tmp_path: Path) -> None:
    normal = run("speak", page, "--dry-run", extra={"PATH": str(tmp_path)}).stdout.decode()
    assert normal.splitlines()[0] == "Title: Ferry returns to Skerra"
    assert "at 175 words a minute" in normal
    assert "in 4 sentences" in normal
    assert "0:00 Ferry returns to Skerra" in normal
    fast = run("speak", page, "--dry-run", "--rate", "350").stdout.decode()
    assert _seconds(normal) > 1.8 * _seconds(fast)


def _seconds(plan: str) -> int:
    clock = next(line for line in plan.splitlines() if line.startswith("Duration: about ")).split()[2]
    minutes, _, seconds = clock.rpartition(":")
    return 60 * int(minutes) + int(seconds)


def test_a_lexicon_is_said_and_not_printed(page: Path, tmp_path: Path, extra: dict[str, str]) -> None:
    (tmp_path / "names.txt").write_text("Skerra\tSker ra ra ra\n", encoding="utf-8")
    lexicon = ("--lexicon", str(tmp_path / "names.txt"))
    plain, changed = (run("speak", page, "--dry-run", *options).stdout.decode() for options in ((), lexicon))
    assert _words(changed) == _words(plain) + 2 * 3, "two of the lines have the name"
    assert run("speak", page, *SILENT, "--rate", "900", *lexicon, extra=extra).stdout.decode().splitlines() == LINES


def _words(plan: str) -> int:
    return int(next(line for line in plan.splitlines() if line.startswith("Words: ")).split()[1])


def test_a_lexicon_that_cannot_be_read_is_code_3_or_says_which_line(page: Path, tmp_path: Path) -> None:
    missing = run("speak", page, "--dry-run", "--lexicon", tmp_path / "none.txt")
    assert (missing.returncode, missing.stdout) == (3, b"")
    (tmp_path / "names.txt").write_text("Skerra\tScarra\nBrek\n", encoding="utf-8")
    wrong = run("speak", page, "--dry-run", "--lexicon", tmp_path / "names.txt")
    assert wrong.returncode == 3
    assert b"line 2" in wrong.stderr


def test_names_that_no_dictionary_knows_are_reported_most_frequent_first(page: Path) -> None:
    pytest.importorskip("spellchecker", reason="this test needs: pip install '.[names]'")
    lines = run("speak", page, "--report-names").stdout.decode().splitlines()
    assert lines[0] == "Skerra\t2"
    assert "Brek\t1" in lines
    assert not any(line.startswith(("Monday", "ferry", "Tomas\t2")) for line in lines)


@pytest.mark.sound
def test_voices_are_listed_and_can_be_asked_for_by_language() -> None:
    every = run("speak", "--list-voices", "--engine", "espeak").stdout.decode().splitlines()
    french = run("speak", "--list-voices", "--engine", "espeak", "--language", "fr").stdout.decode().splitlines()
    assert len(every) > 50
    assert 0 < len(french) < 10
    assert all("fr" in line for line in french)
    none = run("speak", "--list-voices", "--engine", "espeak", "--language", "tlh")
    assert (none.returncode, none.stdout) == (6, b"")


@pytest.mark.sound
def test_a_real_voice_is_heard(page: Path, extra: dict[str, str], speaker: Loudspeaker) -> None:
    result = run("speak", page, "--rate", "500", extra=extra)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode().splitlines() == LINES
    assert len(speaker.heard) > 22050 * 2 * 5


# -- in a terminal ---------------------------------------------------------------------------------


@pytest.fixture
def terminal(tmp_path: Path, extra: dict[str, str]) -> Iterator[Terminal]:
    window = Terminal(tmp_path, extra)
    yield window
    window.end()


def speak(page: Path, *arguments: str) -> tuple[str, ...]:
    return (*COMMAND, "speak", str(page), *SILENT, *arguments)


@pytest.mark.terminal
def test_keys_move_pause_and_leave_and_the_next_time_it_goes_on_there(
    page: Path, terminal: Terminal, speaker: Loudspeaker
) -> None:
    terminal.run(*speak(page))
    assert terminal.shows(LINES[1])
    terminal.press("Down")
    assert terminal.shows(LINES[2])
    terminal.press("Space")
    assert terminal.shows("Paused.")
    assert wait_until(lambda: not speaker.is_playing())
    heard = len(speaker.heard)
    terminal.press("Right")
    assert terminal.shows(LINES[3])
    terminal.press("Left")
    terminal.press("+")
    assert terminal.shows("200 words a minute.")
    assert len(speaker.heard) == heard
    terminal.press("q")
    assert terminal.shows("code 0.")
    assert "The place is kept: sentence 3 of 4." in terminal.screen
    assert lines_of(terminal.screen) == [*LINES[:4], LINES[2]]

    terminal.press("clear", "Enter")
    page.write_text(
        STORY.replace("<p>The island", "<p>It is spring on the island of Skerra. The island"), encoding="utf-8"
    )
    terminal.run(*speak(page))
    assert terminal.shows("Going on at sentence 4 of 5.")
    assert terminal.shows(LINES[2])
    terminal.press("q")
    assert terminal.shows("code 0.")


@pytest.mark.terminal
def test_ctrl_c_is_silence_at_once_code_130_the_place_is_kept_and_the_terminal_is_as_before(
    page: Path, terminal: Terminal, speaker: Loudspeaker, tmp_path: Path
) -> None:
    terminal.run(*speak(page))
    assert terminal.shows(LINES[1])
    assert wait_until(speaker.is_playing)
    terminal.press("C-c")
    assert wait_until(lambda: not speaker.is_playing(), seconds=5)
    assert terminal.shows("code 130.")
    places = json.loads((tmp_path / "state/a11ynews/places.json").read_text())["places"]
    assert [place["words"][:10] for place in places.values()] == ["The island"]
    terminal.press("echo shown", "Enter")
    assert terminal.shows("echo shown\nshown"), "keys are shown again"


@pytest.mark.terminal
def test_nothing_is_redrawn_and_no_cursor_moves(page: Path, terminal: Terminal, tmp_path: Path) -> None:
    log = tmp_path / "typescript"
    terminal.press(f"tmux -S {tmp_path}/tmux pipe-pane 'cat > {log}'", "Enter", "clear", "Enter")
    assert wait_until(lambda: log.exists() and "\x1b" in log.read_text(errors="replace"))
    terminal.run(*speak(page, "--rate", "900"))
    assert terminal.shows("code 0.")
    shown = log.read_text(errors="replace").partition("Keys: space")[2]
    assert LINES[3] in shown
    for control in ("\x1b", "\b", "\r\r"):
        assert control not in shown.partition("code 0.")[0]


@pytest.mark.terminal
def test_a_story_from_a_pipe_leaves_the_keyboard_free_for_keys(page: Path, terminal: Terminal) -> None:
    command = " ".join((*COMMAND, "speak", *SILENT))
    terminal.press(f"cat {page} | {command}; echo code $?.", "Enter")
    assert terminal.shows(LINES[1])
    terminal.press("q")
    assert terminal.shows("code 0.")


@pytest.mark.terminal
def test_heard_to_the_end_the_place_is_forgotten(page: Path, terminal: Terminal, tmp_path: Path) -> None:
    terminal.run(*speak(page))
    assert terminal.shows(LINES[1])
    terminal.press("q")
    assert terminal.shows("The place is kept")
    terminal.press("clear", "Enter")
    terminal.run(*speak(page, "--rate", "900"))
    assert terminal.shows("Going on at sentence 2 of 4.")
    assert terminal.shows("code 0.")
    assert json.loads((tmp_path / "state/a11ynews/places.json").read_text())["places"] == {}


@pytest.mark.terminal
def test_from_start_begins_anew(page: Path, terminal: Terminal) -> None:
    terminal.run(*speak(page))
    assert terminal.shows(LINES[1])
    terminal.press("q")
    assert terminal.shows("code 0.")
    terminal.press("clear", "Enter")
    terminal.run(*speak(page, "--from-start"))
    assert terminal.shows(LINES[0])
    terminal.press("q")
    assert "Going on" not in terminal.screen


def test_a_terminated_run_leaves_no_player(page: Path, extra: dict[str, str], speaker: Loudspeaker) -> None:
    process = subprocess.Popen(
        [*COMMAND, "speak", str(page), *SILENT], env=environment(extra), stdout=subprocess.DEVNULL
    )
    assert wait_until(speaker.is_playing)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 143
    assert wait_until(lambda: not speaker.is_playing(), seconds=5)
