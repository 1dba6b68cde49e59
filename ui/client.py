"""Asking the server that runs on this machine, if one does: much faster than loading the model.

Only the standard library: what is imported here is paid for by every question.
"""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ui.errors import ServerRefused
from ui.running import running_server

_CONNECT_SECONDS = 1.0
_ANSWER_SECONDS = 60.0

Json = dict[str, Any]


def ask_server(data_dir: Path, path: str, request: Json) -> Json | None:
    """Put a request to the running server; None when there is none.

    Args:
        data_dir: where the server says that it runs.
        path: the route below `/api/v1`.
        request: what to send.

    Raises:
        ServerRefused: it runs, and refused the request or broke.
    """
    url = running_server(data_dir)
    if url is None:
        return None
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port, timeout=_CONNECT_SECONDS
    )
    try:
        connection.connect()
    except OSError:
        return None  # it stopped without a chance to say so
    try:
        connection.sock.settimeout(_ANSWER_SECONDS)
        connection.request(
            "POST",
            f"/api/v1{path}",
            json.dumps(request),
            {"Content-Type": "application/json"},
        )
        response = connection.getresponse()
        content_type = response.getheader("Content-Type", "")
        answer = _parsed(response.read())
    except (OSError, http.client.HTTPException) as error:
        raise ServerRefused(0, f"De server op {url} gaf geen antwoord.") from error
    finally:
        connection.close()
    if answer is None or "json" not in content_type:
        return None  # another program listens there now
    if response.status != http.client.OK:
        raise ServerRefused(response.status, _told(answer))
    return answer


def _parsed(body: bytes) -> Json | None:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _told(problem: Json) -> str:
    title, detail = problem.get("title", ""), problem.get("detail", "")
    return str(detail if problem.get("status") == http.client.UNPROCESSABLE_ENTITY else "") or (
        f"{title}. {detail}"
    )
