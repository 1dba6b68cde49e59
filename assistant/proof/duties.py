"""When may a duty, an advice or a permission be worded otherwise than the quote words it?

`wording` tells that a sentence has one and its quote has not. Often that is a lie, and sometimes
it is how a language works: what is "te gebruiken" you "kunt gebruiken", "Bel" is advice, and what
the law says that an exporter "meldt binnen 8 weken" he "moet melden". Only what is listed here is
excused, and never a duty that is made of an advice or of what somebody just does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.proof.limits import TWICE_DENIED, implies_duty, limits
from assistant.proof.wording import modalities

_CAN = re.compile(r"\b(?:kan|kunt|kunnen|can)\b", re.I)
_MAY = re.compile(r"\b(?:mag|mogen|may)\b", re.I)
_REACH = re.compile(
    r"\b(?:mailen|e-mailen|bellen|bereiken|terecht|schrijven|hulp (?:krijgen|vragen)|"
    r"(?:email|call|reach|contact|get help|turn to|go to))\b",
    re.I,
)
_REACHABLE = re.compile(
    r"@|\b\d{3,4}[- ]\d|\bmailadres|\bnummer\b|\bbereikbaar|\bwww\.|\bhelpdesk\b|\bloket\b|"
    r"\bspoedhulp\b|\bhulp\b|\bhelps?\b|\bhelpt\b|\bhelpen\b|\bphone\b",
    re.I,
)
_ABILITY = r"(?:gebruiken|vinden|halen|bereiken|lezen|zien|krijgen|vervangen|kopen|downloaden)"
_TO_BE = re.compile(
    rf"\bte (?P<x>{_ABILITY}) (?:is|zijn|was|waren)\b|\b(?:is|zijn) (?:[\w']+ ){{0,6}}te "
    rf"(?P<y>{_ABILITY})\b",
    re.I,
)
_ABLE = re.compile(
    r"\b(?!openbar|openbaar|blijkba|strafba|kostba|kwetsba|betrouwba)(?P<x>[a-zë]{4,}?)ba(?:ar|re)\b|"
    r"\b(?!available|liable|responsible|possible)(?P<y>[a-z]{4,})(?:able|ible)\b",
    re.I,
)
_LETS = re.compile(
    r"(?<=\w )(?:laat|laten|lets?|allows?) (?!u\b|zich\b|you\b|weten\b|zien\b)"
    r"(?:(?:de|the|een|an?) )?(\w+)",
    re.I,
)
_ENTITLED = re.compile(
    r"\brecht (?:op|om)\b|\bhebt? het recht\b|\bright to\b|\bentitled\b|\bgerechtigd\b|"
    r"\bmogelijkhe\w+|\benables?\b|\bpossibilit\w+",
    re.I,
)
_ACCESS = re.compile(r"\btoegang\b", re.I)
_GETS_AT = re.compile(r"\bbij [^.;,]*\b(?:kan|kunt|kunnen)(?=[.,;]|$)", re.I)
_ONLY_WAY = re.compile(r"\bonly way\b|\benige (?:manier|weg)\b", re.I)
_ABSENT = re.compile(
    r"\b(?:is|zijn) er niet(?=[.,;]|$)|\ber (?:is|zijn) geen\b|\bbestaat niet\b|\bthere is no\b",
    re.I,
)
_CANNOT = re.compile(r"\b(?:kan|kunt|kunnen)\b[^.;]{0,60}?\b(?:niet|geen)\b|\bcannot\b", re.I)
_LICENCE = re.compile(
    r"\bzonder (?:\w+ )?(?:vergunning|toestemming|ontheffing|melding)\b|"
    r"\bwithout (?:an? )?(?:licen[cs]e|permission)\b",
    re.I,
)
_IMPERATIVE = re.compile(
    r"(?:^|[,;:] )(?:bel|vraag|kijk|mail|neem|ga|begin|stel|controleer|zoek|lees|laat|leg|geef|let|"
    r"gebruik|spreek|beperk|wees|pas|denk|houd|zorg|regel|bespreek|noteer|vermijd|voorkom|deel|zet|"
    r"overleg|informeer|stuur|kies|bereid|oefen|train|maak|test|onderzoek|meld|registreer|"
    r"contact|call|ask|use|check|report)(?: u)?(?: (?:dan|eerst|ook|daarom))?\b",
    re.I,
)
# An adviser must be named by the quote.
_ADVISER = re.compile(r"\b(?:adviseert|raadt|raden|advises|recommends?)\b", re.I)
_SAYS = re.compile(r"\b(?:volgens|zegt|vindt|according to|says)\b", re.I)
_BASE = re.compile(r"\b(?:should|can|are advised to|it is best to)(?: \w+ly| also)? (\w{3,})", re.I)
_NORM = re.compile(
    r"\bmeld(?:t|en)\b[^;]*\b(?:artikel|verordening|vooraf|uiterlijk|vanaf \d|binnen \d)|"
    r"\b(?:vooraf|uiterlijk|vanaf \d|binnen \d)[^;]*\bmeld(?:t|en)\b|"
    r"\bwordt (?:elke?|iedere?) [^;]*\bgemeld\b",
    re.I,
)
_ADDRESSED = re.compile(
    r"\b(?:maakt|bewaart|herhaalt|registreert|stuurt) (?:een |de )?(?:\w+ )?"
    r"(?:entiteit|exporteur|koper|bedrijf|verkrijger|onderneming|aanbieder|leverancier)\b",
    re.I,
)
_MUST_NOT = re.compile(r"\bmoet(?:en)?\b (?:\w+ ){0,4}(?:niet|geen|nooit)\b|\bmust not\b", re.I)
_NEED_NOT = re.compile(
    r"\bhoe(?:f|ft|ven)\b|\bneed not\b|\b(?:do|does) not (?:need|have) to\b", re.I
)
_NO_DUTY = re.compile(
    r"\bniet (?:meer |altijd |direct )?(?:\w+plichtig|verplicht|nodig|vereist)\b|"
    r"\bgeen (?:\w+ )?(?:\w*plicht|\w*vergunning|melding|eis)\b|"
    r"\bnot (?:required|obliged|mandatory|needed)\b",
    re.I,
)
_FREE = re.compile(
    r"\bniet\b|\bgeen\b|\w*vrij\b|\bvrij\w*|\buitgezonderd|\bbuiten\b|\bonnodig|\bvervalt\b|"
    r"\bvolstaat\b|\bgenoeg\b|\bnot\b|\bno\b|\bexempt|\boutside\b|\bwithout\b|\bzonder\b|"
    r"\benough\b|\bfree\b|\bneed not\b|\belders dan\b|\bspares?\b",
    re.I,
)
_GOVERNING = re.compile(
    r"\b(?:kan|kunt|kunnen|mag|mogen|moet|moeten)\b([^.;]*)|"
    r"\b(?:can|may|must|could) (?:not |you |also )?(\w+)",
    re.I,
)

TermsOf = Callable[[str], frozenset[str]]


def excused(change: str, sentence: str, quote: str) -> bool:
    """True when a change, such as "+may" (added) or "-may" (lost), changes nothing."""
    if change in ("+may", "-may"):
        longer, shorter = (sentence, quote) if change == "+may" else (quote, sentence)
        return (
            _is_able(longer, shorter)
            or bool(_ENTITLED.search(shorter))
            or (_may_added(sentence, quote) if change == "+may" else _may_lost(sentence, quote))
        )
    if change == "+should":
        return _advises(sentence, quote)
    if change == "-should":
        return _advises(quote, sentence)
    if change == "+must":
        stated = modalities(quote)
        freed = _NEED_NOT.search(quote) and _NO_DUTY.search(sentence)
        bans = _MUST_NOT.search(sentence) and not _MUST_NOT.search(quote)
        return bool(freed) or (not bans and stated <= {"must_not"} and _is_norm(quote))
    if change == "-must":
        return bool(_NEED_NOT.search(sentence) and _NO_DUTY.search(quote))
    if change == "+must_not":
        bound = all(
            TWICE_DENIED.search(text) and _LICENCE.search(text) for text in (sentence, quote)
        )
        return bound or bool(_ABSENT.search(quote) and _only_cannot(sentence))
    return False


def moved(change: str, clause: str, quote: str, others: Sequence[str], terms_of: TermsOf) -> bool:
    """True when a clause lost what another clause says, along with the verb it governs."""
    kind = change[1:]
    if not change.startswith("-") or not any(kind in modalities(other) for other in others):
        return False
    governed = frozenset[str]()
    for found in _GOVERNING.finditer(quote):
        verbs = [found[2]] if found[2] else re.findall(r"\w{3,}en\b", found[1])
        governed |= terms_of(" ".join(verbs))
    return bool(governed) and not governed & terms_of(clause)


def wrongly_freed(sentence: str, quote: str) -> bool:
    """True when a sentence says that one need not, and nothing in the quote does."""
    return bool(_NEED_NOT.search(sentence)) and not (_NEED_NOT.search(quote) or _FREE.search(quote))


def _is_able(longer: str, shorter: str) -> bool:
    """True when one text says "can" of a verb that the other has as "te … zijn" or "-baar"."""
    if not _CAN.search(longer):
        return False
    for pattern in (_TO_BE, _ABLE):
        for found in pattern.finditer(shorter):
            stem = (found["x"] or found["y"])[:4]
            if re.search(rf"\b(?:ge|be)?{stem}", longer, re.I):
                return True
    return False


def _may_added(sentence: str, quote: str) -> bool:
    if any(re.search(rf"\b{who}\b", sentence, re.I) for who in _LETS.findall(quote)):
        return True
    if not _CAN.search(sentence) or _MAY.search(sentence):
        return False
    return bool(
        (_REACH.search(sentence) and _REACHABLE.search(quote))
        or _advises(sentence, quote)
        or ("only" in limits(sentence) & limits(quote) and not TWICE_DENIED.search(quote))
    )


def _may_lost(sentence: str, quote: str) -> bool:
    if _MAY.search(quote):
        return False
    return bool(
        (_REACH.search(quote) and _IMPERATIVE.search(sentence))
        or (_ACCESS.search(sentence) and _GETS_AT.search(quote))
        or (_ONLY_WAY.search(sentence) and "only" in limits(quote))
    )


def _advises(sentence: str, quote: str) -> bool:
    """True when the quote tells to do what the sentence says one can or should do."""
    if "must" in modalities(sentence) or (_ADVISER.search(sentence) and not _SAYS.search(quote)):
        return False
    if _IMPERATIVE.search(quote):
        return True
    return any(
        re.search(rf"(?:^|[,;:] )(?:then |also )?{verb}\b", quote, re.I)
        for verb in _BASE.findall(sentence)
    )


def _is_norm(quote: str) -> bool:
    """True when a quote states, in the present tense, what the law wants done."""
    return bool(_NORM.search(quote) or (implies_duty(f"u {quote}") and _ADDRESSED.search(quote)))


def _only_cannot(sentence: str) -> bool:
    return bool(_CANNOT.search(sentence)) and not _MAY.search(sentence)
