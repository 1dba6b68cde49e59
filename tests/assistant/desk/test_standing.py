"""What an approved answer rests on, beside the passages of an index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.desk.found import evidence_of
from assistant.desk.nouns import DraftSentence, Evidence, Part, VerifiedEntry
from assistant.desk.standing import review_reason, standing, trouble
from indexer.documents import Role
from indexer.index import Index
from indexer.passages import Passage

TODAY = date(2026, 11, 21)


class Shelf:
    """What is asked of an index: its passages and its register."""

    def __init__(self, index: Index, **changes: object) -> None:
        passage = index.by_id["melden-nl.klein-belang"]
        self.by_id: dict[str, Passage] = {passage.id: replace(passage, **changes)}  # type: ignore[arg-type]
        self.sources = index.sources


def evidence(index: Index, number: int = 0) -> Evidence:
    passage = index.by_id["melden-nl.klein-belang"]
    return evidence_of(passage, passage.spans[number])


def entry(*sentences: tuple[Part, Evidence | None]) -> VerifiedEntry:
    return VerifiedEntry(
        id=1,
        case_id=None,
        question="Moet ik melden?",
        language="nl",
        sentences=tuple(
            DraftSentence(
                id=n,
                position=n,
                part=part,
                text=under.quote if under else "Zomaar.",
                original="",
                evidence=under,
                light="green",
                reason="",
                support=1.0,
                decision="kept",
                remark="",
                decided_by=None,
                version=1,
            )
            for n, (part, under) in enumerate(sentences)
        ),
        approved_role="approver",
        approved_on=TODAY,
        valid_until=TODAY,
        state="active",
        review_reason="",
    )


def test_sentences_come_in_the_order_of_an_answer_on_their_own_spans(small_index: Index) -> None:
    told = entry(("where", evidence(small_index, 5)), ("answer", evidence(small_index)))
    found = standing(told, small_index)
    assert [one.role for one in found] == [Role.ANSWER, Role.WHERE]
    assert [one.span for one in found] == [
        small_index.by_id["melden-nl.klein-belang"].spans[n] for n in (0, 5)
    ]
    assert review_reason(told, small_index, TODAY) == ""


def test_a_piece_of_a_span_is_a_span_too(small_index: Index) -> None:
    whole = evidence(small_index)
    piece = replace(whole, end=whole.start + 11, quote=whole.quote[:11])
    (one,) = standing(entry(("condition", piece)), small_index)
    assert one.passage.quote(one.span) == "Wie minsten"
    assert (one.span.role, one.span.source_ids) == (Role.CONDITION, ("S01",))


def test_one_sentence_that_does_not_stand_takes_all_with_it(small_index: Index) -> None:
    stands, fell = evidence(small_index), replace(evidence(small_index, 1), passage_id="weg")
    assert standing(entry(("answer", stands), ("answer", fell)), small_index) == ()
    assert standing(entry(("answer", stands), ("answer", None)), small_index) == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"quotable": False}, "staat niet meer in de bronnen"),
        ({"current": False}, "is niet meer de tekst die nu geldt"),
        ({"text": "Iets heel anders."}, "is veranderd sinds de goedkeuring"),
        ({"hints": ("Een andere vraag?",)}, ""),
    ],
)
def test_why_a_passage_can_no_longer_be_relied_on(
    small_index: Index, changes: dict[str, object], reason: str
) -> None:
    shelf = Shelf(small_index, **changes)
    told = trouble(evidence(small_index), shelf)  # type: ignore[arg-type]  # all that is asked
    assert bool(told) == bool(reason)
    assert reason in told


def test_a_source_that_left_the_register_and_a_date_that_passed(small_index: Index) -> None:
    unknown = replace(evidence(small_index), source_ids=("S01", "S99"))
    assert "staat niet meer in het register" in trouble(unknown, small_index)
    moved = replace(evidence(small_index), start=3)
    assert "is veranderd" in trouble(moved, small_index)
    late = entry(("answer", evidence(small_index)))
    reason = review_reason(late, small_index, date(2026, 11, 22))
    assert reason == "De geldigheid liep af op 2026-11-21."


def test_a_passage_that_grew_below_the_quote_is_a_changed_passage(small_index: Index) -> None:
    now = evidence(small_index)
    longer = small_index.by_id[now.passage_id].text + " Dat geldt niet voor stichtingen."
    shelf = Shelf(small_index, text=longer)
    assert "is veranderd" in trouble(now, shelf)  # type: ignore[arg-type]
