from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.characters import decode, one_line, visible

_TEXT = "Coördinatie € 5 – ‘één’"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encodings_that_people_use_are_recognised(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding)).lstrip("\ufeff") == _TEXT


def test_big_endian_text_is_known_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + "Ja".encode("utf-16-be")) == "Ja"


@given(st.binary())
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_what_nobody_sees_is_dropped() -> None:
    assert visible("over\u00adheid\u200b\x00 cafe\u0301") == "overheid café"
    assert visible("over\u00ad\n  heid") == "overheid"


@given(st.text())
def test_one_line_has_single_spaces_and_stays_what_it_is(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line)
    assert "  " not in line
    assert "\n" not in line
