"""The demo page is a whole page of the template: each row of the template's description is there."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from fixtures.pangea_page import demo_markup, fill

ROWS = {
    1: 'body > noscript img[alt="analytics"]',
    2: 'script:-soup-contains("utag_data")',
    3: 'script[type="application/ld+json"]:-soup-contains("NewsArticle")',
    4: 'meta[property="og:image:height"][content=""]',
    5: "section > div.sr-only > h2 + ul > li:nth-of-type(3) > a[href='#txtHeaderSearch']",
    6: "aside .c-lightbox figure figcaption .c-lightbox__caption:empty",
    7: ".hidden .content-advisory__box",
    8: ".print-dialogue h3",
    9: ".ctc-message",
    10: "nav.main-nav input[type=checkbox]",
    11: "form[role=search]",
    12: 'img.main-logo[alt="site logo"]',
    13: ".hdr-20__side--secondary .hdr-20__secondary-label",
    14: ".c-hlights--live .c-hlights__item",
    15: ".c-hlights--breaking.c-hlights--no-item .c-hlights__label > span",
    16: "div.category a",
    17: "h1.pg-title",
    18: ".published time[datetime][pubdate]",
    19: ".publishing-details .links__item a.links__item-link",
    20: "hr.title-line",
    21: ".cover-media figure.media-image figcaption .caption",
    22: "span.ico-fullscreen",
    23: "aside.share input[type=text]",
    24: ".sticky-share-container .sticky-share__title",
    25: "div.wsw > span.dateline",
    26: "div.wsw > p",
    27: "div.wsw > h3.wsw__h3",
    28: ".wsw__embed figure.media-image",
    29: '.wsw .caption:-soup-contains("FILE - ")',
    30: ".wsw__embed--media .c-mmp.media-pholder audio",
    31: ".externalMedia .external-content-placeholder + script",
    32: ".wsw .wsw__related.wsw__related .media-block",
    33: ".wsw .news-app-promo",
    34: ".fc__body .statement h4.author",
    35: "h2.wsw__h2",
    36: ".wsw > ul:empty",
    37: ".article-categories a",
    38: "#comments",
    39: ".media-block-wrap noscript.nojs-img img",
    40: '.region .media-block-wrap a[href*="electric-ferry"]',
    41: ".most-popular.numbered .number",
    42: "a.lazy-scroll-load[title]",
    43: ".back-to-top-nav",
    44: 'footer[role=contentinfo] [title="close tab / open tab"]',
    45: "footer + *, .responsive-indicator .visible-lg-block",
    46: "#scriptLoaderTarget",
}
"""Row of the template's table, and where the demo page has it."""


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(demo_markup(), "html5lib")


@pytest.mark.parametrize("row", ROWS)
def test_the_demo_page_has_every_row_of_the_template(page: BeautifulSoup, row: int) -> None:
    assert page.select_one(ROWS[row]) is not None


def test_the_demo_page_has_the_traps_of_the_template(page: BeautifulSoup) -> None:
    assert not page.select('main, article, [role="main"]')
    assert [heading.name for heading in page.select("h1, h2, h3, h4, h5, h6")][:6] == [
        "h2",
        "h2",
        "h3",
        "h5",
        "h4",
        "h1",
    ]
    assert page.select_one(".c-hlights--breaking ul:empty") is not None
    lead = page.select_one(".cover-media")
    assert lead is not None
    image, caption = lead.select_one("img"), lead.select_one(".caption")
    assert image is not None
    assert caption is not None
    assert image["alt"] == caption.get_text()
    assert "1 of 1" in page.get_text()
    assert [text.strip() for text in page.get_text().split() if text in {"XS", "SM", "MD", "LG"}] == [
        "XS",
        "SM",
        "MD",
        "LG",
    ]


def test_the_demo_page_names_only_places_that_cannot_be_reached(page: BeautifulSoup) -> None:
    addresses = [str(element.get("href") or element.get("src")) for element in page.select("[href], [src]")]
    remote = {address.split("/")[2] for address in addresses if address.startswith(("http:", "https:"))}
    assert remote
    assert all(host.endswith("harbour.example") or host == "social.example" for host in remote)


def test_another_story_in_the_template_leaves_no_word_of_the_demos_story() -> None:
    filled = fill("New headline", "New caption.", [f"New paragraph {number}." for number in range(9)])
    text = BeautifulSoup(filled, "html5lib").get_text()
    assert "Kittiwake" not in filled
    assert "Northern Wire" not in filled
    assert "See Also:" in text
    assert text.index("New headline") < text.index("New caption.") < text.index("New paragraph 8.")
