from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.small_words import (
    added_modal,
    denials_differ,
    fewer_conditions,
    fewer_limits,
    moved_denial,
    unfounded_if,
)
from assistant.proof.synonyms import plainly
from indexer.terms import Terms

TERMS_OF = plainly(Terms([], []).of_text)


def terms_of(text: str) -> frozenset[str]:
    return frozenset(TERMS_OF(text, "nl"))


@pytest.mark.parametrize(
    ("said", "basis", "differs"),
    [
        ("U hoeft niet te melden.", "Melden hoeft u niet.", False),
        ("U hoeft te melden.", "Melden hoeft u niet.", True),
        ("Nooit zonder toestemming.", "Met toestemming.", True),
        ("You need not report it.", "You need to report it.", True),
        ("You don't have to.", "You do not have to.", False),
    ],
)
def test_denials_are_counted(said: str, basis: str, differs: bool) -> None:
    assert denials_differ(said, basis) is differs


@pytest.mark.parametrize(
    ("said", "quote", "moved"),
    [
        ("Voor een deal geldt de wet niet.", "De wet geldt niet voor een deal.", False),
        ("Een deal zonder melding mag.", "Een deal mag zonder melding.", False),
        (
            "De minister verkoopt de aandelen niet, en de koper krijgt de opbrengst.",
            "De minister verkoopt de aandelen, en de koper krijgt de opbrengst niet.",
            True,
        ),
    ],
)
def test_a_denial_keeps_its_neighbours(said: str, quote: str, moved: bool) -> None:
    assert moved_denial(said, quote, terms_of) is moved


@pytest.mark.parametrize(
    ("said", "quote", "word"),
    [
        ("U moet dat melden.", "U meldt dat.", "moet"),
        ("U kunt dat melden.", "Dat kan worden gemeld.", ""),
        ("U moet en mag.", "U moet.", "mag"),
        ("You may report it.", "You must report it.", "may"),
    ],
)
def test_a_duty_or_possibility_is_not_made(said: str, quote: str, word: str) -> None:
    assert added_modal(said, quote) == word


@pytest.mark.parametrize(
    ("said", "quote", "word"),
    [
        ("Dat mag met toestemming.", "Dat mag alleen met toestemming.", "alleen"),
        ("U betaalt de prijs.", "U betaalt hoogstens de prijs.", "hoogstens"),
        ("With compensation.", "With compensation on request.", "on request"),
        (
            "De staat vergoedt uw schade.",
            "Op uw verzoek vergoedt de staat uw schade.",
            "op uw verzoek",
        ),
        ("Alleen met toestemming mag dat.", "Dat mag alleen met toestemming.", ""),
        ("U maakt een plan.", "U maakt een plan, minstens elke vier jaar te herhalen.", ""),
        (
            "Voor mkb is de boete hoogstens 50.000 euro.",
            "De boete is hoogstens 300.000 euro, voor mkb hoogstens 50.000.",
            "",
        ),
    ],
)
def test_a_limit_is_not_lost(said: str, quote: str, word: str) -> None:
    assert fewer_limits(said, quote, terms_of) == word


@pytest.mark.parametrize(
    ("said", "quote", "unfounded"),
    [
        ("U meldt het als u ervan weet.", "U meldt het.", True),
        ("Als u twijfelt, vraagt u het.", "Twijfelt u, dan vraagt u het.", False),
        ("Als er is ingebroken, bewaart u alles.", "Is er ingebroken, bewaar alles.", False),
        ("Als u levert, meldt u het.", "Wie levert, meldt het.", False),
        ("U meldt het.", "U meldt het.", False),
    ],
)
def test_a_condition_is_not_added(said: str, quote: str, unfounded: bool) -> None:
    assert unfounded_if(said, quote) is unfounded


@pytest.mark.parametrize(
    ("said", "basis", "lost"),
    [
        ("U meldt het.", "U meldt het zodra u het weet.", True),
        ("You report it.", "You report it if it leaks.", True),
        ("Lekt het, dan meldt u het.", "U meldt het als het lekt.", False),
        ("Als het lekt, meldt u het.", "U meldt het als het lekt.", False),
        ("U meldt het als het lekt.", "U meldt het.", False),
        ("Geef uitleg.", "Meldt u later dan 72 uur, geef dan uitleg.", True),
        ("Als u later meldt, geeft u uitleg.", "Meldt u later, geef dan uitleg.", False),
    ],
)
def test_a_condition_is_not_lost(said: str, basis: str, lost: bool) -> None:
    assert fewer_conditions(said, basis) is lost


@given(st.text(st.sampled_from("ab nietmag.,"), max_size=50))
def test_a_text_agrees_with_itself(text: str) -> None:
    assert not denials_differ(text, text)
    assert not moved_denial(text, text, terms_of)
    assert added_modal(text, text) == fewer_limits(text, text, terms_of) == ""
