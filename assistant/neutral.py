"""Where a person comes from does not shape the advice: a question is searched without it.

"Een Chinese investeerder" and "een investeerder uit Duitsland" become "een buitenlandse
investeerder", so that the search, and with it the answer, is the same for every origin. Places that
matter to the law stay: where goods go ("leveren aan een handelaar in Turkije"), where one travels.
"""

from __future__ import annotations

import re

_PERSONS = (
    r"(?:investeerders?|geldschieters?|kopers?|overnemers?|aandeelhouders?|eigenaren|eigenaar|"
    r"fondsen|fonds|sollicitanten|sollicitant|kandidaten|kandidaat|medewerkers?|werknemers?|"
    r"collega['’]?s?|ontwikkelaars?|ingenieurs?|stagiaires?|stagiairs?|studenten|student|"
    r"promovendi|promovendus|onderzoekers?|bezoekers?|gasten|gast|delegaties?|"
    r"zakenpartners?|partners?|oprichters?|iemand|mensen|investors?|buyers?|shareholders?|"
    r"owners?|funds?|applicants?|candidates?|employees?|colleagues?|engineers?|interns?|"
    r"students?|researchers?|visitors?|guests?|delegations?|founders?|someone|people)"
)
# Adjectives of countries that people also write without a capital.
_LOWER = (
    r"chinese|russische|iraanse|indiase|amerikaanse|turkse|duitse|franse|britse|israëlische|"
    r"noord-koreaanse|braziliaanse|japanse|arabische|russian|iranian|indian|american|turkish|"
    r"german|french|british|israeli|brazilian|japanese|arab"
)
_HERE = r"(?:Nederland|Nederlandse|Europa|Europese|Dutch|European|the Netherlands|Europe|EU)"
_PLACE = r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*"
_FROM = re.compile(
    rf"\b({_PERSONS})(,? (?:die )?(?:uit|vanuit|from|out of) )(?:het |de |the )?"
    rf"(?!{_HERE}\b){_PLACE}"
)
_ADJECTIVE = re.compile(
    rf"\b(?!{_HERE}\b)(?:[A-Z][a-zë]+(?:se|ese|ish|ian|ean|ch)|{_LOWER})\s+({_PERSONS})\b"
)
_ENGLISH = re.compile(r"\b(?:from|the|we|our|is|do)\b", re.IGNORECASE)


def without_origin(question: str) -> str:
    """Return the question with the origin of a person replaced by "foreign"."""
    english = len(_ENGLISH.findall(question)) > 1
    abroad, foreign = ("abroad", "foreign") if english else ("het buitenland", "buitenlandse")
    text = _FROM.sub(lambda found: f"{found[1]}{found[2]}{abroad}", question)
    return _ADJECTIVE.sub(lambda found: f"{foreign} {found[1]}", text)
