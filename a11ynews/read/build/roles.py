"""The role that an element's classes give it: one look-up a class string, remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from a11ynews.read.build.tags import BLOCK_TAGS
from a11ynews.tree.page import Page

__all__ = ["ANY_ROLE", "ROLES_OF", "ROLE_TAGS", "declared_role", "elements_called", "names_maker", "role_of"]

ROLE_TAGS: Final = (BLOCK_TAGS - {"html", "body", "main", "article", "tbody", "thead", "tfoot"}) | {
    "span",
    "button",
    "code",
}
"""Elements whose classes are asked. The others hold too much to be one thing."""

ANY_ROLE: Final = frozenset(
    [
        "caption",
        "credit",
        "pull-quote",
        "callout",
        "sidebar",
        "post",
        "formula",
        "dateline",
        "comment",
        "claim-review",
        "table",
        "verse",
        "code-title",
        "listing",
        "code-lines",
        "table-notes",
        "titled-box",
        "toggle",
        "legend",
        "role-list",
    ],
)

_IN_A_LINE: Final = frozenset({"caption", "credit", "formula", "dateline"})
_IN_A_BOX: Final = frozenset({"caption", "credit", "pull-quote"})

ROLES_OF: Final[dict[str, frozenset[str]]] = {
    "span": _IN_A_LINE,
    "button": frozenset(),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption"), _IN_A_BOX),
    **dict.fromkeys(("table", "ul", "ol", "dl", "details", "summary", "hr"), frozenset[str]()),
    "figure": frozenset({"pull-quote", "post", "callout"}),
    "p": ANY_ROLE | {"rubric"},
    "pre": frozenset({"verse", "formula"}),
    "code": frozenset({"formula"}),
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
            wp-element-caption thumbcaption gallerytext gallery-caption
            html-fig_description html-fig_caption cmp-image__title pie-foto""",
        "credit": """credit image-credit photo-credit caption-credit copyright photographer
            img-credit image__credit figure__credit media-credit caption__credit imagecredit
            photocredit picture-credit image-source""",
        "pull-quote": """pullquote pull-quote pull_quote wp-block-pullquote pullquote-text
            quote--pull pullquote-block pull-quote-block c-pullquote c-pull-quote
            article-pullquote pull-quote__text element-pullquote""",
        "callout": """admonition callout markdown-alert alert notice is-callout callout-block
            correction corrections editors-note editor-note editornote article-correction
            hint-block custom-block remark-admonition theme-admonition note-box admonitionblock kg-callout-card
            nextra-callout govuk-warning-text callout-card kg-callout-card notewarning notetip noteimportant noteclassic
            wrap_tip wrap_info wrap_note wrap_important wrap_alert wrap_warning wrap_caution wrap_danger wrap_help
            alert-note alert-tip alert-important alert-warning alert-caution advisement
            notecard starlight-aside confluence-information-macro bd-callout book-hint hint
            note tip warning caution
            prompt-info prompt-tip prompt-warning prompt-danger""",
        "sidebar": """factbox fact-box infobox-story sidebar-box box-out boxout inline-box
            fakta factbox-content faktabox infobox info-box infokasten kasten encadre recuadro
            box-info story-sidebar article-sidebar sidebarblock topic boxed-text nlm_boxed-text exampleblock
            sidebar panel textbox
            despiece recuadro-despiece cuadro-texto ramka kaderstuk tietolaatikko hintergrundkasten faktaboks
            faktaruta""",
        "post": """twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed
            bluesky-embed reddit-embed-bq text-post-media mastodon-embed""",
        "dateline": """dateline article-dateline article__dateline story-dateline dateline-text placeline""",
        "comment": """comment comtr comment-body comment__body comment-item comment-container status-reply reply
            timeline-comment""",
        "claim-review": """fc__body fact-check factcheck claim-review claimreview m-statement claim-box
            claim-card rating-card verdict-box verdict-card fact-check-box fact-check-card fact-check-summary
            factcheck-box factcheck-card factcheck-summary factcheck__card
            claim-review-box claim-review-card claim-verdict-box""",
        "table-notes": """tw-foot table-wrap-foot table-foot html-table_foot table-footnotes tablefootnotes table-notes
            table-footnote c-article-table-footer article-table-content__footnotes article-section__table-footnotes
            table-fn tablefn tablenotes ltx_tablenotes""",
        "verse": """line-block verse verseblock wp-block-verse poem poetry stanza""",
        "titled-box": """issue ednote""",
        "toggle": """kg-toggle-card expand-container""",
        "legend": """legend figure-legend fig-legend caption_target""",
        "code-title": """filename file-name code-title code-block-title codeblock-title code-filename code-caption
            code-block-caption code-block-filename code-header-title gatsby-code-title remark-code-title
            rehype-code-title listing-title code-with-filename-file codeheader code-block-header-filename marker""",
        "listing": """listingblock literalblock""",
        "code-lines": """code-block codeblock fragment ltx_listing ltx_lstlisting""",
        "rubric": """rubric""",
        "formula": """katex katex-display mathjax mathjax_svg mathjax_chtml mathjax_display
            mwe-math-element math-inline temml ltx_math js-render-math""",
    }.items()
    for token in tokens.split()
}

