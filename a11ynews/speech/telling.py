"""The book that a script is written into: policy, place and language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import cast

from a11ynews.model.blocks import Block
from a11ynews.model.inlines import Abbreviation, Inline, Text
from a11ynews.model.outline import Outline
from a11ynews.speech.normalization import Stretch
from a11ynews.speech.pauses import DEFAULT_PAUSE, PAUSES
from a11ynews.speech.phrases import Phrases, phrases_for
from a11ynews.speech.profile import Action, Part, Policy
from a11ynews.speech.sentence_ids import line_name
from a11ynews.speech.spoken import spoken_with_map
from a11ynews.speech.utterance import Role, Run, Utterance, VoiceHint
from a11ynews.speech.words import Manner, runs_of

__all__ = ["Place", "Telling", "ended", "spaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the article the telling is: what nested blocks inherit.

    Attributes:
        lang: BCP 47 tag.
        block_id: The id of the block, or of the nearest one around it that has one; "" in the head.
        line: What the names of the block's sentences begin with: its id, or a name made for it.
        voice: Who speaks.
    """

    lang: str
    block_id: str = ""
    line: str = ""
    voice: VoiceHint = "narrator"


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
        self.places: Mapping[int, tuple[int, int]] = {}
        self.outline = Outline()
        self.running_text = ""
        self._expanded: set[str] = set()
        self._names = (f"u{number}" for number in count(1))

    def action(self, part: Part) -> Action:
        """Return what the policy says of a part."""
        return self.policy.action(part)

    def name(self, part: Part, words: str, place: Place, title: tuple[Run, ...] = ()) -> bool:
        """Deal with a part that is not told: say in one line that it is there, if the policy wants that.

        Returns:
            Whether all that the policy wants is done, so that the part's content is not to be said.
        """
        action = self.action(part)
        if action == "name":
            self._write("alt" if part == "figure" else cast("Role", part), self.ours(words) + title, place)
        return action in ("name", "skip")

    def place_of(self, block: Block, around: Place) -> Place:
        """Return the place of a block: its own id and language if it has them."""
        return Place(
            lang=block.lang or around.lang,
            block_id=block.id or around.block_id,
            line=block.id or next(self._names),
            voice=around.voice,
        )

    def inside(self) -> Telling:
        """Return an empty telling for what is said in one line of this one: a cell, a note."""
        inner = Telling(self.policy, self.lang)
        inner._names = self._names
        inner.running_text, inner._expanded = self.running_text, self._expanded
        return inner

    def runs(self, inlines: Sequence[Inline], place: Place, part: str = "") -> tuple[Run, ...]:
        """Return a line of a block as runs, by this script's policy; `line_name` tells the parts."""
        line = line_name(place.line, part)
        manner = Manner(
            quote_marks=self.policy.quote_marks,
            links=self.action("link"),
            note_marks=self.action("note-mark"),
            lexicon=self.policy.lexicon,
            expand=self._expansion,
        )
        return runs_of(inlines, place.lang, line=line, manner=manner)

    def _expansion(self, abbreviation: Abbreviation) -> str:
        """Return the long form of letters that a voice spells, the first time, if the story does not give it itself."""
        long = " ".join(abbreviation.expansion.split())
        key = long.casefold()
        spelt = sum(map(str.isupper, abbreviation.text)) > 1  # "km" and "Dr" are words for the normaliser
        if not spelt or not key or key in self._expanded or key in self.running_text:
            return ""
        self._expanded.add(key)
        return long

    def words(self, text: str, place: Place, part: str = "") -> tuple[Run, ...]:
        """Return plain words of the page as a run."""
        return self.runs((Text(text=text),), place, part) if text else ()

    def ours(self, text: str) -> tuple[Run, ...]:
        """Return words of our own as a run; none where the language has no such phrase."""
        said = spoken_with_map(text, self.lang)
        run = Run(text=text, spoken=said.text, lang=self.lang, ours=True, stretches=said.stretches)
        return (run,) if said.text else ()

    def lead(self, role: Role, text: str) -> tuple[Run, ...]:
        """Return our words before a role's, if the policy announces it."""
        return self.ours(text) if self.action(role) == "announce" else ()

    def say(self, role: Role, runs: tuple[Run, ...], place: Place) -> None:
        """Write an utterance, unless the policy skips its role or there is nothing in it."""
        if runs and self.action(role) != "skip":
            self._write(role, runs, place)

    def _write(self, role: Role, runs: tuple[Run, ...], place: Place) -> None:
        if not runs:
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
    end = runs[-1].spoken[-1:] if runs else ""
    if not end.isalnum() and end != ")":
        return runs
    last = runs[-1]
    text = last.text if last.ours else last.text + " "
    added = Stretch(len(last.text), len(text), len(last.spoken), len(last.spoken) + len(mark))
    return (*runs[:-1], replace(last, text=text, spoken=last.spoken + mark, stretches=(*last.stretches, added)))


def spaced(run: Run) -> Run:
    """Return a run with a space after its visible words, for what comes after it in the same line."""
    end = len(run.text)
    nothing = Stretch(end, end + 1, len(run.spoken), len(run.spoken))
    return replace(run, text=f"{run.text} ", stretches=(*run.stretches, nothing))
