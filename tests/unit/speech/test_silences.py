"""What a script passes over is told to whoever makes it."""

from __future__ import annotations

from dataclasses import replace

from fixtures.every_block import every_block

from a11ynews.speech.profile import PROFILES
from a11ynews.speech.silences import silences


def test_each_profile_tells_what_it_leaves_out() -> None:
    kinds = {name: {notice.kind for notice in silences(every_block(), PROFILES[name])} for name in PROFILES}
    assert {"code", "tables", "pictures", "notes", "recordings", "embeds"} <= kinds["brief"]
    assert {"code", "credits", "note-marks", "links"} <= kinds["normal"]
    assert kinds["full"].isdisjoint({"code", "credits", "tables", "pictures", "notes"})


def test_a_table_over_the_limit_is_told_with_the_limit() -> None:
    few = replace(PROFILES["normal"], table_cells_max=10)
    messages = {notice.message for notice in silences(every_block(), few)}
    assert "Tables of more than 10 cells are told by their size, not read." in messages
