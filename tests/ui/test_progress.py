"""Progress bars say what is being done, on stderr."""

from __future__ import annotations

import pytest

from ui.progress import showing_progress


def test_each_step_gets_a_bar_that_ends_full(capsys: pytest.CaptureFixture[str]) -> None:
    with showing_progress() as progress:
        progress("Corpus lezen", 0, 1)
        progress("Passages inbedden", 0, 20)
        progress("Passages inbedden", 10, 20)
        progress("Trefwoorden indexeren", 0, 0)
    shown = capsys.readouterr()
    assert shown.out == ""
    lines = [line for line in shown.err.splitlines() if line.strip()]
    assert [line.split("━")[0].strip() for line in lines] == [
        "Corpus lezen", "Passages inbedden", "Trefwoorden indexeren",
    ]  # fmt: skip
    assert all("100%" in line for line in lines)
