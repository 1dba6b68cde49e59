"""Examples of questions and their answers, for the description of the API.

The sentences stand in our own corpus; a test looks them up there, and holds every example against
its schema. Real answers are longer.
"""

from __future__ import annotations

from typing import Any

from assistant.answers import Status
from assistant.replies import NOTICES, REPLIES
from ui.openapi_parts import example

_QUESTION = "Waar kan ik spionage melden?"
_FIRST = "Bel bij een vermoeden van spionage de AIVD op 079-320 50 50; een brief sturen kan ook."
_SECOND = "De AIVD neemt meldingen het liefst telefonisch aan en behandelt ze vertrouwelijk."
PASSAGE_TEXT = f"{_FIRST} {_SECOND} Een melding bij de lokale politie is een alternatief."
"""The beginning of a section of our corpus."""

INDEX_VERSION = "20261122T074235663267-943d27cc"
_CHECKED = "2026-11-21"

SENTENCE: dict[str, Any] = {"text": _FIRST, "citations": [1], "support": 1.0}
CITATION: dict[str, Any] = {
    "number": 1,
    "source_id": "S202",
    "further_source_ids": [],
    "title": "Contact (National Contact Point for Knowledge Security)",
    "publisher": "Loket Kennisveiligheid (rijksoverheid)",
    "kind": "webpagina",
    "authority": "handreiking",
    "basis": "digest",
    "certainty": "official",
    "url": "https://english.loketkennisveiligheid.nl/contact",
    "original_url": None,
    "published": None,
    "checked": _CHECKED,
    "page": None,
    "locator": None,
    "passage_id": "risicos-spionage-vermoeden-en-recht-nl.vermoeden",
    "passage": PASSAGE_TEXT,
    "quote": _FIRST,
    "start": 0,
    "end": len(_FIRST),
}
_CITED_NEXT: dict[str, Any] = {
    **CITATION,
    "number": 2,
    "source_id": "S21",
    "title": "The AIVD and you",
    "publisher": "AIVD",
    "url": "https://english.aivd.nl/about-aivd/the-aivd-and-you",
    "quote": _SECOND,
    "start": len(_FIRST) + 1,
    "end": len(_FIRST) + 1 + len(_SECOND),
}
NOTICE: dict[str, Any] = {"kind": "own_summary", "text": NOTICES["own_summary"]["nl"]}
STEP: dict[str, Any] = {"name": "retrieve", "milliseconds": 15.77}
_CONTACT: dict[str, Any] = {
    "name": "Ondernemersloket Economische Veiligheid (OLEV)",
    "url": "https://www.economischeveiligheid.nl/",
    "phone": None,
    "email": None,
    "reason": "Eerste aanspreekpunt van de rijksoverheid voor ondernemers met een vraag over "
    "economische veiligheid.",
    "source_id": "S03",
    "checked": _CHECKED,
}
ANSWER: dict[str, Any] = {
    "id": "1461f6da02ad46268c30f556d6e499a4",
    "status": "answered",
    "language": "nl",
    "text": f"{_FIRST} [1] {_SECOND} [2]",
    "sentences": [SENTENCE, {"text": _SECOND, "citations": [2], "support": 1.0}],
    "citations": [CITATION, _CITED_NEXT],
    "contacts": [_CONTACT],
    "notices": [NOTICE],
    "missing": None,
    "follow_ups": ["Hoe gaan spionnen te werk als ze een bedrijf willen bestelen?"],
    "sensitive": False,
    "approved_on": None,
    "confidence": 0.956,
    "mode": "extractive",
    "model": None,
    "index_version": INDEX_VERSION,
    "timings_ms": {"screen": 0.14, "retrieve": 15.77, "compose": 0.6, "total": 38.93},
}


def _reply(status: Status) -> dict[str, Any]:
    """Return an answer without sentences: the fixed reply, and whom to ask."""
    nothing: dict[str, Any] = {"sentences": [], "citations": [], "notices": [], "follow_ups": []}
    told = {"status": status.value, "text": REPLIES[status]["nl"], "confidence": 0.0}
    return {**ANSWER, **nothing, **told, "timings_ms": {"screen": 0.17, "total": 24.43}}


ANSWERS: dict[str, Any] = {
    "answered": example("Een antwoord, elke zin bewezen", ANSWER),
    "no_answer": example("Onze bronnen hebben geen antwoord", _reply(Status.NO_ANSWER)),
    "out_of_scope": example("Niet over economische veiligheid", _reply(Status.OUT_OF_SCOPE)),
    "blocked": example("Hier helpen wij niet bij", _reply(Status.BLOCKED)),
}
QUESTIONS: dict[str, Any] = {
    "vraag": example("Een vraag", {"question": _QUESTION}),
    "gesprek": example(
        "Een vervolgvraag, in het Engels te beantwoorden",
        {
            "question": "Kan dat ook per brief?",
            "history": [
                {"role": "user", "content": _QUESTION},
                {"role": "assistant", "content": f"{_FIRST} [1]"},
            ],
            "language": "en",
        },
    ),
    "toen": example(
        "Wat er op een dag gold", {"question": "Wat is de Wet Vifo?", "on": "2024-05-01"}
    ),
}
SEARCHES: dict[str, Any] = {
    "zoeken": example("Hoogstens drie passages", {"question": _QUESTION, "count": 3})
}
CHAT_QUESTIONS: dict[str, Any] = {
    "vraag": example(
        "Een vraag",
        {"model": "loketwijzer", "messages": [{"role": "user", "content": _QUESTION}]},
    ),
    "stroom": example(
        "Zin voor zin",
        {
            "model": "loketwijzer",
            "messages": [{"role": "user", "content": [{"type": "text", "text": _QUESTION}]}],
            "stream": True,
            "stream_options": {"include_usage": True},
        },
    ),
}
