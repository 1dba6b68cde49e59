from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.chat.servers import ModelServer, Serve


@pytest.fixture
def model_server() -> Iterator[Serve]:
    """Start servers on 127.0.0.1 that speak the protocols of OpenAI and Ollama."""
    running: list[ModelServer] = []

    def serve(
        reply: str, *, refuses: str | None = None, busy: int = 0, reason: str = "stop"
    ) -> ModelServer:
        running.append(ModelServer(reply, refuses=refuses, busy=busy, reason=reason))
        return running[-1]

    yield serve
    for server in running:
        server.close()
