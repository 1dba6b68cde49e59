"""What became of a line, and whether what was shown is true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Answer, Citation, Dropped, ProvenSentence
from evals.fates import UNDRAFTED, outcome_of, true_after_all
from evals.scripts import Draft, Line, Truth
from indexer.documents import Role
from tests.evals.outcomes import answer, citation, sentence
from tests.evals.passages import passage_of
from tests.evals.prompts import QUOTES

LIE = "De koper mag een belang van 10 procent binnen 8 weken melden bij BTI als hij groot is."

UNSEEN = QUOTES[0].replace("als hij groot is", "als hij groot is bij de politie")
"""A lie that the second opinion does not see."""


def line(text: str, truth: Truth = "false") -> Line:
    return Line(behaviour="b", text=text, markers=(1,), truth=truth)


def cites(number: int = 0) -> Citation:
    passage = passage_of(QUOTES)
    return replace(citation(), passage=passage, span=passage.spans[number])


def generated(*told: ProvenSentence, dropped: tuple[Dropped, ...] = ()) -> Answer:
    given = answer(sentences=told, citations=[cites()])
    return replace(given, mode="generative", model="m", dropped=dropped)


def fates(draft: list[Line], given: Answer) -> list[str]:
    return [fate for _, fate in outcome_of(Draft(lines=tuple(draft)), given).fates]


def test_a_line_is_shown_dropped_or_withheld() -> None:
    given = generated(sentence("Dit wel."), dropped=(Dropped(text="Dit niet.", reason="daarom"),))
    draft = [line("Dit wel."), line("Dit  niet ."), line("Dit nooit gezien.")]
    assert fates(draft, given) == ["shown", "dropped", "withheld"]
    assert outcome_of(Draft(lines=tuple(draft)), given).reason_of(draft[1]) == "daarom"


def test_a_line_that_was_cut_shares_the_fate_of_its_pieces() -> None:
    given = generated(sentence("Eerst dit."), dropped=(Dropped(text="Dan dat.", reason="r"),))
    assert fates([line("Eerst dit. En nog iets.")], given) == ["shown"]
    assert fates([line("Dan dat. En nog iets.")], given) == ["dropped"]


def test_nothing_is_shown_of_a_draft_that_gave_way() -> None:
    given = replace(generated(sentence(LIE)), mode="extractive")
    found = outcome_of(Draft(lines=(line(LIE),)), given)
    assert (found.shown, [fate for _, fate in found.fates]) == ((), ["withheld"])


@pytest.mark.parametrize(
    ("text", "drafted", "lie"),
    [
        (LIE, line(LIE), True),
        (UNSEEN, line(UNSEEN), True),  # whatever anybody finds of it
        (UNSEEN, line(UNSEEN, "unsure"), False),
        (LIE, line(LIE, "unsure"), True),  # the second opinion sees must become may
        (LIE, line(LIE, "true"), False),  # whoever wrote it knew
        (QUOTES[0], line(QUOTES[0]), False),  # to the letter
        (QUOTES[1], line(QUOTES[1]), False),  # another sentence of the cited passage
        (LIE, line("Iets heel anders."), True),  # as nobody drafted it
        (LIE, line(f"{LIE} Meer."), True),  # a piece of a line
        (QUOTES[0], line("Iets heel anders."), False),
    ],
)
def test_a_lie_is_known(text: str, drafted: Line, lie: bool) -> None:
    [one] = outcome_of(Draft(lines=(drafted,)), generated(sentence(text))).shown
    assert one.lie is lie
    assert one.quotes == (QUOTES[0],)


def test_what_a_person_found_true_is_no_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(text.endswith(".") for text in true_after_all())
    monkeypatch.setattr("evals.fates.true_after_all", lambda: frozenset({LIE}))
    assert outcome_of(Draft(lines=(line(LIE),)), generated(sentence(LIE))).lies == ()


def test_what_nobody_drafted_says_so() -> None:
    [one] = outcome_of(Draft(lines=(line("Iets."),)), generated(sentence(LIE))).shown
    assert one.line is UNDRAFTED
    assert "duty" in one.objections


def test_what_the_assistant_adds_to_the_letter_is_not_of_the_model() -> None:
    told = sentence(QUOTES[0])
    added = replace(told, role=Role.CONDITION)
    draft = Draft(lines=(line(QUOTES[0], "true"),))
    assert len(outcome_of(draft, generated(told)).shown) == 1
    assert outcome_of(draft, generated(added)).shown == ()
    changed = replace(added, text=LIE)
    assert len(outcome_of(draft, generated(changed)).lies) == 1
