"""The command line's words: every subcommand, option and help text, and nothing that takes time."""

from __future__ import annotations

import argparse
import difflib
import re
from pathlib import Path
from typing import NoReturn

from a11ynews import __version__
from a11ynews.cli.exit_codes import Exit
from a11ynews.cli.page_arguments import add_page
from a11ynews.cli.speech_arguments import add_sound, add_speech, add_ssml
from a11ynews.errors import UsageError
from a11ynews.source.fetch import MAX_BYTES, MAX_REDIRECTS, TIMEOUT_S, USER_AGENT

__all__ = ["build_parser"]

_EXAMPLES = """\
examples:
  a11ynews convert page.html -o story.html      an accessible page
  a11ynews convert page.html --to text          plain text, here
  a11ynews convert page.html -o story.wav       a sound file
  a11ynews convert *.html -o stories --to markdown
  a11ynews convert https://news.example/story -o story.html
  a11ynews speak page.html                      read it out
  a11ynews explain page.html                    what was kept, what was removed, and why
  a11ynews check page.html                      what on a page stands in somebody's way
  a11ynews demo                                 try it all on a page that comes with it

exit codes:
"""

_CONVERT = """\
examples:
  a11ynews convert page.html -o story.html
  a11ynews convert page.html --to text | less
  a11ynews convert page.html -o story.mp3 --timings story.json
  a11ynews convert page.html -o story.ssml --dialect azure
  a11ynews convert one.html two.html -o stories --to markdown
  a11ynews convert - --url https://news.example/story < page.html > story.html

One file named with -o is replaced if it is there; files in a folder only with --force.
"""


_SPEAK = """\
examples:
  a11ynews speak page.html
  a11ynews speak page.html --rate 300 --profile brief --skip caption
  a11ynews speak page.html --dry-run
  a11ynews speak --list-voices --language en
  a11ynews convert page.html --to text | a11ynews speak

keys, on a terminal:
  space               pause, and go on
  left, right         to the sentence before, after
  up, down            to the paragraph before, after
  page up, page down  to the heading before, after; also H and h, or control with up and down
  r                   the sentence again
  Home                from the beginning
  + -                 faster, slower
  ?                   these keys, in one line
  q                   leave; the place is kept, and the next time it goes on there

Each sentence is printed when it is said. Without a terminal the story is read from the beginning to the end.
"""

_EXPLAIN = """\
examples:
  a11ynews explain page.html | less
  a11ynews explain page.html --find "read also"
  a11ynews explain page.html --html -o why.html
  a11ynews explain page.html --json > why.json
"""


_CHECK = """\
examples:
  a11ynews check page.html
  a11ynews check page.html --all | less
  a11ynews check https://news.example/story --compare
  a11ynews check page.html --json | jq '.problems[].clause'

The checks are those that markup alone can answer: they find faults, and cannot show that there are none.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are ours: one line, said and coded like all others."""

    def error(self, message: str) -> NoReturn:
        wrong = _WRONG_COMMAND.match(message)
        problem = _unknown(wrong[1]) if wrong else _NO_COMMAND if message.endswith(": COMMAND") else message
        problem = f"{problem}: see {self.prog} --help"
        raise UsageError(problem)


_WRONG_COMMAND = re.compile(r"argument COMMAND: invalid choice: '(.*?)' \(choose from")
_NO_COMMAND = "say what to do (convert, speak, explain, check or demo)"
_SUBCOMMANDS = ("convert", "speak", "explain", "check", "demo")


