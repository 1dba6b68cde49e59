from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.language import detect_language
from indexer.errors import LibraryDamaged, SourceRefused
from indexer.library.door import Door
from indexer.library.entry import Entry
from indexer.library.intake import Said, take_in
from indexer.library.refresh import Step, addresses, documents_in, fetch_all, sync_folder
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from tests.indexer.fetch.web import Web, in_turn, page, serving
from tests.indexer.library.arrivals import LETTER, prose, register_source

STUK = b"%PDF-1.7 niet echt"
LONG = [*LETTER, *prose(3, 200)]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as running:
        yield running


@pytest.fixture
def door(tmp_path: Path, web: Web) -> Door:
    settings = IndexSettings(data_dir=tmp_path / "data", read_seconds=60, _env_file=None)
    return Door(settings, detect_language, rules=web.rules())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    return made


def write(path: Path, *texts: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(texts), encoding="utf-8")
    return path


def synced(library: Library, door: Door, folder: Path, said: Said | None = None) -> list[str]:
    """Return what became of each file, as "name: outcome"."""
    return [told(step) for step in sync_folder(library, door, folder, said or Said())]


def told(step: Step) -> str:
    name = step.origin.rsplit("/", 1)[-1]
    if step.taken:
        return f"{name}: {step.taken.outcome}"
    return f"{name}: removed" if step.removed else f"{name}: refused"


def by_name(library: Library) -> dict[str, Entry]:
    return {Path(entry.origin).name: entry for entry in library.entries()}


def test_documents_are_found_in_folders_and_hidden_ones_are_not(folder: Path) -> None:
    for name in (
        "b.txt", "a/c.pdf", "a/B/d.html", ".verborgen", ".git/x.txt", "~$brief.docx",
        "_klad/e.txt", "a/.DS_Store", "a/_f.txt",
    ):  # fmt: skip
        write(folder / name, "x")
    found = [path.relative_to(folder).as_posix() for path in documents_in(folder)]
    assert sorted(found) == ["a/B/d.html", "a/c.pdf", "b.txt"]


def test_a_folder_that_itself_lies_in_a_hidden_folder_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / ".documenten" / "_map" / "a.txt", "x")
    assert documents_in(path.parent) == [path]


def test_a_folder_that_is_not_there_is_refused(
    library: Library, door: Door, tmp_path: Path
) -> None:
    for path in (tmp_path / "niets", write(tmp_path / "bestand.txt", "x")):
        with pytest.raises(SourceRefused, match="deze map is er niet"):
            list(sync_folder(library, door, path, Said()))


def test_a_folder_that_vanished_removes_nothing(library: Library, door: Door, folder: Path) -> None:
    write(folder / "a.txt", *LETTER)
    synced(library, door, folder)
    folder.rename(folder.with_name("elders"))
    with pytest.raises(SourceRefused):
        synced(library, door, folder)
    assert len(library.entries()) == 1


def test_sync_adds_renews_and_removes(library: Library, door: Door, folder: Path) -> None:
    write(folder / "a.txt", *LETTER)
    write(folder / "sub/b.txt", *prose(1))
    write(folder / ".c.txt", *prose(2))
    assert synced(library, door, folder) == ["a.txt: new", "b.txt: new"]
    assert synced(library, door, folder) == ["a.txt: unchanged", "b.txt: unchanged"]
    write(folder / "a.txt", *LETTER, "Er is een zin bijgekomen.")
    assert synced(library, door, folder) == ["a.txt: newer", "b.txt: unchanged"]
    (folder / "sub/b.txt").unlink()
    assert synced(library, door, folder) == ["b.txt: removed", "a.txt: unchanged"]
    assert [len(entry.versions) for entry in library.entries()] == [2]


def test_an_unchanged_file_is_not_read_again(
    library: Library, door: Door, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "a.txt", *LETTER)
    synced(library, door, folder)
    before = by_name(library)["a.txt"]
    monkeypatch.setattr(Door, "read", lambda *_, **__: pytest.fail("it was read again"))
    assert synced(library, door, folder) == ["a.txt: unchanged"]
    assert (by_name(library)["a.txt"].looked_at or "") >= (before.looked_at or "")


