from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.dates import iso_date, long_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-03-01", "2025-03-01"),
        ("2025-03-01T10:00:00Z", "2025-03-01"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("1-3-2025", "2025-03-01"),
        ("01/03/2025", "2025-03-01"),
        ("1 maart 2025", "2025-03-01"),
        ("March 2025", "2025-03"),
        ("12 mei 2025", "2025-05-12"),
        ("31-2-2025", None),
        ("2025-13", None),
        ("0000", None),
        ("binnenkort", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_as_precisely_as_they_are_told(text: str | None, iso: str | None) -> None:
    assert iso_date(text) == iso


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_long_date_reads_back(day: date) -> None:
    assert iso_date(long_date(day.isoformat())) == day.isoformat()
