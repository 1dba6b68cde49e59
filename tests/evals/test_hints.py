"""Question hints do not repeat the golden questions, and no two sections are alike."""

from __future__ import annotations

import re

import numpy as np
import pytest

from assistant.pipeline import Assistant
from evals.cases import load_cases
from indexer.corpus import load_corpus
from indexer.settings import PROJECT

MOST_SHARED = 0.6
MOST_ALIKE = 0.9
"""Cosine after the mean of all sections is taken off: the E5 family gives 0.75-0.90 to any two
texts of one field, so a raw cosine says little about two sections being the same."""


def _grams(text: str) -> set[str]:
    plain = " ".join(re.findall(r"\w+", text.lower()))
    return {plain[start : start + 4] for start in range(max(1, len(plain) - 3))}


def test_no_hint_shares_most_of_its_letters_with_a_golden_question() -> None:
    golden = [(case.id, _grams(case.question)) for case in load_cases()]
    found: list[str] = []
    for document in load_corpus(PROJECT / "corpus").documents:
        for section in document.sections:
            for hint in section.hints:
                own = _grams(hint.text)
                for case_id, grams in golden:
                    if len(own & grams) / len(own) > MOST_SHARED:
                        found.append(f"{document.path.name}:{hint.line} {hint.text!r} ~ {case_id}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_sections_are_alike(real_assistant: Assistant, language: str) -> None:
    index = real_assistant.index
    passages = [passage for passage in index.passages if passage.language == language]
    vectors = index.embedder.embed_passages([passage.text for passage in passages])
    vectors = vectors - vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    alike = vectors @ vectors.T - 2 * np.eye(len(passages))
    first, second = np.unravel_index(int(alike.argmax()), alike.shape)
    assert alike.max() < MOST_ALIKE, f"{passages[first].id} ~ {passages[second].id}"
