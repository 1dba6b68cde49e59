from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.language import detect_language
from indexer.errors import SourceRefused
from indexer.library.door import Door, limits_of, note_failure, rules_of
from indexer.library.intake import Outcome, take_in
from indexer.library.shelf import Library
from indexer.reading.limits import MEGABYTE
from indexer.settings import IndexSettings
from tests.indexer.fetch.web import Web, in_turn, page, serving
from tests.indexer.library.arrivals import LETTER, files_below, register_source, said

HTML = "<html lang=nl><title>Brief</title><main><h1>Brief</h1>{}</main></html>"
PAGE = HTML.format("".join(f"<p>{text}</p>" for text in LETTER)).encode()
GERMAN = "Dieser Text handelt von der Ausfuhr und den Vorschriften der Behörde. " * 4


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(data_dir=tmp_path / "data", read_seconds=30, _env_file=None)


@pytest.fixture
def library(settings: IndexSettings) -> Library:
    return Library(settings.library_dir)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as running:
        yield running


@pytest.fixture
def door(settings: IndexSettings, web: Web) -> Door:
    return Door(settings, detect_language, rules=web.rules())


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text("\n\n".join(LETTER), encoding="utf-8")
    return path


def test_a_file_becomes_an_arrival(door: Door, letter: Path) -> None:
    arrival = door.file(letter, said=said(title="Mijn brief"), folder="/map")
    assert (arrival.name, arrival.origin) == ("brief.txt", str(letter.resolve()))
    assert (arrival.language, arrival.folder, arrival.said.title) == ("nl", "/map", "Mijn brief")
    assert [block.text for block in arrival.extract.blocks] == LETTER


def test_the_origin_is_the_same_whatever_way_leads_to_the_file(
    door: Door, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter.parent)
    link = letter.parent / "link.txt"
    link.symlink_to(letter)
    origins = {door.file(path).origin for path in (letter, Path("brief.txt"), link)}
    assert origins == {str(letter)}


@pytest.mark.parametrize("name", ["niets.pdf", "", ".", "x\x7f.pdf", "n" * 200])
def test_a_file_that_is_not_there_is_refused(door: Door, tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceRefused, match="dit bestand is er niet") as caught:
        door.file(tmp_path / name)
    assert "https://" in caught.value.advice


def test_an_empty_file_is_refused(door: Door, tmp_path: Path) -> None:
    path = tmp_path / "leeg.txt"
    path.touch()
    with pytest.raises(SourceRefused):
        door.file(path)


def test_another_language_is_refused(door: Door, tmp_path: Path, library: Library) -> None:
    path = tmp_path / "deutsch.txt"
    path.write_text(GERMAN, encoding="utf-8")
    with pytest.raises(SourceRefused, match="niet in het Nederlands of Engels") as caught:
        door.file(path)
    assert caught.value.name == "deutsch.txt"
    assert files_below(library.folder) == []


def test_english_is_taken_in(door: Door, tmp_path: Path) -> None:
    path = tmp_path / "rules.txt"
    path.write_text("The exporter must apply for a licence before the goods leave. " * 5)
    assert door.file(path).language == "en"


def test_the_language_is_told_by_the_longest_blocks(settings: IndexSettings, letter: Path) -> None:
    heard: list[str] = []

    def detect(text: str) -> str:
        heard.append(text)
        return "nl"

    letter.write_text("Annex\n\nTable\n\n" + LETTER[0] + "\n\nFoo", encoding="utf-8")
    Door(settings, detect).file(letter)
    assert heard[0].startswith(LETTER[0])


def test_an_address_becomes_an_arrival(door: Door, web: Web) -> None:
    web.pages["/brief"] = page(PAGE, Content_Type="text/html", ETag='"1"', Last_Modified="toen")
    with door.fetcher() as fetcher, door.address(web.url("/brief"), fetcher) as arrival:
        assert arrival is not None
        assert (arrival.origin, arrival.etag) == (web.url("/brief"), '"1"')
        assert (arrival.extract.title, arrival.language) == ("Brief", "nl")
        file = arrival.file
        assert file.read_bytes() == PAGE
    assert not file.exists()


