"""A case and an answer as files: whole, readable without us, and always the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from assistant.answers import Question
from assistant.desk.case_file import answer_bundle, case_bundle, read_bundle
from assistant.desk.errors import DeskRefused
from assistant.desk.packing import pack
from assistant.pipeline import Assistant
from tests.assistant.desk.letter_parts import (
    ENTRIES,
    REFERENCE,
    SENTENCES,
    SOURCES,
    make_case,
    make_source,
    without_draft,
)

ON_TOPIC = "Moet ik een investeerder met 15 procent melden?"


def files(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def values(bundle: bytes) -> Any:
    return json.loads(files(bundle)["case.json"])


def test_a_case_is_kept_whole() -> None:
    bundle = case_bundle(make_case(name="Iemand"), ENTRIES, SOURCES)
    assert list(files(bundle)) == ["case.json", "case.html"]
    kept = values(bundle)
    assert kept["asked"]["question"] == "Moet ik een investering in mijn bedrijf melden?"
    assert kept["asked"]["conversation"] == [{"role": "user", "content": "Eerst iets anders"}]
    assert kept["sender"]["name"] == "Iemand"
    assert kept["found"]["sentences"][0]["support"] == 0.91
    assert (kept["found"]["index_version"], kept["found"]["model"]) == ("build-1", None)
    assert [one["decision"] for one in kept["draft"]["sentences"]].count("rejected") == 1
    assert kept["approvals"][0]["by"] == "goedkeurder-1"
    assert kept["approvals"][0]["at"] == "2026-11-21T23:30:00+00:00"
    assert kept["audit"][0]["action"] == "draft approved"
    assert kept["case"]["reference"] == REFERENCE
    back = read_bundle(bundle)
    assert back.draft == make_case().draft
    assert back.audit == ENTRIES


def test_the_audit_trail_is_told_in_its_order() -> None:
    later = replace(ENTRIES[0], number=6, action="exported docx")
    back = read_bundle(case_bundle(make_case(), (later, *ENTRIES), SOURCES))
    assert [entry.number for entry in back.audit] == [5, 6]


def test_who_asked_stands_in_one_place_only() -> None:
    kept = values(case_bundle(make_case(name="Iemand"), ENTRIES, SOURCES))
    del kept["sender"]
    assert "Iemand" not in json.dumps(kept)
    assert "vraag@voorbeeld.nl" not in json.dumps(kept)


def test_passages_and_sources_that_were_used_are_there_once_and_others_are_not() -> None:
    sources = {**SOURCES, "S99": make_source("S99")}
    kept = values(case_bundle(make_case(), ENTRIES, sources))
    digests = [one["digest"] for one in kept["passages"]]
    assert len(digests) == len(set(digests)) == 6
    assert digests[0] == hashlib.sha256(SENTENCES[0].text.encode()).hexdigest()
    assert [one["id"] for one in kept["sources"]] == ["S01", "S02", "S03"]


def test_a_case_without_a_draft_is_kept_too() -> None:
    kept = values(case_bundle(without_draft(make_case()), (), {}))
    assert kept["draft"] is None
    assert kept["approvals"] == kept["audit"] == kept["sources"] == []


def test_the_page_bears_the_digest_of_the_json() -> None:
    kept = files(case_bundle(make_case(), ENTRIES, SOURCES))
    assert hashlib.sha256(kept["case.json"]).hexdigest() in kept["case.html"].decode()


def test_the_same_case_gives_the_same_bytes_and_another_does_not() -> None:
    one = case_bundle(make_case(), ENTRIES, SOURCES)
    assert one == case_bundle(make_case(), ENTRIES, SOURCES)
    assert one != case_bundle(make_case(question="Iets anders?"), ENTRIES, SOURCES)


def test_an_answer_is_kept_with_the_passages_it_cites(assistant: Assistant) -> None:
    question = Question(text=ON_TOPIC)
    answer = assistant.invoke(question)
    bundle = answer_bundle(question, answer)
    kept = values(bundle)
    assert kept["kind"] == "answer"
    assert [one["text"] for one in kept["found"]["sentences"]] == [
        sentence.text for sentence in answer.sentences
    ]
    for passage in kept["passages"]:
        assert hashlib.sha256(passage["text"].encode()).hexdigest() == passage["digest"]
        assert all(quote in passage["text"] for quote in passage["quotes"])
    assert "S01" in [one["id"] for one in kept["sources"]]
    assert kept["case"] is kept["draft"] is kept["sender"] is None
    assert bundle == answer_bundle(question, answer)


def test_an_answer_without_sentences_can_be_kept_too(assistant: Assistant) -> None:
    question = Question(text="Wat is een goed recept voor erwtensoep?")
    back = read_bundle(answer_bundle(question, assistant.invoke(question)))
    assert back.found.status.value == "out_of_scope"
    assert back.passages == ()


@pytest.mark.parametrize("name", ["case.json", "case.html"])
def test_a_bundle_of_which_one_file_was_changed_or_taken_out_is_refused(name: str) -> None:
    kept = files(case_bundle(make_case(), ENTRIES, SOURCES))
    digest = hashlib.sha256(kept["case.json"]).hexdigest().encode()
    changed = kept[name].replace(b"kept", b"open").replace(digest, b"0" * 64)
    with pytest.raises(DeskRefused, match="horen niet bij elkaar"):
        read_bundle(pack({**kept, name: changed}))
    with pytest.raises(DeskRefused, match=f"zit geen {name}"):
        read_bundle(pack({other: kept[other] for other in kept if other != name}))


@pytest.mark.parametrize("content", [b"", b"geen zip", b"{}"])
def test_a_foreign_file_is_refused(content: bytes) -> None:
    with pytest.raises(DeskRefused, match="geen leesbaar zipbestand"):
        read_bundle(content)
