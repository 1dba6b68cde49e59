"""How much a document may ask of us; beyond it, it is refused with the reason."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that reading one document may cost."""

    file_bytes: int = 50 * MEGABYTE
    pages: int = 2_000
    seconds: int = 600
    """Wall-clock time for reading one document."""
    memory_bytes: int = 2_048 * MEGABYTE
    """Address space of the process that reads."""
    unpacked_bytes: int = 200 * MEGABYTE
    """What a zip (a Word document is one) may hold when unpacked, all files together."""
    unpacked_ratio: int = 200
    """How many times larger a file in a zip may be than it is packed."""
    text_characters: int = 20_000_000