def _unknown(word: str) -> str:
    """Say that there is no such command, and what was meant: another one, or to convert a page."""
    if re.match(r"https?://", word, re.IGNORECASE) or Path(word).is_file():
        return f"{word!r} is no command; to make an accessible page of it: a11ynews convert {word} -o story.html"
    meant = difflib.get_close_matches(word, _SUBCOMMANDS, n=1)
    return f"there is no command {word!r}" + (f"; did you mean {meant[0]!r}?" if meant else "")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; ``command`` names the subcommand."""
    parser = _Parser(
        prog="a11ynews",
        description="Give it any web article, and anyone can read it: "
        "with a screen reader, by ear, in large print, in a terminal.",
        epilog=_EXAMPLES + "\n".join(f"  {code.value:<3} {code.description}" for code in Exit),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"a11ynews {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", required=True)
    _add_convert(commands)
    _add_speak(commands)
    _add_explain(commands)
    _add_check(commands)
    _add_demo(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its return type no public name


def _command(commands: _Commands[_Parser], name: str, summary: str, epilog: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    reading = parser.add_argument_group("reading")
    reading.add_argument("--url", metavar="ADDRESS", help="where the page came from, to resolve its links")
    reading.add_argument("--encoding", metavar="NAME", help="the input's encoding, if you know it better than the page")
    reading.add_argument(
        "--parser", choices=("lexbor", "lxml", "html5lib"), default="lexbor", help="who parses the HTML (lexbor)"
    )
    _add_fetching(parser)


def _add_fetching(parser: argparse.ArgumentParser) -> None:
    fetching = parser.add_argument_group("fetching, if INPUT is an address")
    fetching.add_argument(
        "--timeout", metavar="SECONDS", type=float, default=TIMEOUT_S, help=f"for all of it ({TIMEOUT_S:g})"
    )
    fetching.add_argument(
        "--max-bytes", metavar="N", type=int, default=MAX_BYTES, help=f"length of the page, unpacked ({MAX_BYTES})"
    )
    fetching.add_argument(
        "--max-redirects", metavar="N", type=int, default=MAX_REDIRECTS, help=f"how many to follow ({MAX_REDIRECTS})"
    )
    fetching.add_argument(
        "--allow-private", action="store_true", help="ask machines of private networks and this one, too"
    )
    fetching.add_argument(
        "--ignore-robots", action="store_true", help="fetch what robots.txt asks programs to leave alone"
    )
    fetching.add_argument(
        "--user-agent", metavar="NAME", default=USER_AGENT, help=f"what servers are told who asks ({USER_AGENT})"
    )


def _add_convert(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "convert", "write articles in another form", _CONVERT)
    parser.add_argument(
        "inputs", nargs="*", metavar="INPUT", default=["-"], help="a page, a text file or an address; - is stdin"
    )
    parser.add_argument(
        "--to",
        metavar="FORM",
        help="html, text, markdown, json, ssml or audio; left out, the suffix of -o decides, else html",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=_file_or_stdout,
        help="a file, or a folder for several inputs; - or left out, stdout",
    )
    parser.add_argument("--force", action="store_true", help="replace files that are in the folder already")
    parser.add_argument("-v", "--verbose", action="store_true", help="say on stderr what was odd about the page")
    add_page(parser)
    add_sound(parser)
    add_ssml(parser)
    _add_reading(parser)


def _add_speak(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "speak", "read an article out loud", _SPEAK)
    parser.add_argument(
        "input", nargs="?", metavar="INPUT", default="-", help="a page, a text file or an address; - is stdin"
    )
    parser.add_argument("--from-start", action="store_true", help="begin anew, not where you left the story")
    parser.add_argument("--dry-run", action="store_true", help="only tell how long it takes, its words and chapters")
    parser.add_argument(
        "--report-names", action="store_true", help="list the words that no dictionary knows, most frequent first"
    )
    parser.add_argument("--list-voices", action="store_true", help="list the voices, of --language if that is given")
    add_speech(parser, "speech")
    _add_reading(parser)


def _add_explain(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "explain", "show what was kept as what, what was removed, and why", _EXPLAIN)
    parser.add_argument(
        "input", nargs="?", metavar="INPUT", default="-", help="a page, a text file or an address; - is stdin"
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="the same for programs")
    forms.add_argument("--html", action="store_true", help="the page piece by piece, as an accessible web page")
    forms.add_argument("--find", metavar="TEXT", help="only the pieces with these words: were they kept, and why")
    parser.add_argument("-o", "--output", metavar="OUT", type=_file_or_stdout, help="a file; - or left out, stdout")
    _add_reading(parser)


def _file_or_stdout(output: str) -> str | None:
    """Return a file's name, None for "-": as with inputs, that is no file."""
    return None if output == "-" else output


def _add_check(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "check", "find what on a page, anybody's, stands in a reader's way", _CHECK)
    parser.add_argument(
        "input", nargs="?", metavar="INPUT", default="-", help="a page or an address, read as it stands; - is stdin"
    )
    parser.add_argument(
        "--compare",
        action="store_true",
        help="beside each count that of the page as we write it; ours decides the code",
    )
    parser.add_argument("--all", action="store_true", help="every place, not the first ones of each kind")
    parser.add_argument("--json", action="store_true", help="the same for programs")
    _add_reading(parser)


def _add_demo(commands: _Commands[_Parser]) -> None:
    epilog = "examples:\n  a11ynews demo\n  a11ynews demo somewhere/else --force"
    parser = _command(commands, "demo", "convert a page that comes with a11ynews to every form", epilog)
    parser.add_argument(
        "folder", nargs="?", metavar="FOLDER", default="a11ynews-demo", help="where to (a11ynews-demo, made if needed)"
    )
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
