"""The block classifier: questions, leaves, stages, and the weights that ship."""

from __future__ import annotations

import json
from importlib.resources import files
from math import exp

import pytest

from a11ynews.read.choice.columns import NAMES, columns_of
from a11ynews.read.choice.trees import SURE, Classifier, classifier_from, load_classifier
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import FLAG_NAMES, bit
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

FOREVER = 1e9


def classifier(*stages: dict[str, object], names: tuple[str, ...] = ("length", "commas", "has:nav")) -> Classifier:
    return classifier_from({"names": names, "stages": stages})


def stage(*trees: list[list[float]], low: float = -FOREVER, high: float = FOREVER) -> dict[str, object]:
    return {"trees": trees, "low": low, "high": high}


def columns(**values: list[float]) -> list[list[float]]:
    count = len(next(iter(values.values())))
    return [values.get(name, [0.0] * count) for name in NAMES]


def likelihood(score: float) -> float:
    return 1 / (1 + exp(-score))


# -- one tree ----------------------------------------------------------------------------------------

LONG = [[0, 5.0, 1, 2], [-2.0], [2.0]]
"""Is the length at most 5?"""


def test_a_question_sends_at_most_the_threshold_one_way_and_more_the_other() -> None:
    found = classifier(stage(LONG)).probabilities(columns(length=[4.0, 5.0, 5.1]), [0, 0, 0])
    assert found == [likelihood(-2), likelihood(-2), likelihood(2)]


def test_a_question_may_ask_for_a_flag() -> None:
    asks_nav = [[2, 0.5, 1, 2], [3.0], [-3.0]]
    found = classifier(stage(asks_nav)).probabilities(columns(length=[1.0, 1.0]), [bit("nav"), bit("link")])
    assert found == [likelihood(-3), likelihood(3)]


def test_questions_lead_to_questions() -> None:
    two_levels = [[0, 5.0, 1, 2], [-1.0], [1, 0.5, 3, 4], [0.0], [1.0]]
    found = classifier(stage(two_levels)).probabilities(
        columns(length=[1.0, 9.0, 9.0], commas=[3.0, 0.0, 1.0]), [0] * 3
    )
    assert found == [likelihood(-1), likelihood(0), likelihood(1)]


def test_trees_and_stages_add_up() -> None:
    found = classifier(stage(LONG, LONG), stage(LONG)).probabilities(columns(length=[9.0]), [0])
    assert found == [likelihood(6)]


def test_no_units_have_no_probabilities() -> None:
    assert classifier(stage(LONG)).probabilities([[] for _ in NAMES], []) == []


# -- stages ------------------------------------------------------------------------------------------

CONTRARY = [[9.0]]
"""A later stage that would make a story of anything."""


def test_what_a_stage_gives_up_stays_given_up() -> None:
    found = classifier(stage(LONG, low=-1.0), stage(CONTRARY)).probabilities(columns(length=[1.0]), [0])
    assert found == [likelihood(-SURE)]


def test_what_a_stage_takes_stays_taken() -> None:
    found = classifier(stage(LONG, high=1.0), stage([[-9.0]])).probabilities(columns(length=[9.0]), [0])
    assert found == [likelihood(SURE)]


def test_what_a_stage_leaves_open_goes_on_to_the_next() -> None:
    staged = classifier(stage(LONG, low=-1.0, high=3.0), stage([[0.5]]))
    assert staged.probabilities(columns(length=[1.0, 9.0]), [0, 0]) == [likelihood(-SURE), likelihood(2.5)]


def test_the_verdict_on_a_unit_does_not_depend_on_the_others() -> None:
    staged = load_classifier()
    page = parse_page("<nav><a href=/>Home</a></nav><h1>Ferry</h1><p>It sails again on Monday, the company said.</p>")
    scene = Surroundings(page, lay_out(page))
    rows, flags = columns_of(scene, "Ferry"), scene.local_flags()
    together = staged.probabilities(rows, flags)
    alone = [
        staged.probabilities([[values[unit]] for values in rows], [flags[unit]])[0] for unit in range(len(scene.units))
    ]
    assert together == alone


# -- the weights -------------------------------------------------------------------------------------


def shipped() -> dict[str, object]:
    found: dict[str, object] = json.loads(files("a11ynews.read.choice").joinpath("weights.json").read_text("utf-8"))
    return found


def test_the_weights_name_columns_and_flags_that_there_are() -> None:
    names = shipped()["names"]
    assert isinstance(names, list)
    assert len(set(names)) == len(names)
    assert set(names) <= {*NAMES, *(f"has:{name}" for name in FLAG_NAMES)}


def test_the_weights_stay_small() -> None:
    assert len(files("a11ynews.read.choice").joinpath("weights.json").read_bytes()) < 100_000


def test_the_weights_have_stages_whose_bounds_leave_something_open() -> None:
    staged = load_classifier()
    assert len(staged.stages) >= 1
    assert all(stage.low < 0 < stage.high for stage in staged.stages)


def test_weights_that_name_an_unknown_column_are_refused() -> None:
    with pytest.raises(ValueError, match="not in"):
        classifier(stage(LONG), names=("colour",))


def test_weights_that_name_an_unknown_flag_are_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        classifier(stage([[0, 0.5, 1, 2], [1.0], [2.0]]), names=("has:colour",))


def test_the_weights_are_read_once() -> None:
    assert load_classifier() is load_classifier()
