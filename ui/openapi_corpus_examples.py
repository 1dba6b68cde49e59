"""Examples of passages, sources and the state of the server, for the description of the API."""

from __future__ import annotations

from typing import Any

from ui.openapi_answer_examples import CITATION, INDEX_VERSION, PASSAGE_TEXT
from ui.openapi_parts import example

SOURCE_ID = "S202"
PASSAGE_ID: str = CITATION["passage_id"]

_SOURCE: dict[str, Any] = {
    "id": SOURCE_ID,
    **{
        field: CITATION[field]
        for field in ("title", "publisher", "kind", "authority", "certainty", "url", "published")
    },
    "where": None,
    "version": None,
    "retrieved": "2026-11",
    "language": "en",
    "read": "part",
}
_PASSAGE: dict[str, Any] = {
    "id": PASSAGE_ID,
    "document_id": "risicos-spionage-vermoeden-en-recht-nl",
    "section_id": "vermoeden",
    "title": "Spionage: wat u doet bij een vermoeden en wat de wet zegt",
    "heading": "Wat doe ik bij een vermoeden van spionage, en wie bel ik?",
    "path": [],
    "topic": "risicos-spionage",
    "language": "nl",
    "basis": "digest",
    "certainty": "official",
    "checked": "2026-11-21",
    "review_by": "2027-05-21",
    "quotable": True,
    "valid_from": None,
    "valid_until": None,
    "current": True,
    "text": PASSAGE_TEXT,
    "spans": [
        {
            "start": 0,
            "end": CITATION["end"],
            "role": "answer",
            "source_ids": [SOURCE_ID],
            "page": None,
            "locator": None,
        }
    ],
}
_HIT: dict[str, Any] = {
    "passage": _PASSAGE,
    "scores": {"dense": 0.8963, "hint": 0.9313, "keyword": 26.395, "fused": 3.3964},
}
_DOCUMENT_ID = "regeling-windmetingen"
_STATUS_URL = f"/api/v1/sources/{_DOCUMENT_ID}/status"
_FARING: dict[str, Any] = {
    "id": _DOCUMENT_ID,
    "state": "ready",
    "title": "Regeling windmetingen",
    "label": "public",
    "versions": 1,
    "pages": None,
    "pages_read": None,
    "passages": 2,
    "remarks": [],
    "quotable": True,
    "likeness": None,
    "merged_into": None,
    "reason": None,
    "advice": None,
}

FOUND: dict[str, Any] = {
    "gevonden": example(
        "De beste passage", {"language": "nl", "hits": [_HIT], "index_version": INDEX_VERSION}
    )
}
REGISTER: dict[str, Any] = {
    "register": example("Een bron", {"sources": [_SOURCE], "index_version": INDEX_VERSION})
}
SOURCE: dict[str, Any] = {
    "bron": example("Een webpagina", {"source": _SOURCE, "passage_ids": [PASSAGE_ID]})
}
PASSAGE: dict[str, Any] = {"passage": example("Een eigen samenvatting", _PASSAGE)}
HEALTH: dict[str, Any] = {"draait": example("De server draait", {"status": "ok"})}
READY: dict[str, Any] = {
    "klaar": example(
        "Vragen kunnen worden beantwoord",
        {
            "status": "ready",
            "index_version": INDEX_VERSION,
            "built_at": "2026-11-22T07:42:35+00:00",
            "embedding_model": "multilingual-e5-small",
            "passages": 355,
            "warning": None,
        },
    )
}
ADDED: dict[str, Any] = {
    "aangenomen": example(
        "Nog niet aan de beurt",
        {"id": _DOCUMENT_ID, "state": "waiting", "status_url": _STATUS_URL},
    )
}
REMOVED: dict[str, Any] = {
    "aangenomen": example(
        "Nog in de index", {"id": _DOCUMENT_ID, "state": "removing", "status_url": _STATUS_URL}
    )
}
FARING: dict[str, Any] = {
    "klaar": example("Antwoorden gebruiken de bron", _FARING),
    "mislukt": example(
        "De bron kon niet worden gelezen",
        {
            **_FARING,
            "state": "failed",
            "versions": 0,
            "passages": 0,
            "quotable": None,
            "reason": "Het document heeft geen leesbare tekst.",
            "advice": "Stuur een document met tekst in plaats van plaatjes.",
        },
    ),
}
ADDING: dict[str, Any] = {
    "webadres": example(
        "Een webadres",
        {
            "address": CITATION["url"],
            "publisher": CITATION["publisher"],
            "kind": "webpagina",
            "label": "public",
        },
    )
}
