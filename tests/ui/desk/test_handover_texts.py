"""The words of the hand-over: complete in both languages, with the same blanks to fill in."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest

from ui.desk.handover_texts import HANDOVER_PROBLEMS, HANDOVER_TEXTS, RECEIPT_TEXTS

_TABLES = (HANDOVER_TEXTS, RECEIPT_TEXTS, HANDOVER_PROBLEMS)


@pytest.mark.parametrize("table", _TABLES)
def test_both_languages_say_the_same_with_the_same_blanks(table: Any) -> None:
    assert set(table) == {"nl", "en"}
    for one in fields(table["nl"]):
        dutch, english = (getattr(table[language], one.name) for language in ("nl", "en"))
        if not isinstance(dutch, str):
            assert set(dutch) == set(english)
            continue
        assert dutch.strip(), one.name
        assert dutch != english, one.name
        blanks = [sorted(re.findall(r"\{\w+\}", text)) for text in (dutch, english)]
        assert blanks[0] == blanks[1], one.name
