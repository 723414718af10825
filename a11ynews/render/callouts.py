"""What kind of note a callout is, said once: by its title, or by our word before it."""

from __future__ import annotations

from a11ynews.model.blocks import Callout
from a11ynews.model.callouts import says_its_kind
from a11ynews.render.phrases import Phrases

__all__ = ["kind_word"]


def kind_word(callout: Callout, words: Phrases) -> str:
    """Return our word for a callout's kind; "" where the callout says it (:mod:`a11ynews.model.callouts`).

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> from a11ynews.render.phrases import phrases_for
        >>> high_water = Callout(kind="warning", blocks=(), title=(Text(text="High water"),))
        >>> kind_word(high_water, phrases_for("en"))
        'Warning'
    """
    word = words.say("note_callout" if callout.kind == "note" else callout.kind)
    return "" if says_its_kind(callout, word) else word
