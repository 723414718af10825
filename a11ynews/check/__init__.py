"""Is a page accessible, as far as its markup tells? No browser is needed.

:func:`check_page` is all there is to it: it gives a list of :class:`Problem`, each with clause and place.
"""

from a11ynews.check.page import check_page
from a11ynews.check.problem import Problem, Rule
from a11ynews.check.rules import RULES

__all__ = ["RULES", "Problem", "Rule", "check_page"]
