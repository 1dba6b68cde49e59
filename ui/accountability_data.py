"""What happens to a question on a server: where it goes, what is kept, what is logged."""

from __future__ import annotations

from ui.accountability import Setup
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
_NO_FEEDBACK = "Deze server neemt geen reacties op antwoorden aan en bewaart geen vragen op schijf."
_FEEDBACK = (
    "Alleen wie zelf een reactie verstuurt, laat iets achter: het oordeel, de opmerking, en de "
    "vraag of de bron waar het over gaat, met het tijdstip, de taal en hoe de vraag afliep. "
    "Gegevens met een vaste vorm worden eerst vervangen. Er komt geen naam en geen IP-adres "
    "bij. Medewerkers van de organisatie die Loketwijzer aanbiedt, lezen het. Na {days} wordt "
    "het gewist. Herkent de computer in de vraag een voorval dat nu gebeurt, dan wordt de "
    "vraag zelf niet bewaard."
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
    return _FEEDBACK.format(days="1 dag" if days == 1 else f"{days} dagen")
