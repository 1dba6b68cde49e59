"""What happens to a question on a server: where it goes, what is kept, what is logged."""

from __future__ import annotations

from ui.accountability import DeskPeriods, Setup
from ui.accountability_parts import Facts, Section

_GOES_NOWHERE = (
    "Nergens heen. De vraag blijft op deze server; zoeken, kiezen en controleren gebeuren daar."
)
_GOES_HERE = (
    "Naar het taalmodel {model}, dat op dezelfde machine draait. De vraag verlaat die machine niet."
)
_GOES_ELSEWHERE = (
    "De vraag, de eerdere vragen van het gesprek en de gevonden teksten gaan naar het taalmodel "
    "{model}. Dat kan op een andere machine staan, van de organisatie zelf of van een aanbieder. "
    "E-mailadressen, telefoonnummers, rekeningnummers en burgerservicenummers zijn dan al "
    "vervangen; namen niet."
)
_KEPT = (
    "In het werkgeheugen, zolang de pagina open is. Bij het sluiten wist de server het gesprek; "
    "krijgt de server dat niet te horen, dan na ongeveer een uur. Uw browser bewaart geen woord "
    "van het gesprek, behalve de vraag in een gedeelde link die u opent (geschiedenis)."
)
_NO_FEEDBACK = (
    "Deze server neemt geen reacties op antwoorden aan, en bewaart geen vragen om te horen wat "
    "lezers van een antwoord vinden."
)
_FEEDBACK = (
    "Alleen wie zelf een reactie verstuurt, laat iets achter: het oordeel, de opmerking, en de "
    "vraag of de bron waar het over gaat, met het tijdstip, de taal en hoe de vraag afliep. "
    "Gegevens met een vaste vorm worden eerst vervangen. Er komt geen naam en geen IP-adres "
    "bij. Medewerkers van de organisatie die Loketwijzer aanbiedt, lezen het. Na {days} wordt "
    "het gewist. Herkent de computer in de vraag een voorval dat nu gebeurt, dan wordt de "
    "vraag zelf niet bewaard."
)
_NO_DESK = (
    "Deze server heeft geen loket. Met een loket kan een bezoeker een vraag voorleggen aan een "
    "medewerker. Dan staat hier wat daarvan wordt bewaard."
)
_DESK = (
    "Alleen wie zelf op ‘Verstuur naar het loket’ kiest, legt een vraag voor. Hij ziet eerst wat "
    "er wordt verstuurd: de vraag, het gesprek, wat er gevonden is, en een naam en e-mailadres als "
    "hij die geeft. Dat wordt versleuteld bewaard op deze server of in de databank van de "
    "organisatie, met een sleutel per zaak. Alleen medewerkers van het loket lezen het. Zonder "
    "antwoord wordt de tekst na {open_days} gewist; na een antwoord {days} later. Een beheerder "
    "kan haar eerder wissen. Een nummer, het onderwerp, cijfers over het antwoord, datums, namen "
    "van medewerkers en een logboek zonder teksten blijven. In een reservekopie blijft de tekst "
    "zolang de organisatie die kopie bewaart."
)
_VERIFIED = (
    "{who} Stelt later iemand dezelfde vraag, dan kan hij dit antwoord krijgen, {days} lang. "
    "Daarna moet het loket het opnieuw goedkeuren. Om te vergelijken wordt de vraag nog een keer "
    "bewaard, niet versleuteld: zonder de naam en het e-mailadres van wie haar stelde en zonder "
    "gegevens met een vaste vorm. Namen in de tekst van de vraag worden niet herkend. Deze "
    "kopie blijft als de zaak wordt gewist. Ze gaat weg {days} nadat de termijn voorbij is of het "
    "antwoord is ingetrokken."
)
_WHO = {
    1: "Een medewerker beslist over elke zin en keurt het antwoord goed.",
    2: "Een medewerker beslist over elke zin; twee medewerkers keuren het antwoord goed.",
}
_STAFF = (
    "Van medewerkers van het loket: een naam, een rol, een onleesbaar gemaakt wachtwoord, en in "
    "het logboek wie wat wanneer deed. Na inloggen zet de server één cookie, die na {hours} uur "
    "niet meer werkt. Bezoekers krijgen geen cookie van het loket."
)
_LOGGED = (
    "Het tijdstip, het IP-adres, welke pagina of route is gevraagd en hoe dat afliep; niet de "
    "vraag. Bij een storing komt de foutmelding van het programma erbij. Hoe lang het logboek "
    "blijft, bepaalt de organisatie."
)
_COUNTED = (
    "Een IP-adres krijgt hoogstens {count} antwoorden per minuut; de vraagpagina en REST tellen "
    "apart. Om dat te tellen staat het adres in het werkgeheugen."
)
_OUTWARD = (
    "Alleen als de beheerder daarom vraagt, haalt het programma een bron op van internet. "
    "Metingen aan de makers van onderdelen (telemetrie) staan uit, tenzij de beheerder ze zelf "
    "aanzet."
)


def data_section(setup: Setup) -> Section:
    """Tell what happens to a question."""
    return Section(
        id="gegevens",
        title="Wat er met uw vraag gebeurt",
        parts=(Facts(label="Wat er met uw vraag gebeurt", rows=data_rows(setup)),),
    )


def data_rows(setup: Setup) -> tuple[tuple[str, str], ...]:
    """Tell where a question goes, what is kept and what is logged, a row for each."""
    return (
        ("Waar uw vraag heen gaat", _goes(setup)),
        ("Wat van een gesprek wordt bewaard", _KEPT),
        ("Reacties op een antwoord", _feedback(setup.feedback_days)),
        *_desk_rows(setup.desk),
        ("Wat in het logboek komt", _LOGGED),
        ("Tellen per adres", _COUNTED.format(count=setup.answers_per_minute)),
        ("Andere verbindingen", _OUTWARD),
    )


def _goes(setup: Setup) -> str:
    told = {"none": _GOES_NOWHERE, "here": _GOES_HERE, "elsewhere": _GOES_ELSEWHERE}
    return told[setup.chat_place].format(model=setup.chat_model)


def _feedback(days: int) -> str:
    if not days:
        return _NO_FEEDBACK
    return _FEEDBACK.format(days=_in_days(days))


def _desk_rows(desk: DeskPeriods | None) -> tuple[tuple[str, str], ...]:
    if desk is None:
        return (("Vragen aan het loket", _NO_DESK),)
    handed = _DESK.format(open_days=_in_days(desk.open_case_days), days=_in_days(desk.case_days))
    verified = _VERIFIED.format(who=_WHO[desk.approvals], days=_in_days(desk.verified_days))
    staff = _STAFF.format(hours=f"{desk.session_hours:g}".replace(".", ","))
    return (
        ("Vragen aan het loket", handed),
        ("Goedgekeurde antwoorden", verified),
        ("Medewerkers van het loket", staff),
    )


def _in_days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"
