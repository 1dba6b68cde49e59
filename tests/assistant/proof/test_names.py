from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.names import capitalised, missing_names, names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De AIVD en de MIVD werken samen.", ("AIVD", "MIVD")),
        ("Meld het bij BTI in Eindhoven.", ("BTI", "Eindhoven")),
        ("Zij zagen Huawei. Ericsson niet.", ("Huawei",)),
        ("LinkedIn is een netwerk.", ("LinkedIn",)),
        ("De Wet Vifo geldt in Nederland op maandag 3 mei.", ("Wet", "Vifo")),
        ("Code 5A002 en H2 tellen.", ()),
        ("Het Midden-Oosten en ASML's machine.", ("Midden-Oosten", "ASML's")),
        ("geen namen hier", ()),
        ("", ()),
    ],
)
def test_names_are_capitals_inside_a_sentence(sentence: str, expected: tuple[str, ...]) -> None:
    assert capitalised(sentence) == expected


def test_names_beyond_doubt_have_two_capitals() -> None:
    assert names("Meld het bij BTI of LinkedIn in Eindhoven.") == ("BTI", "LinkedIn")


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("Meld het bij BTI.", "Bureau Toetsing Investeringen (BTI) toetst."),
        ("Meld het bij ASML's loket.", "ASML heeft een loket."),
        ("Bel het AIVD-meldpunt.", "De AIVD heeft een meldpunt."),
        ("Zij gingen naar São Paulo.", "Sao Paulo ligt ver."),
        ("Het gaat om Russische sabotage.", "Rusland pleegt sabotage."),
        ("Het gaat om de Ruslandsancties.", "De sancties rond Rusland."),
        ("It is about Russia.", "Het gaat om Russische olie."),
        ("Dat geldt in alle EU-landen.", "Dat geldt per EU-land."),
        ("Meld het bij Bureau Toetsing Investeringen (BTI).", "Meld het bij BTI."),
        ("Meld het bij BTI.", "Meld het bij Bureau Toetsing Investeringen."),
        ("Dat is in Nederland zo.", "Dat is zo."),
        ("Een agent in maart.", "Een agent."),
    ],
)
def test_a_name_is_proven_by_its_other_spellings(sentence: str, support: str) -> None:
    assert missing_names(sentence, [support]) == ()


@pytest.mark.parametrize(
    ("sentence", "support", "missing"),
    [
        ("Meld het bij de CDIU.", "Meld het bij BTI.", "CDIU"),
        ("Het gaat om Chinese sabotage.", "Het gaat om Russische sabotage.", "Chinese"),
        ("Het loket zit in Eindhoven.", "Het loket zit in Delft.", "Eindhoven"),
        ("Zij noemen Huawei.", "Zij noemen Ericsson.", "Huawei"),
        ("Het AIVD-loket.", "Het MIVD-loket.", "AIVD-loket"),
        ("Jan Jansen is chef.", "Jan is chef.", "Jansen"),
        ("Dat geldt in VS-landen.", "Dat geldt per EU-land.", "VS-landen"),
        ("De Wet Bifo geldt.", "De Wet Vifo geldt.", "Bifo"),
    ],
)
def test_another_name_is_noticed(sentence: str, support: str, missing: str) -> None:
    assert missing_names(sentence, [support]) == (missing,)


def test_an_abbreviation_proves_its_own_name_in_full_only() -> None:
    missing = missing_names("Meld het bij Bureau Industrieveiligheid.", ["Meld het bij BTI."])
    assert missing == ("Bureau", "Industrieveiligheid")


def test_any_of_the_supporting_texts_will_do() -> None:
    assert missing_names("Zij noemen Huawei en ZTE.", ["over ZTE", "over Huawei"]) == ()


words = st.text(string.ascii_letters + "éëü-'", min_size=1, max_size=9)


@given(st.lists(words, max_size=12).map(" ".join))
def test_a_sentence_proves_its_own_names(sentence: str) -> None:
    assert missing_names(sentence, [sentence]) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_read(sentence: str, support: str) -> None:
    assert set(missing_names(sentence, [support])) <= set(capitalised(sentence))
    assert set(names(sentence)) <= set(capitalised(sentence))
