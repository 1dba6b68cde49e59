from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.corpus import load_corpus
from indexer.library.duplicates import ALIKE, SAME, likeness, signature
from indexer.settings import PROJECT
from tests.indexer.library.arrivals import LETTER, extract_of, heading, letter, prose

FAR_BELOW = ALIKE / 2


def test_a_signature_is_always_the_same() -> None:
    assert signature(letter()) == signature(letter())
    assert len(signature(letter())) == 128
    # Kept in entries on disk: with another one no document would be known any more.
    assert signature(extract_of("een vaste tekst die nooit verandert"))[:2] == FIRST


FIRST = (255464850, 1184054572)


def test_a_text_is_the_same_in_another_form() -> None:
    blocks = extract_of(heading("Brief over uitvoer"), *LETTER, media_type="text/html")
    whole = extract_of("BRIEF OVER UITVOER. " + " ".join(LETTER))
    assert likeness(signature(blocks), signature(whole)) == 1.0


@given(st.integers(0, 50), st.integers(51, 99))
def test_texts_of_other_words_are_not_alike(one: int, other: int) -> None:
    assert likeness(signature(extract_of(*prose(one))), signature(extract_of(*prose(other)))) < 0.05


@pytest.mark.parametrize("words", [200, 1_000, 5_000])
def test_one_other_figure_in_a_long_text_leaves_it_alike(words: int) -> None:
    before = prose(1, words)
    after = [before[0].replace(before[0].split()[5], "anders"), *before[1:]]
    alike = likeness(signature(extract_of(*before)), signature(extract_of(*after)))
    assert alike >= SAME - 0.02


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_likeness_estimates_the_runs_in_common(share: float) -> None:
    common = round(share * 3_000)
    shared = prose(1, common)
    one = extract_of(*shared, *prose(2, 3_000 - common))
    other = extract_of(*shared, *prose(3, 3_000 - common))
    jaccard = share / (2 - share)
    assert likeness(signature(one), signature(other)) == pytest.approx(jaccard, abs=0.13)


def test_no_two_documents_of_the_corpus_are_taken_for_versions_of_each_other() -> None:
    corpus = load_corpus(PROJECT / "corpus")
    signatures = [
        signature(extract_of(*(x.text for section in d.sections for x in section.sentences)))
        for d in corpus.documents
    ]
    assert len(signatures) > 50
    assert max(likeness(a, b) for a, b in combinations(signatures, 2)) < FAR_BELOW


@pytest.mark.parametrize("text", ["", "een", "een twee", "één. twee! drie?"])
def test_next_to_nothing_has_a_signature_too(text: str) -> None:
    assert likeness(signature(extract_of(text)), signature(extract_of(text))) == 1.0
