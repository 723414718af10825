"""``a11ynews demo``: a page that comes with a11ynews, in every form there is."""

from __future__ import annotations

from argparse import Namespace
from importlib.resources import files
from pathlib import Path

import a11ynews
from a11ynews.cli.exit_codes import Exit, code_of
from a11ynews.cli.terminal import complain, describe, progress
from a11ynews.errors import A11yNewsError
from a11ynews.pipeline import Article
from a11ynews.plugins import suffix_of
from a11ynews.render.plain.safety import one_line
from a11ynews.sink import Folder

__all__ = ["DEMO_URL", "demo_page", "run"]

DEMO_URL = "https://harbour.example/a/electric-ferry-ends-a-winter-of-waiting-on-skerra/7340921.html"
"""The address that the page gives itself. The name is reserved for examples (RFC 2606): nobody answers there."""

_FORMS = (
    ("html", "the accessible page: open it in a browser"),
    ("text", "plain text: for a terminal or a braille display"),
    ("markdown", "Markdown: for notes and wikis"),
    ("json", "everything that is known, for programs"),
    ("ssml", "for a speech service"),
    ("audio", "listen to it with any player"),
)


def demo_page() -> bytes:
    """Return the page as it would come from the web: a made-up story among much that is none."""
    return files("a11ynews.cli").joinpath("demo_page.html").read_bytes()


def run(arguments: Namespace) -> Exit:
    """Carry out ``a11ynews demo``. If one form fails, the others are still written."""
    folder = Folder(arguments.folder, force=arguments.force)
    source = folder.claim("page", ".html")
    targets = [(form, folder.claim("story", suffix_of(form)), words) for form, words in _FORMS]
    article = a11ynews.parse(demo_page(), DEMO_URL)
    folder.write(source, demo_page())
    _say(source, "the page as it came from the web")
    code = Exit.DONE
    for form, path, words in targets:
        try:
            progress(f"making {path.name}")
            folder.write(path, article.render(form).data)
            _say(path, words)
        except A11yNewsError as error:
            complain(f"{path} was not made: {describe(error)}")
            code = code_of(error)
    _say_what_next(article, source, spoken=code is Exit.DONE)
    return code


def _say(path: Path, words: str) -> None:
    print(one_line(f"{path}: {words}"))


def _say_what_next(article: Article, source: Path, *, spoken: bool) -> None:
    print(f"From the page came {len(article.body)} blocks of story; {len(article.removed)} other pieces were removed.")
    print(one_line(f"To see which and why: a11ynews explain {source}"))
    if spoken:
        print(one_line(f"To listen now: a11ynews speak {source}"))
