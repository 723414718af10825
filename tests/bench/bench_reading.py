"""Where the time of reading goes, station by station, in bare ``lxml.html`` parses of the same page.

    python tests/bench/bench_reading.py [PAGES] [ROUNDS]

CPU time; the best round of each page (two, unless told otherwise); all stations of a page in one go, so that a
busy machine slows them alike. The pages are from all over ``../shared/corpora/wcxb-dev``, 100 unless told
otherwise. The first round of a page is told apart as well: it pays for names of classes that no page before had,
and so is what a reader of many sites waits for. The last lines are the figures of the README; the others tell
where to look when they grow: each is what that station took of ``a11ynews.parse``, with all that it calls.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Final

import lxml.html

import a11ynews
from a11ynews import pipeline
from a11ynews.read import html
from a11ynews.read.choice import choose

PAGES = Path(__file__).resolve().parents[2] / "../shared/corpora/wcxb-dev/html"
COUNT = 100
ROUNDS = 2
BASE = "lxml.html.fromstring"
PARSE = "a11ynews.parse"
STATIONS: Final[Mapping[str, tuple[ModuleType, str]]] = {
    "decode": (pipeline, "decode"),
    "parse_page": (pipeline, "parse_page"),
    "units": (html, "lay_out"),
    "sums": (html, "Surroundings"),
    "metadata": (html, "read_metadata"),
    "columns": (choose, "columns_of"),
    "columns and classifier": (html, "probabilities"),
    "site rules": (html, "site_hints"),
    "choice": (html, "_choose"),
    "language": (html, "with_language"),
    "build": (html, "build_body"),
    "account of what was removed": (html, "removed_texts"),
}
"""Where each station is called from, so that a clock can be put before it."""


def sample(count: int) -> list[bytes]:
    """Return pages from all over the corpus."""
    files = sorted(PAGES.glob("*.gz"))
    return [gzip.decompress(path.read_bytes()) for path in files[:: max(1, len(files) // count)][:count]]


def bare_parse(data: bytes) -> object:
    """What others do before they begin: lxml's tree, all of it."""
    return lxml.html.fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def clocks() -> Iterator[Counter[str]]:
    """Put a clock before each station; gives the CPU seconds that they took since."""
    took: Counter[str] = Counter()
    before = {name: getattr(module, function) for name, (module, function) in STATIONS.items()}
    for name, (module, function) in STATIONS.items():
        setattr(module, function, _timed(before[name], name, took))
    try:
        yield took
    finally:
        for name, (module, function) in STATIONS.items():
            setattr(module, function, before[name])


def _timed(station: Callable[..., object], name: str, took: Counter[str]) -> Callable[..., object]:
    @wraps(station)
    def timed(*args: object, **kwargs: object) -> object:
        start = time.process_time()
        try:
            return station(*args, **kwargs)
        finally:
            took[name] += time.process_time() - start  # type: ignore[assignment]  # a Counter adds floats as well

    return timed


def measure_once(data: bytes) -> dict[str, float]:
    """Return the CPU seconds of one round: the bare parse, the stations, the whole, its HTML."""
    seconds = {BASE: cpu_s(lambda: bare_parse(data))}
    with clocks() as took:
        a11ynews.parse(data)
    seconds |= {name: float(took[name]) for name in STATIONS}
    seconds[PARSE] = cpu_s(lambda: a11ynews.parse(data))
    article = a11ynews.parse(data)
    seconds["to_html"] = cpu_s(article.to_html)
    seconds["parse + to_html"] = seconds[PARSE] + seconds["to_html"]
    return seconds


def measure(data: bytes, rounds: int) -> dict[str, float]:
    """Return the CPU seconds of each station on a page, the best of all rounds, and of its very first reading."""
    first = cpu_s(lambda: a11ynews.parse(data))
    runs = [measure_once(data) for _ in range(rounds)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    return {**best, "(the first reading of a page)": first}


def report(measured: Sequence[Mapping[str, float]]) -> str:
    """Return a table: of all pages together, and of the page in the middle, in bare parses."""
    base = sum(page[BASE] for page in measured)
    lines = [f"{len(measured)} pages{'':21}ms a page   ratio, mean   ratio, median"]
    for name in measured[0]:
        total = sum(page[name] for page in measured)
        median = statistics.median(page[name] / page[BASE] for page in measured)
        lines.append(f"{name:30}{total * 1000 / len(measured):9.2f}{total / base:14.2f}{median:16.2f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    if not PAGES.is_dir():
        sys.exit(f"{PAGES.resolve()} is not there: the corpora are not published")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    pages = sample(count)
    measure(pages[0], 1)  # what is loaded once is not counted
    print(report([measure(page, rounds) for page in pages]))


if __name__ == "__main__":
    main()
