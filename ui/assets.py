"""The stylesheets and scripts of our pages: from this server, and kept by the browser.

An address holds the digest of what it leads to, so a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

FOLDER = "/page"
_FILES = Path(__file__).with_name("static")
_KINDS = {".css": "text/css", ".js": "text/javascript"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@cache
def address(name: str) -> str:
    """Return the address of a file of ours; it changes when the file does.

    Raises:
        FileNotFoundError: there is no such file.
    """
    digest = hashlib.sha256((_FILES / name).read_bytes()).hexdigest()
    return f"{FOLDER}/{name}?v={digest[:12]}"


def serve_assets(app: FastAPI) -> None:
    """Serve the files to whoever asks for one by name."""
    names = {path.name: path for path in _FILES.iterdir() if path.suffix in _KINDS}

    @app.get(f"{FOLDER}/{{name}}", include_in_schema=False)
    def asset(name: str) -> FileResponse:
        if name not in names:
            raise HTTPException(404)
        path = names[name]
        return FileResponse(path, media_type=_KINDS[path.suffix], headers=_FOR_EVER)
