"""What is said of an article with every kind of block, in each profile: read the files in tests/golden/speech."""

from __future__ import annotations

import pytest
from fixtures.every_block import every_block
from fixtures.golden import Golden
from fixtures.script_text import script_text

from a11ynews.speech.script import write_script


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
def test_the_script_of_every_block(profile: str, golden: Golden) -> None:
    golden(f"speech/every-block.{profile}.txt", script_text(write_script(every_block(), profile)))
