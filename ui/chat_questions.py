"""The example questions on the empty page: real questions, in the words of entrepreneurs."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers import Language

Group = tuple[str, tuple[str, ...]]
"""A theme and its questions."""

EXAMPLES: Mapping[Language, tuple[Group, ...]] = {
    "nl": (
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
                "Waar kan ik zien of een nieuwe zakenpartner banden heeft met een leger of "
                "overheid?",
            ),
        ),
    ),
    "en": (
        (
            "Investors and takeovers",
            (
                "An investor from abroad wants 15 percent of my start-up. Must I notify that?",
                "I want to sell my company to a foreign buyer. Do I need clearance first?",
            ),
        ),
        (
            "Recognising espionage",
            (
                "How do I see whether a LinkedIn profile is fake?",
                "What should I do when a stranger asks about our research?",
            ),
        ),
        (
            "Staff and travel",
            (
                "May I google an applicant and look at their social media?",
                "I am taking my laptop on a business trip. What should I leave at home?",
            ),
        ),
        (
            "Export and cooperation",
            (
                "Our sensor can also be used in a drone. Do I need an export licence?",
                "Is sharing a drawing in the cloud an export?",
            ),
        ),
    ),
}
