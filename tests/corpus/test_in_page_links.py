"""On real pages each link within the article leads to a place of the output, in HTML and in Markdown."""

from __future__ import annotations

import pytest
from fixtures.in_page import lost_goals
from fixtures.real_pages import MISSING, SHARED, ask_all, pages

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason=MISSING)]

FEWEST = 500
"""Links of the pages that are looked at: a law over none holds always."""


def test_each_link_within_an_article_leads_somewhere() -> None:
    asked = [page for corpus in ("wcxb-dev", "fundus-dev", "structure-dev") for page in pages(corpus)[::5]]
    answers = ask_all(lost_goals, asked)
    assert [lost for _, found in answers for lost in found] == []
    assert sum(count for count, _ in answers) > FEWEST
