"""What the assistant found for a question, in the nouns of the desk: an Answer becomes a Found.

A Found holds plain values only, so that it can be stored and still be read when the index that it
came from is gone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from importlib.metadata import version

from assistant.answers import Answer, ContactAdvice, ProvenSentence
from assistant.desk.nouns import Evidence, Found, FoundSentence, Part
from indexer.documents import Role
from indexer.passages import Passage, Span

_PARTS: dict[Role, Part] = {
    Role.ANSWER: "answer",
    Role.CONDITION: "condition",
    Role.ACTION: "action",
    Role.WHERE: "where",
}


def found_of(answer: Answer) -> Found:
    """Return what an answer says, cites and lacks."""
    return Found(
        status=answer.status,
        reply=answer.reply,
        missing=answer.missing,
        sentences=tuple(_sentence(answer, sentence) for sentence in answer.sentences),
        contacts=tuple(_contact(advice) for advice in answer.contacts),
        confidence=answer.confidence,
        mode=answer.mode,
        model=answer.model,
        index_version=answer.index_version,
        version=version("loketwijzer"),
    )


def topic_of(answer: Answer) -> str:
    """Return the topic of an answer: that of most of what it cites, else of what lay nearest.

    Empty when nothing with a topic was found.
    """
    cited = [citation.passage.topic for citation in answer.citations]
    kept = [hit.passage.topic for hit in answer.hits if hit.kept]
    near = [hit.passage.topic for hit in answer.hits]
    for topics in (cited, kept, near[:1], near):
        # Of two as frequent the first wins: the best passage comes first.
        most = Counter(filter(None, topics)).most_common(1)
        if most:
            return most[0][0]
    return ""


def evidence_of(passage: Passage, span: Span) -> Evidence:
    """Return a span of a passage as the evidence under a sentence."""
    return Evidence(
        passage_id=passage.id,
        passage_digest=digest_of(passage),
        start=span.start,
        end=span.end,
        quote=passage.quote(span),
        source_ids=span.source_ids,
        heading=passage.heading,
        language=passage.language,
    )


def digest_of(passage: Passage) -> str:
    """Return the SHA-256 of a passage's text, by which a change of the source is seen."""
    return hashlib.sha256(passage.text.encode()).hexdigest()


def _sentence(answer: Answer, sentence: ProvenSentence) -> FoundSentence:
    citations = [answer.citation(number) for number in sentence.citations]
    # "Also" and "more" say where a sentence came from; its span says what it does.
    roles = [sentence.role, *(citation.span.role for citation in citations)]
    return FoundSentence(
        text=sentence.text,
        support=sentence.support,
        part=next((_PARTS[role] for role in roles if role in _PARTS), "answer"),
        evidence=tuple(evidence_of(citation.passage, citation.span) for citation in citations),
    )


def _contact(advice: ContactAdvice) -> str:
    """Return a body in one line: name, telephone, e-mail, address on the web."""
    contact = advice.contact
    return ", ".join(filter(None, (contact.name, contact.phone, contact.email, contact.url)))
