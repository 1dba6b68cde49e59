"""READ THIS FIRST: settings and an open index become the steps, in order, with what each needs.

screen -> understand -> retrieve -> judge -> corroborate -> compose -> verify and answer (conclude)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.confidence import Confidence
from assistant.pipeline import Assistant
from assistant.proof.verifier import Verifier
from assistant.search import Search
from assistant.settings import AssistantSettings
from assistant.steps.compose import Compose
from assistant.steps.conclude import Conclude, Register
from assistant.steps.corroborate import Corroborate
from assistant.steps.judge import Judge
from assistant.steps.retrieve import Retrieve
from assistant.steps.screen import screen
from assistant.steps.understand import Understand
from indexer.embedder import Embedder, load_embedder
from indexer.index import Index, open_index
from indexer.settings import IndexSettings


def assemble(
    index: Index,
    settings: AssistantSettings,
    confidence: Confidence,
    *,
    today: Callable[[], date] = date.today,
) -> Assistant:
    """Build the assistant over an open index."""
    terms = index.terms
    register = Register(
        sources=index.sources,
        contacts=index.contacts,
        index_version=index.manifest.build_id,
    )
    return Assistant(
        index,
        [
            ("screen", screen),
            ("understand", Understand(terms.content_words)),
            ("retrieve", Retrieve(Search(index, candidates=settings.candidates))),
            (
                "judge",
                Judge(
                    index,
                    confidence,
                    on_topic_line=settings.on_topic_line,
                    answerable_line=settings.answerable_line,
                    today=today,
                ),
            ),
            ("corroborate", Corroborate(index)),
            ("compose", Compose(terms.of_text, most_words=settings.answer_words)),
        ],
        Conclude(Verifier(terms.of_text), register, today),
    )


def open_assistant(
    index_settings: IndexSettings,
    settings: AssistantSettings,
    embedder: Embedder | None = None,
) -> Assistant:
    """Load the model (unless one is handed in), open the current index and assemble.

    Close it with `assistant.index.close()`.

    Raises:
        ModelMissing: the embedding model has not been prepared.
        IndexMissing: there is no index yet.
        IndexDamaged: the index cannot be read.
        IndexMismatch: the index was made with another model.
        AppError: the confidence model was fitted for another embedding model.
    """
    embedder = embedder or load_embedder(index_settings)
    confidence = Confidence.load(embedder.name)
    index = open_index(index_settings.index_dir, embedder, internal=settings.show_internal)
    return assemble(index, settings, confidence)
