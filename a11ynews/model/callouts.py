"""Whether a callout says itself what kind of note it is."""

from __future__ import annotations

from a11ynews.model.blocks import Callout
from a11ynews.model.inlines import inline_text

__all__ = ["says_its_kind"]


def says_its_kind(callout: Callout, word: str) -> bool:
    """Tell whether a callout needs no word for its kind, because its title or its first words have it.

    A plain note needs no word beside a title, and a title of one word ("Danger", "Summary") is itself a kind.

    Args:
        callout: The note.
        word: What its kind is called in the article's language.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> def says(title: str) -> bool:
        ...     return says_its_kind(Callout(kind="warning", blocks=(), title=(Text(text=title),)), "Warning")
        >>> says(""), says("Danger"), says("A warning to all"), says("High water")
        (False, True, True, False)
    """
    name = word.casefold()
    title = inline_text(callout.title).split()
    if callout.text.lstrip(" [(【").casefold().startswith(name):
        return True
    return bool(title) and (callout.kind == "note" or len(title) == 1 or name in " ".join(title).casefold())
