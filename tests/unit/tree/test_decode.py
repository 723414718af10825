from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
import webencodings
from html5lib._inputstream import EncodingParser

from a11ynews.errors import LimitError
from a11ynews.tree.decode import decode
from a11ynews.tree.limits import Limits

CASES = Path(__file__).resolve().parents[3] / "../shared/corpora/hostile-dev/html5lib-encoding.json"


def kinds(data: bytes, hint: str | None = None) -> list[str]:
    return [notice.kind for notice in decode(data, hint).notices]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"\xef\xbb\xbf<meta charset=koi8-r>\xc3\xbc", "<meta charset=koi8-r>ü", "utf-8"),
        (b"\xff\xfeu\x00\xfc\x00", "uü", "utf-16le"),
        (b"\xfe\xff\x00u\x00\xfc", "uü", "utf-16be"),
    ],
)
def test_a_byte_order_mark_wins_over_everything(data: bytes, text: str, encoding: str) -> None:
    found = decode(data, "windows-1252")
    assert (found.text, found.encoding, found.evidence) == (text, encoding, "bom")


def test_the_callers_word_wins_over_the_pages() -> None:
    found = decode(b"<meta charset=utf-8>\xe4", "iso-8859-1")
    assert (found.text[-1], found.encoding, found.evidence) == ("ä", "windows-1252", "hint")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<html><head><meta charset="UTF-8"/>', "utf-8"),
        (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=utf-8'>", "utf-8"),
        (b"<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "koi8-r"),
        (b'<html title="<meta charset=utf-8>"><meta charset=koi8-r>', "koi8-r"),
        (b"<meta name=charset><meta charset=koi8-r><meta charset=utf-8>", "koi8-r"),
    ],
)
def test_a_usual_declaration_is_found_as_html5lib_finds_it(data: bytes, encoding: str) -> None:
    oracle = EncodingParser(data).getEncoding()
    assert oracle is not None
    assert decode(data).encoding == oracle.name == encoding


def test_the_meta_element_wins_over_the_xml_declaration() -> None:
    found = decode(b'<?xml version="1.0" encoding="koi8-r"?><meta charset="windows-1251">\xe4')
    assert (found.text[-1], found.evidence) == ("д", "meta")


def test_the_xml_declaration_counts_where_nothing_else_speaks() -> None:
    found = decode(b'<?xml version="1.0" encoding="koi8-r"?><p>\xc4</p>')
    assert (found.text[-5], found.evidence) == ("д", "xml")


@pytest.mark.parametrize("label", ["latin-1", "latin1", "iso-8859-1", "ISO-8859-1", "us-ascii", "l1"])
def test_labels_mean_what_the_web_means_by_them(label: str) -> None:
    found = decode(b"\x93quoted\x94", label)
    assert (found.text, found.encoding, found.evidence) == ("“quoted”", "windows-1252", "hint")


def test_a_meta_of_utf_16_means_utf_8() -> None:
    found = decode("<meta charset=utf-16><p>ü".encode())
    assert (found.text[-1], found.encoding) == ("ü", "utf-8")


@pytest.mark.parametrize("label", ["utf-7", "zlib", "rot13", "unicode_escape", "idna", "undefined", "hex", "\ud800"])
def test_codecs_that_are_no_encodings_are_not_used(label: str) -> None:
    found = decode(b"+ADw-script+AD4- \\x41 \xc3\xbc", label)
    assert found.text == "+ADw-script+AD4- \\x41 ü"
    assert "unknown-encoding" in [notice.kind for notice in found.notices]


def test_an_encoding_that_can_hide_scripts_is_not_used() -> None:
    assert "unsafe-encoding" in kinds(b"~{ text", "hz-gb-2312")
    assert decode(b"~{ text", "hz-gb-2312").text == "~{ text"


def test_what_is_valid_utf_8_is_read_as_such() -> None:
    found = decode("Kein Mensch weiß es – außer ihr".encode())
    assert (found.encoding, found.evidence, found.notices) == ("utf-8", "guess", ())


def test_what_is_not_is_guessed() -> None:
    text = "Die Brücke über den Fluß ist gesperrt, für drei Wochen. „Schön wär’s“, sagte der Bürgermeister. " * 4
    found = decode(text.encode("windows-1252"))
    assert (found.text, found.evidence) == (text, "guess")


def test_bytes_that_are_no_characters_are_replaced_and_counted() -> None:
    found = decode(b"<meta charset=utf-8>a\xffb\xfec \xef\xbf\xbd")
    assert found.text.endswith("a\ufffdb\ufffdc \ufffd")
    assert [notice.kind for notice in found.notices] == ["encoding-errors"]
    assert found.notices[0].message.startswith("2 places")


def test_a_saved_page_with_the_label_of_its_past_is_read_as_what_it_is() -> None:
    text = "<meta charset=gb2312><p>港口委员会周二开会，并再次推迟了表决。"
    found = decode(text.encode())
    assert (found.text, found.encoding) == (text, "utf-8")
    assert [notice.kind for notice in found.notices] == ["wrong-encoding"]


def test_a_label_that_fits_is_believed_as_in_browsers_and_doubt_is_said() -> None:
    found = decode("<meta charset=windows-1252>für".encode())
    assert found.text.endswith("fÃ¼r")
    assert [notice.kind for notice in found.notices] == ["doubtful-encoding"]
    assert kinds("für".encode(), "windows-1252") == []


def test_empty_bytes_are_empty_text() -> None:
    assert decode(b"").text == ""


def test_over_the_limit_the_first_part_is_read() -> None:
    found = decode(b"abcdef", limits=Limits(max_bytes=4))
    assert (found.text, [notice.kind for notice in found.notices]) == ("abcd", ["limit-bytes"])
    with pytest.raises(LimitError, match="max_bytes"):
        decode(b"abcdef", limits=Limits(max_bytes=4, strict=True))


def test_a_declaration_made_to_backtrack_is_harmless() -> None:
    # beautifulsoup4's pattern for it is cubic in what it is shown; shown 256 bytes, it ends at once.
    assert decode(b"<?" + b"encoding='a' " * 10_000).text.startswith("<?encoding")


@pytest.mark.corpus
@pytest.mark.skipif(not CASES.exists(), reason="../shared/corpora/hostile-dev is not here")
def test_the_encodings_of_html5lib_tests_are_found() -> None:
    wrong = []
    cases = json.loads(CASES.read_text())
    for case in cases:
        expected = webencodings.lookup(case["encoding"])
        assert expected is not None
        found = decode(base64.b64decode(case["data_b64"]))
        # Without any declaration html5lib's tests expect windows-1252; ASCII is UTF-8 as well.
        if found.encoding != expected.name and not (found.evidence == "guess" and expected.name == "windows-1252"):
            wrong.append((case["id"], found.encoding, case["encoding"]))
    assert len(wrong) <= 1, wrong
