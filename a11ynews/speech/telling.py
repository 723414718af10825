"""The book that a script is written into: policy, place and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from a11ynews.model.inlines import Inline
from a11ynews.speech.pauses import DEFAULT_PAUSE, PAUSES
from a11ynews.speech.phrases import Phrases, phrases_for
from a11ynews.speech.profile import Action, Policy
from a11ynews.speech.spoken import spoken
from a11ynews.speech.utterance import Role, Run, Utterance, VoiceHint
from a11ynews.speech.words import runs_of

__all__ = ["Place", "Telling", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the article the telling is: what nested blocks inherit."""

    lang: str
    block_id: str = ""
    voice: VoiceHint = "narrator"

    def of(self, block_id: str, lang: str | None) -> Place:
        """Return the place of a block: its own id, and its own language if it has one."""
        return replace(self, block_id=block_id or self.block_id, lang=lang or self.lang)


class Telling:
    """A script while it is written.

    Args:
        policy: What is said of each role.
        lang: BCP 47 tag of the article; our own words are in it.
    """

    def __init__(self, policy: Policy, lang: str) -> None:
        """Begin an empty script."""
        self.policy = policy
        self.lang = lang
        self.phrases: Phrases = phrases_for(lang)
        self.script: list[Utterance] = []

    def action(self, role: Role) -> Action:
        """Return what the policy says of a role."""
        return self.policy.action(role)

    def runs(self, inlines: Iterable[Inline], place: Place) -> tuple[Run, ...]:
        """Return inlines as runs, by this script's policy."""
        return runs_of(inlines, place.lang, quote_marks=self.policy.quote_marks)

    def words(self, text: str, place: Place) -> tuple[Run, ...]:
        """Return plain words of the page as a run."""
        said = spoken(text, place.lang)
        return (Run(text=text, spoken=said, lang=place.lang),) if said else ()

    def ours(self, text: str) -> tuple[Run, ...]:
        """Return words of our own as a run; none where the language has no such phrase."""
        said = spoken(text, self.lang)
        return (Run(text=text, spoken=said, lang=self.lang, ours=True),) if said else ()

    def lead(self, role: Role, text: str) -> tuple[Run, ...]:
        """Return our words before a role's, if the policy announces it."""
        return self.ours(text) if self.action(role) == "announce" else ()

    def say(self, role: Role, runs: tuple[Run, ...], place: Place) -> None:
        """Write an utterance, unless the policy skips its role or there is nothing in it."""
        if not runs or self.action(role) == "skip":
            return
        pause = PAUSES.get(role, DEFAULT_PAUSE)
        self.script.append(
            Utterance(
                role=role,
                runs=runs,
                pause_before_s=pause.before_s,
                pause_after_s=pause.after_s,
                block_id=place.block_id,
                voice=place.voice,
            )
        )

    def rest(self, seconds: float) -> None:
        """Let the last utterance be followed by at least so many seconds of silence."""
        if self.script:
            last = self.script[-1]
            self.script[-1] = replace(last, pause_after_s=max(last.pause_after_s, seconds))


def ended(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """Return runs whose last word is followed by a mark, so that the engine's voice falls or waits there."""
    if not runs or not runs[-1].spoken[-1:].isalnum():
        return runs
    last = runs[-1]
    text = last.text if last.ours else last.text + " "
    return (*runs[:-1], replace(last, text=text, spoken=last.spoken + mark))
