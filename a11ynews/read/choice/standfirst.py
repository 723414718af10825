"""The standfirst: the lines right under the headline that say in brief what the story is about.

The classifier learned from pages whose gold has them and from others that leave them out, and their
containers are the header's and not the story's. Two signs tell: the page declares the same words as
its description, or the element is named after it ("dek", "lede", "vorspann").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from a11ynews.model.article import Metadata
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["find_standfirst"]

_SHORTEST = 25
"""Characters of the shortest line that is one; labels and dates are shorter."""
_LONGEST = 700
_FARTHEST = 24
"""Units after the headline in which it is looked for: a date, a byline and buttons may stand between."""
_DESCRIBED = 40
"""Characters from which words that the page's description has as well are no coincidence."""
_CUT_SHORT = 60
"""Characters of a description that may be the beginning of the standfirst only."""
_LARGEST = 3
"""Units of an element that is named after it; the name of a larger one says nothing of a line."""
_NAMES = frozenset(
    ("standfirst", "dek", "deck", "subtitle", "subheadline", "headline2", "subhead", "subheading", "excerpt", "lede",
     "lead", "leadtext", "intro", "introtext", "introduction", "summary", "abstract", "strapline", "teaser",
     "vorspann", "einleitung", "anreisser", "chapo", "chapeau", "entradilla", "bajada", "copete", "subtitulo",
     "sommario", "catenaccio", "occhiello", "ingress", "manchet", "perex", "sapo", "zajawka", "snippet", "preamble",
     "ingressi", "underrubrik", "inleiding", "spot", "lid")
)  # fmt: skip
"""What newsrooms in many countries call it. The name is the last word of a class: a "summary-box" is a box."""
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_IN_TWO_WORDS = (
    "subtitle",
    "subheadline",
    "standfirst",
    "leadtext",
    "introtext",
    "teasertext",
    "linhafina",
    "subtitulo",
    "bajada",
)
"""Names that some write in two words at the end of a class, "post-sub-title"."""
_MODIFIERS = ("has-", "with-", "no-", "is-")
_HASH = re.compile(r"(?:__|-)(?=\w+[A-Z0-9])\w{5,8}$")
"""What build tools put behind a name."""
_TEXT = re.compile(r"(?<=[a-z])[-_]?(?i:text|content|paragraph)$")
"""What says no more than that there are words in it."""
_LAST_WORD = re.compile(r"[a-z0-9]+$|[A-Z][a-z0-9]+$")
_FOREIGN = sum(
    map(bit, ("nav", "footer", "aside", "comment", "control", "caption", "caption-tag", "figure", "biography", "advert",
              "newsletter", "dialog", "consent", "noscript", "hidden", "tags", "share", "table", "breadcrumb",
              "paywall", "recommend"))
)  # fmt: skip
_WORDS = re.compile(r"\W+")


def find_standfirst(
    scene: Surroundings, chosen: Sequence[bool], barred: Sequence[bool], metadata: Metadata, headline: int | None
) -> list[int]:
    """Return the units of the standfirst: between the headline and the first prose of the story; none if it has none.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
        barred: Units that can never be story.
        metadata: What the page says about itself.
        headline: The node of the headline, if the page shows one.
    """
    if headline is None or not any(chosen):
        return []
    title = _key(metadata.title or "")
    around = scene.shared_flags | scene.units.node_flags[max(scene.page.parents[headline], 0)]
    descriptions = _descriptions(metadata, title)
    _, first = scene.range_of(headline)
    found: list[int] = []
    for unit in range(first, min(first + _FARTHEST, len(chosen))):
        is_open = not barred[unit] and _can_be(scene, unit, around) and _key(scene.units.text[unit]) not in title
        if is_open and _is_it(scene, chosen, unit, descriptions):
            found.append(unit)
        elif found or (chosen[unit] and scene.prose[unit]):
            break
    return found


def _can_be(scene: Surroundings, unit: int, around: int) -> bool:
    """Tell whether a unit is a line of some words in no place that is for something else.

    What stands around the headline or the story, by the flags ``around``, says nothing of it.
    """
    if not _SHORTEST <= scene.lengths[unit] <= _LONGEST or scene.shares[unit] > MOSTLY_LINKS:
        return False
    return not scene.units.node_flags[scene.units.box[unit]] & ~around & _FOREIGN


def _is_it(scene: Surroundings, chosen: Sequence[bool], unit: int, descriptions: Sequence[str]) -> bool:
    """Tell whether a line is named a standfirst, or is described and not how the story's text itself begins."""
    if _is_named(scene, scene.units.box[unit]):
        return True
    if not _is_described(scene.units.text[unit], descriptions):
        return False
    if scene.page.tags[scene.units.box[unit]] in _HEADINGS:
        return True
    follows = next((after for after in range(unit + 1, len(chosen)) if chosen[after] and scene.prose[after]), None)
    parents, boxes = scene.page.parents, scene.units.box
    return not (chosen[unit] and follows is not None and parents[boxes[unit]] == parents[boxes[follows]])


def _descriptions(metadata: Metadata, title: str) -> list[str]:
    said = [one.value for one in metadata.candidates if one.field == "summary"]
    return [key for value in dict.fromkeys(said) if len(key := _key(value)) >= _DESCRIBED and key not in title]


def _is_described(text: str, descriptions: Sequence[str]) -> bool:
    """Tell whether a description says the same, or one of the two begins with the other."""
    key = _key(text)
    return len(key) >= _DESCRIBED and any(
        key == said
        or key.startswith(f"{said} ")
        or (len(said) >= _CUT_SHORT and (key.startswith(said[:-4]) or said.startswith(key)))
        for said in descriptions
    )


def _is_named(scene: Surroundings, box: int) -> bool:
    """Tell whether the element, or a small one around it, has the name of a standfirst."""
    page = scene.page
    for node in (box, page.parents[box]):
        if node < 0 or scene.range_of(node)[1] - scene.range_of(node)[0] > _LARGEST:
            return False
        if any(map(_is_name, page.attributes[node].get("class", "").split())):
            return True
    return False


@lru_cache(maxsize=4096)
def _is_name(token: str) -> bool:
    """Tell whether one class names a standfirst.

    Example:
        >>> _is_name("ArticleHero_dek__EqdkK"), _is_name("HeroSubtitle"), _is_name("with-excerpt")
        (True, True, False)
        >>> _is_name("LeadText_lead-text__wd_PA"), _is_name("summary-box")
        (True, False)
    """
    if token.startswith(_MODIFIERS):
        return False
    name = _TEXT.sub("", _HASH.sub("", token))
    word = _LAST_WORD.search(name)
    letters = "".join(filter(str.isalnum, name.lower()))
    return (word is not None and word[0].lower() in _NAMES) or letters.endswith(_IN_TWO_WORDS)


def _key(text: str) -> str:
    return _WORDS.sub(" ", text.casefold()).strip()
