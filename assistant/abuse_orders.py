r"""Orders to a model: tables of patterns on plain text (lower case, no accents).

Patterns are in verbose form: white space in them means nothing, `\s` is a space.
"""

from __future__ import annotations

from assistant.abuse_text import compiled

_OUR_RULES = r"""(instructies?|regels|opdracht(en)?|richtlijnen|instructions?|rules|prompts?|above
    |hierboven|voorgaande|guidelines|polic(y|ies)|guardrails|programmering|programming
    |beperkingen|restrictions|filters?|veiligheidsregels)"""
_CAUTION = r"""(filters?|guardrails|bronvermelding(en)?|bronnen|voorzichtigheid|waarschuwing(en)?
    |moderatie|beperkingen|censuur|doorverwijzing(en)?|disclaimers?|sources|citations?|warnings)"""

_SETS_RULES_ASIDE = (
    rf"""\b(negeer|vergeet|overschrijf|ignore|disregard|forget|override|bypass)\b .{{0,40}}
        \b{_OUR_RULES}\b""",
    r"""\b(vergeet|negeer|forget|ignore)\b .{0,30}
        \b(alles\s(wat|hiervoor|van\shiervoor)|opgedragen|wat\s(je|ze\sje|men\sje)
          |everything\s(you|above|before)|all\s(you|above|previous)|what\syou\swere)""",
    r"""\b(trek\sje\sniets\saan\svan|houd\sje\sniet\saan|luister\sniet\s(meer\s)?naar)\b .{0,30}
        \b(je|jouw|de)\b .{0,20} \b(regels|instructies|richtlijnen|makers?)\b""",
    r"""\b(nieuwe|aangepaste|new|updated)\s(instructies?|opdracht|regels?|instructions?|rules?|task)
        \s?(voor\s(jou|de\sassistent|ai))?\s?[:=]""",
    r"""\b(vanaf|from)\s(nu|now|dit|this|hier|here)(\s(on|punt|moment|bericht|point))?\b[\s,]{1,2}
        (geef|antwoord|ben|doe|luister|heet|mag|moet|you|answer|gehoorzaam)
        (\s(je|jij|alleen|only|altijd|always|will|are|must|mij|ik)\b)""",
    r"""\b(geef|beantwoord|antwoord)\svanaf\s(nu|hier)\b .{0,30} \b(zonder|alleen|altijd)\b""",
    r"""\b(stop|ophouden|quit)\s(met|with)?\s?(weigeren|refusing|waarschuwen|citeren|citing
        |warning|doorverwijzen)""",
    r"""\b(ik|i)\s(bepaal|maak|make|set)\s(hier\s)?(de|the)\s(regels|rules)\b""",
    r"""\b(jailbreak|developer\smode|ontwikkelaarsmodus|dan[-\s]modus|dan\smode|god\smode
        |noodprotocol|(antwoord|reageer|vertel|praat|zeg|answer|respond|speak|talk|ai|model|assistent)
          .{0,30} \s(zonder\s(enige\s)?(beperkingen|filters?|restricties|censuur)
          |without\s(any\s)?(restrictions|filters?|censorship)))\b""",
    r"""\bwithout\s(any\s)?restrictions\b | \bzonder\s(enige\s)?(filters?|restricties)\b""",
    r"""\b(you're|you\sare|je\sbent|je\sstaat|jij\sstaat|ga|switch|schakel)\s(nu\s|now\s)?
        (in|naar|to|over\snaar)\s .{0,15} (debug|test|admin|beheer|onderhouds|god|developer|vrije)
        [-\s]?(mode|modus|stand)\b""",
    rf"""\b{_CAUTION}\s(staan?\s|zijn\s|are\s|is\s|mogen\s|kunnen\s|gaan\s)?(nu\s|now\s)?
        (uit|off|disabled|uitgeschakeld|achterwege|overboord)\b""",
    r"""\b(zet|schakel|turn|switch|disable)\s (je|jouw|de|alle|your|the|all|off|uit) .{0,30}
        \b(filters?|guardrails|beperkingen|moderatie|censuur|bronvermelding|veiligheids\w+|safety)
        \b""",
    r"\bweg\smet\s(die|je|jouw|al\sdie)\s(waarschuwing|bronnen|regels|beperking|doorverwijz)",
    r"\bmijn\sprompt\b .{0,30} \b(jouw|je)\b .{0,20} \b(blokkade|filter|regels|beveiliging)",
)
_WANTS_NO_PROOF = (
    r"""\b(laat|sla)\b .{0,12} \b(bronnen|bronvermelding(en)?|je\scontrole)\b .{0,12}
        \b(zitten|weg|achterwege|over)\b""",
    r"\b(skip|leave\sout|drop|omit)\s(your|the|all|any)\s(sources|citations|references)\b",
    r"""\b(zonder|geen)\s(enige\s|verdere\s)?(bron(nen|vermelding(en)?)?|verwijzing(en)?)\b .{0,50}
        \b(alleen|gewoon|enkel|antwoord\w*|ja\b|nee\b)""",
    r"""\b(antwoord|geef|reageer|vertel|beantwoord|zeg|answer|tell|reply)\b .{0,40}
        \b(zonder|without)\s(bron(nen|vermelding)?|verwijzing(en)?|sources?|citations?|citing)\b""",
    r"""\b(alleen|gewoon|enkel|uitsluitend|just|only)\s(maar\s)?(een\s|a\s)
        (hard|keihard|simpel|volmondig|firm|plain)e?\s(ja|nee|yes|no)\b""",
    r"""\b(antwoord|reageer|reply|respond|answer)\b .{0,20} \b(alleen|uitsluitend|enkel|only|just)\b
        .{0,15} \b(met|with|ja|yes|'ja'|"ja")""",
    r"""\b(doe\salsof|pretend|act\sas\sif)\b .{0,10} \b(het|je|you|it) .{0,12}
        \b(zeker|sure|certain)""",
    r"""\b(verzin|bedenk|fantaseer|make\sup|invent|fabricate)\b .{0,30}
        (telefoonnummer|nummer|besluit|uitspraak|wetsartikel|vonnis|bron\b|kenmerk|phone\snumber
        |reference|ruling|decision|source\b|citation|case\snumber|quote)""",
    r"""\b(zeg|spreek)\s(me|mij)\s(eens\s|maar\s)?na\b | \brepeat\safter\sme\b
        | \b(herhaal|zeg)\s(letterlijk|woordelijk|exact)\s?(:|dat\b|na\b)""",
)
_ASKS_FOR_THE_HIDDEN = (
    r"""\b(systeem|system) [-\s]? (prompt|bericht|message|instructies?)\b""",
    r"""\b(toon|geef|herhaal|print|laat|onthul|verklap|lek|kopieer|reveal|show|repeat|output|leak
        |paste|dump)\b .{0,40}
        \b(je|jouw|uw|your|the\shidden|de\sverborgen|verborgen|initial|eerste)\b .{0,20}
        \b(instructies?|prompts?|configuratie|context|opdracht|instructions?|configuration)\b""",
    r"""\b(begin|start|basis|initial|hidden|verborgen|geheime|interne|oorspronkelijke)[-\s]?
        (prompt|instructies?|instructions?)\b .{0,30} \b(je|jouw|jij|you|your|van\sdeze)\b""",
    r"""\b(welke|wat|what)\b .{0,15} \b(instructies|opdracht|instructions)\b .{0,25}
        \b(heb\sje|kreeg\sje|heeft\sje|zijn\sje|were\syou|did\syou|do\syou|are\syou)\b""",
)
_PLAYS_A_ROLE = (
    r"""\b(je\sbent|jij\sbent|u\sbent|you\sare|you're) \s (nu|vanaf\snu|now|from\snow\son)\b
        (?!\s(klaar|weer|aan\s|de\seerste|able|done))""",
    r"\byou\sare\s[\w-]{2,12}\snow\b",
    r"""\b(gedraag\sje\sals|speel\s(nu\s)?(de|een)\srol|pretend\s(to\sbe|you)|role-?play)\b""",
    r"\bdoe(\sje|\snu)?\s(eens\s|even\s|maar\s)?(als)?of\s(je|jij|er)\b | ^doe\salsof\b",
    r"(^|[.!?:;,]\s*)(please\s|now\s|then\s)?act\sas\b",
    r"""\b(rollenspel|in\s(je|jouw|uw)\srol\b|blijf\s.{0,20}\brol\b|stay\sin\scharacter
        |we\sspelen\seen\b|(speel|spelen)\s.{0,30}\b(toneelstuk|personage))\b""",
    r"""\b(oma|opa|grootvader|grandma|grandmother|grandpa)\b .{0,30}
        \b(las|vertelde|zong|placht|used\sto|always|would)\b""",
    r"\b(doe|imiteer)\s.{0,20}\bstem\b .{0,8} \bna\b",
    r"\b(ai|model|chatbot|bot|assistent|assistant)\b .{0,25} \b(die|that|who|which)\s(alles\s(mag|"
    r"zegt|weet)|nergens\snee|never\s(refuses|says\sno)|nooit\s(nee|weigert)|can\sdo\sanything)",
)
_CLAIMS_POWER = (
    r"""\b(ik\sben|wij\szijn|i\sam|i'm|als|as)\s(een\s|de\s|a\s|the\s|je\s|jouw\s|your\s)?
        ((je|jouw|your)\s(eigen\s)?(maker|ontwikkelaar|beheerder|eigenaar|baas|schepper|programmeur
          |developer|creator|owner|admin\w*|tester|engineer)
        |(maker|ontwikkelaar|beheerder|programmeur|tester|developer|creator|admin\w*)\s(van|of)\s
          (deze|dit|jou|loketwijzer|this|you)\b)""",
    r"""\b(ik\sben|i\sam|i'm|als|as)\s(een\s|de\s|the\s|an\s)?(beheerder|admin\w*|tester|ontwikkelaar
        |developer)\b .{0,25} \b(dus|so|,)?\s?(toon|open|ontgrendel|zet|schakel|show|unlock|override|
        geef\s(me|mij)\s(alles|toegang|je))\b""",
    r"""\b(als|if)\s(je|jij|you)\s(nu\s)?(niet\s(meewerkt|gehoorzaamt|antwoordt|luistert)
        |don't\s(comply|cooperate|obey|answer))""",
    r"""\b(autorisatie|toegangs|beheers?|master|override|admin)[-\s]?(code|sleutel|wachtwoord|key)\b
        \s?(is\s|[:=]).{1,40}""",
)
_SPEAKS_TO_A_MACHINE = (
    r"""< \s* /? \s* (system|systeem|assistant|assistent|instructi\w{1,4}) \b [^>]{0,60} >
        | \[/?inst\] | <\|im_(start|end)\|> | [#]{3} \s* (system|systeem|instruct)""",
    r"""\b(assistant|assistent|ai|ai-assistent|chatbot|bot|taalmodel|language\smodel|llm|model
          |loketwijzer)\s?[:,]\s?
        (stop|negeer|vergeet|approve|keur|ignore|forget|geef|meld|schrijf|antwoord|zeg|beantwoord
          |mail|verwijder|bevestig|confirm|disregard|reply|answer|say|print|you\smust|je\smoet
          |vermeld|noem|do\snot|don't|from\snow|vanaf\snu)\b
        (?!\s(me\s|mij\s)?(eens|even|de\s|het\s|een\s|alsjeblieft|please))""",
    r"""\b(note|message|instructie|opdracht|bericht|let\sop|attention)\b .{0,15}
        \b(to|for|aan|voor)\s(the\s|de\s|het\s|any\s|alle\s|elke\s)?
        (ai|assistant|assistent|llm|language\smodel|taalmodel|chatbot|bot)s?\b""",
    r"""\b(decod\w{1,5}|ontcijfer\w{0,2}|ontsleutel)\b .{0,40} \b(base64|rot[-\s]?13|hex|morse)\b
        .{0,40} \b(doe|voer|volg|uit\b|do\b|follow|execute|beantwoord|answer|obey)""",
    r"""\b(antwoord|schrijf|geef|answer|write|reply)\b .{0,40}
        \b(achterstevoren|in\sbase64|in\srot-?13|in\smorse|in\sgeheimschrift|backwards|in\scode)\b
        .{0,40} \b(zodat|dan|so|that|opdat|zonder)\b""",
)
_SPELLED_OUT = compiled(
    r"""(negeer|vergeet|ignore|disregard|forget|override|toon|onthul|reveal|show) .{0,25}
        (regels|instructie|opdracht|prompt|rules|instruction|richtlijn)""",
    r"(jebentnu|youarenow|doealsof|systeemprompt|systemprompt|jailbreak|stopmetweigeren)",
)
_ORDERS = compiled(
    *_SETS_RULES_ASIDE,
    *_WANTS_NO_PROOF,
    *_ASKS_FOR_THE_HIDDEN,
    *_PLAYS_A_ROLE,
    *_CLAIMS_POWER,
    *_SPEAKS_TO_A_MACHINE,
)


def gives_orders(plain: str) -> bool:
    """True when plain text gives orders to a model."""
    return any(pattern.search(plain) for pattern in _ORDERS)


def spells_orders(letters: str) -> bool:
    """True when letters without word ends hold an order to a model."""
    return any(pattern.search(letters) for pattern in _SPELLED_OUT)
