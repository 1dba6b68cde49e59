"""What rules cannot prove must be read by a person, and a mark holds for the very words only."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus_check import check_corpus
from assistant.corpus_doubts import MARKS, Doubt, doubts, read_marks, write_marks
from assistant.corpus_evidence import Evidence
from indexer.corpus import load_corpus

DIGEST = "documents/exportcontrole-dual-use/uitvoer.nl.md"
FACTS = "evidence/exportcontrole-dual-use.md"
TRUE = "Controleer de code van het product in bijlage I, bijvoorbeeld 5A002"


def doubted_in(folder: Path) -> tuple[Doubt, ...]:
    corpus = load_corpus(folder)
    return tuple(doubts(corpus, Evidence(corpus)))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, "the small corpus has changed; mend this test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_of(folder: Path) -> list[str]:
    return [finding.problem for finding in check_corpus(load_corpus(folder))]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (TRUE, TRUE.replace("in bijlage I", "niet in bijlage I"), "denial"),
        ("versturen per e-mail telt als", "versturen per e-mail moet als", "duty or permission"),
        (
            "kregen bedrijven met een volledige aanvraag",
            "moeten bedrijven met een volledige aanvraag",
            "duty or permission",
        ),
        ("bijvoorbeeld 5A002", "bijvoorbeeld 5B003", "5B003"),
    ],
)
def test_what_no_near_fact_bears_out_must_be_read(
    small_corpus: Path, old: str, new: str, reason: str
) -> None:
    assert problems_of(small_corpus) == []
    change(small_corpus, DIGEST, old, new)
    unread = [p for p in problems_of(small_corpus) if p.startswith("no near fact bears out")]
    assert len(unread) == 1
    assert reason in unread[0]


def test_a_sentence_that_somebody_read_passes(small_corpus: Path) -> None:
    found = doubted_in(small_corpus)
    assert [doubt.place for doubt in found] == [
        "uitvoer-nl.vergunning",
        "spionage-nl.spionage-melden",
    ]
    (small_corpus / MARKS).unlink()
    assert len(problems_of(small_corpus)) == 2
    write_marks(small_corpus, found[:1])
    assert len(problems_of(small_corpus)) == 1
    write_marks(small_corpus, found)
    assert problems_of(small_corpus) == []


def test_the_mark_falls_when_the_sentence_or_a_fact_of_it_changes(small_corpus: Path) -> None:
    change(
        small_corpus, DIGEST, "kunnen toch een vergunning nodig", "kunnen wel een vergunning nodig"
    )
    assert len(problems_of(small_corpus)) == 1
    change(
        small_corpus, DIGEST, "kunnen wel een vergunning nodig", "kunnen toch een vergunning nodig"
    )
    assert problems_of(small_corpus) == []
    change(small_corpus, FACTS, "als de afnemer militair is", "als de afnemer buiten de EU zit")
    assert any("no near fact bears out" in problem for problem in problems_of(small_corpus))


def test_marks_of_sentences_that_are_gone_are_not_kept(small_corpus: Path) -> None:
    path = small_corpus / MARKS
    path.write_text(
        path.read_text(encoding="utf-8") + "0123456789abcdef weg-nl.weg\n", encoding="utf-8"
    )
    assert "0123456789abcdef" in read_marks(small_corpus)
    write_marks(small_corpus, doubted_in(small_corpus))
    assert "0123456789abcdef" not in read_marks(small_corpus)
    assert problems_of(small_corpus) == []


def test_without_a_file_nothing_was_read(tmp_path: Path) -> None:
    assert read_marks(tmp_path) == frozenset()
