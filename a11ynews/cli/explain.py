"""``a11ynews explain``: what was kept, what was removed, and why."""

from __future__ import annotations

import json
from argparse import Namespace

from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.explanation import explain_data, explain_lines
from a11ynews.cli.inputs import label, read_article
from a11ynews.cli.outputs import write_stdout
from a11ynews.render.base import Rendering
from a11ynews.render.plain_safety import escape_controls, strip_controls

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews explain``. A page without a story is explained too, and the code says so."""
    article = read_article(arguments.input, arguments)
    if arguments.json:
        content = escape_controls(_encodable(json.dumps(explain_data(article), ensure_ascii=False, indent=2)))
    else:
        content = strip_controls("\n".join(explain_lines(article, label(arguments.input))))
    write_stdout(Rendering(content=content, media_type="application/json" if arguments.json else "text/plain"))
    return Exit.DONE if article.body else Exit.NO_ARTICLE


def _encodable(text: str) -> str:
    """A page's JSON can name half a character (a lone surrogate); no encoding can write it."""
    return text.encode(errors="replace").decode()
