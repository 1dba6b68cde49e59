"""Every response tells the browser to stay put: data loads nothing, pages load from us only."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.ui.conftest import ASKED


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/v1/health", None),
        ("GET", "/api/v1/nergens", None),
        ("POST", "/api/v1/answers", {"question": ASKED}),
        ("POST", "/api/v1/answers", {"question": ""}),
        ("POST", "/api/v1/answers/stream", {"question": ASKED}),
        ("GET", "/openapi.json", None),
    ],
)
def test_data(client: TestClient, method: str, path: str, body: object) -> None:
    headers = client.request(method, path, json=body).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors")
    assert headers["cache-control"] in ("no-store", "no-cache")


def test_pages(client: TestClient) -> None:
    policy = client.get("/docs").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "http" not in policy


def test_nothing_says_which_software_answers(client: TestClient) -> None:
    assert "server" not in client.get("/api/v1/health").headers
