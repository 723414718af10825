"""espeak-ng from the wheel, where the system has none."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from a11ynews.errors import MissingExtraError
from a11ynews.speech.engines import espeak_data
from a11ynews.speech.engines.espeak_data import prepare_espeak

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the desktop has voices")


@pytest.fixture
def no_system_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak_data, "_SONAME", "libespeak-ng-that-is-not-there.so.1")
    monkeypatch.delenv("ESPEAK_DATA_PATH", raising=False)


@pytest.mark.sound
@pytest.mark.usefixtures("no_system_library")
def test_the_wheel_s_library_comes_with_the_wheel_s_data(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("espeakng_loader", reason="this test needs: pip install 'a11ynews[speech]'")
    loaded: list[tuple[str, int]] = []
    real = ctypes.CDLL

    def noting(name: str, mode: int = ctypes.DEFAULT_MODE) -> ctypes.CDLL:
        library = real(name, mode)
        loaded.append((name, mode))
        return library

    monkeypatch.setattr(ctypes, "CDLL", noting)
    prepare_espeak()
    assert Path(os.environ["ESPEAK_DATA_PATH"], "phontab").exists()
    assert [mode for _, mode in loaded] == [ctypes.RTLD_GLOBAL]


@pytest.mark.usefixtures("no_system_library")
def test_without_either_the_message_has_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'a11ynews\[speech\]'"):
        prepare_espeak()


def test_a_system_library_is_left_with_its_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESPEAK_DATA_PATH", raising=False)
    monkeypatch.setattr(espeak_data, "_SONAME", "libc.so.6")
    prepare_espeak()
    assert "ESPEAK_DATA_PATH" not in os.environ
