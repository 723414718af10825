"""Floors on real pages, a little below what was measured when this was written."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from a11ynews.read.metadata import read_metadata
from a11ynews.tree.parse import parse_page

SHARED = Path(__file__).resolve().parents[5] / "shared"
FLOORS = {
    "wcxb-dev": {"title": 0.85, "authors_f1": 0.83, "date_day": 0.865},
    "fundus-dev": {"title": 0.85, "authors_f1": 0.88, "date_day": 0.975, "date_minute": 0.955, "topics_recall": 0.79},
}


@pytest.mark.corpus
@pytest.mark.parametrize("corpus", sorted(FLOORS))
def test_metadata_stays_above_its_floors(corpus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (SHARED / "corpora" / corpus).is_dir():
        pytest.skip(f"no pages: {SHARED / 'corpora' / corpus} is absent")
    monkeypatch.syspath_prepend(str(SHARED / "eval"))
    corpora, extractors, metrics = (importlib.import_module(name) for name in ("corpora", "extractors", "metrics"))
    scores = [_score(page, extractors, metrics) for page in corpora.load_corpus(SHARED / "corpora" / corpus)]
    summary = metrics.summarise(scores)
    for name in ("corpora", "extractors", "metrics"):
        sys.modules.pop(name, None)
    assert {name: summary[name] for name, floor in FLOORS[corpus].items() if summary[name] < floor} == {}


def _score(page: Any, extractors: Any, metrics: Any) -> dict[str, float]:  # noqa: ANN401 - the scorers have no types
    found = read_metadata(parse_page(page.html.decode("utf-8", "replace"), url=page.url)).metadata
    extraction = extractors.Extraction(
        title=found.title, authors=found.authors, published=found.published, tags=found.tags
    )
    scores: dict[str, float] = metrics.score_page(page, extraction)
    return scores
