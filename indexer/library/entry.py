"""Entry: one source of the library, with every version of it that was taken in."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from indexer.documents import Label
from indexer.sources import Source

State = Literal["waiting", "ready", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document as it was on the day that it was taken in; dates are ISO."""

    sha256: str
    """Of the file."""
    text_sha256: str
    """Of what it says."""
    file: str
    """Its name within the folder of the entry."""
    name: str
    """What it was called where it came from."""
    media_type: str
    taken_in: str
    """ISO date and time."""
    published: str | None
    valid_from: str | None
    language: str
    pages: int | None
    words: int
    remarks: tuple[str, ...]
    mangled: str | None
    """Why its text may be found but never quoted; None when it reads well."""
    signature: tuple[int, ...]
    """The MinHash of its text."""

    @property
    def dated(self) -> str | None:
        """The day that the document itself bears, as precise as it is known."""
        return self.valid_from or self.published

    @property
    def holds_from(self) -> date:
        """The first day on which it surely held: of a law, else of publication, else taken in.

        Of a month or a year that is its last day, or when that has not come, the day it was taken
        in.
        """
        taken_in = date.fromisoformat(self.taken_in[:10])
        if not self.dated:
            return taken_in
        if len(self.dated) == len("2026-11-22"):
            return date.fromisoformat(self.dated)
        year, month = int(self.dated[:4]), int(self.dated[5:] or 12)
        last = date(year, month, monthrange(year, month)[1])
        has_begun = self.dated <= self.taken_in[: len(self.dated)]
        return min(last, taken_in) if has_begun else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A source of the library. `versions` stand in the order in which they began to hold."""

    source: Source
    label: Label
    topic: str
    origin: str
    """The path or address it was taken from."""
    folder: str | None = None
    """The folder that it is kept equal with (`loket sync`)."""
    registered: bool = False
    """True when the corpus's own register knows this source."""
    state: State = "ready"
    reason: str | None = None
    """Why the last attempt failed, in Dutch."""
    etag: str | None = None
    last_modified: str | None = None
    looked_at: str | None = None
    """ISO date and time of the last look at the origin."""
    versions: tuple[Version, ...] = ()

    @property
    def id(self) -> str:
        """The source id."""
        return self.source.id

    def current(self, today: date) -> Version | None:
        """Return the newest version that holds on a day; before the first one holds, the first."""
        held = [version for version in self.versions if version.holds_from <= today]
        return (held or self.versions[:1] or (None,))[-1]

    def with_version(self, version: Version) -> Entry:
        """Return the entry with one more version, in its place."""
        others = [known for known in self.versions if known.sha256 != version.sha256]
        versions = sorted([*others, version], key=lambda v: (v.holds_from, v.taken_in))
        return replace(self, versions=tuple(versions), state="ready", reason=None)


def to_json(entry: Entry) -> dict[str, Any]:
    """Turn an entry into plain JSON values."""
    return asdict(entry)


def from_json(values: dict[str, Any]) -> Entry:
    """Turn what `to_json` gave back into an entry.

    Raises:
        TypeError: a field is missing or unknown.
        KeyError: source or versions are missing.
        ValueError: a version bears no date.
    """
    versions = tuple(
        Version(
            **{
                **version,
                "remarks": tuple(version["remarks"]),
                "signature": tuple(version["signature"]),
            }
        )
        for version in values["versions"]
    )
    for version in versions:
        _ = version.holds_from
    return Entry(**{**values, "source": Source(**values["source"]), "versions": versions})
