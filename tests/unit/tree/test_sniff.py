from __future__ import annotations

import pytest

from a11ynews.tree.sniff import looks_like_html

PROSE = "The harbour board met on Tuesday and put off the vote on the new ferry line once more. " * 8


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "\ufeff\n  <!doctype HTML>\n" + PROSE,
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        "<!-- saved from url=(0023)https://news.example/ -->\n<html>",
        "<p>x</p>",
        "<p>An end tag is optional",
        "<ul><li>one<li>two</ul>",
        "<article><h1>Title</h1>" + PROSE + "</article>",
        "<p>" + PROSE + "</p>",
        "<story-body>" + PROSE + "</story-body>",
        "Hello <b>world</b>",
        "One line<br>another",
        f"<p>{PROSE}</p>\n\n<p>{PROSE}</p>\n\n<p>{PROSE}</p>",
        "<P ALIGN=center>OLD PAGES SHOUT</P>",
        "<!-- a comment --><div>x</div>",
        "<img src=a.png>",
        '<script type="application/ld+json">{"a": "' + PROSE * 200 + '"}</script><p>x</p>',
        "<p " + "data-a=1 " * 20_000 + ">x",
    ],
)
def test_markup_is_markup(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        PROSE,
        "if a < b and c > d, then a<b",
        "I <3 ferries",
        "Write to Ada Writer <ada@news.example>, or to <desk@news.example>.",
        "See <https://news.example/ferry> for more.",
        "Use the <b> tag in prose.",
        "Press <Enter>, then <Ctrl-C>.",
        PROSE + "Close every <p> with a </p>. " + PROSE,
        f"{PROSE}\n\nUse the <b> tag, and close it with </b>.\n\n{PROSE}",
        f"# A title\n\n{PROSE}\n\nWater is H<sub>2</sub>O.\n\n* one\n* two\n\n{PROSE}",
        f"<b>Correction:</b> a name was wrong.\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}",
        "&lt;p&gt;this is escaped&lt;/p&gt;",
        "x <- 3; y <- x << 2",
        "vector<int> of map<string, list<p>>",
        "<sarcasm>Great.</sarcasm>",
        "<" * 50_000,
        "<a " * 30_000,
    ],
)
def test_text_that_mentions_markup_is_text(text: str) -> None:
    assert not looks_like_html(text)
