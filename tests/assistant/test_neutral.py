"""Where a person comes from is taken out of the search; where goods go is not."""

from __future__ import annotations

import pytest

from assistant.neutral import without_origin

PLACES = ["China", "Duitsland", "het Midden-Oosten", "de Verenigde Staten", "Noord-Korea"]


@pytest.mark.parametrize("place", PLACES)
def test_every_origin_becomes_the_same_question(place: str) -> None:
    question = f"Een investeerder uit {place} wil 15 procent. Moet ik dat melden?"
    expected = "Een investeerder uit elders wil 15 procent. Moet ik dat melden?"
    assert without_origin(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mag ik een Chinese stagiair aannemen?", "Mag ik een stagiair uit elders aannemen?"),
        ("Onze iraanse sollicitant is goed.", "Onze sollicitant uit elders is goed."),
        (
            "We have an applicant from Iran. What do we do?",
            "We have an applicant from elsewhere. What do we do?",
        ),
        ("Do we hire the Russian engineer?", "Do we hire the engineer from elsewhere?"),
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


@pytest.mark.parametrize(
    ("question", "neutral"),
    [
        (
            "Onze nieuwe systeembeheerder komt uit {}. Tot welke mappen geef ik hem toegang?",
            "Onze nieuwe systeembeheerder komt uit elders. Tot welke mappen geef ik hem toegang?",
        ),
        ("Een sollicitant die in {} is geboren", "Een sollicitant die elders geboren"),
        ("Een collega, geboren in {}", "Een collega, elders geboren"),
        ("The engineer comes from {}, is that a risk for our work?", None),
    ],
)
def test_coming_from_and_being_born_are_neutral_too(question: str, neutral: str | None) -> None:
    answers = {without_origin(question.format(place)) for place in ("Rusland", "Polen", "Japan")}
    assert len(answers) == 1
    if neutral:
        assert answers == {neutral}


@pytest.mark.parametrize(
    "asked",
    ["een Chinese investeerder", "een buitenlandse investeerder", "een investeerder uit Japan"],
)
def test_every_way_of_saying_it_becomes_the_same(asked: str) -> None:
    assert without_origin(f"Mag {asked} meedoen?") == "Mag een investeerder uit elders meedoen?"


@pytest.mark.parametrize("adjective", ["buitenlands", "Fins", "Koreaans", "Emiratisch", "Chinees"])
def test_an_adjective_without_ending_is_neutral_too(adjective: str) -> None:
    asked = f"Een {adjective} fonds koopt 15 procent."
    assert without_origin(asked) == "Een fonds uit elders koopt 15 procent."


@pytest.mark.parametrize(
    "question",
    [
        "De onderdelen komen uit China.",
        "Ons staal komt uit Oekraïne, is dat een risico?",
        "Een Nederlands fonds koopt aandelen.",
        "Een sollicitant die in Nederland is geboren",
    ],
)
def test_where_goods_come_from_stays(question: str) -> None:
    assert without_origin(question) == question
