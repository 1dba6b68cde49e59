"""What is sent to the desk is taken as it was meant, and refused where it cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from assistant.desk.errors import DeskRefused
from assistant.errors import InvalidQuestion
from ui.desk.case_requests import HandOverRequest, OwnerRequest, SentenceDecision, Wanted

_SIGNS = "\0\t\x7f\x85\xa0\xad\u200b\u200c\u200d\u200f\u202e\u2066\u2069\ufeff\ud800"
UNSEEN = [one for sign in _SIGNS for one in (f"a{sign}@c.nl", f"a@c{sign}d.nl", f"a@c.n{sign}l")]


def test_what_cannot_be_stored_is_asked_of_nobody() -> None:
    said = [{"role": "user", "content": "Hal\ud800lo"}]
    asked = HandOverRequest(question="Mag\ud800 \0dat?", conversation=said, remark="Snel\0")
    handed, question = asked.handed(), asked.as_question()
    assert (handed.question, handed.remark, question.text) == ("Mag dat?", "Snel", "Mag dat?")
    assert handed.conversation[0].content == question.history[0].content == "Hallo"


def test_a_hand_over_keeps_what_was_typed() -> None:
    asked = HandOverRequest(
        question="Mag dat?",
        conversation=[{"role": "user", "content": "Hallo"}],
        language="en",
        name="  Sanne   Bakker ",
        email="sanne@bakker.example",
        remark=" Graag snel. ",
    )
    handed = asked.handed()
    assert (handed.name, handed.remark, handed.language) == ("Sanne Bakker", "Graag snel.", "en")
    assert handed.conversation[0].content == "Hallo"
    question = asked.as_question()
    assert (question.mode, question.language, question.text) == ("extractive", "en", "Mag dat?")


def test_a_blank_question_is_refused_in_the_words_of_every_door() -> None:
    with pytest.raises(InvalidQuestion):
        HandOverRequest(question="  ").as_question()


@pytest.mark.parametrize("email", ["", "a@b.nl", "naam.achter+x@sub.bedrijf.example"])
def test_mail_addresses(email: str) -> None:
    assert HandOverRequest(question="x", email=email).handed().email == email


@pytest.mark.parametrize(
    "email", ["a", "a@b", "a b@c.nl", "a@c.nl\nBcc: x@y.nl", "<a@c.nl>", "@c.nl", *UNSEEN]
)
def test_no_mail_addresses(email: str) -> None:
    with pytest.raises(ValidationError):
        HandOverRequest(question="x", email=email)


@pytest.mark.parametrize("said", [{}, {"decision": "kept", "passage_id": "x"}])
def test_one_thing_at_a_time(said: dict[str, Any]) -> None:
    with pytest.raises(DeskRefused):
        SentenceDecision(version=1, **said).check()


@pytest.mark.parametrize("version", [True, 1.0, "1", -1, 2**31])
def test_a_version_is_a_number(version: Any) -> None:
    with pytest.raises(ValidationError):
        SentenceDecision(version=version, decision="kept")


@pytest.mark.parametrize(("shape", "given"), [(OwnerRequest, {"owner": "x"}), (Wanted, {})])
def test_unknown_fields_are_refused(shape: type[BaseModel], given: dict[str, Any]) -> None:
    shape(**given)
    with pytest.raises(ValidationError):
        shape(**given, more=1)
