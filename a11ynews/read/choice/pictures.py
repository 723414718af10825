"""Which pictures, recordings and embeds belong to the story, and the captions with them.

Pictures have no words to judge them by, so their place decides. A picture belongs to the story if
it stands between the headline and the story's last words, inside the story's own element, and not
in a container that says advertisement, related, share and the like. Its caption goes with it,
whatever the classifier thought of the caption.
"""

from __future__ import annotations

from itertools import chain, islice

from a11ynews.read.build.captions import ends_with_credit, names_photographer
from a11ynews.read.build.roles import role_of
from a11ynews.read.choice.badges import PICTURE_FILE, is_badge, own_paths
from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.custom_elements import CUSTOM_ELEMENTS
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.stand_ins import stand_ins
from a11ynews.read.vocabulary import find_label
from a11ynews.tree.page import Page

__all__ = ["REPLACED", "mark_pictures"]

REPLACED = frozenset(
    (
        "img",
        "picture",
        "source",
        "video",
        "audio",
        "track",
        "iframe",
        "embed",
        "object",
        "hr",
        "svg",
        "math",
        "br",
        "canvas",
        *CUSTOM_ELEMENTS,
    )
)  # fmt: skip)
"""Elements that are content without having text of their own."""

_PICTURES = REPLACED - {"br", "hr", "source", "track", "math"}

_STILL = frozenset(("img", "picture", "source", "svg"))
_FRAME_UNITS = 6
"""A picture's frame has at most so many units: title, caption, credit, a label or two."""

_FOREIGN = (
    bit("advert") | bit("related") | bit("recommend") | bit("share") | bit("comment") | bit("nav") | bit("footer")
    | bit("promo") | bit("biography") | bit("newsletter") | bit("breadcrumb") | bit("pager") | bit("consent")
    | bit("control") | bit("navigation") | bit("dialog") | bit("skip") | bit("hidden") | bit("tags")
)  # fmt: skip
_CONSENT = bit("consent")
_DIALOG = bit("dialog")
_CARDS = bit("recommend") | bit("skip") | bit("tags")
"""What says "card", "grid", "skip-lazy", "topic-5": of a picture that leads nowhere it says how it is set."""
_CARDS_OF_FIGURES = _CARDS | bit("related") | _DIALOG
"""What else says so in a figure: "related image", "opens in a modal"."""
_FIGURE_LEVELS = 3
_CAPTION_TAG = bit("caption-tag")
_CAPTION = _CAPTION_TAG | bit("caption")
_FIGURE = bit("figure") | bit("gallery")
_WORDS_OF_PICTURES = frozenset(("caption", "credit"))
_CAPTIONED = frozenset(("table", "pre", "blockquote", "code", "math"))
"""What figures hold beside pictures, and captions explain."""
_SIGNED_UNITS = 3
"""Units in a frame of which one names who made the picture: what it shows, its credit, and perhaps a label."""
_NAMED_AFTER = 3
_TABLE_LEVELS = 12
"""Elements above a picture among which its table is looked for."""
_FEWEST_CELLS = 4
_MOST_CELLS = 0.65
"""Share of a table's units that are the story's, from which the table is."""
_LONG_CAPTION = 1200
"""Characters: what is longer under a picture is text of its own."""


