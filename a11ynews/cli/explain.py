"""``a11ynews explain``: what was kept, what was removed, and why."""

from __future__ import annotations

import json
from argparse import Namespace

from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.explanation import explain_data, explain_lines, find_lines
from a11ynews.cli.inputs import label, read_explained
from a11ynews.cli.outputs import check_output, write_output, write_stdout
from a11ynews.pipeline import Article
from a11ynews.render.base import Rendering
from a11ynews.render.plain.safety import escape_controls, strip_controls

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews explain``. A page without a story is explained too, and the code says so."""
    check_output(arguments.output, "text")
    article, rendering = _explained(arguments)
    if arguments.output is None:
        write_stdout(rendering)
    else:
        write_output(arguments.output, rendering)
    return Exit.DONE if article.body else Exit.NO_ARTICLE


def _explained(arguments: Namespace) -> tuple[Article, Rendering]:
    name = label(arguments.input)
    article, verdicts, decisions = read_explained(arguments.input, arguments)
    if arguments.html:
        from a11ynews.render import explain  # noqa: PLC0415 - who reads lines needs no page

        return article, explain.render(article, verdicts, name, decisions)
    if arguments.find is not None:
        return article, _lines("\n".join(find_lines(verdicts, arguments.find, name)))
    if arguments.json:
        data = explain_data(article, decisions)
        content = escape_controls(_encodable(json.dumps(data, ensure_ascii=False, indent=2)))
        return article, Rendering(content=content, media_type="application/json")
    return article, _lines("\n".join(explain_lines(article, name, decisions)))


def _lines(content: str) -> Rendering:
    return Rendering(content=strip_controls(content), media_type="text/plain")


def _encodable(text: str) -> str:
    """A page's JSON can name half a character (a lone surrogate); no encoding can write it."""
    return text.encode(errors="replace").decode()
