"""All real pages of ../shared/corpora, rendered by us, through all checkers in a real Chromium.

    python -m tests.browser.sweep                  all pages: about a quarter of an hour on two quiet cores
    python -m tests.browser.sweep --minutes 10     what can be seen in ten minutes; the next run goes on there
    python -m tests.browser.sweep --every 20       one page in twenty
    python -m tests.browser.sweep --only wcxb      pages whose names hold a word
    python -m tests.browser.sweep --thorough       every checker in every view: three times as long

The Nu checker takes the pages by the hundred, then two browsers work side by side, and each page is loaded once. What
is done is kept in ``--state``: a run that was stopped goes on where it was, and a page is looked at again only if its
rendering or the views have changed. At the end comes a table, and below it each kind of finding with an example. Exit
code 1 if there is any, or a page was not seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypedDict

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # started by python -m, not by pytest

from fixtures.real_pages import bytes_of, name_of, pages, url_of

import a11ynews

HERE = Path(__file__).resolve().parent
CORPORA = ("seed", "wcxb-dev", "fundus-dev", "structure-dev")
BROWSERS = 2
NU_BATCH = 100
GLANCES: list[dict[str, object]] = [
    {"name": "spacing-320", "scheme": "light", "width": 320, "spacing": True, "glance": True},
    {"name": "text-200-1280", "scheme": "light", "width": 1280, "larger": True, "glance": True},
    {"name": "print", "scheme": "light", "width": 794, "print": True, "glance": True},
]
# Light and wide, and dark and narrow, are looked at whole; between them only what goes by colours and boxes can
# differ. The golden pages of test_checkers.py go through all checkers in all views; so does --thorough here.
VIEWS: list[dict[str, object]] = [
    {"name": "light-1280", "scheme": "light", "width": 1280},
    {"name": "light-320", "scheme": "light", "width": 320, "engines": ["axe"], "looks": True},
    {"name": "dark-1280", "scheme": "dark", "width": 1280, "engines": ["axe"], "looks": True},
    {"name": "dark-320", "scheme": "dark", "width": 320, "engines": ["axe", "htmlcs"]},
    {"name": "forced-1280", "scheme": "dark", "width": 1280, "forced": True, "engines": ["axe"], "looks": True},
    {"name": "forced-320", "scheme": "dark", "width": 320, "forced": True, "engines": ["axe"], "looks": True},
    *GLANCES,
]
THOROUGH: list[dict[str, object]] = [
    {"name": "light-320", "scheme": "light", "width": 320},
    {"name": "light-1280", "scheme": "light", "width": 1280},
    {"name": "dark-320", "scheme": "dark", "width": 320},
    {"name": "dark-1280", "scheme": "dark", "width": 1280},
    {"name": "forced-320", "scheme": "dark", "width": 320, "forced": True},
    {"name": "forced-1280", "scheme": "dark", "width": 1280, "forced": True},
    *GLANCES,
]
CHECKS = ("axe", "ibm", "htmlcs", "focus", "keyboard", "wide", "clipped", "requests", "nu", "sweep")


class Finding(TypedDict):
    """How often something was found on a page, and an example."""

    count: int
    help: str
    html: str


class Result(TypedDict):
    """What was found on a page, by "view checker rule"."""

    name: str
    digest: str
    found: dict[str, Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A page as we render it."""

    name: str
    path: str
    digest: str


def write_page(job: tuple[str, Path, Path, str]) -> Written:
    """Render a page into a folder; its digest is that of the page and of the views it is to be seen in."""
    corpus, page, folder, seen_in = job
    name = f"{corpus}-{name_of(page)}"
    content = a11ynews.parse(bytes_of(page), url_of(page)).to_html().encode()
    path = folder / f"{name}.html"
    path.write_bytes(content)
    return Written(name=name, path=str(path), digest=hashlib.sha256(content + seen_in.encode()).hexdigest())


def write_pages(wanted: Sequence[tuple[str, Path]], folder: Path, views: object) -> list[Written]:
    """Render pages, on all cores."""
    jobs = [(corpus, page, folder, json.dumps(views)) for corpus, page in wanted]
    with ProcessPoolExecutor(BROWSERS, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(write_page, jobs, chunksize=8))


