"""Every wrong version that the mutations make of every sentence of the corpus, put to the proof.

The adversary draws a few lies for each question; what no draw holds is not seen there. This asks
them all, each with the passage that its sentence stands in, as a model might have written it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.proof.generated import GeneratedProof, closeness_by
from assistant.proof.verifier import Verifier
from evals.fates import true_after_all
from evals.mutation import Mutation, by_rule
from evals.mutation_swaps import Origin
from indexer.index import Index
from indexer.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How many wrong versions were put to the proof, and those that it let through."""

    count: int
    through: Sequence[Mutation]


def proof_of(index: Index) -> GeneratedProof:
    """Return the proof as the assistant has it, without a model for entailment."""
    terms = index.terms.of_text
    return GeneratedProof(Verifier(terms), closeness_by(index.embedder), terms)


def try_all(proof: GeneratedProof, passages: Iterable[Passage]) -> Tried:
    """Put every wrong version of every sentence to the proof, with its own passage."""
    count, through = 0, []
    for passage in passages:
        quotes = {passage.quote(span) for span in passage.spans}
        for wrong in _wrong_versions(passage):
            if wrong.mutated in quotes or wrong.mutated in true_after_all():
                continue
            count += 1
            if proof.find(wrong.mutated, passage).span is not None:
                through.append(wrong)
    return Tried(count=count, through=tuple(through))


def _wrong_versions(passage: Passage) -> Iterator[Mutation]:
    for span in passage.spans:
        quote = passage.quote(span)
        if not span.order:
            yield from by_rule(
                Origin(
                    quote=quote,
                    passage=passage.text,
                    section=passage.section_id,
                    topic=passage.document_id,
                    language=passage.language,
                )
            )
