"""Directives that write facts of the package into the pages, so that no page can be out of date.

- ``exit-codes``: a table of :class:`a11ynews.cli.exit_codes.Exit`.
- ``commands``: each subcommand with its options, from the parser itself.
- ``forms``: a table of the output forms.
- ``checks``: a table of the checks of ``a11ynews check``, in their order.
- ``rules``: a table of the rules that name furniture, in their order.
- ``labels``: a table of the kinds of label in the vocabulary, with the number of wordings.
- ``walk``: what one station of the reader makes of the demo page.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from demo_walk import STATIONS
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from a11ynews.check import RULES as CHECKS
from a11ynews.cli.arguments import build_parser
from a11ynews.cli.exit_codes import Exit
from a11ynews.plugins import BUILT_IN
from a11ynews.read.rules.furniture import RULES


def table(head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> nodes.table:
    """Return a table with a header row; what is in backticks in a cell is code."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["colwidths-given"])


def _row(cells: Sequence[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *_inline(cell))) for cell in cells))


def _inline(text: str) -> Iterator[nodes.Node]:
    for number, part in enumerate(text.split("`")):
        if part:
            yield nodes.literal(part, part) if number % 2 else nodes.Text(part)


class ExitCodes(SphinxDirective):
    """A table of exit codes."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        return [table(("Code", "Meaning"), ((f"`{code.value}`", code.description) for code in Exit), (10, 90))]


class Forms(SphinxDirective):
    """A table of output forms."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((f"`{name}`", ", ".join(f"`{suffix}`" for suffix in form.suffixes)) for name, form in BUILT_IN.items())
        return [table(("Form", "Suffixes"), rows, (30, 70))]


class Checks(SphinxDirective):
    """A table of what ``a11ynews check`` looks for."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((check.clause, f"`{check.id}`", check.because) for check in CHECKS)
        return [table(("Clause", "Check", "What it means for readers"), rows, (15, 25, 60))]


class Rules(SphinxDirective):
    """A table of the rules that name furniture, in the order in which they are asked."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((f"`{rule.id}`", f"`{rule.kind}`", rule.because) for rule in RULES)
        return [table(("Rule", "Kind", "Because"), rows, (25, 20, 55))]


class Labels(SphinxDirective):
    """A table of the vocabulary of furniture: kinds, wordings, languages."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        source = files("a11ynews.read.vocabulary").joinpath("furniture.toml").read_text(encoding="utf-8")
        head = ("Kind", "What it is", "Wordings", "Seen on a real page", "Languages")
        return [table(head, map(_label_row, tomllib.loads(source).items()), (18, 42, 12, 16, 12))]


def _label_row(item: tuple[str, dict[str, dict[str, str] | str]]) -> tuple[str, ...]:
    kind, entries = item
    languages = {language: wordings for language, wordings in entries.items() if isinstance(wordings, dict)}
    count = {
        how: sum(len(wordings[how].split(" | ")) for wordings in languages.values() if how in wordings)
        for how in ("confirmed", "unconfirmed")
    }
    return (
        f"`{kind}`", str(entries["because"]), str(sum(count.values())), str(count["confirmed"]), str(len(languages))
    )  # fmt: skip


class Commands(SphinxDirective):
    """The subcommands with their options, a section each."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        return [_command_section(name, parser) for name, parser in _subparsers(build_parser())]


def _subparsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            yield from action.choices.items()


def _command_section(name: str, parser: argparse.ArgumentParser) -> nodes.section:
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    section = nodes.section(ids=[nodes.make_id(f"a11ynews {name}")])
    section += nodes.title("", f"a11ynews {name}")
    section += nodes.paragraph("", parser.description or "")
    section += nodes.literal_block(usage, usage, language="text")
    section += nodes.definition_list("", *map(_option, filter(_is_shown, parser._actions)))  # noqa: SLF001 - as above
    if parser.epilog:
        section += nodes.literal_block(parser.epilog.rstrip(), parser.epilog.rstrip(), language="text")
    return section


def _is_shown(action: argparse.Action) -> bool:
    return action.help is not argparse.SUPPRESS


def _option(action: argparse.Action) -> nodes.definition_list_item:
    term = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.choices:
        term += f" {{{','.join(map(str, action.choices))}}}"
    elif action.option_strings and action.metavar:
        term += f" {action.metavar}"
    return nodes.definition_list_item(
        "",
        nodes.term("", "", nodes.literal(term, term)),
        nodes.definition("", nodes.paragraph("", action.help or "")),
    )


class Walk(SphinxDirective):
    """What one station of the reader makes of the demo page; the argument is the station's name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a table and the line under it."""
        head, rows, widths, line = STATIONS[self.arguments[0]]()
        return [table(head, rows, widths), nodes.paragraph("", line)]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    directives: dict[str, type[SphinxDirective]] = {
        "exit-codes": ExitCodes, "forms": Forms, "checks": Checks, "rules": Rules, "labels": Labels,
        "commands": Commands, "walk": Walk,
    }  # fmt: skip
    for name, directive in directives.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
