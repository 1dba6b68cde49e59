"""Words that turn a statement round: outside for inside, after for before, lowest for highest."""

from __future__ import annotations

import re
from functools import lru_cache

# Beginnings of words, so that "verkoper" and "verkopers" are one; "=" ends a whole word.
_PAIRS = tuple(
    (pair.split("/")[0], pair.split("/")[1])
    for pair in (
        "binnen=/buiten= vooraf=/achteraf= voordat=/nadat= vóór=/na= boven=/onder= "
        "koper/verkoper hoogste=/laagste= meer=/minder= meeste=/minste= civiel/militair "
        "nietig/geldig kleine/grote vertrouwelijk/openbaar essentieel=/belangrijk= "
        "essentiële/belangrijke= eerst=/laatst= begin=/einde= toegenomen/afgenomen "
        "gelijk/afgenomen vrijwillig/verplicht toegestaan/verboden toestaan/verbieden "
        "geheim=/openbaar= blijft/vervalt nalaten/afronden direct=/indirect= "
        "schriftelijk/mondeling brief=/mail= enkel=/elk= gelijk/toegenomen hoger=/lager= "
        "hebben=/missen= zelf=/ander= outside=/inside= before=/after= beforehand/afterwards "
        "more=/less= above=/below= buyer/seller void=/valid= confidential/public= small/large "
        "lawfully=/unlawfully= voluntar/mandator highest/lowest allowed/banned "
        "civil=/military= first=/last= minstens=/hoogstens= sinds=/tot="
    ).split()
)
_DENYING = re.compile(r"\b(?:on|un|in)(?P<rest>[a-zë]{5,})", re.I)


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    ending = r"\b" if word.endswith("=") else ""
    return re.compile(rf"\b{re.escape(word.rstrip('='))}{ending}", re.I)


@lru_cache(maxsize=16_384)
def _sides(text: str) -> tuple[tuple[bool, bool], ...]:
    return tuple(
        (_pattern(one).search(text) is not None, _pattern(other).search(text) is not None)
        for one, other in _PAIRS
    )


@lru_cache(maxsize=16_384)
def _denied(text: str) -> frozenset[str]:
    """Return the words under on-, un- or in-: "onwaarschijnlijk" denies "waarschijnlijk"."""
    return frozenset(found["rest"].lower() for found in _DENYING.finditer(text))


def turned(sentence: str, quote: str) -> str:
    """Return the word of a sentence that is the opposite of the quote's; empty when none."""
    for pair, said, stated in zip(_PAIRS, _sides(sentence), _sides(quote), strict=True):
        if said == (True, False) and stated == (False, True):
            return pair[0].rstrip("=")
        if said == (False, True) and stated == (True, False):
            return pair[1].rstrip("=")
    for denied, other, text in (
        (_denied(sentence), _denied(quote), quote),
        (_denied(quote), _denied(sentence), sentence),
    ):
        for word in denied - other:
            if re.search(rf"(?<![a-zë]){word}\b", text, re.I):
                return word
    return ""
