"""Why a piece was kept or dropped, in words: how likely the classifier found it, and the facts that weigh most.

The questions of the trees are in the weights, and there are hundreds of them. These are the facts
behind those with the largest say (in the training, three quarters of what the trees gain): where
the piece stands from the densest prose, what is built like it, how much of it is linked, what the
elements around it are called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import FLAG_NAMES, bit

__all__ = ["Evidence"]

_TELLING = (
    "nav", "footer", "aside", "form", "comment", "related", "recommend", "share", "promo", "advert", "sidebar",
    "biography", "navigation", "newsletter", "consent", "dialog", "tags", "paywall", "hidden", "story",
)  # fmt: skip
_BITS = {name: bit(name) for name in _TELLING if name in FLAG_NAMES}


class Evidence:
    """What spoke for and against each unit of one page.

    Attributes:
        likely: For each unit how likely it was found to be story.
    """

    def __init__(self, scene: Surroundings, likely: Sequence[float]) -> None:
        """Gather what the sentences need, once a page."""
        self.likely = likely
        self._scene = scene
        self._paths, _ = scene.paths
        self._alike = Counter(self._paths)
        self._inside, *_ = scene.ways_from(scene.core, scene.units.box)
        self._flags = scene.local_flags()

    def sentence(self, unit: int, *, kept: bool, cut: float) -> str:
        """Return why a unit was kept or dropped.

        Args:
            unit: The unit.
            kept: Whether it is in the story.
            cut: How likely a unit had to be on this page.
        """
        probability = self.likely[unit]
        facts = ", ".join(self._facts(unit))
        found = f"Found {probability:.0%} likely to be of the story: {facts}."
        if kept and probability < cut:
            return f"{found} Kept with what it belongs to: its list, table, section, note or picture."
        if not kept and probability >= cut:
            return f"{found} Left out all the same: it repeats something, or is furniture by its words."
        return found

    def _facts(self, unit: int) -> Iterator[str]:
        scene = self._scene
        yield "inside the page's densest prose" if self._inside[unit] else "outside the page's densest prose"
        others = self._alike[self._paths[unit]] - 1
        yield f"built like {others} other pieces" if others else "built like no other piece"
        share = scene.shares[unit]
        yield "mostly a link" if share > MOSTLY_LINKS else "partly linked" if share else "not linked"
        called = [name for name, flag in _BITS.items() if self._flags[unit] & flag]
        if called:
            yield f"in something called or marked {', '.join(called)}"
