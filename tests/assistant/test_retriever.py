from __future__ import annotations

import asyncio

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from assistant.retriever import PassageRetriever
from assistant.search import Search
from indexer.index import Index


@pytest.fixture
def retriever(small_index: Index) -> PassageRetriever:
    return PassageRetriever(search=Search(small_index, candidates=30), k=3)


def test_it_is_a_langchain_retriever(retriever: PassageRetriever, small_index: Index) -> None:
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke("Hoe werkt bedrijfsspionage?")
    assert len(documents) == 3
    first = documents[0]
    assert isinstance(first, Document)
    assert first.id == "spionage-nl.hoe-werkt-spionage"
    assert first.page_content == small_index.by_id[first.id].text
    assert first.metadata["topic"] == "risicos-spionage"
    assert first.metadata["sources"] == ["S03", "S04"]
    assert first.metadata["fused"] > documents[1].metadata["fused"]
    assert {"dense", "hint", "keyword"} <= set(first.metadata)


def test_it_searches_in_its_language(small_index: Index) -> None:
    english = PassageRetriever(search=Search(small_index, candidates=30), language="en")
    found = english.invoke("How long do I wait for the decision?")
    assert found[0].id == "notify-en.period"


def first_id(found: list[Document]) -> str | None:
    return found[0].id


def test_it_composes_with_other_runnables(retriever: PassageRetriever) -> None:
    chain = retriever | RunnableLambda(first_id)
    question = "Wat gebeurt er als ik te laat meld? Krijg ik een boete?"
    assert chain.invoke(question) == "melden-nl.termijn"
    assert asyncio.run(chain.ainvoke(question)) == "melden-nl.termijn"
