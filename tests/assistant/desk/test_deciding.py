"""Decisions and what must be decided before a draft may be approved; pure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.deciding import (
    check_ready,
    checked,
    decided,
    digest_of_draft,
    is_worse,
    lacks_ground,
    lit,
    used,
)
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Decision, DraftSentence
from assistant.desk.proofreading import Looked
from tests.assistant.desk.case_parts import EDITOR
from tests.assistant.desk.test_drafting import EVIDENCE

OPEN = DraftSentence(
    id=7,
    position=1,
    part="answer",
    text="Dat mag.",
    original="Dat mag.",
    evidence=EVIDENCE,
    light="green",
    reason="",
    support=1.0,
    decision="open",
    remark="",
    decided_by=None,
    version=1,
)
KEPT = replace(OPEN, decision="kept")
RED = replace(KEPT, light="red", position=2, id=8)


def test_kept_or_edited_follows_from_the_text() -> None:
    assert decided(OPEN, EDITOR, "kept", "Dat mag niet.", "").decision == "edited"
    assert decided(OPEN, EDITOR, "edited", "Dat mag.", "").decision == "kept"
    assert decided(OPEN, EDITOR, "edited", None, "").decision == "kept"
    after = decided(OPEN, EDITOR, "edited", "  Dat\n mag  niet. ", " Zie brief. ")
    assert (after.text, after.remark) == ("Dat mag niet.", "Zie brief.")
    assert (after.decided_by, after.version, after.original) == (EDITOR.name, 2, "Dat mag.")


def test_a_remark_of_before_does_not_linger() -> None:
    rejected = decided(OPEN, EDITOR, "rejected", None, "Fout.")
    assert decided(rejected, EDITOR, "kept", None, "").remark == ""


@pytest.mark.parametrize("later", ["kept", "edited", "needs_source"])
def test_why_a_sentence_was_rejected_is_no_ground_to_keep_it(later: Decision) -> None:
    rejected = decided(OPEN, EDITOR, "rejected", None, "Dit klopt volgens mij niet.")
    assert decided(rejected, EDITOR, later, None, " Dit klopt  volgens mij niet. ").remark == ""
    ground = "Telefonisch bevestigd door BTI."
    assert decided(rejected, EDITOR, later, None, ground).remark == ground
    assert decided(rejected, EDITOR, "rejected", None, rejected.remark).remark == rejected.remark
    kept = decided(OPEN, EDITOR, "kept", None, ground)
    assert decided(kept, EDITOR, "edited", "Dat mag niet.", ground).remark == ground


def test_a_ground_of_a_few_characters_is_none() -> None:
    short, long = replace(RED, remark="Mag zo. Grond."), replace(RED, remark="Mag zo. Gronden")
    assert (len(short.remark), len(long.remark)) == (14, 15)
    assert lacks_ground(short)
    with pytest.raises(DeskRefused, match="minstens 15 tekens op welke grond"):
        check_ready([KEPT, short])
    check_ready([KEPT, long])
    assert not lacks_ground(replace(short, decision="rejected"))
    assert not lacks_ground(replace(short, light="amber"))


@pytest.mark.parametrize("text", ["", "  ", "...", "\0", "a" * 2_001])
def test_a_text_without_words_or_without_end_is_refused(text: str) -> None:
    with pytest.raises(DeskRefused):
        checked(text)


def test_a_zero_byte_never_reaches_the_database() -> None:
    assert checked("Dat\0mag.") == "Dat mag."


@pytest.mark.parametrize(
    ("sentences", "refusal"),
    [
        ([KEPT, replace(OPEN, position=2)], "Over zin 2 is nog niet beslist."),
        ([KEPT, replace(OPEN, position=3, decision="needs_source")], "Zin 3 heeft nog een bron"),
        ([KEPT, RED], "Zin 2 is rood."),
        ([replace(OPEN, decision="rejected", remark="Fout.")], "blijft geen zin over"),
        ([], "blijft geen zin over"),
    ],
)
def test_what_is_not_ready_is_refused(sentences: list[DraftSentence], refusal: str) -> None:
    with pytest.raises(DeskRefused, match=refusal):
        check_ready(sentences)


def test_what_is_ready_passes() -> None:
    check_ready([KEPT])
    check_ready([KEPT, replace(RED, remark="Door BTI bevestigd.")])
    check_ready([KEPT, replace(RED, decision="rejected", remark="Fout.")])
    check_ready([replace(KEPT, light="amber")])


def test_only_what_stays_counts_for_the_digest() -> None:
    rejected = replace(RED, decision="rejected", remark="Fout.")
    assert used([KEPT, rejected]) == (KEPT,)
    digest = digest_of_draft([KEPT])
    assert digest_of_draft([KEPT, rejected]) == digest
    assert digest_of_draft([replace(KEPT, support=0.5, version=9)]) == digest
    for other in (
        replace(KEPT, text="Dat mag niet."),
        replace(KEPT, remark="Grond."),
        replace(KEPT, evidence=replace(EVIDENCE, passage_digest="1")),
        replace(KEPT, evidence=None),
    ):
        assert digest_of_draft([other]) != digest


def test_lights_have_an_order_and_a_sentence_takes_what_was_seen() -> None:
    assert is_worse("red", "amber")
    assert is_worse("amber", "green")
    assert not is_worse("green", "green")
    assert not is_worse("green", "red")
    seen = Looked(light="amber", reason="Vrij.", support=0.7, evidence=None)
    after = lit(KEPT, seen)
    assert (after.light, after.reason, after.support, after.evidence) == (
        "amber",
        "Vrij.",
        0.7,
        None,
    )
