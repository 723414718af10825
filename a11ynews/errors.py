"""What can go wrong for the caller, as one small tree.

Trouble *in the page* is no error: it becomes a :class:`~a11ynews.model.findings.Notice` in
``article.warnings``. These exceptions are for what the caller can act on::

    A11yNewsError
    ├── UsageError          the call itself makes no sense
    ├── SourceError         the input cannot be opened, fetched or decoded
    │   └── LimitError      it is over a limit, and the caller asked for strictness
    ├── ReadError           there is no article in it
    ├── RenderError         this article cannot be written in that form
    │   └── CodecError      this JSON is no article of ours
    ├── SpeechError         no sound came out of an engine
    │   ├── EngineError     its library crashed, ended the process, hung, or wrote nothing
    │   └── NoVoiceError    no engine, voice or sound device for what was asked
    └── MissingExtraError   an optional part is not installed

Every message says what happened, where, and what to do about it.
"""

from __future__ import annotations

__all__ = [
    "A11yNewsError",
    "CodecError",
    "EngineError",
    "LimitError",
    "MissingExtraError",
    "NoVoiceError",
    "ReadError",
    "RenderError",
    "SourceError",
    "SpeechError",
    "UsageError",
]


class A11yNewsError(Exception):
    """The root: catch this one to catch everything that a11ynews raises on purpose."""


class UsageError(A11yNewsError):
    """The call makes no sense as it stands: an unknown format, a source of a wrong type."""


class SourceError(A11yNewsError):
    """The input cannot be had: no such file, not readable, not text."""


class LimitError(SourceError):
    """The input is over a limit and the caller asked for strictness instead of a partial reading."""


class ReadError(A11yNewsError):
    """The input was read, and there is no article in it."""


class RenderError(A11yNewsError):
    """The article cannot be written in the form asked for."""


class CodecError(RenderError):
    """The data are not an article that this version of a11ynews can decode."""


class SpeechError(A11yNewsError):
    """No sound came of it: the engine failed, or there was nothing to say."""


class EngineError(SpeechError):
    """An engine's library crashed, ended its process, hung or wrote nothing; the next call starts it anew."""


class NoVoiceError(SpeechError):
    """No engine, voice or sound device is there for what was asked."""


class MissingExtraError(A11yNewsError):
    """An optional part is not installed; the message holds the exact line that installs it.

    Args:
        purpose: What needs it, as the subject of a sentence ("speech").
        extra: The name of the extra, as in ``pip install 'a11ynews[extra]'``.

    Example:
        >>> str(MissingExtraError("speech", "speech"))
        "speech needs the 'speech' extra: pip install 'a11ynews[speech]'"
    """

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs the '{extra}' extra: pip install 'a11ynews[{extra}]'")
        self.purpose = purpose
        self.extra = extra
