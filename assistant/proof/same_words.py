"""Words that say the same in plain Dutch and English on this topic, as data.

Only true synonyms stand here. Words that differ in law never share a line: melden and aanvragen,
vergunning and ontheffing, cel and hechtenis, minister and toezichthouder, koper and verkoper,
toestemming and goedkeuring. A word stands in one line only.
"""

from __future__ import annotations

from collections.abc import Mapping

SAME: Mapping[str, tuple[str, ...]] = {
    "nl": (
        # to look, to ask, to tell
        "nagaan controleren checken nakijken uitzoeken natrekken verifiëren",
        "raadplegen lezen doorlezen",
        "vragen vraagt opvragen navragen verzoek verzoeken",
        "informeren inlichten meedelen vertellen vertelt",
        "antwoorden antwoord beantwoorden reageren reactie",
        "uitleg uitleggen toelichten toelichting",
        "aanraden adviseren advies aanbevelen",
        "bellen telefoneren opbellen telefoon telefonisch telefoongesprek",
        "mail mailen email emailen mailadres emailadres",
        "zoeken opzoeken",
        "sturen versturen verzenden zenden opsturen toesturen nasturen insturen",
        "toevoegen bijvoegen meesturen",
        "opnemen vastleggen noteren opschrijven opgenomen",
        "meewegen meetellen meegewogen afwegen afweging wegen",
        "afhangen afhankelijk",
        "toezien toezicht",
        "uitgaan verlaten",
        "deelnemen meedoen deelname",
        "leren lering",
        # to apply, to hold, to be listed
        "gelden geldt geldig staan staat stond tellen telt vallen valt horen behoren bevatten "
        "omvatten duren duurt zitten zit liggen bestaan luiden",
        "bedoelen bedoeld bestemd",
        "betekenen inhouden",
        "vergen vereisen eisen verlangen",
        "volstaan genoeg voldoende toereikend",
        # what happens to companies, licences and laws
        "melden melding gemeld meldplicht meldplichtig meldingsplicht meldingsplichtig",
        "vergunning vergunningplichtig vergunningsplicht vergunningplicht",
        "besluit beslissing beslissen besluiten besloten",
        "goedkeuring goedkeuren goedgekeurd",
        "kopen koop gekocht kocht aankoop aankopen",
        "verkopen verkoop verkocht",
        "overnemen overname overgenomen",
        "verkrijgen verkregen verwerven verworven",
        "aanwijzen aanwijzing aangewezen",
        "verbieden verbod verboden",
        "opheffen opgeheven",
        "maken opstellen opmaken",
        "gebruiken benutten inzetten ingezet",
        "wijzigen veranderen wijziging verandering",
        "overtreden schenden overtreding schending",
        "beginnen begin begon begonnen starten start",
        "eindigen einde aflopen afloop afgelopen uitlopen vervallen ophouden stoppen",
        "toenemen toegenomen stijgen gestegen groeien",
        "afnemen afgenomen dalen gedaald",
        "afronden voltooien",
        "ontleden demonteren",
        "ontdekken ontdekking constateren",
        "inbraak inbreken ingebroken",
        "stelen gestolen diefstal",
        "verliezen verloren kwijtraken",
        "tekenen ondertekenen handtekening",
        "streven proberen trachten",
        "helpen hulp geholpen ondersteunen ondersteuning",
        "export uitvoer exporteren",
        "import invoer importeren",
        "bepalen vaststellen",
        "dwingen gedwongen",
        "afdwingen afgedwongen",
        "prijzen geprezen",
        "verbinden verbonden verbinding",
        "bedenken bedacht",
        "schrijven geschreven schreef",
        "spreken gesproken",
        "afspreken afgesproken",
        "houden gehouden hield",
        "brengen gebracht",
        "blijven gebleven bleef",
        "nemen genomen neemt",
        "ingrijpen ingreep ingrepen",
        "inkopen inkoop ingekocht",
        "tonen aantonen",
        "treffen treft getroffen trof",
        "produceren productie",
        "kiezen keuze gekozen koos",
        "overdragen overdracht overgedragen",
        "voorzitten voorzitter voorgezeten",
        "bekendmaken bekendgemaakt",
        "verkleinen kleiner",
        "verlagen lager",
        "verhogen hoger",
        "interesse belangstelling",
        "fout verkeerd",
        "vaag vaagheid",
        "meerderheid meeste",
        "toekennen toegekend",
        "ontvangen ontvangst",
        "bijdragen bijdrage",
        "aanvragen aanvraag aangevraagd",
        "betalen betaling betaald",
        "leveren levering geleverd",
        "weigeren weigering geweigerd",
        "intrekken intrekking ingetrokken",
        "ontwikkelen ontwikkeling",
        # who and what
        "medewerker personeelslid werknemer personeel",
        "kandidaat sollicitant",
        "bedrijf onderneming firma",
        "bezoeker gast",
        "financier geldschieter geldgever",
        "deal transactie",
        "contract overeenkomst",
        "octrooi patent",
        "vinding uitvinding",
        "gegevens data",
        "website site webpagina",
        "digitaal online elektronisch",
        "boete geldboete",
        "cel gevangenisstraf celstraf gevangenis",
        "regels voorschriften",
        "stem stemmen stemrecht",
        "verschil verschillen",
        "overzicht inventarisatie",
        "doel doelstelling",
        "woning huis",
        "wet wettelijk",
        "herkomst afkomstig vandaan",
        # how
        "automatisch vanzelf",
        "compleet volledig",
        "indirect middellijk",
        "gratis kosteloos",
        "openbaar publiek publiceren gepubliceerd",
        "heimelijk stiekem",
        "wegens vanwege",
        "vooraf voorafgaand voorhand tevoren",
        "achteraf naderhand",
        "onmiddellijk meteen",
        "snel spoedig",
        "minstens minimaal tenminste minste minimum",
        "hoogstens maximaal hoogste maximum",
        "alleen uitsluitend slechts",
        "belangrijkste voornaamste",
        "ongeveer circa",
        "behalve tenzij",
        "uitzondering uitgezonderd",
    ),
    "en": (
        "check verify",
        "choose chose chosen pick",
        "bind bound binding",
        "transfer transferred",
        "pay paid payment",
        "deliver delivery supply supplies",
        "tell told",
        "ask asked request",
        "answer reply respond response",
        "advise advice recommend recommended",
        "email mail",
        "phone telephone call",
        "send sent",
        "learn lesson",
        "help assist support",
        "explain explanation",
        "apply cover count fall contain include comprise list last valid",
        "mean meant",
        "enough sufficient suffice",
        "decide decision",
        "approval approve approved",
        "buy bought purchase",
        "sell sold sale",
        "ban forbid prohibit banned forbidden prohibited",
        "refuse decline",
        "begin began begun start",
        "end stop expire lapse finish",
        "change alter modify amend",
        "increase grow grew rise rose",
        "disassemble dismantle",
        "hide hidden conceal",
        "steal stolen theft",
        "lose lost",
        "keep kept retain",
        "know known knew aware",
        "made make makes making",
        "give gave given",
        "hold held",
        "find found",
        "employee staff worker personnel",
        "candidate applicant",
        "company firm business enterprise",
        "visitor guest",
        "deal transaction",
        "contract agreement",
        "website site",
        "digital online electronic",
        "prison jail imprisonment",
        "public publish published",
        "foreign abroad overseas",
        "people individuals persons",
        "difference distinction",
        "automatically automatic",
        "early earlier sooner",
        "immediately promptly",
        "beforehand advance",
        "afterwards subsequently",
        "minimum least",
        "maximum most",
        "only solely exclusively",
        "unlawful illegal unlawfully illegally",
        "except exception",
        "secret secretly",
        "enclosure attachment",
    ),
}  # fmt: skip
"""Groups of words by language; the first word stands for its group. Inflections are found."""

