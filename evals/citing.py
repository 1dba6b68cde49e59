"""Do citations carry what they stand beside? ALCE's definitions (Gao et al., EMNLP 2023).

A sentence is *recalled* when what it cites, taken together, supports it. A citation of a recalled
sentence is *precise* unless it is irrelevant: it does not support the sentence alone, and the
others still do without it. ALCE asks an entailment model what "supports" means. Here the words
must stand in a cited passage to the letter: an extractive answer is made of such words, so its
figures are 1 unless numbering or verification is broken. Another judge can be handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import Answer, ProvenSentence
from evals.support import supported

Supports = Callable[[str, Sequence[str]], bool]
"""Sentence and passages -> do the passages, taken together, support it?"""


def verbatim(sentence: str, passages: Sequence[str]) -> bool:
    """True when the sentence stands in one of the passages to the letter."""
    return any(sentence in passage for passage in passages)


def citation_recall(answer: Answer, supports: Supports = verbatim) -> float | None:
    """Return the share (0..1) of sentences that their citations support; None without sentences."""
    found = [_recalled(answer, sentence, supports) for sentence in answer.sentences]
    return sum(found) / len(found) if found else None


def citation_precision(answer: Answer, supports: Supports = verbatim) -> float | None:
    """Return the share (0..1) of citations that are not irrelevant; None without citations.

    A citation of a sentence that is not supported counts as wrong, and so does a number that
    stands for no citation.
    """
    found = [
        _recalled(answer, sentence, supports) and _relevant(answer, sentence, number, supports)
        for sentence in answer.sentences
        for number in sentence.citations
    ]
    return sum(found) / len(found) if found else None


def second_opinion(answer: Answer) -> float | None:
    """Return the share (0..1) of sentences that a quote they cite supports, by other means.

    The judge is `evals/support.py`, which knows nothing of our verifier; a sentence that is its
    quote needs none. None without sentences.
    """
    quotes = {citation.number: citation.quote for citation in answer.citations}
    found = [
        any(
            sentence.text == quotes[number] or supported(sentence.text, quotes[number])
            for number in sentence.citations
            if number in quotes
        )
        for sentence in answer.sentences
    ]
    return sum(found) / len(found) if found else None


def _passages(answer: Answer, numbers: Sequence[int]) -> list[str]:
    # By the number that the reader sees, not by place: a wrong numbering must show here.
    return [c.passage.text for number in numbers for c in answer.citations if c.number == number]


def _recalled(answer: Answer, sentence: ProvenSentence, supports: Supports) -> bool:
    passages = _passages(answer, sentence.citations)
    return bool(passages) and supports(sentence.text, passages)


def _relevant(answer: Answer, sentence: ProvenSentence, number: int, supports: Supports) -> bool:
    own = _passages(answer, [number])
    if not own:
        return False
    others = _passages(answer, [other for other in sentence.citations if other != number])
    return supports(sentence.text, own) or not (others and supports(sentence.text, others))
