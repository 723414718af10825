"""How much is said: three profiles, as data.

Each part of a story has an action:

- ``skip``: nothing is said of it;
- ``name``: one line says that it is there ("Code block, 12 lines."), its content is left out;
- ``speak``: its words, and nothing around them;
- ``announce``: its words, with ours in front where they help ("Photo caption: ...").

==================  =========  ==========  ==========  ==================================================
part                brief      normal      full        what it is
==================  =========  ==========  ==========  ==================================================
``kicker``          skip       speak       speak       the label above the headline
``title``           speak      speak       speak       the headline
``byline``          speak      speak       speak       who wrote it
``date``            speak      speak       speak       when; in full the last change as well
``standfirst``      speak      speak       speak       the summary under the headline
``heading``         speak      speak       announce    a crosshead; announced by its level
``list``            speak      announce    announce    announced by how many items it has
``quote``           speak      announce    announce    a block quote; announced at both ends
``pull-quote``      skip       speak       speak       only words that the story does not say anyway
``callout``         announce   announce    announce    a note set apart
``correction``      announce   announce    announce    a correction, an editor's note, an update
``aside``           name       announce    announce    a sidebar
``details``         speak      announce    announce    what opens at a touch
``claim``           speak      announce    announce    the head of a fact check
``figure``          skip       speak       speak       a picture with all that belongs to it
``alt``             skip       announce    announce    the picture in words
``caption``         skip       announce    announce    what is printed under it
``credit``          skip       skip        announce    who made it
``media``           skip       announce    announce    a recording
``embed``           skip       announce    announce    something from elsewhere
``omitted``         skip       announce    announce    what could not be taken over
``table``           name       announce    announce    its size and its rows; over the limit its size alone
``row``             speak      announce    announce    announced: each value after its column's name
``code``            name       name        announce    code that stands alone
``math``            speak      speak       announce    a formula that stands alone
``notes``           skip       announce    announce    footnotes, at the end
``note-mark``       skip       skip        skip        the mark of a footnote in the text
``link``            speak      speak       speak       announced: "link" before it; bare addresses by their host
==================  =========  ==========  ==========  ==================================================

Of every other part (paragraphs, live posts and so on) the words are said, unless a policy skips it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from a11ynews.errors import UsageError
from a11ynews.speech.utterance import Role

if TYPE_CHECKING:  # every command knows the profiles, few have a lexicon: it brings a parser of XML
    from a11ynews.speech.lexicon import Lexicon

__all__ = ["PARTS", "PROFILES", "Action", "Part", "Policy", "ProfileName", "policy"]

Action: TypeAlias = Literal["skip", "name", "speak", "announce"]
ProfileName: TypeAlias = Literal["brief", "normal", "full"]
Part: TypeAlias = Role | Literal["figure", "note-mark", "link", "correction"]
"""What a policy decides about: the roles of utterances, and what has no utterance of its own."""

PARTS: tuple[str, ...] = tuple(
    sorted({name for literal in get_args(Part) for name in (get_args(literal) or (literal,))} - {"break"})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What to do with each part.

    Attributes:
        name: The profile's name.
        actions: The action for each part that is not simply spoken.
        table_cells_max: Tables with more cells than this are named, not read; listeners cannot hold
            more than some 40 numbers anyway (listening note).
        modified: Whether the date of the last change is said as well.
        quote_marks: Whether quotation marks in a sentence are said as "quote" and "unquote".
        lexicon: The listener's own words for names.
    """

    name: str
    actions: Mapping[Part, Action] = field(default_factory=dict)
    table_cells_max: int = 40
    modified: bool = False
    quote_marks: bool = False
    lexicon: Lexicon | None = None

    def action(self, part: Part) -> Action:
        """Return what to do with a part.

        Example:
            >>> PROFILES["brief"].action("caption"), PROFILES["normal"].action("caption")
            ('skip', 'announce')
        """
        return self.actions.get(part, "speak")

    def but(self, action: Action, parts: Iterable[str]) -> Policy:
        """Return this policy with another action for some parts.

        Args:
            action: "skip", "name", "speak" or "announce".
            parts: Names of parts, as in the table above.

        Raises:
            UsageError: If there is no such part; the message lists them.

        Example:
            >>> PROFILES["normal"].but("skip", ["table", "figure"]).action("table")
            'skip'
        """
        changed = {_part(name): action for name in parts}
        return replace(self, actions=MappingProxyType({**self.actions, **changed}))


def _part(name: str) -> Part:
    if name in PARTS:
        return name  # type: ignore[return-value]  # PARTS are the names of Part
    message = f"nothing that is said is called {name!r}; there are: {', '.join(PARTS)}"
    raise UsageError(message)


_ANNOUNCED: Mapping[Part, Action] = {
    "list": "announce", "quote": "announce", "callout": "announce", "correction": "announce", "aside": "announce",
    "details": "announce", "claim": "announce", "alt": "announce", "caption": "announce", "media": "announce",
    "embed": "announce", "omitted": "announce", "table": "announce", "row": "announce", "notes": "announce",
    "note": "announce", "note-mark": "skip",
}  # fmt: skip

PROFILES: Mapping[ProfileName, Policy] = MappingProxyType({
    "brief": Policy(
        name="brief",
        actions={
            "kicker": "skip", "pull-quote": "skip", "callout": "announce", "correction": "announce", "aside": "name",
            "figure": "skip", "alt": "skip", "caption": "skip", "credit": "skip", "media": "skip", "embed": "skip",
            "omitted": "skip", "table": "name", "code": "name", "notes": "skip", "note": "skip", "note-mark": "skip",
        },
    ),
    "normal": Policy(name="normal", actions={**_ANNOUNCED, "credit": "skip", "code": "name"}),
    "full": Policy(
        name="full",
        actions={**_ANNOUNCED, "credit": "announce", "code": "announce", "math": "announce", "heading": "announce"},
        table_cells_max=10_000,
        modified=True,
        quote_marks=True,
    ),
})  # fmt: skip


def policy(name: str, *, skip: Iterable[str] = ()) -> Policy:
    """Return the profile of a name.

    Args:
        name: "brief", "normal" or "full".
        skip: Parts of which nothing is to be said.

    Raises:
        UsageError: If there is no profile or no part of that name; the message lists them.

    Example:
        >>> policy("full").action("heading"), policy("normal", skip=["table"]).action("table")
        ('announce', 'skip')
    """
    for known, found in PROFILES.items():
        if known == name:
            return found.but("skip", skip)
    message = f"no speech profile {name!r}; there are: {', '.join(PROFILES)}"
    raise UsageError(message)
