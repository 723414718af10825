"""Which picture of how many."""

from __future__ import annotations

from a11ynews.model.figures import Figure, Image
from a11ynews.model.galleries import picture_places


def _picture(alt: str | None) -> Figure:
    return Figure(images=(Image(src="https://a.example/1.jpg", alt=alt),))


def test_decorative_pictures_are_told_to_nobody_and_not_counted() -> None:
    told = [_picture("A pier"), _picture(None), _picture("A boat")]
    row = [told[0], _picture(""), told[1], told[2]]
    assert [picture_places(row).get(id(figure)) for figure in row] == [(1, 3), None, (2, 3), (3, 3)]
    assert picture_places([_picture(""), _picture("A pier"), _picture("")]) == {}
