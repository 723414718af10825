"""What a listener should know of the voices before the sound begins."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.model.findings import Notice
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.engines.voices import without_voice
from a11ynews.speech.utterance import Utterance

__all__ = ["voice_notices"]


def voice_notices(engine: Engine, script: Sequence[Utterance], delivery: Delivery) -> tuple[Notice, ...]:
    """Return a notice for each language of a story that the engine has no voice for, however often it occurs.

    Nothing where a voice was chosen for all, nor where the engine does not tell its voices.

    Raises:
        A11yNewsError: If the engine cannot be asked.

    Example:
        >>> from a11ynews.speech.engines.silent import SilentEngine
        >>> voice_notices(SilentEngine(), (), Delivery())
        ()
    """
    if delivery.voice is not None:
        return ()
    languages = dict.fromkeys(run.lang for utterance in script for run in utterance.runs)
    missing = without_voice(languages, [voice.languages for voice in engine.voices()])
    return tuple(
        Notice(
            kind="no-voice",
            message=f"{engine.name} has no voice for {lang!r}: those words are said by another voice",
        )
        for lang in missing
    )
