from __future__ import annotations

from assistant.proof.verifier import Verdict, Verifier
from evals.mutated_corpus import proof_of, try_all
from indexer.index import Index


class Credulous(Verifier):
    """A verifier that believes all."""

    def check(self, sentence: str, quote: str, passage: str, language: str) -> Verdict:
        del sentence, quote, passage, language
        return Verdict(support=1.0, reason="")


def test_no_wrong_version_of_the_small_corpus_is_let_through(small_index: Index) -> None:
    tried = try_all(proof_of(small_index), small_index.passages)
    assert tried.count > 20
    assert [wrong.mutated for wrong in tried.through] == []


def test_a_proof_that_sleeps_is_found_out(small_index: Index) -> None:
    proof = proof_of(small_index)
    proof._verifier = Credulous(small_index.terms.of_text)  # broken on purpose
    proof._doubt = lambda *_: ""  # type: ignore[method-assign]
    assert len(try_all(proof, small_index.passages).through) > 20