LIGHT: Mapping[str, str] = {
    "nl": (
        "ben bent hebt heb komt kom komen kwam ga gaan gaat ging gingen wilt willen hoef hoeft "
        "hoeven dient dienen moest mocht zorg zorgt zorgen bereiken bereikbaar terecht "
        "verplicht verplichten verplichting plicht volgens opletten alert oppassen waakzaam "
        "oplettend hoede denk denken verstandig mensen persoon personen iemands iedereen mede "
        "voorbeeld voorbeelden werkelijk daadwerkelijk daarnaast bovendien verder "
        "eveneens tevens namelijk immers daarom daarbij daarvoor daarmee daardoor daarover "
        "daarvan daaraan daarin hiervoor hierbij hiermee hierover waarvoor waarbij waarmee "
        "waarin waarvan waardoor waarop waaronder zodat zodra indien doordat aangezien terwijl "
        "omdat overigens vervolgens telkens ieder iedere zowel evenals alsook zoals "
        "bijvoorbeeld sprake geval allebei beide zo'n acht "
    ),
    "en": (
        "having makes sure ensure lets go goes going come comes says said obliged requires "
        "require duty due every everyone also too moreover furthermore besides however "
        "therefore thus hence namely indeed such like well case cases according both each "
        "whether because while once via "
    ),
}
"""Words without a fact of their own: they count neither for nor against a sentence."""

