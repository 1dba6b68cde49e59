from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.rewording import brought_together, reversed_by
from assistant.proof.wording import denials

SAME = [
    ("U weet niet zeker of dat zo is.", "U twijfelt of dat zo is."),
    ("You are not sure that it is.", "You doubt that it is."),
    ("Een herkomst die niet duidelijk is.", "Een onduidelijke herkomst."),
    ("Iemand die u niet kent.", "Een onbekend contact."),
    ("Een product dat niet op bijlage I staat.", "Een product buiten bijlage I."),
    ("Niet het besluit maar de verordening geldt.", "De wet geldt in plaats van het besluit."),
    ("De dreiging is niet veranderd.", "De dreiging is gelijk gebleven."),
    ("Als u geen vergunning hebt, is dat zo.", "Zonder vergunning is dat zo."),
    ("Is er geen passend niveau, dan is dat zo.", "Zonder passend niveau is dat zo."),
    ("De plicht geldt niet meer.", "De plicht vervalt."),
    ("U zorgt dat hij dat niet doet.", "U moet voorkomen dat hij dat doet."),
    ("Bij een erfenis, maar niet bij een fusie.", "Bij een erfenis, behalve een fusie."),
    ("U hoeft dat niet te doen.", "U bent vrijgesteld."),
    ("Met opzet zes jaar, zonder opzet een jaar.", "Met opzet zes jaar, anders een jaar."),
    ("Als het bewijs er is; geen bewijs.", "Als bewijs ontbreekt."),
    ("U tekent niet, tenzij hij instemt.", "U tekent alleen als hij instemt."),
    ("De stof is niet genoeg.", "De stof is onvoldoende."),
    ("Do not travel with it.", "Avoid travelling with it."),
    ("Neem stukken niet mee.", "Laat stukken thuis."),
    ("Er is geen vergunning nodig.", "De software is vrij."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_said_in_two_ways_denies_as_often(one: str, other: str) -> None:
    assert denials(one) != denials(other) or "onduidelijk" in other or "zonder" in one + other
    for pair in (brought_together(one, other), brought_together(other, one)):
        assert denials(pair[0]) == denials(pair[1])


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_denial_that_only_one_has_stays_a_difference(one: str, other: str) -> None:
    for pair in (brought_together(one, f"Niet: {other}"), brought_together(f"Niet: {one}", other)):
        assert denials(pair[0]) != denials(pair[1])


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Niet de verordening maar het besluit geldt.", "De wet geldt in plaats van het besluit."),
        ("Een product dat niet op bijlage I staat.", "Een product buiten de EU."),
        ("De koper heeft geen vergunning, dat is zo.", "Zonder vergunning is dat zo."),
        ("De dreiging is niet duidelijk.", "Een onbekend contact."),
        ("De plicht geldt niet.", "De plicht vervalt."),
        ("Zonder opzet zes jaar.", "Met opzet zes jaar, anders een jaar."),
        ("U zorgt dat hij niet tekent.", "U moet voorkomen dat hij dat doet."),
    ],
)
def test_another_word_or_another_place_is_not_the_same(sentence: str, quote: str) -> None:
    assert brought_together(sentence, quote) == (sentence, quote)


def test_what_is_set_against_the_rest_becomes_a_clause() -> None:
    text = "Kijk naar gedrag en niet naar afkomst."
    assert brought_together(text, text)[0] == "Kijk naar gedrag; niet naar afkomst."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De regel geldt buiten de EU.", "De regel geldt in de EU."),
        ("U twijfelt daarover.", "U bent zeker daarover."),
        ("Een onbekend contact.", "Een contact dat u kent."),
        ("De plicht vervalt.", "De plicht geldt."),
        ("Beperk de toegang tot wie haar nodig heeft.", "Geef toegang aan wie haar nodig heeft."),
        ("De dreiging is gelijk gebleven.", "De dreiging is veranderd."),
        ("Size matters: they count.", "They count at any size."),
        ("Meld dat acht weken na de deal.", "Meld dat acht weken voor de deal."),
        ("The article spares sellers.", "Sellers fall under the article."),
        ("De wet geldt in plaats van het besluit.", "Het besluit geldt in plaats van de wet."),
    ],
)
def test_what_is_turned_round_is_named_both_ways(one: str, other: str) -> None:
    assert reversed_by(one, other)
    assert reversed_by(other, one)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_said_in_two_ways_turns_nothing(one: str, other: str) -> None:
    assert reversed_by(one, other) == reversed_by(other, one) == ""


@given(st.sampled_from(SAME), st.sampled_from(SAME))
def test_turning_round_does_not_depend_on_the_order(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    for one in first:
        for other in second:
            assert bool(reversed_by(one, other)) == bool(reversed_by(other, one))


@given(st.text(max_size=60))
def test_a_text_stays_equal_to_itself(text: str) -> None:
    one, other = brought_together(text, text)
    assert one == other
    assert reversed_by(text, text) == ""
