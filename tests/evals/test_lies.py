"""Lies made from answers reach the measures, and a verifier that believes all is seen."""

from __future__ import annotations

import pytest

from assistant.proof.verifier import Verdict, Verifier
from evals.lies import FALSE_ALARMS, LABELLED, MEASURED, seen_through, told_in
from evals.mutation import AIMS
from evals.scores import Outcome
from tests.evals.outcomes import answer, citation, outcome

TOLD = "De koper moet een belang van 10 procent binnen 8 weken melden bij AIVD tenzij hij klein is."
OTHER = "Bel het loket niet na 17.00 uur."


def words(text: str, _: str) -> list[str]:
    return text.lower().split()


def asked() -> list[Outcome]:
    return [
        outcome(given=answer(citations=[citation(text=TOLD)])),
        outcome(given=answer(citations=[citation(text=TOLD), citation(2, OTHER)])),
    ]


def test_a_quote_is_taken_once() -> None:
    assert [origin.quote for origin in told_in(asked())] == [OTHER, TOLD]


def test_the_measures_are_named_and_within_bounds() -> None:
    found = seen_through(Verifier(words), asked())
    assert set(found) <= set(MEASURED)
    assert {"lies caught: number", "lies caught: modality", LABELLED, FALSE_ALARMS} <= set(found)
    assert found["lies caught: number"].value == 1.0
    assert all(0 <= m.low <= m.value <= m.high <= 1 and m.count > 0 for m in found.values())


def test_every_kind_with_an_aim_is_a_measure() -> None:
    assert {f"lies caught: {kind}" for kind in AIMS} <= set(MEASURED)


def test_who_believes_all_catches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Verifier, "check", lambda *_: Verdict(support=1.0))
    found = seen_through(Verifier(words), asked())
    assert {mean.value for mean in found.values()} == {0.0}
