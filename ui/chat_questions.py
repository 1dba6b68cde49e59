"""The example questions on the empty page: real questions, in the words of entrepreneurs."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Investeerders en overnames",
        (
            "Een investeerder uit het Midden-Oosten wil 15 procent van mijn start-up. "
            "Moet ik dat ergens melden?",
            "Ik wil mijn bedrijf verkopen aan een Amerikaanse partij. Wanneer moet ik naar dat "
            "bureau voor investeringen?",
        ),
    ),
    (
        "Spionage herkennen",
        (
            "Hoe zie ik of een LinkedIn-profiel nep is?",
            "Hoe weet ik wat onze kroonjuwelen zijn?",
        ),
    ),
    (
        "Personeel en reizen",
        (
            "Mag ik een sollicitant googelen en zijn sociale media bekijken?",
            "Ik ga volgende week naar Shanghai met mijn laptop vol tekeningen. Is dat dom?",
        ),
    ),
    (
        "Export en samenwerken",
        (
            "Onze sensor kan ook in een drone. Heb ik daar een vergunning voor nodig?",
            "Waar kan ik zien of een nieuwe zakenpartner banden heeft met een leger of overheid?",
        ),
    ),
)
