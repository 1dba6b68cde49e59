"""The light of a sentence: green, amber or red, and a reason that tells what to repair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.found import evidence_of
from assistant.desk.nouns import Evidence
from assistant.desk.proofreading import Proofreader
from indexer.index import Index
from indexer.passages import Passage

EIGHT_WEEKS = "Het BTI beslist binnen acht weken na een volledige melding."


@pytest.fixture
def reader(small_index: Index) -> Proofreader:
    return Proofreader(small_index)


@pytest.fixture
def passage(small_index: Index) -> Passage:
    return small_index.by_id["melden-nl.termijn"]


@pytest.fixture
def evidence(passage: Passage) -> Evidence:
    return evidence_of(passage, passage.spans[0])


def test_to_the_letter_is_green(reader: Proofreader, evidence: Evidence) -> None:
    looked = reader.look(EIGHT_WEEKS, evidence)
    assert (looked.light, looked.reason, looked.support) == ("green", "", 1.0)
    assert looked.evidence == evidence


def test_what_a_language_model_might_have_said_is_green_and_rests_on_its_own_words(
    reader: Proofreader, passage: Passage, evidence: Evidence
) -> None:
    looked = reader.look("Tot het besluit mag de investering niet doorgaan.", evidence)
    assert (looked.light, looked.reason) == ("green", "")
    assert 0 < looked.support <= 1
    assert looked.evidence == reader.nearest("Tot het besluit mag de investering niet", passage)
    assert looked.evidence != evidence


def test_free_words_are_amber_and_say_which(reader: Proofreader, evidence: Evidence) -> None:
    looked = reader.look("Het BTI besluit binnen acht weken na een volledige melding.", evidence)
    assert looked.light == "amber"
    assert looked.reason == "Vrij verwoord. Het woord “besluit” staat niet in de passage."
    assert looked.support > 0
    unfinished = reader.look(EIGHT_WEEKS[:-1], evidence)
    assert unfinished.light == "amber"
    assert unfinished.reason.startswith("Vrij verwoord. De zin is niet af")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (EIGHT_WEEKS.replace("acht", "zes"), "Het getal 6 weken staat niet in de passage."),
        (EIGHT_WEEKS.replace("BTI", "AIVD"), "De naam AIVD staat niet in de passage."),
        (EIGHT_WEEKS.replace("beslist", "beslist niet"), "Een ontkenning"),
        ("De bakker bakt brood met krenten.", "Maar 0% van de woorden"),
        (EIGHT_WEEKS.replace("acht", "zes")[:-1], "Het getal 6 weken staat niet in de passage."),
    ],
)
def test_a_falsehood_is_red_and_the_reason_names_it(
    reader: Proofreader, evidence: Evidence, text: str, reason: str
) -> None:
    looked = reader.look(text, evidence)
    assert looked.light == "red"
    assert looked.reason.startswith(reason)
    assert (looked.support, looked.evidence) == (0.0, evidence)


def test_without_a_source_or_when_it_is_gone_it_is_red(
    reader: Proofreader, evidence: Evidence
) -> None:
    bare = reader.look(EIGHT_WEEKS, None)
    assert (bare.light, bare.evidence) == ("red", None)
    assert bare.reason == "Bij deze zin staat geen bron. Zoek een passage en zet die erbij."
    gone = reader.look(EIGHT_WEEKS, replace(evidence, passage_id="weg.weg"))
    assert gone.light == "red"
    assert gone.reason.startswith("De passage waarop deze zin rust, staat niet meer")


def test_when_the_source_changed_but_its_words_stand_it_is_amber_until_renewed(
    reader: Proofreader, evidence: Evidence
) -> None:
    old = replace(evidence, passage_digest="0" * 64, start=5, end=9)
    looked = reader.look(EIGHT_WEEKS, old)
    assert looked.light == "amber"
    assert looked.reason.startswith("De bron is veranderd sinds deze zin is vastgelegd.")
    assert looked.evidence == old
    assert reader.renewed(old) == evidence
    assert reader.look(EIGHT_WEEKS, reader.renewed(old)).light == "green"
    false = reader.look(EIGHT_WEEKS.replace("acht", "zes"), old)
    assert false.light == "red"
    assert "6 weken" in false.reason


def test_when_the_words_under_a_sentence_went_it_is_red_and_new_words_are_amber(
    reader: Proofreader, evidence: Evidence
) -> None:
    old = replace(evidence, passage_digest="0" * 64, quote=EIGHT_WEEKS.replace("acht", "zes"))
    looked = reader.look(old.quote, old)
    assert looked.light == "red"
    assert looked.reason.startswith("De bron is veranderd; de aangehaalde woorden staan er niet")
    assert reader.renewed(old) == old
    repaired = reader.look(EIGHT_WEEKS, old)
    assert (repaired.light, repaired.evidence) == ("amber", evidence)


@pytest.mark.parametrize(
    ("change", "light", "reason"),
    [
        ({"label": "internal"}, "red", "De passage is alleen voor intern gebruik"),
        ({"quotable": False}, "red", "De woorden van deze passage zijn niet zeker"),
        ({"current": False}, "amber", "De passage is niet de tekst die nu geldt."),
    ],
)
def test_a_passage_that_may_not_be_sent_or_no_longer_holds_gives_no_green(
    small_index: Index,
    monkeypatch: pytest.MonkeyPatch,
    evidence: Evidence,
    change: dict[str, object],
    light: str,
    reason: str,
) -> None:
    passage = replace(small_index.by_id[evidence.passage_id], **change)  # type: ignore[arg-type]
    monkeypatch.setattr(small_index, "by_id", {passage.id: passage})
    looked = Proofreader(small_index).look(EIGHT_WEEKS, evidence)
    assert looked.light == light
    assert looked.reason.startswith(reason)


def test_an_order_to_a_model_is_never_repeated(
    small_index: Index, monkeypatch: pytest.MonkeyPatch, evidence: Evidence
) -> None:
    passage = small_index.by_id[evidence.passage_id]
    spans = (replace(passage.spans[0], order=True), *passage.spans[1:])
    changed = replace(passage, spans=spans)
    monkeypatch.setattr(small_index, "by_id", {passage.id: changed})
    reader = Proofreader(small_index)
    looked = reader.look(EIGHT_WEEKS, evidence)
    assert looked.light == "red"
    assert looked.reason.startswith("Deze woorden lezen als een opdracht")
    assert reader.nearest(EIGHT_WEEKS, changed).quote != EIGHT_WEEKS


def test_the_nearest_words_are_those_that_support_best(
    reader: Proofreader, passage: Passage
) -> None:
    assert reader.nearest(EIGHT_WEEKS, passage).quote == EIGHT_WEEKS
    late = reader.nearest("Een te late melding kost een boete van 5 procent.", passage)
    assert late.quote.startswith("Wie een investering te laat meldt")
    assert reader.nearest("Volstrekt iets anders.", passage).quote in passage.text


def test_a_second_opinion_of_a_model_counts(small_index: Index, evidence: Evidence) -> None:
    told = "the quote does not entail it: 0.10, at least 0.50 needed"
    reader = Proofreader(small_index, lambda _sentence, _quote: told)
    looked = reader.look("Tot het besluit mag de investering niet doorgaan.", evidence)
    assert looked.light == "amber"
    assert "Volgens het controlemodel" in looked.reason


def test_a_question_that_leans_on_an_earlier_one_does_not_stand_alone(reader: Proofreader) -> None:
    earlier = ("Moet ik een investering melden?",)
    assert not reader.stands_alone("En hoe lang duurt dat?", earlier, "nl")
    assert reader.stands_alone("En hoe lang duurt dat?", (), "nl")
    assert reader.stands_alone("Waar meld ik spionage bij mijn bedrijf?", earlier, "nl")
