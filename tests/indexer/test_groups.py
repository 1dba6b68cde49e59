from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from indexer.errors import LibraryDamaged, SourceRefused
from indexer.groups import CORPUS, groups_of, originals_json
from indexer.library.door import note_failure
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from tests.indexer.library.arrivals import (
    LAW_NEW,
    LAW_OLD,
    Sender,
    edited,
    extract_of,
    prose,
    register_source,
)

TODAY = date(2026, 11, 22)


@pytest.fixture
def sender(index_settings: IndexSettings) -> Sender:
    return Sender(index_settings.data_dir)


def digests(settings: IndexSettings, today: date = TODAY) -> dict[str, str]:
    return {group.name: group.digest for group in groups_of(settings, today)}


def test_the_corpus_comes_first_and_each_source_is_a_group(
    index_settings: IndexSettings, sender: Sender
) -> None:
    assert list(digests(index_settings)) == [CORPUS]
    for number in (2, 1):
        sender.send(extract_of(*prose(number), title=f"Bron {number}"), f"{number}.txt")
    assert list(digests(index_settings)) == [CORPUS, "bron:bron-1", "bron:bron-2"]


def test_a_digest_reads_no_document(index_settings: IndexSettings, sender: Sender) -> None:
    entry = sender.send(extract_of(*prose(1))).entry
    before = digests(index_settings)
    text = sender.library.file_of(entry, entry.versions[0]).with_suffix(".json")
    text.write_text("{", encoding="utf-8")
    assert digests(index_settings) == before
    (_, group) = groups_of(index_settings, TODAY)
    with pytest.raises(LibraryDamaged):
        list(group.passages())


def test_another_source_changes_no_other_group(
    index_settings: IndexSettings, sender: Sender
) -> None:
    sender.send(extract_of(*prose(1)), "een.txt")
    before = digests(index_settings)
    sender.send(extract_of(*prose(2)), "twee.txt")
    after = digests(index_settings)
    assert {name: after[name] for name in before} == before


def test_what_changes_an_answer_changes_the_digest(
    index_settings: IndexSettings, sender: Sender
) -> None:
    entry = sender.send(extract_of(*prose(1)), on=date(2026, 1, 1)).entry
    found = [digests(index_settings)[f"bron:{entry.id}"]]
    for changed in (
        replace(entry, label="internal"),
        replace(entry, topic="wet-vifo"),
        replace(entry, source=replace(entry.source, title="Anders")),
        replace(entry, looked_at="2026-02-01T09:00:00+00:00"),
        replace(entry, versions=(replace(entry.versions[0], mangled="onleesbaar"),)),
    ):
        sender.library.save(changed)
        found.append(digests(index_settings)[f"bron:{entry.id}"])
    longer = index_settings.model_copy(update={"original_words": 200})
    found.append(digests(longer)[f"bron:{entry.id}"])
    assert len(set(found)) == len(found)


def test_a_look_on_the_same_day_changes_nothing(
    index_settings: IndexSettings, sender: Sender
) -> None:
    entry = sender.send(extract_of(*prose(1)), on=date(2026, 1, 1)).entry
    before = digests(index_settings)
    sender.library.save(
        replace(
            entry, looked_at="2026-01-01T23:00:00+00:00", etag="x", last_modified="y",
            state="failed", reason="even niet bereikbaar",
        )
    )  # fmt: skip
    assert digests(index_settings) == before


def test_the_day_on_which_a_law_begins_to_hold_changes_its_group(
    index_settings: IndexSettings, sender: Sender
) -> None:
    sender.send(extract_of(LAW_OLD, title="Wet", valid_from="2020-01-01"), "wet.xml")
    sender.send(extract_of(LAW_NEW, title="Wet", valid_from="2027-01-01"), "wet.xml")
    eve, day = date(2026, 12, 31), date(2027, 1, 1)
    assert digests(index_settings, eve) == digests(index_settings, TODAY)
    assert digests(index_settings, eve)["bron:wet"] != digests(index_settings, day)["bron:wet"]
    assert digests(index_settings, day) == digests(index_settings, date(2030, 1, 1))


def test_the_passages_of_a_group_are_those_of_the_source(
    index_settings: IndexSettings, sender: Sender
) -> None:
    sender.send(extract_of(LAW_OLD, title="Wet", valid_from="2020-01-01"), "wet.xml")
    corpus, law = groups_of(index_settings, TODAY)
    assert [passage.text for passage in law.passages()] == [LAW_OLD]
    assert {passage.basis for passage in corpus.passages()} == {"digest"}


def test_what_never_came_is_no_group(index_settings: IndexSettings, sender: Sender) -> None:
    note_failure(sender.library, "x.pdf", SourceRefused("x.pdf", "stuk."))
    assert list(digests(index_settings)) == [CORPUS]
    assert json.loads(originals_json(index_settings)) == []


def test_a_damaged_entry_is_named(index_settings: IndexSettings, sender: Sender) -> None:
    entry = sender.send(extract_of(*prose(1))).entry
    edited(Library(index_settings.library_dir).folder / entry.id / "entry.json", dict.clear)
    with pytest.raises(LibraryDamaged, match="loket remove"):
        groups_of(index_settings, TODAY)


def test_a_build_keeps_the_sources_that_no_register_knows(
    index_settings: IndexSettings, sender: Sender
) -> None:
    own = sender.send(extract_of(*prose(1)), "een.txt").entry
    sender.send(extract_of(*prose(2)), "https://x.test", register=register_source())
    (known,) = json.loads(originals_json(index_settings))
    assert (known["source"]["id"], known["label"]) == (own.id, "public")
