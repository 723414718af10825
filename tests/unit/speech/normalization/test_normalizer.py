"""What holds for all rules together: fixed points, maps, languages, speed."""

from __future__ import annotations

import csv
import importlib.util
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ynews.speech import normalize, normalize_with_map

SHARED = Path(__file__).resolve().parents[5] / "shared"
CASES = SHARED / "corpora" / "speech-normalization-dev"
SCORER = SHARED / "eval" / "normalization_score.py"

PIECES = [
    "$",
    "€",
    "£",
    "₹",
    "Rs",
    "US$",
    "%",
    "°",
    "§",
    "&",
    "+",
    "=",
    "-",
    "–",
    "—",
    "/",
    ".",
    ",",
    ":",
    ";",
    "…",
    "...",
    "(",
    ")",
    "[",
    "]",
    "'",
    "’",
    '"',
    "@",
    "#",
    "~",
    "<",
    ">",
    "½",
    "²",
    "₂",
    "🎉",
    "🇺🇸",
    "1",
    "2",
    "7",
    "10",
    "16",
    "21",
    "46",
    "100",
    "1990",
    "2021",
    "13000",
    "1,000",
    "2.5",
    "1,50,000",
    "0",
    "007",
    ".5",
    "m",
    "bn",
    "k",
    "km",
    "kg",
    "ft",
    "in",
    "sq.",
    "am",
    "p.m.",
    "GMT",
    "s",
    "st",
    "th",
    "x",
    "July",
    "Jan.",
    "May",
    "march",
    "Mon.",
    "AD",
    "B.C.",
    "Q3",
    "U.S.",
    "U.N.",
    "NATO",
    "IAEA",
    "US",
    "WHO",
    "FBI",
    "tv",
    "Ph.D.",
    "Dr.",
    "St.",
    "Gov.",
    "No.",
    "Mo.",
    "Inc.",
    "Jr.",
    "v.",
    "Henry",
    "King",
    "World",
    "War",
    "Chapter",
    "Louis",
    "II",
    "IV",
    "V",
    "I",
    "X",
    "VI",
    "the",
    "a",
    "an",
    "and",
    "to",
    "in",
    "of",
    "call",
    "Boeing",
    "Elm",
    "city",
    "people",
    "FILE",
    "KABUL",
    "(AP)",
    "(R-Wyo.)",
    "ABC",
    "B2A",
    "G20",
    "F-16",
    "COVID-19",
    "24/7",
    "9/11",
    "1/2",
    "3-2",
    "14:30",
    "2021-07-16",
    "e.g.",
    "w/o",
    "nytimes.com",
    "a@b.org",
    "\n",
]
written = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "-"])), max_size=14).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


RUN_CHARS = 200_000
RUNS = [
    "1",
    "a",
    "A",
    "1,",
    "1.",
    "1-",
    "1/",
    "a.",
    "A.",
    ".",
    "$",
    "@",
    "#",
    "[",
    "I",
    "1 ",
    "A ",
    "St. ",
    "-",
    "…",
    "🎉",
    "1:",
    "2021-",
    "www.a",
    "http://",
    "a-1",
    "US$1",
    "½",
    "'",
    '"',
    "(1",
    "one-",
    "M",
    "0",
    "1th ",
    "July 1 ",
    "–",
    "I ",
    "1.1.1.1 ",
    "a@",
    "a.b",
    "A.B",
    "[a",
    "Lt. Gen. ",
    "1 2 ",
    "000,",
    "1'",
    "=1",
    "()",
    "é",
    "—",
    "Henry I ",
]


@pytest.mark.property
@given(written | st.text(max_size=60))
@settings(max_examples=600, deadline=None)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@pytest.mark.property
@given(written | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_the_map_leads_from_each_spoken_word_to_its_written_one(text: str) -> None:
    spoken = normalize_with_map(text)
    assert spoken.text == normalize(text)
    written_at, spoken_at = 0, 0
    for stretch in spoken.stretches:
        assert text[written_at : stretch.written_start] == spoken.text[spoken_at : stretch.spoken_start]
        written_at, spoken_at = stretch.written_end, stretch.spoken_end
    assert text[written_at:] == spoken.text[spoken_at:]


def test_a_word_knows_where_it_was_written() -> None:
    text = "On July 16, 2021, it cost $2.5m in St. Louis."
    spoken = normalize_with_map(text)
    at = spoken.text.index("million")
    start, end = spoken.written_span(at, at + len("million"))
    assert text[start:end] == "$2.5m"
    at = spoken.text.index("cost")
    start, end = spoken.written_span(at, at + len("cost"))
    assert text[start:end] == "cost"


def test_text_of_another_language_is_left_to_its_engine() -> None:
    text = "Hinta 16.7.2021: 3,5 % ja 1 200 € (viite II)…"
    for language in ("fi", "sv-FI", "ja", "mi", "und", ""):
        assert normalize(text, language) == text
        assert normalize_with_map(text, language).stretches == ()


def test_days_come_first_where_english_writes_them_so() -> None:
    assert normalize("on 01/07/2021", "en-US") == "on January seventh twenty twenty one"
    assert normalize("on 01/07/2021", "en-GB") == "on the first of July twenty twenty one"


def test_white_space_and_lines_stay() -> None:
    assert normalize("3 cats\r\n\n\t2 dogs  ") == "three cats\r\n\n\ttwo dogs  "


@pytest.mark.parametrize(
    "run",
    RUNS,
)
def test_no_run_of_characters_is_slow(run: str) -> None:
    text = (run * RUN_CHARS)[:RUN_CHARS]
    normalize("1")
    start = time.process_time()
    normalize(text)
    assert time.process_time() - start < 10.0, "quadratic work takes minutes here"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip("the cases are in ../shared, which is not here")
    spec = importlib.util.spec_from_file_location("normalization_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
@pytest.mark.parametrize(("group", "floor"), [("news", 0.95), ("general", 0.93)])
def test_cases_at_hand_are_said_right(scorer: ModuleType, group: str, floor: float) -> None:
    right = total = 0
    for path in sorted(CASES.glob("*.tsv")):
        if path.stem.startswith("news_") != (group == "news"):
            continue
        with path.open(encoding="utf-8", newline="") as rows:
            for text, *accepted in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                total += 1
                right += scorer.fold(normalize(text)) in {scorer.fold(form) for form in accepted}
    assert total > 50
    assert right / total >= floor
