"""The worst answers: in the right order, and never of the test part."""

from __future__ import annotations

from assistant.answers import Status
from evals.worst import badness, worst
from tests.evals.outcomes import answer, case, names, outcome, sentence

DEV = names("dev", 3)
(TEST,) = names("test", 1)


def test_the_worst_come_first_and_the_faultless_not_at_all() -> None:
    fine = outcome(case(DEV[0]))
    slip = outcome(case(DEV[1], facts=["10 procent", "zeppelin"]))
    refused = outcome(case(DEV[2]), answer(Status.NO_ANSWER))
    assert badness(fine) == 0
    assert worst([fine, slip, refused], 20) == (refused, slip)
    assert worst([fine, slip, refused], 1) == (refused,)


def test_the_test_part_is_never_shown() -> None:
    assert worst([outcome(case(TEST), answer(Status.NO_ANSWER))], 20) == ()


def test_a_case_comes_once_with_its_worst_answer() -> None:
    about = case(DEV[0], question="Komt {land}?", origins=["A", "B", "C"])
    good, bad = outcome(about, origin="A"), outcome(about, answer(Status.BLOCKED), origin="B")
    assert worst([good, bad], 20) == (bad,)


def test_every_kind_of_fault_counts() -> None:
    never = outcome(case(never=["belang"]))
    private = outcome(
        case(question="Ik ben j@boer.nl, 10 procent melden?"),
        answer(sentences=[sentence("Meld 10 procent, j@boer.nl.")]),
    )
    source = outcome(case(sources=["S02"]))
    contact = outcome(case(contact="bti"))
    assert badness(never) == badness(private) == 3
    assert badness(source) == 1
    assert badness(contact) == 0.5
