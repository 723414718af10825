"""Each exit code, from a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from fixtures.command import COMMAND, ROOT, STORY, environment, run
from fixtures.hostile_server import hostile_server

from a11ynews import __version__
from a11ynews.cli import main as command_line
from a11ynews.cli.exit_codes import Exit
from a11ynews.errors import MissingExtraError


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY, encoding="utf-8")
    return path


def error_of(result: subprocess.CompletedProcess[bytes]) -> str:
    """The one line that an error is."""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("a11ynews: ")
    return lines[0]


def test_0_when_it_is_done(page: Path) -> None:
    result = run("convert", page, "--to", "html")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Ferry returns to Skerra" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as Linux has it")
def test_1_when_the_output_cannot_be_written(page: Path) -> None:
    result = run("convert", page, "-o", "/dev/full", "--to", "html")
    assert result.returncode == 1
    assert "No space left" in error_of(result)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as Linux has it")
def test_1_when_standard_output_cannot_be_written(page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*COMMAND, "convert", str(page)], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert result.returncode == 1
    assert "No space left" in error_of(result)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("form", ["html", "audio"])
def test_when_there_is_no_room_the_old_file_stays_and_nothing_half_written(
    page: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"story.{form}"
    target.write_bytes(b"old")
    result = subprocess.run(
        ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *COMMAND, "convert", page, "--to", form, "-o", target],
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (result.returncode, target.read_bytes()) == (1, b"old")
    assert "File too large" in error_of(result)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted({page.name, target.name})


def test_1_when_a_fault_of_ours_shows(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_command: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(command_line, "_load", fail)
    assert command_line.main(["demo"]) == Exit.INTERNAL
    assert capsys.readouterr().err.startswith("a11ynews: internal error, please report it")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "say what to do"),
        (("conevrt",), "conevrt"),
        (("convert", "--nonsense"), "--nonsense"),
        (("convert", "--to", "papyrus"), "--to takes one of html, text"),
        (("convert", "-o", "story.papyrus"), "no output form has the suffix '.papyrus'"),
        (("convert", "-o", "none/story.html"), "there is no folder 'none'"),
        (("convert", "a.html", "b.html"), "name one with -o FOLDER"),
        (("convert", "--parser", "regex"), "regex"),
    ],
)
def test_2_on_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], problem: str) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert problem in error_of(result)


def test_2_when_a_file_of_a_folder_is_there_already(page: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page.md").write_text("mine")
    result = run("convert", page, "--to", "markdown", "-o", tmp_path / "out")
    assert result.returncode == 2
    assert "--force" in error_of(result)
    assert (tmp_path / "out" / "page.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing.html", "no such file"),
        (".", "it is a folder"),
        ("paper.pdf", "looks like a PDF file"),
        ("http://127.0.0.1:9/story", "an address of this machine"),
        ("HTTP://LOCALHOST/story", "an address of this machine"),
        ("https://reader:secret@/story", "user name or password"),
    ],
)
def test_3_when_an_input_cannot_be_read(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    result = run("convert", name, cwd=tmp_path)
    assert result.returncode == 3
    assert problem in error_of(result)
    assert name.replace("reader:secret", "…").lower() in error_of(result).lower()


def test_3_when_a_page_cannot_be_fetched() -> None:
    with hostile_server() as server:
        result = run("convert", server.url("/404"), "--allow-private")
        assert result.returncode == 3
        assert "404 Not Found: check the address" in error_of(result)
        result = run("convert", server.url("/slow-body"), "--allow-private", "--timeout", "0.3")
        assert result.returncode == 3
        assert "raise timeout, --timeout" in error_of(result)


@pytest.mark.parametrize("content", ["", " \n\t\n", "<html><body></body></html>"])
def test_4_when_there_is_no_article(content: str) -> None:
    result = run("convert", stdin=content)
    assert result.returncode == 4
    assert result.stdout == b""
    assert "no article found in standard input" in error_of(result)


def test_5_when_some_of_the_inputs_failed(page: Path, tmp_path: Path) -> None:
    result = run("convert", page, tmp_path / "missing.html", "-o", tmp_path / "out", "--to", "json")
    assert result.returncode == 5
    assert "missing.html" in error_of(result)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["page.json"]


def test_6_when_there_is_no_sound_device(page: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    result = run("speak", page, extra={"PATH": "/nowhere"})
    assert result.returncode == 6
    assert ".wav" in error_of(result) or "to_audio" in error_of(result)


def test_6_when_a_page_is_to_be_fetched_without_the_extra(tmp_path: Path) -> None:
    (tmp_path / "httpx.py").write_text("raise ModuleNotFoundError(name='httpx')")
    result = run("convert", "https://news.example/story", extra={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    assert result.returncode == 6
    assert "fetching pages needs the 'fetch' extra: pip install 'a11ynews[fetch]'" in error_of(result)


def test_6_when_an_extra_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_command: str) -> None:
        purpose = extra = "speech"
        raise MissingExtraError(purpose, extra)

    monkeypatch.setattr(command_line, "_load", fail)
    assert command_line.main(["speak"]) == Exit.MISSING
    assert "pip install 'a11ynews[speech]'" in capsys.readouterr().err


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_when_stopped_nothing_half_written_is_left(tmp_path: Path, stop: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [*COMMAND, "convert", "-", "-o", "story.html"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment({"A11YNEWS_DEBUG": "1"}),
    )
    wait_until_reading(process)
    process.send_signal(stop)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == []


def wait_until_reading(process: subprocess.Popen[bytes]) -> None:
    """Fill the pipe until the command has read some of it: then it is past its imports."""
    assert process.stdin is not None
    os.set_blocking(process.stdin.fileno(), True)
    process.stdin.write(b" " * (1 << 20))
    process.stdin.flush()


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    words = "<p>The ferry sails again on Monday, and the whole island will be on the pier to see it.</p>" * 5000
    (tmp_path / "long.html").write_text(f"<html><body><h1>Ferry</h1>{words}</body></html>", encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "convert", "long.html", "--to", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.parametrize(("debug", "traced"), [({}, False), ({"A11YNEWS_DEBUG": "1"}, True)])
def test_a_traceback_is_shown_only_when_asked_for(debug: Mapping[str, str], *, traced: bool) -> None:
    result = run("convert", "missing.html", extra=debug)
    assert (b"Traceback" in result.stderr) is traced
    assert result.stderr.decode().splitlines()[-1].startswith("a11ynews: cannot read 'missing.html'")


def test_control_characters_of_a_name_do_not_reach_the_terminal() -> None:
    result = run("convert", "a\x1b]0;owned\x07\u202eb.html")
    assert result.returncode == 3
    assert not any(character in result.stderr.decode() for character in "\x1b\x07\u202e")


def test_the_version_is_told() -> None:
    result = run("--version")
    assert (result.returncode, result.stdout) == (0, f"a11ynews {__version__}\n".encode())


def test_help_teaches_by_examples_and_lists_every_exit_code() -> None:
    result = run("--help")
    assert result.returncode == 0
    text = result.stdout.decode()
    assert "a11ynews convert page.html -o story.html" in text
    assert all(f"  {code.value:<3} {code.description}" in text for code in Exit)


@pytest.mark.parametrize("command", ["convert", "speak", "explain", "demo"])
def test_every_subcommand_has_its_own_help_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.returncode == 0
    assert f"  a11ynews {command}" in result.stdout.decode()


def test_the_package_runs_as_a_module_and_as_a_command_alike() -> None:
    code = "import sys; from a11ynews.cli.main import main; sys.exit(main(['--version']))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=False)
    assert result.stdout == run("--version").stdout
