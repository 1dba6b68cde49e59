r"""Words of something that is happening now: extortion, a threat, espionage. Groups of words.

Whoever writes like that should hear first whom to call. The line: somebody who tells what is done
to them, or what somebody is doing, is in the middle of it; somebody who asks what a thing is, how
to recognise, prevent or report it, or what the law says of it, is not. So general questions are set
aside first. In what is left a sentence tells of an incident when it holds a word of every group of
some rule. A mistake costs little one way (contacts on top of an answer) and much the other, so in
doubt it is happening.

Patterns are in verbose form: white space in them means nothing, `\s` is a space.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE


def _group(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", _FLAGS)


_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+|;\s")
_GENERAL = re.compile(
    r"""(?:(?:en|maar|dus|and|but|so)\s)?(?:
    wat\s(is|zijn|was|houdt|betekent|kost|doet|doen|valt|verstaat)\b(?!\s(er|dit)\b)
    |(hoe|waaraan|waarom|wanneer|waarmee)\s(herken|voorkom|voorkomen|bescherm|beschermen|beveilig
      |beveiligen|weet|zie|werkt|werken|vaak|groot|veel|lang|screen|test|check|controleer|worden
    |wordt
      |gaan|gaat|merk|zorg|verklein|beperk|train|leer)\b
    |(hoe|waar|wanneer|bij\swie|moet\sik|moeten\swe)\b .{0,60}
      \b(spionage|datalek|hack|melden|melding|aangifte)\b
    |(welke|hoeveel|wie|krijg|mag|mogen|bestaat|geldt|klopt|gaat|valt|is\shet)\b
    |(worden|wordt)\s(er|kleine|grote|veel|ook|nederlandse|mkb\w*|bedrijven|ondernemers)\b
    |what\s(is|are|does|was|counts|should\sa)\b(?!\s(happening|this))
    |how\s(do|can|to|does|should|often|many|much|would|might|common)\b .{0,30}
      \b(recogni[sz]e|prevent|protect|secure|report|know|tell|spot|see|work|companies|often|stop
    |staff
        |screen|train|avoid|detect)\b
    |kan\s(een|de|het)\b|(can|could)\s(a|the|local|visitors|gover\w+)\b|moet\sik\smeewerken\b
    |(which|may|would|is\sit|are\s(there|small|companies|dutch)|does|do|who|where)\b
    |(ik|we|wij|i)\s .{0,15} \b(las|lees|lazen|gelezen|hoorde|gehoord|read|heard)\s .{0,20}
      \b(over|dat|about|that)\b)""",
    _FLAGS,
)
# These tell of something going on, whatever a question begins with.
_STILL = _group(
    r"""(op\sdit\smoment|right\snow|nu\snet|vannacht|vanochtend|vanmorgen|daarnet|zojuist
    |this\smorning
    |last\snight)\b
    |(die|iemand|ze|hij|who|they|someone|somebody)\s .{0,12} \b(mij|me|ons|us)\b .{0,20}
     \b(chant|bedreig|afpers|blackmail|threat|extort|volgt|following)
    |(ik|wij|we|i|i'm|we're)\b .{0,25} \b(bedreigd|gechanteerd|afgeperst|gestalkt|threatened
     |blackmailed|extorted|stalked)
    |(mij|me|ons|us)\b .{0,20} \b(bedreig|chant|afpers|threat|blackmail|extort)"""
)

_ME = _group(r"""(ik|wij|we|mij|me|mijn|m'n|ons|onze|i|my|us|our)\b""")
_NOW = _group(
    r"""(nu|momenteel|op\sdit\smoment|vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht
    |gisteren
    |gister\w+|zojuist|net|daarnet|zonet|al\sdagen|right\snow|now|at\sthis\smoment|today|tonight
    |yesterday
    |last\snight|this\s(morning|afternoon|evening))\b"""
)
_SOMEBODY = _group(
    r"""(collega\w*|medewerkers?|werknemers?|stagiair\w*|ingenieurs?|bezoekers?|gasten|gast
    |iemand|onbekende\w*
    |vreemde\s(man|vrouw)|vreemden|vreemdeling\w*|man|mannen|vrouw|persoon|mensen|student\w*
    |onderzoekers?
    |delegatie\w*|ex-\w+|oud-\w+|programmeur|tolk|schoonmaker|schoonmaakster|monteur|vennoot
    |compagnon
    |(zaken)?partner|directeur|hacker\w*|zus|compagnon|co-founder|guards?|journalist\w*|klant|he
    |she|hij|zij|ze|they|colleagues?|employees?
    |interns?|visitors?|strangers?|someone|somebody|engineers?|researchers?|men|women|woman
    |guests?|people
    |contractor|cleaner|official|agent\w*|intruder\w*)\b"""
)
_THREATENS = _group(
    r"""(afgeperst\w*|gechanteerd\w*|bedreigd\b|geïntimideerd|gestalkt|lastig\s?gevallen
    |chante\w+|chantage\b
    |afpers(t|en|ing|ers?|poging)\b|losgeld|bedreig(t|en|de|den)\b|intimide\w+|stalk\w+|dreig(t
    |en|de|den)\b
    |blackmail\w*|extort\w*|ransom\b|threat(en\w*|s)\b|intimidat\w+|harass\w+|doodsbedreig\w*)"""
)
_THREAT_ITSELF = _group(
    r"""(dreig(mail|brie|telefoon|bericht)\w*|doodsbedreig\w*|death\sthreat\w*|naaktfoto\w*
    |sextortion|honey\s?trap
    |in\sde\sval\sgelokt|(zit|zitten|sta)\s(ik|we|wij)\s(klem|vast)(?!\saan)
    |(ik|we|wij)\s(zit|zitten|zat)\s(klem|vast)(?!\saan)|(am|are|feel)\strapped|(cannot
    |can't)\sget\sout
    |(bestanden|servers?|systemen|computers|files|systems)\b .{0,20} \b(gegijzeld|hostage)
    |niet\smeer\sonderuit|drone\b .{0,40} \bfilm\w*)"""
)
_RANSOM = _group(
    r"(bitcoins?|crypto\w*|losgeld|ransom\b|betaal|betalen|geld\b|money|payment|pay\b)"
)
_PRESSES_OFF = _group(r"pers(t|en|te|ten)\b .{0,40} \baf\b | af\ste\spersen")
_UNLESS = _group(
    r"""(anders|tenzij|or\selse|otherwise|unless|als\s(ik|we|wij)\b .{0,50} \bniet|als\s(ik|we
    |wij)\s(weiger\w*|geen)
    |if\s(i|we)\s(do\snot|don't|refuse)|zolang\s(ik|we|wij)\sniet|until\s(i|we))\b"""
)
_HARM = _group(
    r"""(kapot\w*|publice\w+|verspreid\w*|op\s(internet|straat)|openbaar|aandoen|iets\saan
    |vertel\w+|spijt|publish\w*
    |leak\w*|ruin\w*|hurt\w*|expose\w*|regret|cancel\w*|intrek\w*|ontvoer\w*|arrest\w*
    |in\sde\sproblemen|get\sme\sin
    |eraan\b|opgepakt|gearresteerd|jail)"""
)
_FORCES = _group(
    r"""(dwing(t|en)\s(mij|me|ons|onze|mijn)|gedwongen\som|onder\s(\w+\s)?druk\s(gezet|zet\w*|om)
    |(zet|zetten|zette)\b .{0,30} \bonder\s(\w+\s)?druk|(forc|coerc|pressur)(e|es|ing|ed)\b
    |pressing\s(me|us)
    |under\spressure\sto)\b"""
)
_FEARS = _group(r"(bang|doodsbang|durf|durven|angst|scared|afraid|terrified|frightened)\b")
_FEARED = _group(
    r"""((inlichtingen)?dienst(en)?|spionnen|familie|gezin|family|foreign\s(service|agent
    |intelligence)\w*|nee\ste\szeggen
    |to\ssay\sno|weigeren|refuse|volgt|volgen|following|vervolg\w*|aandoen|iets\saan)\b"""
)
_SERVICE_PRESSES = _group(
    r"""((buitenlandse|vreemde)\s\w*dienst|inlichtingen(dienst|officier)|ambassade
    |foreign\s(\w+\s)?(service|agent|agency|man|official)|intelligence\s(service|officer|agent)
    |embassy|(een|a)\s(spion|spy))\w*\b .{0,40}
    \b(wil(len)?|vraagt|vroeg\w*|eist|blijft|belt|benadert|benaderde\w*|bood|biedt|wants?|asked|asks
    |approached|offered|keeps)\b"""
)
_PRESSES = _group(
    r"""(wil(len)?|vraagt|vroeg\w*|eist|eisen|blijft|belt|bellen|benaderde|benadert|bood|biedt
    |wants?|asked|asks|approached
    |offered|keeps|moest|moet)\b"""
)
_SECRET = _group(
    r"""(geheim(en|e\s(?!dienst)\w+)|broncode|vertrouwelijk\w*|source\scode|secrets?|confidential
    |bedrijfsgeheim\w*
    |dingen\sdoorgeef\w*|informatie\s(doorgeef|doorgeven|geef|lever)\w*)\b"""
)
_GIVES = _group(
    r"""(ge(ef|ven|eft)|doorgeef\w*|doorgeven|afgeven|stuur|sturen|door\ste\s\w+|doorstuur\w*
    |lever\w*|vertel\w*|give|send
    |hand\sover|share|tell|pass)\b"""
)
_SOLICITS = _group(
    r"""(vraagt|vragen|vroeg|wil(len)?|asks?|asked|wants?)\b .{0,20} \b(naar|om|for|my|onze
    |our)\b .{0,15}
    \b(intern|vertrouwelijk|geheim|meetrapport|non-public|internal|confidential|secret)\w*"""
)
_APPROACHES = _group(r"(aangesproken|benaderd|opgezocht|approached|came\sup\sto|gegevens\skende)\b")
_LEVER = _group(
    r"""((foto'?s|filmpje|video)\svan\s(mij|ons)|affaire|(photos|pictures|videos?)\sof\s(me|us)
    |affair
    |weet\siets\svan\smij|has\ssomething\son\sme)\b"""
)
_SECRET_OR_FILES = _group(
    r"""(geheim\w*|broncode|bestanden|tekeningen|ontwerpen|informatie|secrets?|files|drawings
    |designs
    |information)\b"""
)
_SECRETLY = _group(
    r"(stiekem|heimelijk|achter\s(mijn|onze)\srug|secretly|behind\s(my|our)\sback)\b"
)
_HANDS_OVER = _group(
    r"(verk(oo|o)p\w*|geeft|gaf|stuur\w*|levert|sell\w*|gives?|giving|sends?|sending)\b"
)
_PAID_FOR = _group(
    r"""(geld|cadeaus?)\s(aangenomen|gekregen)\svoor\b | (took|accepted)\s(money|gifts?)\sfor\b
    | paid\sfor\sa\s(small\s)?report"""
)
_CAUGHT = _group(r"(betrapt|caught)\b")
_SEIZES = _group(
    r"""(willen|wil|want\w*|eisen|demand)\b .{0,30}
    \b(in\smijn\s(laptop|telefoon)|(look\s)?(into|at)\smy\s(laptop|phone)|mijn\swachtwoord\w*
    |my\spassword\w*)"""
)
_KIN = _group(
    r"""(mijn|m'n|onze|my|our)\s(\w+\s)?(familie\w*|gezin|ouders?|vader|moeder|kind(eren)?
    |dochters?|zoon|zonen|vrouw
    |man|broers?|zus(sen|je)?|family|parents?|wife|husband|kids?|child(ren)?|daughters?|sons?
    |mother|father
    |brothers?|sisters?|relatives)\b"""
)
_HURTS_KIN = _group(
    r"""(aandoen|iets\saan|lastig\w*|bedreig\w*|gevaar|pijn\b|ontvoer\w*|gearresteerd|opgepakt
    |weet\swaar|weten\swaar
    |hurt|harm\w*|threat\w*|harass\w*|danger|kidnap\w*|arrest\w*|know\w*\swhere|naar\sschool
    |visited)"""
)
_DOES_TAKE = _group(
    r"""(spioneert|doorspeelt|doorgespeeld|doorgestuurd|doorstuurt|kopieert|kopieerde|gekopieerd
    |meegenomen|steelt|stal
    |gestolen|fotografeert|fotografeerde|filmt|filmde|lekt|gelekt|download(t|de)|gedownload
    |copying|copied|stealing
    |stole|stolen|leaks|leaking|leaked|spying|photographing|photographed|filming|filmed
    |downloading|downloaded)\b"""
)
_TAKES = _group(
    r"""(foto\w*|film(en|t)?|kopi\w+|usb\S*|stick|bestanden|tekeningen|documenten|ontwerpen
    |downloade?n?|doorst\w+
    |dossiers?|dozen|kluis|laptops?|server\w*|prototype\w*|boxes|safe|pictures
    |photos?|files|drawings|documents|designs|copy\w*|upload\w*)\b"""
)
_THERE_IS = _group(
    r"(er\s(staat|staan|loopt|lopen|zit|zitten|stond|liep|zat)|there\s(is|are|was|were))\b"
)
_IS_BEING = _group(
    r"(wordt|word|worden|zijn|ben|is|werd|werden|are|am|being|been|was|were|heeft|hebben)\b"
)
_WATCHED = _group(
    r"""(gehackt|gehacked|bespioneerd|afgeluisterd|geschaduwd|achtervolgd|hacked|spied\son|bugged
    |stalked|wiretapped)\b"""
)
_FOLLOWS = _group(
    r"""((mij|me|ons)\b .{0,30} \b(achter)?volg(t|en|de|den)|(volgt|volgen|achtervolgt
    |achtervolgen|schaduwt)\s(mij|me)\b
    |(word|worden|werd|werden|ben)\b .{0,30} \b(achter)?gevolgd|(achter)?gevolgd\s(word|worden|werd)
    |(been|being|am|are)\s(followed|watched|tailed)|(following|tailing|watching)\s(me|us))\b"""
)
_INSIDE = _group(
    r"""((in|op|binnen|inside|into|on)\s(ons|onze|mijn|our|my|de|het|the)\s(\w+\s)?(netwerk
    |systeem|systemen|server\w*|mail\w*|account\w*|network
    |systems?|e-?mails?|(hotel)?kamer|room|lab|kantoor|office)|inlogpoging\w*|login\sattempts?)\b"""
)
_GOT_IN = _group(
    r"""(iemand|someone|somebody|hackers?|indringers?|inbrekers?|intruders?|vreemde|strange|zit
    |geweest|been)\b"""
)
_CRIME = _group(
    r"""(hack\w*|ransomware|gijzelsoftware|spion\w*|gestolen|ingebroken|inbraak|stole\w*
    |broke\w*\sin(to)?|espionage|datalek|breach\w*|inlogpoging\w*)\b"""
)
_HAS_BROKEN_IN = _group(
    r"""(er\s(is|wordt|werd)|ze\shebben|iemand\sheeft|someone\shas|they\shave|they)\b .{0,40}
    \b(ingebroken|gestolen|afgepakt|in\sbeslag|meegenomen|broke\w*\sin(to)?|stolen|hacked|gehackt
    |took\smy)\b"""
)
_OWN_THING = _group(
    r"""(mijn|onze|ons|my|our|de|the)\s(\w+\s)?(laptops?|telefoon|computers?|prototype|tekeningen
    |ontwerpen|server|phone|designs
    |drawings|source\scode|broncode|bestanden|files|data|ingenieur|directeur|medewerker|engineer
    |employee)\b"""
)
_GONE = _group(
    r"""((is|zijn|was|were|are|has|have|gaan)\b .{0,20} \b(gestolen|open\sgeweest|geopend
    |doorzocht|weg|verdwenen|versleuteld
    |stolen|missing|opened|searched|gone|vanished|disappear\w+|encrypted|afgepakt))\b"""
)
_SUSPECTS = _group(
    r"""(vermoed\w*|denk\w*|weet\szeker|verdenk\w*|suspect|think|believe|am\ssure|are\ssure|gemerkt
    |noticed)\b"""
)
_SPIES = _group(
    r"""(spion\w*|doorspeelt|doorstuurt|lekt|steelt|gestolen|spy|spying|spies|leak\w*|stealing
    |steals|stole\w*|espionage
    |afgeluisterd)\b"""
)
_NOT_A_PERSON = _group(
    r"""dreig(t|en|de|den)\s(\w+\s)?(op\ste|uit\ste|failliet|te\sontstaan|met\s(heffing|tarie
    |boycot))"""
)

_RULES: tuple[tuple[re.Pattern[str], ...], ...] = (
    (_THREATENS, _ME),
    (_THREATENS, _SOMEBODY),
    (_THREAT_ITSELF,),
    (_PRESSES_OFF,),
    (_UNLESS, _HARM, _ME),
    (_UNLESS, _SECRET, _SOMEBODY),
    (_UNLESS, _RANSOM, _HARM),
    (_FORCES, _ME, _SOMEBODY),
    (_FEARS, _FEARED),
    (_FEARS, _SOMEBODY, _APPROACHES),
    (_LEVER, _SECRET_OR_FILES, _ME),
    (_SECRETLY, _SOMEBODY, _HANDS_OVER),
    (_PAID_FOR,),
    (_CAUGHT, _TAKES),
    (_SERVICE_PRESSES, _ME),
    (_SOMEBODY, _SOLICITS),
    (_PRESSES, _SECRET, _GIVES, _ME, _SOMEBODY),
    (_KIN, _HURTS_KIN),
    (_SOMEBODY, _DOES_TAKE),
    (_NOW, _SOMEBODY, _TAKES),
    (_THERE_IS, _SOMEBODY, _TAKES),
    (_WATCHED, _IS_BEING, _ME),
    (_FOLLOWS,),
    (_INSIDE, _GOT_IN),
    (_NOW, _CRIME),
    (_HAS_BROKEN_IN,),
    (_OWN_THING, _GONE),
    (_SEIZES,),
    (_ME, _SUSPECTS, _SPIES),
)


def is_happening(text: str) -> bool:
    """True when a text reads like an incident that is going on: a safe channel comes first."""
    return any(_is_incident(sentence) for sentence in _SENTENCES.split(text))


def _is_incident(sentence: str) -> bool:
    if _GENERAL.match(sentence.strip()) and not _STILL.search(sentence):
        return False
    if _NOT_A_PERSON.search(sentence):
        return False
    return any(all(group.search(sentence) for group in rule) for rule in _RULES)
