"""The server as it is started by hand: the real model, the real page, a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from indexer.settings import PROJECT
from tests.ui.conftest import ASKED, environment, loket
from ui.running import FILE, running_server

GUARD = PROJECT / "tests" / "ui" / "guard"
PRIVATE = "zeppelinfabriek"
"""A word in questions that no log may hold."""


class Server:
    """A running `loket serve` on a free port."""

    def __init__(self, data: Path, log: Path, **more: str) -> None:
        self.data, self.log, self.calls = data, log, log.with_suffix(".calls")
        told = environment(data, PYTHONPATH=str(GUARD), LOOK_FOR_CALLS=str(self.calls), **more)
        self.started = time.monotonic()
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ui", "serve", "--port", "0"],
                env=told,
                cwd=PROJECT,
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    @property
    def url(self) -> str:
        while (url := running_server(self.data)) is None:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < self.started + 60
            time.sleep(0.02)
        return url

    def get(self, path: str, body: object = None) -> tuple[int, str]:
        """Ask for a path; return the status and the text."""
        request = urllib.request.Request(  # noqa: S310  # our own address
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def ask(self, question: str = ASKED) -> dict[str, Any]:
        status, text = self.get("/api/v1/answers", {"question": question})
        assert status == 200, text
        return json.loads(text)  # type: ignore[no-any-return]

    def page(self) -> str:
        """Wait for the chat page."""
        while (answer := self.get("/"))[0] != 200:
            assert time.monotonic() < self.started + 90, answer
            time.sleep(0.1)
        return answer[1]

    def stop(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(30)


@pytest.fixture(scope="module")
def server(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    server = Server(real_data, log, LOKET_ANSWERS_PER_MINUTE="1000")
    yield server
    if server.process.poll() is None:
        server.stop()


def test_it_answers_and_shows_its_page(server: Server) -> None:
    assert server.ask()["status"] == "answered"
    assert "<gradio-app" in server.page()


def test_the_data_folder_says_where(server: Server) -> None:
    said = json.loads((server.data / FILE).read_text())
    assert said == {"pid": server.process.pid, "url": server.url}


def test_the_command_line_asks_the_server_and_gives_its_answer(server: Server) -> None:
    theirs = server.ask()
    done = loket(server.data, "ask", ASKED, "--json")
    ours = json.loads(done.out)
    assert done.code == 0
    assert set(ours) == set(theirs)
    assert (ours["text"], ours["citations"]) == (theirs["text"], theirs["citations"])
    # Without its model the command line could not have answered by itself.
    without = loket(server.data, "ask", ASKED, LOKET_MODEL="/nowhere")
    assert without.out.startswith("Beantwoord\n")


def test_the_command_line_gives_the_same_answer_without_a_server(
    server: Server, own_data: Path
) -> None:
    done = loket(own_data, "ask", ASKED, "--json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["text"] == server.ask()["text"]


def test_a_refusal_of_the_server_is_one_line(server: Server) -> None:
    done = loket(server.data, "ask", " ")
    assert (done.code, done.out) == (2, "")
    assert done.err == "loket: De vraag is leeg. Typ een vraag in gewone woorden.\n"


def test_twenty_questions_at_once(server: Server) -> None:
    questions = [ASKED, "Waar kan ik spionage melden?"] * 10
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(server.ask, questions))
    assert len({answer["text"] for answer in answers}) == 2
    assert {answer["status"] for answer in answers} == {"answered"}


def test_back_doors_of_gradio_are_closed(server: Server) -> None:
    server.page()
    for path in ("info", "runs", "openapi.json", "run/predict", "proxy=https://example.org"):
        assert server.get(f"/gradio_api/{path}")[0] == 404
    assert server.get("/gradio_api/upload", {})[0] == 404
    assert server.get("/monitoring")[0] == 404


def test_questions_and_queries_are_not_logged(server: Server) -> None:
    server.ask(f"Moet mijn {PRIVATE} iets melden?")
    server.get(f"/api/v1/sources?q={PRIVATE}")
    server.get(f"/api/v1/answers?question={PRIVATE}")
    server.get("/api/v1/answers", {"question": PRIVATE * 300})
    loket(server.data, "ask", PRIVATE)
    server.get("/api/v1/health")
    log = server.log.read_text()
    assert PRIVATE not in log
    assert '"GET /api/v1/sources HTTP/1.1" 200' in log
    assert "Traceback" not in log


def test_nobody_else_is_called(server: Server) -> None:
    server.page()
    server.ask()
    assert not server.calls.exists(), server.calls.read_text()


def test_a_port_in_use_is_one_line(own_data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = loket(own_data, "serve", "--port", str(port))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"loket: poort {port} op 127.0.0.1 is al in gebruik; kies een andere met --port.\n"
    )


def test_a_data_folder_that_cannot_be_written_is_one_line(own_data: Path) -> None:
    folder = own_data / "locked"
    folder.mkdir(mode=0o555)
    if os.geteuid() == 0:  # nothing is locked for root, except what is no folder at all
        folder.rmdir()
        folder.write_text("")
    done = loket(folder, "serve", "--port", "0")
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(r"loket: In de gegevensmap kan niet worden geschreven .*\n", done.err)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_starts_without_an_index_and_ends_in_order(
    own_data: Path, tmp_path: Path, how: int, code: int
) -> None:
    (own_data / "index" / "current").unlink()
    server = Server(own_data, tmp_path / "server.log")
    try:
        assert server.get("/api/v1/health") == (200, '{"status":"ok"}')
        status, text = server.get("/api/v1/answers", {"question": ASKED})
        assert (status, json.loads(text)["title"]) == (503, "Er is nog geen index")
        done = loket(own_data, "ask", ASKED)
        assert (done.code, done.err) == (
            2,
            "loket: Er is nog geen index. De beheerder maakt hem met `loket index`.\n",
        )
    finally:
        ended = server.stop(how)
    assert ended == code
    assert running_server(own_data) is None
    assert "Traceback" not in server.log.read_text()


def test_an_open_page_does_not_hold_up_the_end(own_data: Path, tmp_path: Path) -> None:
    server = Server(own_data, tmp_path / "server.log")
    server.page()
    open_page = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=20)
    open_page.request("GET", "/gradio_api/heartbeat/somebody")
    with open_page.getresponse() as heartbeat:
        assert heartbeat.status == 200
        assert server.stop() == 0
    open_page.close()
    assert "Traceback" not in server.log.read_text()


def test_a_killed_server_is_not_waited_for(own_data: Path, tmp_path: Path) -> None:
    server = Server(own_data, tmp_path / "server.log")
    assert server.url
    server.stop(signal.SIGKILL)
    assert running_server(own_data) is not None, "it had no chance to say so"
    assert loket(own_data, "sources", "S01").code == 0
    assert loket(own_data, "ask", ASKED).code == 0
