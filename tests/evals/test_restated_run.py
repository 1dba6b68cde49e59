"""The truth in other words is put to the proof; refusals are told, but not of the test part."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.proof.verifier import Verdict, Verifier
from evals import restated_run as command
from evals.restated import Restated, load_restated
from evals.restated_run import (
    Tried,
    listed,
    proof_of,
    reasons,
    shares,
    tried,
    without_particulars,
)
from indexer.index import Index
from tests.evals.passages import passage_of
from tests.evals.prompts import QUOTES, RESTATED


def entry(part: str, text: str = "Zin.") -> Restated:
    found = (
        RESTATED[0].model_copy(update={"passage": f"doc-nl.{n}", "restated": text})
        for n in range(50)
    )
    return next(one for one in found if one.part == part)


TRIED = [
    Tried(entry=entry("dev", "Geloofd."), reason=""),
    Tried(entry=entry("dev", "Geweigerd."), reason="not in the quote: 12"),
    Tried(entry=entry("test", "Geheim."), reason="only 12% of its words are in the quote"),
]


def test_shares_by_part_form_and_language() -> None:
    found = shares(TRIED)
    assert {name: (own.value, own.count) for name, own in found.items()} == {
        "all": (2 / 3, 3),
        "dev": (0.5, 2),
        "dev, single, nl": (0.5, 2),
        "test": (1.0, 1),
        "test, single, nl": (1.0, 1),
    }


def test_reasons_are_counted_without_what_differs_each_time() -> None:
    assert without_particulars("not in the quote: 12") == "not in the quote"
    assert set(reasons(TRIED)) == {"not in the quote", "only of its words are in the quote"}


def test_sentences_of_the_test_part_are_never_listed() -> None:
    told = listed(TRIED)
    assert "Geweigerd." in told
    assert "Geloofd." not in told
    assert "Geheim." not in told


def test_a_quote_is_believed_and_a_lie_is_not(small_index: Index) -> None:
    quote, lie = (
        RESTATED[0].model_copy(update={"restated": text})
        for text in (QUOTES[0], "De koper mag een belang van 99 procent altijd melden bij de AIVD.")
    )
    passage = passage_of(QUOTES)
    found = list(tried(proof_of(small_index), [(quote, passage), (lie, passage)]))
    assert [one.refused for one in found] == [False, True]


def test_the_reason_is_what_speaks_against_its_own_quote(
    small_index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(_self: object, _sentence: str, quote: str, *_: object) -> Verdict:
        return Verdict(support=0.0, reason="own" if quote == QUOTES[0] else "another")

    monkeypatch.setattr(Verifier, "check", check)
    [one] = tried(proof_of(small_index), [(RESTATED[0], passage_of(QUOTES))])
    assert one.reason == "own"


def a_few() -> tuple[Restated, ...]:
    return load_restated()[::40]


@pytest.mark.usefixtures("real_settings")
def test_it_fails_when_too_much_truth_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    refuse = Verdict(support=0.0, reason="niets mag")
    monkeypatch.setattr(Verifier, "check", lambda *_: refuse)
    monkeypatch.setattr(command, "load_restated", a_few)
    report = tmp_path / "r.txt"
    assert command.main(["--report", str(report)]) == 1
    told = capsys.readouterr().out
    assert "1.000" in told
    assert "test" not in told.replace(str(report), "")
    assert "niets mag" in report.read_text(encoding="utf-8")
