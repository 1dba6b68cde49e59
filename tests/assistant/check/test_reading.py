"""The file of the check: what it holds, and what is said when it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.check.reading import QUESTIONS, load_check
from indexer.errors import CorpusError

_WHOLE = """
[[start]]
lines = ["overzicht"]
contacts = ["olev"]
[[heading]]
id = "nu"
nl = "Nu"
en = "Now"
[[question]]
id = "export"
nl = "Levert u?"
en = "Do you supply?"
[[question.option]]
id = "ja"
nl = "Ja"
en = "Yes"
lines = ["lijst"]
[[line]]
id = "overzicht"
heading = "nu"
nl.section = "document.deel"
nl.words = ["Maak een overzicht."]
[[line]]
id = "lijst"
heading = "nu"
needs = ["export.ja"]
nl.section = "document.deel"
nl.words = ["Zoek de naam op.", "Let op de spelling."]
en.section = "document-en.deel"
en.words = ["Search the name."]
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "questions.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    check = load_check(_written(tmp_path, _WHOLE))
    assert [question.id for question in check.questions] == ["export"]
    assert check.always == ("overzicht",)
    assert check.contacts == ("olev",)
    line = check.lines[1]
    assert line.saying["nl"].words == ("Zoek de naam op.", "Let op de spelling.")
    assert line.saying["en"].section == "document-en.deel"
    assert "en" not in check.lines[0].saying


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ('en = "Yes"', "", "`en` is missing"),
        ('heading = "nu"\nneeds', 'heading = "ooit"\nneeds', "no heading ooit"),
        ('id = "lijst"', 'id = "overzicht"', "overzicht is there twice"),
        ('lines = ["lijst"]', "lines = []", "lijst comes with no answer"),
        ('lines = ["lijst"]', 'lines = ["lijst", "weg"]', "the line weg"),
        ('lines = ["lijst"]', 'lines = "lijst"', "`lines` is not a list"),
        ('"export.ja"', '"export.nee"', "needs export.nee"),
        ('nl.section = "document.deel"\nnl.words = ["Maak een overzicht."]', "", "`section` and"),
        ('nl.words = ["Maak een overzicht."]', "nl.words = []", "names no sentence"),
        ("[[start]]", "[[start", "not valid TOML"),
        ('[[question.option]]\nid = "ja"\nnl = "Ja"\nen = "Yes"', "[rest]", "question.option"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, good: str, bad: str, problem: str) -> None:
    assert good in _WHOLE
    path = _written(tmp_path, _WHOLE.replace(good, bad))
    with pytest.raises(CorpusError, match=re.escape(problem)) as caught:
        load_check(path)
    assert caught.value.path == path


def test_the_check_of_the_program_asks_five_questions_in_two_languages() -> None:
    check = load_check()
    assert [q.id for q in check.questions] == [
        "sector",
        "technologie",
        "partij",
        "export",
        "mensen",
    ]
    assert all(question.text["nl"] != question.text["en"] for question in check.questions)
    assert len(check.lines) > 40
    translated = [line for line in check.lines if "en" in line.saying]
    assert len(translated) > 0.9 * len(check.lines)


_COUNTRIES = re.compile(
    r"\b(chin|russ?i|ira[nk]|noord-korea|turk|amerik|israel|india|syri|belarus)", re.IGNORECASE
)
_ORIGIN = re.compile(r"nationalit|afkomst|herkomst|\borigin\b|buitenland|foreign", re.IGNORECASE)
_EQUAL = re.compile(
    r"niet naar|zonder verschil|not at origin|whatever|van het geld|zijn geld|of the money|"
    r"directe investering|direct investment|verzoeken uit|foreign service|in het buitenland",
    re.IGNORECASE,
)


def test_no_question_asks_for_a_country_or_an_origin() -> None:
    for question in load_check().questions:
        for option in question.options:
            said = " ".join([*question.text.values(), *option.label.values()])
            assert not _COUNTRIES.search(said), said
            assert not re.search("nationalit|afkomst|herkomst", said, re.IGNORECASE), said


def test_a_line_speaks_of_origin_only_to_say_that_it_does_not_matter() -> None:
    spoken = 0
    for line in load_check().lines:
        for saying in line.saying.values():
            for words in saying.words:
                if _ORIGIN.search(words):
                    spoken += 1
                    assert _EQUAL.search(words), words
    assert spoken > 3


def test_the_file_stands_with_the_program() -> None:
    assert QUESTIONS.is_file()
