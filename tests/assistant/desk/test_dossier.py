"""A dossier comes back from its JSON as it was, and what is none is refused in plain words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.answers import Status
from assistant.desk.dossier import Asked, CaseParticulars, Dossier, Sender, read, write
from assistant.desk.errors import DeskRefused
from tests.assistant.desk.letter_parts import AT, ENTRIES, SOURCES, make_case


def make_dossier(question: str = "Moet ik melden?") -> Dossier:
    case = make_case()
    return Dossier(
        kind="case",
        asked=Asked(
            question=question,
            conversation=case.handed.conversation,
            language="nl",
            mode="extractive",
            style="normal",
            on=AT.date(),
        ),
        found=case.found,
        passages=(),
        sources=tuple(SOURCES.values()),
        case=CaseParticulars(
            id=12,
            reference=case.reference,
            state="approved",
            topic="wet-vifo",
            impact=3,
            created=AT,
            claimed_by=None,
            version=7,
        ),
        sender=Sender(name="", email="", remark=""),
        draft=case.draft,
        approvals=case.approvals,
        audit=ENTRIES,
    )


def changed(**values: Any) -> bytes:
    return json.dumps({**json.loads(write(make_dossier())), **values}).encode()


def test_a_dossier_comes_back_as_it_was() -> None:
    dossier = make_dossier('<b> & "😀" \n\t')
    back = read(write(dossier))
    assert back == dossier
    assert back.found.status is Status.PARTIAL
    assert back.approvals[0].at == AT


def test_half_a_character_does_not_stop_the_writing() -> None:
    assert read(write(make_dossier("half \ud83d teken"))).asked.question == "half ? teken"


def test_it_says_which_form_it_has() -> None:
    values = json.loads(write(make_dossier()))
    assert (values["schema"], values["schema_version"]) == ("loketwijzer-dossier", 1)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 200_000])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(DeskRefused, match="geen JSON"):
        read(content)


@pytest.mark.parametrize("content", [b"[]", b"1", b"{}", b'{"schema": "iets anders"}'])
def test_json_of_others_is_refused(content: bytes) -> None:
    with pytest.raises(DeskRefused, match="geen dossier van de Loketwijzer"):
        read(content)


@pytest.mark.parametrize("version", [0, 2, "1", None, "x" * 500])
def test_another_form_is_refused_with_a_way_out(version: object) -> None:
    with pytest.raises(DeskRefused, match="deze versie leest vorm 1") as refused:
        read(changed(schema_version=version))
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize("part", ["asked", "found", "passages", "sources", "kind"])
def test_a_dossier_with_a_part_that_is_wrong_says_which(part: str) -> None:
    with pytest.raises(DeskRefused, match=f"{part}.* ontbreekt of klopt niet"):
        read(changed(**{part: 5}))
