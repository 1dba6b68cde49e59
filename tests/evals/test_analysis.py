"""What is worked out of a run, and what of the test part is not."""

from __future__ import annotations

from evals.analysis import BY_TOPIC, analyse
from evals.measures import RANKINGS
from evals.relevance import Findings
from tests.evals.outcomes import case, outcome
from tests.evals.runs import DEV, TEST, good, outcomes, refused


def test_parts_add_up_and_have_every_measure() -> None:
    found = analyse((*outcomes(), outcome(case("en-1", language="en"))))
    assert found.parts["all"].cases == 51
    assert found.parts["dev"].cases + found.parts["test"].cases == 51
    assert found.parts["English"].cases == 1
    assert {frozenset(part.measures) for part in found.parts.values()} == {
        frozenset(found.parts["all"].measures)
    }


def test_speed_is_told_in_percentiles() -> None:
    found = analyse([good(name, float(number)) for number, name in enumerate(DEV)])
    speed = found.parts["all"].speed
    values = [mean.value for mean in speed.values() if mean]
    assert list(speed) == ["p50", "p95", "p99"]
    assert values == sorted(values)
    assert 19 <= values[0] <= 20
    assert len(found.milliseconds) == 40


def test_stages_are_compared_over_the_same_cases() -> None:
    partial = outcome(
        case("x-1"), findings=Findings(rankings={"fused": good("y").rankings["fused"]})
    )
    found = analyse([*outcomes(bad=DEV[:10]), partial])
    assert list(found.stages) == ["fused", "dense"]
    assert set(found.stages["fused"]) == set(RANKINGS)
    for stage in found.stages.values():
        hit = stage["hit@5"]
        assert hit is not None
        assert (hit.count, hit.value) == (50, 0.8)


def test_topics_and_worst_answers_are_of_the_development_part() -> None:
    found = analyse([refused(TEST[0]), refused(DEV[0]), good(DEV[1])])
    assert [o.case.id for o in found.worst] == [DEV[0]]
    (topic,) = found.topics
    recall = found.topics[topic]["fact recall"]
    assert recall is not None
    assert (recall.count, recall.value) == (2, 0.5)
    assert tuple(found.topics[topic]) == BY_TOPIC
    assert sum(found.confusion.values()) == 3
    assert sum(b.count for b in found.reliability) == 3


def test_nothing_asked_is_no_error() -> None:
    found = analyse(())
    assert found.parts["all"].cases == 0
    assert found.stages == {}
    assert found.worst == ()
