"""The files of our pages: kept for ever under an address that changes with them, and no others."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.assets import address, serve_assets


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    serve_assets(app)
    return TestClient(app)


@pytest.mark.parametrize(
    ("name", "kind"), [("page.js", "text/javascript"), ("page.css", "text/css")]
)
def test_a_file_is_served_under_its_address(client: TestClient, name: str, kind: str) -> None:
    reply = client.get(address(name))
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith(kind)
    assert "immutable" in reply.headers["cache-control"]


@pytest.mark.parametrize("path", ["/page/assets.py", "/page/..%2Fmount.py", "/page/"])
def test_no_other_file_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_file_that_is_not_there_has_no_address() -> None:
    with pytest.raises(FileNotFoundError):
        address("nergens.css")