def test_sync_leaves_alone_what_came_from_elsewhere(
    library: Library, door: Door, folder: Path, tmp_path: Path
) -> None:
    take_in(library, door.file(write(tmp_path / "los.txt", *prose(1))))
    other = tmp_path / "ander"
    write(other / "b.txt", *prose(2))
    synced(library, door, other)
    write(folder / "a.txt", *LETTER)
    synced(library, door, folder)
    (folder / "a.txt").unlink()
    assert synced(library, door, folder) == ["a.txt: removed"]
    assert set(by_name(library)) == {"los.txt", "b.txt"}


def test_a_newer_edition_in_a_folder_never_takes_a_loose_source_along(
    library: Library, door: Door, folder: Path, tmp_path: Path
) -> None:
    """The entry keeps the origin of the loose file, so the folder has no say over it."""
    take_in(library, door.file(write(tmp_path / "los.txt", *LONG)))
    write(folder / "nieuw.txt", *LONG, *prose(9, 60))
    assert synced(library, door, folder) == ["nieuw.txt: newer"]
    assert synced(library, door, folder) == ["nieuw.txt: known"]
    (entry,) = library.entries()
    assert len(entry.versions) == 2


def test_an_older_edition_that_sorts_first_is_not_lost(
    library: Library, door: Door, folder: Path
) -> None:
    write(folder / "b.txt", *LONG)
    synced(library, door, folder)
    write(folder / "a.txt", *LONG, *prose(9, 60))
    assert synced(library, door, folder) == ["a.txt: newer", "b.txt: unchanged"]
    (entry,) = library.entries()
    assert len(entry.versions) == 2


