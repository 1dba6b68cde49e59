"""A program that serves OpenAI's protocol and streams true sentences of the sources, word by word.

    python tests/assistant/chat/truthful_server.py SENTENCES

After so many sentences it begins another and falls silent, as a server does that is about to die.
It prints its address, and `asked` whenever it is asked.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import uvicorn

_PACE = 0.005  # seconds a word
_SOURCE = re.compile(r'<bron nummer="(\d+)">\n.*\n((?:.+\n)+?)</bron>')
"""A source of the prompt: its number and, under the heading, a sentence a line."""


def true_sentences(prompt: str) -> Iterator[str]:
    """Yield the sentences of the sources, each with its marker, as a model should write them."""
    for number, lines in _SOURCE.findall(prompt):
        for line in lines.splitlines():
            yield f"{line} [{number}]\n"


async def chunks(prompt: str, sentences: int) -> AsyncIterator[bytes]:
    """Yield what is streamed: the sentences, half of the next one, and then nothing any more."""
    told = list(true_sentences(prompt))
    words = "".join(told[:sentences]).split(" ")
    for word in [*words, *told[sentences].split(" ")[:3]]:
        yield _event(f"{word} ")
        await asyncio.sleep(_PACE)
    await asyncio.Event().wait()


def _event(text: str) -> bytes:
    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "waar",
        "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


def say(line: str) -> None:
    """Tell whoever started this program."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def app(sentences: int) -> Callable[..., Awaitable[None]]:
    """Return the server as ASGI knows it: no framework, so that it starts at once."""

    async def answer(
        scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[..., Any]
    ) -> None:
        assert scope["path"] == "/v1/chat/completions"
        body, more = b"", True
        while more:
            piece = await receive()
            body, more = body + piece["body"], piece["more_body"]
        say("asked")
        prompt = json.loads(body)["messages"][-1]["content"]
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async for chunk in chunks(prompt, sentences):
            await send({"type": "http.response.body", "body": chunk, "more_body": True})

    return answer


def main(sentences: int) -> None:
    """Serve until killed."""
    listening = socket.create_server(("127.0.0.1", 0))
    say(f"http://127.0.0.1:{listening.getsockname()[1]}/v1")
    settings = uvicorn.Config(app(sentences), log_level="error", lifespan="off")
    uvicorn.Server(settings).run(sockets=[listening])


if __name__ == "__main__":
    main(int(sys.argv[1]))
