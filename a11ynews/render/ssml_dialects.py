"""What the speech services make of SSML: tables, one a service.

=====================  =================  ====================  =====================  ======================
what                   plain (SSML 1.1)   Azure                 Google                 Amazon Polly
=====================  =================  ====================  =====================  ======================
root                   ``speak`` 1.1      ``speak`` 1.0 with a  ``speak``              ``speak``
                                          ``voice`` inside
marks                  ``mark name=``     ``bookmark mark=``    ``mark name=``         ``mark name=``
language of words      ``xml:lang``,      ``lang``              ``lang``               ``lang``, of 37 tags
                       ``lang``
second voice           ``prosody pitch``  ``prosody pitch``     ``prosody pitch``      ``prosody rate``
longest ``break``      any                20 s                  10 s                   10 s
longest request        any                64 kB                 5,000 bytes            6,000 characters
=====================  =================  ====================  =====================  ======================

``p``, ``s`` and ``break`` are the same everywhere. A language that a service does not know is left to
the voice around it, with a notice; a text that is too long for one request gets a notice too.

Sources:
    W3C, SSML 1.1, 7 September 2010. Microsoft, "Speech Synthesis Markup Language document structure and
    events". Google, "Cloud Text-to-Speech: SSML" and "Quotas and limits". Amazon, "Supported SSML tags",
    which refuses ``pitch`` and ``emphasis`` in neural voices, and "Quotas in Amazon Polly".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from a11ynews.errors import UsageError

__all__ = ["AZURE_VOICE", "DIALECTS", "Dialect", "DialectName", "dialect_of"]

DialectName: TypeAlias = Literal["plain", "azure", "google", "polly"]

_REGIONS: Mapping[str, str] = MappingProxyType({
    "en": "en-US", "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-BR", "nl": "nl-NL",
    "pl": "pl-PL", "ru": "ru-RU", "tr": "tr-TR", "sv": "sv-SE", "da": "da-DK", "nb": "nb-NO", "no": "nb-NO",
    "fi": "fi-FI", "cs": "cs-CZ", "ro": "ro-RO", "is": "is-IS", "cy": "cy-GB", "ca": "ca-ES", "hi": "hi-IN",
    "ja": "ja-JP", "ko": "ko-KR", "zh": "zh-CN", "ar": "ar-EG", "uk": "uk-UA", "el": "el-GR", "hu": "hu-HU",
    "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK", "bn": "bn-IN", "ta": "ta-IN", "te": "te-IN", "th": "th-TH",
    "vi": "vi-VN", "id": "id-ID", "ms": "ms-MY", "sw": "sw-KE", "bg": "bg-BG", "hr": "hr-HR", "sk": "sk-SK",
    "sl": "sl-SI", "lt": "lt-LT", "lv": "lv-LV", "et": "et-EE", "sr": "sr-RS",
})  # fmt: skip
"""The region that services want where a page names only a language: the one with the most speakers of it there."""

_POLLY = frozenset((
    "ar-AE", "arb", "ca-ES", "cmn-CN", "cs-CZ", "cy-GB", "da-DK", "de-AT", "de-DE", "en-AU", "en-GB", "en-IE", "en-IN",
    "en-NZ", "en-US", "en-ZA", "es-ES", "es-MX", "es-US", "fi-FI", "fr-BE", "fr-CA", "fr-FR", "hi-IN", "is-IS",
    "it-IT", "ja-JP", "ko-KR", "nb-NO", "nl-BE", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "ro-RO", "ru-RU", "sv-SE",
    "tr-TR", "yue-CN",
))  # fmt: skip
_POLLY_NAMES = MappingProxyType({"zh-CN": "cmn-CN", "ar-EG": "arb"})
_GOOGLE_NAMES = MappingProxyType({"zh-CN": "cmn-CN", "ar-EG": "ar-XA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one service writes SSML.

    Attributes:
        name: What it is called in options.
        head: The root element, with gaps for ``{lang}``; a dialect with a voice has one for ``{voice}``.
        tail: What closes it.
        mark: A mark, with a gap for its ``{name}``.
        second_voice: Attributes of ``prosody`` for words that somebody else says.
        break_ms_max: The longest silence; None for any.
        request_max: The longest text of one request, in bytes (UTF-8); None for any.
        regions: Whether a language needs its region.
        renamed: Tags that the service calls otherwise.
        known: The tags that it knows; None for all.
    """

    name: DialectName
    head: str
    tail: str = "</speak>"
    mark: str = '<mark name="{name}"/>'
    second_voice: str = 'pitch="-10%"'
    break_ms_max: int | None = None
    request_max: int | None = None
    regions: bool = True
    renamed: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] | None = None

    def tag(self, language: str) -> str | None:
        """Return what the service calls a language; None if it has no name for it.

        Example:
            >>> DIALECTS["polly"].tag("zh"), DIALECTS["polly"].tag("mi"), DIALECTS["plain"].tag("mi")
            ('cmn-CN', None, 'mi')
        """
        if not self.regions:
            return language
        base = language.partition("-")[0].lower()
        full = language if "-" in language else _REGIONS.get(base, language)
        full = self.renamed.get(full, full)
        if self.known is None or full in self.known:
            return full
        usual = _REGIONS.get(base, "")
        usual = self.renamed.get(usual, usual)
        return usual if usual in self.known else None


DIALECTS: Mapping[DialectName, Dialect] = MappingProxyType({
    "plain": Dialect(
        name="plain",
        head='<?xml version="1.0" encoding="UTF-8"?>\n'
        '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="{lang}">',
        regions=False,
    ),
    "azure": Dialect(
        name="azure",
        head='<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" '
        'xmlns:mstts="http://www.w3.org/2001/mstts" xml:lang="{lang}">\n<voice name="{voice}">',
        tail="</voice>\n</speak>",
        mark='<bookmark mark="{name}"/>',
        break_ms_max=20_000,
        request_max=65_536,
    ),
    "google": Dialect(
        name="google",
        head='<speak xml:lang="{lang}">',
        break_ms_max=10_000,
        request_max=5_000,
        renamed=_GOOGLE_NAMES,
    ),
    "polly": Dialect(
        name="polly",
        head='<speak xml:lang="{lang}">',
        second_voice='rate="95%"',
        break_ms_max=10_000,
        request_max=6_000,
        renamed=_POLLY_NAMES,
        known=_POLLY,
    ),
})  # fmt: skip

AZURE_VOICE = "en-US-AvaMultilingualNeural"
"""Speaks the languages of ``lang`` by itself, so that one voice does for a story with words of others."""


def dialect_of(name: str) -> Dialect:
    """Return a dialect by its name.

    Raises:
        UsageError: If there is none of that name; the message lists them.
    """
    for known, dialect in DIALECTS.items():
        if known == name:
            return dialect
    message = f"no SSML dialect {name!r}; there are: {', '.join(get_args(DialectName))}"
    raise UsageError(message)
