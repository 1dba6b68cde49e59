"""The worker behind the operator's routes: restarts, stops, busy indexes, damage and addresses."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

import indexer.build
from indexer.build_folder import writing
from indexer.errors import SourceRefused
from indexer.library.door import Door
from indexer.library.intake import Arrival, Said
from indexer.library.shelf import Library
from indexer.settings import PROJECT, IndexSettings
from tests.fakes import HashEmbedder
from tests.ui.conftest import ASKED as CORPUS_ASKED
from tests.ui.conftest import live_over
from tests.ui.operating import (
    NEWER,
    SOURCES,
    WEATHER,
    WITH_KEY,
    added,
    cited,
    operated,
    send,
    settled,
    status,
)
from ui.intake_desk import IntakeDesk
from ui.intake_jobs import IntakeWorker
from ui.intake_notes import Notes

Read = Callable[..., Arrival]


def until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Make reading last for ever, on page 3 of 9, until the event is set."""
    free = threading.Event()
    real: Read = Door.read

    def read(door: Door, path: Path, **named: str) -> Arrival:
        while not free.wait(0.01):
            door._progress(3, 9)
        return real(door, path, **named)

    monkeypatch.setattr(Door, "read", read)
    yield free
    free.set()


def test_a_stopped_server_goes_on_where_it_was(
    built: IndexSettings, endless: threading.Event
) -> None:
    with operated(built) as client:
        for number in (1, 2):
            source_id = send(client, WEATHER, f"stuk{number}.md", apart="true").json()["id"]
        until(lambda: status(client, "stuk1").json()["pages_read"])
        reading = status(client, "stuk1").json()
        assert (reading["pages_read"], reading["pages"]) == (3, 9)
        assert status(client, source_id).json()["state"] == "waiting"
        assert cited(client, CORPUS_ASKED)  # questions are answered meanwhile
        stopped = time.monotonic()
    assert time.monotonic() - stopped < 3, "a stop does not wait for a document"
    assert {e.state for e in Library(built.library_dir).entries()} == {"waiting"}
    endless.set()
    with operated(built) as client:
        assert settled(client, "stuk1")["state"] == "ready"
        assert settled(client, "stuk2")["state"] == "ready"
        assert cited(client) & {"stuk1", "stuk2"}


def test_a_source_that_is_removed_while_it_is_read_is_not_taken_in(
    built: IndexSettings, endless: threading.Event
) -> None:
    with operated(built) as client:
        send(client, WEATHER, "stuk.md")
        until(lambda: status(client, "stuk").json()["state"] == "reading")
        gone = client.delete(f"{SOURCES}/stuk", headers=WITH_KEY)
        assert gone.json()["state"] == "removed"
        endless.set()
        other = added(client, NEWER, "ander.md")
        assert other["state"] == "ready"
        assert [entry.id for entry in Library(built.library_dir).entries()] == ["ander"]


