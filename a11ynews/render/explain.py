"""The page with its verdicts, drawn as one accessible page: each piece in order, and what became of it.

Whether a piece was kept is said in words, before the piece; the lines at the side only repeat it. There is
no script, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from a11ynews.model.article import Article, Candidate
from a11ynews.model.describe import count
from a11ynews.model.verdicts import Decision, Outcome, Verdict
from a11ynews.render.base import Rendering
from a11ynews.render.html.sheet import language_attributes
from a11ynews.render.markup import escape

__all__ = ["render"]

_SHOWN = 300
"""Characters shown of what a decision is about: a refused table may be a page."""

_SAID: dict[Outcome, str] = {"kept": "Kept", "metadata": "Known about the story", "removed": "Removed"}


def render(article: Article, verdicts: Sequence[Verdict], name: str, decisions: Sequence[Decision] = ()) -> Rendering:
    """Draw a page with its verdicts.

    Args:
        article: What was read.
        verdicts: The page's pieces, in order.
        name: What to call the input.
        decisions: What was refused, and what was decided inside lines.

    Example:
        >>> drawn = render(Article(), [Verdict(text="Home", outcome="removed", what="navigation")], "a.html")
        >>> '<strong>Removed: navigation</strong>' in drawn.text
        True
    """
    title = f"How {name} was read"
    parts = [
        _head(title),
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n",
        _summary(article, verdicts),
        _warnings(article),
        _claims(article.metadata.candidates, language_attributes(article.language, article.direction)),
        _pieces(article, verdicts),
        _decisions(decisions, language_attributes(article.language, article.direction)),
        "</main>\n</body>\n</html>\n",
    ]
    return Rendering(content="".join(parts), media_type="text/html")


@cache
def _style() -> tuple[str, str]:
    css = files("a11ynews.render").joinpath("templates", "explain.css").read_text(encoding="utf-8").strip()
    return css, base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()


def _head(title: str) -> str:
    css, digest = _style()
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{css}</style>\n</head>\n"
    )


def _summary(article: Article, verdicts: Sequence[Verdict]) -> str:
    numbers = {outcome: sum(verdict.outcome == outcome for verdict in verdicts) for outcome in _SAID}
    counts = (
        f"{count(numbers['kept'], 'piece')} kept, {numbers['removed']} removed, {numbers['metadata']} known about it"
    )
    return f"<p>It is taken for: {escape(article.kind.replace('-', ' '))}. Of the page's text {counts}.</p>\n"


def _warnings(article: Article) -> str:
    if not article.warnings:
        return ""
    items = "".join(
        f"<li>{escape(str(notice))} <code>{escape(notice.kind)}</code></li>\n" for notice in article.warnings
    )
    return f"<h2>What was odd</h2>\n<ul>\n{items}</ul>\n"


def _claims(candidates: Sequence[Candidate], language: str) -> str:
    """Write the table of all claims about the story."""
    if not candidates:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(claim.field.replace("_", " "))}</th>'
        f"<td><bdi{language}>{escape(claim.value)}</bdi></td>"
        f"<td>{escape(claim.source)}</td><td>{escape(_outcome(claim))}</td></tr>\n"
        for claim in candidates
    )
    return (
        "<h2>What the page says about the story</h2>\n"
        '<div class="table" role="region" tabindex="0" aria-label="Claims">\n'
        "<table>\n<caption>Every claim, where it stands, and whether it was believed</caption>\n"
        '<thead><tr><th scope="col">Field</th><th scope="col">Claim</th><th scope="col">Source</th>'
        f'<th scope="col">Outcome</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'
    )


def _outcome(claim: Candidate) -> str:
    if not claim.chosen:
        return "not chosen"
    return f"chosen: {claim.why}" if claim.why else "chosen"


def _pieces(article: Article, verdicts: Sequence[Verdict]) -> str:
    language = language_attributes(article.language, article.direction)
    items = "".join(_item(list(group), language) for _, group in groupby(verdicts, key=_alike))
    return f'<h2>The page, piece by piece</h2>\n<ol class="page">\n{items}</ol>\n' if items else ""


def _decisions(decisions: Sequence[Decision], language: str) -> str:
    """Write the list of what was decided on the way, alike decisions under one head."""
    items = "".join(
        f"<li>\n<p><strong>{escape(decision.what)}</strong>. {escape(decision.reason)}"
        f" Rule: <code>{escape(decision.rule)}</code>. Place: <code>{escape(decision.where)}</code></p>\n"
        f'<p class="said"{language}>{escape(_shortened(decision.text))}</p>\n</li>\n'
        for decision in decisions
    )
    return f'<h2>Decided on the way</h2>\n<ol class="page">\n{items}</ol>\n' if items else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"


def _alike(verdict: Verdict) -> tuple[object, ...]:
    """Neighbours that were judged alike are one entry; paragraphs of the story are one each."""
    if verdict.outcome == "kept":
        return (id(verdict),)
    return verdict.outcome, verdict.what, verdict.rule, verdict.reason


def _item(group: list[Verdict], language: str) -> str:
    first = group[0]
    text = "\n".join(verdict.text for verdict in group)
    return (
        f'<li class="{first.outcome}">\n<p class="why"><strong>{_SAID[first.outcome]}: {escape(first.what)}</strong>'
        f'{"".join(_because(first))}</p>\n<p class="said"{language}>{escape(text)}</p>\n</li>\n'
    )


def _because(verdict: Verdict) -> Iterator[str]:
    if verdict.reason:
        yield f". {escape(verdict.reason)}"
    elif verdict.where or verdict.rule:
        yield "."
    if verdict.evidence:
        yield f" {escape(verdict.evidence)}"
    if verdict.rule:
        yield f" Rule: <code>{escape(verdict.rule)}</code>."
    if verdict.where:
        yield f" Place: <code>{escape(verdict.where)}</code>"
