"""Words that carry obligation, permission, denial and condition, in Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
