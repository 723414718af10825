"""The block classifier: a sum of small decision trees over a unit's columns and flags.

The weights are data (``weights.json``), trained by ``tests/training/train_reader.py``. A node asks
of one column whether it is at most a threshold, or of the flags whether one is set; each leaf adds
to the score; the logistic function makes the score a probability. No dependency, and a decision
can be traced to the questions that were asked. When they are loaded, the trees become code.

Source:
    Friedman (2001), "Greedy function approximation: a gradient boosting machine".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from math import exp
from typing import Any, TypeAlias, cast

from a11ynews.read.choice.columns import NAMES, Column
from a11ynews.read.choice.second_look import SECOND_NAMES
from a11ynews.read.scene.flags import bit

__all__ = ["Classifier", "Stage", "classifier_from", "load_classifier"]

_FLAG = "has:"
SURE = 4.0
"""The score of what an early stage decides: a probability of 0.98, or of 0.02."""
CHUNK = 4096
"""Units whose rows are held in memory at a time; nearly every page has fewer."""


Row: TypeAlias = "Sequence[float]"
"""What is known of a unit: the columns that the trees ask for, in order, and its flags at the end."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Some of the trees, and when to be content with what they say.

    Attributes:
        scores: What the trees of this stage say in sum of each row.
        low: Units whose score is below this after the stage are given up.
        high: Units whose score is above this after the stage are taken.
    """

    scores: Callable[[Iterable[Row]], list[float]]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Classifier:
    """All trees in stages: most units are decided by the first few trees, which weigh most.

    Attributes:
        stages: In the order of training.
        columns: The columns that the trees ask for, as places in ``NAMES``, after them those of the second look.
        second: The trees of the second look, which know what the first made of the neighbours; None without one.
    """

    stages: tuple[Stage, ...]
    columns: tuple[int, ...]
    second: Classifier | None = None

    def probabilities(self, columns: Sequence[Column], flags: Sequence[int]) -> list[float]:
        """Return for each unit how likely it is to be part of the story, 0 to 1.

        Args:
            columns: As :func:`~a11ynews.read.choice.columns.columns_of` gives them.
            flags: What stands around each unit, below the page's core.
        """
        rows = zip(*(columns[place] for place in self.columns), flags, strict=True)
        scores: list[float] = []
        while part := list(islice(rows, CHUNK)):
            scores += self._scores(part)
        return [1 / (1 + exp(-score)) for score in scores]

    def _scores(self, rows: Sequence[Row]) -> list[float]:
        scores = [0.0] * len(rows)
        units: Sequence[int] = range(len(rows))
        for stage in self.stages:
            for unit, score in zip(units, stage.scores([rows[unit] for unit in units]), strict=True):
                scores[unit] += score
            units = _undecided(units, scores, stage)
        return scores


def _undecided(units: Sequence[int], scores: list[float], stage: Stage) -> list[int]:
    """Return the units that go on to the next stage; for the others, settle the score."""
    left: list[int] = []
    for unit in units:
        if scores[unit] <= stage.low:
            scores[unit] = -SURE
        elif scores[unit] >= stage.high:
            scores[unit] = SURE
        else:
            left.append(unit)
    return left


@cache
def load_classifier() -> Classifier:
    """Return the classifier that ships with the package.

    Raises:
        ValueError: If the weights name a column that no longer exists.
        KeyError: If they name a flag that no longer exists.
    """
    return classifier_from(json.loads(files("a11ynews.read.choice").joinpath("weights.json").read_text("utf-8")))


def classifier_from(data: Mapping[str, Any]) -> Classifier:
    """Return a classifier from weights as the training writes them."""
    names = data["names"]
    asked = [name for name in names if not name.startswith(_FLAG)]
    questions = [_question(name, asked) for name in names]
    row = "".join(f"c{place}, " for place in range(len(asked)))
    stages = tuple(
        Stage(scores=_compiled(stage["trees"], questions, row), low=stage["low"], high=stage["high"])
        for stage in data["stages"]
    )
    return Classifier(
        stages=stages,
        columns=tuple(map((*NAMES, *SECOND_NAMES).index, asked)),
        second=classifier_from(data["second"]) if "second" in data else None,
    )


def _question(name: str, asked: Sequence[str]) -> str:
    """Return what a node asks, as code that is true for its second branch; ``{}`` is the threshold."""
    if name.startswith(_FLAG):
        return f"flags & {bit(name.removeprefix(_FLAG))}"
    return f"c{asked.index(name)} > {{}}"


def _compiled(
    trees: Sequence[Sequence[Sequence[float]]], questions: Sequence[str], row: str
) -> Callable[[Iterable[Row]], list[float]]:
    """Return the sum of some trees as a function over rows.

    Trees as nested conditions in code cost a third of trees that are walked as data, and to compile
    them takes 30 ms, once. Nothing of the data but numbers gets into the code.
    """
    total = " + ".join(_code(tree, 0, questions) for tree in trees)
    code = f"lambda rows: [{total} for {row}flags in rows]"
    return cast("Callable[[Iterable[Row]], list[float]]", eval(code, {}))  # noqa: S307 - our own code, see above


def _code(nodes: Sequence[Sequence[float]], number: int, questions: Sequence[str]) -> str:
    """Return a tree from its nodes, ``[name, threshold, low, high]`` or ``[leaf]``, as code; few levels deep."""
    node = nodes[number]
    if len(node) == 1:
        return repr(float(node[0]))
    low, high = (_code(nodes, int(below), questions) for below in node[2:])
    return f"({high} if {questions[int(node[0])].format(float(node[1]))} else {low})"
