"""The document around the page: nothing in line, nobody else's server."""

from __future__ import annotations

import re

from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.assets import serve_assets
from ui.chat_look import render_document, serve_document


def test_the_document_has_no_script_in_line_and_no_address_of_others() -> None:
    document = render_document()
    assert re.findall(r"<script[^>]*>[^<]", document) == []
    assert not re.search(r"\son\w+=", document)
    assert "//" not in document.replace("<!doctype html>", "")
    assert document.index("/page/page.js") < document.index("assets/index-")


def test_the_files_are_served_under_the_addresses_in_the_document() -> None:
    app = FastAPI()
    serve_document(app)
    serve_assets(app)
    client = TestClient(app)
    assert '<html lang="nl">' in client.get("/").text
    for address in re.findall(r'"(/page/[^"]+)"', render_document()):
        reply = client.get(address)
        assert reply.status_code == 200
        assert "immutable" in reply.headers["cache-control"]
