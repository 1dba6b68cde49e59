"""The golden questions are well formed, and say nothing that the corpus cannot answer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.answers import Status
from assistant.pipeline import Assistant
from evals.cases import FOLDER, Case, InvalidCase, check_against, load_cases
from indexer.index import Index


def _write(folder: Path, body: str) -> Path:
    (folder / "cases.yaml").write_text(body, encoding="utf-8")
    return folder


GOOD = "{id: a-1, question: Wat nu, language: nl, topic: olev, status: [answered]}"


def _asked_for(origins: str) -> str:
    return "cases: [" + GOOD[:-1].replace("Wat nu", "'Uit {land}'") + f", origins: {origins}}}]"


def test_the_golden_set_loads_and_covers_every_status() -> None:
    cases = load_cases()
    assert len(cases) >= 60
    expected = Counter(case.status[0] for case in cases)
    assert {s for s in Status if s is not Status.PARTIAL} <= set(expected)


def test_the_golden_set_covers_every_topic() -> None:
    topics = {path.stem for path in (FOLDER.parent.parent / "corpus" / "evidence").glob("*.md")}
    assert topics - {"english"} <= {case.topic for case in load_cases()}


def test_the_parts_are_fixed_and_about_a_third_is_kept_from_tuning() -> None:
    cases = load_cases()
    share = sum(case.part == "test" for case in cases) / len(cases)
    assert 0.22 < share < 0.45
    assert Case.model_validate({**cases[0].model_dump()}).part == cases[0].part


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"cases: [{GOOD}, {GOOD}]", "there twice"),
        ("cases: [{id: a-1}]", "question"),
        ("cases: [" + GOOD.replace("answered", "perhaps") + "]", "status"),
        ("cases: [" + GOOD[:-1] + ", facts: ['(']}]", "cases.yaml"),
        ("cases: [" + GOOD[:-1] + ", colour: red}]", "colour"),
        ("questions: []", "cases"),
        ("cases: [" + GOOD[:-1] + ", origins: [China, Peru, Iran]}]", "in the question"),
        ("cases: [" + GOOD.replace("Wat nu", "'Uit {land}'") + "]", "in the question"),
        (_asked_for("[China, Peru]"), "three different"),
        (_asked_for("[China, Peru, Peru]"), "three different"),
    ],
)
def test_a_malformed_case_is_refused(tmp_path: Path, body: str, problem: str) -> None:
    with pytest.raises(InvalidCase, match=problem):
        load_cases(_write(tmp_path, body))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"sources": ("X99",)}, "unknown source X99"),
        ({"sections": ("nergens.niets",)}, "unknown section nergens.niets"),
        ({"contact": "nobody"}, "unknown contact nobody"),
        ({"facts": ("dit staat nergens",)}, "no passage states"),
    ],
)
def test_a_case_that_names_what_is_not_there_is_refused(
    small_index: Index, changed: dict[str, object], problem: str
) -> None:
    case = Case.model_validate(
        {"id": "a-1", "question": "Wat?", "language": "nl", "topic": None, "status": ["answered"]}
    )
    check_against((case,), small_index)
    with pytest.raises(InvalidCase, match=problem):
        check_against((case.model_copy(update=changed),), small_index)


def test_a_section_that_exists_may_be_named(small_index: Index) -> None:
    first = small_index.passages[0]
    case = Case.model_validate(
        {
            "id": "a-1",
            "question": "Wat?",
            "language": "nl",
            "topic": None,
            "status": ["answered"],
            "sections": [f"{first.document_id}.{first.section_id}"],
        }
    )
    check_against((case,), small_index)


def test_an_origin_takes_the_place_that_is_kept_for_it() -> None:
    values = {"id": "a-1", "language": "nl", "topic": None, "status": ["answered"]}
    about = {"question": "Een {herkomst} gast uit {land}?", "origins": ["Franse", "Finse", "\\1"]}
    case = Case.model_validate({**values, **about})
    assert case.asked("Finse").text == "Een Finse gast uit Finse?"
    assert case.asked("\\1").text == "Een \\1 gast uit \\1?"
    assert case.asked().text == "Een Franse gast uit Franse?"
    with pytest.raises(ValueError, match="no origin 'Deense'"):
        case.asked("Deense")
    plain = Case.model_validate({**values, "question": "Wat?"})
    assert plain.worded() == "Wat?"


def test_twenty_golden_cases_are_asked_for_three_origins() -> None:
    cases = [case for case in load_cases() if case.origins]
    assert len(cases) >= 20
    assert {"hiring", "partner", "visitor"} <= {tag for case in cases for tag in case.tags}


def test_every_golden_pattern_occurs_in_the_real_corpus(real_assistant: Assistant) -> None:
    check_against(load_cases(), real_assistant.index)
