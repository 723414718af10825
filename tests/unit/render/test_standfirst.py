"""A standfirst is shown if the story shows one; a description that never stood on the page is for machines."""

import re
from collections.abc import Callable

import pytest

import a11ynews
from a11ynews import Article

DESCRIPTION = "Everything about ferries, mills and markets."
LINE = "After a year in dock the ferry sails on Monday, and the islanders have waited for it."
STORY = "<p>The ferry left the dock at nine, with forty passengers and the mail of a week on board.</p>" * 3
PAGE = """<html lang="en"><head><title>Ferry returns</title><meta name="description" content="{description}"></head>
<body><article><h1>Ferry returns</h1>{line}{story}</article></body></html>"""
FORMS: dict[str, Callable[[Article], str]] = {
    "page": lambda article: re.sub(r"(?s)<head>.*</head>", "", article.to_html()),
    "part": lambda article: article.to_html(document=False),
    "text": lambda article: article.to_text(),
    "markdown": lambda article: article.to_markdown(),
    "speech": lambda article: " ".join(utterance.text for utterance in article.to_speech()),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_description_that_is_not_on_the_page_is_in_no_form(form: str) -> None:
    article = a11ynews.parse(PAGE.format(description=DESCRIPTION, line="", story=STORY))
    assert article.summary == DESCRIPTION
    assert DESCRIPTION not in FORMS[form](article)


@pytest.mark.parametrize("form", FORMS)
def test_a_standfirst_of_the_page_is_in_every_form_and_once(form: str) -> None:
    article = a11ynews.parse(PAGE.format(description=LINE, line=f'<p class="standfirst">{LINE}</p>', story=STORY))
    assert article.body[0].text == LINE
    assert FORMS[form](article).count(LINE.partition(",")[0]) == 1


def test_the_description_stays_with_the_machines() -> None:
    article = a11ynews.parse(PAGE.format(description=DESCRIPTION, line="", story=STORY))
    assert f'<meta name="description" content="{DESCRIPTION}">' in article.to_html()
    assert DESCRIPTION in article.to_json()
