"""The nouns of fetching: how we fetch, and what we got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRules:
    """How long, how much and how often we ask; sizes in bytes, times in seconds."""

    user_agent: str
    """Who asks: `Loketwijzer/0.1 (+https://…)`; the part before the slash is our robots name."""
    most_bytes: int = 50 * MEGABYTE
    """The most that a document may be, unpacked."""
    seconds_connect: float = 10.0
    seconds_read: float = 30.0
    """Between two pieces of an answer."""
    seconds_total: float = 180.0
    """One request, from connecting to the last byte; waiting for our turn does not count."""
    redirects: int = 5
    retries: int = 3
    """How often we ask again after a first failure that may pass."""
    respect_robots: bool = True
    pause_seconds: float = 1.0
    """Between two requests to one host; robots.txt may ask for more."""
    allow_private: bool = False
    """Whether addresses of a private network may be reached (an intranet)."""
    allowed: frozenset[tuple[str, int]] = frozenset()
    """Further (IP address, port) pairs that may be reached though they are private."""
    authorities: Path | None = None
    """A PEM file with the certificate authorities to trust; None: those of the system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document that was fetched whole; its bytes are in the file that was asked for."""

    url: str
    """Where it came from in the end, after redirects."""
    size: int
    sha256: str
    """Of the bytes in the file, so after unpacking."""
    media_type: str | None
    """As declared, lower case, without parameters."""
    charset: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The document is still as it was when these marks were given out; nothing was written."""

    url: str
    etag: str | None
    last_modified: str | None
    checked_at: datetime
