"""The structure of real pages does not get lost: ../shared/eval/structure_score.py on its three sets, with floors.

The gold of each set is what another engine made of the page, reviewed by its authors, so it has that engine's
taste, and the shipped weights were trained on two of the sets. The floors tell of regressions, not of quality;
``python tests/training/score_structure.py`` scores each page by weights that never saw its site.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from fixtures.real_pages import MISSING, SHARED

MEASURED = tomllib.loads((Path(__file__).parent / "structure_floors.toml").read_text(encoding="utf-8"))
MACRO_SLACK = 0.015
TYPE_SLACK = 0.05
"""Types of few items swing with each of them."""

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason=MISSING)]


@pytest.fixture(scope="module")
def result() -> Iterator[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SHARED / "eval"))
        scorer = importlib.import_module("structure_score")
        corpus = scorer.load_corpus(SHARED / "corpora" / "structure-dev")
        yield scorer.score_corpus(corpus, scorer.library_predictions())
    sys.modules.pop("structure_score", None)


def misses(types: Mapping[str, Mapping[str, Any]], measured: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the types whose F1 is worse than what was measured, each with that."""
    return {
        kind: (types[kind]["f1"], value) for kind, value in measured.items() if types[kind]["f1"] < value - TYPE_SLACK
    }


def test_no_page_fails(result: dict[str, Any]) -> None:
    assert result["errors"] == {}


@pytest.mark.parametrize("group", MEASURED)
def test_no_set_falls_below_its_floor(group: str, result: dict[str, Any]) -> None:
    figures = result["sets"][group]
    assert figures["pages"] == MEASURED[group]["pages"], "another corpus: measure again"
    assert figures["macro_f1"] >= MEASURED[group]["macro_f1"] - MACRO_SLACK
    assert misses(figures["types"], MEASURED[group]["types"]) == {}


@pytest.mark.parametrize("group", MEASURED)
def test_all_types_of_many_items_have_a_floor(group: str, result: dict[str, Any]) -> None:
    scored = {kind for kind, figures in result["sets"][group]["types"].items() if figures["scored"]}
    assert scored == set(MEASURED[group]["types"])


def test_a_type_that_is_worse_by_more_than_the_slack_is_told() -> None:
    measured = {"list": 0.9, "quote": 0.9}
    assert misses({"list": {"f1": 0.84}, "quote": {"f1": 0.86}}, measured) == {"list": (0.84, 0.9)}
