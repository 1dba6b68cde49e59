from __future__ import annotations

from typing import Any

import pytest

from assistant.chat.draft import Drafted
from assistant.chat.structured import schema, sentences_in


def grown(*items: Any) -> list[Any]:
    """Return a draft as it grows, item by item."""
    return [{}, *({"sentences": list(items[: n + 1])} for n in range(len(items)))]


def one(text: str, *sources: Any) -> dict[str, Any]:
    return {"text": text, "sources": list(sources)}


def test_sentences_and_their_sources() -> None:
    draft = grown(one("Een zin.", 1), one("Nog een.", 2, 3))
    assert list(sentences_in(draft, "nl")) == [
        Drafted("Een zin.", (1,)),
        Drafted("Nog een.", (2, 3)),
    ]


def test_a_sentence_leaves_when_the_next_begins() -> None:
    read: list[Any] = []

    def drafts() -> Any:
        for draft in ({"sentences": [{"text": "Een"}]}, *grown(one("Een zin.", 1), {})):
            read.append(draft)
            yield draft
        raise AssertionError

    sentences = sentences_in(drafts(), "nl")
    assert next(sentences) == Drafted("Een zin.", (1,))
    assert len(read) == 4


@pytest.mark.parametrize(
    "draft",
    [
        [],
        [None],
        [{}],
        [{"sentences": None}],
        [{"sentences": "Een zin."}],
        [{"sentences": ["Een zin."]}],
        [{"sentences": [{}]}],
        [{"sentences": [{"text": "", "sources": [1]}]}],
        [[]],
    ],
)
def test_what_breaks_the_schema_holds_no_sentence(draft: list[Any]) -> None:
    assert list(sentences_in(draft, "nl")) == []


@pytest.mark.parametrize("sources", [None, "1", ["1"], [True], [1.0], [None]])
def test_sources_that_are_no_numbers_are_none(sources: Any) -> None:
    draft = [{"sentences": [{"text": "Een zin.", "sources": sources}]}]
    assert list(sentences_in(draft, "nl")) == [Drafted("Een zin.", ())]


def test_two_sentences_in_one_item_are_two() -> None:
    draft = [{"sentences": [one("Een zin. Nog een.", 2)]}]
    assert [s.text for s in sentences_in(draft, "nl")] == ["Een zin.", "Nog een."]


def test_every_part_of_the_schema_is_required_and_closed() -> None:
    """OpenAI's strict way asks for both."""
    whole = schema(2)
    item = whole["properties"]["sentences"]["items"]
    for part in (whole, item):
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


def test_only_numbers_that_were_issued_fit_the_schema() -> None:
    item = schema(3)["properties"]["sentences"]["items"]
    assert item["properties"]["sources"]["items"]["enum"] == [1, 2, 3]
