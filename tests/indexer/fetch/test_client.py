from __future__ import annotations

import hashlib
import signal
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.fetch.client import Fetcher
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.rules import Fetched, Unchanged
from tests.indexer.fetch.web import Visit, Web, page, raw, sends_on

MODIFIED = "Sat, 21 Nov 2026 12:00:30 GMT"


def fetch(web: Web, to: Path, path: str = "/a", **options: Any) -> Fetched | Unchanged:
    with Fetcher(web.rules(), sleep=lambda _: None) as fetcher:
        return fetcher.fetch(web.url(path), to, **options)


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_document_is_fetched_into_its_file(web: Web, tmp_path: Path) -> None:
    web.pages |= {
        "/a": sends_on("/b"),
        "/b": page(
            b"tekst", Content_Type="Text/HTML; Charset=utf-8", ETag='"1"', Last_Modified=MODIFIED
        ),
    }
    found = fetch(web, tmp_path / "a.html")
    assert isinstance(found, Fetched)
    assert (tmp_path / "a.html").read_bytes() == b"tekst"
    assert only(tmp_path) == ["a.html"]
    assert (found.url, found.size) == (web.url("/b"), 5)
    assert found.sha256 == hashlib.sha256(b"tekst").hexdigest()
    assert (found.media_type, found.charset) == ("text/html", "utf-8")
    assert (found.etag, found.last_modified) == ('"1"', MODIFIED)
    assert abs((datetime.now(UTC) - found.fetched_at).total_seconds()) < 60


def test_what_the_server_does_not_tell_is_none(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = page(b"tekst", ETag="x" * 999)
    found = fetch(web, tmp_path / "a")
    assert isinstance(found, Fetched)
    assert (found.media_type, found.charset, found.etag, found.last_modified) == (None,) * 4


def only_when_changed(visit: Visit) -> None:
    asked = visit.headers.get("If-None-Match"), visit.headers.get("If-Modified-Since")
    same = asked in (('"1"', None), (None, MODIFIED), ('"1"', MODIFIED))
    visit.answer(b"" if same else b"nieuw", 304 if same else 200, {"ETag": '"1"'})


@pytest.mark.parametrize(
    "marks",
    [{"etag": '"1"'}, {"last_modified": MODIFIED}, {"etag": '"1"', "last_modified": MODIFIED}],
)
def test_a_document_that_did_not_change_is_not_written(
    web: Web, tmp_path: Path, marks: dict[str, str]
) -> None:
    web.pages["/a"] = only_when_changed
    to = tmp_path / "a"
    to.write_bytes(b"oud")
    found = fetch(web, to, **marks)
    assert isinstance(found, Unchanged)
    assert (found.etag, found.last_modified) == ('"1"', marks.get("last_modified"))
    assert to.read_bytes() == b"oud"
    assert only(tmp_path) == ["a"]


def test_a_document_that_changed_replaces_the_old_one(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = only_when_changed
    to = tmp_path / "a"
    to.write_bytes(b"oud")
    assert isinstance(fetch(web, to, etag='"0"'), Fetched)
    assert to.read_bytes() == b"nieuw"


def test_a_mark_that_cannot_be_sent_is_left_out(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = page(b"tekst")
    fetch(web, tmp_path / "a", etag="a\r\nX-Anders: b")
    assert not {"if-none-match", "x-anders"} & set(web.asked("/a")[0].headers)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (page(b"weg", status=404), r"bestaat niet \(meer\)"),
        (page(b"weg", status=410), r"bestaat niet \(meer\)"),
        (page(b"nee", status=403), "niet aan ons"),
        (page(b"", status=204), "204"),
        (page(b"deel", status=206), "206"),
        (page(b"", status=304), "304"),
        (page(b"", status=302), "302"),
        (page(b""), "leeg"),
        (page(b"x" * 100_001), "groter"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), "half"),
        (sends_on("http://10.0.0.1/"), r"10\.0\.0\.1"),
        (sends_on("file:///etc/passwd"), "verwijst door naar file"),
    ],
)
def test_what_is_no_whole_document_leaves_the_old_one(
    web: Web, tmp_path: Path, answer: Any, why: str
) -> None:
    web.pages["/a"] = answer
    to = tmp_path / "a"
    to.write_bytes(b"oud")
    with pytest.raises(SourceRefused, match=why) as found:
        fetch(web, to)
    assert found.value.name.startswith("http://")
    assert found.value.advice
    assert to.read_bytes() == b"oud"
    assert only(tmp_path) == ["a"]


def test_an_interruption_half_way_leaves_nothing(web: Web, tmp_path: Path) -> None:
    main = threading.main_thread().ident
    assert main is not None

    def slow(visit: Visit) -> None:
        visit.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
        visit.web.closing.wait(0.2)
        signal.pthread_kill(main, signal.SIGINT)
        visit.drip(b"a" * 996, 0.02)

    web.pages["/a"] = slow
    with pytest.raises(KeyboardInterrupt):
        fetch(web, tmp_path / "a")
    assert only(tmp_path) == []


@pytest.mark.parametrize("where", ["weg/a", "bestand/a", "map"])
def test_a_file_that_cannot_be_written_is_told(web: Web, tmp_path: Path, where: str) -> None:
    (tmp_path / "map" / "vol").mkdir(parents=True)
    (tmp_path / "bestand").touch()
    web.pages["/a"] = page(b"tekst")
    with pytest.raises(SourceUnreachable, match="niet worden opgeslagen"):
        fetch(web, tmp_path / where)
    assert only(tmp_path) == ["bestand", "map"]


def test_by_default_our_own_machine_is_not_reached(web: Web, tmp_path: Path) -> None:
    web.pages["/a"] = page(b"geheim")
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:7f00:1]"):
        with (
            Fetcher(web.rules(allowed=frozenset())) as fetcher,
            pytest.raises(SourceRefused, match="niet van het openbare internet"),
        ):
            fetcher.fetch(web.url("/a", host=host), tmp_path / "a")
    assert web.hits == []
    assert only(tmp_path) == []
