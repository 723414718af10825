"""The checks of markup: each finds what it is for, and nothing on a page without the fault."""

import json
from collections import Counter
from pathlib import Path

import pytest
from fixtures.command import run
from fixtures.every_block import every_block, in_arabic, in_chinese

from a11ynews.check import RULES, check_page
from a11ynews.model.article import Article
from a11ynews.render.html import Options, render
from a11ynews.tree.parse import parse_page

GOOD = """<!DOCTYPE html><html lang="en"><head><title>Ferry</title><meta name="viewport" content="width=device-width">
</head><body><nav><a href="#m">Skip</a></nav><main id="m"><h1>Ferry returns</h1><p>It sails <span lang="fr">lundi</span>
<h2>Times</h2><table><tr><th>Day<th>Ferry<tr><td>Mon<td>9</table><ul><li>One</ul><dl><dt>A<dd>B</dl>
<figure><img src="a.jpg" alt="A ferry at a pier."><figcaption>The ferry on Monday.</figcaption></figure>
<img src="line.png" alt=""><a href="https://e.org/">The timetable</a><label>Name <input></label><button>Send</button>
<iframe src="x" title="Map"></iframe><video controls><track kind="captions" src="a.vtt"></video></main></body></html>"""

# What is put in the place of a part of the good page, and the rule that must see it: alone.
FAULTS = {
    "page-language": [('<html lang="en">', "<html>"), ('lang="en"', 'lang="english language"')],
    "part-language": [('lang="fr"', 'lang="in French"')],
    "page-title": [("<title>Ferry</title>", ""), ("<title>Ferry</title>", "<title> </title>")],
    "zoom-blocked": [("width=device-width", "user-scalable=no"), ("width=device-width", "maximum-scale=1.0")],
    "page-refresh": [("</head>", '<meta http-equiv="refresh" content="30"></head>')],
    "main-landmark": [("</main>", "</main><main><p>x</main>")],
    "skip-link": [('<a href="#m">Skip</a>', "".join(f'<a href="/{n}">Part {n}</a>' for n in range(6)))],
    "outside-landmarks": [("<body>", "<body><div>Advertisement</div>")],
    "headline": [("<h1>Ferry returns</h1>", "<p>Ferry returns</p>")],
    "heading-order": [("<h2>Times</h2>", "<h4>Times</h4>")],
    "heading-empty": [("<h2>Times</h2>", "<h2>Times</h2><h2> </h2>")],
    "id-twice": [("<p>It", '<p id="m">It')],
    "tab-order": [("<button>", '<button tabindex="2">')],
    "focus-hidden": [("<button>", '<button aria-hidden="true">')],
    "link-name": [(">The timetable<", "><")],
    "link-vague": [(">The timetable<", ">Read more »<")],
    "link-same-words": [(">The timetable</a>", '>The timetable</a><a href="/b">The timetable</a>')],
    "link-dead": [("https://e.org/", "#nowhere")],
    "link-script": [("https://e.org/", "javascript:go()")],
    "link-new-window": [('href="https://e.org/"', 'href="https://e.org/" target="_blank"')],
    "button-name": [("<button>Send", "<button><svg></svg>")],
    "control-label": [("<label>Name <input></label>", "Name <input>"), ("</main>", "<select></select></main>")],
    "control-placeholder": [("<label>Name <input></label>", '<input placeholder="Name">')],
    "list-structure": [("<ul><li>One</ul>", "<div><li>One</div>"), ("<ul>", '<ul role="menu">')],
    "table-headers": [("<th>Day<th>Ferry", "<td>Day<td>Ferry")],
    "table-layout": [("<table>", '<table role="presentation">')],
    "image-alt": [('alt="A ferry at a pier."', "")],
    "image-alt-file-name": [("A ferry at a pier.", "IMG_2041.JPG")],
    "image-alt-caption": [("A ferry at a pier.", "The ferry on Monday")],
    "frame-title": [(' title="Map"', "")],
    "sound-by-itself": [("<video controls>", "<video controls autoplay>")],
    "video-captions": [('<track kind="captions" src="a.vtt">', "")],
    "moving-text": [("<p>It sails", "<marquee>News</marquee><p>It sails")],
}  # fmt: skip


def found(markup: str) -> Counter[str]:
    return Counter(problem.rule for problem in check_page(parse_page(markup)))


def test_nothing_is_found_on_a_good_page() -> None:
    assert found(GOOD) == {}


def test_there_is_a_fault_for_each_rule() -> None:
    assert list(FAULTS) == [rule.id for rule in RULES]


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(rule, old, new) for rule, changes in FAULTS.items() for old, new in changes]
)
def test_each_rule_finds_its_fault_and_no_other_does(rule: str, old: str, new: str) -> None:
    assert old in GOOD
    assert found(GOOD.replace(old, new, 1)) in ({rule: 1}, {rule: 2})


