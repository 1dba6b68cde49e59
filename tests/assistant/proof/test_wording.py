from __future__ import annotations

import pytest

from assistant.proof.wording import conditions, modalities, negations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U moet de aankoop melden.", {"must"}),
        ("De aankoop is meldplichtig.", {"must"}),
        ("You must notify.", {"must"}),
        ("U kunt BTI bellen.", {"may"}),
        ("You may call BTI.", {"may"}),
        ("U mag dat niet doen.", {"must_not"}),
        ("Doorgaan is verboden.", {"must_not"}),
        ("You may not go ahead.", {"must_not"}),
        ("You cannot go ahead.", {"must_not"}),
        ("De AIVD raadt aan om te bellen.", {"should"}),
        ("You should call.", {"should"}),
        ("BTI hoort bij het ministerie.", set()),
        ("U kunt bellen en moet melden.", {"must", "may"}),
    ],
)
def test_obligation_permission_and_advice_are_told_apart(text: str, expected: set[str]) -> None:
    assert modalities(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dat is niet zo.", 1),
        ("Geen bedrijf doet dat zonder reden.", 2),
        ("It doesn't and never did.", 2),
        ("Dat is zo.", 0),
        ("Een nietje is genoeg.", 0),
    ],
)
def test_denials_are_counted(text: str, count: int) -> None:
    assert negations(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tenzij de koper al zeggenschap had.", {"tenzij"}),
        ("Alleen als het moet, vanaf 10 procent.", {"alleen als", "vanaf"}),
        ("Ten hoogste acht, ten minste twee.", {"ten hoogste", "ten minste"}),
        ("Unless it is within eight weeks.", {"unless", "within"}),
        ("Binnenkort bij ons.", set()),
    ],
)
def test_words_of_condition_are_found(text: str, expected: set[str]) -> None:
    assert conditions(text) == expected
