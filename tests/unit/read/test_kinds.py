"""Pages that are no article, and articles that look a little like one of them."""

from __future__ import annotations

import pytest

import a11ynews

SENTENCE = "The ferry to the island sails again on Monday, the harbour said, and the crossing takes an hour. "
STORY = "".join(f"<p>{number}. {SENTENCE * 3}</p>" for number in range(1, 8))
MENU = "<nav>" + "".join(f'<a href="/{word}">{word}</a>' for word in ("World", "Sport", "Weather", "Money")) + "</nav>"
HEADLINES = "".join(
    f'<li><a href="/{number}">Headline number {number} about something that happened</a></li>' for number in range(30)
)


def page(body: str, title: str = "Island News", head: str = "") -> a11ynews.Article:
    return a11ynews.parse(f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body>")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"),
        ("Page not found | Island News", f"{MENU}<h1>Oops</h1><p>We are sorry, but this page has gone. {SENTENCE}</p>"),
        ("Seite nicht gefunden – Inselblatt", f"{MENU}<p>Die gewünschte Seite gibt es nicht oder nicht mehr.</p>"),
        ("Just a moment...", "<p>Checking your browser before you can see the page. This takes a few seconds.</p>"),
        ("島新聞", "<h1>ページが見つかりません</h1><p>お探しのページは移動または削除された可能性があります。</p>"),
    ],
)
def test_an_error_page_is_no_article(title: str, body: str) -> None:
    found = page(body, title)
    assert found.kind == "error-page"
    assert found.body == ()
    assert [notice.kind for notice in found.warnings] == ["page-kind", "no-article"]


def test_a_consent_wall_is_no_article() -> None:
    found = page(
        "<h1>We value your privacy</h1><p>We and our partners store and/or access information on a device, such as "
        "cookies. With your consent we use them for personalised ads and measurement.</p><p>You can withdraw your "
        "consent at any time in the cookie policy.</p><button>Accept all</button><button>Reject all</button>"
    )
    assert (found.kind, found.body) == ("consent-wall", ())


@pytest.mark.parametrize(
    "body",
    [
        (
            "<h1>Weiterlesen mit Werbung</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking, oder lesen Sie "
            "im Abo ohne Tracking für drei Euro im Monat.</p><button>Akzeptieren und weiter</button>"
        ),
        (
            "<h2>Le respect de votre vie privée est notre priorité</h2><p>Avec votre accord, nos partenaires et nous "
            "gardons de petits fichiers sur votre appareil.</p><button>Accepter et continuer</button>"
        ),
    ],
)
def test_a_consent_wall_is_known_by_its_title_in_other_languages(body: str) -> None:
    assert page(body).kind == "consent-wall"


def test_a_story_about_consent_is_an_article() -> None:
    found = page(f"<h1>Cookies</h1><p>The court said that your consent is needed. {SENTENCE}</p>{STORY}", "Cookies")
    assert found.kind == "article"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Log in | Island News", "<h1>Log in</h1><form><input type=password></form><p>Have you forgotten yours?</p>"),
        ("Suchergebnisse – Inselblatt", "<h1>Suchergebnisse</h1><p>Zu „Fähre“ wurde leider nichts gefunden.</p>"),
    ],
)
def test_a_form_or_a_search_is_no_article(title: str, body: str) -> None:
    found = page(body, title)
    assert (found.kind, found.body) == ("not-an-article", ())
    assert "page-kind" in [notice.kind for notice in found.warnings]


def test_a_story_with_a_log_in_beside_it_is_an_article() -> None:
    assert page(f"<form><input type=password></form><h1>Log in</h1>{STORY}", "Log in").kind == "article"


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div><noscript>You need to enable JavaScript to run it.</noscript><script src=a></script>',
        '<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p><div id="app"></div><script src=a></script>',
        '<div id="app"></div><script src="app.js"></script>',
    ],
)
def test_a_page_that_is_empty_without_scripts_is_no_article(body: str) -> None:
    assert page(body).kind == "script-shell"


def test_a_list_of_headlines_is_an_index() -> None:
    assert page(
        f"{MENU}<h1>Latest</h1><ul>{HEADLINES}</ul>", head='<meta property="og:type" content="website">'
    ).kind == ("index")


def test_a_page_that_says_it_is_not_free_and_shows_a_line_is_a_stub() -> None:
    ld = '{"@type": "NewsArticle", "headline": "Ferry returns", "isAccessibleForFree": false}'
    found = page(
        f"<article><h1>Ferry returns</h1><p>{SENTENCE * 2}</p></article>",
        head=f'<script type="application/ld+json">{ld}</script>',
    )
    assert found.kind == "paywall-stub"
    assert SENTENCE.strip() in found.text
    assert [notice.kind for notice in found.warnings] == ["page-kind"]


def test_a_short_page_that_calls_itself_a_video_is_one() -> None:
    head = '<meta property="og:type" content="video.other">'
    assert page(f"<h1>The ferry, filmed</h1><video src=a.mp4></video><p>{SENTENCE}</p>", head=head).kind == "media"


def test_a_running_report_says_so_in_its_data() -> None:
    ld = '{"@graph": [{"@type": "LiveBlogPosting", "headline": "Storm: as it happened"}]}'
    found = page(f"<h1>Storm: as it happened</h1>{STORY}", head=f'<script type="application/ld+json">{ld}</script>')
    assert found.kind == "live-blog"
    assert [claim.source for claim in found.metadata.candidates if claim.field == "kind"] == ["JSON-LD liveblogposting"]


def test_many_pictures_with_little_text_are_a_gallery() -> None:
    pictures = "".join(
        f'<figure><img src="{n}.jpg" width=900 height=600 alt="View {n}"><figcaption>The harbour at dawn, picture {n}.'
        "</figcaption></figure>"
        for n in range(8)
    )
    assert page(f"<article><h1>The harbour</h1><p>{SENTENCE * 2}</p>{pictures}</article>").kind == "gallery"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Not found: the lost ships of Skerra", f"<h1>Not found: the lost ships of Skerra</h1>{STORY}"),
        ("Access denied", f"<h1>Access denied</h1>{STORY}"),
        ("How to enable JavaScript", f"<h1>How to enable JavaScript</h1><p>You need to enable JavaScript.</p>{STORY}"),
        ("Your privacy", f"<h1>Your privacy</h1><p>We and our partners use cookies. Cookie policy.</p>{STORY}"),
        ("Ferry returns", f"<h1>Ferry returns</h1>{STORY}<noscript>Please enable JavaScript.</noscript>"),
        ("Ferry returns", f"<h1>Ferry returns</h1><p>{SENTENCE}</p>"),
        ("Ferry returns", f"{MENU}<h1>Ferry returns</h1>{STORY}<ul>{HEADLINES}</ul>"),
    ],
)
def test_an_article_stays_one_whatever_stands_beside_it_or_in_its_title(title: str, body: str) -> None:
    found = page(body, title)
    assert found.kind == "article"
    assert SENTENCE.strip() in found.text


def test_a_piece_of_markup_without_any_page_is_an_article() -> None:
    assert a11ynews.parse("<h1>Ferry returns</h1><p>It sails again on Monday.</p>").kind == "article"


def test_a_page_without_text_or_scripts_is_not_an_article() -> None:
    assert page("<p> </p>").kind == "not-an-article"
