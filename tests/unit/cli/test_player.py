"""The player, with an engine of exact timings, a loudspeaker that is a file, and keys that come by themselves."""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fixtures.loudspeaker import Loudspeaker

from a11ynews.cli.keys import Command
from a11ynews.cli.moves import Route, route_of
from a11ynews.cli.player import Listener, Player
from a11ynews.errors import EngineError, NoVoiceError, SpeechError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.speech.engines.base import Clip, Delivery
from a11ynews.speech.engines.silent import SilentEngine
from a11ynews.speech.script import write_script
from a11ynews.speech.utterance import Utterance

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the players are those of Linux")

FAST = Delivery(rate_wpm=900)
ROUTE = route_of(
    write_script(
        Article(
            metadata=Metadata(title="Ferry returns", language="en"),
            body=(
                Paragraph(id="b1", children=(Text(text="It sails on Monday again. It is blue and new."),)),
                Heading(id="b2", level=2, children=(Text(text="The pier"),)),
                Paragraph(id="b3", children=(Text(text="It broke in winter."),)),
            ),
        )
    )
)
LINES = ["Ferry returns", "It sails on Monday again.", "It is blue and new.", "The pier", "It broke in winter."]


@dataclass
class Hand:
    """Presses a key when a certain line has been shown, or at once."""

    presses: list[tuple[str, Command]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def next(self, wait_s: float) -> Command | None:
        time.sleep(wait_s)
        if self.presses and self.presses[0][0] in (*self.said[-1:], *self.notes[-1:]):
            return self.presses.pop(0)[1]
        return None


@pytest.fixture
def speaker(tmp_path: Path) -> Loudspeaker:
    return Loudspeaker(tmp_path / "bin")


Listen = Callable[..., tuple[Player, Hand]]


@pytest.fixture
def listen(speaker: Loudspeaker) -> Listen:
    def run(*presses: tuple[str, Command], first: int = 0, route: Route = ROUTE) -> tuple[Player, Hand]:
        hand = Hand(presses=list(presses))
        listener = Listener(say=hand.said.append, note=hand.notes.append, keys=hand)
        player = Player(route, SilentEngine(), FAST, speaker.command, listener)
        player.run(first)
        assert not hand.presses
        assert not speaker.is_playing()
        return player, hand

    return run


def test_each_sentence_is_shown_once_in_order_and_all_is_heard(listen: Listen, speaker: Loudspeaker) -> None:
    player, hand = listen()
    assert (hand.said, hand.notes, player.at_end) == (LINES, [], True)
    spoken = sum(len(part.spoken) for part in ROUTE.script) * 60 / (900 * 6) * 8000
    loud = sum(1 for value in array("h", speaker.heard) if value)
    assert loud == pytest.approx(spoken, abs=20)


def test_arrows_go_to_sentences_paragraphs_and_headings(listen: Listen) -> None:
    _, hand = listen((LINES[0], "next heading"), (LINES[3], "previous sentence"), (LINES[2], "previous paragraph"))
    assert hand.said == [LINES[0], LINES[3], LINES[2], *LINES[1:]]


def test_where_there_is_nowhere_to_go_it_says_so_and_reads_on(listen: Listen) -> None:
    _, hand = listen((LINES[0], "previous sentence"))
    assert hand.said == LINES
    assert hand.notes == ["No previous sentence."]


def test_a_pause_is_silent_and_goes_on_in_the_sentence_where_it_was(listen: Listen, speaker: Loudspeaker) -> None:
    _, hand = listen((LINES[1], "pause"), ("Paused.", "pause"))
    assert (hand.said, hand.notes) == (LINES, ["Paused."])
    assert len(speaker.pids) == 2


def test_while_paused_one_can_look_around_in_silence(listen: Listen, speaker: Loudspeaker) -> None:
    player, hand = listen(
        (LINES[0], "pause"), ("Paused.", "next paragraph"), (LINES[1], "next heading"), (LINES[3], "leave")
    )
    assert hand.said == [LINES[0], LINES[1], LINES[3]]
    assert player.sentence == 3
    assert len(speaker.pids) == 1


def test_leaving_tells_the_place(listen: Listen) -> None:
    player, hand = listen((LINES[2], "leave"))
    assert (player.sentence, player.at_end, hand.said) == (2, False, LINES[:3])


def test_it_goes_on_from_a_place(listen: Listen) -> None:
    _, hand = listen(first=3)
    assert hand.said == LINES[3:]


def test_the_rate_changes_in_steps_within_what_the_engine_can(listen: Listen) -> None:
    _, hand = listen((LINES[1], "faster"), (LINES[2], "slower"))
    assert hand.said == LINES
    assert hand.notes == ["900 words a minute.", "875 words a minute."]


def test_a_sentence_can_be_heard_again_and_the_story_from_its_beginning(listen: Listen) -> None:
    _, hand = listen((LINES[1], "repeat"), (LINES[2], "begin"))
    assert hand.said[:5] == [LINES[0], LINES[1], LINES[1], LINES[2], LINES[0]]


def test_help_is_a_note(listen: Listen) -> None:
    _, hand = listen((LINES[0], "help"))
    assert hand.notes[0].startswith("Keys: space")


# -- what goes wrong ------------------------------------------------------------------------------


def test_a_sound_device_that_is_missing_is_told_with_the_way_out(tmp_path: Path) -> None:
    broken = Loudspeaker(tmp_path / "bin", 'echo "audio open error: No such device" >&2; exit 1')
    hand = Hand()
    player = Player(ROUTE, SilentEngine(), FAST, broken.command, Listener(say=hand.said.append, note=hand.notes.append))
    with pytest.raises(NoVoiceError, match=r"No such device.*to_audio"):
        player.run()


class Dying(SilentEngine):
    """An engine that fails in the second sentence."""

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        yield from super().synthesize(script[:1], delivery)
        message = "the engine died"
        raise EngineError(message)


def test_an_engine_that_fails_is_told_and_leaves_no_player_behind(speaker: Loudspeaker) -> None:
    hand = Hand()
    player = Player(ROUTE, Dying(), FAST, speaker.command, Listener(say=hand.said.append, note=hand.notes.append))
    with pytest.raises(EngineError, match="died"):
        player.run()
    assert not speaker.is_playing()


class Mute(SilentEngine):
    """An engine that says nothing."""

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        del script, delivery
        yield from ()


def test_no_sound_at_all_is_an_error_and_no_hang(speaker: Loudspeaker) -> None:
    player = Player(ROUTE, Mute(), FAST, speaker.command, Listener(say=print, note=print))
    with pytest.raises(SpeechError, match="no sound"):
        player.run()


def test_ctrl_c_silences_the_player(speaker: Loudspeaker) -> None:
    class Interrupting(Hand):
        def next(self, wait_s: float) -> Command | None:
            time.sleep(wait_s)
            if self.said:
                raise KeyboardInterrupt
            return None

    hand = Interrupting()
    listener = Listener(say=hand.said.append, note=hand.notes.append, keys=hand)
    with pytest.raises(KeyboardInterrupt):
        Player(ROUTE, SilentEngine(), FAST, speaker.command, listener).run()
    assert not speaker.is_playing()
