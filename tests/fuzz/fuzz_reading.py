"""Hunts for inputs that break a promise, led by what code each input reaches.

    pip install --group fuzz
    python tests/fuzz/fuzz_reading.py -max_total_time=3600 FOLDER

Options and folders are libFuzzer's; the folder keeps what was reached, so that the next hunt goes
on from there. A find is written as ``crash-…``, ``timeout-…`` or ``oom-…``. Cut to the smallest
that fails (``-minimize_crash=1``), it belongs into ``tests/fuzz/finds``, where it is tried for ever.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import atheris

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

with atheris.instrument_imports(include=["a11ynews"]):
    from fuzz.reading_target import DOORS, read_and_write

    from a11ynews.plugins import load_renderer

    for form in ("html", "text", "markdown", "json", "ssml"):
        load_renderer(form)

from fixtures.command import STORY  # noqa: E402
from fixtures.hostile_pages import page_with  # noqa: E402

import a11ynews  # noqa: E402 - the fixtures need no instruments

SLOW_S = 60
"""Seconds by the clock on the wall, of a machine that may be busy; honest pages take a tenth of one."""
MOST_MB = 2048
UNKNOWN = "<p>Zebra yak quokka numbat. " * 20
DEMO = Path(a11ynews.__file__).with_name("cli") / "demo_page.html"


def main() -> None:
    """Hunt until told to stop."""
    with tempfile.TemporaryDirectory() as folder:
        pages = [STORY, DEMO.read_text("utf-8"), page_with("Zebra")]
        seeds, words = Path(folder, "seeds"), Path(folder, "words.dict")
        seeds.mkdir()
        for number, page in enumerate(pages):
            for door in range(DOORS):
                (seeds / f"{number}-{door}").write_bytes(bytes([door]) + page.encode())
        tokens = sorted({token for page in pages for token in re.findall(r"<[^<>]{1,60}>|[\w:-]+=|&\w+;", page)})
        words.write_text("".join(f'"{_quoted(token)}"\n' for token in tokens), encoding="ascii")
        options = [f"-dict={words}", f"-timeout={SLOW_S}", f"-rss_limit_mb={MOST_MB}"]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(seeds)], read_and_write)
        read_and_write(b"\x00" + UNKNOWN.encode())  # loads what is loaded once
        atheris.Fuzz()


def _quoted(token: str) -> str:
    """Return a token as a line of libFuzzer's dictionary has it."""
    return "".join(
        character
        if character.isascii() and character.isalnum()
        else "".join(map("\\x{:02x}".format, character.encode()))
        for character in token
    )


if __name__ == "__main__":
    main()
