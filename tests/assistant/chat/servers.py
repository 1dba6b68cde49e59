"""A server on 127.0.0.1 that streams one reply, as OpenAI's protocol or Ollama's has it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol

_PIECE = 7  # characters a chunk


class ModelServer:
    """Streams its reply in pieces and remembers what it was asked."""

    def __init__(self, reply: str, *, refuses: str | None, busy: int, reason: str) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                asked = json.loads(self.rfile.read(length))
                server.requests.append(asked)
                server.headers.append({k.lower(): v for k, v in self.headers.items()})
                if len(server.requests) <= busy:
                    self._answer(503, [b'{"error": {"message": "busy"}}'])
                elif refuses and refuses in asked:
                    self._answer(400, [b'{"error": {"message": "unknown field"}}'])
                elif self.path.endswith("/api/chat"):
                    self._answer(200, _ollama(reply))
                else:
                    self._answer(200, _openai(reply, reason), "text/event-stream")

            def _answer(self, status: int, body: Any, kind: str = "application/json") -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                for piece in body:
                    self.wfile.write(piece)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class Serve(Protocol):
    def __call__(
        self, reply: str, *, refuses: str | None = None, busy: int = 0, reason: str = "stop"
    ) -> ModelServer: ...


def _pieces(reply: str) -> Iterator[str]:
    return (reply[start : start + _PIECE] for start in range(0, len(reply), _PIECE))


def _openai(reply: str, reason: str) -> Iterator[bytes]:
    def chunk(delta: dict[str, str], ended: str | None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": ended}
        told = {
            "id": "x", "object": "chat.completion.chunk", "created": 1, "model": "eigen",
            "choices": [choice],
        }  # fmt: skip
        return f"data: {json.dumps(told)}\n\n".encode()

    yield chunk({"role": "assistant", "content": ""}, None)
    yield from (chunk({"content": piece}, None) for piece in _pieces(reply))
    yield chunk({}, reason)
    yield b"data: [DONE]\n\n"


def _ollama(reply: str) -> Iterator[bytes]:
    def line(content: str, *, done: bool) -> bytes:
        message = {"role": "assistant", "content": content}
        told = {
            "model": "eigen", "created_at": "2026-01-01T00:00:00Z", "message": message,
            "done": done,
        }  # fmt: skip
        return f"{json.dumps(told | ({'done_reason': 'stop'} if done else {}))}\n".encode()

    yield from (line(piece, done=False) for piece in _pieces(reply))
    yield line("", done=True)
