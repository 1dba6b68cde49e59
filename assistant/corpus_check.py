"""Prove the corpus: every sentence of a digest against the evidence of the sources it names.

Reading the files has already refused what does not follow the format. What remains is whether the
parts agree: ids that exist and are unique, hints, contacts with a source, and the hard facts of
every sentence (numbers, dates, articles, names, contact data) stated by the evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from assistant.corpus_doubts import doubts, read_marks
from assistant.corpus_evidence import ENGLISH, Evidence
from assistant.proof.figures import missing_figures
from assistant.proof.meaning import shifts
from assistant.proof.names import missing_names
from assistant.proof.wording import modalities
from indexer.contacts import Contact
from indexer.corpus import Corpus
from indexer.documents import Document, Role, Section, Sentence
from indexer.sources import Source

MIN_HINTS = 7
SECTION_WORDS = (50, 110)
# "Ja" answers one question and misleads whoever asked the opposite; "dit" points at nothing.
_LEANS = re.compile(
    r"(?:Ja|Nee|Deels|Yes|No|In part|Partly)(?=[,:])|Niet zonder meer(?=[,:])|"
    r"(?:Dit|Deze|Dat|Daar\w*|Hier\w*|Zij|Hij|This|These|They|It)(?= )"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_REVIEW = timedelta(days=366)
_BINDING = ("wet", "beleid", "handreiking")
_OF_ONE_FACT = ("number", "date", "article")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing that is wrong, and where."""

    path: Path
    line: int
    problem: str


