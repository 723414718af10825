"""A story may be shown in a dialog over the page behind it; a dialog that asks for something is none."""

import pytest

from a11ynews.read.choice.dialogs import choose_in_dialog
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

FEED = 40
SUMMARY = "A summary of a story that stands elsewhere, for all to read, who want to, and have the time, on any day."
BEHIND = f"<ul>{f'<li>{SUMMARY}</li>' * FEED}</ul>"
LINES = [
    f"The ferry sails again on Monday, and on {number} other days of the week, the company that runs it said on Friday."
    for number in range(3)
]
STORY = "<article>" + "".join(f"<p>{line}</p>" for line in LINES) + '<p class="share">Tell a friend</p></article>'


def chosen(html: str) -> list[str]:
    scene = Surroundings(page := parse_page(html), lay_out(page))
    keep = [page.tags[box] == "li" for box in scene.units.box]
    choose_in_dialog(scene, keep, [False] * len(keep), next(page.find("h1"), None))
    return [text for text, kept in zip(scene.units.text, keep, strict=True) if kept]


def test_the_story_under_the_headline_in_a_dialog_is_chosen_and_nothing_behind_it() -> None:
    assert chosen(f'{BEHIND}<div class="modal"><header><h1>Ferry returns</h1></header>{STORY}</div>') == LINES


@pytest.mark.parametrize(
    "page",
    [
        f'<h1>Ferry returns</h1>{BEHIND}<div class="modal">{STORY}</div>',
        f'{BEHIND}<div class="modal"><h1>Stay in touch</h1><article><p>{LINES[0]}</p></article></div>',
        f"{BEHIND}<div><h1>Ferry returns</h1>{STORY}</div>",
    ],
)
def test_a_dialog_without_the_headline_or_without_a_story_and_what_is_no_dialog_change_nothing(page: str) -> None:
    assert chosen(page) == [SUMMARY] * FEED
