"""The article with every block in every form, and pages of many kinds from their source to three forms.

The pages are invented. ``source.html`` is the page; ``article.json`` is what was read, ``removed.txt``
what was not, and ``expected.*`` what is made of it. After a change that is meant: ``pytest --accept``,
then read the difference as you would read code.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.every_block import every_block, in_arabic, in_chinese
from fixtures.golden import Golden

import a11ynews
from a11ynews.model.article import Article
from a11ynews.render import html, json, markdown, ssml, text

HERE = Path(__file__).parent
PAGES = sorted(path.parent.name for path in HERE.glob("*/source.html"))
STORY_ALONE = html.Options(document=False)
ARTICLES = {"everything": every_block(), "from-right-to-left": in_arabic(), "without-spaces": in_chinese()}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_in_every_form(name: str, golden: Golden) -> None:
    article: Article = ARTICLES[name]
    golden(f"{name}/expected.html", html.render(article, STORY_ALONE).text)
    golden(f"{name}/expected.txt", text.render(article).text)
    golden(f"{name}/expected.md", markdown.render(article).text)
    golden(f"{name}/expected.json", json.render(article).text)
    golden(f"{name}/expected.ssml", ssml.render(article).text)


@pytest.mark.parametrize("render", [html.render, text.render, markdown.render, ssml.render], ids=lambda r: r.__module__)
def test_what_a_form_cannot_say_is_told(render: object, golden: Golden) -> None:
    assert callable(render)
    rendering = render(every_block())
    told = "".join(f"{notice.kind}: {notice}\n" for notice in rendering.notices)
    golden(f"everything/notices.{render.__module__.rpartition('.')[2]}.txt", told)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_its_source_to_three_forms(name: str, golden: Golden) -> None:
    article = a11ynews.parse(HERE / name / "source.html", url=f"https://news.example/{name}")
    golden(f"{name}/article.json", article.to_json())
    golden(f"{name}/removed.txt", removed_of(article))
    golden(f"{name}/expected.html", article.to_html(document=False))
    golden(f"{name}/expected.txt", article.to_text())
    golden(f"{name}/expected.md", article.to_markdown())


def removed_of(article: Article) -> str:
    pieces = (f"{piece.kind} ({piece.rule}), at {piece.where}\n  {piece.text!r}\n" for piece in article.removed)
    return "".join([*pieces, *(f"warning, {notice.kind}: {notice}\n" for notice in article.warnings)])
