from __future__ import annotations

import pytest

from assistant.desk.impersonal import impersonal, introduces


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bel mij op 06-12345678 over BTI.", "Bel mij op [telefoonnummer] over BTI."),
        ("Mail jan@bedrijf.example", "Mail [e-mailadres]"),
        ("Ik vertrouw de heer Van den Berg niet", "Ik vertrouw de heer [naam] niet"),
        ("Mijn naam is Sanne Bakker. Mag dat?", "Mijn naam is [naam]. Mag dat?"),
        ("Is mevrouw de Wit bij BTI?", "Is mevrouw [naam] bij BTI?"),
        ("Wat wil de meneer daar?", "Wat wil de meneer daar?"),
        ("Hoe\nwerkt\tVifo?", "Hoe werkt Vifo?"),
    ],
)
def test_nobody_is_named(question: str, told: str) -> None:
    assert impersonal(question) == told


def test_the_asker_is_not_named() -> None:
    name = "Sanne de Bakker"
    assert impersonal("Wij, Bakker Optiek, vragen: mag dat? Sanne", name) == (
        "Wij, [naam] Optiek, vragen: mag dat? [naam]"
    )
    assert impersonal("Mag de bakkerij dat?", name) == "Mag de bakkerij dat?"


ASKED = "Moet ik een overname melden?"


@pytest.mark.parametrize(
    "told",
    [
        "Ik ben Jan Bakelmans.",
        "ik ben Jan.",
        "Wij zijn Quirijnse Staal.",
        "Ik heet jan.",
        "Mijn naam: jan bakelmans.",
        "I'm Jan Bakelmans.",
        "We are Quirijnse Steel.",
        "My name is jan.",
        "Ik werk bij Quirijnse Staal BV.",
        "Ik werk bij quirijnse staal bv.",
        "Ik bel van Quirijnse B.V. over iets.",
        "Quirijnse N.V. wil iets weten.",
        "Ons bedrijf is Bakelmans VOF.",
        "I work for Quirijnse Ltd.",
        "Wij zijn een dochter van Staal GmbH.",
        "Wij zitten aan de Zandweg 12.",
        "Ons pand: Dorpsstraat 3a in Urk.",
        "Wij zitten aan het Hoge Rijn 14.",
        "Our office is at 12 Sand Road.",
        "Wij zitten in 8321 AB Urk.",
        "Wij zitten in 8321ab.",
        "Ik sprak mevrouw Bakelmans.",
        "Met vriendelijke groet, Jan",
        "Namens Quirijnse vraag ik:",
    ],
)
def test_who_tells_who_they_are_introduces_themselves(told: str) -> None:
    assert introduces(f"{told} {ASKED}")
    assert introduces(f"{ASKED} {told}")


def test_the_name_that_was_given_introduces_in_any_case() -> None:
    assert introduces("Mag quirijnse dat?", "Quirijnse Staal")
    assert introduces("Mag jan dat?", "Jan van de Ven")
    assert not introduces("Mag een koper van de aandelen dat?", "Jan van de Ven")


@pytest.mark.parametrize(
    "question",
    [
        ASKED,
        "Ik ben ondernemer. Moet ik een overname melden bij BTI?",
        "Wij zijn een klein bedrijf in Delft. Geldt de Wet Vifo?",
        "Mag ik aandelen van mijn BV verkopen?",
        "Mijn BV wordt verkocht. Wat nu?",
        "Geldt dat voor een B.V. of een NV?",
        "Wat geldt volgens Verordening (EU) 2021/821?",
        "Is het sinds 2023 EU-recht?",
        "Mag ik onderweg 25 procent verkopen?",
        "Mag ik 1500 kg uitvoeren in 2026 naar Turkije?",
        "Hoe lang duurt het, 8 weken?",
        "Bel mij op 06-12345678 over BTI.",
        "I am an entrepreneur. Must I report?",
        "Am I a target for spies?",
    ],
)
def test_who_only_asks_does_not(question: str) -> None:
    assert not introduces(question)
