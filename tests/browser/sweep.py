"""All real pages of ../shared/corpora, rendered by us, through all checkers in a real Chromium.

    python -m tests.browser.sweep                  all pages: an hour or two on two cores
    python -m tests.browser.sweep --every 20       one page in twenty
    python -m tests.browser.sweep --only wcxb      pages whose names hold a word
    python -m tests.browser.sweep --thorough       every checker in every view: three times as long

Two browsers work side by side, each page is loaded once, and what is done is kept in ``--state``: a run that was
stopped goes on where it was, and a page is looked at again only if its rendering has changed. At the end comes a
table, and below it each kind of finding with an example. Exit code 1 if there is any.
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
NU_BATCH = 200
GLANCES: list[dict[str, object]] = [
    {"name": "spacing-320", "scheme": "light", "width": 320, "spacing": True, "glance": True},
    {"name": "text-200-1280", "scheme": "light", "width": 1280, "larger": True, "glance": True},
    {"name": "print", "scheme": "light", "width": 794, "print": True, "glance": True},
]
# Each scheme, and each width, with axe; the others, whose findings hardly hang on the window, once or twice. The golden
# pages of test_checkers.py go through all checkers in all schemes at both widths; so does --thorough here.
VIEWS: list[dict[str, object]] = [
    {"name": "light-1280", "scheme": "light", "width": 1280},
    {"name": "light-320", "scheme": "light", "width": 320, "engines": ["axe"]},
    {"name": "dark-320", "scheme": "dark", "width": 320, "engines": ["axe", "htmlcs"]},
    {"name": "forced-320", "scheme": "dark", "width": 320, "forced": True, "engines": ["axe"]},
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


def write_page(job: tuple[str, Path, Path]) -> Written:
    """Render a page into a folder."""
    corpus, page, folder = job
    name = f"{corpus}-{name_of(page)}"
    content = a11ynews.parse(bytes_of(page), url_of(page)).to_html().encode()
    path = folder / f"{name}.html"
    path.write_bytes(content)
    return Written(name=name, path=str(path), digest=hashlib.sha256(content).hexdigest())


def write_pages(wanted: Sequence[tuple[str, Path]], folder: Path) -> list[Written]:
    """Render pages, on all cores."""
    jobs = [(corpus, page, folder) for corpus, page in wanted]
    with ProcessPoolExecutor(BROWSERS, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(write_page, jobs, chunksize=8))


def wanted_pages(every: int, only: str) -> list[tuple[str, Path]]:
    """Return the pages to look at, with their corpora."""
    named = [(corpus, page) for corpus in CORPORA for page in pages(corpus)]
    chosen = [(corpus, page) for corpus, page in named if only in f"{corpus}-{name_of(page)}"][::every]
    # In an order that is the same each time and mixes the corpora: a run that is stopped has seen some of all.
    return sorted(chosen, key=lambda entry: hashlib.sha256(f"{entry[0]} {name_of(entry[1])}".encode()).digest())


def results_of(state: Path) -> dict[str, Result]:
    """Return what earlier runs found, the latest for each page; a last line that was cut off is left out."""
    if not state.exists():
        return {}
    found: dict[str, Result] = {}
    for line in state.read_text(encoding="utf-8").splitlines():
        try:
            result: Result = json.loads(line)
        except ValueError:
            continue
        found[result["name"]] = result
    return found


class Sweep:
    """One run over pages that are written; results go to the state as they come."""

    def __init__(self, todo: Sequence[Written], state: Path, views: Sequence[dict[str, object]]) -> None:
        self._todo = iter(todo)
        self._total = len(todo)
        self._done = 0
        self._digests = {page.name: page.digest for page in todo}
        self._state = state
        self._views = views
        self._lock = threading.Lock()

    def run(self) -> None:
        """Look at all pages with some browsers side by side."""
        workers = [threading.Thread(target=self._work) for _ in range(BROWSERS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    def _next(self) -> Written | None:
        with self._lock:
            return next(self._todo, None)

    def _work(self) -> None:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
        with tempfile.NamedTemporaryFile("w", suffix=".json") as views:
            json.dump(self._views, views)
            views.flush()
            process = subprocess.Popen(
                ["node", str(HERE / "sweep.mjs"), views.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "CHROMIUM": chromium},
            )
            assert process.stdin is not None
            assert process.stdout is not None
            self._feed(process.stdin, process.stdout)
            process.stdin.close()
            process.wait()

    def _feed(self, asked: IO[str], answered: IO[str]) -> None:
        while page := self._next():
            print(json.dumps({"name": page.name, "path": page.path}), file=asked, flush=True)
            line = answered.readline()
            if not line:
                print(f"the browser is gone, at {page.name}", file=sys.stderr)
                return
            self._keep(json.loads(line))

    def _keep(self, result: Result) -> None:
        result["digest"] = self._digests[result["name"]]
        with self._lock, self._state.open("a", encoding="utf-8") as file:
            print(json.dumps(result), file=file, flush=True)
            self._done += 1
            print(f"\r{self._done} of {self._total} ", end="", file=sys.stderr, flush=True)


def nu_findings(written: Sequence[Written]) -> dict[str, dict[str, Finding]]:
    """Return what the Nu checker says of pages: many in one JVM, since its start is what takes time."""
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    found: dict[str, dict[str, Finding]] = defaultdict(dict)
    for start in range(0, len(written), NU_BATCH):
        files = [page.path for page in written[start : start + NU_BATCH]]
        done = subprocess.run(
            ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *files],
            capture_output=True,
            check=True,
        )
        for message in json.loads(done.stdout)["messages"]:
            entry = found[Path(message["url"]).stem].setdefault(
                f"source nu {message['type']}: {message['message'][:80]}",
                Finding(count=0, help=message["message"], html=message.get("extract", "")[:200]),
            )
            entry["count"] += 1
    return found


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
    parser.add_argument("--thorough", action="store_true", help="all checkers in all schemes at both widths")
    arguments = parser.parse_args()
    views = THOROUGH if arguments.thorough else VIEWS
    wanted = wanted_pages(arguments.every, arguments.only)
    if not wanted:
        sys.exit("no page: the corpora are not published, and stand in ../shared/corpora")
    (arguments.state / "pages").mkdir(parents=True, exist_ok=True)
    written = write_pages(wanted, arguments.state / "pages")
    state = arguments.state / "results.jsonl"
    before = results_of(state)
    todo = [page for page in written if page.name not in before or before[page.name]["digest"] != page.digest]
    print(f"{len(written)} pages, {len(todo)} to look at", file=sys.stderr)
    Sweep(todo, state, views).run()
    after = results_of(state)
    results = [after[page.name] for page in written if page.name in after]
    nu = nu_findings(written)
    for result in results:
        result["found"].update(nu.get(result["name"], {}))
    print("\n".join((*table(results, views), *examples(results))))
    return int(any(result["found"] for result in results) or len(results) < len(written))


if __name__ == "__main__":
    sys.exit(main())
