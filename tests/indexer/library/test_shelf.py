from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import FolderNotWritable, IndexBusy, LibraryDamaged
from indexer.library import shelf
from indexer.library.shelf import Library, slug
from tests.indexer.library.arrivals import Sender, edited, extract_of, files_below, letter, prose


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path)


def test_a_library_without_a_folder_is_empty(tmp_path: Path) -> None:
    library = Library(tmp_path / "niets")
    assert library.entries() == ()
    assert library.get("wet") is None
    assert not library.folder.exists()


def test_what_was_put_is_read_back(sender: Sender) -> None:
    entry = sender.send(letter(), content=b"de bytes").entry
    library = sender.library
    assert library.entries() == (entry,)
    assert library.get(entry.id) == entry
    (version,) = entry.versions
    assert library.file_of(entry, version).read_bytes() == b"de bytes"
    assert library.extract_of(entry, version) == letter()


def test_a_source_is_removed_with_all_its_files(sender: Sender) -> None:
    gone = sender.send(letter(), "een.txt").entry
    kept = sender.send(extract_of(*prose(1)), "twee.txt").entry
    sender.library.remove(gone.id)
    assert sender.library.entries() == (kept,)
    assert all(name.startswith(kept.id) for name in files_below(sender.library.folder))
    sender.library.remove("nooit-geweest")


@pytest.mark.parametrize("name", ["..", "../buiten", "a/b", "", ".", "entry.json", "a" * 200, "é"])
def test_a_name_never_leads_out_of_the_library(sender: Sender, name: str) -> None:
    outside = sender.library.folder.parent / "buiten"
    outside.mkdir()
    sender.library.folder.mkdir()
    (outside / "entry.json").write_text("{}", encoding="utf-8")
    assert sender.library.get(name) is None


@given(st.text(max_size=200))
def test_every_title_gives_a_name_that_can_be_a_folder(title: str) -> None:
    name = slug(title)
    assert name == "" or shelf._NAME.fullmatch(name)
    assert len(name) <= 60


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wet veiligheidstoets investeringen", "wet-veiligheidstoets-investeringen"),
        ("Coördinatie & ‘coöperatie’ (2026)", "coordinatie-cooperatie-2026"),
        ("", "bron"),
        ("…", "bron"),
        ("经济安全", "bron"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\\b:c*?\x00d", "a-b-c-d"),
        ("CON", "con"),
        ("x" * 300, "x" * 60),
    ],
)
def test_an_id_is_made_of_the_title(tmp_path: Path, title: str, name: str) -> None:
    assert Library(tmp_path).free_id(title) == name


def test_a_long_title_is_cut_between_words(tmp_path: Path) -> None:
    name = Library(tmp_path).free_id("besluit " * 40)
    assert len(name) <= 60
    assert set(name.split("-")) == {"besluit"}


def test_ids_are_free(sender: Sender) -> None:
    names = [
        sender.send(extract_of(*prose(n), title="Brief"), f"{n}.txt").entry.id for n in range(3)
    ]
    assert names == ["brief", "brief-2", "brief-3"]
    assert sender.library.free_id("Brief") == "brief-4"
    assert sender.library.get("brief-2") is not None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"tekst"', "{}", "\x00\xff"])
def test_a_damaged_entry_names_its_file(sender: Sender, text: str) -> None:
    entry = sender.send(letter()).entry
    path = sender.library.folder / entry.id / "entry.json"
    path.write_bytes(text.encode("latin-1"))
    for read in (sender.library.entries, lambda: sender.library.get(entry.id)):
        with pytest.raises(LibraryDamaged, match="loket remove") as caught:
            read()
        assert caught.value.path == path
    sender.library.remove(entry.id)  # the way out works
    assert sender.library.entries() == ()


def test_a_date_that_is_none_is_damage(sender: Sender) -> None:
    entry = sender.send(letter()).entry
    path = sender.library.folder / entry.id / "entry.json"
    edited(path, lambda values: values["versions"][0].update(taken_in="toen"))
    with pytest.raises(LibraryDamaged):
        sender.library.entries()


@pytest.mark.parametrize(
    "damage",
    [
        lambda values: values.pop("blocks"),
        lambda values: values.update(blocks=None),
        lambda values: values["blocks"][0].update(kind="plaatje"),
        lambda values: values["blocks"][0].pop("turns"),
        lambda values: values.update(kleur="rood"),
    ],
)
def test_a_damaged_text_names_its_file(sender: Sender, damage: Any) -> None:
    entry = sender.send(letter()).entry
    path = sender.library.file_of(entry, entry.versions[0]).with_suffix(".json")
    edited(path, damage)
    with pytest.raises(LibraryDamaged) as caught:
        sender.library.extract_of(entry, entry.versions[0])
    assert caught.value.path == path


def test_a_text_that_is_gone_is_damage(sender: Sender) -> None:
    entry = sender.send(letter()).entry
    sender.library.file_of(entry, entry.versions[0]).with_suffix(".json").unlink()
    with pytest.raises(LibraryDamaged):
        sender.library.extract_of(entry, entry.versions[0])


def test_what_was_put_but_not_saved_is_not_seen(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            sender.send(letter())
    assert sender.library.entries() == ()
    again = sender.send(letter()).entry
    assert sender.library.entries() == (again,)


def test_a_newer_version_that_was_not_saved_leaves_the_older(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sender.send(letter()).entry

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            sender.send(extract_of(*prose(1)))
    assert sender.library.entries() == (before,)
    assert sender.library.extract_of(before, before.versions[0]) == letter()


def test_half_an_entry_is_never_in_place(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = sender.send(letter()).entry

    def power_cut(_: int) -> None:
        raise OSError(5, "stroomstoring")

    monkeypatch.setattr(os, "fsync", power_cut)
    with pytest.raises(OSError, match="stroomstoring"):
        sender.library.save(entry)
    assert sender.library.get(entry.id) == entry


def test_one_writer_at_a_time(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_PATIENCE", 0.05)
    sender.library.folder.mkdir(parents=True)
    with FileLock(sender.library.folder / "writer.lock"):
        with pytest.raises(IndexBusy):
            sender.send(letter())
        assert sender.library.entries() == ()
    entry = sender.send(letter()).entry
    assert sender.library.entries() == (entry,)


def test_a_writer_that_fails_lets_the_next_one_in(sender: Sender) -> None:
    with pytest.raises(ValueError, match="mis"), sender.library.writing():
        raise ValueError("mis")
    with sender.library.writing():
        pass


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("geen map", encoding="utf-8")
    with pytest.raises(FolderNotWritable), Library(tmp_path / "library").writing():
        pass


def test_an_entry_is_json_that_a_person_can_read(sender: Sender) -> None:
    entry = sender.send(letter(title="Coördinatie")).entry
    text = (sender.library.folder / entry.id / "entry.json").read_text(encoding="utf-8")
    assert "Coördinatie" in text
    assert json.loads(text)["origin"] == "brief.txt"
