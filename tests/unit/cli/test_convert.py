from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from fixtures.command import COMMAND, STORY, environment, run

CHOIR = "the school choir will sing"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY, encoding="utf-8")
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pipe_needs_no_arguments_and_gives_html() -> None:
    result = run("convert", stdin=STORY)
    assert result.stdout.startswith(b"<!DOCTYPE html>")
    assert CHOIR in result.stdout.decode()


def test_a_hyphen_is_standard_input() -> None:
    assert run("convert", "-", "--to", "text", stdin=STORY).stdout == run("convert", "--to", "text", stdin=STORY).stdout


def test_a_hyphen_is_standard_output_too_and_no_file_of_that_name(page: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert b"Ferry returns to Skerra" in run("convert", page, "--to", "text", "-o", "-", cwd=tmp_path).stdout
    assert b"Ferry returns to Skerra" in run("explain", page, "-o", "-", cwd=tmp_path).stdout
    assert sorted(tmp_path.iterdir()) == before


def test_plain_text_is_told_from_markup_by_looking() -> None:
    text = "Ferry returns\n\nThe ferry costs less than (<) before, the company said on Monday in a long statement.\n"
    result = run("convert", "--to", "json", stdin=text)
    assert "less than (<) before" in json.loads(result.stdout)["body"][-1]["children"][0]["text"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("story.html", b"<!DOCTYPE html>"),
        ("story.HTM", b"<!DOCTYPE html>"),
        ("story.txt", b"F"),
        ("story.md", b"# Ferry"),
        ("story.json", b"{"),
        ("story.ssml", b"<?xml"),
    ],
)
def test_the_suffix_of_the_output_decides_the_form(page: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert run("convert", page, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_bytes()[: len(start)].lower() == start.lower()


@pytest.mark.sound
def test_a_wav_file_holds_sound(page: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    result = run("convert", page, "-o", tmp_path / "story.wav")
    assert (result.returncode, result.stderr) == (0, b"")
    data = (tmp_path / "story.wav").read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WAVE")
    assert len(data) > 22050 * 2 * 5, "more than five seconds of speech"


def test_to_overrules_the_suffix(page: Path, tmp_path: Path) -> None:
    run("convert", page, "-o", tmp_path / "story.txt", "--to", "json")
    assert json.loads((tmp_path / "story.txt").read_text(encoding="utf-8"))["metadata"]["title"]


def test_one_output_file_is_replaced_without_a_question(page: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("old")
    assert run("convert", page, "-o", tmp_path / "story.txt").returncode == 0
    assert CHOIR in (tmp_path / "story.txt").read_text(encoding="utf-8")
    assert files_in(tmp_path) == ["page.html", "story.txt"]


def test_an_output_is_left_alone_when_there_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("old")
    assert run("convert", "-o", tmp_path / "story.txt").returncode == 4
    assert (tmp_path / "story.txt").read_text() == "old"


def test_what_a_link_given_as_output_leads_to_is_written(page: Path, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    run("convert", page, "-o", tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert CHOIR in (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_several_inputs_go_to_a_folder_under_their_own_names(page: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "Page.html").write_text(STORY, encoding="utf-8")
    result = run("convert", page, tmp_path / "other" / "Page.html", "-o", tmp_path / "out", "--to", "text")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert files_in(tmp_path / "out") == ["Page-2.txt", "page.txt"]


def test_standard_input_gets_its_name_in_a_folder_from_the_title(tmp_path: Path) -> None:
    run("convert", "-", "-o", f"{tmp_path}/out/", "--to", "json", stdin=STORY)
    assert files_in(tmp_path / "out") == ["Ferry-returns-to-Skerra.json"]


def test_force_replaces_files_in_a_folder(page: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page.txt").write_text("old")
    assert run("convert", page, "-o", tmp_path / "out", "--to", "text", "--force").returncode == 0
    assert CHOIR in (tmp_path / "out" / "page.txt").read_text(encoding="utf-8")


def test_when_all_inputs_fail_for_one_reason_the_code_is_that_of_the_reason(tmp_path: Path) -> None:
    result = run("convert", "a.html", "b.html", "-o", "out", cwd=tmp_path)
    assert result.returncode == 3
    assert len(result.stderr.decode().splitlines()) == 2


def test_addresses_are_resolved_against_the_one_given(tmp_path: Path) -> None:
    page = STORY.replace("the company said", '<a href="/company">the company</a> said')
    result = run("convert", "--url", "https://news.example/a/1", "--to", "markdown", stdin=page, cwd=tmp_path)
    assert b"https://news.example/company" in result.stdout


def test_an_encoding_that_is_known_is_used() -> None:
    page = STORY.encode("iso-8859-2", "replace").replace(b"Skerra", "Łódź".encode("iso-8859-2"))
    assert "Łódź" in run("convert", "--encoding", "iso-8859-2", "--to", "text", stdin=page).stdout.decode()


def test_verbose_says_what_was_odd() -> None:
    page = STORY.encode().replace(b'<html lang="en">', b'<html lang="en"><meta charset="utf-8">') + b"\xff"
    quiet = run("convert", "--to", "text", stdin=page)
    loud = run("convert", "--to", "text", "--verbose", stdin=page)
    assert quiet.stderr == b""
    assert loud.stderr.startswith(b"a11ynews: note: standard input: ")
    assert loud.stdout == quiet.stdout


def on_a_terminal(*arguments: str, stream: str) -> tuple[int, str]:
    """Run the command with one of its streams on a terminal; return the code and what was shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
        env=environment(),
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    return process.wait(timeout=60), shown.decode()


def test_progress_is_shown_on_a_terminal(page: Path, tmp_path: Path) -> None:
    code, shown = on_a_terminal(
        "convert", str(page), str(page), "-o", str(tmp_path / "out"), "--to", "text", stream="stderr"
    )
    assert code == 0
    assert [line.partition(":")[2].split(":")[0] for line in shown.splitlines()] == [" 1 of 2", " 2 of 2"]


def test_no_control_character_of_a_page_reaches_a_terminal(tmp_path: Path) -> None:
    hostile = STORY.replace("company said", "company\x1b]0;owned\x07\x9b2J\u202e said")
    (tmp_path / "page.html").write_text(hostile, encoding="utf-8")
    for form in ("text", "markdown", "html", "ssml", "json"):
        code, shown = on_a_terminal("convert", str(tmp_path / "page.html"), "--to", form, stream="stdout")
        assert code == 0
        assert not any(character in shown for character in "\x1b\x07\x9b\u202e"), form


@pytest.mark.sound
def test_sound_is_not_poured_into_a_terminal(page: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    code, shown = on_a_terminal("convert", str(page), "--to", "audio", stream="stdout")
    assert (code, shown) == (2, "")
