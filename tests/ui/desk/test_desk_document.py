"""The document around the staff page."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.desk.desk_document import render_desk_document, serve_desk_document


def test_it_loads_its_own_script_and_styles_and_none_of_the_chat() -> None:
    document = render_desk_document()
    for name in ("/page/desk.js", "/page/desk.css", "/page/colours.css", "/page/page.css"):
        assert document.count(name) == 1
    for name in ("/page/page.js", "tools.js", "feedback.js", "print.css"):
        assert name not in document
    assert "<title>Loket - " in document
    assert "<script>" not in document


def test_the_slash_at_the_end_is_given() -> None:
    app = FastAPI()
    serve_desk_document(app)
    with TestClient(app) as client:
        sent = client.get("/loket?zaak=5", follow_redirects=False)
        assert sent.status_code == 307
        assert sent.headers["location"] == "/loket/?zaak=5"
        assert client.get("/loket/").status_code == 200
