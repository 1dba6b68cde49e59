"""The story of fetching: a document comes whole into its file, or the file stays as it was."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self
from uuid import uuid4

from indexer.errors import SourceRefused
from indexer.fetch.answers import mark, no_document
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.guard import Resolve, shown
from indexer.fetch.rules import Fetched, FetchRules, Unchanged

if TYPE_CHECKING:
    from indexer.fetch.visit import Arrival

PART = ".fetch-{}.part"
"""What a file that is still coming in is called; only a killed process leaves one behind."""


class Fetcher:
    """Fetches documents from the web; threads may share it. Use it in a `with`."""

    def __init__(
        self,
        rules: FetchRules,
        *,
        resolve: Resolve = socket.getaddrinfo,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the rules and, for tests, who looks names up and how time passes.

        Raises:
            OSError: the file with certificate authorities cannot be read.
        """
        from indexer.fetch.visit import Visitor

        self._visitor = Visitor(rules, resolve=resolve, sleep=sleep, clock=clock)

    def __enter__(self) -> Self:
        """Return the fetcher."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing more: between two requests no connection is open."""

    def fetch(
        self, url: str, to: Path, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | Unchanged:
        """Fetch a document into a file, which is only touched when the document is whole.

        Args:
            url: An http or https address.
            to: The file to write or replace; its folder must be there.
            etag: What `Fetched` told the last time, to ask only whether it changed.
            last_modified: The same.

        Raises:
            SourceRefused: this address gives no document, now or later.
            SourceUnreachable: it does not now; it may later.
        """
        marks = {"If-None-Match": mark(etag), "If-Modified-Since": mark(last_modified)}
        asked = {header: value for header, value in marks.items() if value}
        with _incoming(to, shown(url)) as (part, sink):
            arrival = self._visitor.visit(url, sink, asked)
            if arrival.reply.status == 304 and asked:
                return _unchanged(arrival, etag, last_modified)
            _demand_document(arrival)
            sink.close()
            part.replace(to)
        return _fetched(arrival)


@contextmanager
def _incoming(to: Path, name: str) -> Iterator[tuple[Path, BinaryIO]]:
    """Open a file beside the one to write; whatever happens, it does not stay under this name."""
    part = to.with_name(PART.format(uuid4().hex))
    try:
        with part.open("xb") as sink:
            yield part, sink
    except OSError as error:
        raise SourceUnreachable(
            name,
            f"Het document kan niet worden opgeslagen in {to.parent}: {error.strerror or error}.",
            "Maak ruimte vrij of maak de map beschrijfbaar.",
        ) from error
    finally:
        with suppress(OSError):  # it became the document, or was never there
            part.unlink()


def _demand_document(arrival: Arrival) -> None:
    name = shown(str(arrival.url))
    if arrival.reply.status != 200:
        raise no_document(name, arrival.reply.status)
    if arrival.reply.size == 0:
        raise SourceRefused(
            name, "Het document is leeg.", "Controleer het webadres in een browser."
        )


def _unchanged(arrival: Arrival, etag: str | None, last_modified: str | None) -> Unchanged:
    headers = arrival.reply.headers
    return Unchanged(
        url=str(arrival.url),
        etag=mark(headers.get("etag")) or etag,
        last_modified=mark(headers.get("last-modified")) or last_modified,
        checked_at=datetime.now(UTC),
    )


def _fetched(arrival: Arrival) -> Fetched:
    reply, headers = arrival.reply, arrival.reply.headers
    return Fetched(
        url=str(arrival.url),
        size=reply.size,
        sha256=reply.sha256,
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower() or None,
        charset=reply.charset,
        etag=mark(headers.get("etag")),
        last_modified=mark(headers.get("last-modified")),
        fetched_at=datetime.now(UTC),
    )
