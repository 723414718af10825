"""What a byline says besides names."""

import pytest

from a11ynews.read.metadata.byline_parts import byline_of


@pytest.mark.parametrize(
    ("line", "names", "role", "agency"),
    [
        ("By Jane Doe, science correspondent", ["Jane Doe"], "science correspondent", None),
        ("Jane Doe Senior Staff Writer", ["Jane Doe"], "Senior Staff Writer", None),
        ("Jane Doe, Washington Correspondent, Reuters", ["Jane Doe"], "Washington Correspondent", "Reuters"),
        ("By Jane Doe for the Associated Press", ["Jane Doe"], None, "Associated Press"),
        ("Par Anne Roux, correspondante à Kiev, avec AFP", ["Anne Roux"], "correspondante à Kiev", "AFP"),
        ("Von Jens Müller, dpa", ["Jens Müller"], None, "dpa"),
        ("Reuters", ["Reuters"], None, "Reuters"),
        ("By AP", [], None, "AP"),
        ("By Sid Vicious", ["Sid Vicious"], None, None),
        ("By Ann Ap and Bo Editor", ["Ann Ap", "Bo Editor"], None, None),
        ("By JANE DOE in London and JOHN ROE in Paris", ["Jane Doe", "John Roe"], None, None),
        ("Jane Doe is a writer and editor who lives in London with two cats", ["Jane Doe"], None, None),
        ("Editor " * 60, [], None, None),
    ],
)
def test_role_and_agency_are_told_from_names(line: str, names: list[str], role: str | None, agency: str | None) -> None:
    found = byline_of(line, names)
    assert (found.text, found.role, found.agency) == (line, role, agency)
