"""Looking things up without an answer: passages for a question, sources, one source.

What REST and the command line both show; each brings the index from where it has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.abuse import visible_text
from assistant.answers import Language, Question
from assistant.language import detect_language
from assistant.search import Search
from indexer.index import Index
from indexer.passages import Passage
from indexer.sources import Source
from ui.corpus_schemas import HitOut, SearchOut, SourceDetailOut, SourceOut, SourcesOut
from ui.errors import UnknownName
from ui.request_schemas import SearchRequest


def find_passages(index: Index, asked: SearchRequest, *, candidates: int) -> SearchOut:
    """Search an open index.

    Raises:
        InvalidQuestion: the question is blank or too long.
    """
    question = Question(text=asked.question)
    language = asked.language or _spoken(question.text)
    hits = Search(index, candidates=candidates).find(
        visible_text(question.text), language, count=asked.count
    )
    return SearchOut(
        language=language,
        hits=[HitOut.of(hit) for hit in hits],
        index_version=index.manifest.build_id,
    )


def _spoken(text: str) -> Language:
    """Return the language of a question; one that we do not speak is searched as Dutch."""
    return "en" if detect_language(text) == "en" else "nl"


def list_sources(sources: Iterable[Source], index_version: str) -> SourcesOut:
    """Show the register, in its own order."""
    return SourcesOut(
        sources=[SourceOut.of(source) for source in sources], index_version=index_version
    )


def show_source(
    sources: Mapping[str, Source], passages: Iterable[Passage], source_id: str
) -> SourceDetailOut:
    """Show one source and which passages rest on it.

    Raises:
        UnknownName: the register does not hold it.
    """
    if source_id not in sources:
        raise UnknownName("bron", source_id)
    return SourceDetailOut(
        source=SourceOut.of(sources[source_id]),
        passage_ids=[
            passage.id
            for passage in passages
            if any(source_id in span.source_ids for span in passage.spans)
        ],
    )
