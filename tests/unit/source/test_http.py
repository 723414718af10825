"""Fetching, against a server on this machine that does all a server should not do."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.command import STORY
from fixtures.hostile_server import BEHAVIOURS, PAGE, HostileServer, Request, answers, hostile_server, leads_to

import a11ynews
from a11ynews.errors import A11yNewsError, LimitError, MissingExtraError, SourceError, UsageError
from a11ynews.source.fetched import FetchedPage

pytest.importorskip("httpx", reason="needs the fetch extra: pip install 'a11ynews[fetch]'")

CASES = Path(__file__).resolve().parents[3] / "../shared/corpora/hostile-dev/fetch-cases.json"
needs_cases = pytest.mark.skipif(not CASES.exists(), reason="../shared/corpora/hostile-dev is not there")


@pytest.fixture(scope="module")
def shared_server() -> Iterator[HostileServer]:
    with hostile_server() as server:
        yield server


@pytest.fixture
def server(shared_server: HostileServer) -> HostileServer:
    """The server, having forgotten what was before."""
    shared_server.seen.clear()
    shared_server.connections = 0
    shared_server.behaviours = dict(BEHAVIOURS)
    shared_server.robots = answers("404 Not Found", b"")
    return shared_server


def get(server: HostileServer, path: str, *, timeout: float = 5.0, max_bytes: int = 1_000_000) -> FetchedPage:
    return a11ynews.fetch(server.url(path), allow_private=True, timeout=timeout, max_bytes=max_bytes)


def refusal(server: HostileServer, path: str, *, timeout: float = 5.0) -> str:
    """The one line that says why a page cannot be had."""
    with pytest.raises(SourceError) as caught:
        get(server, path, timeout=timeout)
    message = str(caught.value)
    assert message.startswith("cannot fetch 'http")
    assert "\n" not in message
    return message


class Resolver:
    """Stands for the system's resolver: a name's answers, in turn; the last one stays."""

    def __init__(self, names: dict[str, list[list[str]]]) -> None:
        self.names = names
        self.asked: list[str] = []

    def __call__(self, host: bytes | str, port: int, *_args: object, **_options: object) -> list[object]:
        name = host.decode() if isinstance(host, bytes) else host
        if name[0].isdigit() or ":" in name:  # a connection to a number: no look-up
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port))]
        self.asked.append(name)
        answers_left = self.names.get(name)
        if not answers_left:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        addresses = answers_left.pop(0) if len(answers_left) > 1 else answers_left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Resolver:
    found = Resolver({})
    monkeypatch.setattr(socket, "getaddrinfo", found)
    return found


# --- a page


def test_a_page_is_its_bytes_and_what_the_server_says_of_them(server: HostileServer) -> None:
    page = get(server, "/ok")
    assert page == FetchedPage(url=server.url("/ok"), data=PAGE, content_type="text/html", charset="utf-8", status=200)


def test_a_fetched_page_can_be_parsed_as_it_is(server: HostileServer) -> None:
    server.behaviours["/links"] = answers(body=STORY.replace("a storm", '<a href="b">a storm</a>').encode())
    article = a11ynews.parse(get(server, "/links"))
    assert article.title == "Ferry returns to Skerra"
    assert server.url("/b") in article.to_html()


def test_the_charset_of_the_header_is_believed(server: HostileServer) -> None:
    page = get(server, "/charset-latin")
    assert page.charset == "ISO-8859-1"
    assert a11ynews.parse(page).title == "Café"


@pytest.mark.parametrize("path", ["/charset-bad", "/charset-codec"])
def test_a_charset_that_is_none_is_a_warning(server: HostileServer, path: str) -> None:
    article = a11ynews.parse(get(server, path))
    assert article.title == "Ferry"
    assert [notice.kind for notice in article.warnings] == ["unknown-encoding"]


def test_a_fragment_stays_here_and_an_address_of_any_script_is_encoded(server: HostileServer) -> None:
    server.behaviours["/%C3%A4%20b"] = answers()
    page = get(server, "/ä b?q=ü#part")
    assert server.paths == ["/%C3%A4%20b?q=%C3%BC"]
    assert page.url == server.url("/%C3%A4%20b?q=%C3%BC")


def test_servers_are_told_who_asks_and_nothing_else(server: HostileServer) -> None:
    a11ynews.fetch(server.url("/ok"), allow_private=True, user_agent="reader/2")
    headers = server.seen[-1].headers
    assert headers["user-agent"] == "reader/2"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert set(headers) <= {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_no_cookie_is_sent_back(server: HostileServer) -> None:
    def set_and_go(request: Request) -> None:
        request.answer("302 Found", b"", location="/ok", set_cookie="id=1; path=/")

    server.behaviours["/start"] = set_and_go
    get(server, "/start")
    assert all("cookie" not in request.headers for request in server.seen)


def test_proxies_of_the_environment_are_not_asked(server: HostileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(server, "/ok").status == 200


# --- what servers do


@pytest.mark.corpus
@needs_cases
def test_each_behaviour_of_the_collection_ends_as_it_should(server: HostileServer) -> None:
    cases = json.loads(CASES.read_text(encoding="utf-8"))["server"]
    known = {path: wanted for path, wanted in cases.items() if path in server.behaviours}
    assert len(known) > 30
    for path, wanted in known.items():
        try:
            get(server, path, timeout=1.0)
            got = "ok"
        except SourceError:
            got = "error"
        assert wanted in {got, "either"}, path


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/404", "404 Not Found: check the address"),
        ("/403", "403 Forbidden: open it in a browser, save the page"),
        ("/401", "401 Unauthorized: open it in a browser"),
        ("/500", "500 Internal Server Error: try again later"),
        ("/204", "204 No Content, and sends no page"),
        ("/206", "206 Partial Content, and sends no page"),
        ("/304", "304 Not Modified, and sends no page"),
        ("/redir-nowhere", "302 Found, and sends no page"),
        ("/999", "its server says 999"),
        ("/ct-pdf", "no web page but 'application/pdf'"),
        ("/ct-json", "no web page but 'application/json'"),
        ("/ct-none-pdf", "does not look like a web page"),
        ("/ct-octet-zip", "does not look like a web page"),
        ("/gzip-bad", "cannot be unpacked"),
        ("/gzip-trunc", "cannot be unpacked"),
        ("/gzip-twice", "packed in a way that was not asked for ('gzip, gzip')"),
        ("/brotli", "packed in a way that was not asked for ('br')"),
        ("/garbage", "does not answer as a web server should"),
        ("/close", "does not answer as a web server should"),
        ("/headers-many", "does not answer as a web server should"),
        ("/bad-chunk", "does not answer as a web server should"),
        ("/big-cl", "does not answer as a web server should"),
        ("/redir-file", "only addresses that begin with http"),
        ("/redir-js", "only addresses that begin with http"),
        ("/redir-bad", "no valid address"),
        ("/redir-loop", "more than 10 times"),
        ("/redir-n/60", "more than 10 times"),
        ("/429-late", "try again in 7200 seconds"),
    ],
)
def test_each_failure_names_the_address_and_says_what_to_do(server: HostileServer, path: str, reason: str) -> None:
    assert reason in refusal(server, path)


@pytest.mark.parametrize("path", ["/gzip-ok", "/gzip-members", "/ct-none", "/ct-octet"])
def test_a_page_is_taken_as_it_comes(server: HostileServer, path: str) -> None:
    assert get(server, path).data == PAGE


@pytest.mark.parametrize("path", ["/slow-head", "/slow-body", "/slow-continue"])
def test_a_drip_of_bytes_ends_at_the_deadline(server: HostileServer, path: str) -> None:
    start = time.monotonic()
    assert "not there after 0.4 seconds" in refusal(server, path, timeout=0.4)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("path", ["/infinite", "/infinite-chunks", "/gzip-bomb", "/gzip-nothings"])
def test_a_body_without_end_is_cut_off_at_the_limit(server: HostileServer, path: str) -> None:
    with pytest.raises(LimitError, match=r"longer than 1,000,000 bytes: .* --max-bytes"):
        get(server, path)


def test_a_body_of_just_the_limit_is_taken(server: HostileServer) -> None:
    assert get(server, "/ok", max_bytes=len(PAGE)).data == PAGE
    with pytest.raises(LimitError):
        get(server, "/ok", max_bytes=len(PAGE) - 1)


def test_a_connection_that_nobody_answers_is_said(server: HostileServer) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        with pytest.raises(SourceError, match=r"cannot fetch 'http://127.0.0.1:[0-9]+/': its server cannot be reached"):
            a11ynews.fetch(url, allow_private=True)
    assert server.connections == 0


def test_a_server_without_tls_is_said(server: HostileServer) -> None:
    url = server.url("/ok").replace("http:", "https:")
    with pytest.raises(SourceError, match="no encrypted connection could be made: check the address"):
        a11ynews.fetch(url, allow_private=True, timeout=5)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {key} -out {certificate}"
    subprocess.run(make.split(), check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # the environment is no switch
    with hostile_server() as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        url = server.url("/ok").replace("http:", "https:")
        with pytest.raises(SourceError, match="its certificate is not to be trusted"):
            a11ynews.fetch(url, allow_private=True, timeout=5)
        assert server.seen == []


# --- patience


def test_a_busy_server_is_asked_again_after_the_time_it_names(server: HostileServer) -> None:
    def busy_once(request: Request) -> None:
        if server.paths.count("/busy") == 1:
            request.answer("503 Service Unavailable", b"", retry_after="0")
        else:
            request.answer()

    server.behaviours["/busy"] = busy_once
    assert get(server, "/busy").data == PAGE
    assert server.paths == ["/busy", "/busy"]


def test_a_server_that_stays_busy_is_asked_three_times(server: HostileServer) -> None:
    assert "429 Too Many Requests: try again in 0 seconds" in refusal(server, "/429")
    assert len(server.paths) == 3


def test_nobody_waits_longer_than_the_deadline(server: HostileServer) -> None:
    start = time.monotonic()
    refusal(server, "/429-late")
    assert time.monotonic() - start < 2
    assert len(server.paths) == 1


# --- robots.txt


def test_what_robots_txt_asks_for_is_respected_and_can_be_overruled(server: HostileServer) -> None:
    server.robots = answers(body=b"User-agent: *\nDisallow: /ok", content_type="text/plain")
    assert "--ignore-robots" in refusal(server, "/ok")
    assert server.paths == []
    assert a11ynews.fetch(server.url("/ok"), allow_private=True, ignore_robots=True).data == PAGE


def test_robots_txt_counts_for_where_a_redirect_leads_too(server: HostileServer) -> None:
    server.robots = answers(body=b"User-agent: a11ynews\nDisallow: /redir-n/0", content_type="text/plain")
    assert "robots.txt" in refusal(server, "/redir-n/2")
    assert server.paths == ["/redir-n/2", "/redir-n/1"]


def test_robots_txt_is_asked_for_once(server: HostileServer) -> None:
    get(server, "/redir-n/3")
    assert [request.path for request in server.seen].count("/robots.txt") == 1


def test_a_site_that_cannot_say_what_it_allows_is_left_alone(server: HostileServer) -> None:
    server.robots = answers("500 Internal Server Error", b"")
    assert "could not say what it allows" in refusal(server, "/ok")
    assert server.paths == []


@pytest.mark.parametrize("broken", ["/gzip-bad", "/brotli", "/403", "/gzip-bomb"])
def test_a_broken_robots_txt_forbids_nothing(server: HostileServer, broken: str) -> None:
    server.robots = BEHAVIOURS[broken]
    assert get(server, "/ok").data == PAGE


def test_a_robots_txt_that_leads_astray_is_refused_like_a_page(server: HostileServer) -> None:
    server.robots = leads_to("file:///etc/passwd")
    assert "only addresses that begin with http" in refusal(server, "/ok")


# --- private addresses


@pytest.mark.corpus
@needs_cases
def test_every_private_or_odd_form_is_refused_before_any_connection(server: HostileServer, resolver: Resolver) -> None:
    inside = ("localhost", "localtest.test", "sub.localhost", "ip6-localhost", "rebind.test")
    resolver.names = {name: [["127.0.0.1"]] for name in inside}
    resolver.names["metadata.google.internal"] = [["169.254.169.254"]]
    forms = json.loads(CASES.read_text(encoding="utf-8"))["refuse"]
    for form in forms:
        with pytest.raises(SourceError) as caught:
            a11ynews.fetch(form.replace("PORT", str(server.port)), timeout=5)
        assert str(caught.value).isprintable(), form
    assert server.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1"])
def test_a_private_address_is_refused_and_the_message_says_how_to_allow_it(server: HostileServer, host: str) -> None:
    with pytest.raises(SourceError, match="--allow-private"):
        a11ynews.fetch(f"http://{host}:{server.port}/ok")
    assert server.connections == 0


def test_a_name_with_a_public_and_a_private_address_is_refused(server: HostileServer, resolver: Resolver) -> None:
    resolver.names = {"both.test": [["93.184.215.14", "127.0.0.1"]]}
    with pytest.raises(SourceError, match="private or reserved"):
        a11ynews.fetch(f"http://both.test:{server.port}/ok")
    assert server.connections == 0


def test_a_redirect_to_a_private_address_is_refused(
    server: HostileServer, resolver: Resolver, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The server's own address is taken for a public one; the redirect leads to another machine inside.
    monkeypatch.setattr("a11ynews.source.lookup.is_public", lambda address: address == "127.0.0.1")
    resolver.names = {"news.test": [["127.0.0.1"]], "inside.test": [["10.0.0.7"]]}
    server.behaviours["/go"] = leads_to(f"http://inside.test:{server.port}/ok")
    with pytest.raises(SourceError, match=r"cannot fetch 'http://inside.test:[0-9]+/ok'.*private"):
        a11ynews.fetch(f"http://news.test:{server.port}/go")
    assert server.paths == ["/go"]


def test_a_name_is_looked_up_once_and_the_connection_goes_to_what_was_checked(
    server: HostileServer, resolver: Resolver
) -> None:
    # DNS rebinding: the second answer would be another machine.
    resolver.names = {"rebind.test": [["127.0.0.1"], ["10.255.255.1"]]}
    page = a11ynews.fetch(f"http://rebind.test:{server.port}/redir-n/2", allow_private=True, timeout=5)
    assert page.url == f"http://rebind.test:{server.port}/redir-n/0"
    assert resolver.asked == ["rebind.test"]
    assert server.seen[-1].headers["host"] == f"rebind.test:{server.port}"


def test_the_next_address_is_tried_where_the_first_does_not_answer(server: HostileServer, resolver: Resolver) -> None:
    resolver.names = {"two.test": [["127.0.0.2", "127.0.0.1"]]}
    assert a11ynews.fetch(f"http://two.test:{server.port}/ok", allow_private=True, timeout=5).data == PAGE


def test_a_resolver_that_never_answers_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_args: object, **_options: object) -> list[object]:
        time.sleep(3)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with pytest.raises(SourceError, match=r"not there after 0.2 seconds"):
        a11ynews.fetch("http://slow.test/", timeout=0.2)


def test_an_unknown_host_is_said(resolver: Resolver) -> None:
    with pytest.raises(SourceError, match=r"no host 'typo.test' was found: check its spelling"):
        a11ynews.fetch("http://typo.test/")
    assert resolver.asked == ["typo.test"]


def test_a_password_is_not_repeated_in_the_message() -> None:
    with pytest.raises(SourceError, match="user name or password") as caught:
        a11ynews.fetch("https://reader:secret@news.example/")
    assert "secret" not in str(caught.value)


# --- the call


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"max_bytes": 0}, "max_bytes"),
        ({"max_redirects": -1}, "max_redirects"),
        ({"user_agent": "a\r\nHost: b"}, "user_agent"),
        ({"user_agent": ""}, "user_agent"),
    ],
)
def test_an_argument_that_makes_no_sense_is_refused(options: dict[str, object], name: str) -> None:
    with pytest.raises(UsageError, match=name):
        a11ynews.fetch("https://news.example/", **options)  # type: ignore[arg-type]


def test_an_address_that_is_no_string_is_refused() -> None:
    with pytest.raises(UsageError, match="an address is a str, not bytes"):
        a11ynews.fetch(b"https://news.example/")  # type: ignore[arg-type]


@pytest.mark.parametrize("missing", ["httpx", "httpcore"])
def test_without_the_extra_the_message_is_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("a11ynews.source.http")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("a11ynews.source.addresses", "a11ynews.source.connection"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'a11ynews\[fetch\]'"):
        a11ynews.fetch("https://news.example/")


@pytest.mark.parametrize(
    "text", ["http://\ud800/", "http://a\x00b/", "http://" + "a" * 10_000, "", "x", "//", "http://%"]
)
def test_no_text_brings_anything_but_our_errors(text: str) -> None:
    with pytest.raises(A11yNewsError):
        a11ynews.fetch(text, timeout=1)
