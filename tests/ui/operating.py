"""What the tests of the operator's routes share: a server with a key, and waiting for its work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi.testclient import TestClient
from pydantic import SecretStr

from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from ui.api import create_app
from ui.settings import UiSettings

KEY = "een-sleutel-voor-de-tests-0123456789"
WITH_KEY = {"Authorization": f"Bearer {KEY}"}
SOURCES = "/api/v1/sources"
WEATHER = """# Regeling windmetingen

## Wie meet de wind?

De havenmeester van Delfzijl meet elke ochtend de windsnelheid op de noordelijke pier.
De metingen worden zeven jaar bewaard in het register van de havendienst.

## Wat gebeurt er bij storm?

Bij windkracht negen sluit de havenmeester de noordelijke pier voor bezoekers.
"""
NEWER = WEATHER.replace("zeven jaar", "negen jaar")
ASKED = "Wie meet de windsnelheid op de noordelijke pier?"


@contextmanager
def operated(
    settings: IndexSettings, *, key: str = KEY, upload_megabytes: int = 1, **more: Any
) -> Iterator[TestClient]:
    """Run the application with an operator's key; the client does not send it by itself."""
    ui = UiSettings(
        _env_file=None,
        answers_per_minute=1_000,
        watch_seconds=0.05,
        operator_key=SecretStr(key),
        upload_megabytes=upload_megabytes,
        **more,
    )
    app = create_app(live_over(settings), ui, index_settings=settings)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def send(client: TestClient, text: str | bytes, name: str = "wind.md", **said: str) -> Any:
    """Add a document."""
    content = text.encode() if isinstance(text, str) else text
    files = {"file": (name, content)}
    return client.post(SOURCES, files=files, data=said, headers=WITH_KEY)


def status(client: TestClient, source_id: str) -> Any:
    """Ask how a source fares."""
    return client.get(f"{SOURCES}/{source_id}/status", headers=WITH_KEY)


def settled(client: TestClient, source_id: str, seconds: float = 60) -> dict[str, Any]:
    """Wait until nothing more happens to a source, and return its status."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found: dict[str, Any] = status(client, source_id).json()
        if found["state"] in ("ready", "failed", "merged", "removed"):
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def added(client: TestClient, text: str | bytes, name: str = "wind.md", **said: str) -> Any:
    """Add a document and wait until it is settled."""
    accepted = send(client, text, name, **said)
    assert accepted.status_code == 202, accepted.text
    return settled(client, accepted.json()["id"])


def answer(client: TestClient, question: str = ASKED) -> dict[str, Any]:
    """Ask a question."""
    response = client.post("/api/v1/answers", json={"question": question})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def cited(client: TestClient, question: str = ASKED) -> set[str]:
    """Return which sources the answer to a question cites."""
    return {citation["source_id"] for citation in answer(client, question)["citations"]}
