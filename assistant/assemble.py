"""READ THIS FIRST: settings and an open index become the steps, in order, with what each needs.

screen -> understand -> retrieve -> judge -> corroborate -> compose -> verify and answer (conclude)
Where a library of verified answers is handed in, recall stands after retrieve: a question that the
desk has answered before goes from there straight to conclude.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.chat.model import ChatModel
from assistant.chat.providers import load_chat_model
from assistant.chat.rewrite import Rewrite
from assistant.confidence import Confidence
from assistant.generate import Generate
from assistant.pipeline import Assistant
from assistant.proof.entailment import load_entailment
from assistant.proof.generated import Doubt, GeneratedProof, closeness_by
from assistant.proof.verifier import Verifier
from assistant.search import Search
from assistant.settings import AssistantSettings
from assistant.steps.compose import Compose
from assistant.steps.conclude import Conclude, Register
from assistant.steps.corroborate import Corroborate
from assistant.steps.judge import Judge
from assistant.steps.recall import Recall
from assistant.steps.retrieve import Retrieve
from assistant.steps.screen import screen
from assistant.steps.understand import Understand
from assistant.verified import VerifiedAnswers
from indexer.embedder import Embedder, load_embedder
from indexer.index import Index, open_index
from indexer.settings import IndexSettings


def assemble(  # noqa: PLR0913 — what an installation may have or not
    index: Index,
    settings: AssistantSettings,
    confidence: Confidence,
    *,
    today: Callable[[], date] = date.today,
    model: ChatModel | None = None,
    entailment: Doubt | None = None,
    verified: VerifiedAnswers | None = None,
) -> Assistant:
    """Build the assistant over an open index; with a language model, answers may be generated.

    With a library of verified answers, a question that the desk has answered gets that answer.
    """
    terms = index.terms
    verifier = Verifier(terms.of_text)
    proof = GeneratedProof(verifier, closeness_by(index.embedder), terms.of_text, entailment)
    register = Register(
        sources=index.sources,
        contacts=index.contacts,
        index_version=index.manifest.build_id,
    )
    recall = [("recall", Recall(verified, index, verifier))] if verified is not None else []
    return Assistant(
        index,
        [
            ("screen", screen),
            (
                "understand",
                Understand(terms.content_words, Rewrite(model, terms.of_text) if model else None),
            ),
            ("retrieve", Retrieve(Search(index, candidates=settings.candidates))),
            *recall,
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
        Conclude(
            verifier, register, today, Generate(model, proof, terms.of_text) if model else None
        ),
    )


def open_assistant(
    index_settings: IndexSettings,
    settings: AssistantSettings,
    embedder: Embedder | None = None,
    verified: VerifiedAnswers | None = None,
) -> Assistant:
    """Load the model (unless one is handed in), open the current index and assemble.

    With a library of `verified` answers, those come first. Close it with `assistant.index.close()`.

    Raises:
        ModelMissing: the embedding model has not been prepared.
        IndexMissing: there is no index yet.
        IndexDamaged: the index cannot be read.
        IndexMismatch: the index was made with another model.
        ChatModelUnusable: the settings name a language model that cannot be used.
        EntailmentUnusable: they name a model for entailment that cannot be used.
        AppError: the confidence model was fitted for another embedding model.
    """
    model = load_chat_model(settings)
    entailment = (
        load_entailment(settings.entailment_model, line=settings.entailment_line).doubt
        if model and settings.entailment_model
        else None
    )
    embedder = embedder or load_embedder(index_settings)
    confidence = Confidence.load(embedder.name)
    index = open_index(index_settings.index_dir, embedder, internal=settings.show_internal)
    return assemble(
        index, settings, confidence, model=model, entailment=entailment, verified=verified
    )
