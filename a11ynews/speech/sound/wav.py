"""WAV files, written as the sound comes in."""

from __future__ import annotations

import os
import secrets
import wave
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from a11ynews.errors import SpeechError
from a11ynews.speech.sound.pcm import SAMPLE_BYTES

__all__ = ["wav_file", "write_wav"]


def write_wav(target: BinaryIO, sound: Iterable[tuple[int, bytes]]) -> int:
    """Write a WAV file into an open binary file that can be sought in.

    Args:
        target: Where to.
        sound: Rates in Hz, all the same, with samples: 16-bit mono.

    Returns:
        The number of frames written.

    Raises:
        SpeechError: If there is no sound at all, or more than a WAV file holds (4 GB, 27 hours).

    Example:
        >>> import io
        >>> write_wav(io.BytesIO(), [(22050, bytes(4)), (22050, bytes(2))])
        3
    """
    frames = 0
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(22050)  # of an empty file, which is refused below
        for rate_hz, samples in sound:
            if not frames:
                file.setframerate(rate_hz)
            frames += len(samples) // SAMPLE_BYTES
            if frames > _MOST_FRAMES:
                message = "the sound is longer than a WAV file can hold (27 hours); split the text"
                raise SpeechError(message)
            file.writeframesraw(samples)
    if not frames:
        message = "the engine gave no sound: there is nothing to say"
        raise SpeechError(message)
    return frames


_MOST_FRAMES = (2**32 - 1024) // SAMPLE_BYTES
"""The length fields of RIFF have 32 bits."""


def wav_file(path: str | os.PathLike[str], sound: Iterable[tuple[int, bytes]]) -> int:
    """Write a WAV file that is there whole or not at all; return its number of frames.

    It grows in a temporary file beside the target, however long it is, and is renamed at the end. If
    anything fails, an old file stays as it was and no temporary one is left. A pipe or a device is
    no place for it, as the length stands in front: give those the bytes.

    Raises:
        SpeechError: As :func:`write_wav`.
        OSError: If it cannot be written.
    """
    target = Path(path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.a11ynews.tmp")
    try:
        with temporary.open("xb") as file:
            frames = write_wav(file, sound)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return frames
