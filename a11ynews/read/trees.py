"""The block classifier: a sum of small decision trees over a unit's columns and flags.

The weights are data (``weights.json``), trained by ``tests/training/train_reader.py``. A node asks
of one column whether it is at most a threshold, or of the flags whether one is set; each leaf adds
to the score; the logistic function makes the score a probability. No dependency, and a decision
can be traced to the questions that were asked.

Source:
    Friedman (2001), "Greedy function approximation: a gradient boosting machine".
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

from a11ynews.read.columns import NAMES, Column
from a11ynews.read.flags import bit

__all__ = ["Classifier", "Stage", "classifier_from", "load_classifier"]

_FLAG = "has:"
SURE = 4.0
"""The score of what an early stage decides: a probability of 0.98, or of 0.02."""


_Question: TypeAlias = "tuple[int, float, int, _Node, _Node]"
_Node: TypeAlias = "_Question | float"
"""A question (column, threshold, flag, "at most", "more"), or a leaf's addition to the score.

With a flag, column and threshold mean nothing, and "more" means that the flag is set.
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """Some of the trees, and when to be content with what they say.

    Attributes:
        trees: The trees of this stage.
        low: Units whose score is below this after the stage are given up.
        high: Units whose score is above this after the stage are taken.
    """

    trees: tuple[_Node, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Classifier:
    """All trees in stages: most units are decided by the first few trees, which weigh most.

    Attributes:
        stages: In the order of training.
        columns: The columns that the trees ask for, as places in ``NAMES``.
    """

    stages: tuple[Stage, ...]
    columns: tuple[int, ...]

    def probabilities(self, columns: Sequence[Column], flags: Sequence[int]) -> list[float]:
        """Return for each unit how likely it is to be part of the story, 0 to 1.

        Args:
            columns: As :func:`~a11ynews.read.columns.columns_of` gives them.
            flags: What stands around each unit, below the page's core.
        """
        rows = list(zip(*(columns[place] for place in self.columns), flags, strict=True))
        scores = [0.0] * len(rows)
        units: Sequence[int] = range(len(rows))
        for stage in self.stages:
            for unit in units:
                scores[unit] += _opinion(stage.trees, rows[unit])
            units = _undecided(units, scores, stage)
        return [1 / (1 + exp(-score)) for score in scores]


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


def _opinion(trees: tuple[_Node, ...], row: Sequence[float]) -> float:
    """Return what some trees add to the score of a unit."""
    flags = int(row[-1])
    score = 0.0
    for tree in trees:
        node = tree
        while node.__class__ is tuple:  # a third faster than isinstance, in the innermost loop of all
            column, threshold, mask, low, high = node
            above = flags & mask if mask else row[column] > threshold
            node = high if above else low
        score += node  # type: ignore[operator]  # a leaf is a number
    return score


@cache
def load_classifier() -> Classifier:
    """Return the classifier that ships with the package.

    Raises:
        ValueError: If the weights name a column that no longer exists.
        KeyError: If they name a flag that no longer exists.
    """
    return classifier_from(json.loads(files("a11ynews.read").joinpath("weights.json").read_text("utf-8")))


def classifier_from(data: Mapping[str, Any]) -> Classifier:
    """Return a classifier from weights as the training writes them."""
    names = data["names"]
    asked = [name for name in names if not name.startswith(_FLAG)]
    places = {name: asked.index(name) if name in asked else 0 for name in names}
    stages = tuple(
        Stage(
            trees=tuple(_tree(nodes, 0, names, places) for nodes in stage["trees"]),
            low=stage["low"],
            high=stage["high"],
        )
        for stage in data["stages"]
    )
    return Classifier(stages=stages, columns=tuple(NAMES.index(name) for name in asked))


def _tree(nodes: Sequence[Sequence[float]], number: int, names: Sequence[str], places: Mapping[str, int]) -> _Node:
    """Return a tree from its nodes: ``[name, threshold, low, high]`` or ``[leaf]``; few levels deep."""
    node = nodes[number]
    if len(node) == 1:
        return node[0]
    name = names[int(node[0])]
    low, high = (_tree(nodes, int(below), names, places) for below in node[2:])
    mask = bit(name.removeprefix(_FLAG)) if name.startswith(_FLAG) else 0
    return places[name], node[1], mask, low, high
