"""Which voice for which language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

__all__ = ["names_like", "voice_for", "without_voice"]

_LIKELY: Mapping[str, str] = MappingProxyType({
    "en": "en-us", "fr": "fr-fr", "de": "de-de", "es": "es-es", "pt": "pt-br", "it": "it-it", "nl": "nl-nl",
    "zh": "zh-cn", "ar": "ar-eg", "sv": "sv-se", "da": "da-dk", "vi": "vi-vn",
})  # fmt: skip
"""The region that a bare language stands for (Unicode CLDR, likelySubtags)."""

_PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"en": ("en-gb",), "es": ("es-419",)})
"""What English outside the United States, and Spanish outside Spain, follow (CLDR, parentLocales)."""

_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "tl": "fil", "nn": "nb"}
)
"""Languages that some engine calls by another tag; espeak-ng has its own for Chinese."""


def voice_for(lang: str, voices: Iterable[tuple[str, str]]) -> str | None:
    """Return the id of the voice for a language, or None if there is none.

    The exact tag is best; then the region that stands for the language; then any of its voices.

    Args:
        lang: BCP 47 tag.
        voices: Ids with a language tag each, in lower case; the first of a tag counts.

    Example:
        >>> voices = [("caribbean", "en-029"), ("british", "en-gb"), ("american", "en-us"), ("mandarin", "cmn")]
        >>> [voice_for(lang, voices) for lang in ("en", "en-AU", "zh-Hans", "fi")]
        ['american', 'british', 'mandarin', None]
        >>> spanish = [("castilian", "es"), ("latin", "es-419")]
        >>> [voice_for(lang, spanish) for lang in ("es", "es-ES", "es-MX")]
        ['castilian', 'castilian', 'latin']
    """
    by_tag: dict[str, str] = {}
    for voice, tag in voices:
        by_tag.setdefault(tag, voice)
    for wanted in _wanted(lang.lower().replace("_", "-")):
        if wanted in by_tag:
            return by_tag[wanted]
    primary = lang.lower().replace("_", "-").partition("-")[0]
    return next((voice for tag, voice in by_tag.items() if tag.startswith(f"{primary}-")), None)


def without_voice(languages: Iterable[str], voices: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the languages that no voice speaks; none if no voices are known, or one speaks all ("*").

    Args:
        languages: BCP 47 tags.
        voices: The tags of each voice, in lower case.

    Example:
        >>> without_voice(("en-AU", "tlh", "no"), [("en-gb", "en"), ("nb", "no")])
        ('tlh',)
    """
    tags = [("", tag) for voice in voices for tag in voice]
    if not tags or ("", "*") in tags:
        return ()
    return tuple(lang for lang in languages if voice_for(lang, tags) is None)


def _wanted(tag: str) -> Iterable[str]:
    """Yield the tags to look for, the best first."""
    primary, _, region = tag.partition("-")
    yield tag
    likely = _LIKELY.get(primary, primary)
    if region and tag != likely:
        yield from _PARENTS.get(primary, ())
        yield primary
    yield from (likely, primary)
    yield _OTHER_NAMES.get(primary, primary)


_NAMES_LISTED = 5
"""How many names a message lists: espeak-ng has 141 voices."""


def names_like(wanted: str, names: Iterable[str]) -> list[str]:
    """Return a few names of voices that may have been meant; the first ones if none comes near.

    Example:
        >>> names_like("scotish", ["Dutch", "English (Scottish)", "Welsh"])
        ['English (Scottish)']
    """
    import difflib  # noqa: PLC0415 - for a message only; it costs a start 10 ms

    by_word = {word.strip("()").casefold(): name for name in names for word in name.split()}
    near = difflib.get_close_matches(wanted.casefold(), by_word, n=_NAMES_LISTED, cutoff=0.6)
    return list(dict.fromkeys(by_word[word] for word in near)) or sorted(names)[:_NAMES_LISTED]
