from __future__ import annotations

import gzip
import io
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.exchange import Exchange, Reply
from indexer.fetch.guard import Guard
from tests.indexer.fetch.certificates import tls_for
from tests.indexer.fetch.web import AGENT, Names, Page, Visit, Web, page, raw, sends_on, serving

OK = b"HTTP/1.1 200 OK\r\n"
HALF = OK + b"Content-Length: 10\r\n\r\nhalf"
NAMES = {"bron.test": [["127.0.0.1"]], "anders.test": [["127.0.0.1"]]}


def ask(
    web: Web, answer: Page | None = None, url: str | None = None, **changes: Any
) -> tuple[Reply, bytes]:
    if answer is not None:
        web.pages["/a"] = answer
    rules = web.rules(**changes)
    guard = Guard(allowed=rules.allowed, resolve=Names(dict(NAMES)))
    sink = io.BytesIO(b"van de vorige keer")
    address = guard.check(url or web.url("/a", host="bron.test"))
    reply = Exchange(rules, guard).get(address, sink, most=rules.most_bytes, headers={})
    return reply, sink.getvalue()


def test_a_page_is_read_and_replaces_what_the_sink_held(web: Web) -> None:
    reply, body = ask(web, page(b"tekst", Content_Type="text/html; charset=ISO-8859-1"))
    assert (reply.status, reply.size, reply.charset, body) == (200, 5, "iso-8859-1", b"tekst")


def test_the_server_hears_who_we_are_and_by_which_name_we_know_it(web: Web) -> None:
    ask(web, page(b"tekst", Set_Cookie="spoor=1"))
    ask(web)
    for hit in web.hits:
        assert hit.headers["user-agent"] == AGENT
        assert hit.headers["host"] == f"bron.test:{web.port}"
        assert hit.headers["accept-encoding"] == "gzip"
        assert "cookie" not in hit.headers


def test_a_proxy_of_the_environment_is_passed_by(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(web, page(b"tekst"))[1] == b"tekst"


def test_gzip_is_unpacked(web: Web) -> None:
    packed = page(gzip.compress(b"tekst"), Content_Encoding="gzip")
    assert ask(web, packed)[1] == b"tekst"


def test_a_redirect_is_not_followed_and_its_body_not_read(web: Web) -> None:
    reply, body = ask(web, sends_on("/b"))
    assert (reply.status, reply.headers["location"], body) == (302, "/b", b"")
    assert len(web.hits) == 1


def drips(head: bytes) -> Page:
    def send(visit: Visit) -> None:
        visit.wfile.write(head)
        visit.drip(b"a" * 1_000, 0.05)

    return send


def silent(visit: Visit) -> None:
    visit.web.closing.wait(30)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (drips(OK + b"Content-Length: 1000\r\n\r\n"), "langer dan 0.5 seconden"),
        (drips(OK + b"X-Traag: "), "langer dan 0.5 seconden"),
        (drips(b""), "langer dan 0.5 seconden"),
    ],
)
def test_a_server_that_answers_byte_by_byte_is_left_in_time(
    web: Web, answer: Page, why: str
) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceUnreachable, match=why) as found:
        ask(web, answer, seconds_total=0.5)
    assert 0.4 < time.monotonic() - begun < 5
    assert not found.value.again


def test_a_server_that_says_nothing_is_left_and_may_be_asked_again(web: Web) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceUnreachable, match="te lang geen antwoord") as found:
        ask(web, silent, seconds_read=0.3)
    assert time.monotonic() - begun < 5
    assert found.value.again


@pytest.mark.parametrize(
    "data",
    [
        HALF,
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhal",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nheel!\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n0\r\n\r\n",
        OK + b"Content-Length: veel\r\n\r\nx",
        OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        OK + b"X: " + b"a" * 200_000,
        b"geen http",
        b"",
    ],
)
def test_an_answer_that_is_damaged_or_half_is_an_error(web: Web, data: bytes) -> None:
    with pytest.raises(SourceUnreachable) as found:
        ask(web, raw(data))
    assert found.value.again


