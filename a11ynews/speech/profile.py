"""How much is said: three profiles, as data.

Each role of the script has an action:

- ``skip``: nothing is said of it;
- ``name``: one line says that it is there ("Code block, 12 lines."), its content is left out;
- ``speak``: its words, and nothing around them;
- ``announce``: its words, with ours in front where they help ("Photo caption: ...").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from a11ynews.errors import UsageError
from a11ynews.speech.utterance import Role

__all__ = ["PROFILES", "Action", "Policy", "ProfileName", "policy"]

Action: TypeAlias = Literal["skip", "name", "speak", "announce"]
ProfileName: TypeAlias = Literal["brief", "normal", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What to do with each role.

    Attributes:
        name: The profile's name.
        actions: The action for each role that is not simply spoken.
        table_cells_max: Tables with more cells than this are named, not read; listeners cannot hold
            more than some 40 numbers anyway (listening note).
        heading_levels: Whether "Heading level 2." is said before a heading.
        modified: Whether the date of the last change is said as well.
        quote_marks: Whether quotation marks in a sentence are said as "quote" and "unquote".
    """

    name: ProfileName
    actions: Mapping[Role, Action] = field(default_factory=dict)
    table_cells_max: int = 40
    heading_levels: bool = False
    modified: bool = False
    quote_marks: bool = False

    def action(self, role: Role) -> Action:
        """Return what to do with a role.

        Example:
            >>> PROFILES["brief"].action("caption"), PROFILES["normal"].action("caption")
            ('skip', 'announce')
        """
        return self.actions.get(role, "speak")


_ANNOUNCED: Mapping[Role, Action] = {
    "list": "announce", "quote": "announce", "callout": "announce", "aside": "announce",
    "details": "announce", "claim": "announce", "alt": "announce", "caption": "announce",
    "media": "announce", "embed": "announce", "omitted": "announce", "table": "announce",
    "row": "announce", "notes": "announce", "note": "announce", "pull-quote": "skip",
}  # fmt: skip

PROFILES: Mapping[ProfileName, Policy] = MappingProxyType({
    "brief": Policy(
        name="brief",
        actions={
            "kicker": "skip", "list": "skip", "pull-quote": "skip", "callout": "announce", "aside": "skip",
            "alt": "skip", "caption": "skip", "credit": "skip", "media": "skip", "embed": "skip",
            "omitted": "skip", "table": "name", "code": "name", "math": "speak", "notes": "skip", "note": "skip",
        },
        table_cells_max=0,
    ),
    "normal": Policy(name="normal", actions={**_ANNOUNCED, "credit": "skip", "code": "name"}),
    "full": Policy(
        name="full",
        actions={**_ANNOUNCED, "credit": "announce", "code": "announce", "math": "announce"},
        table_cells_max=10_000,
        heading_levels=True,
        modified=True,
        quote_marks=True,
    ),
})  # fmt: skip


def policy(name: str) -> Policy:
    """Return the profile of a name.

    Raises:
        UsageError: If there is none of that name; the message lists them.

    Example:
        >>> policy("full").heading_levels
        True
    """
    for known, found in PROFILES.items():
        if known == name:
            return found
    message = f"no speech profile {name!r}; there are: {', '.join(PROFILES)}"
    raise UsageError(message)
