"""Several files in one zip: the same bytes for the same content, and a careful way back."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping

from assistant.desk.errors import DeskRefused

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,  # encrypted, or packed in a way that is not known
)
"""What a damaged zip makes the standard library raise."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Put files in a zip, in their order, without the time or the machine on which it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, content, compresslevel=6)
    return packed.getvalue()


def take_out(packed: bytes, name: str, *, most: int) -> bytes:
    """Take one file out of a zip.

    Args:
        packed: the zip.
        name: the file's name.
        most: how many bytes it may hold; more is never unpacked.

    Raises:
        DeskRefused: this is no zip, it is broken, or the file is not in it or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(name) as file:
            content = file.read(most + 1)
    except KeyError as error:
        raise DeskRefused(
            f"In dit bestand zit geen {name}: het is geen dossier van ons."
        ) from error
    except _BROKEN as error:
        raise DeskRefused(
            "Dit bestand is geen leesbaar zipbestand. Gebruik het dossier zoals het is opgehaald."
        ) from error
    if len(content) > most:
        raise DeskRefused(
            f"{name} in dit bestand is te groot: het meeste is {most // 1_000_000} MB."
        )
    return content
