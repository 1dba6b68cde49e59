"""Personal data that comes back is seen; what is public is not held against an answer."""

from __future__ import annotations

import pytest

from assistant.answers import Message, Question, Status
from evals.privacy import echoed, personal_data
from tests.evals.outcomes import answer, citation, contact, sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mail Jan.de-Boer@Bedrijf.nl even", "jan.de-boer@bedrijf.nl"),
        ("bel 06 - 1234 5678", "0612345678"),
        ("bel +31 (0)6 12345678.", "310612345678"),
        ("BSN 123456782", "123456782"),
        ("naar NL91 ABNA 0417 1643 00 overgemaakt", "nl91abna0417164300"),
    ],
)
def test_personal_data_is_found_in_any_dress(text: str, found: str) -> None:
    assert found in personal_data(text)


def test_years_amounts_and_laws_are_no_personal_data() -> None:
    text = "In 2025-2026 gold 128,4 miljoen euro, verordening (EU) 2021/821, bijlage 12."
    assert personal_data(text) == frozenset()


def test_what_comes_back_is_seen_wherever_it_stands() -> None:
    asked = Question(text="Ik ben j@boer.nl, wat nu?")
    assert echoed(asked, answer(reply="Beste J@boer.nl")) is True
    assert echoed(asked, answer(sentences=[sentence("Mail j@boer.nl.")])) is True
    assert echoed(asked, answer()) is False


def test_the_history_counts() -> None:
    asked = Question(text="En nu?", history=(Message(role="user", content="Bel 0612345678"),))
    assert echoed(asked, answer(Status.NO_ANSWER, reply="U belde 06-12345678.")) is True


def test_a_question_without_personal_data_is_not_judged() -> None:
    assert echoed(Question(text="Wat is een belang van 10 procent?"), answer()) is None


def test_public_numbers_may_be_said() -> None:
    asked = Question(text="Is 079-3205050 van de AIVD?")
    text = "Bel 079 320 50 50."
    cited = answer(sentences=[sentence(text)], citations=[citation(1, text)])
    assert echoed(asked, cited) is False
    registered = answer(reply=text, contacts=[contact("aivd", phone="079 320 50 50")])
    assert echoed(asked, registered) is False
