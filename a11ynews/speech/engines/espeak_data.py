"""espeak-ng without a system package: its library and data from a wheel.

On Linux pyttsx3 loads ``libespeak-ng.so.1`` by name. Where the system has none, the package
``espeakng-loader`` brings the library and its data; loaded first and globally, the dynamic linker
takes it for the one that is asked for.
"""

from __future__ import annotations

import ctypes
import os
import sys

from a11ynews.errors import MissingExtraError

__all__ = ["prepare_espeak"]

_SONAME = "libespeak-ng.so.1"


def prepare_espeak() -> None:
    """Make espeak-ng loadable in this process, before pyttsx3 is initialised.

    Nothing happens where the system has espeak-ng (its library and the wheel's data must not be
    mixed), and outside Linux, where pyttsx3 uses the voices of the desktop.

    Raises:
        MissingExtraError: If neither the system nor the wheel has it.

    Source:
        The espeak-ng library calls ``exit(1)`` when it finds no data: so both lines at the end are needed.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL(_SONAME)
    except OSError:
        _load_from_wheel()


def _load_from_wheel() -> None:
    try:
        import espeakng_loader  # noqa: PLC0415 - only where it is needed, and only in the worker
    except ImportError as error:
        purpose = "speech"
        raise MissingExtraError(purpose, "speech") from error
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
