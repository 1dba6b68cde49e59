"""The vector store: per scope two Chroma collections, of passages and of question hints.

A scope is a language, a label and whether it holds today ("nl", "nl-internal", "nl-dated"). Each
has collections of its own because Chroma's metadata filter made a search four times as slow (13.6
against 3.3 ms over two thousand hints), and because a collection that is not searched cannot leak.

The only file that imports chromadb (through langchain-chroma). Distances are cosine; scores that
leave this file are similarities (1 - distance).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self, get_args

from indexer.documents import Label
from indexer.embedder import Embedder, Vectors
from indexer.errors import IndexDamaged
from indexer.passages import Passage, scope

SCOPES = tuple(
    scope(language, label, current=current)
    for current in (True, False)
    for label in get_args(Label)
    for language in ("nl", "en")
)
Collection = Literal["passages", "hints"]

_BATCH = 64  # texts embedded and added at once: a progress bar that moves

# With Chroma's own values a search misses one in twenty-five of the nearest hints, and which ones
# differs from build to build; with these one in three thousand, in the same time (ADR 0009).
_HNSW = {"space": "cosine", "ef_search": 400, "ef_construction": 200, "max_neighbors": 32}


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A stored text near a question: which passage it leads to and how similar it is."""

    passage_id: str
    text_id: str
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text to store: its id within the collection and the passage that it leads to."""

    id: str
    passage_id: str
    scope: str
    text: str


def passage_text(passage: Passage) -> Text:
    """Return what is stored for a passage itself."""
    return Text(
        id=passage.id,
        passage_id=passage.id,
        scope=passage.scope,
        text=passage.embedded_text,
    )


def hint_texts(passage: Passage) -> list[Text]:
    """Return what is stored for the hints of a passage; its heading counts as one.

    An original has headings only; many passages share one, and it is no question that they answer.
    """
    if passage.basis == "original":
        return []
    return [
        Text(
            id=f"{passage.id}?{number}",
            passage_id=passage.id,
            scope=passage.scope,
            text=text,
        )
        for number, text in enumerate((passage.heading, *passage.hints))
    ]


class _Passages:
    """Our embedder as LangChain's `Embeddings`, for passages."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_passages(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed_queries([text])[0].tolist()  # type: ignore[no-any-return]


class _Questions(_Passages):
    """The same for hints: they are questions, so they are embedded as questions."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_queries(texts).tolist()  # type: ignore[no-any-return]


class Store:
    """The open store of one build; close it when done (or use it in a `with`)."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open the store in the folder, or make an empty one.

        Raises:
            IndexDamaged: Chroma cannot read what is there.
        """
        import chromadb
        from chromadb.config import Settings

        self._adapters: dict[Collection, _Passages] = {
            "passages": _Passages(embedder),
            "hints": _Questions(embedder),
        }
        self._folder = folder
        self._opened: dict[str, Any] = {}
        try:
            self._client: Any = chromadb.PersistentClient(
                str(folder), Settings(anonymized_telemetry=False)
            )
            self._present = {found.name for found in self._client.list_collections()}
        except Exception as error:  # Chroma raises its Rust core's own kinds
            raise IndexDamaged(folder, f"Chroma cannot open it: {error}") from error

    def _collection(self, collection: Collection, part: str) -> Any:
        """Open a collection, or make it; only those that are used cost anything."""
        from langchain_chroma import Chroma

        name = f"{collection}-{part}"
        if name not in self._opened:
            self._opened[name] = Chroma(
                name,
                self._adapters[collection],  # type: ignore[arg-type]  # duck-typed Embeddings
                client=self._client,
                collection_configuration={"hnsw": _HNSW},
            )
            self._present.add(name)
        return self._opened[name]

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Give back Chroma's files and memory."""
        self._client.close()

    def count(self, collection: Collection) -> int:
        """Return how many texts the collection holds."""
        names = (name for name in self._present if name.startswith(f"{collection}-"))
        return sum(int(self._client.get_collection(name).count()) for name in names)

    def add(self, collection: Collection, texts: Sequence[Text]) -> Iterable[int]:
        """Embed and add texts, replacing those with the same id; yields how many are done."""
        done = 0
        for part in SCOPES:
            within = [text for text in texts if text.scope == part]
            for start in range(0, len(within), _BATCH):
                batch = within[start : start + _BATCH]
                self._collection(collection, part).add_texts(
                    [text.text for text in batch],
                    metadatas=[{"passage_id": text.passage_id} for text in batch],
                    ids=[text.id for text in batch],
                )
                done += len(batch)
                yield done

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Remove passages and their hints."""
        if not passage_ids:
            return
        for start in range(0, len(passage_ids), _BATCH):
            some = list(passage_ids[start : start + _BATCH])
            for name in self._present:
                self._client.get_collection(name).delete(where={"passage_id": {"$in": some}})

    def nearest(
        self, collection: Collection, question: Vectors, *, count: int, scopes: Sequence[str]
    ) -> tuple[Near, ...]:
        """Return the texts nearest to a question's vector (shape: dimensions), nearest first.

        Raises:
            IndexDamaged: Chroma cannot search what is there.
        """
        try:
            found = [
                pair
                for part in scopes
                if f"{collection}-{part}" in self._present
                for pair in self._collection(
                    collection, part
                ).similarity_search_by_vector_with_relevance_scores(question.tolist(), k=count)
            ]
        except Exception as error:  # Chroma reads its files only now, and raises its own kinds
            raise IndexDamaged(self._folder, f"Chroma cannot search it: {error}") from error
        return tuple(
            Near(
                passage_id=str(document.metadata["passage_id"]),
                text_id=str(document.id),
                similarity=1.0 - float(distance),
            )
            for document, distance in sorted(found, key=lambda pair: float(pair[1]))[:count]
        )
