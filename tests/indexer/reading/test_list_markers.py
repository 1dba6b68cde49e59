from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.list_markers import counted, ordered_marker


@pytest.mark.parametrize(
    ("number", "style", "marker"),
    [
        (1, "1", "1."),
        (3, "a", "c."),
        (27, "a", "aa."),
        (28, "A", "BB."),
        (4, "i", "iv."),
        (1990, "I", "MCMXC."),
        (0, "a", "0."),
        (4000, "i", "4000."),
        (2, "disc", "2."),
    ],
)
def test_markers_are_written_as_browsers_and_word_do(number: int, style: str, marker: str) -> None:
    assert ordered_marker(number, style) == marker


@given(st.integers(1, 3999))
def test_roman_figures_add_up(number: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    values = [worth[one] for one in counted(number, "i")]
    following = [*values[1:], 0]
    total = sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
    assert total == number
