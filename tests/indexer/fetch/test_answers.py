from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.fetch.answers import busy, mark, no_document, retry_after
from indexer.fetch.errors import SourceUnreachable

NOW = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Sat, 21 Nov 2026 12:00:30 GMT", 30.0),
        ("Sat, 21 Nov 2026 12:00:30 -0000", 30.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("straks", None),
        ("٣", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=60))
def test_any_retry_after_can_be_read(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


def test_a_busy_server_is_asked_again_unless_it_wants_a_long_rest() -> None:
    assert busy("x", 503, None).again
    assert (busy("x", 429, 5.0).again, busy("x", 429, 5.0).wait) == (True, 5.0)
    long = busy("x", 429, 600.0)
    assert not long.again
    assert "10 minuten" in str(long)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        *((404, "bestaat niet (meer)"), (410, "bestaat niet (meer)")),
        *((401, "niet aan ons"), (403, "niet aan ons")),
        *((204, "204"), (206, "206"), (304, "304"), (418, "418")),
    ],
)
def test_what_is_no_document_is_final_and_says_why(status: int, words: str) -> None:
    error = no_document("x", status)
    assert words in str(error)
    assert error.advice
    assert not isinstance(error, SourceUnreachable)


@pytest.mark.parametrize("value", ['"abc"', 'W/"a-b"', "Sat, 21 Nov 2026 12:00:30 GMT"])
def test_a_mark_is_kept_as_it_is(value: str) -> None:
    assert mark(value) == value


@pytest.mark.parametrize("value", [None, "", "a\r\nX: y", "é", "x" * 301, " x", "x ", " "])
def test_a_mark_that_cannot_be_sent_back_is_dropped(value: str | None) -> None:
    assert mark(value) is None