def test_a_source_that_is_removed_while_a_page_is_read_is_not_taken_in(
    built: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As above, but the reading ends before it can hear that nobody wants it."""
    free = threading.Event()
    real: Read = Door.read

    def read(door: Door, path: Path, **named: str) -> Arrival:
        arrival = real(door, path, **named)
        free.wait(20)
        return arrival

    monkeypatch.setattr(Door, "read", read)
    settings = built.model_copy(update={"fetch_private": True})
    with operated(settings) as client, site(wind=page(WEATHER)) as (root, _):
        asked = {"address": f"{root}/wind", "title": "stuk"}
        assert client.post(SOURCES, data=asked, headers=WITH_KEY).json()["id"] == "stuk"
        until(lambda: status(client, "stuk").json()["state"] == "reading")
        client.delete(f"{SOURCES}/stuk", headers=WITH_KEY)
        free.set()
        assert added(client, NEWER, "ander.md")["state"] == "ready"
        assert status(client, "stuk").json()["state"] == "removed"
        assert [entry.id for entry in Library(built.library_dir).entries()] == ["ander"]


def test_many_documents_cost_one_build(
    built: IndexSettings, endless: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: list[object] = []
    real = indexer.build.build_index

    def build(*given: object) -> object:
        builds.append(given)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(indexer.build, "build_index", build)
    with operated(built) as client:
        ids = [
            send(client, WEATHER, f"s{number}.md", apart="true").json()["id"] for number in range(4)
        ]
        endless.set()
        assert [settled(client, source_id)["state"] for source_id in ids] == ["ready"] * 4
    assert len(builds) == 1


def test_while_another_process_builds_it_waits_and_then_goes_on(built: IndexSettings) -> None:
    with operated(built) as client:
        with writing(built):
            source_id = send(client, WEATHER).json()["id"]
            until(lambda: status(client, source_id).json()["reason"])
            held = status(client, source_id).json()
            assert held["state"] == "indexing"
            assert held["reason"] == "Er wordt al een index gemaakt."
            assert source_id not in cited(client)
        done = settled(client, source_id)
        assert (done["state"], done["reason"]) == ("ready", None)


def test_a_corpus_that_is_broken_is_told_and_mended(
    built: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.intake_jobs._AGAIN", 0.1)
    broken = built.corpus_dir / "documents/wet-vifo/melden.nl.md"
    text = broken.read_text("utf-8")
    with operated(built) as client:
        broken.write_text("geen corpus", "utf-8")
        source_id = send(client, WEATHER).json()["id"]
        until(lambda: status(client, source_id).json()["reason"])
        held = status(client, source_id).json()
        assert held["state"] == "indexing"
        assert held["reason"].startswith("Een bestand van het corpus klopt niet")
        broken.write_text(text, "utf-8")
        assert settled(client, source_id)["state"] == "ready"


def test_without_any_index_the_first_source_makes_one(index_settings: IndexSettings) -> None:
    desk = IntakeDesk(index_settings)
    live = live_over(index_settings)
    note = desk.receive_file(BytesIO(WEATHER.encode()), "wind.md", Said())
    loaded: list[object] = []

    def load(settings: IndexSettings) -> HashEmbedder:
        loaded.append(settings)
        return HashEmbedder()

    live.refresh()
    with IntakeWorker(desk, live, load=load).working():
        until(lambda: (found := desk.notes.read(note.id)) and found.step == "done")
    assert loaded == [index_settings]
    with live.using() as assistant:
        assert note.id in assistant.index.sources
    live.close()


def test_a_crash_of_ours_costs_one_document_and_not_the_others(
    built: IndexSettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real: Read = Door.read

    def read(door: Door, path: Path, *, name: str, declared: str | None = None) -> Arrival:
        if name == "slecht.md":
            raise RuntimeError("geheim van binnen")
        return real(door, path, name=name, declared=declared)

    monkeypatch.setattr(Door, "read", read)
    with operated(built) as client:
        bad = added(client, WEATHER, "slecht.md")
        assert (bad["state"], "onze kant" in bad["reason"]) == ("failed", True)
        assert "geheim" not in json.dumps(bad)
        assert "geheim van binnen" in caplog.text
        assert added(client, WEATHER, "goed.md")["state"] == "ready"


def test_killed_between_library_and_index(built: IndexSettings) -> None:
    """What was taken in or removed and not yet indexed is indexed at the next start."""
    with operated(built) as client:
        first = added(client, WEATHER)["id"]
    desk = IntakeDesk(built)
    assert desk.remove(first).step == "removing"
    with operated(built) as client:
        assert settled(client, first)["state"] == "removed"
        assert first not in cited(client)


def test_bytes_that_are_gone_are_told(built: IndexSettings) -> None:
    desk = IntakeDesk(built)
    note = desk.receive_file(BytesIO(WEATHER.encode()), "wind.md", Said())
    desk.notes.bytes_of(note).unlink()
    with operated(built) as client:
        found = settled(client, note.id)
        assert (found["state"], found["advice"]) == ("failed", "Stuur het opnieuw.")


def test_what_remains_of_a_removed_source_goes_after_a_day(built: IndexSettings) -> None:
    with operated(built) as client:
        source_id = added(client, WEATHER)["id"]
        client.delete(f"{SOURCES}/{source_id}", headers=WITH_KEY)
        settled(client, source_id)
    notes = Notes(built.library_dir)
    note = notes.read(source_id)
    assert note is not None
    notes.write(replace(note, at="2026-01-01T00:00:00.000000+00:00"))
    half = notes.part("half")
    half.write_bytes(b"x")
    with operated(built) as client:
        until(lambda: status(client, source_id).status_code == 404)
        assert half.exists(), "it may still be coming in"
    assert not (built.library_dir / source_id).exists()


def test_a_source_that_the_command_line_added_has_a_status_too(built: IndexSettings) -> None:
    from indexer.library.intake import take_in

    file = built.data_dir.parent / "wind.md"
    file.write_text(WEATHER, "utf-8")
    door = Door(built, lambda _: "nl")
    taken = take_in(Library(built.library_dir), door.file(file))
    with operated(built) as client:
        cited(client)  # by then the index is open
        assert status(client, taken.entry.id).json()["state"] == "indexing"
        added(client, WEATHER.replace("e", "o"), "ander.md", apart="true")
        assert status(client, taken.entry.id).json()["state"] == "ready"


class _Site(BaseHTTPRequestHandler):
    pages: dict[str, bytes]

    def do_GET(self) -> None:
        found = self.pages.get(self.path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(found or b"")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def site(**pages: str) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Serve pages on this machine."""
    held = {f"/{name}": text.encode() for name, text in pages.items()}
    handler = type("Handler", (_Site,), {"pages": held})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", held
    finally:
        server.shutdown()
        server.server_close()


def page(words: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in words.splitlines() if line and line[0] != "#")
    return (
        f"<!doctype html><html lang=nl><title>Wind</title><body><main>{body}</main></body></html>"
    )


def test_an_address_is_fetched_and_looked_at_again(built: IndexSettings) -> None:
    settings = built.model_copy(update={"fetch_private": True})
    with operated(settings) as client, site(wind=page(WEATHER)) as (root, pages):
        asked = {"address": f"{root}/wind", "published": "2025-01-01"}
        accepted = client.post(SOURCES, data=asked, headers=WITH_KEY)
        assert accepted.status_code == 202, accepted.text
        found = settled(client, accepted.json()["id"])
        assert found["state"] == "ready", found
        assert client.get(f"{SOURCES}/{found['id']}").json()["source"]["url"] == f"{root}/wind"
        pages["/wind"] = page(NEWER).encode()
        again = client.post(
            SOURCES, data={**asked, "published": "2026-01-01"}, headers=WITH_KEY
        ).json()
        assert again["id"] == found["id"]
        until(lambda: status(client, found["id"]).json()["versions"] == 2)
        assert settled(client, found["id"])["state"] == "ready"
        del pages["/wind"]
        client.post(SOURCES, data=asked, headers=WITH_KEY)
        until(lambda: status(client, found["id"]).json()["state"] == "failed")
        assert found["id"] in cited(client), "its older versions stay"


def test_the_address_of_a_source_of_the_corpus_brings_its_original(built: IndexSettings) -> None:
    with site(wet=page(WEATHER)) as (root, _):
        register = built.corpus_dir / "sources.toml"
        text = register.read_text("utf-8")
        url = "https://wetten.overheid.nl/BWBR0046747/"
        assert url in text
        register.write_text(text.replace(url, f"{root}/wet"), "utf-8")
        settings = built.model_copy(update={"fetch_private": True})
        with operated(settings) as client:
            sent = client.post(SOURCES, data={"address": f"{root}/wet"}, headers=WITH_KEY)
            assert sent.json()["id"] == "S01"
            found = settled(client, "S01")
            assert found["state"] == "ready", found
            assert found["title"].startswith("Wet veiligheidstoets investeringen")
            assert "S01" in cited(client)
            removed = client.delete(f"{SOURCES}/S01", headers=WITH_KEY)
            assert removed.status_code == 202
            settled(client, "S01")
            assert client.get(f"{SOURCES}/S01").status_code == 200


def test_a_pdf_with_its_pages(built: IndexSettings) -> None:
    pdf = (PROJECT / "tests/documents/twee-kolommen.pdf").read_bytes()
    with operated(built) as client:
        found = added(client, pdf, "twee-kolommen.pdf")
        assert found["state"] == "ready", found
        assert found["pages"]
        assert found["pages_read"] is None


def test_a_refusal_of_what_was_removed_in_the_meantime_changes_nothing(
    built: IndexSettings,
) -> None:
    desk = IntakeDesk(built)
    note = desk.receive_file(BytesIO(WEATHER.encode()), "wind.md", Said())
    desk.remove(note.id)
    desk.refuse(note, SourceRefused("x", "y."))
    after = desk.notes.read(note.id)
    assert after is not None
    assert after.step == "removed"
    assert desk.library.get(note.id) is None
