"""What was removed from a page, and why: ``python examples/what_was_removed.py page.html``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import a11ynews


def main(source: str) -> None:
    """Print each removed piece of the page ``source`` with its reason, then how many of which kind."""
    article = a11ynews.parse(Path(source))
    for piece in article.removed:
        print(f"{piece.kind}: {' '.join(piece.text.split())[:60]}")
        print(f"  {piece.reason} Found at {piece.where}.")
    counts = Counter(piece.kind for piece in article.removed)
    print(", ".join(f"{number} x {kind}" for kind, number in counts.most_common()))


if __name__ == "__main__":
    main(*sys.argv[1:])
