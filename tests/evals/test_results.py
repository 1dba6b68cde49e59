"""The file of results: it comes back as it was, and tells nothing of questions and answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.results import UnreadableResults, accepted, read_results, write_results
from tests.evals.outcomes import SENTENCE
from tests.evals.runs import DEV, TEST, run, values


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    results = run(bad=DEV[:3])
    write_results(results, tmp_path / "new" / "a.json")
    again = read_results(tmp_path / "new" / "a.json")
    assert values(again, "status") == values(results, "status")
    status = again.measures["all"]["status"]
    assert status is not None
    assert status.value == pytest.approx(47 / 50)
    assert again.cases[DEV[0]].status == ("no_answer",)
    assert again.cases[TEST[0]].part == "test"
    write_results(again, tmp_path / "b.json")
    assert read_results(tmp_path / "b.json") == again


def test_a_case_is_a_line_and_no_words_of_it_are_kept(tmp_path: Path) -> None:
    write_results(run(), tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text()
    assert sum(line.lstrip().startswith('"c-') for line in text.splitlines()) == 50
    assert SENTENCE not in text
    assert "Moet ik" not in text
    assert "10 procent" not in text


def test_a_baseline_says_why() -> None:
    assert accepted(run(), " beter zoeken ").why == "beter zoeken"
    with pytest.raises(ValueError, match="why"):
        accepted(run(), "  ")


@pytest.mark.parametrize("body", ["", "{", "[]", '{"format": 2}'])
def test_another_file_is_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.json").write_text(body)
    with pytest.raises(UnreadableResults, match=r"a\.json"):
        read_results(tmp_path / "a.json")


def test_a_missing_file_and_another_format_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableResults, match="cannot be read"):
        read_results(tmp_path / "none.json")
    write_results(run(), tmp_path / "a.json")
    old = (tmp_path / "a.json").read_text().replace('"format": 2', '"format": 1')
    (tmp_path / "a.json").write_text(old)
    with pytest.raises(UnreadableResults, match="format 1"):
        read_results(tmp_path / "a.json")
