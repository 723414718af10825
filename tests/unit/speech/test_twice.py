"""The law: nothing that stands beside the story repeats it, and the story itself is whole."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Embed, Figure, Heading, Image, Media, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.speech.script import write_script
from a11ynews.speech.twice import BESIDE_THE_STORY, key_of

pytestmark = pytest.mark.property

# Few words, so that pages repeat themselves often.
_WORDS = st.sampled_from(["Ferry returns", "ferry returns.", "The pier at dawn", "The pier", "It sails on Monday."])
_LINES = _WORDS.map(lambda words: (Text(text=words),))
_IMAGES = st.builds(lambda alt: Image(src="a.jpg", alt=alt), st.none() | _WORDS)
_BLOCKS = st.one_of(
    st.builds(Paragraph, children=_LINES),
    st.builds(Paragraph, children=_LINES, role=st.just("standfirst")),
    st.builds(Heading, level=st.just(2), children=_LINES),
    st.builds(Figure, images=st.tuples(_IMAGES), caption=_LINES | st.just(()), credit=_LINES | st.just(())),
    st.builds(Media, kind=st.just("video"), title=_WORDS, caption=_LINES),
    st.builds(Embed, kind=st.just("post"), url=st.none(), title=_WORDS, caption=_LINES),
)
_ARTICLES = st.builds(
    lambda title, kicker, body: Article(metadata=Metadata(title=title, kicker=kicker, language="en"), body=tuple(body)),
    _WORDS, st.none() | _WORDS, st.lists(_BLOCKS, max_size=8),
)  # fmt: skip


@given(_ARTICLES, st.sampled_from(["brief", "normal", "full"]))
def test_what_stands_beside_the_story_is_said_at_most_once_and_never_what_the_story_says(
    article: Article, profile: str
) -> None:
    script = write_script(article, profile)
    times = Counter(key_of(utterance.text) for utterance in script)
    beside = [key_of(utterance.text) for utterance in script if utterance.role in BESIDE_THE_STORY]
    assert [key for key in beside if key and times[key] > 1] == []


@given(_ARTICLES)
def test_the_headline_is_said_once_and_every_other_paragraph_as_often_as_it_stands(article: Article) -> None:
    said = Counter(key_of(u.text) for u in write_script(article) if u.role in ("paragraph", "title"))
    body = [key_of(block.text) for block in article.body if isinstance(block, Paragraph) and block.role == "body"]
    title = key_of(article.title or "")
    first_repeats = body[:1] == [title]
    assert said == Counter([title, *body[1 if first_repeats else 0 :]])
