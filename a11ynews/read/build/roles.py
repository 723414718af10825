"""The role that an element's classes give it: one look-up a class string, remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from a11ynews.read.build.tags import BLOCK_TAGS

__all__ = ["ANY_ROLE", "ROLES_OF", "ROLE_TAGS", "is_claim_review", "role_of"]

ROLE_TAGS: Final = (BLOCK_TAGS - {"html", "body", "main", "article", "tbody", "thead", "tfoot"}) | {"span"}
"""Elements whose classes are asked. The others hold too much to be one thing."""

ANY_ROLE: Final = frozenset(
    ["caption", "credit", "pull-quote", "callout", "sidebar", "post", "formula", "dateline", "comment", "claim-review"],
)

_IN_A_LINE: Final = frozenset({"caption", "credit", "formula", "dateline"})
_IN_A_BOX: Final = frozenset({"caption", "credit", "pull-quote"})

ROLES_OF: Final[dict[str, frozenset[str]]] = {
    "span": _IN_A_LINE,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption"), _IN_A_BOX),
    **dict.fromkeys(("table", "ul", "ol", "dl", "pre", "summary", "hr"), frozenset[str]()),
    "figure": frozenset({"pull-quote", "post"}),
    "li": _IN_A_BOX | {"comment"},
    "tr": frozenset({"comment"}),
}
"""The roles that an element's classes can give it, where not all of them."""

_BY_CLASS: Final[dict[str, str]] = {
    token: role
    for role, tokens in {
        "caption": """caption wp-caption-text tr-caption figcaption image-caption photo-caption
            img-caption media-caption picture-caption figure-caption caption-text image__caption
            figure__caption article-image-caption imagecaption photocaption caption__text
            wp-element-caption thumbcaption gallerytext gallery-caption""",
        "credit": """credit image-credit photo-credit caption-credit copyright photographer
            img-credit image__credit figure__credit media-credit caption__credit imagecredit
            photocredit picture-credit image-source""",
        "pull-quote": """pullquote pull-quote pull_quote wp-block-pullquote pullquote-text
            quote--pull article-pullquote pull-quote__text element-pullquote""",
        "callout": """admonition callout markdown-alert alert notice is-callout callout-block
            correction corrections editors-note editor-note editornote article-correction
            hint-block custom-block remark-admonition theme-admonition note-box""",
        "sidebar": """factbox fact-box infobox-story sidebar-box box-out boxout inline-box
            fakta factbox-content faktabox""",
        "post": """twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed
            bluesky-embed reddit-embed-bq text-post-media mastodon-embed""",
        "dateline": """dateline article-dateline article__dateline story-dateline dateline-text placeline""",
        "comment": """comment comtr comment-body comment__body comment-item comment-container status-reply reply
            timeline-comment""",
        "claim-review": """fc__body fact-check factcheck claim-review claimreview m-statement claim-box""",
        "formula": """katex katex-display mathjax mathjax_svg mathjax_chtml mathjax_display
            mwe-math-element math-inline temml ltx_math""",
    }.items()
    for token in tokens.split()
}

_BY_ARIA: Final[dict[str, str]] = {
    "caption": "caption",
    "note": "callout",
    "math": "formula",
    "doc-pullquote": "pull-quote",
    "doc-tip": "callout",
    "doc-notice": "callout",
}


def is_claim_review(attributes: Mapping[str, str]) -> bool:
    """Say whether an element declares itself a ``ClaimReview`` of schema.org."""
    return attributes["itemtype"].rstrip("/").lower().endswith("schema.org/claimreview")


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
