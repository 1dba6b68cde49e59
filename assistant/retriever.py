"""The search as a LangChain retriever, for use in other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answers import Language
from assistant.search import Search


class PassageRetriever(BaseRetriever):
    """Returns passages as LangChain documents; scores of each stage stand in the metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    language: Language = "nl"
    k: int = 5

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  # LangChain's signature
    ) -> list[Document]:
        return [
            Document(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={
                    "title": hit.passage.title,
                    "heading": hit.passage.heading,
                    "topic": hit.passage.topic,
                    "language": hit.passage.language,
                    "sources": sorted({s for span in hit.passage.spans for s in span.source_ids}),
                    "dense": hit.scores.dense,
                    "hint": hit.scores.hint,
                    "keyword": hit.scores.keyword,
                    "fused": hit.scores.fused,
                },
            )
            for hit in self.search.find(query, self.language, count=self.k)
        ]
