"""What a recipe needs: a list of amounts before its steps, which looks like a shop's list of goods.

Line by line they are short, and plugins put them in boxes with buttons and check marks. What vouches for them is their
place: under a heading that names them, with the recipe's steps further down in the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from a11ynews.read.choice.chapters import OF_THE_SITE
from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary.recipes import recipe_part

__all__ = ["ingredients"]

_HEADING, _LIST = bit("heading"), bit("list")
_FARTHEST = 80
"""Units from the heading of the ingredients to that of the steps, at most: a cake of three parts has some forty."""
_STEPS = 3
"""Units under the heading of the steps of which one is in the story."""
_LONGEST = 160
"""Characters of what is needed, and of what a part of it is called."""
_LEVELS = 4
"""Elements around a unit that may say what it is."""
_FOREIGN = OF_THE_SITE & ~(bit("aside") | bit("recommend") | bit("related"))
"""Recipes stand in an ``aside`` beside their steps, and in a box that recommends something."""


def ingredients(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of the ingredients of each recipe whose steps are in the story, their headings among them.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.

    Source:
        ``wcxb-dev``: all three pages with a recipe in a box of its own had lost what it needs; the gold has it.
    """
    texts, flags = scene.units.text, scene.units.flags
    begun = -1
    for unit, (text, flag) in enumerate(zip(texts, flags, strict=True)):
        part = recipe_part(text) if flag & _HEADING else None
        if part == "ingredients":
            begun = unit
        elif part == "steps" and begun >= 0 and unit - begun <= _FARTHEST:
            if any(chosen[unit + 1 : unit + 1 + _STEPS]):
                yield from ((place, place + 1) for place in range(begun, unit + 1) if _is_needed(scene, place))
            begun = -1


def _is_needed(scene: Surroundings, unit: int) -> bool:
    """Tell whether a unit is an item of a list, called an ingredient or a heading; neither a button nor a link."""
    text, flags, share = scene.units.text[unit], scene.units.flags[unit], scene.shares[unit]
    if flags & ~scene.shared_flags & _FOREIGN or len(text) > _LONGEST or is_furniture(text, share):
        return False
    if share > MOSTLY_LINKS:
        return bool(flags & _LIST) and _is_called(scene, unit)
    return bool(flags & (_LIST | _HEADING)) or _is_called(scene, unit)


def _is_called(scene: Surroundings, unit: int) -> bool:
    """Tell whether a unit or one of the elements around it says that it is an ingredient, by class or ``itemprop``."""
    page, box = scene.page, scene.units.box[unit]
    around = (box, *islice(page.ancestors(box), _LEVELS))
    named = (page.attributes[node] for node in around)
    return any("ngredient" in own.get("class", "") + own.get("itemprop", "") for own in named)
