"""A stand-in for an open index: the digests, sources and contacts, without any search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.check.questions import Answers
from indexer.contacts import Contact, load_contacts
from indexer.documents import load_documents
from indexer.index import FORMAT, GroupRecord, Manifest
from indexer.passages import Passage, passages_of
from indexer.settings import IndexSettings
from indexer.sources import Source, load_sources

BUILD = "build-1"


@dataclass(frozen=True)
class Shelf:
    passages: tuple[Passage, ...]
    sources: Mapping[str, Source]
    contacts: tuple[Contact, ...]
    manifest: Manifest


def manifest_of(*names: str) -> Manifest:
    group = GroupRecord(digest="", start=0, end=0, passages=dict.fromkeys(names, ""))
    return Manifest(
        build_id=BUILD, built_at="2026-11-21", format=FORMAT, model="", groups={"all": group}
    )


@cache
def real_shelf() -> Shelf:
    """Read the corpus as it stands in this checkout."""
    settings = IndexSettings(_env_file=None)
    corpus = settings.corpus_dir
    passages = tuple(
        passage
        for document in load_documents(corpus / "documents")
        for passage in passages_of(document, settings.passage_words)
    )
    return Shelf(
        passages=passages,
        sources=load_sources(corpus / "sources.toml"),
        contacts=load_contacts(corpus / "contacts.toml"),
        manifest=manifest_of(*(passage.id for passage in passages)),
    )


def answered(**chosen: str) -> Answers:
    """Write answers shortly: `answered(sector="ict defensie")`."""
    return {name: frozenset(options.split()) for name, options in chosen.items()}


ANSWERS = answered(
    sector="hightech",
    technologie="kwantum",
    partij="investeerder",
    export="buiten-eu",
    mensen="reizen",
)
"""One answer to each question."""
