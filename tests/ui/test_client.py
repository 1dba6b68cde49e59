"""Asking the running server: it answers, refuses, is gone, or is somebody else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from ui.client import ask_server
from ui.errors import ServerRefused
from ui.running import FILE


@contextmanager
def server(status: int, content_type: str, body: bytes, seen: list[Any]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            seen.append((self.path, json.loads(self.rfile.read(length))))
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}"
        finally:
            http.shutdown()
            thread.join()


def say(data: Path, url: str) -> None:
    (data / FILE).write_text(json.dumps({"pid": 1, "url": url}))


def test_the_server_answers(tmp_path: Path) -> None:
    seen: list[Any] = []
    with server(200, "application/json", b'{"status": "answered"}', seen) as url:
        say(tmp_path, url)
        assert ask_server(tmp_path, "/answers", {"question": "é?"}) == {"status": "answered"}
    assert seen == [("/api/v1/answers", {"question": "é?"})]


@pytest.mark.parametrize(
    ("status", "message"), [(422, "Te lang."), (429, "Vol. Te lang."), (503, "Vol. Te lang.")]
)
def test_the_server_refuses(tmp_path: Path, status: int, message: str) -> None:
    problem = json.dumps({"title": "Vol", "detail": "Te lang.", "status": status}).encode()
    with server(status, "application/problem+json", problem, []) as url:
        say(tmp_path, url)
        with pytest.raises(ServerRefused) as caught:
            ask_server(tmp_path, "/answers", {})
    assert (caught.value.status, str(caught.value)) == (status, message)


def test_no_server_has_said_that_it_runs(tmp_path: Path) -> None:
    assert ask_server(tmp_path, "/answers", {}) is None


def test_the_server_was_killed(tmp_path: Path) -> None:
    with server(200, "application/json", b"{}", []) as url:
        pass
    say(tmp_path, url)
    assert ask_server(tmp_path, "/answers", {}) is None


@pytest.mark.parametrize(
    ("content_type", "body"),
    [("text/html", b"<html>"), ("text/html", b"{}"), ("application/json", b"[]")],
)
def test_another_program_took_the_port(tmp_path: Path, content_type: str, body: bytes) -> None:
    with server(404, content_type, body, []) as url:
        say(tmp_path, url)
        assert ask_server(tmp_path, "/answers", {}) is None
