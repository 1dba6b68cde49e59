"""The whole corpus in one value, and the digest that tells whether it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.contacts import Contact, load_contacts
from indexer.documents import Document, Sentence, load_documents
from indexer.errors import CorpusError
from indexer.evidence import Fact, load_evidence
from indexer.lexicon import Entry, load_lexicon
from indexer.sources import Source, load_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that `corpus/` holds, read and checked for form."""

    folder: Path
    sources: Mapping[str, Source]
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
    contacts: tuple[Contact, ...]
    lexicon: tuple[Entry, ...]


def load_corpus(folder: Path) -> Corpus:
    """Read the corpus.

    Raises:
        CorpusError: the folder or a file is missing or does not follow its format.
    """
    if not folder.is_dir():
        raise CorpusError(folder, None, "there is no corpus folder; set LOKET_CORPUS_DIR")
    return Corpus(
        folder=folder,
        sources=load_sources(folder / "sources.toml"),
        facts=load_evidence(folder / "evidence"),
        documents=load_documents(folder / "documents"),
        contacts=load_contacts(folder / "contacts.toml"),
        lexicon=load_lexicon(folder / "lexicon.toml"),
    )


def require_indexable(corpus: Corpus) -> None:
    """Check what an index cannot do without; whether sentences are true is not asked here.

    Raises:
        CorpusError: there is no document, an id is used twice, or a sentence names no source or
            one that the register does not know; names file and line.
    """
    if not corpus.documents:
        raise CorpusError(corpus.folder / "documents", None, "there is no document")
    seen: set[str] = set()
    for document in corpus.documents:
        if document.id in seen:
            raise CorpusError(document.path, 1, f"document id {document.id} is used more than once")
        seen.add(document.id)
        for section in document.sections:
            name = f"{document.id}.{section.id}"
            if name in seen:
                problem = f"section id {section.id} is used more than once"
                raise CorpusError(document.path, section.line, problem)
            seen.add(name)
            for sentence in section.sentences:
                _require_known(corpus, document.path, sentence)


def _require_known(corpus: Corpus, path: Path, sentence: Sentence) -> None:
    if not sentence.source_ids:
        raise CorpusError(path, sentence.line, "this sentence names no source; end it with [S…]")
    for name in sentence.source_ids:
        if name not in corpus.sources:
            raise CorpusError(path, sentence.line, f"unknown source {name}")


def corpus_digest(folder: Path) -> str:
    """Return the sha256 over the names and bytes of every corpus file that an index depends on.

    The evidence proves the digests but is never searched, so it does not count.
    """
    digest = hashlib.sha256()
    paths = [folder / name for name in ("sources.toml", "contacts.toml", "lexicon.toml")]
    for path in paths + sorted((folder / "documents").rglob("*.md")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
