from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.corpus_check import Finding, check_corpus, unproven
from assistant.corpus_evidence import Evidence
from indexer.corpus import Corpus, load_corpus
from indexer.settings import IndexSettings

MELDEN = "documents/wet-vifo/melden.nl.md"
SPIONAGE = "documents/risicos-spionage/spionage.nl.md"
UITVOER = "documents/exportcontrole-dual-use/uitvoer.nl.md"
HINT = "zeer sensitieve technologie 10 20 25 procent"
MUST = "bedrijven, die dat moeten melden. [S04]"
TWICE = '["wet-vifo", "risicos-spionage"]\nreason'
FIRST = "Wie minstens 10 procent van de stemmen krijgt"


def found_after(folder: Path, name: str, old: str, new: str) -> tuple[tuple[Finding, ...], int]:
    """Change a file and return what is found, and the line that was changed."""
    path = folder / name
    before = path.read_text(encoding="utf-8")
    assert old in before, "the small corpus has changed; mend this test"
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    return check_corpus(load_corpus(folder)), before[: before.index(old)].count("\n") + 1


def test_the_small_corpus_is_clean(small_corpus: Path) -> None:
    assert check_corpus(load_corpus(small_corpus)) == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("checked: ", "checked: 2027-01-01 ", "lies in the future"),
        ("review_by: ", "review_by: 2025-01-01 ", "is not after `checked`"),
        ("review_by: ", "review_by: 2029-01-01 ", "more than a year after"),
    ],
)
def test_dates_that_cannot_be_are_found(
    small_corpus: Path, old: str, new: str, problem: str
) -> None:
    path = small_corpus / MELDEN
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [new.rstrip() + "\n" if line.startswith(old) else line for line in lines]
    path.write_text("".join(changed), encoding="utf-8")
    findings = check_corpus(load_corpus(small_corpus), today=date(2026, 11, 21))
    assert problem in " ".join(finding.problem for finding in findings)
    assert {finding.path.name for finding in findings} == {"melden.nl.md"}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("10 procent van de stemmen", "15 procent van de stemmen", "'15 procent' is not in the"),
        ("25 procent", "30 procent", "'30 procent' is not in the evidence of S01"),
        ("1 juni 2023", "1 juli 2023", "'1 juli 2023' is not in the evidence of S01"),
        ("1 juni 2023", "1 juni 2024", "'1 juni 2024' is not in the evidence of S01"),
        ("acht weken na", "negen weken na", "'9 weken' is not in the evidence of S01"),
        ("een boete tot", "op grond van artikel 59 een boete tot", "'artikel 59' is not in the"),
        ("papier naar BTI", "papier naar de MIVD", "the name 'MIVD' is not in the evidence"),
        ("papier naar BTI", "papier naar Eindhoven", "the name 'Eindhoven' is not in the"),
        ("papier naar BTI", "papier naar BTI op 070 123 45 67", "'070 123 45 67' is not in the"),
        ("papier naar BTI", "papier naar post@bti.nl", "'post@bti.nl' is not in the evidence"),
        ("papier naar BTI", "papier naar BTI via bti-meldt.nl", "'bti-meldt.nl' is not in the"),
        ("melden. [S01]", "melden. [S01][S77]", "unknown source S77"),
        ("melden. [S01]", "melden.", "names no source"),
        ("melden. [S01]", "melden. [S04]", "not in the evidence of S04"),
        (FIRST, f"Dit is zo: {FIRST}", "cannot be quoted alone"),
        ("gaat op papier naar BTI. [S02]", "gaat niet op papier naar BTI. [S02]", "denies what"),
        ("De herkomst van de koper maakt voor", "Worst met snert smaakt voor", "of its"),
    ],
)
def test_what_a_sentence_states_and_the_evidence_does_not_is_found_on_its_line(
    small_corpus: Path, old: str, new: str, problem: str
) -> None:
    findings, line = found_after(small_corpus, MELDEN, old, new)
    here = [f for f in findings if f.path == small_corpus / MELDEN and f.line == line]
    assert any(problem in finding.problem for finding in here), findings
    assert findings == tuple(sorted(findings))


