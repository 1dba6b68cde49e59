from __future__ import annotations

import pytest

from assistant.desk.impersonal import impersonal


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
