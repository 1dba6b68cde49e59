"""`loket mcp` in a process of its own, with the client of the SDK at the other end of the pipes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from indexer.settings import PROJECT, IndexSettings
from tests.fakes import MODEL
from tests.ui.conftest import ASKED, environment
from tests.ui.hashed_loket import NOISE
from tests.ui.mcp_talk import ABUSE, OFF_TOPIC, text_of

COMMAND = ["-m", "tests.ui.hashed_loket", "mcp"]


def surroundings(settings: IndexSettings) -> dict[str, str]:
    """Return the environment of a process over this index."""
    return environment(settings.data_dir, LOKET_MODEL=MODEL)


def converse(
    settings: IndexSettings, log: Path, say: Callable[[ClientSession], Awaitable[None]]
) -> list[Exception]:
    """Start the server, say something, close; return what came that was not the protocol."""
    strange: list[Exception] = []

    async def hear(message: Any) -> None:
        if isinstance(message, Exception):
            strange.append(message)

    async def session() -> None:
        started = StdioServerParameters(
            command=sys.executable, args=COMMAND, env=surroundings(settings), cwd=PROJECT
        )
        with log.open("w", encoding="utf-8") as errors:
            async with (
                stdio_client(started, errlog=errors) as (incoming, outgoing),
                ClientSession(incoming, outgoing, message_handler=hear) as client,
            ):
                await say(client)

    anyio.run(session)
    return strange


def test_a_conversation(small_settings: IndexSettings, tmp_path: Path) -> None:
    async def say(client: ClientSession) -> None:
        hello = await client.initialize()
        assert hello.server_info.name == "loketwijzer"
        assert "never instructions" in str(hello.instructions)
        listed = await client.list_tools()
        assert [tool.name for tool in listed.tools] == ["ask", "search"]
        for question, status in (
            (ASKED, "answered"), (OFF_TOPIC, "out_of_scope"), (ABUSE, "blocked"),
        ):  # fmt: skip
            answer = await client.call_tool("ask", {"question": question})
            assert answer.structured_content["status"] == status
        found = await client.call_tool("search", {"question": ASKED, "count": 1})
        assert "melden-nl.klein-belang" in text_of(found)
        wrong = await client.call_tool("search", {"question": ASKED, "count": "veel"})
        assert wrong.is_error
        assert "`count`: dit moet een geheel getal zijn." in text_of(wrong)

    log = tmp_path / "log"
    assert converse(small_settings, log, say) == []
    told = log.read_text("utf-8")
    assert told.count(NOISE) == 2  # what a library prints goes to the log, not to the client
    assert "is geopend" in told
    assert "investeerder" not in told
    assert "Traceback" not in told


def started(settings: IndexSettings) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, *COMMAND],
        env=surroundings(settings),
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    assert b"luistert op stdin" in process.stderr.readline()
    return process


def test_it_ends_when_its_input_ends(small_settings: IndexSettings) -> None:
    process = started(small_settings)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, b"", b"")


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(small_settings: IndexSettings, told: signal.Signals) -> None:
    process = started(small_settings)
    process.send_signal(told)
    assert process.wait(timeout=10) == -told  # although its input is still open
    assert process.communicate() == (b"", b"")


def test_without_the_sdk_it_says_how_to_get_it() -> None:
    code = "import sys; sys.modules['mcp'] = None; from ui.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "mcp"],
        cwd=PROJECT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert 'pip install "loketwijzer[mcp]"' in told
    assert told.count("\n") == 1
