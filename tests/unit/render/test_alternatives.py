"""The words for a picture: honest, and nothing twice."""

from __future__ import annotations

import pytest

from a11ynews.model.blocks import Figure, Image
from a11ynews.model.inlines import Text
from a11ynews.render.alternatives import honest_alt, signs_itself


@pytest.mark.parametrize(
    ("alt", "heard"),
    [
        ("Lens Agency Two women carry saplings.", "Two women carry saplings."),
        ("Lens Agency photographers at work", "Lens Agency photographers at work"),
        ("Lens Agency", None),
        ("The new bridge", None),
        ("The new …", None),
        ("The old …", "The old …"),
        ("IMG_2041.JPG", None),
        ("1", None),
        ("2 boats", "2 boats"),
        (None, None),
    ],
)
def test_what_caption_and_credit_say_is_not_said_again_and_a_number_says_nothing(
    alt: str | None, heard: str | None
) -> None:
    figure = Figure(caption=(Text(text="The new bridge"),), credit=(Text(text="Lens Agency"),))
    assert honest_alt(Image(src="", alt=alt), figure) == heard


def test_a_long_description_that_the_caption_has_too_is_not_said_before_it() -> None:
    caption = "The knife: it was found below the old mill in May. Enlarge"
    figure = Figure(caption=(Text(text=caption),))
    assert honest_alt(Image(src="", alt="The knife: it was found below the old mill in May"), figure) is None
    assert honest_alt(Image(src="", alt="The knife"), figure) == "The knife"


@pytest.mark.parametrize("credit", ["Photo: B. Lens", "© Town Archive", "(AP Photo/B. Lens)", "صورة: الأرشيف"])
def test_a_credit_that_says_what_it_is_needs_no_label(credit: str) -> None:
    assert signs_itself(credit, "Photo")


def test_a_bare_name_needs_one() -> None:
    assert not signs_itself("B. Lens/Lens Agency", "Photo")
