"""The assistant that goes on while its index is replaced underneath it.

Whoever answers takes the current assistant with `using()`. A new build is opened beside it and
swapped in; the old one is closed when its last reader is done. A build that cannot be opened
changes nothing but `fault`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from assistant.assemble import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from assistant.verified import VerifiedAnswers
from indexer.embedder import Embedder, load_embedder
from indexer.errors import AppError
from indexer.index import Index, current_build
from indexer.settings import IndexSettings
from ui.errors import NotReady
from ui.problems import one_line

logger = logging.getLogger(__name__)

Opener = Callable[..., Assistant]
"""Takes the two settings and the embedder; and `verified`, where there are verified answers."""

# The first question loads what the libraries keep for their first use: let nobody wait for it.
_WARM_UP = "Wat doet het loket?"


class _Lease:
    """An open assistant and how many are reading it; guarded by the lock of its owner."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.readers = 0
        self.retired = False

    @property
    def folder(self) -> Path:
        return self.assistant.index.folder

    @property
    def over(self) -> bool:
        return self.retired and not self.readers


class LiveAssistant:
    """Opens the model once and the index again whenever its pointer names another build."""

    def __init__(  # noqa: PLR0913 — what a server may have or not
        self,
        index_settings: IndexSettings,
        settings: AssistantSettings,
        *,
        load: Callable[[IndexSettings], Embedder] = load_embedder,
        opener: Opener = open_assistant,
        start_seconds: float = 30.0,
        verified: VerifiedAnswers | None = None,
        opened: Callable[[Index], object] | None = None,
    ) -> None:
        """Open nothing yet: `refresh()` or `watching()` does.

        Args:
            index_settings: which index, and which model it was made with.
            settings: what the assistant is told.
            load: loads the embedding model, once.
            opener: opens the current index and assembles the assistant.
            start_seconds: how long to wait, at most, for the first attempt to open an index.
            verified: the answers that the desk approved, handed to the opener when there are any.
            opened: told of each index that is opened, once questions are answered from it.
        """
        self._index_settings = index_settings
        self._settings = settings
        self._load = load
        self._opener = opener if verified is None else partial(opener, verified=verified)
        self._opened = opened
        self._start_seconds = start_seconds
        self._embedder: Embedder | None = None
        self._lock = threading.Lock()
        self._refreshing = threading.Lock()
        self._tried = threading.Event()
        self._current: _Lease | None = None
        self._fault: AppError | None = NotReady()
        self._broken: Path | None = None

    @property
    def settings(self) -> AssistantSettings:
        """What the assistant was told."""
        return self._settings

    @property
    def library_dir(self) -> Path:
        """Where the files of the operator's own sources are."""
        return self._index_settings.library_dir

    @property
    def fault(self) -> AppError | None:
        """Why the build that the pointer names is not open; None when it is."""
        return self._fault

    def wait(self) -> None:
        """Wait for the first attempt to open an index to succeed or fail, but not for ever."""
        self._tried.wait(self._start_seconds)

    @contextmanager
    def using(self, *, patient: bool = True) -> Iterator[Assistant]:
        """Lend the current assistant; its index stays open until it is given back.

        Args:
            patient: wait for the first attempt to open an index, which takes a few seconds.

        Raises:
            AppError: no index is open; the error says why.
        """
        if patient:
            self.wait()
        with self._lock:
            lease = self._current
            if lease is None:
                raise (self._fault or NotReady()).with_traceback(None)
            lease.readers += 1
        try:
            yield lease.assistant
        finally:
            with self._lock:
                lease.readers -= 1
                over = lease.over
            if over:
                lease.assistant.index.close()

    def refresh(self) -> None:
        """Open the build that the pointer names, unless it is open already."""
        with self._refreshing:
            before = self._current
            try:
                folder = current_build(self._index_settings.index_dir)
                if self._current is not None and folder == self._current.folder:
                    self._fault = self._broken = None
                elif self._current is None or folder != self._broken:
                    self._open(folder)
            except AppError as error:
                self._note(error)
            except Exception as error:  # noqa: BLE001  # logged by _note, once
                # Whatever a broken build throws, the one that is open goes on.
                problem = f"de index kan niet worden geopend ({type(error).__name__})."
                self._note(AppError(problem), crash=error)
            finally:
                self._tried.set()
            if self._current is not before:
                self._tell()

    @contextmanager
    def watching(self, seconds: float) -> Iterator[None]:
        """Refresh in the background, now and every so many seconds; close at the end."""
        stop = threading.Event()

        def look() -> None:
            self.refresh()
            while not stop.wait(seconds):
                self.refresh()

        thread = threading.Thread(target=look, name="index-watch", daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()
            self.close()

    def close(self) -> None:
        """Close the current assistant as soon as nobody reads it."""
        self._fault = NotReady()
        self._swap(None)

    def _open(self, folder: Path) -> None:
        self._broken = folder  # until it proves otherwise, so that it is not tried over and over
        if self._embedder is None:
            self._embedder = self._load(self._index_settings)
        assistant = self._opener(self._index_settings, self._settings, self._embedder)
        try:
            assistant.invoke(_WARM_UP)
        except BaseException:
            assistant.index.close()
            raise
        self._fault = self._broken = None
        self._swap(_Lease(assistant))

    def _tell(self) -> None:
        """Tell of the index that was opened; whatever comes of it, questions are answered."""
        if self._opened is None:
            return
        try:
            with self.using(patient=False) as assistant:
                self._opened(assistant.index)
        except AppError as error:
            logger.warning("%s", one_line(error))
        except Exception:  # whatever is called: the index is open and must stay in use
            logger.warning(
                "Wat na het openen van de index moest gebeuren, mislukte.", exc_info=True
            )

    def _note(self, error: AppError, *, crash: Exception | None = None) -> None:
        if str(error) != str(self._fault):  # said once, not every time it is tried again
            goes_on = "De geopende index blijft in gebruik. " if self._current else ""
            logger.warning("%s %s[%s]", one_line(error), goes_on, error, exc_info=crash)
        self._fault = error

    def _swap(self, fresh: _Lease | None) -> None:
        with self._lock:
            old, self._current = self._current, fresh
            if old is not None:
                old.retired = True
            over = old is not None and old.over
        if fresh is not None:
            logger.info("Index %s is geopend.", fresh.folder.name)
        if old is not None and over:
            old.assistant.index.close()
