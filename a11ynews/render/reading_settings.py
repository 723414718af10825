"""How a page looks until its reader chooses otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Font", "Reading", "Size", "Spacing", "Theme", "Width"]

Theme: TypeAlias = Literal["system", "light", "dark", "sepia", "contrast"]
Font: TypeAlias = Literal["system", "serif", "hyperlegible", "dyslexia"]
Size: TypeAlias = Literal[100, 125, 150, 200, 300]
Spacing: TypeAlias = Literal["normal", "more", "most"]
Width: TypeAlias = Literal["narrow", "normal", "wide", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a page looks until its reader chooses otherwise.

    Attributes:
        theme: Colours; "system" follows the reader's own light or dark, and asks for more contrast where the
            system does.
        font: Fonts that the reader has, by name; none is fetched. "hyperlegible" is Atkinson Hyperlegible and its
            kin, "dyslexia" OpenDyslexic and its kin.
        size: Of the text, in per cent. From 150 on pages are printed in 18 pt (large print), else in 12 pt.
        line_spacing: Between lines: 1, 1.25 or 1.5 times what the language has by default.
        letter_spacing: Between letters; "most" is the 0.12 em of WCAG 1.4.12. Scripts that join their letters keep
            them joined.
        word_spacing: Between words; "more" is the 0.16 em of WCAG 1.4.12.
        width: Length of a line; "normal" is about 66 characters, 38 of Chinese, Japanese or Korean.
        focus_line: Whether all but some lines in the middle of the window is shaded.
    """

    theme: Theme = "system"
    font: Font = "system"
    size: Size = 100
    line_spacing: Spacing = "normal"
    letter_spacing: Spacing = "normal"
    word_spacing: Spacing = "normal"
    width: Width = "normal"
    focus_line: bool = False
