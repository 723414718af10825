"""The mark behind a heading of documentation is no part of the title, seen or not."""

import pytest

import a11ynews


@pytest.mark.parametrize("mark", ["¶", "#", "&#8203;"])
def test_a_mark_that_leads_to_the_heading_itself_is_not_in_the_title(mark: str) -> None:
    page = f"<title>Knots | Ropework</title><h1 id=k>Knots <a href='#k'>{mark}</a></h1><p>Ropework draws each knot.</p>"
    assert a11ynews.parse(page.encode()).title == "Knots"


def test_a_linked_headline_is_one() -> None:
    assert a11ynews.parse(b"<h1><a href='#k'>Knots</a></h1><p>Ropework draws each knot.</p>").title == "Knots"
