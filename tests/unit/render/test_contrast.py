"""Every pair of colours that stand on each other: 7:1 for text, 3:1 for lines (WCAG 1.4.6, 1.4.11)."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from a11ynews.render.html.head import template

CSS = template("tokens.css")
COLOUR = re.compile(r"--story-([a-z]+): (#[0-9a-f]{3,6}|light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\));")
TEXTS = ("ink", "quiet", "link", "accent")
GROUNDS = ("paper", "soft")


def themes() -> Iterator[tuple[str, dict[str, str]]]:
    """Each theme with its colours; what a block does not set it has from the first one."""
    base: dict[str, tuple[str, str]] = {}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", CSS):
        found = {name: (light or plain, dark or plain) for name, plain, light, dark in COLOUR.findall(body)}
        if not found:
            continue
        base = base or found
        name = (re.findall(r"\.(theme-[a-z]+)", selector) or ["more contrast" if found is not base else "system"])[0]
        for scheme, place in (("light", 0), ("dark", 1)):
            yield f"{name} {scheme}", {key: pair[place] for key, pair in (base | found).items()}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


THEMES = dict(themes())


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_all_themes_are_looked_at() -> None:
    assert len(THEMES) == 8
    assert all(set(colours) >= {*TEXTS, *GROUNDS, "rule", "mark"} for colours in THEMES.values())


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_every_ground(theme: str) -> None:
    colours = THEMES[theme]
    low = {
        (text, ground): contrast(colours[text], colours[ground])
        for text, ground in [*product(TEXTS, GROUNDS), ("ink", "mark")]
        if contrast(colours[text], colours[ground]) < 7
    }
    assert low == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_can_be_seen_on_every_ground(theme: str) -> None:
    colours = THEMES[theme]
    assert min(contrast(colours["rule"], colours[ground]) for ground in GROUNDS) >= 3