class _Story:
    """Where the story lies: what the places of pictures are compared with."""

    def __init__(self, scene: Surroundings, chosen: list[bool], headline: int | None) -> None:
        page, units = scene.page, scene.units
        self.scene = scene
        self.chosen = chosen
        self.leads: dict[int, bool] = {}
        self.own = own_paths(page)
        self.sums = [0]
        for keep in chosen:
            self.sums.append(self.sums[-1] + keep)
        kept = [unit for unit, keep in enumerate(chosen) if keep]
        first, last = units.start[kept[0]], units.stop[kept[-1]]
        self.root = _smallest_holding(scene, units.box[kept[0]], first, last)
        self.shared = units.node_flags[self.root]
        self.start, self.stop = max(self.root, 0), last
        self.headline = -1 if headline is None else headline
        if headline is not None and headline < first:
            self.shared |= units.node_flags[max(page.parents[headline], 0)]
            around = _smallest_holding(scene, self.root, headline, last)
            self.start = around if page.tags[around] not in ("body", "html") else headline
        self.start = self._with_what_opens_it(self.start)
        self.first = first
        self.stop = max(last, page.ends[scene.wider(units.box[kept[-1]])] if len(kept) > 1 else last)

    def _with_what_opens_it(self, start: int) -> int:
        """Return the ``article`` or ``main`` around where the story starts, if nothing is said in it before that."""
        page = self.scene.page
        above = page.parents[start] if start > 0 else -1
        first = self.scene.range_of(start)[0]
        while above > 0 and self.scene.range_of(above)[0] == first:
            if page.tags[above] in ("article", "main"):
                return above
            above = page.parents[above]
        return start

    def holds(self, node: int) -> bool:
        """Tell whether any chosen unit is below a node."""
        low, high = self.scene.range_of(node)
        return self.sums[high] > self.sums[low]

    def holds_all(self, node: int) -> bool:
        """Tell whether so much of the story is below a node that it stands in for nothing."""
        low, high = self.scene.range_of(node)
        return self.sums[high] - self.sums[low] > _FRAME_UNITS

    def holds_table_of(self, node: int) -> bool:
        """Tell whether a node is in a table whose words are the story's: its pictures are then, whatever it is called.

        Encyclopedias call their boxes of facts a "vcard", and tables at the end of a section a "navbox".
        """
        page = self.scene.page
        for _ in range(_TABLE_LEVELS):
            node = page.parents[node]
            if node <= self.start:
                return False
            if page.tags[node] == "table":
                low, high = self.scene.range_of(node)
                return high - low >= _FEWEST_CELLS and self.sums[high] - self.sums[low] >= _MOST_CELLS * (high - low)
        return False

    def frame_of(self, node: int) -> int:
        """Return what is only with a picture: its figure, or else a few units around it, none of them of the story."""
        page = self.scene.page
        above = page.parents[node]
        while above > self.start and page.tags[node] != "figure" and not self.holds(above):
            if above <= self.headline < page.ends[above]:
                break
            low, high = self.scene.range_of(above)
            if high - low > _FRAME_UNITS:
                break
            node, above = above, page.parents[above]
        return node


def _smallest_holding(scene: Surroundings, node: int, first: int, stop: int) -> int:
    """Return the nearest ancestor-or-self whose subtree holds a range of nodes."""
    page = scene.page
    while node > 0 and not (node <= first and page.ends[node] >= stop):
        node = page.parents[node]
    return max(node, 0)


def mark_pictures(scene: Surroundings, chosen: list[bool], kept: bytearray, headline: int | None) -> None:
    """Mark the story's pictures as kept, and choose their captions.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story; captions are added in place.
        kept: One byte a node; pictures are marked in place.
        headline: The node of the headline, if the page shows one.
    """
    if not any(chosen):
        return
    story = _Story(scene, chosen, headline)
    page, flags = scene.page, scene.units.node_flags
    frames: dict[int, bool] = {}
    looked = 0
    stands = [node for node in stand_ins(page) if story.start <= node < story.stop and not story.holds_all(node)]
    for node in sorted([*stands, *(node for tag in REPLACED for node in page.find(tag, story.start, story.stop))]):
        tag = page.tags[node]
        if (
            (flags[node] & ~story.shared & (_FOREIGN if tag in REPLACED else _FOREIGN & ~_CONSENT))
            and _is_foreign(story, node)
            and not (tag in _STILL and story.holds_table_of(node))
        ):
            continue
        if node < story.first and tag in _STILL and is_badge(page, node, story.own if node < story.headline else None):
            continue
        frame = story.frame_of(node)
        welcome = frames.get(frame)
        if welcome is None:
            welcome = frames[frame] = not _is_card(scene, frame) and not _is_advert(scene, frame)
        if welcome and tag in _PICTURES:
            looked = _choose_captions(scene, chosen, frame, looked)
        kept[node] = welcome
    _choose_captions_of_others(scene, chosen)


