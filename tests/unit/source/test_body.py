from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.source.body import BadBodyError, TooLongError, read_body


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@given(st.binary(max_size=2000), st.integers(1, 50), st.lists(st.integers(0, 2000), max_size=3))
def test_what_was_packed_comes_out_however_it_was_cut(data: bytes, size: int, joints: list[int]) -> None:
    edges = [0, *sorted(joints), len(data)]
    members = (gzip.compress(data[start:stop]) for start, stop in pairwise(edges))
    assert read_body(cut(b"".join(members), size), "gzip", 10_000) == data


@given(st.binary(min_size=1, max_size=500), st.integers(1, 30))
def test_a_body_that_ends_in_the_middle_is_broken(data: bytes, missing: int) -> None:
    packed = gzip.compress(data)
    with pytest.raises(BadBodyError):
        read_body([packed[: max(1, len(packed) - missing)]], "gzip", 10_000)


@given(st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(data: bytes) -> None:
    with suppress(BadBodyError, TooLongError):
        assert len(read_body([b"\x1f\x8b\x08\x00", data], "gzip", 1000)) <= 1000


def test_a_longer_one_can_be_cut() -> None:
    assert read_body([b"abc", b"def"], "", 4, cut=True) == b"abcd"


def test_a_bomb_is_seen_before_it_is_in_memory() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    tracemalloc.start()
    with pytest.raises(TooLongError):
        read_body(cut(bomb, 65536), "gzip", 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
