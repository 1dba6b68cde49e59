"""An index build on disk: a folder that is never changed once the pointer names it.

Layout of `<data>/index/`: `current` holds the id of the build to read; `<build id>/` holds
`manifest.json`, `passages.jsonl`, `chroma/`, `bm25/`, the sources of the library
(`originals.json`) and a copy of the register, contacts and lexicon, so that a build can be moved
as a whole. Readers open by id; one writer at a time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Self

from indexer.contacts import Contact, load_contacts
from indexer.documents import Label
from indexer.embedder import Embedder
from indexer.errors import CorpusError, IndexDamaged, IndexMismatch, IndexMissing, IndexOutdated
from indexer.keywords import KeywordIndex, terms_of_passage
from indexer.lexicon import load_lexicon
from indexer.passages import Passage, from_json, scope, to_json
from indexer.sources import Source, load_sources
from indexer.store import Store
from indexer.terms import Terms

FORMAT = 7
POINTER = "current"
COPIED = ("sources.toml", "contacts.toml", "lexicon.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRecord:
    """What a group held: its digest, its lines in `passages.jsonl`, its passages."""

    digest: str
    start: int
    """In bytes."""
    end: int
    passages: dict[str, str]
    """Passage id -> digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a build was made from; equal manifests (but for id and date) mean equal indexes."""

    build_id: str
    built_at: str
    format: int
    model: str
    groups: dict[str, GroupRecord] = field(default_factory=dict)
    """Name -> what it held; in the order of `passages.jsonl`."""

    @property
    def passages(self) -> dict[str, str]:
        """Passage id -> digest."""
        return {name: digest for g in self.groups.values() for name, digest in g.passages.items()}

    def write(self, folder: Path) -> None:
        """Write `manifest.json`."""
        groups = {name: asdict(group) for name, group in self.groups.items()}
        values = {f.name: getattr(self, f.name) for f in fields(self)} | {"groups": groups}
        text = json.dumps(values)
        (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read `manifest.json`.

        Raises:
            IndexDamaged: it is missing or unreadable.
            IndexOutdated: it is of another format.
        """
        try:
            values = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
            groups = {name: GroupRecord(**group) for name, group in values["groups"].items()}
            manifest = cls(**{**values, "groups": groups})
            _ = manifest.passages
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise IndexDamaged(folder, "its manifest cannot be read") from error
        if manifest.format != FORMAT:
            raise IndexOutdated(folder, manifest.format, FORMAT)
        return manifest


def current_build(index_dir: Path) -> Path:
    """Return the folder of the build that the pointer names.

    Raises:
        IndexMissing: there is no pointer.
        IndexDamaged: the pointer cannot be read or names no folder.
    """
    pointer = index_dir / POINTER
    try:
        build_id = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise IndexMissing(index_dir) from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(index_dir, "the pointer cannot be read") from error
    folder = index_dir / build_id
    if not build_id or "/" in build_id or not folder.is_dir():
        raise IndexDamaged(index_dir, f"the pointer names {build_id!r}, which is not there")
    return folder


def point_to(index_dir: Path, build_id: str) -> None:
    """Make a build the current one, in one step that readers see whole."""
    fresh = index_dir / f"{POINTER}.new"
    fresh.write_text(build_id + "\n", encoding="utf-8")
    fresh.replace(index_dir / POINTER)


def line_of(passage: Passage) -> bytes:
    """Return a passage as a line of `passages.jsonl`."""
    return json.dumps(to_json(passage), ensure_ascii=False).encode() + b"\n"


def read_passages(folder: Path, start: int = 0, end: int | None = None) -> tuple[Passage, ...]:
    """Read `passages.jsonl` of a build; `start` and `end` (bytes) tell which lines.

    Raises:
        IndexDamaged: it is missing or unreadable.
    """
    try:
        with (folder / "passages.jsonl").open("rb") as file:
            file.seek(start)
            lines = file.read(-1 if end is None else end - start).splitlines()
        return tuple(from_json(json.loads(line)) for line in lines)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamaged(folder, "its passages cannot be read") from error


