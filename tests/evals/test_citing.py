"""Citation recall and precision: what each of ALCE's definitions sees."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Status
from evals.citing import citation_precision, citation_recall, verbatim
from tests.evals.outcomes import SENTENCE, answer, citation, sentence

OTHER = "Export vraagt een vergunning."


def test_an_extractive_answer_scores_1() -> None:
    assert citation_recall(answer()) == 1
    assert citation_precision(answer()) == 1


def test_without_sentences_there_is_no_figure() -> None:
    refused = answer(Status.NO_ANSWER)
    assert citation_recall(refused) is None
    assert citation_precision(refused) is None


def test_a_shifted_numbering_is_seen() -> None:
    shifted = answer(
        sentences=[sentence(SENTENCE, [2]), sentence(OTHER, [1])],
        citations=[citation(1, SENTENCE), citation(2, OTHER)],
    )
    assert citation_recall(shifted) == 0
    assert citation_precision(shifted) == 0


def test_a_number_that_stands_for_nothing_is_seen() -> None:
    lost = answer(sentences=[sentence(SENTENCE, [0]), sentence(SENTENCE, [1])])
    assert citation_recall(lost) == 0.5
    assert citation_precision(lost) == 0.5
    assert citation_recall(answer(sentences=[sentence(SENTENCE, [])])) == 0


def test_an_irrelevant_citation_costs_precision_and_no_recall() -> None:
    padded = answer(
        sentences=[sentence(SENTENCE, [1, 2])],
        citations=[citation(1, SENTENCE), citation(2, OTHER)],
    )
    assert citation_recall(padded) == 1
    assert citation_precision(padded) == 0.5


def test_citations_that_support_only_together_are_both_precise() -> None:
    def together(_: str, passages: Sequence[str]) -> bool:
        return len(passages) == 2

    joined = answer(
        sentences=[sentence("Samen.", [1, 2])],
        citations=[citation(1, SENTENCE), citation(2, OTHER)],
    )
    assert citation_recall(joined, together) == 1
    assert citation_precision(joined, together) == 1
    assert citation_recall(joined) == 0


def test_verbatim_is_to_the_letter() -> None:
    assert verbatim("een belang", ["Meld een belang."])
    assert not verbatim("Een belang", ["Meld een belang."])
