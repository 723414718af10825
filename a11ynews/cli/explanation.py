"""What was kept as what, what was removed by which rule, and what became metadata: as data and as lines.

The lines are linear: one finding after the other, the counts first, no columns and no colour, so
that a screen reader says them in order and ``less`` shows them without wrapping tricks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from a11ynews.model.article import Article, Metadata
from a11ynews.model.describe import Kept, count, describe_block, kept_blocks
from a11ynews.model.verdicts import Decision, Outcome, Verdict
from a11ynews.read.explain.reasons import reason_for

__all__ = ["Kept", "describe_block", "explain_data", "explain_lines", "find_lines", "kept_blocks"]

PREVIEW_CHARS = 72
"""First words of a piece: enough to find it on the page, and with its indent within 80 columns."""


def explain_data(article: Article, decisions: Sequence[Decision] = ()) -> dict[str, object]:
    """Return the explanation for programs: plain data, ready for ``json.dumps``.

    The keys are ``kind``, ``language``, ``metadata`` (a list of claims), ``header``, ``kept``,
    ``decisions``, ``removed`` and ``warnings``; the entries have the fields of the records that they come from.
    """
    return {
        "kind": article.kind,
        "title": article.title,
        "language": article.language,
        "metadata": [asdict(candidate) for candidate in article.metadata.candidates],
        "header": [asdict(text) for text in article.header],
        "kept": [asdict(kept) | {"reason": reason_for(kept.rule, kept.where)} for kept in kept_blocks(article.body)],
        "decisions": [asdict(decision) for decision in decisions],
        "removed": [asdict(piece) for piece in article.removed],
        "warnings": [asdict(notice) for notice in article.warnings],
    }


def explain_lines(article: Article, name: str, decisions: Sequence[Decision] = ()) -> Iterator[str]:
    """Yield the explanation for people, line by line.

    Args:
        article: The article.
        name: What to call the input.
        decisions: What was refused, and what was decided inside lines.
    """
    kept = list(kept_blocks(article.body))
    signs = [claim.source for claim in article.metadata.candidates if claim.field == "kind"]
    because = f" ({'; '.join(signs)})" if signs else ""
    yield f"{name}: {article.kind.replace('-', ' ')}{because}."
    counts = (count(len(kept), "block") + " kept", count(len(article.removed), "piece") + " removed")
    yield f"{', '.join(counts)}, {count(len(article.warnings), 'warning')}."
    yield from _section("About the story", _about(article.metadata))
    yield from _section("Words of the page that became this", _header(article))
    yield from _section("Kept, in reading order", _kept(kept))
    yield from _section("Decided on the way", _decisions(decisions))
    yield from _section("Removed", _removed(article))
    yield from _section("Warnings", (f"{notice.kind}: {notice}" for notice in article.warnings))


def find_lines(verdicts: Sequence[Verdict], wanted: str, name: str) -> Iterator[str]:
    """Yield, for each piece of the page that has some words, what became of it and why.

    Args:
        verdicts: The page's pieces, in order.
        wanted: The words; case and white space do not count.
        name: What to call the input.

    Example:
        >>> found = find_lines([Verdict(text="Read also", outcome="removed", what="related")], "READ  also", "a.html")
        >>> list(found)[0]
        'a.html: 1 piece has these words.'
    """
    folded = " ".join(wanted.casefold().split())
    found = [verdict for verdict in verdicts if folded in " ".join(verdict.text.casefold().split())]
    if not found:
        yield f"{name}: no text that a reader of the page sees has these words."
        return
    yield f"{name}: {count(len(found), 'piece has', 'pieces have')} these words."
    for number, verdict in enumerate(found, start=1):
        yield f"{number}. {_OUTCOMES[verdict.outcome]} {verdict.what}{_place(verdict.where)}{_rule(verdict.rule)}"
        if verdict.reason:
            yield f"   {verdict.reason}"
        if verdict.evidence:
            yield f"   {verdict.evidence}"
        yield f"   {_preview(verdict.text)}"


_OUTCOMES: dict[Outcome, str] = {"kept": "Kept as", "metadata": "Known about the story, as", "removed": "Removed as"}


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    content = list(lines)
    if content:
        yield ""
        yield title
        yield from content


_FIELDS = ("title", "kicker", "summary", "authors", "published", "modified", "language", "direction")
_FIELDS_AFTER = ("site_name", "section", "tags", "url", "canonical_url", "licence", "access")


def _about(metadata: Metadata) -> Iterator[str]:
    for name in (*_FIELDS, *_FIELDS_AFTER):
        value = getattr(metadata, name)
        if value in (None, ()):
            continue
        shown = "; ".join(value) if isinstance(value, tuple) else str(value)
        yield f"{name.replace('_', ' ').capitalize()}: {shown}{_sources(metadata, name)}"


def _sources(metadata: Metadata, name: str) -> str:
    """Where a value was found, and who on the page says something else."""
    claims = [claim for claim in metadata.candidates if claim.field == name]
    winners = {claim.value.strip() for claim in claims if claim.chosen}
    agreed = dict.fromkeys(claim.source for claim in claims if claim.value.strip() in winners)
    others = dict.fromkeys(
        f"{claim.source} says {_preview(claim.value)}" for claim in claims if claim.value.strip() not in winners
    )
    reason = next((claim.why for claim in claims if claim.why), "")
    parts = [f"from {', '.join(agreed)}: {reason}" if reason else f"from {', '.join(agreed)}"] if agreed else []
    parts += others
    return f" ({'; '.join(parts)})" if parts else ""


def _header(article: Article) -> Iterator[str]:
    for text in article.header:
        yield f"{text.role}: {_preview(text.text)}{_place(text.where)}"


def _kept(blocks: list[Kept]) -> Iterator[str]:
    for kept in blocks:
        yield f"{kept.number}. {kept.what}{_place(kept.where)}{_rule(kept.rule)}"
        if reason := reason_for(kept.rule, kept.where):
            yield f"   {reason}"
        if kept.text:
            yield f"   {_preview(kept.text)}"


def _decisions(decisions: Sequence[Decision]) -> Iterator[str]:
    for number, decision in enumerate(decisions, start=1):
        yield f"{number}. {decision.what}{_place(decision.where)}{_rule(decision.rule)}: {decision.reason}"
        if decision.text:
            yield f"   {_preview(decision.text)}"


def _removed(article: Article) -> Iterator[str]:
    for number, piece in enumerate(article.removed, start=1):
        yield f"{number}. {piece.kind}{_place(piece.where)}{_rule(piece.rule)}: {piece.reason}"
        yield f"   {_preview(piece.text)}"


def _place(where: str) -> str:
    return f", at {where}" if where else ""


def _rule(rule: str) -> str:
    return f", by the rule {rule}" if rule else ""


def _preview(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= PREVIEW_CHARS else f"“{words[:PREVIEW_CHARS].rstrip()} …”"
