"""Where rules cannot tell that the evidence says what a sentence says: a person reads those.

A digest is written anew, so a duty or a denial may rightly be worded as no fact words it. The check
does not guess. A sentence of which no near fact has the same duty, denial, names and figures must
be read beside its facts by somebody, who marks it in `corpus/readings.txt`. A mark holds for the
very words of the sentence and of its facts; when either changes, it is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus_evidence import ENGLISH, Evidence
from assistant.proof.clauses import Clause, clauses, in_common
from assistant.proof.figures import missing_figures
from assistant.proof.limits import TWICE_DENIED, implies_duty
from assistant.proof.names import missing_names
from assistant.proof.numerals import with_digits
from assistant.proof.wording import denials, duty_differs
from indexer.corpus import Corpus
from indexer.documents import Document, Section, Sentence
from indexer.evidence import Fact

MARKS = "readings.txt"
# Near is what shares this much of the words that the best fact, or clause, shares.
_NEAR_FACT = 0.6
_NEAR_CLAUSE = 0.75
_SAME = 0.9  # a clause with this share of a sentence's words says the same, or denies it


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A sentence that a person must read beside its facts, why, and the mark that says it is so."""

    document: Document
    section: Section
    sentence: Sentence
    reasons: tuple[str, ...]
    facts: tuple[Fact, ...]
    mark: str

    @property
    def place(self) -> str:
        """`<document id>.<section id>`."""
        return f"{self.document.id}.{self.section.id}"


def doubts(corpus: Corpus, evidence: Evidence) -> Iterator[Doubt]:
    """Yield every sentence that rules cannot prove, whether somebody has read it or not."""
    for document in corpus.documents:
        for section in document.sections:
            for sentence in section.sentences:
                about = f"{document.title}. {section.heading}"
                if reasons := doubted(evidence, sentence, document.language, about):
                    facts = evidence.facts_for(sentence.text, sentence.source_ids)
                    yield Doubt(
                        document=document,
                        section=section,
                        sentence=sentence,
                        reasons=reasons,
                        facts=facts,
                        mark=_mark(sentence, facts),
                    )


def _mark(sentence: Sentence, facts: tuple[Fact, ...]) -> str:
    words = "\n".join((sentence.text, *sorted(fact.text for fact in facts)))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def doubted(
    evidence: Evidence, sentence: Sentence, language: str, about: str = ""
) -> tuple[str, ...]:
    """Return what of a sentence no near fact bears out: duty, denial, a name, a figure.

    `about` is the title and heading above it, which may introduce a name.
    """
    near = evidence.facts_for(sentence.text, sentence.source_ids, least_share=_NEAR_FACT)
    if not near:
        return ()
    texts = [fact.text for fact in near]
    missing = [figure.shown for figure in missing_figures(sentence.text, texts)]
    told = evidence.with_full_names(about, *texts, *evidence.entries_of(sentence.source_ids))
    missing += missing_names(sentence.text, told)
    return (*missing, *_wording(evidence, sentence, language))


def _wording(evidence: Evidence, sentence: Sentence, language: str) -> Iterator[str]:
    def cut(text: str) -> tuple[Clause, ...]:
        return clauses(with_digits(text), lambda part: evidence.terms_of(part, language))

    facts = evidence.facts_for(sentence.text, sentence.source_ids)
    own = [fact for fact in facts if (fact.topic == ENGLISH) == (language == "en")]
    stated = [part for fact in own for part in cut(fact.text)]
    reasons: dict[str, None] = {}
    for clause in cut(sentence.text):
        near = _nearest(clause, stated)
        if near and all(_denied(clause.text) != _denied(other.text) for other in near):
            reasons["denial"] = None
        if near and all(
            duty_differs(clause.text, other.text, implied=implies_duty(other.text))
            for other in near
        ):
            reasons["duty or permission"] = None
    yield from reasons


def _nearest(clause: Clause, stated: list[Clause]) -> list[Clause]:
    shared = [len(in_common(clause.terms, other.terms)) for other in stated]
    best = max(shared, default=0)
    line = best * (_SAME if best >= _SAME * len(clause.terms) else _NEAR_CLAUSE)
    return [other for count, other in zip(shared, stated, strict=True) if count >= line > 0]


def _denied(text: str) -> bool:
    return not TWICE_DENIED.search(text) and denials(text) % 2 == 1


def read_marks(folder: Path) -> frozenset[str]:
    """Return the marks of the sentences that somebody has read; none without the file."""
    path = folder / MARKS
    if not path.exists():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line and not line.startswith("#"))


def write_marks(folder: Path, read: tuple[Doubt, ...]) -> None:
    """Write the marks of these sentences, and of no others: what is no longer there falls out."""
    lines = sorted(f"{doubt.mark} {doubt.place}" for doubt in read)
    head = (
        "# Sentences read beside their evidence; written by `loket corpus read`. See README.md.\n"
    )
    (folder / MARKS).write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