def test_a_length_that_is_too_large_is_refused_before_the_body(web: Web) -> None:
    with pytest.raises(SourceRefused, match="groter dan 1000 bytes"):
        ask(web, raw(OK + b"Content-Length: 1001\r\n\r\n"), most_bytes=1_000)


@pytest.mark.parametrize(
    "answer",
    [
        raw(OK + b"\r\n" + b"a" * 5_000),
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\n1388\r\n" + b"a" * 5_000 + b"\r\n0\r\n\r\n"),
        page(gzip.compress(b"a" * 5_000), Content_Encoding="gzip"),
    ],
)
def test_a_body_that_grows_too_large_is_refused_as_it_comes(web: Web, answer: Page) -> None:
    with pytest.raises(SourceRefused, match="groter dan 1000 bytes"):
        ask(web, answer, most_bytes=1_000)


def test_a_body_without_end_is_refused_at_the_limit(web: Web) -> None:
    def endless(visit: Visit) -> None:
        visit.wfile.write(OK + b"\r\n")
        while not visit.web.closing.is_set():
            visit.wfile.write(bytes(65_536))

    begun = time.monotonic()
    with pytest.raises(SourceRefused, match="groter dan"):
        ask(web, endless)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(("status", "after"), [(500, None), (503, "7"), (429, "7")])
def test_a_busy_server_may_be_asked_again_when_it_says(
    web: Web, status: int, after: str | None
) -> None:
    headers = {"Retry-After": after} if after else {}
    with pytest.raises(SourceUnreachable) as found:
        ask(web, page(b"druk", status=status, **headers))
    assert (found.value.again, found.value.wait) == (True, float(after) if after else None)


def test_nobody_listening_may_pass(web: Web) -> None:
    nowhere = web.rules(allowed=frozenset({("127.0.0.1", 1)})).allowed
    with pytest.raises(SourceUnreachable, match="verbinding") as found:
        ask(web, url="http://bron.test:1/", allowed=nowhere)
    assert found.value.again


def test_a_host_that_does_not_pick_up_may_pass(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", never)
    with pytest.raises(SourceUnreachable, match="neemt niet op") as found:
        ask(web)
    assert found.value.again


def test_a_request_that_cannot_be_written_is_refused(web: Web) -> None:
    with pytest.raises(SourceRefused, match="niet op te vragen"):
        ask(web, user_agent="Loket\r\nX: y")


def test_a_length_that_is_told_twice_is_one_length(web: Web) -> None:
    assert ask(web, raw(OK + b"Content-Length: 4, 4\r\n\r\nheel"))[1] == b"heel"


def test_tls_proves_the_name_in_the_address_and_not_another(tmp_path: Path) -> None:
    tls, authorities = tls_for("bron.test", tmp_path)
    with serving(tls) as web:
        address = web.url("/a", host="bron.test", scheme="https")
        assert ask(web, page(b"tekst"), address, authorities=authorities)[1] == b"tekst"
        assert web.names == ["bron.test"]
        other = web.url("/a", host="anders.test", scheme="https")
        with pytest.raises(SourceRefused, match="certificaat") as found:
            ask(web, None, other, authorities=authorities)
        assert not isinstance(found.value, SourceUnreachable)
        assert len(web.hits) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    tls, _ = tls_for("bron.test", tmp_path)
    with serving(tls) as web, pytest.raises(SourceRefused, match="certificaat"):
        ask(web, page(b"tekst"), web.url("/a", host="bron.test", scheme="https"))


def test_the_time_limit_holds_under_tls(tmp_path: Path) -> None:
    tls, authorities = tls_for("bron.test", tmp_path)
    with serving(tls) as web:
        address = web.url("/a", host="bron.test", scheme="https")
        slow = drips(OK + b"Content-Length: 1000\r\n\r\n")
        with pytest.raises(SourceUnreachable, match="langer dan"):
            ask(web, slow, address, authorities=authorities, seconds_total=0.5)
