"""Article after article in one process: none hangs, none is empty. (A thousand: tests/bench/bench_speech.py.)"""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

import a11ynews
from a11ynews.speech.engines.choose import choose_engine

pytestmark = pytest.mark.sound
pytest.importorskip("espeakng_loader", reason="speech tests need: pip install 'a11ynews[speech]'")


@pytest.mark.parametrize("engine", ["espeak", "pyttsx3"])
def test_twenty_articles_in_a_row_are_all_whole(tmp_path: Path, engine: str) -> None:
    lengths = []
    for number in range(20):
        story = f"The ferry sails on Monday. It takes {10 + number % 3} bicycles."
        page = f"<html lang='en'><h1>Notice</h1><p>{story}</p></html>"
        path = tmp_path / f"{number}.wav"
        a11ynews.parse(page).to_audio(path, engine=engine)
        with wave.open(str(path)) as file:
            lengths.append(file.getnframes() / file.getframerate())
    assert min(lengths) > 0.8 * max(lengths) > 3.0
    assert choose_engine(engine).voices()
