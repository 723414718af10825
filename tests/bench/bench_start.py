"""What having a11ynews costs: the size on disk of it and of what it needs, and the time that a start takes.

    python tests/bench/bench_start.py

Sizes are of what is installed, as its records list it; compiled files of the interpreter do not count. Times
are of fresh interpreters, the median of many, less that of one that does nothing.
"""

from __future__ import annotations

import importlib.metadata
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import a11ynews

STARTS = 11
LISTED = 8
PACKAGE = Path(a11ynews.__file__).resolve().parent
NEEDS = ("beautifulsoup4", "soupsieve", "typing_extensions", "html5lib", "six", "lxml", "selectolax", "webencodings")
_IMPORT_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def package_bytes() -> int:
    """Return the size of the package's own files."""
    return sum(path.stat().st_size for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")


def installed_bytes(name: str) -> int:
    """Return the size of an installed distribution; 0 if it is not installed."""
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError:
        return 0
    places = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(place.stat().st_size for place in places if place.is_file())


def start_ms(code: str) -> float:
    """Return the milliseconds that a fresh interpreter takes for some code (median)."""
    times = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=PACKAGE.parent, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def slowest_modules(code: str) -> Iterator[tuple[str, float]]:
    """Yield the modules that take longest to import by themselves, in milliseconds."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], check=True, cwd=PACKAGE.parent, capture_output=True, text=True
    )
    found = [(match[4], int(match[1]) / 1000) for match in _IMPORT_LINE.finditer(result.stderr)]
    yield from sorted(found, key=lambda module: -module[1])[:LISTED]


def main() -> None:
    """Print sizes, times, and what the first page loads."""
    own = package_bytes()
    needs = {name: installed_bytes(name) for name in NEEDS}
    print(f"{'a11ynews':24}{own / 1e6:8.2f} MB")
    for name, size in sorted(needs.items(), key=lambda need: -need[1]):
        print(f"{name:24}{size / 1e6:8.2f} MB")
    print(f"{'together':24}{(own + sum(needs.values())) / 1e6:8.2f} MB\n")
    empty = start_ms("pass")
    first = "import a11ynews; a11ynews.parse('<p>One.').to_html()"
    for name, code in {
        "import a11ynews": "import a11ynews",
        "--help": "import a11ynews.cli.main as m\ntry: m.main(['--help'])\nexcept SystemExit: pass",
        "the first page": first,
    }.items():
        print(f"{name:24}{start_ms(code) - empty:8.0f} ms")
    print("\nmodules that take longest, by themselves, for the first page:")
    for module, ms in slowest_modules(first):
        print(f"{module:40}{ms:8.1f} ms")


if __name__ == "__main__":
    main()