_BY_ARIA: Final[dict[str, str]] = {
    "caption": "caption",
    "note": "callout",
    "math": "formula",
    "list": "role-list",
    "table": "table",
    "grid": "table",
    "doc-pullquote": "pull-quote",
    "doc-tip": "callout",
    "doc-notice": "callout",
}


_INGREDIENTS: Final = frozenset({"recipeingredient", "ingredients"})


def declared_role(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return the role that an element declares: in the words of schema.org, or by its name for the page's tests.

    Example:
        >>> declared_role("div", {"itemprop": "recipeIngredient"})
        'ingredient'
        >>> declared_role("div", {"data-testid": "lead-image-caption"})
        'caption'
    """
    if (name := attributes.get("data-testid") or attributes.get("data-hook")) and (role := _family(name)):
        return role
    if (part := attributes.get("data-component-part")) and (role := role_of(part, "")):
        return role
    kind = attributes.get("itemtype", "").rstrip("/").lower()
    if kind.endswith("schema.org/claimreview"):
        return "claim-review"
    if tag in _ITEMS_ALREADY:
        return None
    if kind.endswith("schema.org/howtostep"):
        return "step"
    return "ingredient" if attributes.get("itemprop", "").lower() in _INGREDIENTS else None


_ITEMS_ALREADY: Final = frozenset({"li", "ul", "ol", "td", "tr", "dd", "dt", "span"})


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
    return next((role for token in classes.split() if (role := _family(token))), None)


def elements_called(page: Page, *roles: str) -> list[tuple[int, str]]:
    """Return the elements to which their class alone gives one of some roles, in order, each with its role.

    Args:
        page: A page.
        roles: Roles that whole names of classes give.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> elements_called(parse_page("<p class=x>One<div class='comment odd'>Two</div>"), "comment")
        [(5, 'comment')]
    """
    names = {name for name, role in _BY_CLASS.items() if role in roles}
    return [
        (node, role) for node in page.called(names) if (role := role_of(page.attributes[node]["class"], "")) in roles
    ]


_PARTS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_FAMILIES: Final[dict[str, str]] = {
    "caption": "caption", "figcaption": "caption", "cutline": "caption", "bildunterschrift": "caption",
    "bildtext": "caption", "captiontext": "caption", "bijschrift": "caption", "onderschrift": "caption",
    "bildetekst": "caption", "billedtekst": "caption", "kuvateksti": "caption", "didascalia": "caption",
    "leyenda": "caption",
    "credit": "credit", "credits": "credit", "photographer": "credit", "photocredit": "credit",
    "imagecredit": "credit", "bildnachweis": "credit",
}  # fmt: skip
"""The last word of a class name that says what its element is, whatever stands before it: ``media__caption``."""

_MAKERS: Final = frozenset(
    {"source", "author", "photographer", "copyright", "agency", "attribution", "rights", "owner", "autor", "auteur",
     "fuente", "quelle", "fonte", "fotograf", "urheber"}
)  # fmt: skip
"""The same for what says, inside a caption, who made the picture; elsewhere these words are said of the story."""


@lru_cache(maxsize=1024)
def names_maker(classes: str) -> bool:
    """Say whether classes inside a caption mark who made the picture.

    Example:
        >>> names_maker("article_caption-source__rb5O4"), names_maker("author ml-1"), names_maker("authors-note")
        (True, True, False)
    """
    return any(_last_word(token) in _MAKERS for token in classes.split())


def _last_word(token: str) -> str:
    parts = [part.lower() for part in _PARTS.findall(_HASHED.sub("", token))]
    while parts and parts[-1] in _ENDINGS:
        parts.pop()
    return parts[-1] if parts else ""


_MAY_BE_OF_A_PICTURE: Final = re.compile("apt|redit|utline|hotographer|ild|schrift|tekst|idascalia|eyenda")
"""Parts of those words: nearly all names of classes have none."""

_ENDINGS: Final = frozenset(
    {"text", "content", "body", "inner", "wrapper", "container", "wrap", "line", "desc", "description"}
)
_OTHERS: Final = frozenset(
    {"no", "has", "with", "without", "hide", "hidden", "toggle", "button", "btn", "closed", "card", "hero"}
)
"""Words beside which it says something else: ``has-caption``, ``closed-captions``."""


def _family(token: str) -> str | None:
    """Return the role that the words of a class name give: ``Image_captionText__3fj2``, ``story-photo__credit``.

    >>> _family("Image_captionText__3fj2"), _family("has-caption"), _family("captions-toggle")
    ('caption', None, None)
    """
    if token.startswith("codeBlockTitle"):  # Docusaurus, with a hash behind it
        return "code-title"
    if boxed := _noted(token.lower()) or _boxed(token.lower()):
        return boxed
    if "allout" in token or "dmonition" in token or "box-" in token:
        return _box(token)
    if not _MAY_BE_OF_A_PICTURE.search(token):
        return None
    parts = [part.lower() for part in _PARTS.findall(token.partition("__")[0] if _HASHED.search(token) else token)]
    while parts and parts[-1] in _ENDINGS:
        parts.pop()
    return _FAMILIES.get(parts[-1]) if parts and _OTHERS.isdisjoint(parts) else None


def _noted(token: str) -> str | None:
    """Return the role of a box that is called by the kind of its note: ``notice--warning``, bookdown's ``rmdtip``."""
    if token[:3] == "rmd":
        return "callout" if token[3:] in _KINDS else None
    if token.startswith("blockquote-tag-"):  # mdBook
        return "callout" if token.removeprefix("blockquote-tag-") in _KINDS else None
    box, dashes, kind = token.partition("--")
    return "callout" if dashes and kind in _KINDS and box.rpartition("-")[2] in _BOXES else None


_PULLED: Final = re.compile(
    r"(?:^|[-_])pull-?_?quote(?:[-_](?:block|box|wrapper|container|component|element|module))?$"
)
_FACTS: Final = re.compile(
    r"(?:^|[-_])(?:facts?|fakta?|info|background|context|explainer|glossary|key-?facts|facts-?and-?figures)[-_]?"
    r"(?:box|boks|ruta|rute|kasten|kader|laatikko|panel)(?:[-_]{1,2}(?:block|wrapper|container|component|element|module))?$"
)
_CHECKED: Final = re.compile(
    r"(?:^|[-_])(?:fact-?_?check|claim|claim-?review|verdict|rating)[-_]?(?:box|card|summary|panel|block|head|header)$"
)
"""Boxes beside the story, whatever stands before the word: ``c-pullquote``, ``article-fact-box``."""


def _boxed(token: str) -> str | None:
    """Return the role of a box of a newsroom, by the end of its class in lower case."""
    if "pull" in token and _PULLED.search(token):
        return "pull-quote"
    if _CHECKED.search(token):
        return "claim-review"
    return "sidebar" if _FACTS.search(token) else None


_KINDS: Final = frozenset({"note", "tip", "warning", "caution", "important", "danger", "info", "hint"})
_BOXES: Final = frozenset({"notice", "alert", "callout", "admonition", "hint", "message", "tag", "rmd", "block"})
"""What boxes are called whose kind stands behind two dashes: ``notice--warning``."""


def _box(token: str) -> str | None:
    """Return the role of a box by the words of its class: ``doc-callout``, ``template-box-tip``, ``admonition_xJq3``.

    >>> _box("archwiki-template-box-note"), _box("Callout_root__3fj2"), _box("callout-button"), _box("search-box-wide")
    ('callout', 'callout', None, None)
    """
    parts = [part.lower() for part in _PARTS.findall(_HASHED.sub("", token).partition("_")[0])]
    if not parts:
        return None
    named = not {"callout", "admonition"}.isdisjoint(parts)
    is_box = parts[-1] in {"callout", "admonition"} or (parts[-1] in _KINDS and (named or "box" in parts))
    return "callout" if is_box and _OTHERS.isdisjoint(parts) else None


_HASHED: Final = re.compile(r"__(?=[A-Za-z\d_-]*\d)[A-Za-z\d_-]{4,8}\Z")
"""What CSS modules put after a name."""
