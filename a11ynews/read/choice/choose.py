"""Which units are the story.

The classifier gives each unit a probability, and what is likely enough is kept. Then what stands
there twice is taken out: the headline, and any longer text that was already chosen; and what is
furniture by its words wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, count, repeat
from urllib.parse import urlsplit

from a11ynews.model.article import Metadata
from a11ynews.read.choice.aims import address_of
from a11ynews.read.choice.columns import columns_of
from a11ynews.read.choice.second_look import GIVEN_UP, second_columns
from a11ynews.read.choice.trees import Classifier, load_classifier
from a11ynews.read.scene.features import MOSTLY_LINKS, PROSE_LENGTH, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import POINTERS, find_label, find_phrase, find_placeholder, find_pointer
from a11ynews.tree.page import Page

__all__ = [
    "COPY_LENGTH",
    "choose",
    "cut_for",
    "is_fragment",
    "is_furniture",
    "probabilities",
    "title_of",
    "whole_fragment",
]

_REPEATING = bit("table") | bit("list") | bit("code") | bit("heading") | bit("quote")
_SET_APART = bit("code") | bit("quote") | bit("table") | bit("heading")
_MAY_NAME_OWNERS = bit("figure") | bit("caption") | bit("caption-tag") | bit("gallery") | bit("code") | bit("table")
_HEADING = bit("heading")
_SITE = bit("nav") | bit("footer") | bit("navigation") | bit("page-foot") | bit("aside") | bit("consent")
_NEVER_OUTSIDE = sum(map(bit, ("control", "form", "comment", "nav", "noscript", "footer")))
"""What stands in such places and not among the densest prose is story only if it is prose itself."""
_FRAME = _SITE | bit("header") | bit("page-head") | bit("hidden")
_ALWAYS = frozenset(
    ("advertisement", "skip-links", "ticker-label", "share", "print", "read-more", "newsletter", "app-promo", "cookie",
     "paywall-prompt", "player-fallback", "external-content", "contents", "dev-residue", "back-to-top", "follow",
     "appeal")
)  # fmt: skip
"""Kinds whose labels, standing alone, are never a line of a story."""
_OF_SECTIONS = frozenset(("share", "follow", "app-promo", "cookie", "player-fallback", "read-more"))
"""Kinds whose labels are things that a story may have a section on, or say how it goes on."""

DATED_CUT = 0.7
"""How likely a unit must be on a page that is dated: such a page is a story in prose, and what is unsure there is
mostly furniture. (A cut set for each page where the expected F1 is highest gave no more: it is half of that F1.)"""
LEAST_CUT = 0.32
MOST_LOST = 0.2
"""A cut above the least that loses more of what is above the least, in characters, is for surer pages than this one."""
HEADING_CUT = 0.5
"""The same for code, quotes and tables, which are seldom furniture, and for headings, at most: a lost heading is a lost
way to move, and few words. One that is a link to another page heads that."""
UNDATED_CUT = 0.32
"""The same on other pages: documentation, products and lists say much in short lines that are like menus."""
FRAME_CUT = 0.4
"""The same, at least, in what frames a page or is hidden."""
BETWEEN_CUT = 0.2
"""The same for a long paragraph between others of the story, in the same element."""
LEAD_CUT = 0.5
"""The same for a long paragraph right before them: the first one is often set apart by its class."""
BETWEEN_CHARS = 100
"""Characters from which a paragraph is long."""
SENTENCE_ENDS = tuple(".!?…。！？।۔؟")
FRAGMENT_UNITS = 8
"""A page with at most so many pieces of text, menus and footers aside, may be a fragment that somebody cut out."""
REFRAIN_TIMES = 3
REFRAIN_LENGTHS = (6, 60)
"""Characters of a line that is a refrain when it stands there this many times."""
RIGHTS_LENGTH = 200
"""Characters of the longest line on rights that is nothing more."""
POINTER_LENGTH = 250
"""Characters: "Read more: ..." with more text than this is a sentence of the story."""
LONGEST_ROW = 8
"""Links in a row of labels."""
NEARLY_ALL = 0.8
"""Share of linked characters from which all of a text is a link."""
SURE = 0.9
"""How likely a line must be to be kept although it stands there again and again: "Key features:" under each product.
The classifier knows how often a text stands there. Out of fold, of such refrains 480 were story and 14 were not; of
copies 75 and 14."""
SURE_OF_LABEL = 0.95
"""The same for a line whose words are a label of furniture: a section on "YouTube", "Details:" before an address."""
SURE_OF_POINTER = 0.7
"""The same for a heading: "Learn more" over the last section. Of four that are as likely all were story."""
COPY_LENGTH = 30
"""Characters from which the same text twice is one text copied, and not two short lines alike."""


def title_of(metadata: Metadata) -> str:
    """Return the headline; "" if unknown."""
    return metadata.title or ""


def probabilities(scene: Surroundings, title: str, classifier: Classifier | None = None) -> list[float]:
    """Return for each unit how likely it is to be part of the story.

    Args:
        scene: The page's units.
        title: The headline; "" if unknown.
        classifier: Other weights than those of the package, for training.
    """
    if not len(scene.units):
        return []
    classifier = classifier or load_classifier()
    asked = _possible(scene)
    columns, flags = columns_of(scene, title, asked), scene.local_flags(asked)
    first = classifier.probabilities(columns, flags)
    likely = [0.0] * len(scene.units)
    for unit, probability in zip(asked, first, strict=True):
        likely[unit] = probability
    if classifier.second is not None:
        doubtful = [place for place, probability in enumerate(first) if probability > GIVEN_UP]
        wanted = frozenset(classifier.second.columns)
        known = [[column[place] for place in doubtful] if name in wanted else () for name, column in enumerate(columns)]
        again = classifier.second.probabilities(
            [*known, *second_columns(scene, likely)], [flags[place] for place in doubtful]
        )
        for place, probability in zip(doubtful, again, strict=True):
            likely[asked[place]] = (first[place] + probability) / 2
    return likely


def _possible(scene: Surroundings) -> list[int]:
    """Return the units that can be story: what is among the densest prose, and of what is not, what may be more of it.

    There, a link can be if it is a paragraph; and what is in a form, a menu, a footer or comments, if it is prose.
    More than four in ten of a page's units are other links. Of 49,654 such units the classifier found 15 likelier than
    ``GIVEN_UP``; of 14,829 in forms and the like (462 pages), 3. So what is known of them is not worth computing.
    """
    low, high = scene.range_of(scene.core)
    tags, hopeless = scene.page.tags, _NEVER_OUTSIDE & ~scene.shared_flags
    return [
        unit
        for unit, (share, box, flags, prose) in enumerate(
            zip(scene.shares, scene.units.box, scene.units.flags, scene.prose, strict=True)
        )
        if low <= unit < high or ((share <= MOSTLY_LINKS or tags[box] == "p") and (prose or not flags & hopeless))
    ]


def cut_for(metadata: Metadata) -> float:
    """Return how likely a unit must be to be kept, on a page with such metadata."""
    return UNDATED_CUT if metadata.published is None else DATED_CUT


def choose(
    scene: Surroundings, likely: Sequence[float], title: str, barred: Sequence[bool], cut: float = DATED_CUT
) -> list[bool]:
    """Return for each unit whether it is in the story.

    Args:
        scene: The page's units.
        likely: Their probabilities.
        title: The headline; a unit that only repeats it is not in the story.
        barred: Units that are spoken for: they became metadata, or can never be story.
        cut: How likely a unit must be to be kept.
    """
    headline = _key(title)
    seen: set[str] = set()
    chosen: list[bool] = []
    refrains = _refrains(scene)
    cut = _bearable(scene, likely, cut)
    for text, probability, least, share, box, out in zip(
        scene.units.text, likely, _cuts(scene, likely, cut), scene.shares, scene.units.box, barred, strict=True
    ):
        keep = probability >= least and not out
        if keep and probability < cut and share > NEARLY_ALL and _leads_on(scene.page, box):
            keep = False
        if keep:
            key = _key(text)
            keep = key != headline and not _is_said_again(scene, len(chosen), probability, seen, refrains)
            keep = keep and (not is_furniture(text, share) or _is_own_word(scene, len(chosen), probability))
            keep = keep and not (share > NEARLY_ALL and _is_row_of_labels(scene, len(chosen)))
            keep = keep and not (_is_rights_line(text) and not scene.units.flags[len(chosen)] & _MAY_NAME_OWNERS)
            if len(text) >= COPY_LENGTH:
                seen.add(key)
        chosen.append(keep)
    return chosen


def _is_said_again(
    scene: Surroundings, unit: int, probability: float, seen: AbstractSet[str], refrains: AbstractSet[str]
) -> bool:
    """Tell whether a line stood there before and says nothing new: a copy, or the label of a slot.

    A line that is surely the story's is neither, unless what stands beside it is a copy too: then a part of the
    story stands there twice.
    """
    texts = scene.units.text
    if texts[unit] in refrains:
        return probability < SURE or scene.shares[unit] > NEARLY_ALL
    own = _key(texts[unit])
    if own not in seen:
        return False
    beside = map(_key, (*texts[unit - 1 : unit], *texts[unit + 1 : unit + 2]))
    return probability < SURE or any(key in seen and key != own for key in beside)


def _is_own_word(scene: Surroundings, unit: int, probability: float) -> bool:
    """Tell whether a line that reads like furniture is surely the story's own.

    It may be a heading, as a section on podcasts is called "Audio", or a name with a colon before something that is
    no link, and so points nowhere: "Details: 12 Harbour Road".
    """
    text = scene.units.text[unit]
    if scene.units.flags[unit] & _HEADING and probability >= SURE_OF_POINTER:
        label = find_label(text)
        least = SURE_OF_POINTER if label and label.kind == "read-more" else SURE_OF_LABEL
        return label is not None and label.kind in _OF_SECTIONS and probability >= least
    if probability < SURE_OF_LABEL:
        return False
    head, _, rest = text.partition(":")
    return bool(rest) and scene.shares[unit] < MOSTLY_LINKS and not head.isupper() and find_label(head) is not None


def _is_row_of_labels(scene: Surroundings, unit: int) -> bool:
    """Tell whether a line is two links or more of which each is furniture alone: "Jump to recipe", "Print"."""
    units, texts = scene.units, scene.page.texts
    parts = [texts[node] for node in range(units.start[unit], units.stop[unit]) if units.owner[node] == unit]
    if not 1 < len(parts) <= LONGEST_ROW:
        return False
    labels = map(find_label, parts)
    return all(label is not None and label.kind in _ALWAYS for label in labels)


def _leads_on(page: Page, heading: int) -> bool:
    """Tell whether a heading is a link to another page of the same site: it heads that page, and not a section."""
    href = address_of(page, heading, page.ends[heading])
    if not href or "#" in href:
        return False
    try:
        host, own = urlsplit(href).hostname, urlsplit(page.url or "").hostname
    except ValueError:
        return False
    return host is None or host == own


def _cuts(scene: Surroundings, likely: Sequence[float], cut: float) -> list[float]:
    """Return how likely each unit must be, where the text of a story must be as likely as the cut says."""
    cuts = [min(cut, HEADING_CUT) if flags & _SET_APART else cut for flags in scene.units.flags]
    for unit in _between(scene, likely, cut):
        cuts[unit] = min(cut, BETWEEN_CUT)
    if cut < FRAME_CUT:
        for unit, flags in enumerate(scene.units.flags):
            if flags & _FRAME:
                cuts[unit] = FRAME_CUT
    return cuts


def _between(scene: Surroundings, likely: Sequence[float], cut: float) -> set[int]:
    """Return the long paragraphs that stand between sure text, in one element: furniture has an element of its own.

    One right before sure text may be its lead.
    """
    tags, boxes, parents = scene.page.tags, scene.units.box, scene.page.parents
    found: set[int] = set()
    waiting: dict[int, list[int]] = {}
    for unit, (probability, box, length, share) in enumerate(
        zip(likely, boxes, scene.lengths, scene.shares, strict=True)
    ):
        parent = parents[box]
        if probability >= cut:
            found.update(waiting.get(parent, ()))
            waiting[parent] = []
        elif (
            tags[box] == "p"
            and length >= BETWEEN_CHARS
            and share <= MOSTLY_LINKS
            and (parent in waiting or probability >= LEAD_CUT)
        ):
            waiting.setdefault(parent, []).append(unit)
    return found


def _bearable(scene: Surroundings, likely: Sequence[float], cut: float) -> float:
    """Return the cut, or the least one where nothing is sure and the cut would lose much of the page."""
    least = kept = 0.0
    for probability, length in zip(likely, scene.lengths, strict=True):
        if probability >= LEAST_CUT:
            least += length
            kept += length if probability >= cut else 0
    return cut if kept >= least * (1 - MOST_LOST) else min(cut, LEAST_CUT)


def is_fragment(scene: Surroundings, chosen: Sequence[bool]) -> bool:
    """Tell whether a few short words were chosen of a few, beside a menu or a footer: too few to be judged as prose.

    Args:
        scene: The page's units.
        chosen: For each unit whether it was likely enough.
    """
    of_site = sum(bool(flags & _SITE) for flags in scene.units.flags)
    few = of_site > 0 and len(scene.units) - of_site <= FRAGMENT_UNITS and not any(scene.prose)
    return few and sum(compress(scene.lengths, chosen)) < PROSE_LENGTH


def whole_fragment(scene: Surroundings, title: str, barred: Sequence[bool]) -> list[bool]:
    """Choose everything that a fragment says: a few lines, a menu or a footer around them aside, are the story.

    Beside a menu or a footer the lines must be too short to be judged as prose, and one of them a sentence in a
    paragraph, or it is the frame of a site without a story in it. Of a page with more lines than that, nothing.

    Args:
        scene: The units of a page of which nothing was likely enough.
        title: The headline.
        barred: Units that can never be story.
    """
    units, headline = scene.units, _key(title)
    own = [not flags & _SITE for flags in units.flags]
    nothing = [False] * len(units)
    if sum(own) > FRAGMENT_UNITS:
        return nothing
    chosen = [
        inside and not out and share < MOSTLY_LINKS and _key(text) != headline and not is_furniture(text, share)
        for text, share, inside, out in zip(units.text, scene.shares, own, barred, strict=True)
    ]
    is_bare = all(own)
    is_short_story = not any(scene.prose) and any(map(_is_sentence, repeat(scene), compress(count(), chosen)))
    return chosen if is_bare or is_short_story else nothing


def _is_sentence(scene: Surroundings, unit: int) -> bool:
    """Tell whether a unit is a paragraph that ends as sentences do."""
    return scene.page.tags[scene.units.box[unit]] == "p" and scene.units.text[unit].endswith(SENTENCE_ENDS)


def _refrains(scene: Surroundings) -> set[str]:
    """Return the lines that come again and again outside lists, tables and code: labels of slots ("Advertisement")."""
    count = Counter(
        text
        for text, flags in zip(scene.units.text, scene.units.flags, strict=True)
        if REFRAIN_LENGTHS[0] <= len(text) <= REFRAIN_LENGTHS[1] and not flags & _REPEATING
    )
    return {text for text, times in count.items() if times >= REFRAIN_TIMES}


def is_furniture(text: str, link_share: float) -> bool:
    """Tell whether a line is furniture wherever it stands.

    It is if it consists of such a label, stands in the place of something else, or points elsewhere: it
    begins with a label and a colon, or is a link that begins with a phrase for such links.

    Args:
        text: The line.
        link_share: Share of its characters that are linked, 0 to 1.

    Example:
        >>> is_furniture("Advertisement", 0), is_furniture("The advertisement was removed.", 0)
        (True, False)
    """
    label = find_label(text) if len(text) > 1 else None
    if label is not None:
        return label.kind in _ALWAYS
    if len(text) <= POINTER_LENGTH and _points_elsewhere(text, link_share):
        return True
    return find_placeholder(text) is not None


def _points_elsewhere(text: str, link_share: float) -> bool:
    if find_pointer(text) is not None:
        return True
    label = find_phrase(text) if link_share > NEARLY_ALL else None
    return label is not None and label.kind in POINTERS


def _is_rights_line(text: str) -> bool:
    """Tell whether a short line says whose the page is; under a picture the same words say whose the picture is."""
    if len(text) > RIGHTS_LENGTH:
        return False
    return text[0] == "©" or ("©" in text and find_phrase(text) is not None) or bool(_RIGHTS.match(text))


_RIGHTS = re.compile(r"(?:copyright|\(c\))\s+(?:©\s*|\(c\)\s*)?(?:19|20)\d\d\b", re.IGNORECASE)
"""How such lines begin without the sign: "Copyright 2024 The Daily Example"."""


def _key(text: str) -> str:
    """Return a text without what a copy may differ in: case and marks at the ends."""
    return text.casefold().strip(" .…:;,-–—|")
