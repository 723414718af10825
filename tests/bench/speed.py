"""How long reading takes, in bare ``lxml.html`` parses of the same pages, and how long a start takes.

    python tests/bench/speed.py

CPU time, the best of three runs for each page; ratios, because those are the same on any machine. The pages
are 60 of ``../shared/corpora/wcxb-dev``, evenly spread. Needs no more than a11ynews itself.
"""

from __future__ import annotations

import gzip
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import lxml.html

import a11ynews

PAGES = Path(__file__).resolve().parents[2] / "../shared/corpora/wcxb-dev/html"
COUNT = 60
RUNS = 3
STARTS = 15


def sample() -> list[bytes]:
    """Return pages from all over the corpus."""
    files = sorted(PAGES.glob("*.gz"))
    return [gzip.decompress(path.read_bytes()) for path in files[:: len(files) // COUNT][:COUNT]]


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best run."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def bare_parse(page: bytes) -> object:
    """What others do before they begin: lxml's tree, all of it."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.document_fromstring(page, parser=parser)


def parse_and_write(page: bytes) -> str:
    """What a user asks for."""
    return a11ynews.parse(page).to_html()


def start_ms(code: str) -> float:
    """Return the CPU milliseconds of a fresh interpreter that runs some code (median)."""
    times = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times) * 1000


def main() -> None:
    """Print the figures."""
    pages = sample()
    a11ynews.parse(pages[0]).to_html()  # what is loaded once is not counted
    bare = parse = whole = 0.0
    for page in pages:
        bare += cpu_s(partial(bare_parse, page))
        parse += cpu_s(partial(a11ynews.parse, page))
        whole += cpu_s(partial(parse_and_write, page))
    print(f"{len(pages)} pages; bare lxml.html parse: {bare * 1000 / len(pages):.1f} ms a page")
    print(f"parse:           {parse / bare:.1f} x the bare parse")
    print(f"parse + to_html: {whole / bare:.1f} x the bare parse")
    empty = start_ms("pass")
    print(f"import a11ynews: {start_ms('import a11ynews') - empty:.0f} ms more than an empty program")
    print(f"first parse:     {start_ms('import a11ynews; a11ynews.parse(str())') - empty:.0f} ms more")


if __name__ == "__main__":
    main()