def _choose_captions_of_others(scene: Surroundings, chosen: list[bool]) -> None:
    """Choose the ``figcaption`` of figures that hold something else, and what is called a caption above a table."""
    page, flags = scene.page, scene.units.flags
    for node in page.find("table"):
        low, high = scene.range_of(node)
        if low < high and low > 0 and any(chosen[low:high]) and flags[low - 1] & ~scene.shared_flags & bit("caption"):
            beside = scene.range_of(scene.wider(node))[0] <= low - 1
            chosen[low - 1] = chosen[low - 1] or (beside and scene.lengths[low - 1] <= _LONG_CAPTION)
    for node in page.find("figcaption"):
        low, high = scene.range_of(node)
        if high == low or chosen[low] or sum(scene.lengths[low:high]) > _LONG_CAPTION:
            continue
        figure = page.parents[node]
        first, end = scene.range_of(figure)
        held = page.tags[figure : page.ends[figure]]
        if page.tags[figure] == "figure" and any(chosen[first:end]) and not _CAPTIONED.isdisjoint(held):
            chosen[low:high] = [True] * (high - low)


def _is_foreign(story: _Story, node: int) -> bool:
    """Tell whether a picture stands in what is no story. A link called "lightbox" only opens the picture in one.

    What an element is called that holds much of the story says nothing of the pictures in it: the entries of a live
    page stand in a "feed".
    """
    page, flags = story.scene.page, story.scene.units.node_flags
    place = node
    claims = 0
    while place > 0 and flags[place] & ~story.shared & _FOREIGN:
        above = page.parents[place]
        claimed = flags[place] & ~(flags[above] | story.shared) & _FOREIGN
        claims |= 0 if claimed and story.holds_all(place) else claimed
        place = above
    may_be_card = not claims & ~_CARDS or (not claims & ~_CARDS_OF_FIGURES and _is_in_figure(page, node))
    if may_be_card and page.tags[node] in _STILL and _leads_nowhere(story, node):
        return False
    if claims != _DIALOG:
        return claims != 0
    while node > 0 and page.tags[node] != "a":
        node = page.parents[node]
    return node <= 0 or bool(flags[page.parents[node]] & ~story.shared & _DIALOG)


def _is_in_figure(page: Page, node: int) -> bool:
    return any(page.tags[above] == "figure" for above in islice(page.ancestors(node), _FIGURE_LEVELS))


def _leads_nowhere(story: _Story, node: int) -> bool:
    """Tell whether no link is around a picture in what is called a card, a grid or related, or in that: cards lead on.

    Drawings there are the signs of those who recommend the site.

    Source:
        923 pages: 125 more of 3,709 pictures, of which some ten are signs in another format.
    """
    page, flags = story.scene.page, story.scene.units.node_flags
    img = next(page.find("img", node, page.ends[node]), node)
    if page.tags[img] == "svg" or page.attributes[img].get("src", "").partition("?")[0].endswith(".svg"):
        return False
    if page.tags[img] == "img" and not any(
        name.startswith(("src", "data-")) and "/" in value for name, value in page.attributes[img].items()
    ):
        return False  # nothing of it would be left but who made it
    box = node
    while box > 0 and flags[page.parents[box]] & ~story.shared & _CARDS_OF_FIGURES:
        box = page.parents[box]
    if box not in story.leads:
        around = (above for above in page.ancestors(box) if page.tags[above] == "a")
        story.leads[box] = any(_leads_on(page, link) for link in chain(page.find("a", box, page.ends[box]), around))
    return not story.leads[box]


def _leads_on(page: Page, link: int) -> bool:
    href = page.attributes[link].get("href", "")
    return bool(href) and not PICTURE_FILE.search(href) and not href.startswith("javascript:")


