"""The pipeline that LangChain's own documentation shows, to compare with; run by the benchmark.

Recursive splitter, sentence-transformers with torch, Chroma similarity search, over the same corpus
and with the same model. `python -m evals.plain_pipeline` prints one JSON object: seconds to load,
seconds to index, milliseconds a search, memory, and hit@5 by the same definition as ours.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from evals.cases import Case, load_cases
from indexer.bundled_model import NAME
from indexer.corpus import load_corpus
from indexer.offline import stay_offline
from indexer.settings import IndexSettings


class _Embeddings:
    """sentence-transformers as LangChain's Embeddings."""

    def __init__(self, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model: Any = SentenceTransformer(str(folder), device="cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors = self._model.encode(texts, prompt_name="passage", show_progress_bar=False)
        return vectors.tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        return self._model.encode(text, prompt_name="query").tolist()  # type: ignore[no-any-return]


def _is_hit(case: Case, text: str, sources: set[str]) -> bool:
    return bool(sources & set(case.sources)) and any(
        re.search(fact, text, re.IGNORECASE) for fact in case.facts
    )


def measure(questions: list[Case]) -> dict[str, float]:
    """Build the plain pipeline, search it with every question, and return the figures."""
    from langchain_chroma import Chroma
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    settings = IndexSettings()
    started = time.perf_counter()
    embeddings = _Embeddings(settings.models_dir / NAME)
    loaded = time.perf_counter()
    documents = [
        Document(
            "\n\n".join(
                f"{section.heading}\n" + " ".join(sentence.text for sentence in section.sentences)
                for section in document.sections
            ),
            metadata={
                "sources": " ".join(
                    sorted(
                        {i for s in document.sections for t in s.sentences for i in t.source_ids}
                    )
                )
            },
        )
        for document in load_corpus(settings.corpus_dir).documents
    ]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = splitter.split_documents(documents)
    with tempfile.TemporaryDirectory() as folder:
        store = Chroma.from_documents(chunks, embeddings, persist_directory=folder)  # type: ignore[arg-type]
        indexed = time.perf_counter()
        store.similarity_search("warm up", k=5)
        times: list[float] = []
        hits: list[bool] = []
        for case in questions:
            before = time.perf_counter()
            found = store.similarity_search(case.worded(), k=5)
            times.append((time.perf_counter() - before) * 1000)
            hits.append(
                any(
                    _is_hit(case, d.page_content, set(d.metadata["sources"].split())) for d in found
                )
            )
    times.sort()
    return {
        "load_s": round(loaded - started, 2),
        "index_s": round(indexed - loaded, 2),
        "p50_ms": round(statistics.median(times), 2),
        "p95_ms": round(times[int(0.95 * len(times))], 2),
        "hit_at_5": round(sum(hits) / len(hits), 3),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    """Print the figures as JSON."""
    stay_offline()
    logging.disable(logging.WARNING)
    cases = [case for case in load_cases() if case.answerable and case.facts]
    sys.stdout.write(json.dumps(measure(cases)) + "\n")


if __name__ == "__main__":
    main()
