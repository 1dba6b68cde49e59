"""Word documents, as LibreOffice and python-docx read them: sentences, footnotes, properties."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from assistant.desk.letter import letter_of
from assistant.desk.letter_word import to_word
from assistant.desk.markup import clean
from assistant.desk.nouns import DraftSentence
from tests.assistant.desk.letter_parts import (
    SOURCES,
    make_case,
    make_evidence,
    make_letter,
    make_sentence,
    make_source,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NASTY = "<w:t> & \"aan\" 'uit' ]]> 😀 👩‍🔬 漢字 \x00\x0b\x1b\ud800\uffff einde"


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def office(document: bytes, folder: Path) -> Any:
    """Open a document in LibreOffice and return what it saw, as the XML of OpenDocument."""
    if shutil.which("soffice") is None:
        pytest.fail("soffice is not installed (Debian: libreoffice-writer-nogui)")
    file = folder / "brief.docx"
    file.write_bytes(document)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "odt", "--outdir", str(folder), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    with zipfile.ZipFile(folder / "brief.odt") as archive:
        return etree.fromstring(archive.read("content.xml"))


def seen(element: Any) -> str:
    """The text of an element as a reader sees it, without the notes in it."""
    words = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}note":
            pass
        elif child.tag == f"{TEXT}s":
            words.append(" " * int(child.get(f"{TEXT}c", "1")))
        elif child.tag in (f"{TEXT}line-break", f"{TEXT}tab"):
            words.append(" ")
        else:
            words.append(seen(child))
        words.append(child.tail or "")
    return "".join(words)


def notes_in(content: Any) -> list[str]:
    return [seen(body).strip() for body in content.iter(f"{TEXT}note-body")]


def test_libreoffice_finds_every_sentence_and_counts_every_footnote(tmp_path: Path) -> None:
    content = office(to_word(letter_of(make_case(), SOURCES)), tmp_path)
    shown = " ".join(seen(content).split())
    for sentence in (
        "U moet een investering melden voordat u tekent.",
        "Een overdracht binnen een groep telt ook mee.",
        "Vraag het na bij uw adviseur.",
        "Hoogachtend,",
    ):
        assert sentence in shown
    assert "afgewezen" not in shown
    # Numbers that refer to a note again are shown too.
    assert "voordat u tekent., Dat geldt voor vitale aanbieders.1" in shown
    assert "telt ook mee.2" in shown
    notes = notes_in(content)
    assert len(notes) == 3
    assert notes[1] == (
        "Overheid.nl, Titel van S02, 24 juni 2022 (bekeken: november 2026): "
        "https://wetten.overheid.nl/BWBR0046747/"
    )
    classes = {note.get(f"{TEXT}note-class") for note in content.iter(f"{TEXT}note")}
    assert classes == {"footnote"}
    headings = [(h.get(f"{TEXT}outline-level"), seen(h)) for h in content.iter(f"{TEXT}h")]
    assert headings == [
        ("1", "Antwoord op uw vraag"),
        ("2", "Let op"),
        ("2", "Wat u kunt doen"),
        ("2", "Waar u terechtkunt"),
    ]


def test_strange_and_very_long_texts_arrive_in_libreoffice_whole(tmp_path: Path) -> None:
    long = "Een heel lange zin. " * 5_000
    sources = {"S01": make_source("S01", title=NASTY, url="https://a.nl/?a=1&b=é")}
    letter = make_letter(
        make_sentence(1, NASTY),
        make_sentence(2, long + "Slotwoord", "S01"),
        make_sentence(3, "Eerste regel\nTweede regel\tna een tab", bare=True, part="action"),
        salutation=f"Geachte {NASTY},",
        question=NASTY,
        sources=sources,
    )
    content = office(to_word(letter), tmp_path)
    shown = " ".join(seen(content).split())
    plain = " ".join(clean(NASTY).split())
    assert shown.count(plain) == 3  # question, salutation, sentence
    assert (long + "Slotwoord") in seen(content)
    assert "Eerste regel Tweede regel na een tab" in shown
    notes = notes_in(content)
    assert len(notes) == 1
    assert plain in " ".join(notes[0].split())
    assert notes[0].endswith("https://a.nl/?a=1&b=é")


@pytest.mark.parametrize("count", [0, 1, 60])
def test_there_are_as_many_footnotes_as_sources_under_sentences(count: int) -> None:
    sources = {f"S{n:02}": make_source(f"S{n:02}") for n in range(60)}
    sentences = [
        make_sentence(n, f"Zin {n}.", name, bare=n >= count) for n, name in enumerate(sources)
    ]
    document = to_word(make_letter(*sentences, sources=sources))
    referred = [
        reference.get(f"{W}id")
        for reference in part(document, "word/document.xml").iter(f"{W}footnoteReference")
    ]
    written = [
        note.get(f"{W}id")
        for note in part(document, "word/footnotes.xml")
        if note.get(f"{W}type") is None
    ]
    assert referred == written == [str(n) for n in range(1, count + 1)]


def test_a_source_again_refers_to_its_note_which_word_numbers_anew() -> None:
    document = to_word(
        make_letter(make_sentence(1, "Een.", "S01"), make_sentence(2, "Twee.", "S01"))
    )
    body = part(document, "word/document.xml")
    assert len(list(body.iter(f"{W}footnoteReference"))) == 1
    (instruction,) = (element.text for element in body.iter(f"{W}instrText"))
    (bookmark,) = (element.get(f"{W}name") for element in body.iter(f"{W}bookmarkStart"))
    assert instruction.split() == ["NOTEREF", bookmark, "\\f", "\\h"]
    kinds = [element.get(f"{W}fldCharType") for element in body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert "Een. Twee.1" in "".join(text.text for text in body.iter(f"{W}t"))


def test_sentences_of_the_answer_are_one_paragraph_with_spaces_between() -> None:
    letter = make_letter(*(make_sentence(n, f"Zin {n}.", bare=True) for n in (1, 2, 3)))
    document = Document(io.BytesIO(to_word(letter)))
    assert "Zin 1. Zin 2. Zin 3." in [paragraph.text for paragraph in document.paragraphs]


def test_notes_of_one_sentence_are_kept_apart_and_styled() -> None:
    body = part(to_word(make_letter(make_sentence(1, "Zin.", "S01", "S02"))), "word/document.xml")
    paragraph = next(p for p in body.iter(f"{W}p") if "Zin." in "".join(p.itertext()))
    assert "".join(paragraph.itertext()) == "Zin., "
    for run in list(paragraph.iter(f"{W}r"))[1:]:
        assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FootnoteReference"


def test_python_docx_reads_it_too_with_the_styles_of_word() -> None:
    document = Document(io.BytesIO(to_word(letter_of(make_case(), SOURCES))))
    styles = {p.style.name for p in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Normal", "List Bullet", "Salutation", "Closing"} <= styles


def test_every_style_relation_and_part_that_is_named_is_there() -> None:
    document = to_word(letter_of(make_case(), SOURCES))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = set(archive.namelist())
    defined = {s.get(f"{W}styleId") for s in part(document, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml"):
        content = part(document, name)
        used = {e.get(f"{W}val") for t in ("pStyle", "rStyle") for e in content.iter(f"{W}{t}")}
        assert used <= defined
    overrides = {o.get("PartName") for o in part(document, "[Content_Types].xml")} - {None}
    assert overrides == {f"/{name}" for name in names if not name.endswith(("rels", "Types].xml"))}
    relations = part(document, "word/_rels/document.xml.rels")
    assert {f"word/{relation.get('Target')}" for relation in relations} <= names
    assert not [name for name in names if "vba" in name.lower()]


def test_links_are_for_addresses_on_the_web_that_word_can_follow() -> None:
    sources = {
        "S01": make_source("S01", url="https://a.nl/een"),
        "S02": make_source("S02", url="javascript:alert(1)"),
        "S03": make_source("S03", url="https://a.nl/" + "x" * 3_000),
    }
    document = to_word(make_letter(make_sentence(1, "Zin.", *sources), sources=sources))
    relations = part(document, "word/_rels/footnotes.xml.rels")
    assert [(r.get("Target"), r.get("TargetMode")) for r in relations] == [
        ("https://a.nl/een", "External")
    ]
    text = "".join(part(document, "word/footnotes.xml").itertext())
    assert "javascript" not in text
    assert "x" * 3_000 in text


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_document_says_its_title_language_and_day_and_nobodys_name(
    language: str, locale: str
) -> None:
    letter = make_letter(language=language)  # type: ignore[arg-type]
    document = to_word(letter)
    core = part(document, "docProps/core.xml")
    told = {etree.QName(element).localname: element.text for element in core}
    assert told == {
        "title": letter.words.title,
        "language": locale,
        "created": "2026-11-22T00:00:00Z",
    }
    languages = {e.get(f"{W}val") for e in part(document, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {locale}
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"behandelaar-1" not in whole
    assert b"goedkeurder-1" not in whole


def test_a_quote_in_another_language_is_marked_for_screen_readers() -> None:
    quoted = make_evidence("You must notify.", language="en")
    body = part(
        to_word(make_letter(make_sentence(1, "You must notify.", evidence=quoted))),
        "word/document.xml",
    )
    assert [e.get(f"{W}val") for e in body.iter(f"{W}lang")] == ["en-GB"]


def bytes_of(*sentences: DraftSentence) -> bytes:
    return to_word(make_letter(*sentences))


def test_the_same_letter_gives_the_same_bytes() -> None:
    one: Sequence[DraftSentence] = (make_sentence(1, "Zin."),)
    assert bytes_of(*one) == bytes_of(*one)
    assert bytes_of(*one) != bytes_of(make_sentence(1, "Andere zin."))
    assert not re.search(rb"20\d\d-\d\d-\d\dT(?!00:00:00Z)", bytes_of(*one))
