"""The script as SSML 1.1, for speech services and engines that take markup.

Only the core of the standard is used, which the services of all vendors understand: ``speak``,
``p``, ``s``, ``break``, ``lang`` and ``prosody``. The words are the *spoken* ones, so that a
service needs no rules of its own for dates and money. Nothing of the page is ever an attribute,
save language tags, and those are checked.

Source: W3C, Speech Synthesis Markup Language (SSML) Version 1.1, 7 September 2010.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from a11ynews.model.article import Article
from a11ynews.render.base import Rendering
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.script import DEFAULT_LANGUAGE, write_script
from a11ynews.speech.utterance import Role, Run, Utterance

__all__ = ["Options", "render"]

MEDIA_TYPE = "application/ssml+xml"

_SENTENCES: frozenset[Role] = frozenset(("kicker", "title", "byline", "date", "heading", "list", "item", "term", "row"))
"""Roles that are one sentence (``s``); the others are paragraphs (``p``), which the service splits."""

# xs:language, which the schema asks for: XML Schema Part 2, 3.3.3.
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# What XML 1.0 section 2.2 does not allow as a character.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the story is told.

    Attributes:
        profile: "brief", "normal" or "full".
    """

    profile: str = "normal"


def render(article: Article, options: Options | None = None) -> Rendering:
    """Return the story as an SSML document.

    Args:
        article: The story.
        options: How it is told.

    Raises:
        UsageError: If there is no such profile.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> print(render(Article(metadata=Metadata(title="Cats & dogs", language="en"))).text)
        <?xml version="1.0" encoding="UTF-8"?>
        <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
        <s>Cats and dogs</s>
        </speak>
        <BLANKLINE>
    """
    script = write_script(article, (options or Options()).profile)
    lang = _tag(article.language or DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="{lang}">',
    ]
    for gap, utterance in zip(gaps_s(script), script, strict=True):
        if gap:
            lines.append(f'<break time="{round(gap * 1000)}ms"/>')
        lines.append(_utterance(utterance, lang))
    lines.append("</speak>\n")
    return Rendering(content="\n".join(lines), media_type=MEDIA_TYPE)


def _utterance(utterance: Utterance, article_lang: str) -> str:
    name = "s" if utterance.role in _SENTENCES else "p"
    lang = _tag(utterance.lang) or article_lang
    words = " ".join(_run(run, lang) for run in utterance.runs)
    if utterance.voice == "quote":
        # A second voice would need a name that only one service knows; pitch is understood by all.
        words = f'<prosody pitch="-10%">{words}</prosody>'
    attribute = f' xml:lang="{lang}"' if lang != article_lang else ""
    return f"<{name}{attribute}>{words}</{name}>"


def _run(run: Run, around: str) -> str:
    words = escape(_NO_XML.sub("", run.spoken.strip()))
    lang = _tag(run.lang) or around
    return words if lang == around else f'<lang xml:lang="{lang}">{words}</lang>'


def _tag(language: str) -> str | None:
    return language if _LANGUAGE.fullmatch(language) else None
