from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.clauses import clauses, in_common, rests_on
from indexer.terms import Terms

TERMS = Terms([], [])


def terms_of(text: str) -> frozenset[str]:
    return frozenset(TERMS.of_text(text, "nl"))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("De minister beslist binnen acht weken.", 1),
        ("De minister beslist binnen acht weken; de koper wacht op het besluit.", 2),
        ("Het bureau onderzoekt de melding, maar de ministers beslissen samen.", 2),
        ("Ontheffing geeft de minister bij haast, maar alleen in het algemeen belang.", 1),
        ("U moet de kandidaat informeren en mag de gegevens nergens anders gebruiken.", 2),
        ("Dat is zo; ja.", 1),
        ("", 0),
    ],
)
def test_a_sentence_is_cut_where_a_new_statement_begins(text: str, pieces: int) -> None:
    assert len(clauses(text, terms_of)) == pieces


@given(st.text(max_size=80))
def test_no_word_gets_lost_between_clauses(text: str) -> None:
    found = frozenset[str]().union(*(clause.terms for clause in clauses(text, terms_of)))
    assert terms_of(text) == found


def test_forms_of_a_word_are_in_common() -> None:
    one = frozenset({"vergunn", "overdrachtsvergunn", "2024"})
    assert in_common(one, frozenset({"vergunning", "2025"})) == {"vergunn"}


def test_a_compound_that_denies_its_first_word_is_no_form_of_it() -> None:
    assert in_common(frozenset({"vergunning"}), frozenset({"vergunningen"})) == {"vergunning"}
    assert in_common(frozenset({"vergunning"}), frozenset({"vergunningvrij"})) == frozenset()


def test_a_clause_rests_on_the_nearest_clause_and_on_what_adds_to_it() -> None:
    quoted = clauses("De minister beslist in acht weken; de koper betaalt een boete.", terms_of)
    half = clauses("De koper betaalt de boete.", terms_of)[0]
    both = clauses("De minister beslist en de koper betaalt een boete.", terms_of)[0]
    assert rests_on(half, quoted) == (quoted[1],)
    assert rests_on(both, quoted) == quoted
