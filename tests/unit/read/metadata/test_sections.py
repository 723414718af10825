"""The section where no page declares it: paths to the page and categories, and what looks like them."""

from __future__ import annotations

import pytest

import a11ynews

STORY = "<p>The ferry sails again on Monday, said the harbour office, after two winters in the dry dock.</p>" * 3


def section(head: str, tail: str = "") -> str | None:
    return a11ynews.parse(f"<body>{head}<main><h1>The ferry returns</h1>{STORY}</main>{tail}</body>").section


PATHS = {
    "a class": '<div class="breadcrumb"><a href="/">Start</a> » <a href="/nieuws">Nieuws</a></div>',
    "a label": '<nav aria-label="Breadcrumb"><a href="/en/">Site</a> <a href="/n">News</a></nav>',
    "a type": '<ol itemtype="https://schema.org/BreadcrumbList"><li><a href="/">A</a> <li><a href="/n">News</a></ol>',
    "the page itself at its end": '<p class="crumbs"><a href="/n">News</a> > <a href="/n/f">The ferry returns</a></p>',
    "a word for the front page": '<div class="breadcrumbs"><a href="/x/y.php">Hjem</a> <a href="/n">News</a></div>',
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_the_last_step_of_the_path_to_the_page_is_its_section(path: str) -> None:
    assert section(path) in ("News", "Nieuws")


def test_the_path_may_be_declared_where_nobody_sees_it() -> None:
    steps = '{"name": "Home"}, {"name": "Harbour"}, {"name": "The ferry returns"}'
    path = f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}'
    assert section(f'<script type="application/ld+json">{path}</script>') == "Harbour"


def test_a_category_that_the_story_is_filed_under_is_its_section() -> None:
    filed = '<footer>Posted in <a href="/c/islands" rel="category tag">Islands</a></footer>'
    assert section("", filed) == "Islands"


NOT_SECTIONS = {
    "a button": '<div class="breadcrumb"><a href="/edit">Edit on GitHub</a></div>',
    "a number": '<div class="breadcrumb"><a href="/18">18</a></div>',
    "a way back": '<div class="breadcrumb"><a href="/blog">&lt; Back to blog</a></div>',
    "a word of the site's foot": '<div class="breadcrumb"><a href="/privacy">Privacy</a></div>',
    "another language": '<div class="breadcrumb"><a href="/es/pagina">Español</a></div>',
    "only the front page": '<div class="breadcrumb"><a href="/">Home</a></div>',
    "a menu": '<nav class="main-nav"><a href="/">Home</a> <a href="/news">News</a></nav>',
    "a category in the menu": '<nav><a href="/c/islands" rel="category">Islands</a></nav>',
    "a topic": '<p><a href="/tag/ferry" rel="tag">ferry</a></p>',
    "a path that nobody sees": '<div class="breadcrumb" hidden><a href="/">Home</a> <a href="/news">News</a></div>',
    "a sentence": '<div class="crumbs"><a href="/">Home</a> <a href="/a">We now have all the money for it</a></div>',
}


@pytest.mark.parametrize("head", NOT_SECTIONS.values(), ids=NOT_SECTIONS)
def test_what_only_looks_like_a_path_is_none(head: str) -> None:
    assert section(head) is None


def test_a_declared_section_is_believed_before_any_path() -> None:
    declared = '<meta property="article:section" content="Islands">'
    assert section(declared + PATHS["a class"]) == "Islands"


@pytest.mark.parametrize(
    ("declared", "named"),
    [
        ("Uncategorized", "Nieuws"),
        ("https://ferry.example/islands/", "Nieuws"),
        ("/islands/boats", "Nieuws"),
        ("The ferry has come back to the islands after a winter without any boats. " * 2, "Nieuws"),
        ("Home, Islands, Boats & Harbours", "Islands, Boats & Harbours"),
        ("Uncategorised Objects", "Uncategorised Objects"),
    ],
)
def test_what_declares_no_section_leaves_it_to_the_path(declared: str, named: str) -> None:
    head = f'<meta property="article:section" content="{declared}"><body>{PATHS["a class"]}'
    found = a11ynews.parse(f"{head}<main><h1>The ferry</h1>{STORY}</main>")
    assert found.section == named
    assert any(one.value.startswith(declared[:20]) for one in found.metadata.candidates if one.field == "section")
