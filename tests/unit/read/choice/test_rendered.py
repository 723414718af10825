"""What a writing tool rendered is its author's, whatever the classifier made of single lines."""

from __future__ import annotations

from a11ynews.read.choice.rendered import complete_rendered
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page


def kept(html: str) -> list[str]:
    page = parse_page(html)
    scene = Surroundings(page, lay_out(page))
    chosen = ["sure" in page.attributes[box] for box in scene.units.box]
    complete_rendered(scene, chosen, [False] * len(chosen), "The relay")
    return [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep]


def test_short_lines_boxes_and_terms_stay_with_the_text_beside_them() -> None:
    assert kept(
        "<ul><li><a href=/a>Install</a></ul><div class='vp-doc'><p sure>The relay works.</p>"
        "<div class='card related'><p>Its name</p></div><dl><dt>idle<dd>Nothing waits.</dl></div><p>Tea</p>"
    ) == ["The relay works.", "Its name", "idle", "Nothing waits."]


def test_what_the_tool_adds_is_not_the_authors() -> None:
    assert kept(
        "<div class='mw-parser-output'><div class='shortdescription'>A relay</div><p sure>The relay is small.</p>"
        "<nav><p>Go on</p></nav><div role=navigation class=navbox><p>More relays</p></div>"
        "<ul><li><a href=/b>See also</a></ul><p>The relay</p><button>Copy it</button></div>"
    ) == ["The relay is small."]


def test_an_element_that_holds_little_of_the_story_proves_nothing() -> None:
    assert kept(
        "<p sure>The relay is small and has been here for years.</p><div class='docblock'><p>A line</p></div>"
    ) == ["The relay is small and has been here for years."]
    comment = "<p sure>The relay.</p><div class='comment'><div class='markdown-body'><p>Great work</p></div></div>"
    assert kept(comment) == ["The relay."]
