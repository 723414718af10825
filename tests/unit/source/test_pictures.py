"""Pictures that a page is to hold: fetched on the terms of pages, told by their first bytes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from a11ynews.source.pictures import MAX_PICTURE_BYTES, fetch_pictures

pytest.importorskip("httpx", reason="needs the fetch extra: pip install 'a11ynews[fetch]'")

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
ANSWERS = {
    "/a.png": ("image/png", PNG),
    "/page": ("text/html", b"<p>no picture"),
    "/lie.png": ("image/png", b"<svg onload=alert(1)>"),
    "/drawing.svg": ("image/svg+xml", b"<svg/>"),
    "/big.png": ("image/png", PNG + b"\0" * MAX_PICTURE_BYTES),
}


class Server(BaseHTTPRequestHandler):
    """Answers with what stands above."""

    def do_GET(self) -> None:
        kind, body = ANSWERS.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_picture_becomes_an_address_that_holds_it(site: str) -> None:
    found = fetch_pictures([f"{site}/a.png"] * 2, allow_private=True)
    assert found == {f"{site}/a.png": f"data:image/png;base64,{b64encode(PNG).decode()}"}


@pytest.mark.parametrize("path", ["/page", "/lie.png", "/drawing.svg", "/big.png", "/nothing.png"])
def test_what_is_no_picture_or_too_long_is_left_out(site: str, path: str) -> None:
    assert fetch_pictures([site + path], allow_private=True) == {}


def test_other_machines_of_this_network_are_not_asked(site: str) -> None:
    assert fetch_pictures([f"{site}/a.png"]) == {}


def test_what_is_no_address_of_the_web_is_passed_over() -> None:
    assert fetch_pictures(["data:image/png;base64,AA==", "file:///etc/passwd", "javascript:x", ""]) == {}


def test_no_picture_is_asked_for_when_the_time_is_over(site: str) -> None:
    assert fetch_pictures([f"{site}/a.png"], timeout=0, allow_private=True) == {}
