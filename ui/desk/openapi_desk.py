"""What the description of the API says of the desk besides its routes: names, texts, files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel

from assistant.desk.errors import SentenceChanged
from assistant.desk.nouns import CaseState, Decision, Light, Part, StaffRole, Tone
from ui.desk.case_schemas import SentenceConflict
from ui.desk.openapi_desk_examples import DRAFT_SENTENCE
from ui.openapi_parts import Described, example, ref
from ui.problems import ERRORS, MEDIA_TYPE, problem

DESK_TAG: dict[str, Any] = {
    "name": "loket",
    "description": "Vragen voorleggen aan het loket, en wat medewerkers ermee doen.",
}
DESK_VALUES: Mapping[str, tuple[str, ...]] = {
    "CaseState": get_args(CaseState),
    "Decision": get_args(Decision),
    "Light": get_args(Light),
    "Part": get_args(Part),
    "StaffRole": get_args(StaffRole),
    "Tone": get_args(Tone),
}
"""The lists of values that have a name of their own."""

DESK_SHAPES: tuple[type[BaseModel], ...] = (SentenceConflict,)
"""Shapes that no route returns as such."""

ABOUT_DESK: Mapping[str, str] = {
    "HandOverRequest": "Een vraag voor het loket.",
    "ReceiptOut": "De vraag ligt bij het loket, onder dit kenmerk.",
    "ReceiptOut.reference": "Bewaar het: wij laten het niet nog een keer zien.",
    "ReceiptOut.status": "Wat er nu over te vinden is.",
    "ReceiptOut.sensitive": "true: wie dit vraagt, is misschien in gevaar.",
    "CaseStatusRequest": "Het kenmerk van een vraag.",
    "CaseStatusOut": "Hoe ver een zaak is.",
    "CaseRowOut": "Een zaak, zoals de lijst haar toont.",
    "CaseRowOut.status": "Hoe het antwoord van de assistent afliep.",
    "CaseRowOut.support": "Hoe zeker de minst gedragen zin daarvan was, van 0 tot 1.",
    "CaseRowOut.impact": "3: wie het fout doet, breekt misschien de wet; 2: het kan veel kosten; "
    "1: al het andere.",
    "CasesOut": "Zaken, twijfel eerst.",
    "CaseOut": "Een zaak, met alles erin.",
    "HandedOut": "Wat er is voorgelegd.",
    "HandedTurnOut": "Een beurt van het gesprek.",
    "FoundOut": "Wat de assistent toen vond.",
    "FoundSentenceOut": "Een zin die de assistent vond.",
    "EvidenceOut": "De woorden van een passage onder een zin, zoals zij er toen stonden.",
    "EvidenceOut.passage_digest": "SHA-256 van de tekst van de passage.",
    "DraftRequest": "Welk antwoord te maken.",
    "DraftOut": "Een antwoord in de maak.",
    "DraftSentenceOut": "Een zin van het antwoord, met zijn kleur en wat erover is beslist.",
    "DraftSentenceOut.original": "Wat de assistent schreef; leeg bij een eigen zin.",
    "DraftSentenceOut.reason": "Waarom de zin niet groen is.",
    "DraftSentenceOut.version": "Stuur hem mee als u beslist.",
    "SentenceDecision": "Wat er met een zin gebeurt.",
    "SentenceRequest": "Een eigen zin, met de passage waarop hij rust.",
    "SentenceConflict": "Een collega veranderde de zin: zijn tekst (`sentence`) en de uwe.",
    "SentenceConflict.yours": "De tekst die u stuurde; niet bewaard.",
    "ApproveRequest": "Welke versie van het concept u goedkeurt.",
    "ApprovalOut": "Een goedkeuring, van het concept zoals het toen was.",
    "ErasedOut": "De tekst is weg.",
    "WithdrawnOut": "Het antwoord wordt niet meer gebruikt.",
    "GapOut": "Vragen over één ding waar geen bron iets over zegt.",
    "GapOut.key": "Blijft hetzelfde zolang de eerste vraag er is.",
    "GapOut.examples": "Hoogstens vijf, zonder persoonsgegevens.",
    "GapsOut": "De gaten; waar het vaakst naar werd gevraagd eerst.",
    "OwnerRequest": "Wie er voor een gat zorgt.",
    "VerifiedOut": "Een goedgekeurd antwoord.",
    "VerifiedOut.review_reason": "Waarom het opnieuw moet worden bekeken; leeg bij een antwoord "
    "in gebruik.",
    "ToReviewOut": "Goedgekeurde antwoorden: om opnieuw te bekijken, of in gebruik.",
    "CaseState": "`new`: niemand heeft hem; `claimed`: in behandeling; `drafted`: er is een "
    "concept; `half_approved`: wacht op een tweede goedkeuring; `approved`: beantwoord.",
    "Decision": "`open`: nog niets; `kept`: blijft; `edited`: veranderd; `rejected`: gaat eruit; "
    "`needs_source`: heeft nog een bron nodig.",
    "Light": "`green`: bewezen; `amber`: bewezen, maar vrij verwoord; `red`: niet bewezen.",
    "Part": "Waar een zin in het antwoord staat.",
    "StaffRole": "Wat iemand mag; elke rol mag ook wat de vorige mag.",
    "Tone": "Een brief of een e-mail.",
    "Format": "`docx`: Word; `md`: Markdown; `html`: HTML; `zip`: het hele dossier.",
}
"""The text for every shape of the desk, and for the fields that do not speak for themselves."""

ZIP = "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown"
HTML = "text/html"
_BINARY = {"schema": {"type": "string", "format": "binary"}}


def conflict_documented() -> Described:
    """Return what OpenAPI says of a sentence that somebody else changed."""
    row = ERRORS[SentenceChanged]
    told = problem(
        row,
        "behandelaar heeft deze zin intussen veranderd. Kies welke tekst blijft.",
        sentence=DRAFT_SENTENCE,
        yours="Bel de AIVD.",
    )
    content = {"schema": ref("SentenceConflict"), "examples": {row.slug: example(row.title, told)}}
    return {row.status: {"description": row.title, "content": {MEDIA_TYPE: content}}}


def files_documented(description: str, *, letters: bool) -> Described:
    """Return what OpenAPI says of a file; bytes first, as generators take the first they know.

    Args:
        description: what the file holds.
        letters: whether it may be a letter (Word, Markdown, HTML) and not only a zip.
    """
    content: dict[str, Any] = {"application/octet-stream": _BINARY, ZIP: _BINARY}
    if letters:
        content |= {
            WORD: _BINARY,
            MARKDOWN: _text("Een brief", "Geachte heer of mevrouw,\n"),
            HTML: _text("Een brief", "<p>Geachte heer of mevrouw,</p>"),
        }
    return {200: {"description": description, "content": content}}


def _text(summary: str, value: str) -> dict[str, Any]:
    return {"schema": {"type": "string"}, "examples": {"brief": example(summary, value)}}
