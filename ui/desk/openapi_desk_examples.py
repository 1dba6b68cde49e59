"""Examples of what goes to the desk and comes back, for the description of the API.

The sentence stands in our own corpus; the people are roles, and nobody is named.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ui.openapi_answer_examples import CITATION as _CITATION
from ui.openapi_answer_examples import INDEX_VERSION, PASSAGE_TEXT, SENTENCE
from ui.openapi_parts import example

_REFERENCE = "K7QM-2XRA-VJ5T-GDCW"
_CREATED = "2026-11-21T09:12:00Z"
_LATER = "2026-11-21T10:03:00Z"
_QUESTION = "Waar kan ik spionage melden, en mag dat ook per brief?"
_QUOTE = SENTENCE["text"]

_EVIDENCE: dict[str, Any] = {
    "passage_id": _CITATION["passage_id"],
    "passage_digest": hashlib.sha256(PASSAGE_TEXT.encode()).hexdigest(),
    "start": 0,
    "end": len(_QUOTE),
    "quote": _QUOTE,
    "source_ids": [_CITATION["source_id"]],
    "heading": "Melden bij een vermoeden van spionage",
    "language": "nl",
}
DRAFT_SENTENCE: dict[str, Any] = {
    "id": 12,
    "position": 1,
    "part": "answer",
    "text": _QUOTE,
    "original": _QUOTE,
    "evidence": _EVIDENCE,
    "light": "green",
    "reason": "",
    "support": 1.0,
    "decision": "kept",
    "remark": "",
    "decided_by": "behandelaar",
    "version": 2,
}
_ROW: dict[str, Any] = {
    "id": 5,
    "state": "drafted",
    "question": _QUESTION,
    "topic": "risicos-spionage",
    "language": "nl",
    "status": "partial",
    "confidence": 0.61,
    "support": 1.0,
    "impact": 2,
    "created": _CREATED,
    "claimed_by": "behandelaar",
    "version": 4,
}
_FOUND: dict[str, Any] = {
    "status": "partial",
    "reply": "",
    "missing": "brief",
    "sentences": [{"text": _QUOTE, "support": 1.0, "part": "answer", "evidence": [_EVIDENCE]}],
    "contacts": ["AIVD, 079-320 50 50, https://www.aivd.nl/contact"],
    "confidence": 0.61,
    "mode": "extractive",
    "model": None,
    "index_version": INDEX_VERSION,
    "version": "0.1.0",
}
_CASE: dict[str, Any] = {
    "row": _ROW,
    "reference": _REFERENCE,
    "handed": {
        "question": _QUESTION,
        "conversation": [{"role": "user", "content": "Wat is spionage?"}],
        "language": "nl",
        "name": "",
        "email": "ondernemer@bedrijf.example",
        "remark": "",
    },
    "found": _FOUND,
    "draft": {
        "tone": "letter",
        "language": "nl",
        "salutation": "Geachte heer of mevrouw,",
        "closing": "Met vriendelijke groet,",
        "contacts": _FOUND["contacts"],
        "sentences": [DRAFT_SENTENCE],
        "version": 3,
    },
    "approvals": [
        {"by": "chef", "role": "approver", "at": _LATER, "digest": _EVIDENCE["passage_digest"]}
    ],
}

HAND_OVERS: dict[str, Any] = {
    "vraag": example("Een vraag zonder naam", {"question": _QUESTION}),
    "gesprek": example(
        "Een vraag met het gesprek ervoor en een adres",
        {
            "question": _QUESTION,
            "conversation": _CASE["handed"]["conversation"],
            "language": "nl",
            "email": _CASE["handed"]["email"],
            "remark": "Ik ben op werkdagen bereikbaar.",
        },
    ),
}
RECEIPTS: dict[str, Any] = {
    "kenmerk": example(
        "Het kenmerk",
        {"reference": _REFERENCE, "state": "new", "status": "partial", "sensitive": False},
    )
}
REFERENCES: dict[str, Any] = {"kenmerk": example("Een kenmerk", {"reference": _REFERENCE})}
STATUSES: dict[str, Any] = {
    "in-behandeling": example("In behandeling", {"state": "claimed", "since": _LATER})
}
INBOX: dict[str, Any] = {"zaken": example("Een zaak", {"cases": [_ROW]})}
WHOLE_CASES: dict[str, Any] = {
    "zaak": example("Een zaak met een concept", _CASE),
    "nieuw": example(
        "Een nieuwe zaak",
        {
            **_CASE,
            "row": {**_ROW, "state": "new", "claimed_by": None, "version": 1},
            "draft": None,
            "approvals": [],
        },
    ),
}
DRAFTS: dict[str, Any] = {
    "brief": example("Een brief in de taal van de zaak", {"tone": "letter"}),
    "mail": example("Een Engelse e-mail", {"tone": "email", "language": "en"}),
}
SENTENCES: dict[str, Any] = {"zin": example("Een zin", DRAFT_SENTENCE)}
DECISIONS: dict[str, Any] = {
    "houden": example("De zin blijft", {"version": 1, "decision": "kept"}),
    "veranderen": example(
        "De zin krijgt een andere tekst", {"version": 1, "decision": "edited", "text": _QUOTE}
    ),
    "afwijzen": example(
        "De zin gaat eruit",
        {"version": 1, "decision": "rejected", "remark": "Dit beantwoordt de vraag niet."},
    ),
    "passage": example(
        "Een andere passage eronder", {"version": 2, "passage_id": _EVIDENCE["passage_id"]}
    ),
}
NEW_SENTENCES: dict[str, Any] = {
    "zin": example(
        "Een eigen zin",
        {"part": "where", "text": _QUOTE, "passage_id": _EVIDENCE["passage_id"]},
    )
}
APPROVALS: dict[str, Any] = {"concept": example("Versie 3 van het concept", {"version": 3})}
ERASED: dict[str, Any] = {"gewist": example("De zaak is gewist", {"id": 5})}
_GAP: dict[str, Any] = {
    "key": "5f0c2a9e41d7b8c36a10",
    "label": "Wat kost het om een exportvergunning aan te vragen?",
    "count": 3,
    "examples": [
        "Wat kost het om een exportvergunning aan te vragen?",
        "kosten aanvraag exportvergunning",
    ],
    "first": _CREATED,
    "last": _LATER,
    "owner": "redactie",
}
GAPS: dict[str, Any] = {"gaten": example("Een gat", {"gaps": [_GAP]})}
OWNED: dict[str, Any] = {"gat": example("Het gat, met wie ervoor zorgt", _GAP)}
OWNERS: dict[str, Any] = {
    "redactie": example("De redactie zorgt ervoor", {"owner": "redactie"}),
    "niemand": example("Niemand meer", {"owner": ""}),
}
_ENTRY: dict[str, Any] = {
    "id": 3,
    "case_id": 5,
    "question": _QUESTION,
    "language": "nl",
    "sentences": [DRAFT_SENTENCE],
    "approved_role": "approver",
    "approved_on": "2026-11-21",
    "valid_until": "2027-05-20",
    "review_reason": "Een passage onder dit antwoord is veranderd.",
}
TO_REVIEW: dict[str, Any] = {
    "nakijken": example("Een antwoord om opnieuw te bekijken", {"entries": [_ENTRY]}),
    "in-gebruik": example(
        "Een antwoord in gebruik", {"entries": [{**_ENTRY, "review_reason": ""}]}
    ),
}
KEPT: dict[str, Any] = {"bewaard": example("Weer goedgekeurd", {**_ENTRY, "review_reason": ""})}
WITHDRAWN: dict[str, Any] = {"ingetrokken": example("Ingetrokken", {"id": 3})}