OTHER_FAULTS = [
    (SPIONAGE, "Nederlandse bedrijven. [S04]", MUST, "says must, and no law or official", 18),
    (
        SPIONAGE,
        "079 320 50 50. [S03][S04]",
        "079 320 50 50. [S04]",
        "does not say of which year",
        34,
    ),
    (MELDEN, "id: melden-nl", "id: spionage-nl", "spionage-nl is used more than once", 1),
    (MELDEN, "id: melden-nl", "id: melden", "does not end in -nl", 1),
    (MELDEN, "{#termijn}", "{#klein-belang}", "klein-belang is used more than once", 35),
    (MELDEN, "- drempels stemmen meldplicht\n", "", "6 question hints, at least 7", 11),
    (MELDEN, "drempels stemmen meldplicht", HINT, "is there twice", 11),
    (MELDEN, "Zoek uit op welke", "Zoek uit " + "of " * 40 + "welke", "not 50-110", 11),
    (MELDEN, "{#termijn}", "{#termijn zekerheid=secundair}", "though official sources", 35),
    (UITVOER, " zekerheid=secundair", "", "the heading lacks zekerheid=secundair", 34),
    ("evidence/wet-vifo.md", "(Besluit art. 4) [S01]", "[S78]", "unknown source S78", 5),
    ("contacts.toml", '"S02"', '"S79"', "contact bti: unknown source S79", 11),
    ("contacts.toml", "088 151 21 22", "088 151 21 23", "contact cdiu: 088 151 21 23 is", 34),
    ("contacts.toml", "tip@", "tap@", "contact aivd: tap@voorbeeld-aivd.nl is stated by no", 22),
    (
        "contacts.toml",
        "//www.economische",
        "//www.nep",
        "contact olev: https://www.nepveiligheid",
        1,
    ),
    ("contacts.toml", '["wet-vifo"]\nreason', "[]\nreason", "wet-vifo has 0 primary contacts", 1),
    ("contacts.toml", '["wet-vifo"]\nreason', TWICE, "risicos-spionage has 2 primary contacts", 1),
]


@pytest.mark.parametrize(("name", "old", "new", "problem", "at"), OTHER_FAULTS)
def test_each_other_fault_is_found_with_file_and_line(
    small_corpus: Path, name: str, old: str, new: str, problem: str, at: int
) -> None:
    findings, _ = found_after(small_corpus, name, old, new)
    places = {(f.path.name, f.line) for f in findings if problem in f.problem}
    assert (Path(name).name, at) in places, findings


def test_a_fact_of_another_source_proves_nothing(small_corpus: Path) -> None:
    corpus = load_corpus(small_corpus)
    evidence = Evidence(corpus)
    sentence = corpus.documents[1].sections[1].sentences[0]  # the AIVD's phone number
    assert list(unproven(evidence, sentence, ["S04"])) == []
    assert list(unproven(evidence, sentence, ["S05"])) != []
    assert list(unproven(evidence, sentence, ["S88"])) == ["no evidence carries S88"]


def numbers_changed(corpus: Corpus, by: Sequence[int]) -> tuple[int, int]:
    """Change every number of every sentence and return how many changes were made and noticed."""
    evidence = Evidence(corpus)
    made = noticed = 0
    for document in corpus.documents:
        for section in document.sections:
            for sentence in section.sentences:
                for digits in re.finditer(r"\d+", sentence.text):
                    for more in by:
                        start, end = digits.span()
                        number = str(int(digits[0]) + more)
                        text = sentence.text[:start] + number + sentence.text[end:]
                        changed = replace(sentence, text=text)
                        made += 1
                        noticed += bool([*unproven(evidence, changed, sentence.source_ids)])
    return made, noticed


@pytest.fixture(scope="module")
def real_corpus() -> Corpus:
    return load_corpus(IndexSettings(_env_file=None).corpus_dir)


def test_the_real_corpus_is_clean(real_corpus: Corpus) -> None:
    findings = check_corpus(real_corpus)
    assert findings == (), "\n".join(f"{f.path}:{f.line}: {f.problem}" for f in findings[:20])


def test_a_changed_percentage_in_the_real_corpus_is_found(
    real_corpus: Corpus, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(real_corpus.folder, tmp_path / "corpus"))
    changed: set[tuple[Path, int]] = set()
    for path in (folder / "documents").rglob("*.md"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        for number, line in enumerate(lines, start=1):
            if "25 procent" in line and not line.startswith(("- ", "#")):
                lines[number - 1] = line.replace("25 procent", "30 procent")
                changed.add((path, number))
        path.write_text("".join(lines), encoding="utf-8")
    assert changed
    found = {
        (f.path, f.line) for f in check_corpus(load_corpus(folder)) if "'30 procent'" in f.problem
    }
    assert changed <= found


def test_nearly_every_changed_number_in_the_real_corpus_is_noticed(real_corpus: Corpus) -> None:
    # The rest are numbers that the same source states nearby (article 24 and article 25).
    made, noticed = numbers_changed(real_corpus, by=(5, 30))
    assert made > 1000
    assert noticed / made > 0.96
