"""Comments below a long story, and the words drawn on charts, are no part of it."""

import pytest

from a11ynews.read.choice.remarks import LONG_STORY, drop_remarks
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

STORY = f"<p>{'The ferry sails again, and the town is glad of it. ' * 40}</p>"
REMARKS = "<div id='{name}'><ul><li>I was on the first one.</li><li>So was I.</li></ul></div>"


def kept(html: str, url: str = "https://news.example/ferry") -> list[str]:
    scene = Surroundings(page := parse_page(html, url=url), lay_out(page))
    chosen = [True] * len(scene.units)
    drop_remarks(scene, chosen)
    return [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep]


def test_the_story_is_long() -> None:
    assert len(STORY) > LONG_STORY


@pytest.mark.parametrize("name", ["comments", "comment-box", "reader_comments", "disqus-thread"])
def test_comments_below_a_long_story_go(name: str) -> None:
    assert len(kept(STORY + REMARKS.format(name=name))) == 1


@pytest.mark.parametrize("name", ["commentary", "respond-to-review-comments", "replies"])
def test_what_only_sounds_like_comments_stays(name: str) -> None:
    assert len(kept(STORY + REMARKS.format(name=name))) == 3


def test_comments_in_code_stay() -> None:
    code = "<pre><code>x = 1 <span class='token comment'># one</span>\\n</code></pre>"
    assert len(kept(STORY + code)) == len(lay_out(parse_page(STORY + code)))


def test_comments_above_a_story_or_below_a_short_post_stay() -> None:
    assert len(kept(REMARKS.format(name="comments") + STORY)) == 3
    assert len(kept("<p>The ferry sails again.</p>" + REMARKS.format(name="comments"))) == 3


@pytest.mark.parametrize("url", ["https://forum.example/t/ferry/12", "https://x.example/item?id=3"])
def test_on_a_page_of_a_discussion_comments_stay(url: str) -> None:
    assert len(kept(STORY + REMARKS.format(name="comments"), url)) == 3


def test_words_drawn_on_a_chart_go() -> None:
    chart = '<div class="g-artboard"><div class="g-x g-aiAbs">$915</div><div class="g-aiAbs">’17</div></div>'
    assert kept(f"<p>Debt grows.</p>{chart}<p>It slows.</p>") == ["Debt grows.", "It slows."]
