"""What the desk asks of the assistant: never of a language model, whose answers vary."""

from __future__ import annotations

from assistant.answers import Language, Question
from assistant.desk.found import found_of
from assistant.desk.nouns import Found, HandOver
from assistant.pipeline import Assistant
from indexer.passages import Passage
from ui.errors import UnknownName


def find_again(assistant: Assistant, handed: HandOver, language: Language) -> Found:
    """Return what the assistant finds now for a question, in the language of the reply."""
    question = Question(
        text=handed.question, history=handed.conversation, language=language, mode="extractive"
    )
    return found_of(assistant.invoke(question))


def passage_of(assistant: Assistant, name: str) -> Passage:
    """Return the passage of this name on which a sentence may rest.

    Raises:
        UnknownName: the index holds none that may be quoted to everybody.
    """
    passage = assistant.index.by_id.get(name)
    if passage is None or not passage.quotable or passage.label != "public":
        raise UnknownName("passage", name)
    return passage
