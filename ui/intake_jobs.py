"""THE STORY of a source over REST: it waits -> is read -> taken into the library -> indexed.

One thread does it all, one document after another, so the library and the index have one writer
here. Everything that waits is taken in before the index is built, so ten documents cost one build.
What is to be done stands on disk (`ui.intake_notes`): a server that is stopped or killed in the
middle goes on with it the next time it runs.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from assistant.language import detect_language
from indexer.embedder import Embedder, load_embedder
from indexer.errors import AppError, IndexBusy, SourceRefused
from indexer.library.door import Door
from indexer.library.intake import Arrival
from indexer.settings import IndexSettings
from ui.intake_desk import IntakeDesk
from ui.intake_notes import Note, Step, now
from ui.intake_shelving import shelve
from ui.live import LiveAssistant
from ui.problems import one_line

logger = logging.getLogger(__name__)

_AGAIN = 30.0  # seconds before what failed for a reason of ours is tried again
_BUSY = 2.0  # seconds before asking again whether another process is done building
_LOOK = 3_600.0  # seconds between two looks for what is too old to keep
_PATIENCE = 5.0  # seconds that a stop waits for the thread


class _Dropped(Exception):
    """Nobody wants this work any more: the server stops, or the source was removed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Which document is being read, and how far it is in pages (0 of 0 when it has none)."""

    source_id: str
    done: int = 0
    total: int = 0


class IntakeWorker:
    """Does what was handed in at the desk."""

    def __init__(
        self,
        desk: IntakeDesk,
        live: LiveAssistant,
        *,
        load: Callable[[IndexSettings], Embedder] = load_embedder,
    ) -> None:
        """Take the desk, the assistant that must see new sources, and what loads the model.

        The model is loaded only when the assistant has none open to share.
        """
        self._desk = desk
        self._live = live
        self._load = load
        self._stop = threading.Event()
        self.reading: Reading | None = None
        self.trouble: AppError | None = None
        """Why nothing goes on for the moment, though nothing is wrong with a document."""

    @contextmanager
    def working(self) -> Iterator[None]:
        """Work in the background for as long as the block runs; then stop within seconds."""
        self._stop.clear()
        thread = threading.Thread(target=self._run, name="intake", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            self._desk.knock.set()
            thread.join(_PATIENCE)
            if thread.is_alive():
                logger.warning("Het opnemen van een bron stopt niet; dat gebeurt bij het afsluiten")

    def _run(self) -> None:
        self._desk.notes.sweep()
        while not self._stop.is_set():
            self._desk.knock.clear()
            seconds = self._work()
            self._desk.knock.wait(seconds)

    def _work(self) -> float:
        """Do all there is to do; return after how many seconds to look again."""
        try:
            self._do_all()
        except _Dropped:
            return 0.0
        except AppError as error:
            if not isinstance(error, IndexBusy):
                self._log(error)
            self.trouble = error
            return _BUSY if isinstance(error, IndexBusy) else _AGAIN
        except Exception as error:  # noqa: BLE001  # logged by _log, once
            # Whatever goes wrong here, the next document must not wait for ever.
            trouble = AppError(f"Er ging iets mis aan onze kant ({type(error).__name__}).")
            self._log(trouble, crash=error)
            self.trouble = trouble
            return _AGAIN
        self.trouble = None
        return _LOOK

    def _do_all(self) -> None:
        while waiting := self._desk.notes.at("waiting"):
            if self._stop.is_set():
                raise _Dropped
            self._take(waiting[0])
        self._build()
        for note in self._desk.notes.old():
            self._desk.notes.forget(note)

    def _log(self, error: AppError, *, crash: Exception | None = None) -> None:
        if str(error) != str(self.trouble):  # said once, not every time it is tried again
            logger.warning("%s [%s]", one_line(error), error, exc_info=crash)

    def _take(self, note: Note) -> None:
        """Read a document and take it in, or write down why not."""
        self.reading = Reading(note.id)
        try:
            with self._arrival(note) as arrival:
                shelve(self._desk, note, arrival)
        except SourceRefused as error:
            self._desk.refuse(note, error)
        except _Dropped:
            if self._stop.is_set():
                raise
        except (AppError, OSError):
            raise
        except Exception:
            logger.exception("Een document kan niet worden gelezen")
            reason = "Bij het lezen ging iets mis aan onze kant."
            advice = "Het logboek van de server zegt wat. Probeer een ander exemplaar."
            self._desk.refuse(note, SourceRefused(note.name, reason, advice))
        finally:
            self.reading = None

    @contextmanager
    def _arrival(self, note: Note) -> Iterator[Arrival]:
        def hear(done: int, total: int) -> None:
            self.reading = Reading(note.id, done, total)
            if self._stop.is_set() or self._desk.notes.read(note.id) != note:
                raise _Dropped

        door = Door(self._desk.settings, detect_language, progress=hear)
        if note.address is None:
            path = self._desk.notes.bytes_of(note)
            if not path.is_file() and self._desk.notes.read(note.id) == note:
                reason = "Het bestand is niet meer op de server."
                raise SourceRefused(note.name, reason, "Stuur het opnieuw.")
            yield door.read(path, name=note.name)
            return
        with door.fetcher() as fetcher, door.address(note.address, fetcher) as arrival:
            if arrival is None:  # pragma: no cover  # nothing is asked with a condition
                raise SourceRefused(note.name, "Het document is niet opgehaald.")
            yield arrival

    def _build(self) -> None:
        """Bring the index up to date with what was taken in or removed since."""
        from indexer.build import build_index

        desk = self._desk
        if not (notes := desk.notes.at("taken", "removing")):
            return
        build_index(desk.settings, self._embedder, self._hear_build)
        if self._stop.is_set():
            raise _Dropped
        self._live.refresh()
        for note in notes:
            with desk.lock:
                if desk.notes.read(note.id) == note:
                    step: Step = "done" if note.step == "taken" else "removed"
                    desk.notes.write(replace(note, step=step, at=now()))

    def _hear_build(self, _what: str, _done: int, _total: int) -> None:
        if self._stop.is_set():
            raise _Dropped

    def _embedder(self) -> Embedder:
        """Return the model that answers questions; load one when there is no index yet."""
        try:
            with self._live.using() as assistant:
                return assistant.index.embedder
        except AppError:
            return self._load(self._desk.settings)
