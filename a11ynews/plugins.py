"""The output forms there are: built-in ones by name, others through entry points.

Another package adds a form by an entry point in the group ``a11ynews.renderers``. Its name is the
form's name; it leads to a function ``render(article) -> Rendering``. A built-in name cannot be
taken over.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from a11ynews.errors import RenderError, UsageError
from a11ynews.model.article import Article
from a11ynews.render.base import Rendering

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["BUILT_IN", "GROUP", "Form", "Renderer", "form_for_suffix", "form_names", "load_renderer", "suffix_of"]

GROUP = "a11ynews.renderers"


class Renderer(Protocol):
    """What a form's function looks like; built-in ones take options beside it."""

    def __call__(self, article: Article, /) -> Rendering:
        """Return the article in this form."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An output form.

    Attributes:
        target: Where its function is, as ``module:function``.
        suffixes: Suffixes of its files; the first one is what we write.
        is_text: Whether it is for the eyes of people, and not bytes.
    """

    target: str
    suffixes: tuple[str, ...]
    is_text: bool = True


BUILT_IN: Mapping[str, Form] = MappingProxyType(
    {
        "html": Form(target="a11ynews.render.html:render", suffixes=(".html", ".htm", ".xhtml")),
        "text": Form(target="a11ynews.render.text:render", suffixes=(".txt", ".text")),
        "markdown": Form(target="a11ynews.render.markdown:render", suffixes=(".md", ".markdown")),
        "json": Form(target="a11ynews.render.json:render", suffixes=(".json",)),
        "ssml": Form(target="a11ynews.render.ssml:render", suffixes=(".ssml",)),
        "audio": Form(
            target="a11ynews.render.audio:render",
            suffixes=(".wav", ".mp3", ".m4b", ".m4a", ".flac", ".ogg", ".oga", ".opus"),
            is_text=False,
        ),
    }
)


def form_names() -> tuple[str, ...]:
    """Return the names of all forms at hand, built-in ones first.

    Example:
        >>> form_names()[:3]
        ('html', 'text', 'markdown')
    """
    added = sorted(name for name in _added() if name not in BUILT_IN)
    return (*BUILT_IN, *added)


def form_for_suffix(suffix: str) -> str:
    """Return the form that files with a suffix have.

    Args:
        suffix: With its dot, in any case.

    Raises:
        UsageError: If no form has it.

    Example:
        >>> form_for_suffix(".MD")
        'markdown'
    """
    wanted = suffix.lower()
    for name, form in BUILT_IN.items():
        if wanted in form.suffixes:
            return name
    if wanted[1:] in form_names():
        return wanted[1:]
    known = " ".join(form.suffixes[0] for form in BUILT_IN.values())
    message = f"no output form has the suffix {suffix!r}: use one of {known}, or name the form with --to"
    raise UsageError(message)


def suffix_of(name: str) -> str:
    """Return the suffix that files of a form get, with its dot.

    Example:
        >>> suffix_of("audio")
        '.wav'
    """
    return BUILT_IN[name].suffixes[0] if name in BUILT_IN else f".{name}"


def load_renderer(name: str) -> Renderer:
    """Import a form's function.

    Raises:
        UsageError: If there is no such form.
        RenderError: If the package that brings it cannot be imported.
    """
    if name in BUILT_IN:
        module, _, function = BUILT_IN[name].target.partition(":")
        return cast("Renderer", getattr(importlib.import_module(module), function))
    point = _added().get(name)
    if point is None:
        message = f"there is no output form {name!r}: use one of {', '.join(form_names())}"
        raise UsageError(message)
    try:
        return cast("Renderer", point.load())
    except Exception as error:
        message = f"the output form {name!r} ({point.value}) cannot be loaded: {error}"
        raise RenderError(message) from error


def _added() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 30 ms, and most programs use what is built in

    return {point.name: point for point in entry_points(group=GROUP)}
