"""Reading real pages does not get worse: the figures of ../shared/eval on each fourth page, with floors under them.

The weights were trained on these pages, so the figures are higher than those for pages of new sites.
They tell of regressions, not of quality; for that, ``python tests/training/train_reader.py --check``
scores each page by weights that never saw its site. A floor is what was measured, less ``SLACK``.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fixtures.real_pages import MISSING, SHARED, ask_all, pages

MEASURED = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
STEP = 4
SLACK = 0.01
LOW_IS_GOOD = frozenset({"without_leaked"})
SECONDS_A_PAGE = 60

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason=MISSING)]


@pytest.fixture
def scorer() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SHARED / "eval"))
        yield importlib.import_module("score")
    for name in ("score", "corpora", "extractors", "metrics"):
        sys.modules.pop(name, None)


def fingerprint(corpus: str) -> str:
    """Return a hash of the names and sizes of a corpus's pages."""
    listing = "".join(f"{page.name} {page.stat().st_size}\n" for page in pages(corpus))
    return hashlib.sha256(listing.encode()).hexdigest()


def misses(figures: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the figures that are worse than what was measured, each with that."""
    return {
        name: (figures[name], value)
        for name, value in measured.items()
        if (figures[name] > value + SLACK if name in LOW_IS_GOOD else figures[name] < value - SLACK)
    }


@pytest.mark.parametrize("corpus", MEASURED)
def test_the_figures_are_those_of_the_corpus_that_is_here(corpus: str) -> None:
    assert len(pages(corpus)) == MEASURED[corpus]["pages"]
    assert fingerprint(corpus) == MEASURED[corpus]["fingerprint"], "another corpus: measure again"


@pytest.mark.parametrize("corpus", MEASURED)
def test_no_figure_falls_below_its_floor(corpus: str, scorer: Any) -> None:  # noqa: ANN401 - the scorer is not ours
    chosen = scorer.load_corpus(SHARED / "corpora" / corpus)[::STEP]
    results = ask_all(partial(scorer.run_page, extractor_name="a11ynews", limit=SECONDS_A_PAGE), chosen)
    figures = scorer.summary_of(results)
    assert [(result.id, result.error) for result in results if result.error] == []
    assert misses(figures, MEASURED[corpus]["figures"]) == {}, scorer.format_table({corpus: figures})


def test_a_figure_that_is_worse_by_more_than_the_slack_is_told() -> None:
    measured = {"word_f1": 0.9, "title": 0.9, "without_leaked": 0.1}
    assert misses({"word_f1": 0.88, "title": 0.895, "without_leaked": 0.105}, measured) == {"word_f1": (0.88, 0.9)}
    assert misses({"word_f1": 1.0, "title": 1.0, "without_leaked": 0.2}, measured) == {"without_leaked": (0.2, 0.1)}
