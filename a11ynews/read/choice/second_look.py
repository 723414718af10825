"""The second look: what the first one made of a unit's neighbours, as columns of numbers.

A short line between two paragraphs of the story is likely of the story; a paragraph among cards is
likely a card. The first look judges each unit by what the page is; the second knows what its
neighbours, its container and what looks like it were taken for. Units that were given up at the
first look get no second one.

Source:
    Cohen and Carvalho (2005), "Stacked sequential learning": a second classifier over the first
    one's predictions for the neighbours, trained on predictions made out of fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import mul

from a11ynews.read.scene.features import Surroundings

__all__ = ["GIVEN_UP", "SECOND_NAMES", "second_columns"]

SECOND_NAMES = (
    "first", "first_1_before", "first_2_before", "first_1_after", "first_2_after", "first_around",
    "first_share_1", "first_share_2", "first_share_3", "first_same_path", "first_before", "first_after",
    "in_first_core", "up_from_first_core", "down_to_unit_first", "place_in_first_core", "first_core_part",
)  # fmt: skip

GIVEN_UP = 0.0181
"""Units that the first look finds less likely are not looked at again: of 50,000 such units 70 were story."""
_SURE = 1 - GIVEN_UP
_CORE_FROM = 0.3
"""How likely a unit must be to have a say in where the core is."""
_WEIGHTS = (1, 2, 0, 2, 1)


def second_columns(scene: Surroundings, likely: Sequence[float]) -> list[list[float]]:
    """Return the columns of ``SECOND_NAMES`` for the units that were not given up, in order.

    Args:
        scene: The page's units.
        likely: How likely each is after the first look.
    """
    open_units = [unit for unit, probability in enumerate(likely) if probability > GIVEN_UP]
    first = [GIVEN_UP] * len(likely)
    for unit in open_units:
        first[unit] = min(likely[unit], _SURE)
    mass = list(map(mul, first, scene.lengths))
    sums = list(accumulate(mass, initial=0.0))
    columns = _beside(first, open_units)
    columns += _above(scene, sums, open_units)
    columns.append(_alike(scene, mass, open_units))
    total = sums[-1] or 1.0
    columns.append([sums[unit] / total for unit in open_units])
    columns.append([1 - sums[unit + 1] / total for unit in open_units])
    columns += _core(scene, first, sums, open_units)
    return columns


def _beside(first: Sequence[float], units: Sequence[int]) -> list[list[float]]:
    """Return the unit's own probability, those of its neighbours, and their weighted mean."""
    padded = [-1.0, -1.0, *first, -1.0, -1.0]
    own, before, before_2, after, after_2 = (
        [padded[unit + place] for unit in units] for place in (2, 1, 0, 3, 4)
    )  # fmt: skip
    around = [
        (far + 2 * near + 2 * next_one + next_far) / sum(_WEIGHTS)
        for far, near, next_one, next_far in zip(before_2, before, after, after_2, strict=True)
    ]
    return [own, before, before_2, after, after_2, around]


def _above(scene: Surroundings, sums: Sequence[float], units: Sequence[int]) -> list[list[float]]:
    """Return the share of the characters in the three next wider elements that was taken for story."""
    shares: dict[int, float] = {}
    length_sums = scene.length_sums

    def share_of(node: int) -> float:
        found = shares.get(node)
        if found is None:
            low, high = scene.range_of(node)
            found = shares[node] = (sums[high] - sums[low]) / (length_sums[high] - length_sums[low] or 1)
        return found

    columns: list[list[float]] = []
    nodes = [scene.units.box[unit] for unit in units]
    for _ in range(3):
        wider = {node: scene.wider(node) for node in set(nodes)}
        nodes = list(map(wider.__getitem__, nodes))
        found = {node: share_of(node) for node in set(nodes)}
        columns.append(list(map(found.__getitem__, nodes)))
    return columns


def _alike(scene: Surroundings, mass: Sequence[float], units: Sequence[int]) -> list[float]:
    """Return the share of the characters with the same path that was taken for story."""
    paths, names = scene.paths
    taken, lengths = [0.0] * len(names), [0.0] * len(names)
    for path, own, length in zip(paths, mass, scene.lengths, strict=True):
        taken[path] += own
        lengths[path] += length
    return [taken[path] / (lengths[path] or 1) for path in [paths[unit] for unit in units]]


def _core(
    scene: Surroundings, first: Sequence[float], sums: Sequence[float], units: Sequence[int]
) -> list[list[float]]:
    """Return the way to each unit from the element that is densest with story, its place, and the core's part."""
    mass = [0.0] * len(first)
    for unit in units:
        if first[unit] > _CORE_FROM:
            mass[unit] = first[unit] * scene.lengths[unit]
    core = scene.densest(mass)
    low, high = scene.range_of(core)
    size = max(high - low, 1)
    part = (sums[high] - sums[low]) / (sums[-1] or 1.0)
    columns = scene.ways_from(core, [scene.units.box[unit] for unit in units])
    columns.append([(unit - low) / size for unit in units])
    columns.append([part] * len(units))
    return columns
