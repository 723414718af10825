"""The language a page declares, as a BCP 47 tag, and the direction of its script."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11ynews.model.inlines import Direction
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import Scan

__all__ = ["direction_of", "language_of", "language_tag", "read_language"]

_TAG = re.compile(
    r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?:[-_][0-9a-zA-Z]{1,8}){0,3}", re.ASCII
)
_RTL = frozenset(
    {
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "ji",
        "ks",
        "ku-arab",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    }
)
_RTL_SCRIPTS = frozenset({"arab", "hebr", "thaa", "nkoo", "syrc", "adlm"})
_NONE = frozenset({"und", "zxx", "mul", "xx"})


def language_tag(text: str) -> str | None:
    """Return a well-formed language tag in its usual case, None for anything else.

    Example:
        >>> language_tag("pt_br"), language_tag("zh-hans-CN"), language_tag("English")
        ('pt-BR', 'zh-Hans-CN', None)
    """
    match = _TAG.fullmatch(text.strip().partition(",")[0].strip())
    if not match or match[1].lower() in _NONE:
        return None
    parts = [match[1].lower(), match[2].title() if match[2] else "", match[3].upper() if match[3] else ""]
    return "-".join(part for part in parts if part)


def read_language(found: Scan) -> list[Claim]:
    """Return what the html and body elements declare."""
    page = found.page
    claims = []
    for name in ("html", "body"):
        for node in page.find(name):
            value = page.attributes[node].get("lang") or page.attributes[node].get("xml:lang") or ""
            if value.strip():
                claims.append(Claim("language", value.strip()[:40], f"{name} lang"))
            break
    return claims


def language_of(claims: Sequence[Claim]) -> str | None:
    """Return the language of the first claim that is a tag; a region named by a later one is added."""
    tags = [tag for claim in claims if claim.field == "language" and (tag := language_tag(claim.value))]
    return tags[0] if tags else None


def direction_of(found: Scan, language: str | None) -> Direction | None:
    """Return the declared direction, else the one of the language's script; None if nothing is known."""
    page = found.page
    for name in ("html", "body"):
        for node in page.find(name):
            declared = page.attributes[node].get("dir", "").strip().lower()
            if declared == "rtl":
                return "rtl"
            if declared == "ltr":
                return "ltr"
            break
    if language is None:
        return None
    parts = language.lower().split("-")
    return "rtl" if (parts[0] in _RTL and "latn" not in parts) or _RTL_SCRIPTS & set(parts[1:]) else "ltr"
