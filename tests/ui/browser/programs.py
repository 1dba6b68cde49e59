"""Starts what the browser tests and the screenshots need: the real server, and Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import BrowserContext, Page, Playwright, ViewportSize

PROJECT = Path(__file__).parents[3]
CHROMIUM = Path("/usr/bin/chromium")
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_START_SECONDS = 90


@contextmanager
def served(environment: Mapping[str, str] = os.environ) -> Iterator[str]:
    """Run the server as an operator does, on a free port; yield its address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "ui", "serve", "--port", str(port)]
    environment = {**environment, "LOKET_ANSWERS_PER_MINUTE": "10000"}
    with (
        TemporaryDirectory() as folder,
        (Path(folder) / "server.log").open("w+", encoding="utf-8") as log,
        subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdout=log, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            if not _answers(address, server):
                log.seek(0)
                raise RuntimeError(f"The server did not start:\n{log.read()[-4000:]}")
            yield address
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Wait until the page itself is there; before that, a waiting page answers with 503."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address) as reply:  # noqa: S310  # our own server
                if reply.status == 200:
                    return True
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    return False


@contextmanager
def browser(
    playwright: Playwright,
    size: ViewportSize,
    *,
    colours: Literal["light", "dark"] = "light",
    scale: float = 1,
) -> Iterator[BrowserContext]:
    """Open Chromium with an empty profile, for somebody whose browser is not in Dutch."""
    with TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            args=_ARGUMENTS,
            viewport=size,
            device_scale_factor=scale,
            color_scheme=colours,
            locale="en-GB",
            reduced_motion="reduce",
        )
        try:
            yield context
        finally:
            context.close()


@contextmanager
def visitors(playwright: Playwright, count: int) -> Iterator[list[Page]]:
    """Open a page for each of so many visitors who share nothing, not even connections."""
    program = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
    try:
        yield [program.new_context(viewport=DESKTOP).new_page() for _ in range(count)]
    finally:
        program.close()
