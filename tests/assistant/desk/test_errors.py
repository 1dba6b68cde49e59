from __future__ import annotations

from assistant.desk.errors import CaseClaimed, CaseErased, CaseUnknown, NotAllowed, SentenceUnknown
from assistant.desk.nouns import Actor


def test_each_names_the_thing() -> None:
    assert "7" in str(CaseErased(7))
    assert "Anna" in str(CaseClaimed(7, "Anna"))
    assert CaseClaimed(7, "Anna").by == "Anna"
    assert "3" in str(SentenceUnknown(3))
    assert "goedkeuren" in str(NotAllowed(Actor(name="Anna", role="editor"), "approve"))


def test_what_a_stranger_sent_is_cut() -> None:
    assert len(str(CaseUnknown("x" * 10_000))) < 100
