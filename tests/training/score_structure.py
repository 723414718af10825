"""Scores structure out of fold: each page by weights that did not see its site.

    python tests/training/train_reader.py --check --folds folds.json    # some minutes, once
    python tests/training/score_structure.py folds.json                 # prints the scorer's tables

The scorer is ``../shared/eval/structure_score.py`` as it is; folds are those of ``train_reader.py``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "eval"), str(Path(__file__).parent)]

from structure_score import Page, Prediction, library_predictions, load_corpus, report, score_corpus  # noqa: E402
from train_reader import fold_of  # noqa: E402

from a11ynews.read.choice import choose, trees  # noqa: E402


def site_of(name: str) -> str:
    """Return the address that stands for a page's site in ``train_reader.py``: ``wikipedia-2`` is of ``wikipedia``."""
    return f"https://{re.sub(r'-[0-9]+$', '', name)}.invalid/"


def out_of_fold(folds: Path) -> Callable[[Page], Prediction]:
    """Return a reader of pages that takes, for each, the weights of the fold that its site is not in."""
    classifiers = [trees.classifier_from(weights) for weights in json.loads(folds.read_text(encoding="utf-8"))]
    chosen: list[Any] = [classifiers[0]]
    choose.load_classifier = lambda: chosen[0]  # type: ignore[assignment] # the reader asks for it on each page
    read = library_predictions()

    def predict(page: Page) -> Prediction:
        chosen[0] = classifiers[fold_of(site_of(page.name))]
        return read(page)

    return predict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folds", type=Path, help="what train_reader.py --check --folds wrote")
    parser.add_argument("--json", type=Path, help="write the full result here")
    arguments = parser.parse_args()
    result = score_corpus(load_corpus(SHARED / "corpora" / "structure-dev"), out_of_fold(arguments.folds))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(report(result))


if __name__ == "__main__":
    main()
