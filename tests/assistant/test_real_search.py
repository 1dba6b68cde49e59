"""What the search must find in the corpus as it is served."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.search import Search
from indexer.keywords import vocabulary_of
from indexer.terms import Terms

LAY_WORDS = [
    ("uitzendkracht in het lab", "insider-en-personeel"),
    ("gegevens op straat", "meldpunten"),
    ("tweestapsverificatie", "cyber-weerbaarheid"),
    ("inlogcode", "cyber-weerbaarheid"),
    ("reservekopie", "cyber-weerbaarheid"),
    ("afluisteren", "risicos-spionage"),
    ("geheim stuk in de kluis", "defensie-industrieveiligheid"),
    ("drone", "exportcontrole-dual-use"),
]


def best_topic(assistant: Assistant, question: str) -> str:
    return Search(assistant.index, candidates=30).find(question, "nl")[0].passage.topic


@pytest.mark.parametrize(("question", "topic"), LAY_WORDS)
def test_a_lay_word_finds_its_topic(real_assistant: Assistant, question: str, topic: str) -> None:
    assert best_topic(real_assistant, question) == topic


@pytest.mark.parametrize(("question", "topic"), LAY_WORDS)
def test_without_the_lexicon_it_would_not(
    real_assistant: Assistant, monkeypatch: pytest.MonkeyPatch, question: str, topic: str
) -> None:
    index = real_assistant.index
    unexplained = Terms(vocabulary_of(index.passages, []), [], index.keywords.stems)
    monkeypatch.setitem(vars(index), "terms", unexplained)
    assert best_topic(real_assistant, question) != topic
