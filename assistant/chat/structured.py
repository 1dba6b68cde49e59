"""A draft as JSON, for providers that can hold a model to a schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.chat.draft import Drafted, cleaned


def schema(issued: int) -> dict[str, Any]:
    """Return what the model must write when it was given so many sources.

    There are no limits on lengths in it: not every provider knows those words.
    """
    sentence = {
        "type": "object",
        "properties": {
            "text": {"type": "string", "description": "One sentence."},
            "sources": {
                "type": "array",
                "items": {"type": "integer", "enum": list(range(1, issued + 1))},
                "description": "Numbers of the sources that the sentence rests on.",
            },
        },
        "required": ["text", "sources"],
        "additionalProperties": False,
    }
    return {
        "title": "Draft",
        "description": "The answer, sentence by sentence.",
        "type": "object",
        "properties": {"sentences": {"type": "array", "items": sentence}},
        "required": ["sentences"],
        "additionalProperties": False,
    }


def sentences_in(drafts: Iterable[Any], language: str) -> Iterator[Drafted]:
    """Yield the sentences of a draft that is handed over again and again as it grows.

    A sentence is whole when the next one has begun, or the draft has ended.
    """
    whole = 0
    items: list[Any] = []
    for draft in drafts:
        items = _items(draft)
        for item in items[whole:-1]:
            whole += 1
            yield from _drafted(item, language)
    for item in items[whole:]:
        yield from _drafted(item, language)


def _items(draft: Any) -> list[Any]:
    found = draft.get("sentences") if isinstance(draft, Mapping) else None
    return found if isinstance(found, list) else []


def _drafted(item: Any, language: str) -> Iterator[Drafted]:
    if not isinstance(item, Mapping):
        return
    numbers = item.get("sources")
    stated = numbers if isinstance(numbers, list) else []
    for sentence in cleaned(str(item.get("text", "")), language):
        markers = (*(n for n in stated if type(n) is int), *sentence.markers)
        yield Drafted(sentence.text, tuple(dict.fromkeys(markers)))