def _is_card(scene: Surroundings, frame: int) -> bool:
    """Tell whether a picture's frame is a card that leads to another story: it has linked words of its own.

    A caption may be linked too: it makes a card if it leads where the picture leads.
    """
    low, high = scene.range_of(frame)
    flags = scene.units.flags
    linked = [
        unit for unit in range(low, high) if scene.shares[unit] > MOSTLY_LINKS and scene.lengths[unit] > _LINKED_LABEL
    ]
    if any(not flags[unit] & _CAPTION for unit in linked):
        return True
    return bool(linked) and _lead_one_way(scene, frame)


def _is_advert(scene: Surroundings, frame: int) -> bool:
    """Tell whether a picture's frame has the label of an advertisement in it."""
    labels = map(find_label, scene.units.text[slice(*scene.range_of(frame))])
    return any(label is not None and label.kind == "advertisement" for label in labels)


def _lead_one_way(scene: Surroundings, frame: int) -> bool:
    """Tell whether a link around a picture and a link around words have one address, which is no picture's."""
    page = scene.page
    pictured: set[str] = set()
    worded: set[str] = set()
    for node in page.find("a", frame, page.ends[frame]):
        low, high = scene.range_of(node)
        (worded if high > low or page.text(node).strip() else pictured).add(page.attributes[node].get("href", ""))
    return any(href and not PICTURE_FILE.search(href) for href in pictured & worded)


_LINKED_LABEL = 20
"""Characters: a linked text longer than this is another story's headline, not a "Zoom" button."""


def _choose_captions(scene: Surroundings, chosen: list[bool], frame: int, looked: int) -> int:
    """Choose the captions in a frame, from a unit on, and the one after it; return up to where all were looked at."""
    low, high = scene.range_of(frame)
    flags = scene.units.flags
    is_signed = high - low <= _SIGNED_UNITS and any(map(names_photographer, scene.units.text[low:high]))
    for unit in range(max(low, looked), high):
        is_caption = (flags[unit] & _CAPTION or is_signed) and scene.lengths[unit] <= _LONG_CAPTION
        if is_caption and not is_furniture(scene.units.text[unit], scene.shares[unit]):
            chosen[unit] = True
    after = high
    if high < len(chosen) and flags[high] & _CAPTION_TAG and scene.lengths[high] <= _LONG_CAPTION:
        for unit in _caption_from(scene, high):
            chosen[unit] = chosen[unit] or _stands_beside(scene, frame, scene.units.box[unit])
            after = unit + 1
    _choose_named_after(scene, chosen, frame, after)
    return max(high, looked)


def _choose_named_after(scene: Surroundings, chosen: list[bool], frame: int, unit: int) -> None:
    """Choose what stands right after a picture in an element called a caption or a credit, each in one of its own."""
    for after in range(unit, min(unit + _NAMED_AFTER, len(chosen))):
        box = scene.units.box[after]
        if chosen[after] or not _stands_beside(scene, frame, box) or scene.lengths[after] > _LONG_CAPTION:
            return
        if not ends_with_credit(scene.units.text[after]) and not any(
            role_of(scene.page.attributes[node].get("class", ""), "") in _WORDS_OF_PICTURES
            for node in (box, *islice(scene.page.ancestors(box), 1))
        ):
            return
        chosen[after] = True


def _caption_from(scene: Surroundings, unit: int) -> range:
    """Return the units of the ``figcaption`` that begins with a unit: brackets and labels may be elements in it."""
    node = scene.units.box[unit]
    while node > 0 and scene.page.tags[node] != "figcaption":
        node = scene.page.parents[node]
    high = scene.range_of(node)[1] if node > 0 else unit + 1
    return range(unit, high if sum(scene.lengths[unit:high]) <= _LONG_CAPTION else unit + 1)


def _stands_beside(scene: Surroundings, frame: int, box: int) -> bool:
    """Tell whether a unit's box is in the element that holds a frame: a ``figcaption`` that fell out of its figure.

    The picture may be wrapped in more, for zooming in and the like: then an element holds the two and nothing else.
    """
    page = scene.page
    around = page.parents[frame]
    if around <= box < page.ends[around]:
        return True
    around = scene.wider(frame)
    low, high = scene.range_of(frame)
    return around <= box < page.ends[around] and scene.range_of(around) == (low, max(high, scene.range_of(box)[1]))
