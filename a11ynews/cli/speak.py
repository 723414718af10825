"""``a11ynews speak``: an article, out loud."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.inputs import read_story
from a11ynews.cli.keys import HELP, Keys, open_terminal
from a11ynews.cli.moves import Route, route_of
from a11ynews.cli.places import Places, find_place, key_of_story, place_at, state_folder
from a11ynews.cli.planning import list_voices, plan
from a11ynews.cli.player import Listener, Player, line_of
from a11ynews.cli.sound import chosen_policy, in_language
from a11ynews.cli.terminal import note, tell
from a11ynews.errors import SpeechError
from a11ynews.pipeline import Article
from a11ynews.render.audio import player_command
from a11ynews.render.audio_notices import voice_notices
from a11ynews.render.plain.safety import one_line
from a11ynews.speech.engines.base import Delivery, Engine, check_rate
from a11ynews.speech.engines.choose import choose_engine
from a11ynews.speech.names import names_in
from a11ynews.speech.pauses import NORMAL_RATE_WPM, gaps_s
from a11ynews.speech.script import write_script

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews speak``."""
    if arguments.report_names:
        return _report_names(arguments)
    engine = choose_engine(arguments.engine, live=True)
    delivery = Delivery(
        rate_wpm=arguments.rate if arguments.rate is not None else NORMAL_RATE_WPM, voice=arguments.voice
    )
    check_rate(engine, delivery)
    if arguments.list_voices:
        list_voices(engine, arguments.language)
        return Exit.DONE
    article = in_language(read_story(arguments.input, arguments), arguments)
    if arguments.dry_run:
        plan(article, chosen_policy(arguments), delivery.rate_wpm)
        return Exit.DONE
    route = route_of(write_script(article, chosen_policy(arguments)))
    if not route.script:
        message = "there is nothing to say: the profile and --skip leave no words"
        raise SpeechError(message)
    for notice in voice_notices(engine, route.script, delivery):
        note(str(notice))
    command = player_command(engine)
    if command is None:
        _say_all(route, engine, delivery)
    else:
        _play(article, route, engine, delivery, command, from_start=arguments.from_start)
    return Exit.DONE


def _report_names(arguments: Namespace) -> Exit:
    """Print a word a line with how often it is said, in the form of a lexicon: only what to say is missing."""
    article = in_language(read_story(arguments.input, arguments), arguments)
    chosen = chosen_policy(arguments)
    for name in names_in(write_script(article, chosen), chosen.lexicon):
        print(f"{name.word}\t{name.times}")
    return Exit.DONE


def _say_all(route: Route, engine: Engine, delivery: Delivery) -> None:
    """Read out with an engine that plays by itself: line by line, without keys."""
    for utterance, gap_s in zip(route.script, gaps_s(route.script, delivery.rate_wpm), strict=True):
        time.sleep(gap_s)
        _show(line_of(utterance))
        engine.say((utterance,), delivery)


def _play(
    article: Article,
    route: Route,
    engine: Engine,
    delivery: Delivery,
    command: tuple[str, ...],
    *,
    from_start: bool,
) -> None:
    """Play with keys where there is a terminal, and keep the place there; else from the beginning to the end."""
    terminal = open_terminal()
    if terminal is None:
        Player(route, engine, delivery, command, Listener(say=_show, note=tell)).run()
        return
    places, key = Places(state_folder()), key_of_story(article)
    kept = None if from_start else places.get(key)
    first = find_place(route.script, kept) if kept else 0
    with _terminal(terminal), Keys(terminal) as keys:
        tell("Press ? to be told the keys, q to leave." if places.are_there else HELP)
        if first:
            tell(f"Going on at sentence {first + 1} of {len(route.script)}.")
        player = Player(route, engine, delivery, command, Listener(say=_show, note=tell, keys=keys))
        try:
            player.run(first)
        finally:
            _keep(places, key, player, route)


@contextmanager
def _terminal(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        if descriptor != sys.stdin.fileno():
            os.close(descriptor)


def _keep(places: Places, key: str, player: Player, route: Route) -> None:
    """Keep the place, if there is one to keep; that it cannot be is told and spoils nothing."""
    try:
        if player.at_end or not player.sentence:
            places.forget(key)
            return
        places.keep(key, place_at(route.script, player.sentence))
        tell(f"The place is kept: sentence {player.sentence + 1} of {len(route.script)}.")
    except OSError as error:
        tell(f"The place cannot be kept in {error.filename}: {error.strerror}.")


def _show(line: str) -> None:
    """Print a sentence at once."""
    with suppress(UnicodeEncodeError):
        print(one_line(line), flush=True)
        return
    encoding = sys.stdout.encoding or "ascii"
    print(one_line(line).encode(encoding, "replace").decode(encoding), flush=True)
