"""What is said, piece by piece: the script of an article for the ear.

A script is plain data. It is made without any engine and can be tested without sound; engines,
the SSML writer and a reader that highlights words all start from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Role", "Run", "Utterance", "VoiceHint"]

Role: TypeAlias = Literal[
    "kicker", "title", "byline", "date",
    "standfirst", "heading", "paragraph", "speaker", "break",
    "list", "item", "term", "definition",
    "quote", "pull-quote", "attribution",
    "callout", "aside", "details", "live-post", "claim",
    "alt", "caption", "credit", "media", "embed", "omitted",
    "table", "row", "code", "math", "notes", "note",
]  # fmt: skip
VoiceHint: TypeAlias = Literal["narrator", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one language.

    Attributes:
        text: As visible on the page.
        spoken: As an engine should read them: numbers, dates and signs in words.
        lang: BCP 47 tag.
        ours: Whether the words are an announcement of ours ("Photo caption:") and not the page's.
    """

    text: str
    spoken: str
    lang: str
    ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What is said in one go: a paragraph, a heading, a list item, a row.

    Attributes:
        role: What it is in the article.
        runs: Its words, split where the language changes; never empty.
        pause_before_s: Silence before it, in seconds at 175 words a minute.
        pause_after_s: Silence after it. Between two utterances the longer pause counts, not the sum.
        block_id: The id of the block that it comes from; "" for the headline and its kin.
        voice: Which voice of the cast says it.
    """

    role: Role
    runs: tuple[Run, ...]
    pause_before_s: float = 0.0
    pause_after_s: float = 0.0
    block_id: str = ""
    voice: VoiceHint = "narrator"

    @property
    def text(self) -> str:
        """The page's own words, as visible; announcements are not among them."""
        return "".join(run.text for run in self.runs if not run.ours)

    @property
    def spoken(self) -> str:
        """All words as they are said, announcements included.

        Example:
            >>> lead = Run(text="By ", spoken="By ", lang="en", ours=True)
            >>> Utterance(role="byline", runs=(lead, Run(text="Ada", spoken="Ada", lang="en"))).spoken
            'By Ada'
        """
        return " ".join(words for run in self.runs if (words := run.spoken.strip()))

    @property
    def lang(self) -> str:
        """The language of the first of the page's own words."""
        return next((run.lang for run in self.runs if not run.ours), self.runs[0].lang)
