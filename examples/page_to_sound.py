"""A saved page to a sound file: ``python examples/page_to_sound.py page.html story.wav``.

It needs a voice: ``pip install 'a11ynews[speech]'``.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import a11ynews


def main(source: str, target: str) -> None:
    """Read the page ``source`` and have its story read out into ``target``."""
    article = a11ynews.parse(Path(source))
    try:
        article.to_audio(target)
    except a11ynews.MissingExtraError as error:
        sys.exit(str(error))
    with wave.open(target) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    print(f"{article.title}: {seconds:.0f} seconds of speech in {target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
