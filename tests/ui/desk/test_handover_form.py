"""Reading the form of the hand-over: bounded, in order, and judged field by field."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from assistant.answers import MAX_HISTORY
from ui.desk.handover_form import Filled, faults, read_form, turn_id, with_ticket


def _read(*pairs: tuple[str, str]) -> Filled:
    return read_form(urlencode(pairs).encode())


def test_a_conversation_keeps_its_order_and_loses_what_was_emptied() -> None:
    filled = _read(
        ("geantwoord", "van niemand"),
        ("gevraagd", "een"),
        ("geantwoord", "1"),
        ("gevraagd", "  "),
        ("geantwoord", "2"),
        ("gevraagd", "drie"),
    )
    turns = [(turn.role, turn.content) for turn in filled.conversation]
    assert turns == [("user", "een"), ("assistant", "1"), ("user", "drie")]
    assert not filled.shortened


def test_a_conversation_that_is_too_long_loses_its_beginning_and_says_so() -> None:
    pairs = [pair for n in range(12) for pair in (("gevraagd", f"v{n}"), ("geantwoord", f"a{n}"))]
    filled = _read(*pairs, ("gevraagd", "laatste"))
    assert filled.shortened
    assert len(filled.conversation) <= MAX_HISTORY
    assert filled.conversation[0].role == "user"
    assert filled.conversation[-1].content == "laatste"


def test_control_signs_go_and_line_ends_become_one() -> None:
    filled = _read(("vraag", "a\r\nb\x00\x1bc\ud83d".encode("utf-8", "replace").decode()))
    assert filled.question == "a\nbc?"
    assert _read(("naam", " Jan\n  Smit\t")).name == "Jan Smit"


def test_a_very_long_answer_of_the_chat_is_cut_and_a_very_long_question_refused() -> None:
    filled = _read(("vraag", "x"), ("gevraagd", "q" * 2_001), ("geantwoord", "a" * 10_000))
    assert len(filled.conversation[1].content) == 6_000
    assert filled.conversation[1].content.endswith("…")
    assert list(faults(filled, "nl")) == [turn_id(0)]


@pytest.mark.parametrize(
    "address", ["jan@bedrijf.nl", "j.smit+vraag@mail.bedrijf-x.co.uk", "o'neill@x.nl", ""]
)
def test_addresses_that_are_good(address: str) -> None:
    assert not faults(Filled(question="Wat?", email=address), "nl")


@pytest.mark.parametrize(
    "address",
    [
        *("jan", "jan@", "@x.nl", "jan@x", "a b@x.nl", "a@x.nl,b@x.nl", "Jan <a@x.nl>", "a@x..nl"),
        "a@x.nl\nBcc: b@x.nl",
        f"{'a' * 250}@x.nl",
        *(f"a{sign}@x.nl" for sign in "\0\x7f\x9b\xad\u061c\u200b\u200f\u202e\u2066\ufeff"),
        "a@x\u200d.nl",
    ],
)
def test_addresses_that_are_none(address: str) -> None:
    assert list(faults(Filled(question="Wat?", email=address), "en")) == ["email"]


def test_faults_speak_the_language_of_the_page() -> None:
    assert "empty" in faults(Filled(), "en")["vraag"]
    assert "leeg" in faults(Filled(), "nl")["vraag"]


@pytest.mark.parametrize("where", ["vraag", "opmerking", "gevraagd"])
def test_personal_data_is_seen_in_what_was_typed(where: str) -> None:
    assert _read((where, "mail a@b.nl")).holds_personal_data
    assert not _read((where, "mail ons")).holds_personal_data
    assert not Filled(email="a@b.nl").holds_personal_data  # that is what the field is for


def test_a_ticket_is_given_once() -> None:
    assert with_ticket(with_ticket(Filled(), "een"), "twee").ticket == "een"
