"""Words that carry obligation, permission and denial, in Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Modality = Literal["must", "may", "should", "must_not"]

_MODALITY: Mapping[Modality, re.Pattern[str]] = {
    "must_not": re.compile(
        r"\b(mag|mogen|kan|kunt|kunnen)\b[^.;]{0,60}?\b(niet|geen|nooit)\b|\bverboden\b|"
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
        r"\b(raadt? (aan|u|af)|aangeraden|aanbevolen|advies|adviseert|verstandig|het beste|"
        r"kunt u het beste|should|advised?|advises|recommend\w*|sensible)\b",
        re.I,
    ),
    "may": re.compile(
        r"\b(mag|mogen|kan|kunt|kunnen|toegestaan|may|can|could|allowed|permitted)\b", re.I
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
        r"needs?|needed|due|duty|require\w*|licence to)\b",
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
    r"(?:meldings|vergunnings?)vrij|vrijwillig|valt (?:daar)?buiten|"
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
    r"as soon as possible)\b",
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
    sentence, quote = _plain(sentence), _plain(quote)
    said, stated = modalities(sentence), modalities(quote)
    if {"must", "may"} <= said ^ stated:
        return True
    for kind in said ^ stated:
        weak = _WEAK.get(kind)
        lacking = quote if kind in said else sentence
        if weak and weak.search(lacking):
            continue
        if kind in said and kind == "must" and implied and not stated:
            continue
        if kind in said and kind == "may" and _INVITES.match(quote):
            continue
        return True
    return False


def modalities(text: str) -> frozenset[Modality]:
    """Return which of must, may, should and must not a text expresses."""
    found = {name for name, pattern in _MODALITY.items() if pattern.search(text)}
    return frozenset(found - {"may"} if "must_not" in found else found)


def negations(text: str) -> int:
    """Return how many words of denial a text holds."""
    return len(_NEGATION.findall(text))
