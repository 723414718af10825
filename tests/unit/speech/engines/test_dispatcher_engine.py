"""Speech Dispatcher for real: a daemon of our own, whose output module writes down what it says."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fixtures.dispatcher import Dispatcher, dispatcher

from a11ynews.errors import EngineError, NoVoiceError, UsageError
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.dispatcher_engine import SpeechDispatcherEngine
from a11ynews.speech.engines.ssip import SsipClient, address
from a11ynews.speech.utterance import Run, Utterance

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(
        shutil.which("speech-dispatcher") is None, reason="this test needs: apt-get install speech-dispatcher"
    ),
]
ENGINE = SpeechDispatcherEngine()


def utterance(*words: str, lang: str = "en", after_s: float = 0.0) -> Utterance:
    runs = tuple(Run(text=text, spoken=text, lang=lang) for text in words)
    return Utterance(role="paragraph", runs=runs, pause_after_s=after_s)


@pytest.fixture
def daemon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dispatcher]:
    with dispatcher(tmp_path / "speechd") as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        yield running


def test_it_says_all_words_in_order_and_returns_when_they_were_heard(daemon: Dispatcher) -> None:
    ENGINE.say([utterance("The ferry", "is back."), utterance("It sails on Monday.")], Delivery())
    assert [words for _, _, words in daemon.said] == ["The ferry", "is back.", "It sails on Monday."]


def test_words_are_words_whatever_they_look_like(daemon: Dispatcher) -> None:
    words = [".", ".NET came first", "QUIT", "CANCEL all", "; ls", "a\r\n.\r\nSPEAK"]
    ENGINE.say([utterance(text) for text in words], Delivery())
    said = " ".join(words for _, _, words in daemon.said)
    assert ".NET came first QUIT CANCEL all" in said
    assert "SPEAK" in said
    ENGINE.say([utterance("Still here.")], Delivery())
    assert daemon.said[-1][2] == "Still here."


def test_rate_and_language_go_along(daemon: Dispatcher) -> None:
    ENGINE.say([utterance("One.", lang="en"), utterance("Deux.", lang="fr")], Delivery(rate_wpm=280))
    assert [rate for rate, _, _ in daemon.said] == ["50.00", "50.00"]


def test_it_pauses_as_the_script_does(daemon: Dispatcher) -> None:
    begun = time.monotonic()
    ENGINE.say([utterance("One.", after_s=0.8), utterance("Two.")], Delivery())
    assert time.monotonic() - begun > 0.8
    assert len(daemon.said) == 2


def test_a_voice_is_chosen_by_name_or_language_and_an_unknown_one_is_refused_with_names(daemon: Dispatcher) -> None:
    assert [(voice.id, voice.languages) for voice in ENGINE.voices()] == [("ann", ("en",)), ("benoit", ("fr",))]
    ENGINE.say([utterance("One.")], Delivery(voice="Benoit"))
    ENGINE.say([utterance("Two.")], Delivery(voice="fr-FR"))
    assert [voice for _, voice, _ in daemon.said] == ["benoit", "benoit"]
    with pytest.raises(NoVoiceError, match=r"'benoid'; there are for instance: benoit"):
        ENGINE.say([utterance("Three.")], Delivery(voice="benoid"))


def test_a_file_is_refused_with_the_engine_that_can(daemon: Dispatcher) -> None:
    with pytest.raises(UsageError, match="engine='espeak'"):
        list(ENGINE.synthesize([utterance("One.")], Delivery()))
    assert daemon.said == []


def test_a_language_tag_from_a_page_is_no_command(daemon: Dispatcher) -> None:
    ENGINE.say([utterance("One.", lang="en\r\nCANCEL all")], Delivery())
    assert [words for _, _, words in daemon.said] == ["One."]


def test_a_message_that_does_not_end_is_an_error_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(tmp_path / "speechd", seconds=60) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        begun = time.monotonic()
        with pytest.raises(EngineError, match=r"'One\.' in time"):
            SpeechDispatcherEngine(start_s=0.5).say([utterance("One.")], Delivery())
        assert time.monotonic() - begun < 10


def test_who_silences_speech_dispatcher_ends_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(tmp_path / "speechd", seconds=60) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        reading = threading.Thread(target=ENGINE.say, args=([utterance("One."), utterance("Two.")], Delivery()))
        reading.start()
        until(lambda: bool(running.said))
        with SsipClient() as other:
            other.command("CANCEL all")
        reading.join(timeout=10)
        assert not reading.is_alive()
        assert [words for _, _, words in running.said] == ["One."]


def test_a_daemon_that_dies_is_an_error_and_the_next_one_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(tmp_path / "first", seconds=60) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)

        def kill() -> None:
            until(lambda: bool(running.said))
            running.process.kill()

        threading.Thread(target=kill).start()
        with pytest.raises(EngineError, match="speech-dispatcher --spawn"):
            ENGINE.say([utterance("One.")], Delivery())
    with dispatcher(tmp_path / "second") as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        ENGINE.say([utterance("Two.")], Delivery())
        assert [words for _, _, words in running.said] == ["Two."]


def test_without_a_daemon_the_message_has_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/nobody.sock")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVoiceError, match="apt-get install speech-dispatcher"):
        ENGINE.say([utterance("One.")], Delivery())


@pytest.mark.parametrize("environment", [{}, {"SPEECHD_ADDRESS": "carrier pigeon"}])
def test_no_address_is_said(environment: dict[str, str]) -> None:
    with pytest.raises(NoVoiceError, match="no way to Speech Dispatcher"):
        address(environment)


def until(done: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        time.sleep(0.02)


_READER = """\
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.dispatcher_engine import SpeechDispatcherEngine
from a11ynews.speech.utterance import Run, Utterance
script = [Utterance(role="paragraph", runs=(Run(text=w, spoken=w, lang="en"),)) for w in ("one", "two")]
SpeechDispatcherEngine().say(script, Delivery())
"""


def test_ctrl_c_silences_it(tmp_path: Path) -> None:
    with dispatcher(tmp_path / "speechd", seconds=60) as running:
        environment = {**os.environ, "SPEECHD_ADDRESS": running.address}
        reader = subprocess.Popen([sys.executable, "-c", _READER], env=environment, stderr=subprocess.DEVNULL)
        until(lambda: bool(running.said))
        begun = time.monotonic()
        reader.send_signal(signal.SIGINT)
        reader.wait(timeout=10)
        assert time.monotonic() - begun < 5
        time.sleep(0.3)
        assert [words for _, _, words in running.said] == ["one"]


def test_the_command_reads_a_page_out_with_it(daemon: Dispatcher, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang='en'><h1>Ferry returns</h1><p>It sails on Monday. Tickets are $5.</p></html>")
    command = [sys.executable, "-m", "a11ynews", "speak", str(page), "--engine", "speech-dispatcher"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert [words for _, _, words in daemon.said] == [
        "Ferry returns",
        "It sails on Monday.",
        "Tickets are five dollars.",
    ]
    assert "It sails on Monday." in shown.stdout
