"""What the number says that the command ends with."""

from __future__ import annotations

from enum import IntEnum

from a11ynews.errors import A11yNewsError, MissingExtraError, NoVoiceError, ReadError, SourceError, UsageError

__all__ = ["Exit", "code_of"]


class Exit(IntEnum):
    """The exit codes. ``description`` is the line that ``--help`` and the docs show."""

    DONE = 0
    INTERNAL = 1
    USAGE = 2
    SOURCE = 3
    NO_ARTICLE = 4
    PARTLY = 5
    MISSING = 6
    PROBLEMS = 7
    INTERRUPTED = 130
    TERMINATED = 143

    @property
    def description(self) -> str:
        """What it means, in a few words."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    Exit.DONE: "done",
    Exit.INTERNAL: "a fault of a11ynews or of a speech engine, or the output could not be written",
    Exit.USAGE: "wrong usage",
    Exit.SOURCE: "an input cannot be read",
    Exit.NO_ARTICLE: "no article was found",
    Exit.PARTLY: "some of the inputs failed, the others are done",
    Exit.MISSING: "an extra, a voice or a sound device is missing",
    Exit.PROBLEMS: "check found something",
    Exit.INTERRUPTED: "stopped with Ctrl-C",
    Exit.TERMINATED: "stopped by the system (SIGTERM)",
}

_CODES: tuple[tuple[type[BaseException], Exit], ...] = (
    (UsageError, Exit.USAGE),
    (SourceError, Exit.SOURCE),
    (ReadError, Exit.NO_ARTICLE),
    (NoVoiceError, Exit.MISSING),
    (MissingExtraError, Exit.MISSING),
    (A11yNewsError, Exit.INTERNAL),
)


def code_of(error: BaseException) -> Exit:
    """Return the exit code for what went wrong.

    Example:
        >>> code_of(SourceError("no such file")).value
        3
    """
    return next((code for kind, code in _CODES if isinstance(error, kind)), Exit.INTERNAL)
