"""Where the time of reading goes, station by station, in bare ``lxml.html`` parses of the same page.

    python tests/bench/bench_reading.py [PAGES]

CPU time; the better of two rounds for each page; all stations of a page one after the other, so that a busy
machine slows them alike. The pages are from all over ``../shared/corpora/wcxb-dev``, 100 unless told
otherwise. The last two lines are the figures of the README; the others tell where to look when they grow.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import lxml.html

import a11ynews
from a11ynews.read.build.conductor import build_body
from a11ynews.read.choose import title_of
from a11ynews.read.columns import columns_of
from a11ynews.read.features import Surroundings
from a11ynews.read.metadata import read_metadata
from a11ynews.read.trees import load_classifier
from a11ynews.read.units import lay_out
from a11ynews.tree.decode import decode
from a11ynews.tree.parse import parse_page

PAGES = Path(__file__).resolve().parents[2] / "../shared/corpora/wcxb-dev/html"
COUNT = 100
ROUNDS = 2
BASE = "lxml.html.fromstring"


def sample(count: int) -> list[bytes]:
    """Return pages from all over the corpus."""
    files = sorted(PAGES.glob("*.gz"))
    return [gzip.decompress(path.read_bytes()) for path in files[:: max(1, len(files) // count)][:count]]


def bare_parse(data: bytes) -> object:
    """What others do before they begin: lxml's tree, all of it."""
    return lxml.html.fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def stations(data: bytes) -> Mapping[str, Callable[[], object]]:
    """Return the work of each station on a page, what comes before it already done."""
    text = decode(data).text
    page = parse_page(text)
    units = lay_out(page)
    scene = Surroundings(page, units)
    title = title_of(read_metadata(page).metadata)
    columns, flags = columns_of(scene, title), scene.local_flags()
    article = a11ynews.parse(data)
    return {
        BASE: partial(bare_parse, data),
        "decode": partial(decode, data),
        "parse_page": partial(parse_page, text),
        "lay_out": partial(lay_out, page),
        "sums": partial(Surroundings, page, units),
        "columns": partial(columns_of, scene, title),
        "classifier": partial(load_classifier().probabilities, columns, flags),
        "metadata": partial(read_metadata, page),
        "build, of a whole page": partial(build_body, page, bytearray(b"\1") * len(page)),
        "a11ynews.parse": partial(a11ynews.parse, data),
        "to_html": article.to_html,
    }


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(data: bytes) -> dict[str, float]:
    """Return the CPU seconds of each station on a page, the best of all rounds."""
    works = stations(data)
    rounds = [{name: cpu_s(work) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: min(run[name] for run in rounds) for name in works}


def with_total(seconds: dict[str, float]) -> dict[str, float]:
    """Add what a user waits for: parse and HTML."""
    return {**seconds, "parse + to_html": seconds["a11ynews.parse"] + seconds["to_html"]}


def report(measured: Sequence[Mapping[str, float]]) -> str:
    """Return a table: of all pages together, and of the page in the middle, in bare parses."""
    base = sum(page[BASE] for page in measured)
    lines = [f"{len(measured)} pages{'':19}ms a page   ratio, mean   ratio, median"]
    for name in measured[0]:
        total = sum(page[name] for page in measured)
        median = statistics.median(page[name] / page[BASE] for page in measured)
        lines.append(f"{name:28}{total * 1000 / len(measured):9.2f}{total / base:14.2f}{median:16.2f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    if not PAGES.is_dir():
        sys.exit(f"{PAGES.resolve()} is not there: the corpora are not published")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    pages = sample(count)
    measure(pages[0])  # what is loaded once is not counted
    print(report([with_total(measure(page)) for page in pages]))


if __name__ == "__main__":
    main()
