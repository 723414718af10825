"""Two laws, on every real page: each visible character is accounted for, and none of them twice.

What an article accounts for are its header, its body and what was removed with a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fixtures.conservation import Breach, breach_by_html5lib, breach_in
from fixtures.real_pages import MISSING, SHARED, ask_all, pages

CORPORA = {"wcxb-dev": 798, "fundus-dev": 125, "structure-dev": 166, "seed": 1}
"""Each corpus with the number of its pages: a law over no pages holds always."""

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason=MISSING)]


def breaches(question: Callable[[Path], Breach | None], asked: list[Path]) -> str:
    """Return one line for each page that breaks a law."""
    return "\n".join(str(breach) for breach in ask_all(question, asked) if breach is not None)


@pytest.mark.parametrize("corpus", CORPORA)
def test_each_visible_character_of_each_page_is_in_the_article_once(corpus: str) -> None:
    found = pages(corpus)
    assert len(found) == CORPORA[corpus]
    assert breaches(breach_in, found) == ""


def test_another_parser_sees_no_other_characters() -> None:
    found = [page for corpus in ("wcxb-dev", "fundus-dev") for page in pages(corpus)[::10]]
    assert len(found) == 93
    assert breaches(breach_by_html5lib, found) == ""
