"""Times as WebVTT: a cue for each sentence, in which each word has its time; and one for each chapter.

Source:
    W3C, "WebVTT: The Web Video Text Tracks Format", sections 4.1 (file), 4.2.2 (cue text, timestamps).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a11ynews.speech.timings import Timings, Word

__all__ = ["chapters_vtt", "sentences_vtt"]


def sentences_vtt(timings: Timings) -> str:
    """Return a file for ``<track kind="captions">``; words get their times one after another, as in karaoke.

    Example:
        >>> from a11ynews.speech.timings import Segment
        >>> segment = Segment(kind="title", start_s=0, end_s=1.5, text="Quiet & calm", id="title-s1")
        >>> words = tuple(Word(start_s=at, end_s=at + 0.5, text=text, segment=0)
        ...               for at, text in ((0, "Quiet"), (0.5, "&"), (1, "calm")))
        >>> print(sentences_vtt(Timings(segments=(segment,), words=words, duration_s=1.5)), end="")
        WEBVTT
        <BLANKLINE>
        title-s1
        00:00:00.000 --> 00:00:01.500
        Quiet <00:00:00.500>&amp; <00:00:01.000>calm
    """
    words: list[list[Word]] = [[] for _ in timings.segments]
    for word in timings.words:
        words[word.segment].append(word)
    cues = (
        _cue(segment.id, segment.start_s, segment.end_s, _sung(mine, segment.start_s, segment.end_s, segment.text))
        for segment, mine in zip(timings.segments, words, strict=True)
    )
    return _file(cues)


def chapters_vtt(timings: Timings) -> str:
    """Return a file for ``<track kind="chapters">``."""
    return _file(_cue("", chapter.start_s, chapter.end_s, _escaped(chapter.title)) for chapter in timings.chapters)


def _file(cues: Iterable[str]) -> str:
    return "\n\n".join(("WEBVTT", *filter(None, cues))) + "\n"


def _cue(name: str, start_s: float, end_s: float, text: str) -> str:
    """Return a cue; none for what is over before it begins, which WebVTT has no way to say."""
    start, end = _clock(start_s), _clock(end_s)
    text = " ".join(text.split())  # a blank line would end the cue
    if start >= end or not text:
        return ""
    return "\n".join((*([name] if name else []), f"{start} --> {end}", text))


def _sung(words: Sequence[Word], start_s: float, end_s: float, text: str) -> str:
    """Return the sentence with the times of its words in it; a time must be after the one before, and in the cue."""
    before, end = _clock(start_s), _clock(end_s)
    parts, done = [], 0
    for word in words:
        place = text.find(word.text, done)
        if place < 0:
            continue  # it is written otherwise in the sentence: its time is left out, not its letters
        at = _clock(word.start_s)
        mark = f"<{at}>" if before < at < end else ""
        before = at if mark else before
        parts.append(f"{_escaped(text[done:place])}{mark}{_escaped(word.text)}")
        done = place + len(word.text)
    return "".join((*parts, _escaped(text[done:])))


def _escaped(text: str) -> str:
    """Return text that is no markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    """Return a time as WebVTT has it.

    Example:
        >>> _clock(3725.5)
        '01:02:05.500'
    """
    whole, thousandths = divmod(int(1000 * seconds + 1e-6), 1000)  # down, as in the JSON
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"
