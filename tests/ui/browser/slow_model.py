"""A language model that writes true sentences of its sources, and rests until it may go on."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from typing import Any

from tests.assistant.chat.truthful_server import true_sentences

_PACE = 0.02  # seconds a sentence, once it may go on
_PATIENCE = 60  # seconds


class SlowModel:
    """Speaks OpenAI's protocol: some sentences at once, the others when it is let go."""

    def __init__(self, at_once: int) -> None:
        """Start; stopped by `close`."""
        self.go_on = threading.Event()
        self.resting = threading.Event()
        """Set when the first sentences have been written."""
        self.left = threading.Event()
        """Set when nobody reads any more what it writes."""
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                told = list(true_sentences(asked["messages"][-1]["content"]))
                try:
                    for sentence in told[:at_once]:
                        self._write(sentence)
                    model.resting.set()
                    model.go_on.wait(_PATIENCE)
                    # Without an end, so that it ends only when nobody listens.
                    for sentence in chain(told[at_once:], repeat("En zo voort. ")):
                        self._write(sentence)
                        time.sleep(_PACE)
                except (BrokenPipeError, ConnectionResetError):
                    model.left.set()

            def _write(self, text: str) -> None:
                self.wfile.write(_chunk(text))
                self.wfile.flush()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    @property
    def settings(self) -> dict[str, str]:
        """The environment of a server that uses this model."""
        return {
            "LOKET_CHAT_MODEL": "openai:waar",
            "LOKET_CHAT_BASE_URL": f"http://127.0.0.1:{self._http.server_address[1]}/v1",
            "LOKET_CHAT_API_KEY": "geen",
            "LOKET_CHAT_FORM": "text",
        }

    def close(self) -> None:
        """Stop."""
        self.go_on.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@contextmanager
def slow_model(at_once: int) -> Iterator[SlowModel]:
    """Run a slow model that writes so many sentences at once."""
    model = SlowModel(at_once)
    try:
        yield model
    finally:
        model.close()


def _chunk(text: str) -> bytes:
    told: dict[str, Any] = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "waar",
        "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}],
    }
    return f"data: {json.dumps(told)}\n\n".encode()