def check_corpus(corpus: Corpus, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return all that is wrong with the corpus, by file and line; empty when all is well.

    `today` is the day on which nobody can have checked anything later; the real one by default.
    """
    evidence = Evidence(corpus)
    findings = [
        *_unknown_sources(corpus),
        *_duplicate_ids(corpus.documents),
        *_dates(corpus.documents, today or date.today()),
        *_contacts(corpus, evidence),
        *_unread(corpus, evidence),
        *(
            finding
            for document in corpus.documents
            for section in document.sections
            for finding in _section(corpus, evidence, document, section)
        ),
    ]
    return tuple(sorted(set(findings)))


def _unknown_sources(corpus: Corpus) -> Iterator[Finding]:
    for fact in corpus.facts:
        for name in fact.source_ids:
            if name not in corpus.sources:
                yield Finding(path=fact.path, line=fact.line, problem=f"unknown source {name}")


def _duplicate_ids(documents: Iterable[Document]) -> Iterator[Finding]:
    counted = Counter(document.id for document in documents)
    for document in documents:
        if counted[document.id] > 1:
            problem = f"document id {document.id} is used more than once"
            yield Finding(path=document.path, line=1, problem=problem)
        sections = Counter(section.id for section in document.sections)
        for section in document.sections:
            if sections[section.id] > 1:
                problem = f"section id {section.id} is used more than once"
                yield Finding(path=document.path, line=section.line, problem=problem)
        if not document.id.endswith("-" + document.language):
            problem = f"document id {document.id} does not end in -{document.language}"
            yield Finding(path=document.path, line=1, problem=problem)


def _dates(documents: Iterable[Document], today: date) -> Iterator[Finding]:
    for document in documents:
        problems = {
            "`checked` lies in the future": document.checked > today,
            "`review_by` is not after `checked`": document.review_by <= document.checked,
            "`review_by` is more than a year after `checked`": (
                document.review_by - document.checked > _LONGEST_REVIEW
            ),
        }
        for problem in (text for text, wrong in problems.items() if wrong):
            yield Finding(path=document.path, line=1, problem=problem)


def _contacts(corpus: Corpus, evidence: Evidence) -> Iterator[Finding]:
    path = corpus.folder / "contacts.toml"
    topics = {document.topic for document in corpus.documents}
    first: Mapping[str, list[str]] = defaultdict(list)
    for contact in corpus.contacts:
        for topic in contact.primary:
            first[topic].append(contact.id)
        for problem in _contact(corpus, evidence, contact):
            yield Finding(path=path, line=contact.line, problem=f"contact {contact.id}: {problem}")
    for topic in sorted(topics):
        if len(first[topic]) != 1:
            problem = f"topic {topic} has {len(first[topic])} primary contacts, not one"
            yield Finding(path=path, line=1, problem=problem)


def _contact(corpus: Corpus, evidence: Evidence, contact: Contact) -> Iterator[str]:
    if contact.source_id not in corpus.sources:
        yield f"unknown source {contact.source_id}"
        return
    stated = [fact.text for fact in corpus.facts]
    stated += [entry.url or "" for entry in corpus.sources.values()]
    for value in filter(None, (contact.phone, contact.email, contact.url)):
        for figure in missing_figures(value, stated):
            if figure.kind in ("phone", "email", "address"):
                yield f"{figure.shown} is stated by no evidence and no source"
    if not evidence.names_for([contact.source_id]):
        yield f"nothing is known of source {contact.source_id}"


def _unread(corpus: Corpus, evidence: Evidence) -> Iterator[Finding]:
    read = read_marks(corpus.folder)
    for doubt in doubts(corpus, evidence):
        if doubt.mark not in read:
            problem = f"no near fact bears out: {', '.join(doubt.reasons)}; see `loket corpus read`"
            yield Finding(path=doubt.document.path, line=doubt.sentence.line, problem=problem)


def _section(
    corpus: Corpus, evidence: Evidence, document: Document, section: Section
) -> Iterator[Finding]:
    def found(line: int, problem: str) -> Finding:
        return Finding(path=document.path, line=line, problem=problem)

    for problem in (*_hints(section), *_length(section), *_certainty(corpus, section)):
        yield found(section.line, problem)
    for sentence in section.sentences:
        for problem in _sentence(corpus, evidence, sentence, document.language):
            yield found(sentence.line, problem)


def _sentence(
    corpus: Corpus, evidence: Evidence, sentence: Sentence, language: str
) -> Iterator[str]:
    known = [name for name in sentence.source_ids if name in corpus.sources]
    for name in sorted(set(sentence.source_ids) - set(known)):
        yield f"unknown source {name}"
    if not sentence.source_ids:
        yield "this sentence names no source; end it with [S…]"
    if leans := _LEANS.match(sentence.text):
        yield f"{leans[0]!r}: this sentence cannot be quoted alone"
    if not known:
        return
    yield from unproven(evidence, sentence, known)
    yield from shifted(evidence, sentence, known, language)
    yield from overreaching(sentence, [corpus.sources[name] for name in known])


def _hints(section: Section) -> Iterator[str]:
    if len(section.hints) < MIN_HINTS:
        yield f"{len(section.hints)} question hints, at least {MIN_HINTS}"
    for text, count in Counter(hint.text.lower() for hint in section.hints).items():
        if count > 1:
            yield f"the hint {text!r} is there twice"


def _length(section: Section) -> Iterator[str]:
    length = sum(len(sentence.text.split()) for sentence in section.sentences)
    if not SECTION_WORDS[0] <= length <= SECTION_WORDS[1]:
        yield f"{length} words, not {SECTION_WORDS[0]}-{SECTION_WORDS[1]}"


def _certainty(corpus: Corpus, section: Section) -> Iterator[str]:
    """A section in which some sentence has no official source must say that it is secondary."""
    rests_on = [
        [corpus.sources[name] for name in sentence.source_ids if name in corpus.sources]
        for sentence in section.sentences
    ]
    secondary = any(sources and not any(s.official for s in sources) for sources in rests_on)
    if secondary and not section.secondary:
        yield "the heading lacks zekerheid=secundair"
    if section.secondary and not secondary:
        yield "the heading says zekerheid=secundair, though official sources carry it"


def unproven(evidence: Evidence, sentence: Sentence, source_ids: Sequence[str]) -> Iterator[str]:
    """Yield what a sentence states and the evidence of its sources does not."""
    facts = evidence.facts_for(sentence.text, source_ids)
    if not facts:
        yield f"no evidence carries {', '.join(source_ids)}"
        return
    named = evidence.names_for(source_ids)
    distinctive = {figure.key for figure in missing_figures(sentence.text, named)}
    for figure in missing_figures(sentence.text, [fact.text for fact in facts]):
        # A code or an address means one thing wherever it stands; a number only in its own fact.
        if figure.kind in _OF_ONE_FACT or figure.key in distinctive:
            yield f"{figure.shown!r} is not in the evidence of {', '.join(source_ids)}"
    for name in missing_names(sentence.text, named):
        yield f"the name {name!r} is not in the evidence of {', '.join(source_ids)}"


def shifted(
    evidence: Evidence, sentence: Sentence, source_ids: Sequence[str], language: str
) -> Iterator[str]:
    """Yield how a sentence departs from the facts in its own language: duty, denial, subject."""
    facts = [
        fact.text
        for fact in evidence.facts_for(sentence.text, source_ids)
        if (fact.topic == ENGLISH) == (language == "en")
    ]
    if not facts:
        yield f"no evidence in its own language carries {', '.join(source_ids)}"
        return
    yield from shifts(sentence.text, facts, lambda text: evidence.terms_of(text, language))


def overreaching(sentence: Sentence, sources: Sequence[Source]) -> Iterator[str]:
    """Yield what its kind of source cannot carry.

    A duty needs a law, policy or official guidance; what only a threat report says needs its year.
    """
    official = [source for source in sources if source.official]
    if "must" in modalities(sentence.text) and not any(
        source.authority in _BINDING for source in official
    ):
        yield "says must, and no law or official guidance carries it"
    threats = all(source.authority == "dreiging" for source in sources)
    if threats and sentence.role is Role.ANSWER and not _YEAR.search(sentence.text):
        yield "rests on a threat report, and does not say of which year"
