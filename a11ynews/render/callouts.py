"""What kind of note a callout is, said once: by its title, or by our word before it."""

from __future__ import annotations

from a11ynews.model.blocks import Callout
from a11ynews.model.inlines import inline_text
from a11ynews.render.phrases import Phrases

__all__ = ["kind_word"]


def kind_word(callout: Callout, words: Phrases) -> str:
    """Return our word for a callout's kind; "" where its title or its first words say it, or its title says more.

    A plain note needs no word beside a title, and a title of one word ("Danger", "Summary") is itself a kind.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> from a11ynews.render.phrases import phrases_for
        >>> def word(title: str) -> str:
        ...     return kind_word(Callout(kind="warning", blocks=(), title=(Text(text=title),)), phrases_for("en"))
        >>> word(""), word("Danger"), word("A warning to all"), word("High water")
        ('Warning', '', '', 'Warning')
    """
    word = words.say("note_callout" if callout.kind == "note" else callout.kind)
    title = inline_text(callout.title).split()
    if callout.text.lstrip(" [(【").casefold().startswith(word.casefold()):
        return ""
    if not title:
        return word
    says_it = callout.kind == "note" or len(title) == 1 or word.casefold() in " ".join(title).casefold()
    return "" if says_it else word
