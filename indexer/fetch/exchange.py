"""One request and its answer: no redirect is followed here and nothing is tried twice."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

import httpcore2
import httpx2

from indexer.errors import SourceRefused
from indexer.fetch.answers import busy, retry_after
from indexer.fetch.body import ACCEPTED, save, too_large, unpacked
from indexer.fetch.connect import Deadline, GuardedBackend, GuardedTransport
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.guard import Guard, shown
from indexer.fetch.rules import FetchRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer; size and digest are of the body, which is read only when the status is 200."""

    status: int
    headers: httpx2.Headers
    charset: str | None = None
    size: int = 0
    sha256: str = ""


class Exchange:
    """Sends one request at a time, each over a connection of its own.

    A connection is not kept for the next request: between two requests to a host lies a pause, and
    so every request has its own time limit and its own look-up of the name.
    """

    def __init__(
        self, rules: FetchRules, guard: Guard, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take the limits and who may be reached.

        Raises:
            OSError: the file with certificate authorities cannot be read.
        """
        self._rules, self._guard, self._clock = rules, guard, clock
        self._trust = (
            ssl.create_default_context(cafile=str(rules.authorities))
            if rules.authorities
            else httpx2.create_ssl_context(trust_env=False)
        )

    def get(
        self, url: httpx2.URL, sink: BinaryIO, *, most: int, headers: Mapping[str, str]
    ) -> Reply:
        """Ask for the address and write the body to the sink, from its beginning.

        Args:
            url: An address that the guard has checked.
            sink: An empty file, or one whose content is to be replaced.
            most: The most bytes that the body may be, unpacked.
            headers: What to send besides our name.

        Raises:
            SourceRefused: the host may not be reached, or the body is too large.
            SourceUnreachable: the server does not answer, or not as it should, or not in time.
        """
        name = shown(str(url))
        sink.seek(0)
        sink.truncate()
        deadline = Deadline(name, self._rules.seconds_total, self._clock)
        transport = GuardedTransport(GuardedBackend(self._guard, deadline, name), self._trust)
        timeout = httpx2.Timeout(self._rules.seconds_read, connect=self._rules.seconds_connect)
        sent = {"User-Agent": self._rules.user_agent, "Accept-Encoding": ACCEPTED, **headers}
        with (
            _in_dutch(name),
            httpx2.Client(transport=transport, trust_env=False, timeout=timeout) as client,
            client.stream("GET", url, headers=sent, follow_redirects=False) as response,
        ):
            return _read(response, sink, most, name)


def _read(response: httpx2.Response, sink: BinaryIO, most: int, name: str) -> Reply:
    status, headers = response.status_code, response.headers
    if status == 429 or status >= 500:
        raise busy(name, status, retry_after(headers.get("retry-after"), datetime.now(UTC)))
    if status != 200:
        return Reply(status=status, headers=headers)
    if int(headers.get("content-length", "0")) > most:  # digits: h11 saw to that
        raise too_large(name, most)
    chunks = unpacked(response.iter_raw(), headers.get("content-encoding", ""), name=name)
    size, sha256 = save(chunks, sink, most=most, name=name)
    return Reply(
        status=status,
        headers=headers,
        charset=response.charset_encoding,
        size=size,
        sha256=sha256,
    )


@contextmanager
def _in_dutch(name: str) -> Iterator[None]:
    try:
        yield
    except httpcore2.ConnectTimeout as error:
        raise SourceUnreachable(name, "De server neemt niet op.", again=True) from error
    except httpcore2.TimeoutException as error:
        raise SourceUnreachable(
            name, "De server geeft te lang geen antwoord.", again=True
        ) from error
    except httpcore2.NetworkError as error:
        below = error.__context__  # not the cause: httpcore2's pool raises `from None`
        if isinstance(below, ssl.SSLCertVerificationError):
            raise SourceRefused(
                name,
                f"Het beveiligingscertificaat van de server deugt niet ({below.verify_message}).",
                "Controleer het webadres; haal het bestand anders zelf op.",
            ) from error
        raise SourceUnreachable(
            name, "De verbinding met de server lukt niet of viel weg.", again=True
        ) from error
    except httpcore2.RemoteProtocolError as error:
        raise SourceUnreachable(
            name, "Het antwoord van de server kwam beschadigd of half aan.", again=True
        ) from error
    except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol, UnicodeError) as error:
        raise SourceRefused(
            name, "Dit adres is niet op te vragen.", "Controleer het webadres."
        ) from error