def test_what_cannot_be_read_is_told_and_the_others_go_on(
    library: Library, door: Door, folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(STUK)
    write(folder / "b.txt", *LETTER)
    assert synced(library, door, folder) == ["a.pdf: refused", "b.txt: new"]
    assert synced(library, door, folder) == ["a.pdf: refused", "b.txt: unchanged"]
    failed = by_name(library)["a.pdf"]
    assert len(library.entries()) == 2  # remembered once
    assert failed.state == "failed"
    assert failed.reason
    assert failed.versions == ()
    write(folder / "a.pdf", *prose(1))
    assert synced(library, door, folder) == ["a.pdf: new", "b.txt: unchanged"]
    mended = by_name(library)["a.pdf"]
    assert (mended.id, mended.state, mended.reason) == (failed.id, "ready", None)


def test_a_file_that_breaks_keeps_its_older_version(
    library: Library, door: Door, folder: Path
) -> None:
    write(folder / "a.txt", *LETTER)
    synced(library, door, folder)
    (folder / "a.txt").write_bytes(STUK)
    assert synced(library, door, folder) == ["a.txt: refused"]
    broken = by_name(library)["a.txt"]
    assert (broken.state, len(broken.versions)) == ("failed", 1)
    write(folder / "a.txt", *LETTER)
    assert synced(library, door, folder) == ["a.txt: unchanged"]
    assert (by_name(library)["a.txt"].state, by_name(library)["a.txt"].reason) == ("ready", None)


def test_a_refused_file_that_goes_is_forgotten(library: Library, door: Door, folder: Path) -> None:
    (folder / "a.pdf").write_bytes(STUK)
    synced(library, door, folder)
    (folder / "a.pdf").unlink()
    assert synced(library, door, folder) == ["a.pdf: removed"]
    assert library.entries() == ()


def test_a_sync_that_is_stopped_goes_on_where_it_was(
    library: Library, door: Door, folder: Path
) -> None:
    for name in "abc":
        write(folder / f"{name}.txt", *prose(ord(name)))
    for step in sync_folder(library, door, folder, Said()):
        assert told(step) == "a.txt: new"
        break
    assert synced(library, door, folder) == ["a.txt: unchanged", "b.txt: new", "c.txt: new"]


def test_what_is_said_goes_for_every_file(library: Library, door: Door, folder: Path) -> None:
    write(folder / "a.txt", *LETTER)
    write(folder / "b.txt", *prose(1))
    synced(library, door, folder, Said(label="internal", topic="wet-vifo"))
    assert {(e.label, e.topic) for e in library.entries()} == {("internal", "wet-vifo")}


def test_only_what_brings_other_words_changes_the_index(
    library: Library, door: Door, folder: Path
) -> None:
    write(folder / "a.txt", *LETTER)
    (folder / "b.pdf").write_bytes(STUK)
    assert [s.changes_index for s in sync_folder(library, door, folder, Said())] == [True, False]
    assert [s.changes_index for s in sync_folder(library, door, folder, Said())] == [False, False]
    (folder / "a.txt").unlink()
    assert [s.changes_index for s in sync_folder(library, door, folder, Said())] == [True, False]


def html(*texts: str) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"<html lang=nl><title>Wet</title><main><h1>Wet</h1>{body}</main></html>".encode()


def fetched(library: Library, door: Door, *sources: str, web: Web | None = None) -> list[str]:
    register = [register_source(name, url=web.url(f"/{name}")) for name in sources] if web else []
    return [told(step) for step in fetch_all(library, door, addresses(library, register))]


def test_an_address_is_fetched_once_and_then_asked_whether_it_changed(
    library: Library, door: Door, web: Web
) -> None:
    web.pages["/S01"] = in_turn(
        page(html(*LETTER), ETag='"1"', Content_Type="text/html"),
        page(b"", status=304, ETag='"1"'),
        page(html(*LETTER, "Een zin erbij."), ETag='"2"', Content_Type="text/html"),
        page(html(*LETTER, "Een zin erbij."), Content_Type="text/html"),
    )
    outcomes = [fetched(library, door, "S01", web=web) for _ in range(4)]
    assert outcomes == [["S01: new"], ["S01: unchanged"], ["S01: newer"], ["S01: unchanged"]]
    asked = [hit.headers.get("if-none-match") for hit in web.asked("/S01")]
    assert asked == [None, '"1"', '"1"', '"2"']
    (entry,) = library.entries()
    assert (entry.id, entry.registered, len(entry.versions)) == ("S01", True, 2)


def test_an_address_that_fails_keeps_its_older_version_and_the_others_go_on(
    library: Library, door: Door, web: Web
) -> None:
    web.pages["/S01"] = in_turn(
        page(html(*LETTER), Content_Type="text/html"),
        page(b"weg", status=404),
        page(html(*LETTER), Content_Type="text/html"),
    )
    web.pages["/S02"] = page(html(*prose(1)), Content_Type="text/html")
    assert fetched(library, door, "S01", "S02", web=web) == ["S01: new", "S02: new"]
    assert fetched(library, door, "S01", "S02", web=web) == ["S01: refused", "S02: unchanged"]
    failed = library.get("S01")
    assert failed is not None
    assert (failed.state, len(failed.versions)) == ("failed", 1)
    assert failed.reason
    assert fetched(library, door, "S01", "S02", web=web) == ["S01: unchanged", "S02: unchanged"]
    mended = library.get("S01")
    assert mended is not None
    assert (mended.state, mended.reason) == ("ready", None)


def test_a_source_that_never_came_is_remembered_with_the_reason(
    library: Library, door: Door, web: Web
) -> None:
    assert fetched(library, door, "S01", web=web) == ["S01: refused"]
    (entry,) = library.entries()
    assert (entry.id, entry.state, entry.registered) == ("S01", "failed", True)


def test_addresses_are_those_of_the_register_and_of_the_library(
    library: Library, door: Door, web: Web, tmp_path: Path
) -> None:
    web.pages["/eigen"] = page(html(*LETTER), Content_Type="text/html")
    with door.fetcher() as fetcher, door.address(web.url("/eigen"), fetcher) as arrival:
        assert arrival is not None
        own = take_in(library, arrival).entry
    take_in(library, door.file(write(tmp_path / "los.txt", *prose(1))))
    register = [register_source("S01"), register_source("S02", url=None, where="boek")]
    found = addresses(library, register)
    assert {(one.url, one.known.id if one.known else None) for one in found} == {
        (register[0].url, None),
        (web.url("/eigen"), own.id),
    }
    assert [one.url for one in addresses(library, register, only=[own.id])] == [web.url("/eigen")]
    for name in ("S02", "los", "onbekend"):
        with pytest.raises(SourceRefused, match=name):
            addresses(library, register, only=[name])


def test_a_damaged_library_is_an_error_before_anything_is_fetched(
    library: Library, door: Door, folder: Path
) -> None:
    write(folder / "a.txt", *LETTER)
    synced(library, door, folder)
    (entry,) = library.entries()
    path = library.folder / entry.id / "entry.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**values, "versions": 3}), encoding="utf-8")
    with pytest.raises(LibraryDamaged, match="loket remove"):
        synced(library, door, folder)
