"""The words for a picture, in every form: honest, and never said twice."""

from __future__ import annotations

import re

from a11ynews.model.blocks import Figure, Image
from a11ynews.model.inlines import inline_text

__all__ = ["archive_word", "honest_alt", "signs_itself"]

_FILE_NAME = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_FEW_WORDS = 5
"""A description of so many words that the caption has too is heard twice; a name ("The mayor") tires nobody."""
_WORD = re.compile(r"\w+")


def honest_alt(image: Image, figure: Figure) -> str | None:
    """Return the words for a picture; None where only we can say that there are none.

    A name of a file and a number are no description, and what caption and credit say is not said twice: all count as
    unknown.

    Example:
        >>> figure = Figure(caption=())
        >>> honest_alt(Image(src="", alt="IMG_2041.JPG"), figure) is None
        True
        >>> honest_alt(Image(src="", alt="Two women carry saplings."), figure)
        'Two women carry saplings.'
    """
    if image.alt is None:
        return None
    alt = " ".join(image.alt.split())
    if _FILE_NAME.fullmatch(alt) or alt.isdecimal():
        return None
    caption, credit = inline_text(figure.caption), inline_text(figure.credit)
    if alt and _is_said(alt, caption, credit):
        return None
    if alt.endswith(("…", "...")) and _bare(caption).startswith(_bare(alt)):
        return None  # the caption, cut to the length of a field
    if not alt and (figure.caption or figure.credit):
        return None  # a picture with a caption is not decoration
    return _without_credit(alt, credit)


def archive_word(figure: Figure, word: str) -> str:
    """Return our word for an agency's old picture; "" for a new one, and where the caption says it in the same words.

    Args:
        figure: The picture with its caption.
        word: "Archive photo." in the language of the page.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> old = Figure(archive_photo=True, caption=(Text(text="FILE - The mill in 1974."),))
        >>> archive_word(old, "Archive photo.")
        'Archive photo.'
        >>> archive_word(Figure(archive_photo=True, caption=(Text(text="Archive photo: the mill."),)), "Archive photo.")
        ''
    """
    said = f" {_bare(word)} " in f" {_bare(inline_text(figure.caption))} "
    return word if figure.archive_photo and not said else ""


def signs_itself(credit: str, word: str) -> bool:
    """Tell whether a credit says by itself that it is one: "Photo: B. Lens", "© Town Archive", "(AP Photo/B. Lens)".

    Args:
        credit: The credit as the page prints it.
        word: "Photo" in the language of the page.

    Example:
        >>> signs_itself("Foto: B. Linse", "Foto"), signs_itself("B. Lens/AFP", "Photo")
        (True, False)
    """
    said = credit.casefold()
    return any(sign in said for sign in (":", "©", "(c)", "photo", "foto", word.casefold()))


def _is_said(alt: str, caption: str, credit: str) -> bool:
    """Tell whether caption and credit have all words of a picture's description, and it is one of them or long."""
    said = _bare(alt)
    if said in (_bare(caption), _bare(credit)):
        return True
    both = (_bare(f"{caption} {credit}"), _bare(f"{credit} {caption}"))
    return said in both or (said.count(" ") >= _FEW_WORDS and any(f" {said} " in f" {text} " for text in both))


def _without_credit(alt: str, credit: str) -> str:
    """Return the words for a picture without the credit that some systems write before them."""
    name = credit.strip(" ©.()")
    rest = alt.removeprefix(f"{name} ") if name else alt
    return rest if rest[:1].isupper() else alt


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold() or text
