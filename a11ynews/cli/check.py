"""``a11ynews check``: what on a page stands in somebody's way, and what of it is left in ours."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import cast

import a11ynews
from a11ynews.check import RULES, Problem, check_page
from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.inputs import label, read_markup
from a11ynews.cli.outputs import write_stdout
from a11ynews.pipeline import Parser
from a11ynews.render.base import Rendering
from a11ynews.render.plain.safety import escape_controls, strip_controls
from a11ynews.tree.decode import decode
from a11ynews.tree.parse import parse_page

__all__ = ["run"]

_PLACES = 5
_CLAUSE_WIDTH = 9


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews check``."""
    data, encoding = read_markup(arguments.input, arguments)
    parser = cast("Parser", arguments.parser)
    found = check_page(parse_page(decode(data, encoding).text, parser=parser))
    ours = _ours(data, encoding, arguments) if arguments.compare else None
    if arguments.json:
        content = escape_controls(json.dumps(_as_data(found, ours), ensure_ascii=False, indent=2))
        write_stdout(Rendering(content=content, media_type="application/json"))
    else:
        name = label(arguments.input)
        lines = _lines(found, name, None if arguments.all else _PLACES) if ours is None else _table(found, ours, name)
        write_stdout(Rendering(content=strip_controls("\n".join(lines)), media_type="text/plain"))
    return Exit.PROBLEMS if (found if ours is None else ours) else Exit.DONE


def _ours(data: bytes, encoding: str | None, arguments: Namespace) -> list[Problem]:
    article = a11ynews.parse(data, arguments.url, parser=cast("Parser", arguments.parser), encoding=encoding)
    return check_page(parse_page(article.to_html()))


def _as_data(found: Sequence[Problem], ours: Sequence[Problem] | None) -> dict[str, object]:
    data: dict[str, object] = {"problems": [asdict(problem) for problem in found]}
    if ours is not None:
        data["ours"] = [asdict(problem) for problem in ours]
    return data


def _lines(found: Sequence[Problem], name: str, places: int | None) -> Iterator[str]:
    kinds = [(rule, list(same)) for rule, same in groupby(found, key=lambda problem: problem.rule)]
    if not found:
        yield f"{name}: nothing found by {len(RULES)} checks of the markup"
        return
    yield f"{name}: {_counted(len(found), 'problem')} of {_counted(len(kinds), 'kind')}{_levels(found)}"
    for rule, same in kinds:
        yield ""
        yield f"{same[0].clause:{_CLAUSE_WIDTH}} {rule}, {_counted(len(same), 'time')}: {same[0].message}"
        for problem in same[:places]:
            words = f": {problem.words}" if problem.words else ""
            yield f"    {problem.where}{words}"
        if places is not None and len(same) > places:
            yield f"    and {_counted(len(same) - places, 'more place')}; --all shows them"


def _levels(found: Sequence[Problem]) -> str:
    """Say how many are of which level of WCAG; what no clause of it forbids is not counted."""
    levels = Counter(problem.clause.rpartition(" ")[2] for problem in found)
    shown = [f"{levels[level]} of level {level}" for level in ("A", "AA", "AAA") if levels[level]]
    return f" ({', '.join(shown)})" if shown else ""


def _table(found: Sequence[Problem], ours: Sequence[Problem], name: str) -> Iterator[str]:
    """Yield the counts of the page and of ours, side by side."""
    before, after = (Counter(problem.rule for problem in problems) for problems in (found, ours))
    width = max(len(rule.id) for rule in RULES)
    yield f"{name}: {_counted(len(found), 'problem')}; as a11ynews writes it: {len(ours)}"
    yield ""
    yield f"{'clause':{_CLAUSE_WIDTH}} {'check':{width}} {'page':>6} {'ours':>6}"
    for rule in RULES:
        if before[rule.id] or after[rule.id]:
            yield f"{rule.clause:{_CLAUSE_WIDTH}} {rule.id:{width}} {before[rule.id]:>6} {after[rule.id]:>6}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
