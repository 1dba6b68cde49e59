"""How a source fares: what the library, the note of REST, the worker and the open index say of it.

None of these alone knows. The library knows what was taken in, the note what is asked and not done
yet, the worker what happens now; and only the index that is open says what answers can use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indexer.errors import AppError
from indexer.library.entry import Entry
from ui.errors import UnknownName
from ui.intake_desk import IntakeDesk
from ui.intake_jobs import IntakeWorker
from ui.intake_notes import Note, Step
from ui.live import LiveAssistant
from ui.operator_schemas import SourceStatusOut, State
from ui.problems import row_for

_UNFINISHED = ("waiting", "reading", "indexing", "removing")
_BEFORE_THE_INDEX = ("indexing", "removing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """All that is known of one source; entry or note is there."""

    entry: Entry | None
    note: Note | None
    passages: int | None
    """How many the open index holds; None when the source is not in it."""


def status_of(
    desk: IntakeDesk, worker: IntakeWorker, live: LiveAssistant, source_id: str
) -> SourceStatusOut:
    """Tell how a source fares.

    Raises:
        UnknownName: the library has no such source, and nothing was asked about it lately.
        LibraryDamaged: its entry cannot be read.
    """
    note, entry = _known(desk, source_id)
    passages = _in_index(live, source_id)
    known = _Known(entry=entry, note=note, passages=passages)
    reading = worker.reading
    now_read = reading if reading and reading.source_id == source_id else None
    state: State = _state(known)
    state = "reading" if state == "waiting" and now_read else state
    held_up = worker.trouble or (live.fault if state in _BEFORE_THE_INDEX else None)
    reason, advice = _why(known, state, held_up)
    version = entry.current(date.today()) if entry else None
    return SourceStatusOut(
        id=source_id,
        state=state,
        title=_title(known),
        label=entry.label if entry and entry.versions else None,
        versions=len(entry.versions) if entry else 0,
        pages=now_read.total or None if now_read else version.pages if version else None,
        pages_read=now_read.done if now_read and now_read.total else None,
        passages=passages or 0,
        remarks=list(version.remarks) if version else [],
        quotable=version.mangled is None if version else None,
        likeness=note.likeness if note else None,
        merged_into=note.merged_into if note else None,
        reason=reason,
        advice=advice,
    )


def _known(desk: IntakeDesk, source_id: str) -> tuple[Note | None, Entry | None]:
    note, entry = desk.notes.read(source_id), desk.library.get(source_id)
    if note is None and entry is None:
        with desk.lock:  # whoever holds it may just be putting the one in place of the other
            note, entry = desk.notes.read(source_id), desk.library.get(source_id)
    if note is None and entry is None:
        raise UnknownName("bron", source_id)
    return note, entry


_ALONE: Mapping[Step, State] = {
    "waiting": "waiting",
    "taken": "indexing",
    "done": "merged",
    "failed": "failed",
    "removing": "removing",
    "removed": "removed",
}
"""What a note says that has no entry beside it."""


def _state(known: _Known) -> State:
    step = known.note.step if known.note else "done"
    if known.entry is None:
        return _ALONE[step]
    if step in ("waiting", "taken"):
        return _ALONE[step]
    if known.entry.state != "ready":
        return known.entry.state
    return "indexing" if known.passages is None else "ready"


def _why(known: _Known, state: State, trouble: AppError | None) -> tuple[str | None, str | None]:
    """Return why a source failed, or what holds up one that is not finished; and what to do."""
    if state == "failed":
        if known.note and known.note.step == "failed":
            return known.note.reason, known.note.advice
        return (known.entry.reason if known.entry else None), None
    if state in _UNFINISHED and trouble is not None:
        row = row_for(trouble)
        return f"{row.title}.", row.way_out
    return None, None


def _title(known: _Known) -> str:
    if known.entry and known.entry.versions:
        return known.entry.source.title
    return known.note.title if known.note else known.entry.source.title if known.entry else ""


def _in_index(live: LiveAssistant, source_id: str) -> int | None:
    try:
        with live.using(patient=False) as assistant:
            record = assistant.index.manifest.groups.get(f"bron:{source_id}")
    except AppError:
        return None
    return len(record.passages) if record else None
