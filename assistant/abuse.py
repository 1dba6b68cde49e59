"""Words of abuse, injection and of something happening now: tables of patterns, pure functions.

The line: somebody who asks *how to do* the harm is blocked; somebody who fears it, wants to
recognise it or asks what is allowed is not. So a pattern of evasion or spying counts only when the
asker is the one who would do it, and never when the sentence is about recognising or preventing.
"""

from __future__ import annotations

import re

_INJECTION = [
    r"\b(negeer|vergeet|ignore|disregard|forget)\b.{0,40}\b(instructies?|regels|opdracht(en)?|instructions?|rules|prompts?|above|hierboven|voorgaande)\b",
    r"\b(systeem|system)[- ]?(prompt|bericht|message|instructies?)\b",
    r"\b(toon|geef|herhaal|print|laat|reveal|show|repeat|output)\b.{0,40}\b(je|jouw|uw|your|the|the hidden|verborgen)\b.{0,20}\b(instructies?|prompt|configuratie|instructions?)\b",
    r"\b(je bent|jij bent|u bent|you are) (nu|vanaf nu|now|from now on)\b",
    r"\b(doe alsof|gedraag je als|speel de rol|speel een rol|pretend (to be|you)|act as|role-?play)\b",
    r"\b(jailbreak|developer mode|ontwikkelaarsmodus|dan[- ]modus|dan mode|zonder (enige )?(beperkingen|filters?|restricties)|without (any )?(restrictions|filters?))\b",
    r"\b(antwoord|reageer|reply|respond)\b.{0,20}\b(alleen|uitsluitend|only)\b.{0,15}\b(met|with)\b",
    r"<\s*/?\s*(system|assistant|instructions?)\s*>|\[/?INST\]|<\|im_(start|end)\|>|###\s*(system|instruction)",
]

_CONTROLS = (
    r"(exportcontrole|exportregels|exportverbod|exportvergunning|uitvoervergunning|douane(controle)?|"
    r"sanctie\w*|embargo\w*|meldplicht|meldingsplicht|vifo|bti|bureau toetsing investeringen|"
    r"investeringstoets\w*|toezicht(houder)?|screening|export control\w*|sanctions?|customs|"
    r"investment screening|embargo|licen[cs]e|vergunning|veiligheidstoets|notification)"
)
_EVADE = (
    r"(omzeil\w*|omzeild|ontduik\w*|ontwijk\w*|ontlop\w*|te slim af|om de tuin|misleid\w*|verdoezel\w*|"
    r"buiten beeld|onder de radar|verborgen|verberg\w*|verhul\w*|verzwijg\w*|stiekem|ongemerkt|"
    r"foppen|vervals\w*|bypass\w*|evad\w*|circumvent\w*|get around|avoid detection|hide|conceal|"
    r"smokkel\w*|smuggl\w*|zonder dat .{0,40}(merk\w*|ziet|zien|weet|weten|ontdek\w*|opval\w*|erachter))"
)
_OFFICE = (
    r"(douane|cdiu|bti|aivd|mivd|overheid|inspectie|toezichthouder\w*|politie|olev|loket|rvo|ministerie|"
    r"bank|notaris|customs|authorit\w+|government|bureau|licen[cs]e check|screening|inspector\w*|police)"
)
_UNSEEN = (
    r"\b(zonder dat|zodat|opdat|so( that)?|without)\b.{0,30}" + _OFFICE + r".{0,40}"
    r"\b(merk\w*|zie\w*|weet|weten|wete|doorheeft|door heeft|doorkrijgt|ontdek\w*|opmerk\w*|snapt|"
    r"erachter|achterhal\w*|catch\w*|notic\w*|see\w*|know\w*|find\w*|detect\w*)"
)
_MYSELF = r"\b(ik|wij|we|mij|ons|onze|mijn|me|i|my|our|us)\b"
_HOW = r"\b(hoe|help|geef|manier|truc\w*|tips?|stappen\w*|leg uit|schrijf|maak|kun je|kan ik|kunnen we|how|give|write|way to|best way|can i|can we)\b"
_SPY = (
    r"(bespioneer\w*|bespioneren|spioneer\w*|spioneren|afluister\w*|hack(en)?\b|inbreken|binnendring\w*|"
    r"afkijken|stelen|steel\b|ontfutsel\w*|aftappen|spy on|steal|hack into|wiretap|infiltr\w*)"
)
_RIVAL = r"(concurrent\w*|ander(e)? bedrij\w*|competitor\w*|rival\w*|ex-werkgever|vorige werkgever|mijn baas|klant(en)?|hun\b|their\b|zijn (server|laptop|mail))"
_WORRIED = (
    r"(herken\w*|voorkom\w*|bescherm\w*|tegengaan|tegen gaan|beveilig\w*|signal\w*|waarschuw\w*|"
    r"word(en|t)? (ik|wij|we|onze?|er)|bang|zorgen|verdacht|mag (ik|dat|je)|is (dat|het) (verboden|strafbaar|legaal)|"
    r"recogni[sz]e|prevent|protect|detect|suspicious|worried|am i allowed|is it (legal|allowed|illegal)|"
    r"niet (willen|wil)|per ongeluk|proberen (ze|klanten|anderen)|ons (willen )?(be|hack|af|sp))"
)

