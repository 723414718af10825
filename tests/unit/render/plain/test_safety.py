from __future__ import annotations

import json

import pytest

from a11ynews.render.plain.safety import escape_controls, one_line, strip_controls

FLAG_OF_SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "sequence",
    ["\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x9d52;c;AA\x9c", "a\bb", "\x7f", "\x00", "\x0e", "\x85"],
)
def test_no_escape_sequence_survives(sequence: str) -> None:
    safe = strip_controls(f"before {sequence} after")
    assert safe.isprintable()
    assert (safe.startswith("before "), safe.endswith(" after")) == (True, True)


def test_newline_and_tab_stay_and_every_other_line_end_becomes_a_newline() -> None:
    assert strip_controls("a\tb\nc\r\nd\re\u2028f\u2029g") == "a\tb\nc\nd\ne\nf\ng"


def test_nothing_turns_the_reading_order_around() -> None:
    assert strip_controls("user\u202egnp.exe \u2066x\u2069 \u202ay\u202c") == "usergnp.exe x y"


def test_direction_marks_stay_for_they_end_by_themselves() -> None:
    assert strip_controls("\u200fשלום\u200e") == "\u200fשלום\u200e"


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f", FLAG_OF_SCOTLAND, "ខ្មែរ\u200bល្អ"]
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert strip_controls(text) == text


def test_hidden_messages_go() -> None:
    tags = "".join(chr(0xE0000 + ord(character)) for character in "obey")
    selectors = "".join(chr(0xE0100 + number) for number in range(16))
    binary = "\u200b\u200c\u200d\u200c" * 8
    assert strip_controls(f"a{tags}b{selectors}c{binary}d\ufeff\u2060e\u00adf") == "ab\U000e0100c\u200bdef"


def test_lone_surrogates_are_replaced_so_that_the_text_can_be_written() -> None:
    assert strip_controls("a\ud83d").encode() == b"a\xef\xbf\xbd"


def test_stripping_twice_changes_nothing() -> None:
    text = f"\r\r\n\x1b[1m{FLAG_OF_SCOTLAND}\u200b\u202e\u200b\ufe0f\x00\ufe0f"
    once = strip_controls(text)
    assert strip_controls(once) == once


def test_a_message_is_one_line() -> None:
    assert one_line("cannot open\r\n'\x1b[2Ja.html'\t!") == "cannot open '[2Ja.html' !"


def test_json_says_the_same_with_its_controls_escaped() -> None:
    text = "\x1b\x9b\u202e\u2028\U000e0041é漢"
    written = escape_controls(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert written == '"\\u001b\\u009b\\u202e\\u2028\\udb40\\udc41é漢"'
