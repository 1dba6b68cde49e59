"""`<data>/server.json`: where the running server can be asked. The command line reads it.

Reading must cost nothing, because a question on the command line may take half a second: only the
standard library here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import FolderNotWritable

FILE = "server.json"


@contextmanager
def announced(data_dir: Path, url: str) -> Iterator[None]:
    """Say where this process can be asked, for as long as the block runs.

    Another server that announces itself in the meantime keeps its own file.

    Raises:
        FolderNotWritable: the data folder cannot be written.
    """
    fresh = data_dir / f"{FILE}.{os.getpid()}"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({"pid": os.getpid(), "url": url}) + "\n", encoding="utf-8")
        fresh.replace(data_dir / FILE)
    except OSError as error:
        raise FolderNotWritable(data_dir) from error
    try:
        yield
    finally:
        if _read(data_dir).get("pid") == os.getpid():
            (data_dir / FILE).unlink(missing_ok=True)


def running_server(data_dir: Path) -> str | None:
    """Return the address that the file names; whether anybody listens there is not known."""
    url = _read(data_dir).get("url")
    return url if isinstance(url, str) and url.startswith("http://") else None


def _read(data_dir: Path) -> dict[str, object]:
    try:
        found = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
