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
from typing import Any

from a11ynews.read.columns import NAMES, Column
from a11ynews.read.flags import bit

__all__ = ["Classifier", "Tree", "classifier_from", "load_classifier"]

_FLAG = "has:"


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree as flat lists, one entry a node; node 0 is the root.

    Attributes:
        column: The column that a node asks for, as its place in ``NAMES``; -1 for the flags.
        threshold: The greatest value that goes low; for the flags, the bit.
        low: Where to go if the value is at most the threshold, or the flag is not set; 0 marks a leaf.
        high: Where to go otherwise.
        leaf: What a leaf adds to the score.
    """

    column: tuple[int, ...]
    threshold: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    leaf: tuple[float, ...]

    def add_to(
        self, scores: list[float], units: Sequence[int], columns: Sequence[Column], flags: Sequence[int]
    ) -> None:
        """Add this tree's opinion to the scores of some units."""
        column, threshold, low, high, leaf = self.column, self.threshold, self.low, self.high, self.leaf
        for unit in units:
            node = 0
            while below := low[node]:
                asked = column[node]
                if asked < 0:
                    node = high[node] if flags[unit] & int(threshold[node]) else below
                else:
                    node = below if columns[asked][unit] <= threshold[node] else high[node]
            scores[unit] += leaf[node]


@dataclass(frozen=True, slots=True)
class Classifier:
    """All trees.

    Attributes:
        trees: In the order of training: the first ones weigh most.
        bias: The score before any tree.
        scouts: How many trees look at every unit.
        hopeless: Units whose score is below this after the scouts are given up: the rest of the
            trees changes the verdict of fewer than one in a thousand of them.
    """

    trees: tuple[Tree, ...]
    bias: float
    scouts: int
    hopeless: float

    def probabilities(self, columns: Sequence[Column], flags: Sequence[int]) -> list[float]:
        """Return for each unit how likely it is to be part of the story, 0 to 1.

        Args:
            columns: As :func:`~a11ynews.read.columns.columns_of` gives them.
            flags: What stands around each unit, below the page's core.
        """
        scores = [self.bias] * len(flags)
        units: Sequence[int] = range(len(flags))
        for number, tree in enumerate(self.trees):
            if number == self.scouts:
                units = [unit for unit in units if scores[unit] > self.hopeless]
            tree.add_to(scores, units, columns, flags)
        return [1 / (1 + exp(-score)) for score in scores]


@cache
def load_classifier() -> Classifier:
    """Return the classifier that ships with the package.

    Raises:
        ValueError: If the weights name a column or flag that no longer exists.
    """
    return classifier_from(json.loads(files("a11ynews.read").joinpath("weights.json").read_text("utf-8")))


def classifier_from(data: Mapping[str, Any]) -> Classifier:
    """Return a classifier from weights as the training writes them."""
    names = data["names"]
    return Classifier(
        trees=tuple(_tree(names, nodes) for nodes in data["trees"]),
        bias=data["bias"],
        scouts=data["scouts"],
        hopeless=data["hopeless"],
    )


def _tree(names: Sequence[str], nodes: Sequence[Sequence[float]]) -> Tree:
    """Return a tree from its nodes: ``[name, threshold, low, high]`` or ``[leaf]``."""
    asked = [names[int(node[0])] if len(node) > 1 else "" for node in nodes]
    return Tree(
        column=tuple(-1 if name.startswith(_FLAG) else NAMES.index(name) if name else 0 for name in asked),
        threshold=tuple(
            bit(name.removeprefix(_FLAG)) if name.startswith(_FLAG) else node[1] if name else 0.0
            for name, node in zip(asked, nodes, strict=True)
        ),
        low=tuple(int(node[2]) if len(node) > 1 else 0 for node in nodes),
        high=tuple(int(node[3]) if len(node) > 1 else 0 for node in nodes),
        leaf=tuple(node[0] if len(node) == 1 else 0.0 for node in nodes),
    )