@pytest.mark.parametrize(
    "harmless",
    [
        '<table role="presentation"><tr><td>a<td>b<tr><td>c<td>d</table>',
        '<img src="a.png" role="presentation">',
        '<a href="#top">To the top of the page</a>',
        '<a name="old"></a><a href="#old">The old place</a>',
        '<button aria-label="Close"><svg></svg></button>',
        '<p id="label">City</p><input aria-labelledby="label">',
        '<div hidden><img src="a.png"><a href="/"></a></div>',
        '<video muted src="a.mp4"></video>',
        '<a href="/x"><img src="a.png" alt="Home"></a>',
        '<ul role="menu"><li role="menuitem">Home</li></ul><ul role="none"><li>Home</li></ul>',
    ],
)
def test_what_looks_like_a_fault_and_is_none(harmless: str) -> None:
    assert found(GOOD.replace("</main>", f"{harmless}</main>")) == {}


def places(markup: str, rule: str) -> list[str]:
    return [problem.where for problem in check_page(parse_page(markup)) if problem.rule == rule]


def test_a_part_outside_of_landmarks_is_one_problem_however_much_is_in_it() -> None:
    menu = "<div id=menu><p>News<p>Sport<div>Weather</div></div>"
    wrapped = GOOD.replace("<body>", f"<body><div>{menu}").replace("</body>", "<p id=end>Imprint</div></body>")
    assert places(wrapped, "outside-landmarks") == ["body > div > div#menu", "body > div > p#end"]
    assert places("<title>x</title><p>One<p>Two<div>Three</div>", "outside-landmarks") == ["html > body"]


def test_a_hidden_part_that_the_keyboard_stops_in_is_one_problem() -> None:
    menu = """<div id="menu" aria-hidden="true"><a href="/a">A</a><button>B</button>
    <p aria-hidden="true"><a href="/c">C</a></div>"""
    assert places(GOOD.replace("</main>", f"{menu}</main>"), "focus-hidden") == ["body > main#m > div#menu"]


def test_a_lazy_picture_is_told_by_its_address_and_not_by_its_preview() -> None:
    lazy = '<img src="data:image/gif;base64,R0lGOD" data-src="/ferry.jpg">'
    (problem,) = check_page(parse_page(GOOD.replace("</main>", f"{lazy}</main>")))
    assert (problem.rule, problem.words) == ("image-alt", "/ferry.jpg")


def test_a_problem_tells_clause_place_and_words() -> None:
    (problem,) = check_page(parse_page(GOOD.replace(">The timetable<", ">here<")))
    assert (problem.clause, problem.where, problem.words) == ("2.4.9 AAA", "body > main#m > a", "here")


@pytest.mark.parametrize(
    "article", [every_block(), in_arabic(), in_chinese(), Article()], ids=["every block", "arabic", "chinese", "bare"]
)
def test_nothing_is_found_on_our_own_pages(article: Article) -> None:
    for options in (Options(show_removed=True), Options(offline=True, settings=False)):
        assert check_page(parse_page(render(article, options).text)) == []


def test_a_hostile_page_takes_linear_time_and_raises_nothing() -> None:
    for piece in ("<a href=#a aria-labelledby='a b c'>x", "<table><tr><td>", "<li>", "<h1 id=a>", "<div><main>"):
        assert check_page(parse_page(piece * 3000))


# -- the command ---------------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(GOOD.replace(' alt="A ferry at a pier."', "").replace("h2>", "h4>"), encoding="utf-8")
    return path


def test_the_command_prints_clause_place_and_reason_and_ends_with_its_code(page: Path) -> None:
    result = run("check", page)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 7
    assert lines[0].endswith("2 problems of 2 kinds (2 of level A)")
    assert (
        "1.1.1 A   image-alt, 1 time: A picture has no alternative: a screen reader says its address, or nothing."
        in lines
    )
    assert "    main#m > figure > img: a.jpg" in lines


def test_a_good_page_is_said_to_be_one_by_so_many_checks() -> None:
    result = run("check", stdin=GOOD)
    assert result.returncode == 0
    assert result.stdout.decode() == f"standard input: nothing found by {len(RULES)} checks of the markup\n"


def test_the_page_and_ours_are_compared_and_ours_decides(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("<p>It", "<p>" + "The ferry sails again. " * 40))
    result = run("check", page, "--compare")
    rows = [line.split()[-3:] for line in result.stdout.decode().splitlines()[3:]]
    assert rows == [["heading-order", "1", "0"], ["image-alt", "1", "0"]]
    assert result.returncode == 0


def test_programs_get_the_same_as_json(page: Path) -> None:
    problems = json.loads(run("check", page, "--json").stdout)["problems"]
    assert [problem["rule"] for problem in problems] == ["heading-order", "image-alt"]


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 ...")
    assert run("check", tmp_path / "a.pdf").returncode == 3
    assert run("check", tmp_path / "none.html").returncode == 3
