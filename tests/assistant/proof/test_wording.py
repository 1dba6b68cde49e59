from __future__ import annotations

import pytest

from assistant.proof.wording import denials, duty_changes, duty_differs, modalities, negations


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
    ("text", "count"),
    [
        ("Dat is niet langer dan 5 jaar.", 0),
        ("Niet later dan de aankondiging.", 1),
        ("Bewust of niet.", 0),
        ("De school valt daarbuiten.", 1),
        ("Een school valt buiten de wet.", 1),
        ("Doorgaan is verboden.", 1),
        ("De AIVD raadt dat af.", 1),
        ("De AIVD raadt dat aan.", 0),
        ("The ministry advises against it.", 1),
    ],
)
def test_a_bound_is_no_denial(text: str, count: int) -> None:
    assert denials(text) == count


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("U bent verplicht te melden.", "U moet melden."),
        ("Een vergunning is nodig.", "U moet een vergunning hebben."),
        ("U kunt de AIVD bellen.", "Bel de AIVD."),
        ("Dat is mogelijk.", "Dat kan."),
        ("Dat is verboden.", "Dat mag u niet doen."),
        ("U meldt zo snel mogelijk.", "U meldt snel."),
    ],
)
def test_a_duty_may_be_said_otherwise(sentence: str, quote: str) -> None:
    assert not duty_differs(sentence, quote, implied=False)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("U mag melden.", "U moet melden."),
        ("U moet bellen.", "U kunt bellen."),
        ("U moet bellen.", "De AIVD raadt aan te bellen."),
        ("Ondernemers moeten terecht bij OLEV.", "Ondernemers kunnen terecht bij OLEV."),
        ("U moet melden.", "U meldt."),
        ("Dat mag.", "Dat mag u niet doen."),
    ],
)
def test_another_duty_is_noticed(sentence: str, quote: str) -> None:
    assert duty_differs(sentence, quote, implied=False)


def test_a_duty_without_a_word_for_it_may_get_one() -> None:
    assert not duty_differs("U moet melden.", "U meldt.", implied=True)


@pytest.mark.parametrize(
    ("sentence", "quote", "expected"),
    [
        ("U moet melden.", "U meldt.", {"+must"}),
        ("U meldt.", "U kunt melden.", {"-may"}),
        ("U moet melden.", "U kunt melden.", {"must for may"}),
        ("U kunt het beste bellen.", "U kunt bellen.", {"+should", "-may"}),
        ("U meldt.", "U meldt.", set()),
    ],
)
def test_what_was_added_and_lost_is_told(sentence: str, quote: str, expected: set[str]) -> None:
    assert duty_changes(sentence, quote, implied=False) == expected
