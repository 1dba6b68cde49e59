from __future__ import annotations

from collections import Counter

from evals.mutation import AIMS, RULES, by_rule, mutations
from evals.mutation_run import origins_of
from evals.mutation_swaps import Origin
from indexer.corpus import load_corpus
from indexer.settings import IndexSettings

MUST = Origin(
    quote="U moet 8 weken wachten.",
    passage="U moet 8 weken wachten. Bel BTI.",
    section="a.1",
    topic="a",
    language="nl",
)


def test_a_mutation_keeps_what_it_was_made_from() -> None:
    found = list(by_rule(MUST))
    assert {m.kind for m in found} >= {"number", "unit", "modality", "negation added"}
    for m in found:
        assert (m.original, m.quote, m.passage) == (MUST.quote, MUST.quote, MUST.passage)
        assert m.mutated != MUST.quote


def test_a_paraphrase_can_be_changed_too() -> None:
    found = list(by_rule(MUST, "Acht weken moet u wachten."))
    assert {m.quote for m in found} == {MUST.quote}
    assert "Acht weken mag u wachten." in {m.mutated for m in found}


def test_every_run_makes_the_same() -> None:
    assert list(by_rule(MUST)) == list(by_rule(MUST))


def test_the_real_corpus_gives_more_than_two_thousand_of_all_kinds() -> None:
    corpus = load_corpus(IndexSettings(_env_file=None).corpus_dir)
    origins = origins_of(corpus, 180)[::3]
    counted = Counter(m.kind for m in mutations(origins))
    assert sum(counted.values()) > 2000
    assert set(counted) == {*RULES, "citation", "topic", "invented"}
    assert set(AIMS) <= set(counted)
