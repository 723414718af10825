"""The reading settings of a page: native controls that the style sheet looks at, so that no script is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from a11ynews.render.languages import joins_letters
from a11ynews.render.markup import escape
from a11ynews.render.phrases import Phrases, phrases_for
from a11ynews.render.reading_settings import Reading

__all__ = ["root_classes", "settings_panel"]

_THEMES = ("system", "light", "dark", "sepia", "contrast")
_FONTS = ("system", "serif", "hyperlegible", "dyslexia")
_SIZES = (100, 125, 150, 200, 300)
_SPACINGS = ("normal", "more", "most")
_WIDTHS = ("narrow", "normal", "wide", "full")


def root_classes(reading: Reading) -> str:
    """Return the classes of the page's root that stand for settings, for a page without the controls.

    Example:
        >>> root_classes(Reading(theme="dark", size=150))
        'theme-dark size-150'
    """
    return " ".join(value for name, value in _chosen(reading).items() if value != _chosen(Reading())[name])


def _chosen(reading: Reading) -> dict[str, str]:
    """Return the value of each control."""
    return {
        "theme": f"theme-{reading.theme}",
        "font": f"font-{reading.font}",
        "size": f"size-{int(reading.size)}",
        "line": f"line-{reading.line_spacing}",
        "letter": f"letter-{reading.letter_spacing}",
        "word": f"word-{reading.word_spacing}",
        "width": f"width-{reading.width}",
        "ruler": f"ruler-{'on' if reading.focus_line else 'off'}",
    }


@cache
def settings_panel(language: str | None, reading: Reading, prefix: str, *, kept: bool) -> str:
    """Return the controls as HTML; the same for all pages of a language.

    Args:
        language: BCP 47 tag of the page, already checked.
        reading: What is chosen at first.
        prefix: Put before every id and name.
        kept: Whether a script keeps what is chosen; the panel says so.
    """
    words = phrases_for(language)
    panel = _Panel(words=words, chosen=_chosen(reading), prefix=f"{prefix}story-")
    say = words.say
    rows = [
        panel.radios("theme", say("theme"), [(name, say(f"theme_{name}")) for name in _THEMES]),
        panel.radios("font", say("font"), [(name, say(f"font_{name}")) for name in _FONTS]),
        '<div class="choices">',
        panel.select("size", say("size"), [(str(size), f"{size} %") for size in _SIZES]),
        panel.select("line", say("line_spacing"), _named(words, _SPACINGS)),
    ]
    if not joins_letters(language):
        rows.append(panel.select("letter", say("letter_spacing"), _named(words, _SPACINGS)))
    rows += [
        panel.select("word", say("word_spacing"), _named(words, _SPACINGS)),
        panel.select("width", say("width"), _named(words, _WIDTHS)),
        panel.select("ruler", say("ruler"), _named(words, ("off", "on"))),
        "</div>",
        f"<p>{escape(say('settings_kept' if kept else 'settings_last'))}</p>",
    ]
    return (
        f'<details class="settings"{words.marks}><summary>{escape(say("settings"))}</summary>\n'
        + "\n".join(rows)
        + "\n</details>\n"
    )


def _named(words: Phrases, values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, words.say(value)) for value in values]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    words: Phrases
    chosen: dict[str, str]
    prefix: str

    def radios(self, name: str, legend: str, choices: Iterable[tuple[str, str]]) -> str:
        """A group of radio buttons that show what they choose."""
        buttons = "".join(
            f'<label class="{name}-{value}"><input type="radio" name="{self.prefix}{name}" value="{name}-{value}"'
            f"{' checked' if self.chosen[name] == f'{name}-{value}' else ''}>{escape(label)}</label>"
            for value, label in choices
        )
        name = escape(legend)  # aria-label too: IBM's checker sees no legend in a details that is closed
        return f'<fieldset aria-label="{name}"><legend>{name}</legend>{buttons}</fieldset>'

    def select(self, name: str, label: str, choices: Iterable[tuple[str, str]]) -> str:
        """A list to choose from."""
        options = "".join(
            f'<option value="{name}-{value}"{" selected" if self.chosen[name] == f"{name}-{value}" else ""}>'
            f"{escape(text)}</option>"
            for value, text in choices
        )
        control, shown = f"{self.prefix}{name}", escape(label)
        return (
            f'<p><label for="{control}">{shown}</label>'
            f'<select id="{control}" aria-label="{shown}">{options}</select></p>'
        )
