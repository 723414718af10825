"""JSON as the wild has it."""

from __future__ import annotations

import pytest

from a11ynews.read.metadata.json_text import loads


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": 1}', "well-formed"),
        ('{"a": 1,}', "comma before a brace"),
        ('{"a": 1 /* one */}', "comment"),
        ('// made by a plugin\n{"a": 1}', "comment line"),
        ('<!-- {"a": 1} -->', "wrapped as an HTML comment"),
        ('//<![CDATA[\n{"a": 1}\n//]]>', "wrapped as CDATA"),
        ('{"a": 1};', "ended like a statement"),
        ('\ufeff {"a": 1}', "byte order mark"),
        ("{&quot;a&quot;: 1}", "quotes as character references"),
        ('{"a": 1, "b": "tw', "cut off in a string"),
        ('{"a": 1, "b": ', "cut off before a value"),
        ('{"a": 1}}', "one bracket too many"),
    ],
)
def test_small_faults_are_repaired(text: str, why: str) -> None:
    assert loads(text) == [{"a": 1}], why


def test_commas_that_lack_are_put_in() -> None:
    assert loads('{"a": "b" "c": ["d" "e"]\n"f": {"g": "h"}}') == [{"a": "b", "c": ["d", "e"], "f": {"g": "h"}}]
    assert loads('[{"a": 1}\n{"b": 2}]') == [[{"a": 1}, {"b": 2}]]


def test_backslashes_that_escape_nothing_are_taken_out() -> None:
    assert loads(r'{"a": "it\'s", "b": "\u0041\n"}') == [{"a": "it's", "b": "A\n"}]


def test_raw_line_breaks_in_strings_are_kept() -> None:
    assert loads('{"a": "one\ntwo"}') == [{"a": "one\ntwo"}]


def test_addresses_are_no_comments() -> None:
    assert loads('{"a": "https://example.org/x", }') == [{"a": "https://example.org/x"}]


def test_several_values_in_one_script_are_all_read() -> None:
    assert loads('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize("text", ["", "   ", "{", "not json", "[" * 100_000, '{"a": ' * 50_000, "\x00"])
def test_what_is_beyond_repair_gives_nothing(text: str) -> None:
    assert loads(text) == []


def test_numbers_of_thousands_of_digits_do_not_raise() -> None:
    assert loads('{"a": ' + "9" * 6_000 + ', "b": 2}') == [{"a": 0, "b": 2}]


def test_repairs_take_linear_time() -> None:
    for unit in ("/*", r'"\", ', ",  ", "//", '"', r"\"", "[", "]", "{,", '"a" '):
        loads("{" + unit * 100_000)
