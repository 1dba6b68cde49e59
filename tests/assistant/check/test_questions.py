"""Which lines some answers bring, and which answers count."""

from __future__ import annotations

from assistant.check.questions import Answers, Check, CheckQuestion, Heading, Line, Option, Saying
from tests.assistant.check.shelf import answered


def _option(name: str, *lines: str, alone: bool = False) -> Option:
    label = {"nl": name, "en": name}
    return Option(id=name, label=label, lines=lines, contacts=(), alone=alone)  # type: ignore[arg-type]


def _question(name: str, *options: Option) -> CheckQuestion:
    return CheckQuestion(id=name, text={"nl": name}, hint={"nl": ""}, options=options)


def _line(name: str, heading: str, *needs: str) -> Line:
    saying = Saying(section="document.deel", words=(name,))
    return Line(id=name, heading=heading, saying={"nl": saying}, needs=needs)


_CHECK = Check(
    headings=(Heading(id="eerst", text={}), Heading(id="dan", text={})),
    questions=(
        _question(
            "export",
            _option("ver", "vergunning", "lijst"),
            _option("dichtbij", "lijst"),
            _option("geen", alone=True),
        ),
        _question(
            "techniek",
            _option("chips", "chips"),
            _option("onbekend", "test", alone=True),
            _option("geen", alone=True),
        ),
    ),
    lines=(
        _line("vergunning", "dan", "techniek"),
        _line("chips", "dan", "export.ver", "export.dichtbij"),
        _line("lijst", "eerst"),
        _line("test", "eerst"),
        _line("altijd", "eerst"),
    ),
    always=("altijd",),
    contacts=(),
)


def _brought(answers: Answers) -> list[str]:
    return [line.id for line in _CHECK.lines_for(answers)]


def test_lines_stand_in_the_order_of_headings_and_list_each_once() -> None:
    answers = answered(export="dichtbij ver", techniek="chips")
    assert _brought(answers) == ["lijst", "altijd", "vergunning", "chips"]


def test_what_always_holds_comes_without_any_answer() -> None:
    assert _brought({}) == ["altijd"]


def test_a_line_waits_for_the_answer_that_it_needs() -> None:
    assert "chips" not in _brought(answered(export="geen", techniek="chips"))
    assert "vergunning" not in _brought(answered(export="ver", techniek="geen"))
    assert "vergunning" in _brought(answered(export="ver", techniek="onbekend"))


def test_none_of_these_does_not_count_beside_another_answer() -> None:
    chosen = _CHECK.chosen(answered(techniek="chips onbekend geen", export="geen"))
    assert [option.id for _, option in chosen] == ["geen", "chips"]
    assert "test" not in _brought(answered(techniek="chips onbekend"))


def test_questions_without_an_answer_are_named() -> None:
    assert [q.id for q in _CHECK.unanswered(answered(export="ver"))] == ["techniek"]
    assert not _CHECK.unanswered(answered(export="ver", techniek="geen"))


def test_answers_that_nobody_offered_are_known_as_such() -> None:
    assert _CHECK.unknown(answered(export="maan"))
    assert _CHECK.unknown(answered(kleur="rood"))
    assert not _CHECK.unknown(answered(export="ver", techniek="chips geen"))
