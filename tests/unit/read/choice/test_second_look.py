"""The second look: what the first made of a unit's neighbours."""

from __future__ import annotations

import pytest

from a11ynews.read.choice.choose import probabilities
from a11ynews.read.choice.second_look import GIVEN_UP, SECOND_NAMES, second_columns
from a11ynews.read.choice.trees import classifier_from
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

PAGE = "<nav><p>a</p></nav><main><p>bb</p><p>cc</p></main><div><p>dddd</p></div>"


def scene_of(markup: str) -> Surroundings:
    page = parse_page(markup)
    return Surroundings(page, lay_out(page))


def seen(markup: str, likely: list[float]) -> dict[str, list[float]]:
    return dict(zip(SECOND_NAMES, second_columns(scene_of(markup), likely), strict=True))


def test_each_unit_knows_what_its_neighbours_were_taken_for() -> None:
    columns = seen(PAGE, [0.1, 0.9, 0.8, 0.2])
    assert columns["first"] == [0.1, 0.9, 0.8, 0.2]
    assert columns["first_1_before"] == [-1.0, 0.1, 0.9, 0.8]
    assert columns["first_2_after"] == [0.8, 0.2, -1.0, -1.0]
    assert columns["first_around"][1] == pytest.approx((-1 + 2 * 0.1 + 2 * 0.8 + 0.2) / 6)


def test_each_unit_knows_how_much_of_what_is_around_it_was_taken_for_story() -> None:
    columns = seen(PAGE, [0.1, 0.9, 0.8, 0.2])
    assert columns["first_share_1"][1] == pytest.approx((2 * 0.9 + 2 * 0.8) / 4)
    assert columns["first_before"][1] == pytest.approx(0.1 / (0.1 + 1.8 + 1.6 + 0.8))
    assert columns["in_first_core"] == [0.0, 1.0, 1.0, 0.0]


def test_units_that_were_given_up_get_no_second_look() -> None:
    assert len(seen(PAGE, [GIVEN_UP / 2, 0.9, 0.8, GIVEN_UP])["first"]) == 2
    assert seen(PAGE, [0.0] * 4)["first"] == []


def test_a_page_without_units_has_no_columns() -> None:
    assert all(column == [] for column in second_columns(scene_of(""), []))


def test_the_second_look_decides_on_what_the_first_left_open() -> None:
    stage = {"low": -99.0, "high": 99.0}
    first = {"names": ["length"], "stages": [{**stage, "trees": [[[0, 0.5, 1, 2], [-9.0], [1.0]]]}]}
    second = {"names": ["first_1_before"], "stages": [{**stage, "trees": [[[0, 0.5, 1, 2], [-5.0], [5.0]]]}]}
    both = classifier_from({**first, "second": second})
    scene = scene_of("<p>One<p>two<p>three")
    assert probabilities(scene, "", both) == pytest.approx(
        [(0.731 + 0.0067) / 2, (0.731 + 0.9933) / 2, (0.731 + 0.9933) / 2], abs=0.001
    )


def test_the_columns_are_as_many_as_their_names() -> None:
    scene = scene_of(PAGE)
    assert len(second_columns(scene, [0.5] * 4)) == len(SECOND_NAMES)
