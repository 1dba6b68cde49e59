"""An approved answer beside another index: where its question lies, and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import DraftSentence, VerifiedEntry
from assistant.desk.proofreading import Proofreader
from assistant.desk.standing import trouble
from assistant.desk.verified_rows import as_searched
from indexer.embedder import Vectors
from indexer.index import Index

_SAME_PLACE = 0.999
_FALLEN = (
    "Zin {number} wordt niet meer door zijn bron gedragen. Trek het antwoord in en behandel de "
    "vraag opnieuw."
)


def moved_places(
    known: Sequence[tuple[VerifiedEntry, Vectors]], index: Index
) -> dict[int, Vectors]:
    """Return by entry the place of each question that does not lie where this index puts it.

    So it is after a change of embedding model, and for a lay word that the index explains.
    """
    if not known:
        return {}
    asked = [index.terms.explained(as_searched(entry.question)) for entry, _ in known]
    vectors = index.embedder.embed_queries(asked)
    return {
        entry.id: vector
        for (entry, place), vector in zip(known, vectors, strict=True)
        if not _is_at(place, vector)
    }


def looked_at_again(entry: VerifiedEntry, index: Index) -> tuple[DraftSentence, ...]:
    """Return an entry's sentences on the passages as they are now.

    Raises:
        DeskRefused: one of them does not stand any more.
    """
    reader = Proofreader(index)
    fresh: list[DraftSentence] = []
    for number, sentence in enumerate(entry.sentences, start=1):
        evidence = sentence.evidence and reader.renewed(sentence.evidence)
        looked = reader.look(sentence.text, evidence)
        if looked.light == "red" or looked.evidence is None or trouble(looked.evidence, index):
            raise DeskRefused(_FALLEN.format(number=number))
        fresh.append(
            replace(
                sentence,
                light=looked.light,
                reason=looked.reason,
                support=looked.support,
                evidence=looked.evidence,
            )
        )
    return tuple(fresh)


def _is_at(place: Vectors, vector: Vectors) -> bool:
    return place.shape == vector.shape and bool(place @ vector >= _SAME_PLACE)
