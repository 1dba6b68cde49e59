from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.wrapped_lines import are_wrapped, join_lines

_PROSE = (
    "Het bureau bekijkt elke melding en vraagt zo nodig om meer gegevens. Daarna beslist de "
    "minister. Wie te laat meldt, kan een boete krijgen. De koper mag tot die tijd geen "
    "zeggenschap uitoefenen en geen vertrouwelijke gegevens inzien."
)


@given(st.integers(42, 120))
def test_prose_broken_at_any_width_is_wrapped_and_reads_as_before(width: int) -> None:
    lines = textwrap.wrap(_PROSE, width)
    assert are_wrapped(lines)
    assert join_lines(lines) == _PROSE


def test_verse_addresses_and_paragraphs_a_line_are_not_wrapped() -> None:
    verse = ["De wind die waait", "Het water stroomt", "En niemand die het ziet", "De nacht"]
    address = ["Loket Proef", "Voorbeeldstraat 1", "1234 AB Plaats"]
    assert not are_wrapped(verse)
    assert not are_wrapped(address)
    assert not are_wrapped([_PROSE, _PROSE])
    assert not are_wrapped([_PROSE[:60]])


def test_words_broken_at_a_lines_end_are_made_whole() -> None:
    assert join_lines(["de halfgelei-", "dertechnologie"]) == "de halfgeleidertechnologie"
    assert join_lines(["in-", "en uitvoer"]) == "in- en uitvoer"
    assert join_lines(["de EU-", "lidstaten"]) == "de EU-lidstaten"
