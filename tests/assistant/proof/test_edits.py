from __future__ import annotations

import pytest

from assistant.proof.clauses import in_common
from assistant.proof.edits import denial_differs, exchanged, replaced
from assistant.proof.synonyms import plainly
from indexer.terms import Terms

TERMS = Terms([], [])
QUOTE = "De AIVD onderzoekt de functie en de MIVD beslist binnen 8 weken over 20 bedrijven."


def other_word(sentence: str, quote: str = QUOTE) -> str:
    return replaced(sentence, quote, lambda t: frozenset(TERMS.of_text(t, "nl")), in_common)


@pytest.mark.parametrize(
    ("old", "new"),
    [("onderzoekt", "financiert"), ("bedrijven", "burgers"), ("functie", "begroting")],
)
def test_a_word_replaced_in_a_near_copy_is_noticed(old: str, new: str) -> None:
    assert other_word(QUOTE.replace(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("onderzoekt", "onderzocht"),
        ("8 weken", "acht weken"),
        ("de functie", "functie"),
        ("binnen 8", "hoogstens 8"),
    ],
)
def test_another_form_of_a_word_is_no_other_word(old: str, new: str) -> None:
    assert other_word(QUOTE.replace(old, new)) == ""


@pytest.mark.parametrize(
    ("sentence", "quote", "word"),
    [
        ("Wie te laat meldt, krijgt een boete.", "Wie te laat meldt, betaalt een boete.", "krijgt"),
        (
            "Het is hoogstens een jaar hechtenis, met opzet een jaar hechtenis of een boete.",
            "Het is hoogstens een jaar hechtenis, met opzet een jaar cel of een boete.",
            "hechtenis",
        ),
        ("Dat kan steeds een jaar korter zijn.", "Dat kan steeds een jaar langer zijn.", "korter"),
    ],
)  # fmt: skip
def test_a_weak_verb_or_a_word_from_elsewhere_in_the_quote_is_another_word(
    sentence: str, quote: str, word: str
) -> None:
    plain = plainly(TERMS.of_text)
    assert replaced(sentence, quote, lambda t: frozenset(plain(t, "nl")), in_common) == word


def test_a_synonym_is_no_other_word() -> None:
    plain = plainly(TERMS.of_text)
    said = "Controleer of een nieuwe partner met een staat verbonden is."
    quote = "Ga na of een nieuwe partner met een staat verbonden is."
    assert replaced(said, quote, lambda t: frozenset(plain(t, "nl")), in_common) == ""


def test_who_writes_anew_may_use_other_words() -> None:
    assert other_word("Binnen 8 weken neemt de MIVD een besluit; 20 ondernemers wachten.") == ""


def test_names_or_figures_that_change_places_are_noticed() -> None:
    assert exchanged("De MIVD onderzoekt de functie en de AIVD beslist.", "De AIVD onderzoekt de "
                     "functie en de MIVD beslist.") == "mivd"  # fmt: skip
    assert exchanged(QUOTE.replace("8", "x").replace("20", "8").replace("x", "20"), QUOTE) == "20"
    assert exchanged(QUOTE, QUOTE) == ""
    assert exchanged("Over 20 bedrijven beslist de MIVD.", QUOTE) == ""


@pytest.mark.parametrize(
    ("sentence", "quote", "moved"),
    [
        ("Wie niet meldt, krijgt een boete.", "Wie meldt, krijgt geen boete.", True),
        ("Wie niet meldt, krijgt een boete.", "Wie niet meldt, krijgt een boete.", False),
        ("Wie meldt, krijgt een boete.", "Wie niet meldt, krijgt een boete.", True),
        ("Met papieren mag het.", "Zonder papieren mag het.", True),
        ("Een boete krijgt wie niet meldt.", "Wie niet meldt, krijgt een boete.", False),
    ],
)
def test_a_denial_that_comes_goes_or_changes_places_is_noticed(
    sentence: str, quote: str, moved: bool
) -> None:
    assert denial_differs(sentence, quote) is moved
