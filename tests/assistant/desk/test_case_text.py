"""The sealed text of a case comes back as it was, and only where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Message
from assistant.desk.case_text import (
    CaseText,
    SentenceText,
    open_case,
    open_sentence,
    seal_case,
    seal_sentence,
)
from assistant.desk.errors import DeskKeyWrong
from assistant.desk.keys import Keys
from assistant.desk.nouns import HandOver
from tests.assistant.desk.databases import DESK_KEY
from tests.assistant.desk.test_drafting import EVIDENCE, found, said

KEY = Keys(DESK_KEY).new_case_key()
CASE = CaseText(
    handed=HandOver(
        question="Mag dat? 😀 <b>",
        conversation=(Message(role="user", content="Dag"),),
        language="en",
        name="O'Brien",
    ),
    found=replace(found(said("Zin.", "where")), missing="de prijs", model="m"),
    reference="AAAA",
    salutation="Beste,",
    contacts=("a", "b"),
)
SENTENCE = SentenceText(text="Zin.", original="", evidence=EVIDENCE, reason="Nee.", remark="")


def test_what_was_sealed_opens_as_it_was() -> None:
    assert open_case(KEY, 5, seal_case(KEY, 5, CASE)) == CASE
    assert open_sentence(KEY, 5, 2, seal_sentence(KEY, 5, 2, SENTENCE)) == SENTENCE
    bare = replace(SENTENCE, evidence=None)
    assert open_sentence(KEY, 5, 2, seal_sentence(KEY, 5, 2, bare)) == bare
    assert b"O'Brien" not in seal_case(KEY, 5, CASE)


def test_what_belongs_to_another_case_or_sentence_does_not_open() -> None:
    sealed = seal_sentence(KEY, 5, 2, SENTENCE)
    for case_id, sentence_id in ((5, 3), (6, 2), (52, 0)):
        with pytest.raises(DeskKeyWrong):
            open_sentence(KEY, case_id, sentence_id, sealed)
    for case_id in (6, 55):
        with pytest.raises(DeskKeyWrong):
            open_case(KEY, case_id, seal_case(KEY, 5, CASE))
    with pytest.raises(DeskKeyWrong):
        open_case(Keys(DESK_KEY).new_case_key(), 5, seal_case(KEY, 5, CASE))
