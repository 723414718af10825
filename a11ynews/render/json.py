"""JSON: everything that is known of an article, for programs.

The form is that of :mod:`a11ynews.model.codec`, which also reads it back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from a11ynews.model.article import Article
from a11ynews.model.codec import encode
from a11ynews.render.base import Rendering
from a11ynews.render.plain.safety import escape_controls

__all__ = ["Options", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen.

    Attributes:
        indent: Spaces a level; None writes one line, as JSON Lines needs it.
        removed: Whether to write what was taken out of the page; on big pages it is most of the data.
    """

    indent: int | None = 2
    removed: bool = True


def render(article: Article, options: Options | None = None) -> Rendering:
    r"""Return an article as JSON (RFC 8259), one newline at its end.

    It is plain data: no NaN, no lone surrogate, no address beyond the allow-list, and no character
    that a terminal would obey; those are written as escapes.

    Raises:
        CodecError: If the article is nested too deeply.

    Example:
        >>> render(Article(), Options(indent=None)).text
        '{"schema": 1, "kind": "article", "metadata": {}, "body": []}\n'
    """
    chosen = options or Options()
    data = encode(article)
    if not chosen.removed:
        data.pop("removed", None)
    written = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=chosen.indent)
    return Rendering(content=f"{escape_controls(written)}\n", media_type="application/json")
