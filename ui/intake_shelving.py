"""A document that came over REST and has been read goes onto the shelf of its source.

It has a place of its own from the moment that it was sent, because whoever sent it must be able to
ask about it. When it proves to be a version of another source, it goes there and the place is
left with a note that says so.
"""

from __future__ import annotations

from dataclasses import replace

from indexer.library.duplicates import ALIKE, likeness, signature
from indexer.library.entry import Entry
from indexer.library.intake import Arrival, TakenIn, take_in
from ui.intake_desk import IntakeDesk, registered_at, reserved
from ui.intake_notes import Note, now


def shelve(desk: IntakeDesk, note: Note, arrival: Arrival) -> None:
    """Take a document into the library, unless its note changed: then nobody wants it any more.

    Raises:
        SourceRefused: it says next to nothing.
        IndexBusy: another process keeps writing.
        FolderNotWritable: the library cannot be written.
        LibraryDamaged: an entry of the library cannot be read.
    """
    register = registered_at(desk.settings, note.address) if note.address else None
    arrival = replace(arrival, origin=note.origin, said=note.said, register=register)
    with desk.lock:
        if desk.notes.read(note.id) != note:
            return
        own = desk.library.get(note.id) or reserved(note, register)
        if not own.versions:
            _keep_place(desk, own, aside=_is_like_another(desk, own, arrival))
        _note_taken(desk, note, take_in(desk.library, arrival))


def _keep_place(desk: IntakeDesk, own: Entry, *, aside: bool) -> None:
    """Let the library find the kept place by its origin, or not: then it looks among the others."""
    with desk.library.writing():
        desk.library.save(replace(own, origin=f"{own.origin} (in behandeling)") if aside else own)


def _is_like_another(desk: IntakeDesk, own: Entry, arrival: Arrival) -> bool:
    """True for a document that is another version of a source that is there already."""
    if arrival.said.apart or arrival.register:
        return False
    mark = signature(arrival.extract)
    return any(
        likeness(mark, version.signature) >= ALIKE
        for entry in desk.library.entries()
        if entry.id != own.id
        for version in entry.versions
    )


def _note_taken(desk: IntakeDesk, note: Note, taken: TakenIn) -> None:
    into = taken.entry.id if taken.entry.id != note.id else None
    if into:
        with desk.library.writing():
            desk.library.remove(note.id)
    desk.notes.write(
        replace(
            note,
            step="taken",
            at=now(),
            title=taken.entry.source.title,
            likeness=taken.likeness or None,
            merged_into=into,
        )
    )
    desk.notes.bytes_of(note).unlink(missing_ok=True)