FAINT: Mapping[str, str] = {
    "nl": (
        "krijgen krijgt kreeg gekregen geven gaf noemen noemt noemde zeggen zegt zei bekijken "
        "bekeken aanleveren aangeleverd toebrengen meebrengen aangaan aangaat aanmerken "
        "aangemerkt dateren dateert verschijnen verscheen herkennen plegen pleegt bieden biedt "
        "onderscheiden actief "
    ),
    "en": ("get gets got getting receive received gain obtain owe "),
}
"""Verbs that count as light, but that no verb of a near copy may be replaced by."""

SEPARABLE = (
    "nagaan nakijken navragen natrekken nalopen nasturen nadenken uitzoeken uitleggen uitgaan "
    "uitgeven uitblijven opzoeken opnemen opvragen opletten opstellen opheffen opsturen "
    "opschrijven opslaan oprichten opbergen opleggen oppassen vastleggen vaststellen inlichten "
    "inschrijven indienen intrekken inkopen inzetten inbreken toevoegen toestaan toezien "
    "toelichten toepassen toekennen toezeggen bijvoegen bijdragen overnemen overdragen aanmelden "
    "aanvragen aanwijzen aanraden aanmerken aantonen aanbieden aangeven aanleveren afhangen "
    "aflopen afspreken afronden afgeven afwegen afwijzen afdwingen afstemmen deelnemen doorgeven "
    "doorgaan doorleveren meedoen meedelen meekijken meetellen meewegen meesturen meewerken "
    "meenemen voorleggen voorbereiden voorzitten terugvallen terugtrekken toesturen weglekken "
    "samenwerken optellen rondlopen bekendmaken plaatsvinden uitkiezen uitwisselen omgaan"
)
"""Dutch verbs that fall apart: "ga … na"."""

