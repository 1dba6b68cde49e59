from __future__ import annotations

import pytest

from assistant.proof.clauses import in_common
from assistant.proof.limits import (
    bound_differs,
    condition_spans,
    implies_duty,
    limits,
    limits_differ,
    lost_conditions,
    lost_if,
)
from indexer.terms import Terms

TERMS = Terms([], [])


def terms_of(text: str) -> frozenset[str]:
    return frozenset(TERMS.of_text(text, "nl"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tenzij de koper al zeggenschap had.", {"except"}),
        ("Alleen als het moet.", {"only"}),
        ("Zonder vergunning mag dat niet.", {"only"}),
        ("Dat mag niet voordat u meldt.", {"only"}),
        ("Usually that is enough.", {"hedge"}),
        ("Dat is altijd zo.", {"always"}),
        ("Binnenkort bij ons.", set()),
    ],
)
def test_each_kind_of_limit_is_found(text: str, expected: set[str]) -> None:
    assert limits(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoogstens zes maanden", "maximaal 6 maanden"),
        ("niet langer dan vijf jaar", "hoogstens 5 jaar"),
        ("uiterlijk binnen 24 uur", "binnen 24 uur"),
        ("tot een jaar", "hoogstens een jaar"),
        ("at least 3 years", "a minimum of 3 years"),
        ("tot 10 miljoen euro of 2 procent", "tot 2 procent of 10 miljoen euro"),
    ],
)
def test_a_bound_may_be_said_otherwise(one: str, other: str) -> None:
    assert not bound_differs(one, other)
    assert not bound_differs(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoogstens 6 maanden", "minstens 6 maanden"),
        ("6 maanden", "hoogstens 6 maanden"),
        ("na 24 uur", "binnen 24 uur"),
        ("boven 10 miljoen", "onder 10 miljoen"),
        ("vanaf 50 werknemers", "tot 50 werknemers"),
    ],
)
def test_another_bound_is_noticed(one: str, other: str) -> None:
    assert bound_differs(one, other)
    assert bound_differs(other, one)


@pytest.mark.parametrize(
    ("sentence", "quote", "differs"),
    [
        ("Dat mag.", "Dat mag alleen samen.", "lost: only"),
        ("Dat mag.", "Dat mag, behalve hier.", "lost: except"),
        ("Dat mag altijd.", "Dat mag.", "added: always"),
        ("Dat is vrij.", "Dat is meestal vrij.", "lost: hedge"),
        ("Dat is meestal vrij.", "Dat is vrij.", ""),
        ("Dat mag niet zonder u.", "Dat mag alleen met u.", ""),
        ("Geldt tot 1 mei 2025.", "Geldt sinds 1 mei 2025.", "a beginning became an end"),
    ],
)
def test_a_lost_or_added_limit_is_named(sentence: str, quote: str, differs: str) -> None:
    assert differs in limits_differ(sentence, quote)
    assert bool(limits_differ(sentence, quote)) == bool(differs)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("U mag weigeren als de dienst om hulp vraagt.", "de dienst om hulp vraagt"),
        ("Vraagt de dienst om hulp, dan mag u weigeren.", "de dienst om hulp"),
        ("Bij een globale vergunning is een programma verplicht.", "een globale vergunning"),
        ("If you know of a use, you must tell.", "you know of a use"),
    ],
)
def test_a_condition_is_cut_out(text: str, span: str) -> None:
    assert span in condition_spans(text)


def test_a_condition_must_be_restated() -> None:
    quote = "U mag weigeren als de dienst om hulp vraagt."
    kept, lost = terms_of("Vraagt de dienst hulp, weiger dan."), terms_of("U mag weigeren.")
    assert list(lost_conditions(kept, quote, terms_of, in_common)) == []
    assert list(lost_conditions(lost, quote, terms_of, in_common))
    assert lost_if("U moet hulp geven.", "Vraagt de dienst hulp, dan moet u die geven.")
    assert not lost_if("Wie hulp geeft, meldt dat.", "Vraagt de dienst hulp, dan moet dat.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een datalek meldt u binnen 72 uur.", True),
        ("Een datalek meldt u.", False),
        ("BTI beslist binnen 8 weken.", False),
    ],
)
def test_a_deadline_for_you_is_a_duty(text: str, expected: bool) -> None:
    assert implies_duty(text) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50 werknemers of meer", "vanaf 50 werknemers"),
        ("bij 50 procent of meer", "ten minste 50 procent"),
        ("een belang van 50 procent of meer", "vanaf een belang van 50 procent"),
        ("ruim 14 miljard euro", "meer dan 14 miljard euro"),
        ("hoger zijn dan 10 miljoen euro", "boven 10 miljoen euro"),
        ("niet meer dan 50 werknemers", "hoogstens 50 werknemers"),
        ("niet minder dan 50 werknemers", "minstens 50 werknemers"),
        ("op zijn laatst 8 weken", "uiterlijk 8 weken"),
        ("30 days or less", "at most 30 days"),
    ],
)
def test_a_bound_may_stand_behind_its_number(one: str, other: str) -> None:
    assert not bound_differs(one, other)
    assert not bound_differs(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50 werknemers of meer", "50 werknemers of minder"),
        ("50 werknemers of meer", "meer dan 50 werknemers"),
        ("niet minder dan 50 werknemers", "minder dan 50 werknemers"),
        ("niet meer dan 50 werknemers", "meer dan 50 werknemers"),
        ("means over 50 users", "at least 50 users"),
        ("over 2 weken", "meer dan 2 weken"),
    ],
)
def test_a_bound_behind_its_number_is_not_lost(one: str, other: str) -> None:
    assert bound_differs(one, other)
    assert bound_differs(other, one)


@pytest.mark.parametrize(
    ("sentence", "quote", "differs"),
    [
        ("Geef alleen hun toegang.", "Beperk de toegang tot hen.", ""),
        ("Wacht met tekenen tot dat mag.", "Teken alleen als dat mag.", ""),
        ("Zolang er geen brief is, mag het niet.", "Het mag alleen met een brief.", ""),
        ("Filmen mag alleen met toestemming.", "Verbied filmen zonder toestemming.", ""),
        ("Er is een uitzondering voor u.", "U bent uitgezonderd.", ""),
        ("Zonder uitzondering geldt dat.", "Dat geldt behalve voor u.", "lost: except"),
        ("Iedereen die daar werkt, meldt dat.", "Wie daar werkt, meldt dat.", ""),
        ("Iedereen meldt dat.", "Wie daar werkt, meldt dat.", "added: always"),
        ("Iedereen die daar werkt, meldt dat altijd.", "Wie daar werkt, meldt.", "added: always"),
        ("Iedereen die daar werkt, meldt dat.", "Een baas die daar werkt, meldt.", "added: always"),
        ("Size does not matter: they always count.", "They count at any size.", ""),
        ("Geldt tot 1 mei 2025; sindsdien niet.", "Geldt tot 1 mei 2025.", ""),
    ],
)
def test_a_limit_may_be_said_otherwise(sentence: str, quote: str, differs: str) -> None:
    assert differs in limits_differ(sentence, quote)
    assert bool(limits_differ(sentence, quote)) == bool(differs)
