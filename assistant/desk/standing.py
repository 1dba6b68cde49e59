"""Does what an approved answer rests on still stand in an index, to the letter?"""

from __future__ import annotations

from datetime import date

from assistant.desk.found import digest_of
from assistant.desk.nouns import Evidence, Part, VerifiedEntry
from assistant.turn import DraftSentence
from indexer.documents import Role
from indexer.index import Index
from indexer.passages import Passage, Span

_ROLES: dict[Part, Role] = {
    "answer": Role.ANSWER,
    "condition": Role.CONDITION,
    "action": Role.ACTION,
    "where": Role.WHERE,
}
_ORDER = list(_ROLES)


def standing(entry: VerifiedEntry, index: Index) -> tuple[DraftSentence, ...]:
    """Return an entry's sentences on the passages of an index; none when one no longer stands."""
    found: list[DraftSentence] = []
    for sentence in sorted(entry.sentences, key=lambda one: _ORDER.index(one.part)):
        evidence = sentence.evidence
        if evidence is None or trouble(evidence, index):
            return ()
        passage = index.by_id[evidence.passage_id]
        found.append(
            DraftSentence(
                text=sentence.text,
                passage=passage,
                span=_span(passage, evidence, _ROLES[sentence.part]),
                role=_ROLES[sentence.part],
            )
        )
    return tuple(found)


def review_reason(entry: VerifiedEntry, index: Index, today: date) -> str:
    """Return in Dutch why somebody must look at an entry again; empty when nobody must."""
    reasons = (trouble(one.evidence, index) for one in entry.sentences if one.evidence)
    if changed := next(filter(None, reasons), ""):
        return changed
    if today > entry.valid_until:
        return f"De geldigheid liep af op {entry.valid_until.isoformat()}."
    return ""


def trouble(evidence: Evidence, index: Index) -> str:
    """Return in Dutch what is wrong with a passage under a sentence; empty when nothing is."""
    passage = index.by_id.get(evidence.passage_id)
    named = f"De passage ‘{evidence.heading}’"
    if passage is None or not passage.quotable:
        return f"{named} staat niet meer in de bronnen."
    if not passage.current:
        return f"{named} is niet meer de tekst die nu geldt."
    # A quote at another place of the same words would be another sentence.
    quote = passage.text[evidence.start : evidence.end]
    if digest_of(passage) != evidence.passage_digest or quote != evidence.quote:
        return f"{named} is veranderd sinds de goedkeuring."
    if any(name not in index.sources for name in evidence.source_ids):
        return f"Een bron onder {named[0].lower()}{named[1:]} staat niet meer in het register."
    return ""


def _span(passage: Passage, evidence: Evidence, role: Role) -> Span:
    """Return the span of a passage that the evidence names, or one made of it."""
    for span in passage.spans:
        if (span.start, span.end) == (evidence.start, evidence.end):
            return span
    return Span(start=evidence.start, end=evidence.end, role=role, source_ids=evidence.source_ids)
