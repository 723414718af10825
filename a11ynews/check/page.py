"""One page through all rules."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.check.problem import Problem, Rule
from a11ynews.check.rules import RULES
from a11ynews.check.scene import Scene
from a11ynews.tree.page import Page

__all__ = ["check_page"]

_WHOLE = "the page"


def check_page(page: Page, rules: Sequence[Rule] = RULES) -> list[Problem]:
    """Return what on a page stands in somebody's way, as far as markup tells; in the order of the rules.

    Args:
        page: The page, by any parser.
        rules: The checks.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page('<html lang="en"><title>x</title><main><h1>Ferry</h1><img src="a.jpg"></main>')
        >>> [(problem.clause, problem.rule, problem.where) for problem in check_page(page)]
        [('1.1.1 A', 'image-alt', 'body > main > img')]
    """
    scene = Scene(page)
    return [_problem(scene, rule, node) for rule in rules for node in rule.finds(scene)]


def _problem(scene: Scene, rule: Rule, node: int) -> Problem:
    return Problem(
        rule=rule.id,
        clause=rule.clause,
        message=rule.because,
        where=scene.page.where(node) if node >= 0 else _WHOLE,
        words=scene.words(node) if node >= 0 else "",
    )