def test_an_address_that_has_not_changed_is_none(door: Door, web: Web, library: Library) -> None:
    url = web.url("/brief")
    first = page(PAGE, Content_Type="text/html", ETag='"1"')
    web.pages["/brief"] = in_turn(first, page(b"", status=304, ETag='"1"'))
    with door.fetcher() as fetcher:
        with door.address(url, fetcher) as arrival:
            assert arrival is not None
            entry = take_in(library, arrival).entry
        with door.address(url, fetcher, known=entry) as again:
            assert again is None
    assert web.asked("/brief")[1].headers["if-none-match"] == '"1"'


def test_an_entry_without_versions_is_fetched_whole(door: Door, web: Web, library: Library) -> None:
    url = web.url("/brief")
    note_failure(library, url, SourceRefused(url, "mis."))
    web.pages["/brief"] = page(PAGE, Content_Type="text/html")
    (known,) = library.entries()
    with door.fetcher() as fetcher, door.address(url, fetcher, known=known) as arrival:
        assert arrival is not None
    assert "if-none-match" not in web.asked("/brief")[0].headers


@pytest.mark.parametrize("status", [404, 410, 403, 500])
def test_an_address_without_a_document_is_refused(door: Door, web: Web, status: int) -> None:
    web.pages["/weg"] = page(b"weg", status=status)
    with (
        door.fetcher() as fetcher,
        pytest.raises(SourceRefused),
        door.address(web.url("/weg"), fetcher),
    ):
        pass


def test_a_failure_is_remembered_once_and_clears(
    door: Door, letter: Path, library: Library
) -> None:
    origin = str(letter.resolve())
    for reason in ("stuk.", "nog steeds stuk."):
        note_failure(library, origin, SourceRefused(origin, reason, "Doe iets."), folder="/map")
    (failed,) = library.entries()
    assert (failed.state, failed.reason) == ("failed", "nog steeds stuk. Doe iets.")
    assert (failed.origin, failed.folder, failed.versions) == (origin, "/map", ())
    assert failed.label == "internal"
    taken = take_in(library, door.file(letter, folder="/map"))
    assert (taken.outcome, taken.entry.id) == (Outcome.NEW, failed.id)
    assert library.entries() == (taken.entry,)
    assert (taken.entry.state, taken.entry.reason) == ("ready", None)


def test_a_failure_leaves_the_versions_that_there_are(
    door: Door, letter: Path, library: Library
) -> None:
    before = take_in(library, door.file(letter)).entry
    note_failure(library, before.origin, SourceRefused("x", "weg."))
    after = library.get(before.id)
    assert after is not None
    assert (after.state, after.versions) == ("failed", before.versions)


def test_a_failure_of_a_source_of_the_register_bears_its_id(library: Library) -> None:
    source = register_source()
    note_failure(library, source.url or "", SourceRefused("x", "weg."), register=source)
    (entry,) = library.entries()
    assert (entry.id, entry.registered, entry.source) == ("S01", True, source)


def test_limits_and_rules_follow_the_settings(tmp_path: Path) -> None:
    settings = IndexSettings(
        data_dir=tmp_path, file_megabytes=3, file_pages=7, read_seconds=9, read_megabytes=600,
        fetch_seconds=11, fetch_private=True, _env_file=None,
    )  # fmt: skip
    limits, rules = limits_of(settings), rules_of(settings)
    assert (limits.file_bytes, limits.pages) == (3 * MEGABYTE, 7)
    assert (limits.seconds, limits.memory_bytes) == (9, 600 * MEGABYTE)
    assert (rules.most_bytes, rules.seconds_total) == (3 * MEGABYTE, 11.0)
    assert rules.allow_private
    assert not rules_of(IndexSettings(data_dir=tmp_path, _env_file=None)).allow_private
    assert rules.user_agent.startswith("Loketwijzer/")
