"""Made-up runs, for tests of what is done with results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answers import Status
from evals.analysis import analyse
from evals.ranking import Ranking
from evals.relevance import Findings
from evals.results import Results, results_of
from evals.scores import Outcome
from tests.evals.outcomes import answer, case, names, outcome, passage

DEV = names("dev", 40)
TEST = names("test", 10)


def found(rank: int | None = 1) -> Findings:
    ranking = Ranking(ranks=(rank,) if rank else (), relevant=1)
    return Findings(rankings={"fused": ranking, "dense": ranking})


def good(name: str, milliseconds: float = 10.0) -> Outcome:
    given = answer(hits=[passage()])
    return outcome(case(name), given, milliseconds=milliseconds, findings=found())


def refused(name: str) -> Outcome:
    given = answer(Status.NO_ANSWER, hits=[passage()], confidence=0.1)
    return outcome(case(name), given, findings=found(None))


def outcomes(bad: Sequence[str] = (), ids: Sequence[str] = (*DEV, *TEST)) -> tuple[Outcome, ...]:
    return tuple(refused(name) if name in bad else good(name) for name in ids)


def run(bad: Sequence[str] = (), ids: Sequence[str] = (*DEV, *TEST)) -> Results:
    made = outcomes(bad, ids)
    return results_of(made, analyse(made), at="2026-11-22 01:00:00", index_version="b1")


def values(results: Results, measure: str) -> Mapping[str, float]:
    return {
        name: record.values[measure]
        for name, record in results.cases.items()
        if measure in record.values
    }
