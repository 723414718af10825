"""Every claim on a field, whether the field's value comes from it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11ynews.model.article import Candidate
from a11ynews.read.metadata.author_vote import Authors
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.date_vote import Dates
from a11ynews.read.metadata.reading import Reading

__all__ = ["candidates_of"]

_WHY = {
    "title": "the heading or declared title that agrees best with the others",
    "authors": "declared, and the visible byline does not name others",
    "published": "the most trusted declaration of a date",
    "modified": "the most trusted declaration of a date",
    "tags": "the topics of all sources are joined",
    "byline": "the byline that readers see names them",
    "date line": "readers see it, and nothing more trusted is declared, or only a later date",
    "topic list": "a list of topics that readers see",
    "kicker": "the line above the headline",
}


def candidates_of(reading: Reading, authors: Authors, dates: Dates, tag_sources: Iterable[str]) -> Iterator[Candidate]:
    """Yield every claim, whether the field's value comes from it, and why."""
    taken = set(tag_sources)
    first = {claim.field: claim.value for claim in reversed(reading.claims) if claim.value}
    chosen: dict[str, Claim | None] = {
        "title": reading.title.claim if reading.title else None,
        "published": dates.published_claim,
        "modified": dates.modified_claim,
        "section": reading.section,
    }
    for claim in reading.claims:
        if claim.field in chosen:
            won = claim is chosen[claim.field]
        elif claim.field == "authors":
            won = claim.source == authors.source
        elif claim.field == "tags":
            won = claim.source in taken
        else:
            won = claim.value == first.get(claim.field)
        why = _WHY.get(claim.field, "the first source that says so") if won else ""
        yield Candidate(field=claim.field, value=claim.value, source=claim.source, chosen=won, why=why)
    yield from _seen_candidates(reading, authors, dates)


def _seen_candidates(reading: Reading, authors: Authors, dates: Dates) -> Iterator[Candidate]:
    """Yield what the lines around the headline claim."""
    for one in reading.bylines:
        won = authors.source == "byline" and one in authors.seen
        yield Candidate(
            field="authors", value=one.line.text, source="byline", chosen=won, why=_WHY["byline"] if won else ""
        )
    undeclared = {
        "published": None if dates.published_claim else dates.published_line,
        "modified": None if dates.modified_claim else dates.modified_line,
    }
    for seen in reading.dates_seen:
        name = "modified" if seen.kind == "modified" else "published"
        won = undeclared[name] is seen
        yield Candidate(
            field=name, value=seen.line.text, source="date line", chosen=won, why=_WHY["date line"] if won else ""
        )
    if reading.topics:
        value = ", ".join(reading.topics[1])
        yield Candidate(field="tags", value=value, source="topic list", chosen=True, why=_WHY["topic list"])
    if reading.kicker:
        value, source = reading.kicker[1], "line above the headline"
        yield Candidate(field="kicker", value=value, source=source, chosen=True, why=_WHY["kicker"])
