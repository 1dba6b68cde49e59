"""Every text of the staff page, in Dutch: it is a page of the desk's own people."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers import Language, Speaker, Status
from assistant.desk.nouns import CaseState, Decision, Light, Part, StaffRole, Tone

TITLE = "Loket"
TAGLINE = "Voorgelegde vragen en goedgekeurde antwoorden"
LOGIN = "/loket/inloggen"
LOGOUT = "/loket/uitloggen"

STATES: Mapping[CaseState, str] = {
    "new": "Nieuw",
    "claimed": "In behandeling",
    "drafted": "Concept gemaakt",
    "half_approved": "Wacht op tweede akkoord",
    "approved": "Goedgekeurd",
}
STATUSES: Mapping[Status, str] = {
    Status.ANSWERED: "beantwoord",
    Status.PARTIAL: "deels beantwoord",
    Status.NO_ANSWER: "geen antwoord gevonden",
    Status.OUT_OF_SCOPE: "valt buiten het onderwerp",
    Status.BLOCKED: "geweigerd",
}
IMPACTS: Mapping[int, str] = {
    3: "Kans op overtreding",
    2: "Kan veel schade geven",
    1: "Gewoon belang",
}
ROLES: Mapping[StaffRole, str] = {
    "reader": "lezer",
    "editor": "behandelaar",
    "approver": "goedkeurder",
    "admin": "beheerder",
}
LIGHTS: Mapping[Light, str] = {
    "green": "Groen: de bron bewijst deze zin",
    "amber": "Oranje: kijk deze zin na",
    "red": "Rood: niet bewezen",
}
LIGHT_NAMES: Mapping[Light, str] = {"green": "groen", "amber": "oranje", "red": "rood"}
DECISIONS: Mapping[Decision, str] = {
    "open": "Nog geen besluit",
    "kept": "Behouden",
    "edited": "Bewerkt",
    "rejected": "Afgewezen",
    "needs_source": "Heeft een bron nodig",
}
PARTS: Mapping[Part, str] = {
    "answer": "Antwoord",
    "condition": "Voorwaarde",
    "action": "Wat te doen",
    "where": "Waar u terechtkunt",
}
TONES: Mapping[Tone, str] = {"letter": "Brief", "email": "E-mail"}
LANGUAGES: Mapping[Language, str] = {"nl": "Nederlands", "en": "Engels"}
SPEAKERS: Mapping[Speaker, str] = {"user": "Ondernemer", "assistant": "Loketwijzer"}

EXPIRED = "U bent niet (meer) ingelogd. Wat u hebt getypt, staat er nog."
LOG_IN_AGAIN = "Log opnieuw in (nieuw tabblad)"
AND_REPEAT = "en doe daarna hier hetzelfde nog eens."
UNAVAILABLE = (
    "De gegevens van het loket zijn nu niet te bereiken; er is niets veranderd. Wat u hebt "
    "getypt, staat er nog. Probeer het over een minuut opnieuw."
)
NO_CASE = "Kies in de inbox een zaak. Dan ziet u hier de vraag en maakt u een antwoord."
NO_CASES = "Er zijn geen zaken die hierbij passen."
NOT_SAVED = (
    "Zin {number} is veranderd, maar nog niet bewaard. Kies eerst bij die zin ‘Bewaar wijziging’."
)
CHANGED_NOT_KEPT = (
    "U hebt de tekst veranderd. Kies ‘Bewaar wijziging’, of zet de oude tekst terug en kies "
    "‘Behoud’."
)
NO_PASSAGE = "Zoek eerst een passage en kies er een."
PASSAGE_GONE = "Deze passage staat niet meer in de index. Zoek opnieuw."
NOTHING_FOUND = "Niets gevonden. Probeer andere woorden."
NO_WORDS = "Typ eerst waar u naar zoekt."
NO_TEXT = "Typ eerst de zin die erbij moet."
APPROVED = "Goedgekeurd. U kunt de brief hieronder ophalen."
HALF_APPROVED = "Uw akkoord is vastgelegd. Een tweede collega moet ook akkoord gaan."
MAKING_IT = "Het concept is gemaakt. Besluit nu per zin."
CLAIMED = "U behandelt deze zaak."
RELEASED = "De zaak is weer vrij voor een collega."
OWNER_SET = "Eigenaar bewaard: {owner}."
OWNER_NONE = "Dit gat heeft geen eigenaar meer."
KEPT_ENTRY = "Het antwoord blijft in gebruik."
WITHDRAWN = "Het antwoord wordt niet meer gebruikt."
CHANGED_SINCE = (
    "Een collega heeft het concept intussen veranderd. Open de zaak opnieuw uit de inbox en lees "
    "wat er nu staat, voordat u goedkeurt."
)
NO_TARGET = "Kies eerst bij een zin ‘Bron nodig’."
INSERTED = "De zin staat in het concept."
NO_SUCH_CASE = "Deze zaak bestaat niet. Kies een zaak in de inbox."
HOW_TO_DECIDE = (
    "Besluit over elke zin. Een wijziging wordt meteen nagekeken. Afwijzen vraagt een reden; een "
    "rode zin die toch blijft, vraagt een schriftelijke grond."
)
