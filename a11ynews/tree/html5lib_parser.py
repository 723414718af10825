"""``parser="html5lib"``: the Standard's algorithm in Python, slow and exact; the tests' oracle."""

from __future__ import annotations

from typing import cast

import html5lib

from a11ynews.tree.elements import Element, fill_from_elements
from a11ynews.tree.fill import Filler
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page

__all__ = ["parse"]


def parse(data: bytes, limits: Limits) -> Page:
    """Parse UTF-8 with html5lib."""
    # The etree builder, since the lxml one raises ValueError on control characters.
    root = html5lib.parse(data.decode(), treebuilder="etree")
    filler = Filler(limits)
    fill_from_elements(filler, cast("Element", root))
    return filler.finish()
