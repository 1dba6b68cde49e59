from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wanted import KINDS, stated_figures, wanted


@pytest.mark.parametrize(
    ("question", "kind", "holder", "other"),
    [
        (
            "Wat is het telefoonnummer van de AIVD?",
            "een telefoonnummer",
            "Bel 079 320 50 50.",
            "Bel.",
        ),
        ("What is the phone number?", "een telefoonnummer", "Call 112.", "Call 11."),
        ("Wat is het mailadres?", "een e-mailadres", "Mail tip@a.nl.", "Mail ons."),
        ("Hoe lang duurt de toets?", "een termijn", "Binnen acht weken.", "Binnen acht stappen."),
        ("How long does it take?", "een termijn", "Within 8 weeks.", "Within reach."),
        ("Welk percentage telt?", "een percentage", "10 procent.", "10 euro."),
        ("Wat kost een melding?", "een bedrag", "Melden is gratis.", "Melden kan."),
        ("Hoeveel euro boete is het?", "een bedrag in euro", "€ 900.000", "900.000"),
        ("Hoe hoog is de boete?", "een bedrag", "10 procent van de omzet", "een hoge boete"),
        ("Hoe laat gaat het loket open?", "tijden", "Van 9.00 tot 17.00 uur.", "Op dinsdag."),
        ("Wanneer geldt de wet?", "een datum", "Sinds 1 juni 2023.", "De wet geldt."),
        ("Welke subsidie krijg ik?", "een subsidie", "Er is subsidie.", "Er is hulp."),
        ("Dekt mijn verzekering dat?", "een verzekering", "U verzekert dat.", "U draagt dat."),
        ("Wat is de wachttijd?", "een wachttijd", "De wachttijd is kort.", "Het duurt kort."),
        ("Wat verdient een toetser?", "een salaris", "Het salaris is hoog.", "Het werk is zwaar."),
    ],
)
def test_each_kind_of_thing_is_asked_for_and_recognised(
    question: str, kind: str, holder: str, other: str
) -> None:
    (asked,) = wanted(question)
    assert asked.nl == kind
    assert asked.holds(holder)
    assert not asked.holds(other)


@pytest.mark.parametrize(
    "question",
    [
        "Hoe werkt bedrijfsspionage?",
        "Moet ik een investeerder met 15 procent melden?",
        "Ik weet niet wanneer ik moet melden.",
        "Do I have to notify a minority stake?",
    ],
)
def test_most_questions_ask_for_nothing_special(question: str) -> None:
    assert wanted(question) == ()


def test_nobody_is_named_by_the_corpus() -> None:
    (asked,) = wanted("Wie is de directeur van BTI?")
    assert asked.en == "a person's name"
    assert not asked.holds("De directeur is Jan Jansen.")


def test_each_kind_has_a_name_in_both_languages() -> None:
    assert all(kind.nl and kind.en and kind.nl != kind.en for kind in KINDS)


@given(st.text(max_size=80))
def test_every_question_and_text_can_be_judged(text: str) -> None:
    for kind in KINDS:
        assert kind.holds(text) in (True, False)
    assert set(wanted(text)) <= set(KINDS)


def test_the_figures_of_a_passage_are_read_once() -> None:
    assert stated_figures("10 procent") is stated_figures("10 procent")


@pytest.mark.parametrize(
    "question",
    [
        "Mail mij op [e-mailadres], want mijn laptop is weg.",
        "De loonlijst is gelekt; het salaris van twintig man ligt op straat. Moet ik dat melden?",
        "Wij verdienen goed aan een klant in Turkije. Mag dat?",
    ],
)
def test_what_is_only_mentioned_is_not_asked_for(question: str) -> None:
    assert wanted(question) == ()
