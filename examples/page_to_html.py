"""A saved page to an accessible page: ``python examples/page_to_html.py page.html story.html``."""

from __future__ import annotations

import sys
from pathlib import Path

import a11ynews


def main(source: str, target: str) -> None:
    """Read the page ``source`` and write its story to ``target``."""
    article = a11ynews.parse(Path(source))
    Path(target).write_text(article.to_html(), encoding="utf-8")
    print(f"{article.title}: {len(article.body)} blocks written to {target}")
    for notice in article.warnings:
        print(f"Note: {notice}")


if __name__ == "__main__":
    main(*sys.argv[1:])
