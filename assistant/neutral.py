"""Where a person comes from does not shape the advice: a question is searched without it.

"Een Chinese investeerder", "een investeerder uit Duitsland" and "een buitenlandse investeerder" all
become "een investeerder uit elders", so that the search, and with it the answer, is the same for
every origin. (Not "uit het buitenland": that drew sections about investing abroad.) Places that
matter to the law stay: where goods go ("leveren aan een handelaar in Turkije"), where one travels.
"""

from __future__ import annotations

import re

_PERSONS = (
    r"(?:investeerders?|geldschieters?|kopers?|overnemers?|aandeelhouders?|eigenaren|eigenaar|"
    r"fondsen|fonds|sollicitanten|sollicitant|kandidaten|kandidaat|medewerkers?|werknemers?|"
    r"collega['’]?s?|(?:systeem)?beheerders?|programmeurs?|wetenschappers?|hoogleraren|hoogleraar|"
    r"adviseurs?|monteurs?|technici|technicus|ontwikkelaars?|ingenieurs?|stagiaires?|stagiairs?|"
    r"studenten|student|"
    r"promovendi|promovendus|onderzoekers?|bezoekers?|gasten|gast|delegaties?|"
    r"zakenpartners?|partners?|oprichters?|iemand|mensen|investors?|buyers?|shareholders?|"
    r"owners?|administrators?|developers?|scientists?|professors?|funds?|applicants?|candidates?|"
    r"employees?|colleagues?|engineers?|interns?|"
    r"students?|researchers?|visitors?|guests?|delegations?|founders?|someone|people)"
)
# Adjectives of countries that people also write without a capital.
_LOWER = (
    r"chinese|russische|iraanse|indiase|amerikaanse|turkse|duitse|franse|britse|israëlische|"
    r"noord-koreaanse|braziliaanse|japanse|arabische|russian|iranian|indian|american|turkish|"
    r"german|french|british|israeli|brazilian|japanese|arab|buitenlandse|foreign"
)
_HERE = r"(?:Nederland|Nederlandse|Europa|Europese|Dutch|European|the Netherlands|Europe|EU)"
_PLACE = r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*"
_FROM = re.compile(
    rf"\b({_PERSONS})(,? (?:die )?(?:uit|vanuit|from|out of) )(?:het |de |the )?"
    rf"(?:buitenland\b|(?!{_HERE}\b){_PLACE})"
)
_COMES_FROM = re.compile(
    rf"\b({_PERSONS}\b[^.?!]{{0,40}}?\b(?:komt|komen|kwam|kwamen|afkomstig|comes?|came)\s+"
    rf"(?:oorspronkelijk\s+|originally\s+)?(?:uit|from)\s+)(?:het |de |the )?(?!{_HERE}\b){_PLACE}"
)
_BORN = re.compile(
    rf"\b(?:in (?!{_HERE}\b){_PLACE} (?:is |was |werd )?(?:geboren|born)|"
    rf"(?:geboren|born) in (?:the )?(?!{_HERE}\b){_PLACE})"
)
_ADJECTIVE = re.compile(
    rf"\b(?!{_HERE}\b)(?:[A-Z][a-zë]+(?:se|ese|sche|ish|ian|ean|ch)|{_LOWER})\s+({_PERSONS})\b"
)
# "Een Fins fonds": before a word with "het" the adjective has no ending.
_NEUTER = re.compile(
    rf"\b(?!{_HERE}\b|Nederlands\b|Europees\b)(?:buitenlands|[A-Z][a-zë]+(?:s|sch))\s+"
    r"(\w*fonds|staatsbedrijf)\b"
)
_ENGLISH = re.compile(r"\b(?:from|the|our|my|they|does|who|an?)\b", re.IGNORECASE)
_DUTCH = re.compile(r"\b(?:de|het|een|die|wij|onze|mijn|uit)\b", re.IGNORECASE)


def without_origin(question: str) -> str:
    """Return the question with where a person is from replaced by "uit elders" ("elsewhere")."""
    english = len(_ENGLISH.findall(question)) > len(_DUTCH.findall(question))
    elsewhere, from_elsewhere = (
        ("elsewhere", "from elsewhere") if english else ("elders", "uit elders")
    )
    text = _FROM.sub(lambda found: f"{found[1]}{found[2]}{elsewhere}", question)
    text = _COMES_FROM.sub(lambda found: f"{found[1]}{elsewhere}", text)
    text = _BORN.sub("born elsewhere" if english else "elders geboren", text)
    text = _NEUTER.sub(lambda found: f"{found[1]} {from_elsewhere}", text)
    return _ADJECTIVE.sub(lambda found: f"{found[1]} {from_elsewhere}", text)
