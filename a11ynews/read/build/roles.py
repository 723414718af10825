"""The role that an element's classes give it: one look-up a class string, remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from a11ynews.read.build.tags import BLOCK_TAGS

__all__ = ["ROLE_TAGS", "role_of"]

ROLE_TAGS: Final = (BLOCK_TAGS - {"html", "body", "main", "article", "tr", "tbody", "thead", "tfoot"}) | {"span"}
"""Elements whose classes are asked. The others hold too much to be one thing."""

_BY_CLASS: Final[dict[str, str]] = {
    token: role
    for role, tokens in {
        "caption": """caption wp-caption-text tr-caption figcaption image-caption photo-caption
            img-caption media-caption picture-caption figure-caption caption-text image__caption
            figure__caption article-image-caption imagecaption photocaption""",
        "credit": """credit image-credit photo-credit caption-credit copyright photographer
            img-credit image__credit figure__credit media-credit""",
    }.items()
    for token in tokens.split()
}

_BY_ARIA: Final[dict[str, str]] = {"caption": "caption"}


@lru_cache(maxsize=4096)
def role_of(classes: str, aria_role: str) -> str | None:
    """Return the role that an element has by its ``class`` and ``role`` attributes, if any.

    Example:
        >>> role_of("media wp-caption-text", "")
        'caption'
        >>> role_of("no-caption", "") is None
        True
    """
    if role := _BY_ARIA.get(aria_role.strip().lower()):
        return role
    for token in classes.lower().split():
        if role := _BY_CLASS.get(token):
            return role
    return None
