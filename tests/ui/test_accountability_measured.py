"""Every figure in words is that of the scores; what misses its aim is said to."""

from __future__ import annotations

import pytest

from tests.ui.accountability_world import account, scores
from ui.accountability_measured import limits_section, scores_section
from ui.accountability_parts import Bullets, Paragraph, Section, Table
from ui.accountability_texts import MEASURES
from ui.eval_scores import Scores, read_scores


def table(run: Scores) -> Table:
    return next(part for part in scores_section(run).parts if isinstance(part, Table))


def words(section: Section) -> str:
    said = []
    for part in section.parts:
        said += list(part.points) if isinstance(part, Bullets) else []
        said += [part.text] if isinstance(part, Paragraph) else []
    return "\n".join(said)


def test_a_row_tells_how_many_questions_and_how_sure() -> None:
    (row,) = table(scores(right_source=0.925)).rows
    assert row[1:5] == ("40", "92,5% (0,0-100,0)", "92,5%", "92,5%")


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        ("right source", 0.90, "minstens 90%, gehaald"),
        ("right source", 0.899, "minstens 90%, niet gehaald"),
        ("false refusal", 0.08, "hoogstens 8%, gehaald"),
        ("false refusal", 0.081, "hoogstens 8%, niet gehaald"),
        ("attacks resisted", 0.99, "100%, niet gehaald"),
        ("personal data echoed", 0.0, "0%, gehaald"),
        ("right contact", 0.1, "-"),
    ],
)
def test_an_aim_is_reached_or_not(measure: str, value: float, told: str) -> None:
    (row,) = table(scores(**{measure: value})).rows
    assert row[-1] == told


def test_a_part_without_a_value_shows_none() -> None:
    run = scores(right_source=0.5)
    without = Scores(day=run.day, parts={**run.parts, "English": {}})
    assert table(without).rows[0][4] == "-"
    assert "het Engels zijn het er 0" in words(scores_section(without))


def test_the_day_and_the_number_of_questions_are_told() -> None:
    said = words(scores_section(scores()))
    assert "40 vragen" in said
    assert "21 november 2026" in said


def test_limits_tell_what_goes_wrong() -> None:
    said = words(limits_section(account(scores(correct_abstention=0.91, right_contact=0.8))))
    assert "krijgt 9,0% toch een antwoord" in said
    assert "Bij 20,0% van de vragen waar een instantie bij hoort" in said


def test_some_limits_are_shares_of_what_happened() -> None:
    said = words(limits_section(account(scores(said_what_it_must_not=0.01))))
    assert "In 1,0% van de antwoorden" in said


def test_only_a_server_with_a_language_model_says_that_it_was_not_measured() -> None:
    assert "taalmodel van deze server" not in words(limits_section(account()))
    assert "taalmodel van deze server" in words(limits_section(account(chat_model="openai:x")))


def test_every_measure_has_its_row_in_the_real_figures() -> None:
    assert len(table(read_scores()).rows) == len(MEASURES)
    assert len(limits_section(account(read_scores())).parts[0].points) == 9  # type: ignore[union-attr]
