from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.bindings import (
    moved_figure,
    names_dealt_out,
    turned_relation,
    unfounded_voice,
)
from indexer.terms import Terms

TERMS = Terms([], [])
QUOTE = "Dat is er boven 300 netwerken op een knooppunt of 50 MW aan datacenters."


def terms_of(text: str) -> frozenset[str]:
    return frozenset(TERMS.of_text(text, "nl"))


def test_figures_may_change_places_with_their_words() -> None:
    said = "Met meer dan 50 MW aan datacenters of 300 netwerken op een knooppunt is dat er."
    assert moved_figure(said, QUOTE, terms_of) == ""


@pytest.mark.parametrize(
    ("said", "quote", "figure"),
    [
        (QUOTE.replace("300", "x").replace("50", "300").replace("x", "50"), QUOTE, "50"),
        ("Encryptie staat in categorie 2, deel 5.", "Encryptie: categorie 5, deel 2.", "2"),
        (
            "Meld binnen 72 uur voorlopig en binnen 24 uur volledig.",
            "Meld binnen 24 uur voorlopig en binnen 72 uur volledig.",
            "",  # both stand before "uur": the verifier sees that they changed places
        ),
    ],
)
def test_a_figure_beside_other_words_is_named(said: str, quote: str, figure: str) -> None:
    assert moved_figure(said, quote, terms_of) == figure


@pytest.mark.parametrize(
    ("said", "quote", "word"),
    [
        ("Meld het na de deal.", "Meld het vóór de deal.", "na"),
        ("Dat geldt buiten de EU.", "Dat geldt binnen de EU.", "buiten"),
        ("Only after the deal.", "Only before the deal.", "after"),
        ("Na een deal, en na de melding.", "Na een deal, en vóór de melding.", "na"),
        ("Meld het voordat u tekent.", "Meld het vóór u tekent.", ""),
        ("Binnen de EU, niet buiten de EU.", "Niet buiten de EU, wel binnen de EU.", ""),
        ("Het loopt af.", "Het eindigt na een jaar.", ""),
    ],
)
def test_what_turns_time_or_place_round_is_named(said: str, quote: str, word: str) -> None:
    assert turned_relation(said, quote) == word


@given(st.text(st.sampled_from("ab 0123 binnen,."), max_size=60))
def test_a_text_agrees_with_itself(text: str) -> None:
    assert moved_figure(text, text, terms_of) == ""
    assert turned_relation(text, text) == ""


@pytest.mark.parametrize(
    ("said", "quote", "unfounded"),
    [
        ("Volgens de AIVD mag het.", "Het mag.", True),
        ("Volgens de AIVD mag het.", "Het mag, zegt de AIVD.", False),
        ("Volgens onze gevolgtrekking mag het.", "Het mag (onze gevolgtrekking).", False),
        ("According to the court it may.", "The court may weigh it.", True),
    ],
)
def test_words_are_not_put_in_a_mouth(said: str, quote: str, unfounded: bool) -> None:
    assert unfounded_voice(said, quote) is unfounded


@pytest.mark.parametrize(
    ("said", "dealt"),
    [
        ("De minister van Economie en die van Justitie schreven met de AIVD een brief.", False),
        ("Met de AIVD schreven de minister van Economie en die van Justitie een brief.", False),
        ("De minister van Justitie en die van Economie schreven met de AIVD een brief.", True),
        ("De minister van Economie schreef een brief.", False),
    ],
)
def test_names_may_be_turned_round_and_not_dealt_out_anew(said: str, dealt: bool) -> None:
    quote = "De minister van Economie en die van Justitie schreven met de AIVD een brief."
    assert names_dealt_out(said, quote) is dealt
