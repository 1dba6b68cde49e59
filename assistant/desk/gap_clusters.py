"""Which questions are about the same thing? Pure: questions and vectors go in, groups come out.

Measured with multilingual-e5-small on restatements of golden questions among all the others of
`evals/cases` (`tests/assistant/desk/gap_questions.py`). To such a model all questions look alike
(unrelated ones have a cosine around .83, restatements from .86 up), because most of a vector says
"this is a question, in Dutch". So a part of what questions about nothing have in common in a
language is taken away first. Of the pairs that end up together 81 percent then belong together,
and 62 percent of those that do are found (on questions unseen while choosing: 80 and 57). The
plain cosine at its best line gives 79 and 48.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]
from scipy.spatial.distance import pdist  # type: ignore[import-untyped]

from assistant.answers import Language
from indexer.embedder import Vectors

EMPTY: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        "Wat is dat?",
        "Hoe werkt dit?",
        "Waar kan ik dat vinden?",
        "Mag dat?",
        "Moet ik iets doen?",
        "Wie kan mij helpen?",
        "Wanneer geldt dat?",
        "Hoeveel kost het?",
        "Wij hebben een vraag, wat nu?",
        "Ik wil graag iets weten over mijn bedrijf",
    ),
    "en": (
        "What is that?",
        "How does this work?",
        "Where can I find it?",
        "Is that allowed?",
        "Do I have to do anything?",
        "Who can help me?",
        "When does it apply?",
        "How much does it cost?",
        "We have a question, what now?",
        "I would like to know something about my company",
    ),
}
"""Questions about nothing: their mean is what all questions in a language share."""

TAKEN_AWAY = 0.7
"""How much of that mean is taken away; from .6 to .75 it makes no difference, beyond it does."""

FURTHEST = 0.3
"""The mean distance (1 - cosine) up to which groups become one."""


def without_form(vectors: Vectors, languages: Sequence[Language], empty: Vectors) -> Vectors:
    """Return vectors that say more of what is asked, and less of its being a question.

    Args:
        vectors: of questions, of length 1.
        languages: of those questions.
        empty: of the questions in `EMPTY`, all Dutch ones first; see `empty_questions`.
    """
    count = len(EMPTY["nl"])
    form = {"nl": empty[:count].mean(axis=0), "en": empty[count:].mean(axis=0)}
    left = np.asarray(vectors) - TAKEN_AWAY * np.stack([form[name] for name in languages])
    lengths = np.linalg.norm(left, axis=1, keepdims=True)
    return np.asarray(left / np.maximum(lengths, 1e-9), np.float32)


def empty_questions() -> tuple[str, ...]:
    """Return the questions about nothing, in the order in which their vectors are wanted."""
    return (*EMPTY["nl"], *EMPTY["en"])


def clusters(vectors: Vectors, furthest: float = FURTHEST) -> tuple[tuple[int, ...], ...]:
    """Return the groups in which vectors lie near each other, by their places, first one first.

    Groups grow by average linkage on cosine, so that one question between two subjects does not
    make them one.
    """
    if len(vectors) < 2:
        return tuple((place,) for place in range(len(vectors)))
    tree = linkage(pdist(vectors, "cosine"), method="average")
    groups: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(fcluster(tree, furthest, criterion="distance")):
        groups[int(number)].append(place)
    return tuple(map(tuple, sorted(groups.values())))


def most_central(vectors: Vectors, group: Sequence[int]) -> list[int]:
    """Return the places of a group, the one that is nearest to all others first."""
    near = vectors[list(group)] @ vectors[list(group)].mean(axis=0)
    return [group[place] for place in np.argsort(-near, kind="stable")]
