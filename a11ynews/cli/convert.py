"""``a11ynews convert``: inputs to another form, one to a file or a pipe, several to a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from a11ynews.cli.exit_codes import Exit, code_of
from a11ynews.cli.inputs import STDIN, is_address, label, read_story
from a11ynews.cli.outputs import check_output, choose_form, is_folder, write_output, write_stdout
from a11ynews.cli.page_arguments import check_page_options
from a11ynews.cli.sound import check_sound, chosen_policy, in_language, sound_bytes, sound_suffix, write_sound
from a11ynews.cli.terminal import complain, describe, note, progress
from a11ynews.errors import A11yNewsError
from a11ynews.model.findings import Notice
from a11ynews.pipeline import Article
from a11ynews.plugins import suffix_of
from a11ynews.render.base import Rendering
from a11ynews.sink import Folder

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews convert``."""
    if is_folder(arguments.output, len(arguments.inputs)):
        return _to_folder(arguments)
    form = choose_form(arguments.to, arguments.output)
    check_output(arguments.output, form)
    check_page_options(arguments, form)
    check_sound(arguments, form, one_file=arguments.output is not None)
    argument = arguments.inputs[0]
    article = read_story(argument, arguments)
    if form == "audio" and arguments.output is not None:
        _warn(argument, article.warnings, arguments)
        write_sound(article, Path(arguments.output), arguments)
        return Exit.DONE
    rendering = _render(argument, article, form, arguments, Path(arguments.output or "story.html").with_suffix)
    if arguments.output is None:
        write_stdout(rendering)
    else:
        write_output(arguments.output, rendering)
    return Exit.DONE


def _render(
    argument: str, article: Article, form: str, arguments: Namespace, place: Callable[[str], Path]
) -> Rendering:
    if form == "html":
        from a11ynews.cli.page import render_page  # noqa: PLC0415 - who writes text waits for no page

        rendering = render_page(article, arguments, place)
    else:
        special = {"audio": sound_bytes, "ssml": _ssml}.get(form)
        rendering = special(article, arguments) if special else article.render(form)
    _warn(argument, (*article.warnings, *rendering.notices), arguments)
    return rendering


def _ssml(article: Article, arguments: Namespace) -> Rendering:
    from a11ynews.render.ssml import Options, render  # noqa: PLC0415 - for those who ask for it

    options = Options(profile=chosen_policy(arguments), dialect=arguments.dialect, marks=arguments.marks)
    return render(in_language(article, arguments), options)


def _warn(argument: str, notices: Iterable[Notice], arguments: Namespace) -> None:
    for notice in notices if arguments.verbose else ():
        note(f"{label(argument)}: {notice}")


def _to_folder(arguments: Namespace) -> Exit:
    form = choose_form(arguments.to, None)
    check_page_options(arguments, form)
    check_sound(arguments, form, one_file=False)
    folder = Folder(arguments.output, force=arguments.force)
    failures: list[Exit] = []
    for number, argument in enumerate(arguments.inputs, start=1):
        try:
            path = _one_of_many(argument, folder, form, arguments)
        except (A11yNewsError, OSError) as error:
            complain(describe(error))
            failures.append(code_of(error))
        else:
            progress(f"{number} of {len(arguments.inputs)}: {path}")
    return _summary(failures, len(arguments.inputs))


def _one_of_many(argument: str, folder: Folder, form: str, arguments: Namespace) -> Path:
    """Convert one input. A file gives its name, so that it can be told before it is read; all else its title."""
    suffix = sound_suffix(arguments) if form == "audio" else suffix_of(form)
    if argument != STDIN and not is_address(argument):
        path = folder.claim(Path(argument).stem, suffix)
        article = read_story(argument, arguments)
    else:
        article = read_story(argument, arguments)
        path = folder.claim(article.title or "article", suffix)
    rendering = _render(argument, article, form, arguments, lambda suffix: folder.claim(path.stem, suffix))
    return folder.write(path, rendering.data)


def _summary(failures: list[Exit], inputs: int) -> Exit:
    """If all inputs failed for one reason, that is the code; if some are done, the code says so."""
    if not failures:
        return Exit.DONE
    if len(failures) == inputs and len(set(failures)) == 1:
        return failures[0]
    return Exit.PARTLY
