from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.front_matter import split_front_matter


def test_fields_are_read_and_taken_off() -> None:
    text = '---\nTitle: "Beleid: op reis"\ndatum: 2025-03-01\nleeg:\n- lijst\n---\n\n# Kop\n'
    assert split_front_matter(text) == (
        {"title": "Beleid: op reis", "datum": "2025-03-01"},
        "\n# Kop\n",
    )


@pytest.mark.parametrize(
    "text", ["# Kop\n", "---\ngewoon een zin\n---\n", "tekst\n---\na: b\n---\n", "---\na: b\n"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(st.text())
def test_nothing_after_the_front_matter_is_lost(text: str) -> None:
    assert split_front_matter("---\na: b\n---\n" + text) == ({"a": "b"}, text)
