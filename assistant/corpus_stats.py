"""What the corpus holds, topic by topic: `loket corpus stats`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from indexer.corpus import Corpus
from indexer.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStats:
    """One topic: counts over its documents in every language."""

    topic: str
    sections: dict[str, int]
    """By language."""
    words: int
    hints: int
    facts: int
    sources: int
    secondary: float
    """Share of sections that rest, for some sentence, on unofficial sources only."""
    oldest_check: date
    first_review: date


def corpus_stats(corpus: Corpus) -> tuple[TopicStats, ...]:
    """Count per topic, in alphabetical order; topics without a document are left out."""
    documents: dict[str, list[Document]] = defaultdict(list)
    for document in corpus.documents:
        documents[document.topic].append(document)
    return tuple(_stats(corpus, topic, documents[topic]) for topic in sorted(documents))


def _stats(corpus: Corpus, topic: str, documents: list[Document]) -> TopicStats:
    sections = [(d.language, section) for d in documents for section in d.sections]
    sentences = [sentence for _, section in sections for sentence in section.sentences]
    languages = sorted({document.language for document in documents}, reverse=True)
    return TopicStats(
        topic=topic,
        sections={name: sum(spoken == name for spoken, _ in sections) for name in languages},
        words=sum(len(sentence.text.split()) for sentence in sentences),
        hints=sum(len(section.hints) for _, section in sections),
        facts=sum(fact.topic == topic for fact in corpus.facts),
        sources=len({name for sentence in sentences for name in sentence.source_ids}),
        secondary=sum(section.secondary for _, section in sections) / len(sections),
        oldest_check=min(document.checked for document in documents),
        first_review=min(document.review_by for document in documents),
    )
