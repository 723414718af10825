"""Where the output goes and in which form."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from a11ynews.errors import UsageError
from a11ynews.plugins import BUILT_IN, form_for_suffix, form_names
from a11ynews.render.base import Rendering
from a11ynews.render.plain.safety import strip_controls
from a11ynews.sink import write_file

__all__ = ["check_output", "choose_form", "is_folder", "write_output", "write_stdout"]

_NOT_FOR_A_TERMINAL = (
    "sound is nothing for a terminal: name a file with -o, use a pipe, or hear it with: a11ynews speak"
)


def is_folder(output: str | None, inputs: int) -> bool:
    """Say whether the output is a folder: several inputs, a trailing slash, or one that is there.

    Raises:
        UsageError: If there are several inputs and no folder for them.
    """
    if inputs > 1 and output is None:
        message = "several inputs need a folder for what comes out: name one with -o FOLDER"
        raise UsageError(message)
    if inputs > 1 and output is not None and Path(output).is_file():
        message = f"several inputs need a folder, and {output!r} is a file: name a folder with -o"
        raise UsageError(message)
    if inputs > 1 and output is not None and not Path(output).is_dir() and _is_named_as_file(output):
        message = f"several inputs need a folder, and {output!r} is a file's name: for a folder write '{output}/'"
        raise UsageError(message)
    return output is not None and (inputs > 1 or output.endswith(("/", os.sep)) or Path(output).is_dir())


def _is_named_as_file(output: str) -> bool:
    suffix = Path(output).suffix.lower()
    return not output.endswith(("/", os.sep)) and any(suffix in form.suffixes for form in BUILT_IN.values())


def choose_form(wanted: str | None, output: str | None) -> str:
    """Return the name of the output form.

    Args:
        wanted: What ``--to`` says.
        output: The output's file; its suffix decides if ``wanted`` is None. None gives html.

    Raises:
        UsageError: If there is no such form, or none with that suffix.
    """
    if wanted is None:
        return "html" if output is None else form_for_suffix(Path(output).suffix)
    if wanted not in form_names():
        message = f"there is no form {wanted!r}: --to takes one of {', '.join(form_names())}"
        raise UsageError(message)
    return wanted


def check_output(output: str | None, form: str) -> None:
    """Refuse an output that cannot be, before any work is done.

    Args:
        output: The file; None is standard output.
        form: The name of the form.

    Raises:
        UsageError: If the file's folder is missing, or if sound would go to a terminal.
    """
    if output is None:
        if form in BUILT_IN and not BUILT_IN[form].is_text and sys.stdout.isatty():
            raise UsageError(_NOT_FOR_A_TERMINAL)
        return
    folder = Path(output).parent
    if not folder.is_dir():
        message = f"cannot write {output!r}: there is no folder {os.fspath(folder)!r}; make it first"
        raise UsageError(message)


def write_output(output: str, rendering: Rendering) -> None:
    """Write one file; what a symbolic link leads to is written, as by ``cp``."""
    path = Path(output)
    write_file(path.resolve() if path.is_file() else path, rendering.data)


def write_stdout(rendering: Rendering) -> None:
    """Write to standard output: bytes as they are into pipes and files, clean text to a terminal.

    Raises:
        UsageError: If bytes would go to a terminal.
    """
    content = rendering.content
    if not sys.stdout.isatty():
        sys.stdout.buffer.write(rendering.data)
        if isinstance(content, str) and not content.endswith("\n"):
            sys.stdout.buffer.write(b"\n")
    elif isinstance(content, str):
        print(strip_controls(content).rstrip("\n"))
    else:
        raise UsageError(_NOT_FOR_A_TERMINAL)
