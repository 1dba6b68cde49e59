"""Words that carry obligation, permission and denial, in Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Modality = Literal["must", "may", "should", "must_not"]

_MODALITY: Mapping[Modality, re.Pattern[str]] = {
    "must_not": re.compile(
        r"\b(mag|mogen|kan|kunt|kunnen)\b(?:(?!\bom\b)[^.;]){0,60}?\b(niet|geen|nooit)\b|\bverboden\b|"
        r"\bniet (toegestaan|mogelijk)\b|\b(must|may|can|cannot|should) ?not\b|\bforbidden\b|"
        r"\bprohibited\b|\bnot allowed\b",
        re.I,
    ),
    "must": re.compile(
        r"\b(moet|moeten|verplicht\w*|dient|dienen|vereist|meldplichtig|vergunningplichtig|meldplicht|"
        r"must|have to|has to|required?|requires|obliged|mandatory|obligat\w+)\b",
        re.I,
    ),
    "should": re.compile(
        r"\b(raadt? (aan|u|af)|aangeraden|aanbevolen|advies|adviseert|ontraadt?|afgeraden|"
        r"verstandig|het beste|"
        r"kunt u het beste|should|advised?|advises|recommend\w*|sensible)\b",
        re.I,
    ),
    "may": re.compile(
        r"\b(mag|mogen|kan|kunt|kunnen|aankan|aankunt|aankunnen|toegestaan|may|can|could|allowed|permitted)\b",
        re.I,
    ),
}
_NEGATION = re.compile(
    r"\b(niet|geen|nooit|niemand|niets|zonder|evenmin|noch|not|no|never|none|nobody|without|nor|"
    r"cannot)\b|n't\b",
    re.I,
)

# What a duty or a permission may be called without one of the words above.
_WEAK: Mapping[Modality, re.Pattern[str]] = {
    "must": re.compile(
        r"\b(nodig|vraagt (?:een|om|vooraf)|vragen \w+ \w+ \w+ een|verlangt|eist|hoort|"
        r"\w*plicht\w*|"
        r"needs?|needed|due|duty|require\w*|licence to|"
        r"heeft (?:als|tot) (?:taak|opdracht))\b",
        re.I,
    ),
    "may": re.compile(
        r"\b(mogelijk|riskeer\w*|risk\w*|bevoegd\w*|terecht|possible|available|can be|"
        r"is haalbaar|in staat|is toegestaan)\b",
        re.I,
    ),
}
# Who tells you to call or look, says that you can.
_INVITES = re.compile(
    r"^(?:bel|vraag|kijk|mail|neem|ga|begin|stel|controleer|zoek|call|ask|contact|apply|start|look|"
    r"use)\b",
    re.I,
)
_DENIAL = re.compile(
    r"\b(niet|geen|nooit|niemand|niets|nergens|evenmin|noch|verboden|onmogelijk|onnodig|"
    r"raad\w* (?:[^.;,]{0,60} )?af|ontraad\w*|ontraden|afgeraden|advis\w+ against|"
    r"(?:meldings|vergunnings?)vrij|vrijwillig|valt (?:u |daar)?buiten|"
    r"(?:is|falls) outside|not|no|never|none|nobody|nothing|nor|cannot|"
    r"forbidden|prohibited|banned|optional)\b|n't\b",
    re.I,
)
_NO_DENIAL = re.compile(
    r"\b(?:niet|geen) (?:langer|meer|later) dan (?=\d|een)|"
    r"\b(?:no|not) (?:more|longer|later) than (?=\d|an? |one)|"
    r"\bof niet\b",
    re.I,
)


@lru_cache(maxsize=16_384)
def denials(text: str) -> int:
    """Return how many times a text denies; a bound ("niet langer dan") is no denial."""
    return len(_DENIAL.findall(_plain(text)))


# Here "kan" and "mogelijk" permit nothing.
_IDIOM = re.compile(
    r"\b(?:als het kan|zo (?:\w+ )?(?:als )?mogelijk|waar mogelijk|where possible|"
    r"as soon as possible)\b|"
    # "Kunt u het beste" is advice, and who asks or gives advice advises nothing.
    r"\b(?:kunt|kan|kun)\b(?= (?:\w+ ){0,3}het beste\b)|"
    r"\b(?:vraag|vragen|vraagt|win|geeft|geven|krijgt|krijgen|om|voor) (?:dan |eerst |u )?"
    r"(?:advies|raad)\b",
    re.I,
)


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    """Return a text without the words that only seem to deny or permit."""
    return _IDIOM.sub("", _NO_DENIAL.sub("", text))


def duty_differs(sentence: str, quote: str, *, implied: bool) -> bool:
    """True when a sentence makes a duty, permission, advice or ban of what the quote says.

    A word such as "nodig" or "riskeert" may stand for the verb; `implied` tells that the quote
    states a duty without a word for it.
    """
    return bool(duty_changes(sentence, quote, implied=implied))


def duty_changes(sentence: str, quote: str, *, implied: bool) -> frozenset[str]:
    """Return what `duty_differs` finds: "+must" for a duty added, "-may" for a permission lost.

    Where one text has a duty and the other a permission, it is "must for may".
    """
    sentence, quote = _plain(sentence), _plain(quote)
    said, stated = modalities(sentence), modalities(quote)
    if {"must", "may"} <= said ^ stated:
        return frozenset({"must for may"})
    found = set[str]()
    for kind in said ^ stated:
        weak = _WEAK.get(kind)
        lacking = quote if kind in said else sentence
        if (
            (weak and weak.search(lacking))
            or (kind in said and kind == "must" and implied and not stated)
            or (kind in said and kind == "may" and _INVITES.match(quote))
        ):
            continue
        found.add(("+" if kind in said else "-") + kind)
    return frozenset(found)


def modalities(text: str) -> frozenset[Modality]:
    """Return which of must, may, should and must not a text expresses."""
    found = {name for name, pattern in _MODALITY.items() if pattern.search(text)}
    return frozenset(found - {"may"} if "must_not" in found else found)


def negations(text: str) -> int:
    """Return how many words of denial a text holds."""
    return len(_NEGATION.findall(text))
