from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.answers import Language, Status
from assistant.confidence import Confidence
from assistant.search import Search
from assistant.steps.judge import Judge
from assistant.steps.retrieve import Retrieve
from assistant.turn import Ending, Turn
from indexer.build import build_index
from indexer.index import Index, open_index
from tests.assistant.parts import make_hit, make_turn
from tests.conftest import SMALL_CORPUS, quiet, settings_for
from tests.fakes import HashEmbedder, fixed_confidence
from tests.indexer.library.arrivals import add_originals


def judged(
    index: Index,
    text: str,
    confidence: Confidence | None = None,
    language: Language = "nl",
) -> Turn | Ending:
    turn = Retrieve(Search(index, candidates=30))(make_turn(text=text, language=language))
    judge = Judge(
        index,
        confidence or fixed_confidence(),
        on_topic_line=0.5,
        answerable_line=0.5,
        today=lambda: date(2026, 11, 21),
    )
    return judge(turn)


QUESTION = "Moet ik een investeerder met 15 procent melden?"


def test_enough_is_answered_from_the_best_hits_only(small_index: Index) -> None:
    turn = judged(small_index, QUESTION)
    assert isinstance(turn, Turn)
    kept = [hit.kept for hit in turn.hits]
    assert kept[0]
    assert sum(kept) <= 2
    assert kept == sorted(kept, reverse=True)
    assert turn.missing is None
    assert turn.confidence == pytest.approx(0.987, abs=0.001)


@pytest.mark.parametrize(
    ("confidence", "status", "reason"),
    [
        (fixed_confidence(bias=-5.0), Status.OUT_OF_SCOPE, "off_topic"),
        (fixed_confidence(answerable=-5.0), Status.NO_ANSWER, "confidence"),
    ],
)
def test_below_the_line_there_is_no_answer_and_no_hit_is_kept(
    small_index: Index, confidence: Confidence, status: Status, reason: str
) -> None:
    ending = judged(small_index, QUESTION, confidence)
    assert isinstance(ending, Ending)
    assert (ending.status, ending.reason) == (status, reason)
    assert ending.turn.hits
    assert not any(hit.kept for hit in ending.turn.hits)
    assert ending.turn.confidence < 0.05


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hoeveel meldingen kreeg het BTI in 2031?", "2031"),
        ("Hoeveel spionnen zijn er bij bedrijven?", "spionnen"),
        ("Wat is het telefoonnummer van BTI?", None),
        ("Wie is de directeur van BTI?", "de naam van een persoon"),
        ("Wat kost een melding bij BTI?", "een bedrag"),
    ],
)
def test_what_is_asked_for_must_stand_there(
    small_index: Index, text: str, missing: str | None
) -> None:
    ending = judged(small_index, text)
    assert isinstance(ending, Ending)
    assert (ending.status, ending.reason) == (Status.NO_ANSWER, "specifics")
    assert ending.turn.missing
    assert missing is None or ending.turn.missing == missing


def test_what_is_missing_is_said_in_the_language_of_the_reader(small_index: Index) -> None:
    ending = judged(small_index, "What is the phone number of the bureau?", language="en")
    assert isinstance(ending, Ending)
    assert ending.turn.missing == "a phone number"


def test_a_name_that_the_corpus_does_not_know_makes_the_answer_partial(small_index: Index) -> None:
    turn = judged(small_index, "Moet ik NEPBEDRIJF melden als investeerder?")
    assert isinstance(turn, Turn)
    assert turn.missing == "NEPBEDRIJF"


def test_without_hits_a_question_is_out_of_scope(small_index: Index) -> None:
    judge = Judge(
        small_index,
        fixed_confidence(),
        on_topic_line=0.5,
        answerable_line=0.5,
        today=lambda: date(2026, 11, 21),
    )
    ending = judge(make_turn(text=QUESTION))
    assert isinstance(ending, Ending)
    assert ending.status is Status.OUT_OF_SCOPE


@pytest.fixture(scope="module")
def with_originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The small corpus with three originals: a law, a mangled page, one with an order in it."""
    settings = settings_for(SMALL_CORPUS, tmp_path_factory.mktemp("eigen"))
    add_originals(settings.data_dir)
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        yield index


def make_judge(index: Index, confidence: Confidence | None = None) -> Judge:
    return Judge(
        index,
        confidence or fixed_confidence(),
        on_topic_line=0.5,
        answerable_line=0.5,
        today=lambda: date(2026, 11, 21),
    )


TUG_QUESTION = "Hoe telt de havenmeester alle onbemande sleepboten bij de sluis?"


def test_a_text_that_may_not_be_quoted_and_is_nearest_gives_no_answer(
    with_originals: Index,
) -> None:
    ending = judged(with_originals, TUG_QUESTION)
    assert isinstance(ending, Ending)
    assert (ending.status, ending.reason) == (Status.NO_ANSWER, "unquotable")
    assert not any(hit.kept for hit in ending.turn.hits)
    assert ending.turn.unquotable


def test_a_text_that_may_not_be_quoted_and_is_far_stops_nothing(with_originals: Index) -> None:
    turn = judged(with_originals, QUESTION)
    assert isinstance(turn, Turn)
    assert turn.hits[0].kept


def test_it_must_be_clearly_nearer_to_stop_an_answer(small_index: Index) -> None:
    passage = small_index.by_id["melden-nl.klein-belang"]
    broken = replace(passage, id="kapot", quotable=False)
    turn = make_turn(make_hit(passage, fused=1.0), text=QUESTION)
    for fused, stops in ((1.4, False), (1.6, True)):
        found = make_judge(small_index)(replace(turn, unquotable=(make_hit(broken, fused=fused),)))
        assert isinstance(found, Ending) is stops


def test_of_a_day_without_a_text_there_is_no_answer(small_index: Index) -> None:
    ending = make_judge(small_index)(replace(make_turn(text=QUESTION), on=date(1990, 1, 1)))
    assert isinstance(ending, Ending)
    assert (ending.status, ending.reason) == (Status.NO_ANSWER, "day")


def test_an_original_that_plainly_says_it_may_be_off_the_usual_topics(
    with_originals: Index,
) -> None:
    question = "Gaat een fiets gratis mee aan boord van de veerdienst?"
    off_topic = fixed_confidence(bias=-5.0)
    ending = judged(with_originals, question, off_topic)
    assert isinstance(ending, Ending)
    values = fixed_confidence(bias=5.0, answerable=-5.0)  # "original" follows the bias
    turn = judged(with_originals, question, values)
    assert isinstance(turn, Turn)
    assert turn.hits[0].passage.basis == "original"
    digest = judged(with_originals, QUESTION, values)
    assert isinstance(digest, Ending)  # a digest must be answerable by the usual line
