"""Verdicts below the story's last paragraph, and on labels between its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from a11ynews.read.metadata.authors import without_by
from a11ynews.read.plain.headers import names_of, tags_of
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import ends_sentence
from a11ynews.read.plain.verdict import STORY, Verdict, furniture
from a11ynews.read.vocabulary import find_pointer, words

__all__ = ["judge_middle", "judge_tail"]

#: Labels with a list below them: of other stories, networks, topics, menu entries.
_RUN_KINDS = frozenset(
    {"ticker-label", "most-read", "related", "read-more", "navigation", "follow", "share", "comments", "newsletter",
     "app-promo", "skip-links", "tags", "rights", "print"}
)  # fmt: skip
#: Below these labels stand whole headlines; below the others only short entries.
_HEADLINE_KINDS = frozenset({"ticker-label", "most-read", "related", "read-more", "comments"})
_ENTRY_WORDS = 4
#: One line below a label may be anything; two that look like headlines are a list of them.
_RUN_LINES = 2
#: Characters of a note on the author; a longer paragraph is the story's, of which the author may be a part.
_LONGEST_CARD = 300


def judge_tail(looks: Sequence[Look], verdicts: list[Verdict], start: int) -> int:
    """Put verdicts on the residue below the story.

    What is below the last paragraph goes from the first label on, if all that follows is labels or
    the lists that they announce. Lines above the first label stay in the story.

    Args:
        looks: All chunks.
        verdicts: A verdict for each, changed in place.
        start: The first index that may be looked at.

    Returns:
        The index at which the residue begins.
    """
    zone = len(looks)
    while zone > start and (not looks[zone - 1].is_prose or looks[zone - 1].phrase is not None):
        zone -= 1
    found: dict[int, Verdict] = {}
    for index in range(max(zone - 1, start + 1), min(zone + 1, len(looks))):
        if _is_about(looks[index], looks, verdicts):
            verdicts[index] = furniture("author-card", "author-below-story")
    headlines = {look.folded for look, verdict in zip(looks, verdicts, strict=True) if verdict.role == "headline"}
    kind = ""
    for index in range(zone, len(looks)):
        verdict = _verdict(looks[index], kind, headlines)
        if verdicts[index].kind == "author-card":
            continue
        if verdict is None:
            found, kind = {}, ""
            continue
        found[index] = verdict
        kind = verdict.kind if looks[index].phrase else kind
    for index, verdict in found.items():
        verdicts[index] = verdict
    return min(found, default=len(looks))


def _is_about(look: Look, looks: Sequence[Look], verdicts: Sequence[Verdict]) -> bool:
    """Whether the last paragraph says who the author is ("Ada Writer covers the islands")."""
    text = look.chunk.text
    if len(text) > _LONGEST_CARD:
        return False
    names = (
        name
        for other, verdict in zip(looks, verdicts, strict=True)
        if verdict.role == "byline"
        for name in names_of(without_by(other.chunk.text))
    )
    rest = next((text[len(name) :].split() for name in names if " " in name and text.startswith(name)), [])
    return bool(rest) and rest[0].casefold() in words("bylines", "being")


def _verdict(look: Look, kind: str, headlines: set[str]) -> Verdict | None:
    """The verdict on a line below the story; None if it is, as far as one can see, of the story."""
    if look.phrase is not None and not tags_of(look.chunk.text):
        return furniture(look.phrase.kind, "furniture-label" if look.label else "furniture-phrase")
    if tags_of(look.chunk.text):
        return Verdict(role="tags", rule="tags-line")
    if look.folded in headlines:
        return furniture("duplicate", "headline-again")
    if kind and (look.is_count or look.is_rule):
        return furniture(kind, "run-below-label")
    is_entry = look.is_headline_like and (kind in _HEADLINE_KINDS or look.words <= _ENTRY_WORDS)
    return furniture(kind, "run-below-label") if kind in _RUN_KINDS and is_entry else None


def judge_middle(looks: Sequence[Look], verdicts: list[Verdict], start: int, end: int) -> None:
    """Put verdicts on labels between paragraphs, where two further signs agree.

    The signs: the same label stands alone more than once; headlines follow it; and the text has
    the same kind of residue at its ends. For the label of an advertisement, which heads no section, any residue will
    do. A pointer ("Read also: The ferry returns") is none of the story's wherever it stands.

    Args:
        looks: All chunks.
        verdicts: A verdict for each, changed in place.
        start: Index of the first chunk below the headers.
        end: Index at which the residue below the story begins.
    """
    for index in range(start, end):
        look = looks[index]
        pointer = None if look.chunk.is_solid or look.is_prose else find_pointer(look.chunk.text)
        if verdicts[index] is STORY and pointer is not None and not ends_sentence(look.chunk.text, asking=False):
            verdicts[index] = furniture(pointer.kind, "pointer-between-paragraphs")
    labelled = [i for i in range(start, end) if verdicts[i] is STORY and looks[i].label is not None]
    if not labelled:
        return
    counts = Counter(looks[i].folded for i in labelled)
    at_ends = {verdict.kind for verdict in verdicts if verdict.role == "furniture"}
    for index in labelled:
        label = looks[index].label
        if label is None or verdicts[index] is not STORY:
            continue
        run = _run(looks, index + 1, end) if label.kind in _HEADLINE_KINDS else range(0)
        signs = (counts[looks[index].folded] > 1) + (label.kind in at_ends) + (len(run) >= _RUN_LINES)
        signs += (label.kind == "advertisement") + (label.kind == "advertisement" and bool(at_ends))
        if signs >= _RUN_LINES:
            below = run if len(run) >= _RUN_LINES else range(0)
            for line in (index, *below):
                verdicts[line] = furniture(label.kind, "label-between-paragraphs")


def _run(looks: Sequence[Look], start: int, end: int) -> range:
    """The lines like headlines from an index on."""
    stop = start
    while stop < end and looks[stop].is_headline_like and looks[stop].words >= _ENTRY_WORDS and not looks[stop].label:
        stop += 1
    return range(start, stop)
