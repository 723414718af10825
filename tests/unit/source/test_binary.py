from __future__ import annotations

import random

import pytest

from a11ynews.errors import SourceError
from a11ynews.source.binary import binary_kind, refuse_binary


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "WAV"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
    ],
)
def test_files_that_are_no_text_are_named(data: bytes, kind: str) -> None:
    assert kind in str(binary_kind(data))
    with pytest.raises(SourceError, match=rf"^the input looks like an? {kind}"):
        refuse_binary(data, "the input")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF is an acronym.",
        "PK was a poet.".encode("utf-16"),
        "<p>\u00ff\u00d8</p>".encode("latin-1"),
        b"\x00\x00\x00",
        "BZh\u00e4".encode("utf-16le"),
    ],
)
def test_text_in_any_encoding_passes(data: bytes) -> None:
    refuse_binary(data, "the input")
    assert binary_kind(data) is None


def test_bytes_without_a_signature_are_known_by_their_control_characters() -> None:
    noise = random.Random(7).randbytes(3_000)  # noqa: S311 - noise, no secret
    assert binary_kind(noise) == "binary data"
    assert binary_kind(bytes(range(1, 0x20)) * 8) == "binary data"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16le", "utf-16be", "utf-32le", "iso2022_jp", "shift_jis", "gb18030"]
)
def test_no_encoding_of_letters_is_taken_for_noise(encoding: str) -> None:
    assert binary_kind(("フェリーは月曜日に出航する。\n" * 40).encode(encoding)) is None


@pytest.mark.parametrize(
    "text", ["ПАРОМ УЙДЁТ.\n", "تبحر العبارة يوم الاثنين.\n", "เรือออกวันจันทร์\n", "नाव सोमवार को चलेगी।\n"]
)
def test_letters_of_two_bytes_are_none_either(text: str) -> None:
    for encoding in ("utf-8", "utf-16le", "utf-16be"):
        assert binary_kind((text * 40).encode(encoding)) is None
