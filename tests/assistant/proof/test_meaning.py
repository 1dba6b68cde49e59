from __future__ import annotations

import pytest

from assistant.proof.meaning import shifts
from indexer.terms import Terms

TERMS = Terms([], [])

FACT = "Bij zeer sensitieve technologie moet de koper de aankoop vooraf melden."
ADVICE = "De AIVD raadt aan om laptops thuis te laten."
DENIAL = "Een vraag aan BTI is geen melding."


def found(sentence: str, *facts: str) -> list[str]:
    return list(shifts(sentence, facts, lambda text: frozenset(TERMS.of_text(text, "nl"))))


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (FACT, [FACT]),
        ("De koper moet een aankoop van zeer sensitieve technologie melden.", [FACT]),
        ("Laat laptops liever thuis, zegt de AIVD.", [ADVICE]),
        ("Een vraag aan BTI telt niet als melding.", [DENIAL]),
        ("Een koper moet vooraf melden en een vraag aan BTI is geen melding.", [FACT, DENIAL]),
        ("Zonder melding mag de aankoop niet.", ["De aankoop is verboden zonder melding."]),
    ],
)
def test_what_says_the_same_is_well(sentence: str, facts: list[str]) -> None:
    assert found(sentence, *facts) == []


@pytest.mark.parametrize(
    ("sentence", "facts", "problem"),
    [
        ("Erwtensoep kookt een uur op laag vuur.", [FACT], "0 of its"),
        ("U moet laptops thuis laten, zegt de AIVD.", [ADVICE], "says must where"),
        ("De koper moet de aankoop niet vooraf melden.", [FACT], "denies what the evidence does"),
        ("Een vraag aan BTI is een melding.", [DENIAL], "does not deny what the evidence denies"),
        (FACT, [], "0 of its"),
    ],
)
def test_each_departure_is_named(sentence: str, facts: list[str], problem: str) -> None:
    assert any(problem in shift for shift in found(sentence, *facts))


def test_a_duty_is_well_where_one_of_the_facts_states_it() -> None:
    assert found("De koper moet melden; laat laptops thuis.", ADVICE, FACT) == []
