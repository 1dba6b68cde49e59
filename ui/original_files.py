"""Our own copy of a source's file, sent so that nothing in it can run or load anything.

Only a file is sent that a passage of the open index names and that the library holds as public;
names are compared, never followed, so no address leads to anything else on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import FileResponse, Response

from indexer.library.entry import Entry, Version
from indexer.library.shelf import Library, slug
from indexer.passages import Passage
from indexer.reading.characters import decode
from indexer.reading.media_types import HTML, LAW, MARKDOWN, PDF, TEXT, WORD
from ui.errors import UnknownName

_SHOWN = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
_CONFINED = f"{_SHOWN}; sandbox"  # not for a PDF: some browsers open none in a sandbox
_AS_TEXT = frozenset({HTML, LAW, MARKDOWN, TEXT})
_SUFFIXES: Mapping[str, str] = {PDF: ".pdf", WORD: ".docx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A file of the library, and what to say of it."""

    path: Path
    media_type: str
    """As the file was read, one of `indexer.reading.media_types`."""
    title: str


def find_copy(passages: Iterable[Passage], library: Library, source_id: str, file: str) -> Copy:
    """Find the file of a source that these passages were read from.

    Raises:
        UnknownName: no public passage names it, or the library no longer holds it for all to read.
        LibraryDamaged: what the library knows of the source cannot be read.
    """
    named = any(
        passage.document_id == source_id and passage.file == file and passage.label == "public"
        for passage in passages
    )
    # The library may know better than the index: since it was built, a source can have been taken
    # away or been made internal.
    entry = library.get(source_id) if named else None
    version = _version(entry, file) if entry and entry.label == "public" else None
    if entry is None or version is None or not library.file_of(entry, version).is_file():
        raise UnknownName("bestand", f"{source_id}/{file}")
    return Copy(
        path=library.file_of(entry, version),
        media_type=version.media_type,
        title=entry.source.title,
    )


def _version(entry: Entry, file: str) -> Version | None:
    return next((version for version in entry.versions if version.file == file), None)


def copy_response(copy: Copy) -> Response:
    """Return a file as a browser may have it.

    A PDF is shown in the browser's own viewer. Web pages and other texts are shown as plain text:
    their mark-up, scripts among it, is never carried out on our address. The rest is saved.
    """
    if copy.media_type in _AS_TEXT:
        return Response(
            decode(copy.path.read_bytes()).encode(errors="replace"),
            media_type="text/plain; charset=utf-8",
            headers={"Content-Security-Policy": _CONFINED},
        )
    suffix = _SUFFIXES.get(copy.media_type, ".bin")
    shown = copy.media_type == PDF
    return FileResponse(
        copy.path,
        media_type=copy.media_type if suffix != ".bin" else "application/octet-stream",
        filename=f"{slug(copy.title) or 'bron'}{suffix}",
        content_disposition_type="inline" if shown else "attachment",
        headers={"Content-Security-Policy": _SHOWN if shown else _CONFINED},
    )
