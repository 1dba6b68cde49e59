from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.documents import Role, load_document, load_documents
from indexer.errors import CorpusError

FRONT = """---
id: proef-nl
title: Proef: met een dubbele punt
topic: bti
language: nl
label: public
checked: 2026-11-21
review_by: 2027-05-21
---
"""
SECTION = """
## Wat is dit? {#wat}

Dit is het antwoord. [S1][S2]
Nog een zin. [S1]

Let op:
Alleen als het regent. [S2]

Doen:
- Neem een paraplu mee. [S1]

Waar:
Bel het loket. [L1]

Vragen:
- Moet ik een paraplu mee?
- regen
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "proef.nl.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_is_read_whole(tmp_path: Path) -> None:
    path = written(tmp_path, FRONT + SECTION)
    document = load_document(path)
    assert (document.id, document.topic, document.language) == ("proef-nl", "bti", "nl")
    assert document.title == "Proef: met een dubbele punt"
    assert document.checked == date(2026, 11, 21)
    assert document.review_by == date(2027, 5, 21)
    assert document.path == path


def test_a_section_holds_sentences_with_roles_sources_and_lines(tmp_path: Path) -> None:
    (section,) = load_document(written(tmp_path, FRONT + SECTION)).sections
    assert (section.id, section.heading, section.secondary) == ("wat", "Wat is dit?", False)
    assert [(s.text, s.role, s.source_ids) for s in section.sentences] == [
        ("Dit is het antwoord.", Role.ANSWER, ("S1", "S2")),
        ("Nog een zin.", Role.ANSWER, ("S1",)),
        ("Alleen als het regent.", Role.CONDITION, ("S2",)),
        ("Neem een paraplu mee.", Role.ACTION, ("S1",)),
        ("Bel het loket.", Role.WHERE, ("L1",)),
    ]
    assert [hint.text for hint in section.hints] == ["Moet ik een paraplu mee?", "regen"]
    lines = (FRONT + SECTION).splitlines()
    assert lines[section.line - 1] == "## Wat is dit? {#wat}"
    for sentence in section.sentences:
        assert sentence.text in lines[sentence.line - 1]
    for hint in section.hints:
        assert lines[hint.line - 1] == f"- {hint.text}"


def test_a_section_may_say_that_it_rests_on_secondary_sources(tmp_path: Path) -> None:
    text = FRONT + SECTION.replace("{#wat}", "{#wat zekerheid=secundair}")
    (section,) = load_document(written(tmp_path, text)).sections
    assert section.secondary
    assert section.id == "wat"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "front matter is missing"),
        (SECTION, 1, "front matter is missing"),
        ("---\nid: proef-nl\n", 2, "does not end"),
        (FRONT.replace("topic: bti\n", ""), 8, "lacks `topic`"),
        (FRONT.replace("topic: bti", "topic:"), 9, "lacks `topic`"),
        (FRONT.replace("topic", "tropic") + SECTION, 4, "unknown front matter line"),
        (FRONT.replace("topic: bti", "zomaar wat") + SECTION, 4, "unknown front matter line"),
        (FRONT + "\nLosse tekst.\n" + SECTION, 11, "before the first"),
        (FRONT.replace("proef-nl", "Proef NL") + SECTION, 2, "small letters"),
        (FRONT.replace(": nl", ": fr") + SECTION, 5, "nl or en"),
        (FRONT.replace("public", "geheim") + SECTION, 6, "public or internal"),
        (FRONT.replace("2026-11-21", "21 november") + SECTION, 7, "`checked` is not a date"),
        (FRONT.replace("2027-05-21", "2027-02-30") + SECTION, 8, "`review_by` is not a date"),
        (FRONT, None, "no section"),
        (FRONT + SECTION.replace(" {#wat}", ""), 11, "a section heading looks like"),
        (FRONT + SECTION.replace("{#wat}", "{#Wat Dan}"), 11, "a section heading looks like"),
        (FRONT + "\n## Leeg {#leeg}\n\nVragen:\n- Wat?\n", 11, "no sentence"),
        (FRONT + SECTION + "geen streepje\n", 28, "starts with `- `"),
    ],
)
def test_each_fault_of_form_names_file_and_line(
    tmp_path: Path, text: str, line: int | None, problem: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CorpusError, match=problem) as caught:
        load_document(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert str(path) in str(caught.value)


def test_a_document_that_is_not_utf8_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "proef.nl.md"
    path.write_bytes((FRONT + SECTION.replace("antwoord", "antwoörd")).encode("latin-1"))
    with pytest.raises(CorpusError, match="not UTF-8") as caught:
        load_documents(tmp_path)
    assert caught.value.path == path


def test_documents_are_found_in_folders_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for folder, name in (("b", "een-nl"), ("a", "twee-nl")):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, FRONT.replace("proef-nl", name) + SECTION)
    assert [document.id for document in load_documents(tmp_path)] == ["twee-nl", "een-nl"]
