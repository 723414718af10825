"""Links that do nothing but pass a story on to a network."""

from __future__ import annotations

import pytest

from a11ynews.read.build.addresses import passes_on


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/intent/tweet?text=rain",
        "https://twitter.com/share?url=x",
        "https://x.com/home?status=rain",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://www.facebook.com/dialog/share?href=x",
        "https://www.facebook.com/dialog/feed?link=x",
        "https://www.facebook.com/dialog/send?link=x",
        "https://www.linkedin.com/shareArticle?url=x",
        "https://www.linkedin.com/sharing/share-offsite/?url=x",
        "https://www.pinterest.co.uk/pin/create/button/?url=x",
        "https://www.reddit.com/submit?url=x",
        "https://t.me/share/url?url=x",
        "https://wa.me/?text=x",
        "https://api.whatsapp.com/send?text=x",
        "https://bsky.app/intent/compose?text=x",
        "https://www.threads.net/intent/post?text=x",
        "https://www.tumblr.com/share/link?url=x",
        "https://www.tumblr.com/widgets/share/tool?url=x",
        "https://getpocket.com/save?url=x",
        "https://vk.com/share.php?url=x",
        "https://line.me/R/msg/text/?x",
        "https://line.me/lineit/share?url=x",
        "https://telegram.me/share/url?url=x",
    ],
)
def test_an_address_that_passes_something_on_is_known_in_any_case(address: str) -> None:
    assert passes_on(address)
    assert passes_on(address.upper())


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/harbour/status/1",
        "https://www.facebook.com/harbour/posts/1",
        "https://harbour.example/share/of/the/catch",
        "https://www.reddit.com/r/ferries/comments/1",
        "https://wa.me/4712345678",
        "mailto:editor@harbour.example",
        "#send",
    ],
)
def test_a_post_a_person_and_a_page_of_the_site_are_places_to_go_to(address: str) -> None:
    assert not passes_on(address)
