"""The body of an answer: unpacked by ourselves, counted while it comes, whole or not at all.

httpx2 would unpack for us, but it takes a gzip stream that stops half-way, or one with a second
member, for whole, and passes packings that it does not know on as they are. For a document that
is quoted, a text that silently lacks its end is the worst of outcomes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.rules import MEGABYTE

ACCEPTED = "gzip"
"""What we say we can unpack (Accept-Encoding)."""

_PIECE = 64 * 1024  # bytes unpacked at once: what a gzip bomb can cost us in memory


def save(chunks: Iterable[bytes], sink: BinaryIO, *, most: int, name: str) -> tuple[int, str]:
    """Write the chunks and return how many bytes they are and their sha256.

    Raises:
        SourceRefused: they are more than `most` bytes; some have been written then.
    """
    size, digest = 0, hashlib.sha256()
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise too_large(name, most)
        digest.update(chunk)
        sink.write(chunk)
    return size, digest.hexdigest()


def too_large(name: str, most: int) -> SourceRefused:
    """Return the error for a document of more than `most` bytes."""
    limit = f"{most / MEGABYTE:.0f} MB" if most >= MEGABYTE else f"{most} bytes"
    return SourceRefused(
        name, f"Het document is groter dan {limit}.", "Zoek een kleinere versie van het document."
    )


def unpacked(chunks: Iterable[bytes], packing: str, *, name: str) -> Iterator[bytes]:
    """Yield the bytes as they were before they were packed (Content-Encoding).

    Raises:
        SourceRefused: they are packed in a way that we did not ask for.
        SourceUnreachable: they are damaged or stop half-way.
    """
    kind = packing.strip().lower()
    if kind in ("", "identity"):
        return iter(chunks)
    if kind in ("gzip", "x-gzip"):
        return _unzipped(chunks, name)
    raise SourceRefused(
        name,
        f"De server stuurt het document verpakt op een manier die wij niet kennen ({kind[:40]}).",
        "Haal het bestand zelf op en voeg het als bestand toe.",
    )


def _unzipped(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Unpack gzip, also of several members one after the other (RFC 1952, section 2.2)."""
    member = _member()
    try:
        for chunk in chunks:
            rest, more = chunk, bool(chunk)
            while more:
                if member.eof:
                    member = _member()
                piece = member.decompress(rest, _PIECE)
                if piece:
                    yield piece
                rest = member.unused_data if member.eof else member.unconsumed_tail
                # A full piece may leave more inside, even when all that came in was taken.
                more = bool(rest) or (bool(piece) and not member.eof)
    except zlib.error as error:
        raise _damaged(name) from error
    if not member.eof:
        raise _damaged(name)


def _member() -> zlib._Decompress:
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)


def _damaged(name: str) -> SourceUnreachable:
    return SourceUnreachable(name, "Het document kwam beschadigd of half aan.", again=True)
