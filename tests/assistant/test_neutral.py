"""Where a person comes from is taken out of the search; where goods go is not."""

from __future__ import annotations

import pytest

from assistant.neutral import without_origin

PLACES = ["China", "Duitsland", "het Midden-Oosten", "de Verenigde Staten", "Noord-Korea"]


@pytest.mark.parametrize("place", PLACES)
def test_every_origin_becomes_the_same_question(place: str) -> None:
    question = f"Een investeerder uit {place} wil 15 procent. Moet ik dat melden?"
    expected = "Een investeerder uit het buitenland wil 15 procent. Moet ik dat melden?"
    assert without_origin(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mag ik een Chinese stagiair aannemen?", "Mag ik een buitenlandse stagiair aannemen?"),
        ("Onze iraanse sollicitant is goed.", "Onze buitenlandse sollicitant is goed."),
        (
            "We have an applicant from Iran. What do we do?",
            "We have an applicant from abroad. What do we do?",
        ),
        ("Do we hire the Russian engineer?", "Do we hire the foreign engineer?"),
    ],
)
def test_people_lose_their_origin(question: str, expected: str) -> None:
    assert without_origin(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Wij leveren onderdelen aan een handelaar in Turkije, belandt dat in Rusland?",
        "Ik ga volgende week naar Shanghai met mijn laptop.",
        "Mijn investeerder is gewoon Nederlands. Geldt het dan ook?",
        "Geldt het ook voor een Nederlandse investeerder?",
        "We willen een fabriek openen in China.",
        "Welke sancties gelden tegen Rusland?",
    ],
)
def test_what_matters_to_the_law_stays(question: str) -> None:
    assert without_origin(question) == question