def read_originals(folder: Path, labels: Sequence[Label]) -> dict[str, Source]:
    """Read the library's sources of a build that may be seen under these labels.

    Raises:
        IndexDamaged: the file is missing or unreadable.
    """
    try:
        known = json.loads((folder / "originals.json").read_text(encoding="utf-8"))
        sources = [Source(**one["source"]) for one in known if one["label"] in labels]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamaged(folder, "its sources cannot be read") from error
    return {source.id: source for source in sources}


class Index:
    """One open build: passages, vectors, keywords, register and contacts. Close it when done."""

    def __init__(self, folder: Path, embedder: Embedder, *, internal: bool = False) -> None:
        """Open the build in the folder; texts labelled internal are not there unless asked for.

        Raises:
            IndexDamaged: a part is missing or unreadable.
            IndexMismatch: it was made with another model than the embedder's.
        """
        self.folder = folder
        self.manifest = Manifest.read(folder)
        if self.manifest.model != embedder.name:
            raise IndexMismatch(folder, self.manifest.model, embedder.name)
        self.embedder = embedder
        self.labels: tuple[Label, ...] = ("public", "internal") if internal else ("public",)
        passages = read_passages(folder)
        if {p.id for p in passages} != set(self.manifest.passages):
            raise IndexDamaged(folder, "passages and manifest do not agree")
        self.passages = tuple(p for p in passages if p.label in self.labels)
        self.by_id: Mapping[str, Passage] = {passage.id: passage for passage in self.passages}
        try:
            self.sources: Mapping[str, Source] = {
                **load_sources(folder / "sources.toml"),
                **read_originals(folder, self.labels),
            }
            self.contacts: tuple[Contact, ...] = load_contacts(folder / "contacts.toml")
            self._lexicon = load_lexicon(folder / "lexicon.toml")
        except CorpusError as error:
            raise IndexDamaged(folder, str(error)) from error
        cited = {name for p in self.passages for span in p.spans for name in span.source_ids}
        if unknown := cited - set(self.sources):
            raise IndexDamaged(folder, f"its register lacks source {min(unknown)}")
        self._passage_terms: dict[str, frozenset[str]] = {}
        self.keywords = KeywordIndex.load(folder / "bm25")
        self.store = Store(folder / "chroma", embedder)
        if self.store.count("passages") != len(passages):
            self.store.close()
            raise IndexDamaged(folder, "Chroma holds another number of passages")

    def scopes(self, language: str, *, dated: bool = False) -> tuple[str, ...]:
        """Return the parts that may be searched for a language; `dated`: also what held before."""
        states = (True, False) if dated else (True,)
        return tuple(scope(language, label, current=c) for label in self.labels for c in states)

    @cached_property
    def terms(self) -> Terms:
        """The words of this index: stemmer, compounds, lexicon."""
        return Terms(self.keywords.vocabulary, self._lexicon, self.keywords.stems)

    def terms_of(self, passage: Passage) -> frozenset[str]:
        """Return the search terms of a passage with its heading and hints; remembered."""
        if passage.id not in self._passage_terms:
            self._passage_terms[passage.id] = frozenset(terms_of_passage(passage, self.terms))
        return self._passage_terms[passage.id]

    def __enter__(self) -> Self:
        """Return the open index."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the index."""
        self.close()

    def close(self) -> None:
        """Give back files and memory."""
        self.store.close()


def open_index(index_dir: Path, embedder: Embedder, *, internal: bool = False) -> Index:
    """Open the current build; with `internal`, also what only staff may read.

    Raises:
        IndexMissing: there is none.
        IndexDamaged: it cannot be read.
        IndexMismatch: it was made with another model.
    """
    return Index(current_build(index_dir), embedder, internal=internal)
