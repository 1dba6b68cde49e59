from __future__ import annotations

import pytest

from assistant.proof.generated import GeneratedProof, closeness_by
from assistant.proof.verifier import Verifier
from indexer.terms import Terms
from tests.assistant.parts import ANSWER, CONDITION, make_passage
from tests.fakes import HashEmbedder

PASSAGE = make_passage(
    "melden",
    [
        ("Een investering meldt u vooraf bij het BTI.", ANSWER),
        ("Het BTI beslist binnen 8 weken na de melding.", ANSWER),
        ("Dat geldt niet voor een belang onder 10 procent.", CONDITION),
    ],
)
TERMS = Terms([], [])


def proof(close: float = 1.0) -> GeneratedProof:
    return GeneratedProof(Verifier(TERMS.of_text), lambda _one, _other: close, TERMS.of_text)


def test_the_words_that_support_a_sentence_are_found() -> None:
    found = proof().find("Het BTI beslist binnen 8 weken na de melding.", PASSAGE)
    assert found.span is not None
    assert PASSAGE.quote(found.span) == "Het BTI beslist binnen 8 weken na de melding."


def test_an_invented_clause_does_not_ride_on_a_true_one() -> None:
    for clause in ("U stuurt een formulier op", "Een investering meldt u vooraf bij het BTI"):
        said = f"{clause}, en het BTI beslist binnen 8 weken na de melding."
        assert proof().find(said, PASSAGE).span is None


@pytest.mark.parametrize(
    "lie",
    [
        "Het BTI beslist binnen 6 weken na de melding.",
        "Een investering meldt u vooraf niet bij het BTI.",
        "Een investering meldt u vooraf bij de politie.",
        "Elke overname is verboden.",
    ],
)
def test_a_lie_finds_no_support(lie: str) -> None:
    found = proof().find(lie, PASSAGE)
    assert found.span is None
    assert found.verdict.reason


def test_a_meaning_that_is_not_near_is_not_enough() -> None:
    said = "Vooraf meldt u een investering bij het BTI."
    assert proof(0.95).find(said, PASSAGE).span is not None
    assert proof(0.8).find(said, PASSAGE).span is None


def test_closeness_is_a_cosine() -> None:
    close = closeness_by(HashEmbedder())
    assert close("een zin", "een zin") == pytest.approx(1.0, abs=1e-5)
    assert close("een zin over drones", "erwtensoep koken") < 0.9


def test_the_reason_is_that_of_the_nearest_words() -> None:
    found = proof().find("Het BTI beslist binnen 6 weken na de melding.", PASSAGE)
    assert found.verdict.reason == "not in the quote: 6 weken"


def test_a_model_for_entailment_has_a_say_over_what_is_not_to_the_letter() -> None:
    asked: list[tuple[str, str]] = []

    def doubt(sentence: str, quote: str) -> str:
        asked.append((sentence, quote))
        return "the quote does not entail it"

    said = "Vooraf meldt u een investering bij het BTI."
    strict = GeneratedProof(Verifier(TERMS.of_text), lambda *_: 1.0, TERMS.of_text, doubt)
    assert proof().find(said, PASSAGE).span is not None
    found = strict.find(said, PASSAGE)
    assert (found.span, found.verdict.reason) == (None, "the quote does not entail it")
    assert asked == [(said, "Een investering meldt u vooraf bij het BTI.")]
    assert strict.find(PASSAGE.text.split(". ")[0] + ".", PASSAGE).span is not None


def test_our_own_inference_is_not_told_as_a_fact() -> None:
    fact = "Een klein belang meldt u dus niet bij het BTI"
    passage = make_passage("afwegen", [(f"{fact} (onze gevolgtrekking).", ANSWER)])
    kept = "Onze gevolgtrekking: een klein belang meldt u dus niet bij het BTI."
    assert proof().find(kept, passage).span is not None
    lost = proof().find(f"{fact}.", passage)
    assert (lost.span, "inference" in lost.verdict.reason) == (None, True)


@pytest.mark.parametrize(
    "piece",
    [
        "Een investering meldt u vooraf bij het",
        "Een investering meldt u vooraf bij het.",
        "Een investering meldt u vooraf, en dat.",
        "Een investering meldt u vooraf,",
    ],
)
def test_a_sentence_that_breaks_off_is_none(piece: str) -> None:
    found = proof().find(piece, PASSAGE)
    assert (found.span, found.verdict.reason) == (None, "it has no end")


@pytest.mark.parametrize(
    "lie",
    [
        "Een investering meldt u vooraf gratis bij het BTI.",
        "Een investering of lening meldt u vooraf bij het BTI.",
        "Een investering meldt u na afloop bij het BTI.",
        "Een investering meldt de gemeente vooraf bij het BTI.",
    ],
)
def test_nothing_is_added_to_a_true_sentence(lie: str) -> None:
    assert proof().find(lie, PASSAGE).span is None
