"""The suite on a fixed sample: the aims hold, and a verifier that looks away is found out."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.proof import verifier as proof
from assistant.proof.verifier import Verifier
from evals.intervals import share
from evals.lies import caught, refused
from evals.mutation import AIMS, Mutation, mutations
from evals.mutation_run import (
    FALSE_ALARMS,
    found_by_corpus_check,
    origins_of,
    table_of,
    terms_of,
)
from evals.pairs import load_pairs
from indexer.corpus import Corpus, load_corpus
from indexer.settings import IndexSettings

SAMPLE = 12  # one sentence of the corpus in so many


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(IndexSettings(_env_file=None).corpus_dir)


@pytest.fixture(scope="module")
def verifier(corpus: Corpus) -> Verifier:
    return Verifier(terms_of(corpus, 180).of_text)


@pytest.fixture(scope="module")
def lies(corpus: Corpus) -> list[Mutation]:
    return list(mutations(origins_of(corpus, 180)[::SAMPLE]))


def short(verifier: Verifier, lies: list[Mutation]) -> set[str]:
    """Return the kinds that are caught less often than they should be, beyond chance."""
    shares = caught(verifier, lies)
    return {kind for kind, found in shares.items() if found.high < AIMS.get(kind, 0)}


def test_the_verifier_sees_the_lies(verifier: Verifier, lies: list[Mutation]) -> None:
    assert len(lies) > 800
    assert short(verifier, lies) == set()


def test_what_was_missed_is_handed_out(verifier: Verifier, lies: list[Mutation]) -> None:
    missed: list[Mutation] = []
    shares = caught(verifier, lies, missed)
    counted = Counter(m.kind for m in missed)
    for kind, found in shares.items():
        assert round((1 - found.value) * found.count) == counted[kind]


def test_the_verifier_believes_true_paraphrases_and_not_the_wrong_ones(verifier: Verifier) -> None:
    pairs = load_pairs()
    assert refused(verifier, [pair for pair in pairs if pair.supported]).value <= FALSE_ALARMS
    assert refused(verifier, [pair for pair in pairs if not pair.supported]).value >= 0.95


SABOTAGES: list[tuple[dict[str, object], set[str]]] = [
    ({"missing_figures": lambda *_: ()}, {"contact", "date"}),
    # A changed name is caught twice: as a name, and as a word that the quote lacks.
    ({"missing_names": lambda *_: (), "replaced": lambda *_: ""}, {"name"}),
    ({"duty_differs": lambda *_, **__: False}, {"modality"}),
    # So is a denial: clause by clause, and in a near copy.
    (
        {"_denied": lambda _: False, "denial_differs": lambda *_: False},
        {"negation added", "negation dropped"},
    ),
]


@pytest.mark.parametrize(("broken", "kinds"), SABOTAGES, ids=lambda told: "+".join(sorted(told)))
def test_a_verifier_that_looks_away_is_found_out(
    verifier: Verifier,
    lies: list[Mutation],
    monkeypatch: pytest.MonkeyPatch,
    broken: dict[str, object],
    kinds: set[str],
) -> None:
    for name, net in broken.items():
        monkeypatch.setattr(proof, name, net)
    assert kinds <= short(verifier, [lie for lie in lies if lie.kind in kinds])


def test_the_corpus_check_sees_changed_figures_in_the_digests(corpus: Corpus) -> None:
    shares = found_by_corpus_check(corpus, every=SAMPLE)
    floors = {"number": 0.9, "date": 0.95, "contact": 0.98, "name": 0.9, "modality": 0.85}
    floors |= {"negation added": 0.85, "negation dropped": 0.55}
    for kind, floor in floors.items():
        assert shares[kind].value >= floor, kind


def test_the_table_shows_each_kind_with_its_aim() -> None:
    table = table_of("t", {"number": share(9, 10), "opposite": share(1, 2)}, AIMS)
    shown = [list(column.cells) for column in table.columns]
    assert shown[0] == ["number", "opposite"]
    assert shown[4] == ["0.98", "-"]
