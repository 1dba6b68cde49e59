"""Words that carry obligation, permission, denial and condition, in Dutch and English."""

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
CONDITION = re.compile(
    r"\b(tenzij|mits|behalve|alleen als|alleen bij|pas als|pas bij|zolang|voor zover|uitgezonderd|"
    r"vanaf|uiterlijk|binnen|hoogstens|ten hoogste|minstens|ten minste|unless|provided|except|"
    r"only if|only when|as long as|within|at least|at most|no later than)\b",
    re.I,
)


# What a duty or a permission may be called without one of the words above.
_WEAK: Mapping[Modality, re.Pattern[str]] = {
    "must": re.compile(
        r"\b(nodig|vraagt|vragen|verlangt|eist|hoort|horen|meldt|melden|\w*plicht\w*|"
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
    r"(?:meldings|vergunnings?)vrij|vrijwillig|not|no|never|none|nobody|nothing|nor|cannot|"
    r"forbidden|prohibited|banned|optional)\b|n't\b",
    re.I,
)
_NO_DENIAL = re.compile(
    r"\b(?:niet|geen) (?:langer|meer|later) dan\b|\b(?:no|not) (?:more|longer|later) than\b|"
    r"\bniet alleen\b|\bnot only\b|\bof niet\b",
    re.I,
)


@lru_cache(maxsize=16_384)
def denials(text: str) -> int:
    """Return how many times a text denies; a bound ("niet langer dan") is no denial."""
    return len(_DENIAL.findall(_NO_DENIAL.sub("", text)))


@lru_cache(maxsize=16_384)
def _strengths(text: str) -> frozenset[Modality]:
    return modalities(_NO_DENIAL.sub("", text))


def duty_differs(sentence: str, quote: str, *, implied: bool) -> bool:
    """True when a sentence makes a duty, permission, advice or ban of what the quote says.

    A word such as "nodig" or "riskeert" may stand for the verb; `implied` tells that the quote
    states a duty without a word for it.
    """
    said, stated = _strengths(sentence), _strengths(quote)
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


def conditions(text: str) -> frozenset[str]:
    """Return the words of condition a text holds, in lower case."""
    return frozenset(found.lower() for found in CONDITION.findall(text))
