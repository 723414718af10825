"""Recipes that nothing marks: ingredients in lines under their heading, steps in paragraphs under theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from a11ynews.model.blocks import Block, Figure, Heading, List, ListItem, Paragraph
from a11ynews.model.inlines import Inline, LineBreak, Strong, Text, inline_text
from a11ynews.read.build.typed_lists import lines_of, trim_start
from a11ynews.read.vocabulary.recipes import RecipePart, recipe_part

__all__ = ["join_typed_recipes"]

LONGEST_INGREDIENT: Final = 100
"""Characters of a line that says how much of what is needed."""

FEWEST_INGREDIENTS: Final = 3
FEWEST_STEPS: Final = 2

_DEEPEST: Final = 6

SHORTEST_STEP: Final = 12
"""Characters; a shorter line among steps is something else."""

_SENTENCE_ENDS: Final = tuple(".!?。！？।")


def join_typed_recipes(blocks: list[Block]) -> list[Block]:
    """Return blocks in which a recipe's ingredients are a list, and its steps a numbered one.

    Steps are only looked for after ingredients: a report has a "Method", too.
    """
    if not any(_may_name(block) for block in blocks):
        return blocks
    out: list[Block] = []
    part: RecipePart | None = None
    cooks = False
    level = 2
    for label, under in _parts(blocks):
        if isinstance(label, Heading):
            level = label.level if label.inferred else min(label.level + 1, _DEEPEST)
        part = _part_of(label) if label is not None else None
        made = _listed(part, under) if part == "ingredients" or (part == "steps" and cooks) else None
        cooks = cooks or (part == "ingredients" and any(isinstance(block, List) for block in made or under))
        if label is not None:
            out.append(_as_heading(label, level) if made and isinstance(label, Paragraph) else label)
        out.extend(made or under)
    return out


def _may_name(block: Block) -> bool:
    """Say whether a block, or the first line of one, names the ingredients."""
    if isinstance(block, Paragraph) and _is_broken(block):
        return recipe_part(inline_text(lines_of(block.children)[0])) == "ingredients"
    return _part_of(block) == "ingredients"


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """Yield each heading, and each line that heads a recipe's part, with what stands under it."""
    label: Block | None = None
    under: list[Block] = []
    for block in _unfolded(blocks):
        if isinstance(block, Heading) or _part_of(block):
            yield label, under
            label, under = block, []
        else:
            under.append(block)
    yield label, under


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, a paragraph whose first line heads a recipe's part as two."""
    for block in blocks:
        lines = lines_of(block.children) if isinstance(block, Paragraph) and _is_broken(block) else []
        if isinstance(block, Paragraph) and len(lines) > 1 and recipe_part(inline_text(lines[0])):
            yield replace(block, children=lines[0])
            yield replace(block, id=f"{block.id}-lines", children=_joined(lines[1:]))
        else:
            yield block


def _is_broken(paragraph: Paragraph) -> bool:
    return LineBreak in map(type, paragraph.children)


def _joined(lines: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    parts = [part for line in lines for part in (LineBreak(), *line)]
    return tuple(parts[1:])


def _part_of(block: Block | None) -> RecipePart | None:
    """Return the part of a recipe that a heading names, or a line that is nothing else."""
    if isinstance(block, Heading):
        return recipe_part(block.text)
    if isinstance(block, Paragraph) and len(block.children) == 1:
        only = block.children[0]
        is_label = isinstance(only, Strong) or (isinstance(only, Text) and only.text.rstrip().endswith((":", "：")))
        return recipe_part(block.text) if is_label else None
    return None


def _as_heading(label: Paragraph, level: int) -> Heading:
    only = label.children[0]
    children = only.children if isinstance(only, Strong) else label.children
    return Heading(
        id=label.id, lang=label.lang, dir=label.dir, where=label.where, why="recipe-part", level=level,
        children=children, inferred=True,
    )  # fmt: skip


def _listed(part: RecipePart, under: Sequence[Block]) -> list[Block] | None:
    """Return what stands under a heading with its lines as a list; None if they are none."""
    run = list(takewhile(lambda block: isinstance(block, Paragraph | Figure), under))
    rest = list(under[len(run) :])
    if part == "steps":
        steps = _steps(run)
        return None if steps is None or any(isinstance(block, List) for block in rest) else [steps, *rest]
    made = _ingredients([block for block in run if isinstance(block, Paragraph)])
    if made is None:
        return None
    first = list(takewhile(lambda block: isinstance(block, Figure), run))
    return [*first, *made, *(block for block in run[len(first) :] if isinstance(block, Figure)), *rest]


def _ingredients(paragraphs: Sequence[Paragraph]) -> list[Block] | None:
    """Return lines as lists of ingredients; a line that ends in a colon, or is bold, names the list after it."""
    lines = [
        replace(block, id=f"{block.id}-{place}" if place else block.id, children=trim_start(line))
        for block in paragraphs
        for place, line in enumerate(lines_of(block.children))
    ]
    last = len(lines)
    while last and not _is_ingredient(lines[last - 1]):
        last -= 1
    amounts = [line for line in lines[:last] if not _names_list(line)]
    if len(amounts) < FEWEST_INGREDIENTS or not all(map(_is_ingredient, amounts)):
        return None
    return [*_gathered(lines[:last]), *lines[last:]]


def _gathered(lines: Sequence[Paragraph]) -> Iterator[Block]:
    """Yield the lines that name a list as they are, and those between them as lists."""
    run: list[Paragraph] = []
    for line in (*lines, None):
        if line is not None and not _names_list(line):
            run.append(line)
            continue
        if run:
            yield _list_of(run)
        run = []
        if line is not None:
            yield line


def _names_list(line: Paragraph) -> bool:
    text = line.text.strip()
    return text.endswith((":", "：")) or (len(line.children) == 1 and isinstance(line.children[0], Strong))


def _is_ingredient(line: Paragraph) -> bool:
    text = line.text.strip()
    return len(text) <= LONGEST_INGREDIENT and (not text.endswith(_SENTENCE_ENDS) or any(map(str.isdigit, text)))


def _steps(run: Sequence[Block]) -> List | None:
    """Return paragraphs as a numbered list, each with the pictures after it."""
    items: list[list[Block]] = []
    for block in run:
        if isinstance(block, Paragraph):
            if len(block.text.strip()) < SHORTEST_STEP:
                return None
            items.append([block])
        elif items:
            items[-1].append(block)
        else:
            return None
    if len(items) == 1 and isinstance(only := items[0][0], Paragraph):
        lines = lines_of(only.children)
        items = [
            [replace(only, id=f"{only.id}-{place}", children=trim_start(line))] for place, line in enumerate(lines, 1)
        ]
    if len(items) < FEWEST_STEPS or not all(item[0].text.rstrip().endswith(_SENTENCE_ENDS) for item in items):
        return None
    first = items[0][0]
    return List(
        id=f"{first.id}-list", lang=first.lang, dir=first.dir, where=first.where, why="recipe-steps", ordered=True,
        items=tuple(ListItem(blocks=tuple(item)) for item in items),
    )  # fmt: skip


def _list_of(lines: Sequence[Paragraph]) -> List:
    first = lines[0]
    return List(
        id=f"{first.id}-list", lang=first.lang, dir=first.dir, where=first.where, why="recipe-ingredients",
        items=tuple(ListItem(blocks=(line,)) for line in lines),
    )  # fmt: skip
