"""What the screen reader Orca says of a page in a real Chromium, line by line. Not in CI: it takes a desktop.

    apt-get install chromium orca at-spi2-core python3-speechd xvfb dbus-x11 xdotool openbox
    python -m tests.browser.orca page.html                 the first 40 lines
    python -m tests.browser.orca page.html --key h         from heading to heading (t tables, k links, g pictures)
    python -m tests.browser.orca --golden                  our page with every block, into tests/golden/heard/orca.txt

The desktop is one that nobody sees (Xvfb), and nothing is heard: in the place of the speech daemon stands a log.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # started by python -m, not by pytest

from fixtures.every_block import every_block

from a11ynews.render.html import render

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "heard" / "orca.txt"
NEEDS = ("orca", "chromium", "Xvfb", "xdotool", "openbox", "dbus-run-session")
DISPLAY = ":187"
STEPS = 40
GOLDEN_STEPS = 110
# For the system's Python, whose modules Orca is made of. Orca waits for each utterance to end: it is told at once.
VOICE = """
import runpy, sys
from speechd import client
log = open(sys.argv.pop(1), "a", buffering=1)
class Nobody:
    "In the place of the speech daemon."
    def __init__(self, *rest, **more): pass
    def set_callback(self, callback): pass
    def close(self): pass
    def send_data(self, data): return (200, "OK", ("1",))
    def send_command(self, *words):
        return (200, "OK", ("nobody\\ten\\tnone",) if "SYNTHESIS_VOICES" in words else ("1",))
client._SSIP_Connection = Nobody
def speak(self, text, callback=None, *rest, **more):
    print(text.replace("\\n", " "), file=log)
    if callback:
        callback("end")
    return (0,)
client.SSIPClient.speak = client.SSIPClient.char = client.SSIPClient.key = speak
client.SSIPClient.sound_icon = lambda *rest, **more: (0,)
client.SSIPClient.cancel = client.SSIPClient.stop = lambda *rest, **more: None
sys.path.append("/usr/lib/python3/dist-packages")
from orca import settings
settings.sayAllOnLoad = False
runpy.run_path("/usr/bin/orca", run_name="__main__")
"""
_PRIVATE = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
_MARKUP = re.compile(r"<[^>]*>")


@contextlib.contextmanager
def running(*command: str, wait_s: float) -> Iterator[None]:
    """Start a program, give it time, and end it and what it started in the end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(wait_s)
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def listen(page: Path, log: Path, key: str, steps: int, patience: float) -> None:
    """Within a session of its own: start a desktop, Orca and Chromium, and press a key many times."""
    home = log.parent
    voice = home / "voice.py"
    voice.write_text(VOICE, encoding="utf-8")
    chromium = (
        "chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--force-renderer-accessibility",
        f"--user-data-dir={home / 'profile'}", "--host-resolver-rules=MAP * ~NOTFOUND", f"--app=file://{page}",
    )  # fmt: skip
    switch = ("gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true")
    subprocess.run(switch, check=False, stderr=subprocess.DEVNULL)
    with contextlib.ExitStack() as stack:
        bus = "/usr/libexec/at-spi-bus-launcher"
        for command, wait_s in (
            ((bus, "--launch-immediately", "--screen-reader=1"), 1.0),
            (("openbox",), 1.0),
            (("/usr/bin/python3", str(voice), str(log), "--replace"), 6.0),
            (chromium, 10.0),
        ):
            stack.enter_context(running(*command, wait_s=wait_s * patience))
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "chromium"], capture_output=True, text=True, check=True
        )
        subprocess.run(["xdotool", "windowfocus", found.stdout.split()[-1]], check=True)
        press("ctrl+Home", 2 * patience)
        log.write_text("", encoding="utf-8")
        for _ in range(steps):
            press(key, 0.8 * patience)


def press(key: str, wait_s: float) -> None:
    """Press a key, and wait for what is said."""
    subprocess.run(["xdotool", "key", key], check=True)
    time.sleep(wait_s)


def said(page: Path, key: str, steps: int, patience: float) -> list[str]:
    """Return what Orca says of a page, an utterance a line."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "said.txt"
        private = {name: str(Path(folder) / name) for name in _PRIVATE}
        for path in private.values():
            Path(path).mkdir(mode=0o700)
        environment = {**os.environ, **private, "DISPLAY": DISPLAY, "ACCESSIBILITY_ENABLED": "1"}
        with running("Xvfb", DISPLAY, "-screen", "0", "1280x1024x24", "-nolisten", "tcp", wait_s=1.0):
            inner = [sys.executable, "-m", "tests.browser.orca", str(page), "--inner", str(log)]
            inner += ["--key", key, "--steps", str(steps), "--patience", str(patience)]
            subprocess.run(["dbus-run-session", "--", *inner], env=environment, check=True, stderr=subprocess.DEVNULL)
        lines = log.read_text(encoding="utf-8").splitlines()
    return [line for line in (_MARKUP.sub("", line).strip() for line in lines) if line]


def main() -> None:
    """Print what is said, or write the golden file."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.orca", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("page", nargs="?", type=Path, metavar="PAGE")
    parser.add_argument("--golden", action="store_true", help="our own page, into tests/golden/heard/orca.txt")
    parser.add_argument("--key", default="Down", help="what is pressed again and again (Down)")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"how often ({STEPS})")
    parser.add_argument("--patience", type=float, default=1.0, help="2 on a machine that is half as fast")
    parser.add_argument("--inner", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    missing = [name for name in NEEDS if shutil.which(name) is None]
    if missing:
        sys.exit(f"{', '.join(missing)} is not there: see the head of {__file__}")
    if arguments.inner:
        listen(arguments.page, arguments.inner, arguments.key, arguments.steps, arguments.patience)
    elif arguments.golden:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_bytes(render(every_block()).data)
            lines = said(page, arguments.key, GOLDEN_STEPS, arguments.patience)
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        if arguments.page is None:
            parser.error("which page? or --golden for ours")
        print("\n".join(said(arguments.page.resolve(), arguments.key, arguments.steps, arguments.patience)))


if __name__ == "__main__":
    main()
