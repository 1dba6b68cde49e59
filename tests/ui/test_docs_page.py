"""The OpenAPI page asks this server for everything, and nobody else."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient


def test_the_page_loads_only_what_we_serve(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(addresses) == 5
    for address in addresses:
        assert address.startswith("/")
        assert not address.startswith("//")
        assert client.get(address).status_code == 200, address
    assert "http://" not in page.text
    assert "https://" not in page.text


def test_there_is_no_inline_script(client: TestClient) -> None:
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", client.get("/docs").text, re.DOTALL)
    assert scripts == ["", ""]


def test_swagger_does_not_ask_the_online_validator(client: TestClient) -> None:
    start = client.get("/docs/start.js")
    assert start.headers["content-type"].startswith("text/javascript")
    assert "validatorUrl: null" in start.text


def test_other_names_are_not_files(client: TestClient) -> None:
    for name in ("__init__.py", "..%2f__init__.py", "swagger-ui-bundle.js.map"):
        assert client.get(f"/docs/{name}").status_code == 404
