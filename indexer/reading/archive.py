"""Is it safe to unpack this zip? Looked up in its list of contents, before anything is unpacked."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path

from indexer.errors import SourceRefused
from indexer.reading.limits import MEGABYTE, Limits

MOST_FILES = 5_000
"""A Word document with a thousand pictures has some three thousand."""
_SMALL = 100_000  # bytes: a file this small does no harm, however well it was packed
_DRIVE = re.compile(r"^[a-zA-Z]:")
_ENCRYPTED = 0x1  # bit of the general purpose flag (APPNOTE.TXT 4.4.4)
_AGAIN = "Sla het document opnieuw op en voeg het opnieuw toe."


def check_archive(path: Path, *, name: str, limits: Limits) -> None:
    """Refuse a zip that would unpack to too much, or outside its own folder.

    Python's zipfile never unpacks more of a file than its declared size, so the declared sizes
    are an upper bound that can be trusted.

    Raises:
        SourceRefused: it is damaged, too large, encrypted, or holds a name or link that leads out.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    # NotImplementedError: how zipfile names a kind of compression that it cannot unpack.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SourceRefused(
            name, "Dit bestand is een beschadigd archief.", "Vraag een goed exemplaar op."
        ) from error
    if len(entries) > MOST_FILES:
        raise SourceRefused(
            name, f"Dit bestand bestaat uit meer dan {MOST_FILES} onderdelen.", _AGAIN
        )
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise SourceRefused(
            name,
            f"Dit bestand is uitgepakt groter dan {limits.unpacked_bytes // MEGABYTE} MB.",
            "Verklein de afbeeldingen of splits het document.",
        )
    for entry in entries:
        _check_entry(entry, name, limits)


def _check_entry(entry: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise SourceRefused(
            name, "Dit bestand is met een wachtwoord beveiligd.", "Haal het wachtwoord eraf."
        )
    # orig_filename: zipfile itself cuts a name off at a zero byte.
    parts = entry.orig_filename.replace("\\", "/").split("/")
    outside = parts[0] == "" or ".." in parts or _DRIVE.match(parts[0])
    link = stat.S_ISLNK(entry.external_attr >> 16)
    if outside or link or "\x00" in entry.orig_filename:
        raise SourceRefused(
            name, "Dit bestand wil buiten zijn eigen map schrijven.", f"Vertrouw het niet. {_AGAIN}"
        )
    packed = max(entry.compress_size, 1)
    if entry.file_size > _SMALL and entry.file_size / packed > limits.unpacked_ratio:
        raise SourceRefused(name, "Dit bestand is verdacht sterk ingepakt.", _AGAIN)
