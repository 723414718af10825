"""What a heading of a recipe names: what is needed, or what is done."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, TypeAlias

from a11ynews.read.vocabulary.folding import begins_with_none_of, first_words, fold
from a11ynews.read.vocabulary.lists import words

__all__ = ["RecipePart", "recipe_part"]

RecipePart: TypeAlias = Literal["ingredients", "steps"]

LONGEST_LABEL: Final = 60
"""Characters of a heading of a recipe's part."""


def recipe_part(text: str) -> RecipePart | None:
    """Return the part that a label names with all its words, or with the first ones: "Ingredients (serves 4)".

    Example:
        >>> recipe_part("Ingredients for four"), recipe_part("Zubereitung"), recipe_part("Our ingredients come by boat")
        ('ingredients', 'steps', None)
    """
    if len(text) > LONGEST_LABEL or begins_with_none_of(text, _openings()):
        return None
    folded = fold(text.replace("\u2019", "'"))
    if part := _labels().get(folded):
        return part
    names = folded.replace("(", " ").split()
    return next((part for end in range(1, min(len(names), 4)) if (part := _labels().get(" ".join(names[:end])))), None)


@cache
def _openings() -> frozenset[str]:
    return first_words(_labels())


@cache
def _labels() -> dict[str, RecipePart]:
    parts: tuple[RecipePart, RecipePart] = ("steps", "ingredients")
    return {fold(word): part for part in parts for word in words("recipes", part)}
