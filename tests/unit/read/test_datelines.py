"""What is a dateline at the head of a paragraph, in the forms of many agencies, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.read.datelines import dateline_end, is_dateline


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("KABUL, July 26 (AP) —", " The border is closed."),
        ("PARIS —", " The river rises."),
        ("Berlin (dpa) -", " Der Zug hält."),
        ("(Reuters) -", " Shares fell."),
        ("WASHINGTON (AP) _", " The bridge opens."),
        ("Paris (AFP)", " Der Fluss steigt."),
        ("Kiel (dpa/lno) -", " Der Hafen ist zu."),
        ("MOSCOW, July 26. /TASS/.", " The rain goes on."),
        ("Madrid, 26 jul (EFE).-", " El tren vuelve."),
        ("SAN FRANCISCO, Calif. —", " A ferry sails."),
        ("McALLEN, Texas —", " A road is built."),
        ("LONDON/PARIS (Reuters) -", " “It rains,” she said."),
        ("Jakarta, CNN Indonesia --", " Hujan turun."),
        ("القاهرة (رويترز) -", " هطل المطر."),
        ("تهران- ایرنا-", " باران بارید."),
        ("新华社北京7月26日电", "　今天下雨。"),
        ("(서울=연합뉴스) 홍길동 기자 =", " 비가 온다."),
        ("［ロンドン 26日 ロイター］ -", " 雨が降る。"),
        ("（中央社記者王小明台北26日電）", "今天下雨。"),
        ("【東京=共同】", "雨が降る。"),
    ],
)
def test_a_dateline_is_found_to_its_last_mark(dateline: str, rest: str) -> None:
    assert (dateline + rest)[: dateline_end(dateline + rest)] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: The river rises.",
        "BREAKING — A ship is lost.",
        "NOTE — The times changed.",
        "UPDATE (AP) — The times changed.",
        "BTS — the band — plays.",
        "J.R.R. — The writer walks.",
        "U.S. — The talks go on.",
        "WHY — AND HOW — THE MAYOR LEFT",
        "COVID-19 — The virus spreads.",
        "BMW 320 - Der Wagen steht.",
        "WHAT WE KNOW SO FAR - The river rises.",
        "The border — closed on Monday — is open.",
        "He said (AP) — no more.",
        "Associated Press (AP) President Ada Example spoke.",
        "The World Health Organization (WHO) met.",
        "PRE- and post-war houses stand.",
        "",
    ],
)
def test_labels_initials_and_asides_are_no_datelines(text: str) -> None:
    assert dateline_end(text) == 0


def test_what_the_page_sets_apart_is_a_dateline_if_it_reads_like_one() -> None:
    assert all(map(is_dateline, ("Geneva —", "PARIS", "OSLO, Norway (AP)", "Genf (dpa) -\xa0")))
    assert not any(map(is_dateline, ("Updated on Monday", "By Ada Writer", "NOTE", "", "July 26, 2021")))


@given(st.text(alphabet="AB ab(),./–—-_=日月電[]（）0", max_size=120))
def test_a_dateline_never_is_longer_than_its_text(text: str) -> None:
    end = dateline_end(text)
    assert 0 <= end <= len(text)
    assert end == 0 or text[:end].strip()