def wanted_pages(every: int, only: str) -> list[tuple[str, Path]]:
    """Return the pages to look at, with their corpora."""
    named = [(corpus, page) for corpus in CORPORA for page in pages(corpus)]
    chosen = [(corpus, page) for corpus, page in named if only in f"{corpus}-{name_of(page)}"][::every]
    # In an order that is the same each time and mixes the corpora: a run that is stopped has seen some of all.
    return sorted(chosen, key=lambda entry: hashlib.sha256(f"{entry[0]} {name_of(entry[1])}".encode()).digest())


class Kept:
    """What earlier runs found, the latest for each page, and what this one adds: a file of lines."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self.results: dict[str, Result] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            try:
                result: Result = json.loads(line)
            except ValueError:
                continue  # the last line of a run that was stopped
            self.results[result["name"]] = result

    def add(self, result: Result) -> None:
        """Keep a result, at once."""
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            print(json.dumps(result), file=file, flush=True)
            self.results[result["name"]] = result

    def of(self, page: Written) -> Result | None:
        """Return what was found on a page as it is now; None if it was not seen."""
        result = self.results.get(page.name)
        return result if result is not None and result["digest"] == page.digest else None

    def missing(self, written: Sequence[Written]) -> list[Written]:
        """Return the pages that were not seen as they are now."""
        return [page for page in written if self.of(page) is None]


class Sweep:
    """One run over pages that are written; results go to the state as they come."""

    def __init__(
        self,
        todo: Sequence[Written],
        kept: Kept,
        views: Sequence[dict[str, object]],
        until: float | None = None,
        browsers: int = BROWSERS,
    ) -> None:
        self._todo = iter(todo)
        self._total = len(todo)
        self._done = 0
        self._start = time.monotonic()
        self._kept = kept
        self._views = views
        self._until = until
        self._browsers = browsers
        self._lock = threading.Lock()

    def run(self) -> None:
        """Look at all pages with some browsers side by side."""
        workers = [threading.Thread(target=self._work) for _ in range(self._browsers)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    def _next(self) -> Written | None:
        if self._until is not None and time.monotonic() > self._until:
            return None
        with self._lock:
            return next(self._todo, None)

    def _work(self) -> None:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
        with tempfile.NamedTemporaryFile("w", suffix=".json") as views:
            json.dump(self._views, views)
            views.flush()
            command = ["node", str(HERE / "sweep.mjs"), views.name]
            environment = {**os.environ, "CHROMIUM": chromium}
            pipe = subprocess.PIPE
            with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                self._feed(process.stdin, process.stdout)

    def _feed(self, asked: IO[str], answered: IO[str]) -> None:
        while page := self._next():
            print(json.dumps({"name": page.name, "path": page.path}), file=asked, flush=True)
            line = answered.readline()
            if not line:
                print(f"the browser is gone, at {page.name}", file=sys.stderr)
                return
            found: dict[str, Finding] = json.loads(line)["found"]
            self._keep(Result(name=page.name, digest=page.digest, found=found))

    def _keep(self, result: Result) -> None:
        self._kept.add(result)
        with self._lock:
            self._done += 1
            rate = self._done / (time.monotonic() - self._start) * 60
            print(f"\r{self._done} of {self._total}, {rate:.0f} a minute ", end="", file=sys.stderr, flush=True)


def ask_nu(todo: Sequence[Written], kept: Kept) -> None:
    """Put pages through the Nu checker: many in one JVM, since its start is what takes time."""
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    for start in range(0, len(todo), NU_BATCH):
        batch = todo[start : start + NU_BATCH]
        found: dict[str, dict[str, Finding]] = {page.name: {} for page in batch}
        done = subprocess.run(
            ["java", "-Xss2m", "-Xmx1g", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
            + [page.path for page in batch],
            capture_output=True,
            check=True,
        )
        for message in json.loads(done.stdout)["messages"]:
            entry = found[Path(message["url"]).stem].setdefault(
                f"source nu {message['type']}: {message['message'][:80]}",
                Finding(count=0, help=message["message"], html=message.get("extract", "")[:200]),
            )
            entry["count"] += 1
        for page in batch:
            kept.add(Result(name=page.name, digest=page.digest, found=found[page.name]))
        print(f"\rNu: {start + len(batch)} of {len(todo)} ", end="", file=sys.stderr, flush=True)


def table(results: Iterable[Result], views: Sequence[dict[str, object]]) -> Iterator[str]:
    """Yield the lines of the table: findings by checker and view."""
    results = list(results)
    counts: Counter[tuple[str, str]] = Counter()
    for result in results:
        for key, finding in result["found"].items():
            view, checker, _ = (*key.split(" ", 2), "")[:3]
            counts[view, checker] += finding["count"]
    settings = {str(view["name"]): view for view in views}
    clean = sum(not result["found"] for result in results)
    yield f"{len(results)} pages, {clean} of them without any finding"
    yield ""
    yield f"{'':16}" + "".join(f"{checker:>10}" for checker in CHECKS)
    for view in [*settings, "keyboard", "requests", "source", "sweep"]:
        cells = [
            str(counts[view, checker]) if _is_asked(view, checker, settings.get(view)) else "–" for checker in CHECKS
        ]
        if set(cells) != {"–"}:
            yield f"{view:16}" + "".join(f"{cell:>10}" for cell in cells)


def _is_asked(view: str, checker: str, setting: dict[str, object] | None) -> bool:
    if setting is None:
        return (view, checker) in {
            ("keyboard", "keyboard"), ("requests", "requests"), ("source", "nu"), ("sweep", "sweep"),
        }  # fmt: skip
    if checker in ("wide", "clipped"):
        return True
    if checker == "focus":
        return not setting.get("glance") and not setting.get("forced")
    asked = setting.get("engines", ["axe", "ibm", "htmlcs"])
    return not setting.get("glance") and isinstance(asked, list) and checker in asked


def examples(results: Iterable[Result]) -> Iterator[str]:
    """Yield each kind of finding, the most frequent first, with the pages and one example."""
    kinds: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
    for result in results:
        for key, finding in result["found"].items():
            kinds[key.partition(" ")[2]].append((result["name"], finding))
    for kind, places in sorted(kinds.items(), key=lambda entry: -len(entry[1])):
        names = list(dict.fromkeys(name for name, _ in places))
        yield f"\n{kind}: {len(names)} pages ({', '.join(names[:5])})"
        yield f"    {places[0][1]['help'][:200]}\n    {places[0][1]['html'][:200]}"


def main() -> int:
    """Sweep, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.sweep", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one page in N")
    parser.add_argument("--only", default="", metavar="TEXT", help="pages whose names hold it")
    folder = Path(tempfile.gettempdir()) / "a11ynews-sweep"
    parser.add_argument("--state", type=Path, default=folder, metavar="FOLDER", help=f"what is done ({folder})")
    parser.add_argument("--minutes", type=float, metavar="M", help="begin no page after that time")
    parser.add_argument("--thorough", action="store_true", help="all checkers in all schemes at both widths")
    arguments = parser.parse_args()
    views = THOROUGH if arguments.thorough else VIEWS
    wanted = wanted_pages(arguments.every, arguments.only)
    if not wanted:
        sys.exit("no page: the corpora are not published, and stand in ../shared/corpora")
    (arguments.state / "pages").mkdir(parents=True, exist_ok=True)
    until = None if arguments.minutes is None else time.monotonic() + 60 * arguments.minutes
    written = write_pages(wanted, arguments.state / "pages", views)
    nu, browsers = Kept(arguments.state / "nu.jsonl"), Kept(arguments.state / "results.jsonl")
    todo = browsers.missing(written)
    print(f"{len(written)} pages, {len(todo)} to look at", file=sys.stderr)
    ask_nu(nu.missing(written), nu)
    Sweep(todo, browsers, views, until).run()
    results = [merged for page in written if (merged := _merged(nu.of(page), browsers.of(page))) is not None]
    print("\n".join((*table(results, views), *examples(results))))
    if len(results) < len(written):
        print(f"{len(written) - len(results)} pages are still to be seen: the next run goes on there", file=sys.stderr)
    return int(any(result["found"] for result in results) or len(results) < len(written))


def _merged(one: Result | None, other: Result | None) -> Result | None:
    return None if one is None or other is None else {**other, "found": {**one["found"], **other["found"]}}


if __name__ == "__main__":
    sys.exit(main())
