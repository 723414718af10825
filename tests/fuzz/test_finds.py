"""What the fuzzer found once stays mended; and it hunts with what is really tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import reading_target
from fuzz.reading_target import DOORS, PromiseBrokenError, read_and_write

FINDS = sorted(Path(__file__).with_name("finds").iterdir())


@pytest.mark.parametrize("find", FINDS, ids=lambda path: path.name)
def test_a_find_is_mended(find: Path) -> None:
    read_and_write(find.read_bytes())


@pytest.mark.parametrize("door", range(DOORS))
def test_every_door_leads_to_a_reading(door: int) -> None:
    read_and_write(bytes([door]) + "<p>The ferry – it sails</p><script>alert(1)</script>".encode())
    read_and_write(bytes([door]) + "<p>\ud800".encode("utf-16-le", "surrogatepass"))


def test_the_target_sees_a_broken_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_target, "faults", lambda _article: ["html: <script>"])
    with pytest.raises(PromiseBrokenError, match="<script>"):
        read_and_write(b"\x00<p>The ferry sails again.")
