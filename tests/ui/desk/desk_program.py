"""Serves the staff page over a desk that a test has filled: in a process of its own.

Inside the process of the tests a warning is an error, and Gradio's libraries warn.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from indexer.settings import PROJECT
from tests.conftest import SMALL_CORPUS, settings_for
from tests.ui.conftest import live_over
from tests.ui.desk.desk_parts import application, desk_over

_START_SECONDS = 90


@contextmanager
def serving(data: Path, folder: Path) -> Iterator[str]:
    """Run this program over a small index and the desk in a folder; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", __name__, str(data), str(folder), str(port)]
    address = f"http://127.0.0.1:{port}"
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=PROJECT, stdout=log, stderr=subprocess.STDOUT)
        try:
            if not _answers(f"{address}/loket/", server):
                raise RuntimeError((folder / "server.log").read_text()[-4000:])
            yield address
        finally:
            server.terminate()
            server.wait(20)


def _answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address) as reply:  # noqa: S310  # our own server
                return bool(reply.status == 200)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    return False


def main(data: str, folder: str, port: str) -> None:
    """Serve until told to stop."""
    live = live_over(settings_for(SMALL_CORPUS, Path(data)))
    live.refresh()
    desk = desk_over(live, Path(folder))
    uvicorn.run(application(live, desk), port=int(port), log_level="warning", ws="none")


if __name__ == "__main__":
    main(*sys.argv[1:])
