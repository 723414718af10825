"""The checks of a page's markup, in the order of the report. The ids are stable, the clauses those of WCAG 2.2."""

from __future__ import annotations

from a11ynews.check import frame, media, texts
from a11ynews.check.problem import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (*frame.RULES, *texts.RULES, *media.RULES)
"""All checks."""
