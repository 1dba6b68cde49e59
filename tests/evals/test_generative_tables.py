"""Tables and lists of the runs with scripted models."""

from __future__ import annotations

from typing import cast

from rich.table import Table

from evals.fates import Outcome, Shown
from evals.generative_tables import (
    dropped,
    fate_table,
    lies_told,
    recall_table,
    truth_table,
    wrongly_dropped,
)
from evals.restated import Part
from evals.scripts import Line, Truth
from tests.evals.outcomes import case, names, outcome


def line(text: str, truth: Truth = "true", part: Part = "dev") -> Line:
    return Line(behaviour="single, nl", text=text, markers=(1,), truth=truth, part=part)


def told(lie: Line) -> Outcome:
    shown = Shown(line=lie, text=lie.text, quotes=("Een quote.",), objections=("duty",), lie=True)
    return Outcome(fates=((lie, "shown"),), shown=(shown,), reasons={})


def lost(*lines: Line, reason: str = "not in the quote: 12") -> Outcome:
    reasons = {line.text: reason for line in lines}
    return Outcome(fates=tuple((line, "dropped") for line in lines), shown=(), reasons=reasons)


def kept(*lines: Line) -> Outcome:
    return Outcome(fates=tuple((line, "shown") for line in lines), shown=(), reasons={})


def cells(table: Table) -> list[list[str]]:
    columns = [cast("list[str]", list(column.cells)) for column in table.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def test_fates_are_counted_by_behaviour() -> None:
    rows = cells(fate_table([told(line("Leugen.", "false")), lost(line("Waar."))]))
    assert rows[0] == ["single, nl", "2", "1", "·", "1", "1"]
    assert rows[-1] == ["all", "2", "1", "·", "1", "1"]


def test_a_lie_of_the_development_part_is_told_with_its_quote_and_others_are_counted() -> None:
    dev, test = (case(names(part, 1)[0]) for part in ("dev", "test"))
    lie = told(line("Leugen.", "false"))
    secret = told(line("Geheim.", "false", "test"))
    found = "\n".join(lies_told([(dev, lie), (dev, lie), (test, lie), (dev, secret)]))
    assert found.count("Leugen.") == 1
    assert "Een quote." in found
    assert "duty" in found
    assert "Geheim." not in found
    assert "2 of the test part" in found
    assert lies_told([]) == []


def test_a_true_sentence_counts_once_and_by_the_worst_that_came_of_it() -> None:
    one, other = line("Een."), line("Twee.", part="test")
    found = dropped([kept(one, other), lost(one), kept(one)])
    assert {name: (share.value, share.count) for name, share in found.items()} == {
        "all": (0.5, 2),
        "single": (0.5, 2),
        "dev, single": (1.0, 1),
        "dev, single, nl": (1.0, 1),
        "test, single": (0.0, 1),
        "test, single, nl": (0.0, 1),
    }
    rows = [row[0] for row in cells(truth_table([kept(one)]))]
    assert rows == ["all", "dev, single", "dev, single, nl", "single"]


def test_what_was_dropped_is_listed_with_reasons_and_the_test_part_is_not() -> None:
    found = wrongly_dropped([lost(line("Een."), line("Geheim.", part="test"))])
    assert "2 not in the quote" in found
    assert "not in the quote: 12\n  Een." in found
    assert "Geheim." not in found


def test_recall_stands_beside_that_of_the_sources() -> None:
    rows = cells(recall_table([outcome()], [outcome()]))
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["fact recall"][0] == by_name["fact recall"][1]
    assert by_name["fact recall"][2] == "-"  # no case for which a model's words were shown
