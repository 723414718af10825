"""``convert`` to a web page: its sound, its pictures, its looks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from fixtures.command import STORY, run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY, encoding="utf-8")
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_page_says_on_which_day_it_was_read(page: Path) -> None:
    today = datetime.now().astimezone().date().isoformat()
    assert f'<time datetime="{today}">' in run("convert", page).stdout.decode()


def test_the_looks_at_first_are_chosen_by_options(page: Path) -> None:
    text = run("convert", page, "--theme", "sepia", "--font", "dyslexia", "--text-size", "150").stdout.decode()
    assert all(f'value="{value}" checked' in text for value in ("theme-sepia", "font-dyslexia"))
    assert 'value="size-150" selected' in text


def test_what_was_left_out_is_shown_if_asked_for(page: Path) -> None:
    assert "left out" not in run("convert", page).stdout.decode()
    assert "left out" in run("convert", page, "--show-removed").stdout.decode()


def test_offline_no_picture_is_asked_for_when_the_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    figure = '<figure><img src="http://127.0.0.1:9/a.jpg" alt="A pier."><figcaption>The pier.</figcaption></figure>'
    path.write_text(STORY.replace("</h1>", f"</h1>{figure}"), encoding="utf-8")
    text = run("convert", path, "--offline").stdout.decode()
    assert "Photo: A pier." in text
    assert "<img" not in text


@pytest.mark.sound
def test_sound_is_written_beside_the_page_which_follows_it(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done = run("convert", page, "-o", out / "talk.html", "--audio", "--audio-format", "wav", "--engine", "silent")
    assert (done.returncode, files_in(out)) == (0, ["talk.html", "talk.wav"])
    text = (out / "talk.html").read_text(encoding="utf-8")
    assert 'src="talk.wav"' in text
    assert '<script type="application/json" id="story-times">[["' in text


@pytest.mark.sound
def test_sound_can_stand_within_the_page(page: Path) -> None:
    done = run("convert", page, "--audio-inline", "--audio-format", "wav", "--engine", "silent")
    assert b'src="data:audio/wav;base64,UklGR' in done.stdout


def test_sound_without_a_page_to_stand_beside_is_refused(page: Path, tmp_path: Path) -> None:
    for arguments in ((page, "--audio"), (page, "--audio", "-o", tmp_path / "a.txt")):
        assert run("convert", *arguments).returncode == 2
    assert files_in(tmp_path) == ["page.html"]