_HAPPENING = [
    r"\b(afgeperst|afpers\w*|gechanteerd|chant\w+|chantage|bedreig\w*|dreigt|dreigen|losgeld|ransomware|blackmail\w*|extort\w*|threaten\w*)\b",
    r"\b(wordt|word|worden|zijn|ben|is|werd|are being|am being|have been|is being)\b.{0,40}\b(gehackt|bespioneerd|afgeluisterd|gevolgd|hacked|spied on|followed)\b",
    r"\b(nu|op dit moment|vandaag|vanochtend|vannacht|gisteren|zojuist|net|right now|today|yesterday|this morning)\b.{0,80}\b(hack\w*|spion\w*|gestolen|ingebroken|inbraak|verdacht\w*|stole\w*|broke\w* in|espionage)\b",
    r"\b(ik|wij|we)\b.{0,25}\b(vermoed\w*|denk\w*|weet zeker|verdenk\w*)\b.{0,60}\b(spion\w*|spioneert|doorspeelt|lekt|steelt|gestolen)\b",
    r"\b(collega|medewerker|werknemer|stagiair|colleague|employee)\b.{0,60}\b(spioneert|doorspeelt|kopieert|kopieerde|doorgespeeld|meegenomen|steelt|gestolen|gekopieerd|is copying|leaks?|is spying)\b",
]


_SNEAKS = (
    r"\b(ongemerkt|stiekem|heimelijk|in het geheim|onopgemerkt|unnoticed|secretly)\b.{0,80}" + _RIVAL
)


def _any(patterns: list[str], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE | re.DOTALL) for pattern in patterns)


def is_injection(text: str) -> bool:
    """True when a text gives orders to a model instead of asking something."""
    return _any(_INJECTION, text)


def is_harmful(text: str) -> bool:
    """True when the asker wants to evade a control or to spy on somebody."""
    if re.search(_UNSEEN, text, re.IGNORECASE):
        return True
    if re.search(_WORRIED, text, re.IGNORECASE):
        return False
    asks_how = re.search(_HOW, text, re.IGNORECASE) and re.search(_MYSELF, text, re.IGNORECASE)
    evades = re.search(_EVADE, text, re.IGNORECASE) and re.search(_CONTROLS, text, re.IGNORECASE)
    spies = re.search(_SPY, text, re.IGNORECASE) and re.search(_RIVAL, text, re.IGNORECASE)
    sneaks = re.search(_SNEAKS, text, re.IGNORECASE)
    return bool(asks_how and (evades or spies or sneaks))


def is_happening(text: str) -> bool:
    """True when a text reads like an incident that is going on: a safe channel comes first."""
    return _any(_HAPPENING, text)


def hidden_text(text: str) -> str:
    """Return what is written in Unicode tag characters, which no reader sees."""
    return "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) <= 0xE007E)


def visible_text(text: str) -> str:
    """Return the text without tag, control and formatting characters; white space is folded."""
    import unicodedata

    kept = (
        " " if c.isspace() else c
        for c in unicodedata.normalize("NFC", text)
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn")
    )
    return " ".join("".join(kept).split())
