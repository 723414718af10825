"""What lists of boxes to tick say is the story's; what forms ask is not."""

from __future__ import annotations

import pytest

from a11ynews.read.choice.checklists import checklist_labels
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

BOX = "<li><label><input type=checkbox> {}</label></li>"
ENTRIES = BOX.format("Passport") + BOX.format("Two copies")


def labels_of(source: str) -> list[str]:
    page = parse_page(source)
    scene = Surroundings(page, lay_out(page))
    return [scene.units.text[unit] for low, high in checklist_labels(scene) for unit in range(low, high)]


def test_the_words_beside_boxes_in_a_list_are_told() -> None:
    assert labels_of(f"<ul>{ENTRIES}</ul>") == ["Passport", "Two copies"]


@pytest.mark.parametrize(
    "source",
    [
        f"<form><ul>{ENTRIES}</ul><button>Send</button></form>",
        f"<ul>{BOX.format('Remember me')}</ul>",
        "<ul><li><label>Name <input type=text></label></li><li><label>Mail <input type=email></label></li></ul>",
        "<p><label><input type=checkbox> One</label></p><p><label><input type=checkbox> Two</label></p>",
    ],
    ids=["a form", "one box", "fields", "no list"],
)
def test_what_a_page_asks_for_is_not(source: str) -> None:
    assert labels_of(source) == []
