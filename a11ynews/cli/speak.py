"""``a11ynews speak``: an article, out loud."""

from __future__ import annotations

from argparse import Namespace

from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.inputs import read_story

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews speak``."""
    read_story(arguments.input, arguments).speak()
    return Exit.DONE
