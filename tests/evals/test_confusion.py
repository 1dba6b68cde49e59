from __future__ import annotations

from assistant.answers import Status
from evals.confusion import confusion
from tests.evals.outcomes import answer, case, outcome


def test_pairs_are_counted_and_what_a_case_also_accepts_is_right() -> None:
    about = case(status=["answered", "partial"])
    found = confusion(
        [
            outcome(about, answer(Status.ANSWERED)),
            outcome(about, answer(Status.PARTIAL)),
            outcome(about, answer(Status.NO_ANSWER)),
            outcome(case(status=["no_answer"]), answer(Status.ANSWERED)),
        ]
    )
    assert found == {
        (Status.ANSWERED, Status.ANSWERED): 1,
        (Status.PARTIAL, Status.PARTIAL): 1,
        (Status.ANSWERED, Status.NO_ANSWER): 1,
        (Status.NO_ANSWER, Status.ANSWERED): 1,
    }
