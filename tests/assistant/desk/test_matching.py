"""Which of the approved answers is to the question that is asked now."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assistant.answers import Language
from assistant.desk.matching import Matching, Query
from assistant.desk.recollection import Remembered
from assistant.search import Search
from indexer.embedder import Vectors
from indexer.index import Index
from tests.assistant.desk.test_standing import entry

ASKED = "Moet ik een Chinese investeerder met 15 procent melden?"


def remembered(index: Index, question: str, number: int) -> Remembered:
    vector = Search(index, candidates=5).embed(question)
    return Remembered(replace(entry(), id=number, question=question), vector)


def same(
    index: Index, text: str, *, language: Language = "nl", vector: Vectors | None = None
) -> list[int]:
    known = [
        remembered(index, "Hoe lang duurt de toets?", 1),
        remembered(index, "Moet ik een investeerder met 10 procent melden?", 2),
        remembered(index, ASKED, 3),
        remembered(index, ASKED.replace("15 procent", "vijftien procent"), 4),
    ]
    if vector is None:
        vector = known[2].vector
    query = Query(text=text, vector=vector, language=language)
    return [one.id for one in Matching(index).same(query, known)]


def test_every_entry_with_the_same_question_in_their_order(small_index: Index) -> None:
    assert same(small_index, ASKED) == [3, 4]
    assert same(small_index, "Moet ik een Indiase investeerder met 15% melden?") == [3, 4]
    assert same(small_index, "Moet ik een investeerder met 12 procent melden?") == []


def test_what_lies_far_off_is_not_even_compared(small_index: Index) -> None:
    far = -Search(small_index, candidates=5).embed(ASKED)
    assert same(small_index, ASKED, vector=far) == []
    assert same(small_index, ASKED, vector=np.ones(3, np.float32)) == [], "another model's space"


def test_another_language_is_another_question(small_index: Index) -> None:
    assert same(small_index, ASKED, language="en") == []