PHRASES: tuple[tuple[str, str], ...] = (
    (r"groen licht", "goedkeuring"),
    (r"neem(?:t|en)? (?:dan |u |zo snel mogelijk |vooraf |eerst )*contact op", "bereiken"),
    (r"nemen (?:dan |vooraf |eerst )*contact op|contact op ?(?:te )?nemen", "bereiken"),
    (r"van tevoren|op voorhand", "vooraf"),
    (r"op elk moment|te allen tijde", "altijd"),
    (r"op (?:zijn|hun|uw) laatst|ten laatste", "uiterlijk"),
    (r"kijk(?:t|en)? (?=(?:eerst |vooraf |goed )*of\b)", "nagaan "),
    (r"brengt? (?=[^.;,]* in kaart\b)|in kaart brengen", "maken overzicht "),
    (r"in kaart", ""),
    (r"overheid", "overheyd"),  # its stem is that of the word "over"
    (
        r"zet(?:ten)? (?=[^.;,]* op papier\b)|op papier (?:te )?zetten",
        "vastleggen schriftelijk ",
    ),
    (r"na afloop(?! van)|nadien", "daarna"),
    (r"(?:is|zijn|was) (?=[^.;,]{0,30}van toepassing\b)|van toepassing (?:is|zijn)", "geldt "),
    (r"van toepassing", ""),
    (r"laat zien|laten zien", "tonen"),
    (r"trek(?:t|ken)? (?=[^.;,]{0,20}lering)", ""),
    (r"(?:vraagt?|vragen) (?=(?:dan |eerst )?raad\b)", "vraag advies "),
    (r"te rade gaan", "advies"),
    (r"met redenen", "gemotiveerd"),
    (r"op zichzelf", "zelfstandig"),
    (r"met name|in het bijzonder", "vooral"),
    (r"op het gebied van|aan de orde", ""),
    (r"europese commissie", "Commissie"),
    (r"inform(?:s|ed|ing)?\b", "tell"),
    (r"op geen enkel moment", "nooit"),
    (r"haal(?:t|en)? [^.;,]{0,30}uit elkaar|uit elkaar (?:te )?halen", "ontleden"),
    (r"in het geheim", "heimelijk"),
    (r"laat weten|laten weten|liet weten", "meedelen"),
    (r"let(?:ten)? (?:goed |extra )?op\b", "opletten"),
    (r"onder (?:meer|andere)", ""),
    (r"e-mail", "email"),
    (r"mkb'?ers?", "mkb"),
    (r"(?:get|getting) in touch with", "contact"),
    (r"green light", "approval"),
    (r"in advance", "beforehand"),
    (r"(?:take|taking|takes|taken) (?=[^.;,]{0,40}apart\b)", "disassemble "),
    (r"find out (?=whether|if|which|what|who)", "check "),
    (r"free of charge", "free"),
    (r"small and medium-sized (?:companies|firms|businesses|enterprises)|smes?", "sme"),
    (r"(?:say|saying) no", "refuse"),
)  # fmt: skip
"""Expressions, as patterns without regard to case, and the one word that says the same."""

FULL_NAMES: Mapping[str, str] = {
    "bti": "bureau toetsing investeringen",
    "bvev": "beschermingsvoorziening economische veiligheid",
    "ap": "autoriteit persoonsgegevens",
    "ncsc": "nationaal cyber security centrum",
    "dtc": "digital trust center",
    "olev": "ondernemersloket economische veiligheid",
    "cdiu": "centrale dienst voor in- en uitvoer",
    "rvo": "rijksdienst voor ondernemend nederland",
    "nts": "nationale technologiestrategie",
    "ngs": "nationale grondstoffenstrategie",
    "vog": "verklaring omtrent het gedrag",
    "cbw": "cyberbeveiligingswet",
    "nbiv": "nationaal bureau industrieveiligheid",
    "abro": "algemene beveiligingseisen voor rijksoverheidsopdrachten",
    "dbsa": "dreigingsbeeld statelijke actoren",
    "avg": "algemene verordening gegevensbescherming",
    "gdpr": "general data protection regulation",
    "wwke": "wet weerbaarheid kritieke entiteiten",
    "aivd": "algemene inlichtingen- en veiligheidsdienst",
    "mivd": "militaire inlichtingen- en veiligheidsdienst",
}
"""Abbreviations of one body, law or paper each, with the name in full: both name the same."""

INTERCHANGEABLE = (
    "minstens minimaal tenminste", "hoogstens maximaal", "als wanneer indien",
    "alleen uitsluitend slechts", "procent %", "percent %", "euro €", "vereist verplicht",
    "mag toegestaan", "moet verplicht", "mogen kunnen", "mogelijk kan", "tenzij behalve",
    "zo zodra", "single one", "binnen uiterlijk", "krijgen ontvangen",
    "must required", "must needs", "may allowed", "if when",
)  # fmt: skip
"""Words of grammar, bound and duty that a near copy may use for each other, by group."""
