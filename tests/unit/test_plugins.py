from __future__ import annotations

import importlib
from importlib.metadata import EntryPoint

import pytest

from a11ynews import plugins
from a11ynews.errors import RenderError, UsageError
from a11ynews.model.article import Article
from a11ynews.pipeline import parse
from a11ynews.render.base import Rendering


def shout(article: Article) -> Rendering:
    return Rendering(content=article.text.upper(), media_type="text/plain")


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> list[EntryPoint]:
    """What other packages bring; tests put entry points in."""
    points: list[EntryPoint] = []
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == plugins.GROUP else [])
    return points


def point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name=name, value=value, group=plugins.GROUP)


@pytest.mark.parametrize("name", plugins.BUILT_IN)
def test_every_built_in_form_is_there(name: str) -> None:
    module, _, function = plugins.BUILT_IN[name].target.partition(":")
    assert getattr(importlib.import_module(module), function) is plugins.load_renderer(name)


def test_every_suffix_leads_to_one_form() -> None:
    suffixes = [suffix for form in plugins.BUILT_IN.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for name in plugins.BUILT_IN:
        assert plugins.form_for_suffix(plugins.suffix_of(name)) == name


@pytest.mark.parametrize("suffix", ["", ".", ".pdf"])
def test_a_suffix_that_no_form_has_is_wrong_usage(added: list[EntryPoint], suffix: str) -> None:
    assert not added
    with pytest.raises(UsageError, match="--to"):
        plugins.form_for_suffix(suffix)


def test_another_package_adds_a_form_by_an_entry_point(
    added: list[EntryPoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    added.append(point("shout", "shouting:shout"))
    monkeypatch.setattr(EntryPoint, "load", lambda _self: shout)
    assert plugins.form_names()[-1] == "shout"
    assert plugins.form_for_suffix(".shout") == "shout"
    assert plugins.suffix_of("shout") == ".shout"
    article = parse("<h1>Ferry</h1><p>The school choir sang on the pier.</p>")
    assert article.render("shout").text == "THE SCHOOL CHOIR SANG ON THE PIER."


def test_a_built_in_form_cannot_be_taken_over(added: list[EntryPoint]) -> None:
    added.append(point("html", "evil:render"))
    assert plugins.form_names().count("html") == 1
    assert plugins.load_renderer("html").__module__ == "a11ynews.render.html"


def test_a_package_that_cannot_be_imported_is_a_render_error(added: list[EntryPoint]) -> None:
    added.append(point("broken", "no_such_module_anywhere:render"))
    with pytest.raises(RenderError, match=r"'broken' .*no_such_module_anywhere"):
        plugins.load_renderer("broken")
