"""Break one line of the assistant, and the suite must fail.

The golden questions are really asked, over the real index, as `make evals` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

import assistant.search
import assistant.steps.conclude
from assistant.answers import ProvenSentence
from assistant.assemble import open_assistant
from assistant.pipeline import Assistant
from assistant.proof.verifier import Verdict, Verifier
from assistant.settings import AssistantSettings
from evals.abuse import screened
from evals.analysis import analyse
from evals.bootstrap import Mean
from evals.cases import load_cases
from evals.floors import load_floors
from evals.gate import verdict
from evals.lies import seen_through
from evals.results import results_of
from evals.run import run_cases
from evals.scores import Outcome
from indexer.settings import IndexSettings

Lies = Mapping[str, Mean]
Patch = pytest.MonkeyPatch


@pytest.fixture(scope="module")
def whole(real_assistant: Assistant) -> tuple[tuple[Outcome, ...], Lies]:
    """The outcomes and lies of the assistant as it is."""
    outcomes = asked(real_assistant)
    return outcomes, lies_of(real_assistant, outcomes)


def asked(assistant: Assistant) -> tuple[Outcome, ...]:
    return run_cases(assistant, load_cases(), lambda _: None)


def lies_of(assistant: Assistant, outcomes: Sequence[Outcome]) -> Lies:
    return seen_through(Verifier(assistant.index.terms.of_text), outcomes) | screened()


def faults(outcomes: Sequence[Outcome], lies: Lies) -> str:
    """Return what the gate says: the floors alone, as if there were no baseline."""
    results = results_of(outcomes, analyse(outcomes, lies), at="now", index_version="b1")
    return "; ".join(verdict(results, load_floors(), None))


def test_unbroken_it_passes(whole: tuple[tuple[Outcome, ...], Lies]) -> None:
    assert faults(*whole) == ""


def test_a_search_upside_down(
    real_assistant: Assistant, whole: tuple[tuple[Outcome, ...], Lies], monkeypatch: Patch
) -> None:
    fuse = assistant.search.fuse
    monkeypatch.setattr(assistant.search, "fuse", lambda stages, **more: fuse(stages, **more)[::-1])
    found = faults(asked(real_assistant), whole[1])
    assert "hit@5 is" in found
    assert "right source is" in found


def test_a_verifier_that_believes_all(
    real_assistant: Assistant, whole: tuple[tuple[Outcome, ...], Lies], monkeypatch: Patch
) -> None:
    monkeypatch.setattr(Verifier, "check", lambda *_: Verdict(support=1.0))
    found = faults(whole[0], lies_of(real_assistant, whole[0]))
    for kind in ("number", "contact", "negation dropped", "citation", "invented"):
        assert f"lies caught: {kind} is 0.000" in found


@pytest.mark.parametrize(
    "told",
    [
        AssistantSettings(on_topic_line=0.0, _env_file=None),
        AssistantSettings(answerable_line=0.0, _env_file=None),
    ],
    ids=["on topic", "answerable"],
)
def test_no_abstention(
    real_settings: IndexSettings, whole: tuple[tuple[Outcome, ...], Lies], told: AssistantSettings
) -> None:
    eager = open_assistant(real_settings, told)
    with eager.index:
        assert "correct abstention is" in faults(asked(eager), whole[1])


def test_citations_one_off(
    real_assistant: Assistant, whole: tuple[tuple[Outcome, ...], Lies], monkeypatch: Patch
) -> None:
    def one_off(*, citations: tuple[int, ...], **others: Any) -> ProvenSentence:
        return ProvenSentence(citations=tuple(number + 1 for number in citations), **others)

    monkeypatch.setattr(assistant.steps.conclude, "ProvenSentence", one_off)
    found = faults(asked(real_assistant), whole[1])
    for measure in ("citation recall", "citation precision", "unproven sentences"):
        assert f"{measure} is" in found
