"""Four checkers over rendered pages, in a real Chromium: no finding at all.

axe-core runs with every rule switched on (A, AA, AAA, best practice, experimental), IBM Equal Access with
WCAG 2.2 and its own rules, HTML_CodeSniffer with WCAG2AAA, and the Nu checker without a single message.
"""

import dataclasses
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from fixtures.chromium import CHROMIUM, report_of
from fixtures.every_block import every_block, in_arabic, in_chinese

from a11ynews.model.article import Article
from a11ynews.render.audio import Options as AudioOptions
from a11ynews.render.audio import write_audio
from a11ynews.render.html import Options, Reading, Sound, render

HERE = Path(__file__).resolve().parent
NEEDS = {
    "node 20 or later": (shutil.which("node"), "apt-get install nodejs npm, or from nodejs.org"),
    "Chromium": (CHROMIUM, "apt-get install chromium, or set CHROMIUM"),
    "the checkers": ((HERE / "node_modules" / "axe-core").is_dir(), "cd tests/browser && npm ci --ignore-scripts"),
    "java": (shutil.which("java"), "apt-get install default-jre-headless"),
}
MISSING = [f"{name} ({how})" for name, (there, how) in NEEDS.items() if not there]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(MISSING), reason=f"missing: {'; '.join(MISSING)}"),
]

VIEWS: list[dict[str, object]] = [
    {"name": "light-320", "scheme": "light", "width": 320},
    {"name": "light-1280", "scheme": "light", "width": 1280},
    {"name": "dark-320", "scheme": "dark", "width": 320},
    {"name": "dark-1280", "scheme": "dark", "width": 1280},
    {"name": "forced-320", "scheme": "dark", "width": 320, "forced": True},
    {"name": "forced-1280", "scheme": "dark", "width": 1280, "forced": True},
    {"name": "more-contrast", "scheme": "light", "width": 1280, "contrast": "more"},
    {"name": "text-spacing", "scheme": "light", "width": 320, "spacing": True, "glance": True},
    {"name": "text-200", "scheme": "light", "width": 1280, "larger": True, "glance": True},
    {"name": "print", "scheme": "light", "width": 794, "print": True, "glance": True},
]
PAGES: dict[str, tuple[Article, Options]] = {
    "every-block": (every_block(), Options(show_removed=True)),
    "offline": (every_block(), Options(offline=True)),
    "arabic": (in_arabic(), Options(show_removed=True)),
    "chinese": (in_chinese(), Options()),
    "bare": (Article(), Options(settings=False)),
    "talking": (every_block(), Options(reading=Reading(theme="dark"))),
    "remembering": (Article(), Options(remember=True)),
}


# A page that breaks a rule of each checker: if they are silent here, their silence elsewhere means nothing.
FAULTY = """<!DOCTYPE html><html><head><title></title></head><body><h3 style="color:#999">Low</h3><img src="x.png">
<p style="width:2000px">wide</p><a href="#" style="outline:none">x</a>
<table><tr><td onclick="x()">1</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    # An address of the web: of a page that is a file, the Nu checker says that no source of its policy fits another.
    # The silent engine gives the times of a reader of 175 words a minute: what is shown depends on nothing else.
    times = write_audio(every_block(), folder / "silence.wav", AudioOptions(engine="silent"))
    for name, (article, given) in PAGES.items():
        sound = Sound(address="https://example.org/story.mp3", timings=times) if name == "talking" else None
        options = dataclasses.replace(given, sound=sound)
        (folder / f"{name}.html").write_bytes(render(article, options).data)
    (folder / "faulty.html").write_text(FAULTY, encoding="utf-8")
    return {name: str(folder / f"{name}.html") for name in [*PAGES, "faulty"]}


@pytest.fixture(scope="module")
def report(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - JSON
    job = tmp_path_factory.mktemp("job") / "job.json"
    job.write_text(json.dumps({"pages": files, "views": VIEWS}), encoding="utf-8")
    return report_of("check.mjs", job, timeout_s=600)


@pytest.mark.parametrize("checker", ["axe", "ibm", "htmlcs", "wide", "focus"])
def test_a_checker_finds_the_faults_of_a_faulty_page(report: Any, checker: str) -> None:  # noqa: ANN401
    assert report["faulty"]["views"]["light-320"][checker]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("checker", ["axe", "ibm", "htmlcs"])
def test_a_checker_finds_nothing_in_any_scheme_and_width(report: Any, page: str, checker: str) -> None:  # noqa: ANN401
    found = {view: result[checker] for view, result in report[page]["views"].items() if checker in result}
    assert len(found) == 7
    assert found == {view: [] for view in found}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_scrolls_sideways_and_no_word_is_cut_off(report: Any, page: str) -> None:  # noqa: ANN401
    for result in report[page]["views"].values():
        assert (result["wide"], result["clipped"]) == ([], [])


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_requested_but_pictures_and_offline_not_even_those(report: Any, page: str) -> None:  # noqa: ANN401
    kinds = {request["type"] for request in report[page]["requests"]}
    assert kinds <= {"offline": set(), "talking": {"image", "media"}}.get(page, {"image"})


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_finds_the_skip_link_first_and_sees_where_it_is(report: Any, page: str) -> None:  # noqa: ANN401
    keys = report[page]["keys"]
    assert keys["first"] == "#story-main"
    assert keys["skipped_to"] == "story-main"
    assert keys["unseen"] == []
    assert keys["order"] == sorted(keys["order"])


@pytest.mark.parametrize("page", PAGES)
def test_whatever_takes_the_focus_shows_it_at_three_to_one(report: Any, page: str) -> None:  # noqa: ANN401
    found = {view: result["focus"] for view, result in report[page]["views"].items() if "focus" in result}
    assert len(found) == 5
    assert found == {view: [] for view in found}


@pytest.mark.parametrize("page", PAGES)
def test_the_browser_accepts_the_policy_and_applies_the_style_under_it(report: Any, page: str) -> None:  # noqa: ANN401
    assert report[page]["policy"] == {"complaints": [], "margin": "0px"}


def test_the_nu_checker_has_nothing_to_say(files: dict[str, str]) -> None:
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *files.values()],
        capture_output=True,
        check=True,
        timeout=300,
    )
    said = [(Path(message["url"]).stem, message["message"]) for message in json.loads(done.stdout)["messages"]]
    assert {page for page, _ in said} == {"faulty"}, said
