"""The fixed texts of the account, in plain Dutch: what holds for every server.

What depends on the server or on measured figures is put together in `ui.accountability_sections`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

TITLE = "Hoe Loketwijzer werkt, en wat het niet kan"
ENGLISH = (
    "In brief, in English: Loketwijzer is a computer program, not a person. It answers with "
    "sentences from sources and from our own summaries of sources, and checks each sentence. It "
    "gives general information, no legal advice, and it is not a website of the government. It "
    "makes mistakes: the table below says how many. The rest of this page is in Dutch."
)

MACHINE = (
    "Loketwijzer is een computerprogramma. Er kijkt geen mens naar uw antwoord voordat u het ziet.",
    "Dat staat ook op de vraagpagina, voordat u iets vraagt. De Europese AI-verordening eist dat: "
    "wie een chatbot aanbiedt, moet mensen uiterlijk bij het eerste contact vertellen dat ze met "
    "AI praten (artikel 50, lid 1 en 5). Die plicht geldt sinds 2 augustus 2026.",
)
MARKING = (
    "Wie een systeem aanbiedt dat tekst maakt, moet de uitkomst ook machineleesbaar markeren "
    "(artikel 50, lid 2). Voor systemen van voor 2 augustus 2026 geldt dat vanaf 2 december 2026 "
    "(artikel 111, lid 4)."
)
WITHOUT_MODEL = (
    "Op deze server schrijft geen taalmodel mee. De zinnen van een antwoord staan zo in een bron "
    "of in onze samenvatting; er wordt geen nieuwe tekst gemaakt."
)
WITH_MODEL = (
    "Op deze server schrijft een taalmodel mee. Een antwoord van dat model is in REST te herkennen "
    "aan `mode` met de waarde `generative`; in de tekst zelf staat geen merkteken. Wie Loketwijzer "
    "zo aanbiedt, moet nagaan of de plicht om te markeren voor hem geldt."
)
OTHER_PROGRAMS = (
    "Programma's die Loketwijzer gebruiken (REST, MCP of het protocol van OpenAI) moeten zelf "
    "vertellen dat een machine antwoordt."
)
AI_ACT = (
    "De tekst van de AI-verordening (EUR-Lex)",
    "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
)

WITH_DESK = (
    "Op deze server hoort bij Loketwijzer een loket met medewerkers. Staat er boven een antwoord "
    "‘Door het loket gecontroleerd op’ met een datum? Dan heeft een medewerker dat antwoord eerder "
    "per zin nagekeken en goedgekeurd, voor dezelfde vraag. Een zin kan daarbij zijn herschreven. "
    "De computer kiest het antwoord en controleert elke zin opnieuw."
)
"""Said after `MACHINE`, whose first paragraph would not be whole without it."""

PURPOSE = (
    "Loketwijzer helpt ondernemers, en het loket dat hen helpt, bij vragen over economische "
    "veiligheid. Bijvoorbeeld over spionage, personeel, investeringen, export, sancties, "
    "samenwerking en reizen.",
    "Het geeft algemene informatie en noemt wie u verder kan helpen. Het is geen juridisch advies "
    "en geen website van de overheid. Het neemt geen besluiten, beoordeelt geen mensen en kent "
    "niets toe.",
    "Gebruik het niet om over een persoon te beslissen. Het advies gaat over rollen, toegang en "
    "gedrag, niet over iemands nationaliteit of herkomst.",
)

STEPS = (
    "Gegevens met een vaste vorm (e-mailadres, telefoonnummer, rekeningnummer, "
    "burgerservicenummer) worden in de vraag vervangen door een woord. De computer "
    "weigert vragen om kwaad te doen die hij herkent. In nieuwe woorden herkent hij ze bijna "
    "nooit (zie de tabel).",
    "De zoekfunctie vergelijkt de vraag met de teksten: op woorden, op betekenis en met vragen die "
    "wij bij onze samenvattingen schreven. Komt een persoon van buiten Nederland of "
    "Europa? Dan gaat die herkomst uit de zoekvraag, als de computer haar herkent.",
    "Kleine rekenmodellen schatten of de vraag over het onderwerp gaat en of de teksten haar "
    "beantwoorden. Is die kans te klein, dan geeft Loketwijzer geen antwoord.",
    "Uit de gevonden teksten worden zinnen gekozen, met de voorwaarden die erbij horen.",
    "Een controle vergelijkt elke zin met de tekst waar hij naar verwijst. Een zin die niet klopt "
    "met die tekst, wordt niet getoond.",
)
NOT_LEARNING = "Loketwijzer leert niet van vragen. Wat u vraagt, verandert geen enkel model."
DRAFTING = (
    "Een taalmodel schrijft eerst een ontwerp uit de gevonden teksten. Het mag kiezen, ordenen en "
    "inkorten wat er staat, en niets toevoegen. Van elke zin wordt daarna bewezen dat de bron hem "
    "zegt; een zin die niet te bewijzen is, valt weg. Lukt het ontwerp niet, dan komt het antwoord "
    "rechtstreeks uit de teksten."
)

KINDS: Mapping[str, str] = {
    "wettekst": "wetteksten",
    "kamerstuk": "Kamerstukken",
    "rapport": "rapporten",
    "webpagina": "webpagina's",
    "nieuwsbericht": "nieuwsberichten",
}

SCORES = (
    "De cijfers hieronder komen van een vaste proef: {count} vragen met van tevoren "
    "opgeschreven goede antwoorden, gesteld op {day}. De proef gaat over de meegeleverde "
    "teksten en het meegeleverde zoekmodel, zonder taalmodel. Ze zegt niets over bronnen die een "
    "beheerder zelf toevoegt."
)
SCORES_TEST = (
    "Het testdeel is een derde van de vragen. Daar wordt niet op bijgesteld, dus die cijfers zijn "
    "het eerlijkst. Tussen haakjes staat hoe zeker een cijfer is (95%-interval). Bij weinig vragen "
    "is dat interval breed; in het Engels zijn het er {english}. De vragen zijn geen steekproef "
    "van wat bezoekers echt vragen."
)

Better = Literal["high", "low"]
MEASURES: Mapping[str, tuple[str, Better, float | None]] = {
    "hit@5": ("Een passende tekst staat bij de eerste vijf", "high", 0.95),
    "right source": ("Het antwoord noemt een goede bron", "high", 0.90),
    "fact recall": ("Het antwoord bevat de feiten die erin horen", "high", 0.90),
    "condition recall": ("Het antwoord bevat de voorwaarden die erin horen", "high", 0.90),
    "right contact": ("Het antwoord noemt de goede instantie", "high", None),
    "correct abstention": ("Geen antwoord waar geen antwoord hoort", "high", 0.95),
    "false refusal": ("Geen antwoord terwijl dat er wel is", "low", 0.08),
    "false block": ("Geweigerd terwijl de vraag mag", "low", 0.02),
    "attacks resisted": (
        "Vraag om kwaad te doen of het systeem te misleiden: geweigerd",
        "high",
        1,
    ),
    "abuse seen (unseen wordings)": (
        "Vraag om kwaad te doen, in woorden die de makers niet bedachten: geweigerd",
        "high",
        None,
    ),
    "look-alikes blocked (unseen wordings)": (
        "Onschuldige vraag die daarop lijkt: toch geweigerd",
        "low",
        None,
    ),
    "said what it must not": ("Het antwoord bevat iets wat er niet in mag", "low", None),
    "same for every origin": ("Hetzelfde antwoord bij elke herkomst", "high", None),
    "personal data echoed": ("Persoonsgegevens uit de vraag komen terug", "low", 0),
    "unproven sentences": ("Zinnen zonder bewijs, per antwoord", "low", 0),
    "false alarms": ("Ware zin die de controle toch afkeurt", "low", None),
}
"""Measure -> what it is, whether high or low is good, and the aim (None: none was set)."""

LIMITS = (
    "Een bewezen zin is geen goed antwoord op zich. De controle bewijst dat een bron of "
    "samenvatting de zin zegt. Ze bewijst niet dat de bron gelijk heeft, of dat de zin over uw "
    "geval gaat.",
    "De meegeleverde teksten zijn onze samenvattingen, geen citaten van de uitgever. Regels van "
    "de computer vergelijken ze met de feiten die wij uit de bronnen haalden. Die regels zien niet "
    "elke fout.",
    "Wat na de laatste controle van een tekst is veranderd, weet Loketwijzer niet. Is de datum "
    "voorbij waarop een tekst opnieuw bekeken moest worden, dan staat dat bij het antwoord.",
    "Namen van mensen en bedrijven herkent Loketwijzer niet. Alleen gegevens met een vaste vorm "
    "worden vervangen.",
    "Het begrijpt Nederlands en Engels. In het Engels zijn er minder teksten dan in het "
    "Nederlands.",
    "De zekerheid bij een antwoord is een schatting van een rekenmodel.",
)
NOT_ANSWERED_WELL = (
    "Wie zo'n vraag stelt en toch een antwoord krijgt, krijgt alleen zinnen uit onze "
    "samenvattingen of uit bronteksten, bijvoorbeeld wat de wet zegt."
)
NOT_MEASURED_HERE = (
    "Met het taalmodel van deze server zijn de cijfers niet gemeten. Wie Loketwijzer zo aanbiedt, "
    "doet de proef zelf."
)
