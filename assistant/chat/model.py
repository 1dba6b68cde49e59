"""One chat model: it drafts, sentence by sentence, within a time limit.

A model that keeps failing is left alone for a while (a circuit breaker), so that a dead server does
not cost every visitor the time limit.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from assistant.chat.deadline import read_within, status_of
from assistant.chat.draft import Drafted, sentences_of
from assistant.chat.structured import schema, sentences_in
from indexer.errors import AppError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Form = Literal["json", "text"]
"""How a model writes its draft: to a JSON schema, or as a sentence a line."""
Piece = TypeVar("Piece")

_FAILURES = 3
_PAUSE = 60.0  # seconds that a model is left alone after so many failures in a row
_REFUSALS = (400, 404, 415, 422, 501)
"""HTTP statuses by which a server says that it does not know a schema."""

_CUT_SHORT = ("LengthFinishReasonError", "OutputParserException")
"""How the clients of providers tell that a draft reached its limit of tokens. What came counts."""

_log = logging.getLogger(__name__)


class DraftFailed(AppError):
    """The model gave no whole draft; `reason` is a word for the trace: slow, broken, resting."""

    def __init__(self, reason: str) -> None:
        """Say why in one word."""
        super().__init__(reason)
        self.reason = reason


class ChatModel:
    """A language model that drafts within a time limit."""

    def __init__(
        self,
        model: BaseChatModel,
        name: str,
        *,
        seconds: float,
        form: Form = "text",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take a LangChain model, its name, how long one draft may take, and how it writes."""
        self._model = model
        self.name = name
        self.form: Form = form
        """How it writes; a server that refuses a schema turns "json" into "text" for good."""
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._resting_until = 0.0

    def draft(
        self, system: Callable[[Form], str], prompt: str, language: str, issued: int
    ) -> Generator[Drafted]:
        """Yield the sentences of a draft as they are completed.

        `system` gives the instructions for the way in which the model writes, and `issued` tells
        how many sources the prompt holds.

        Raises:
            DraftFailed: it took too long, broke off, or failed too often lately.
        """
        with self._watched():
            until = self._clock() + self._seconds
            if self.form == "json":
                try:
                    drafts = self._read(self._to_schema(system("json"), prompt, issued), until)
                    yield from sentences_in(drafts, language)
                except _Refused as refusal:
                    _log.info("%s knows no JSON schema (%s): it drafts lines", self.name, refusal)
                    self.form = "text"
                else:
                    return
            pieces = self._read(self._in_lines(system("text"), prompt), until)
            yield from sentences_of(pieces, language)

    def reply(self, system: str, prompt: str, *, seconds: float) -> str:
        """Return the whole of a short reply.

        Raises:
            DraftFailed: it took longer than `seconds`, broke off, or failed too often lately.
        """
        with self._watched():
            until = self._clock() + min(seconds, self._seconds)
            return "".join(self._read(self._in_lines(system, prompt), until))

    def _read(self, attempt: Callable[[], Iterable[Piece]], until: float) -> Iterator[Piece]:
        return read_within(attempt, until - self._clock(), self._clock)

    def _in_lines(self, system: str, prompt: str) -> Callable[[], Iterator[str]]:
        def attempt() -> Iterator[str]:
            for piece in self._model.stream([("system", system), ("human", prompt)]):
                yield str(piece.text)

        return attempt

    def _to_schema(self, system: str, prompt: str, issued: int) -> Callable[[], Iterator[Any]]:
        def attempt() -> Iterator[Any]:
            try:
                held = self._model.with_structured_output(schema(issued), method="json_schema")
                yield from held.stream([("system", system), ("human", prompt)])
            # How LangChain's classes say that a provider has no such way.
            except (NotImplementedError, TypeError) as error:
                raise _Refused(type(error).__name__) from error
            except Exception as error:  # each provider raises its own kinds
                if status_of(error) in _REFUSALS:
                    raise _Refused(status_of(error)) from error
                if type(error).__name__ not in _CUT_SHORT:
                    raise

        return attempt

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Refuse while the model rests; count failures and name them."""
        with self._lock:
            if self._clock() < self._resting_until:
                raise DraftFailed("resting")
        failed = True
        try:
            yield
            failed = False
        except GeneratorExit:  # whoever read the draft has had enough of it: no failure
            failed = False
            raise
        except TimeoutError as error:
            raise DraftFailed("slow") from error
        except Exception as error:  # each provider raises its own kinds; there is no draft
            raise DraftFailed("broken") from error
        finally:
            self._note(failed=failed)

    def _note(self, *, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= _FAILURES:
                self._failures = 0
                self._resting_until = self._clock() + _PAUSE


class _Refused(Exception):
    """The server, or its client, cannot hold a model to a schema."""

    status_code = 400  # asking the same again is of no use
