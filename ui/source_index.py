"""The index as the operator of the sources sees it: bring it up to date, ask what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from indexer.build import BuildReport, Progress, build_index
from indexer.embedder import load_embedder, model_name
from indexer.errors import IndexDamaged, IndexMissing
from indexer.groups import CORPUS, groups_of
from indexer.index import GroupRecord, Manifest, current_build, read_passages
from indexer.library.entry import Entry
from indexer.passages import Passage
from indexer.settings import IndexSettings

Place = Literal["in", "behind", "absent"]
"""In the index as it is now, in the index as it was before, or not in the index."""


def group_name(source_id: str) -> str:
    """Return the name of the group of a source of the library."""
    return f"bron:{source_id}"


def bring_up_to_date(settings: IndexSettings, progress: Progress) -> BuildReport:
    """Build the index if anything changed; without changes no model is loaded.

    Raises:
        AppError: as `build_index`.
    """
    return build_index(settings, lambda: load_embedder(settings), progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the current build holds, without a model being loaded; empty when there is none."""

    model: str
    """The model that the settings name."""
    folder: Path | None = None
    manifest: Manifest | None = None
    problem: str | None = None
    """Why there is no index, in Dutch."""
    fresh: Mapping[str, str] = field(default_factory=dict)
    """Group -> the digest that it would have in a new build."""

    @property
    def groups(self) -> Mapping[str, GroupRecord]:
        """The groups of the build."""
        return self.manifest.groups if self.manifest else {}

    @property
    def up_to_date(self) -> bool:
        """True when a new build would be the same."""
        held = {name: record.digest for name, record in self.groups.items()}
        return self.manifest is not None and held == self.fresh and self.same_model

    @property
    def same_model(self) -> bool:
        """True when the build was made with the model that the settings name."""
        return self.manifest is not None and self.manifest.model == self.model

    @property
    def digest_passages(self) -> int:
        """How many passages the digests of the corpus have."""
        return len(self.groups[CORPUS].passages) if CORPUS in self.groups else 0

    @property
    def original_passages(self) -> int:
        """How many passages the sources of the library have."""
        return sum(len(record.passages) for record in self.groups.values()) - self.digest_passages

    def count(self, entry: Entry) -> int:
        """Return how many passages of a source the build holds."""
        record = self.groups.get(group_name(entry.id))
        return len(record.passages) if record else 0

    def place(self, entry: Entry) -> Place:
        """Return whether the build holds a source as it is now."""
        record = self.groups.get(group_name(entry.id))
        if record is None:
            return "absent"
        return "in" if record.digest == self.fresh.get(group_name(entry.id)) else "behind"

    def passages(self, entry: Entry) -> tuple[Passage, ...]:
        """Read the passages of a source.

        Raises:
            IndexDamaged: they cannot be read.
        """
        record = self.groups.get(group_name(entry.id))
        if record is None or self.folder is None:
            return ()
        return read_passages(self.folder, record.start, record.end)


def held_now(settings: IndexSettings, today: date) -> Held:
    """Return what the current build holds.

    Raises:
        LibraryDamaged: an entry of the library cannot be read.
    """
    fresh = {group.name: group.digest for group in groups_of(settings, today)}
    model = model_name(settings)
    try:
        folder = current_build(settings.index_dir)
        manifest = Manifest.read(folder)
    except IndexMissing:
        problem = "Er is nog geen index. Maak hem met `loket index`."
    except IndexDamaged:
        problem = "De index is van een ander programma, of beschadigd. Maak hem met `loket index`."
    else:
        return Held(model=model, folder=folder, manifest=manifest, fresh=fresh)
    return Held(model=model, problem=problem, fresh=fresh)
