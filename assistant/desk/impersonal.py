"""Texts that outlive their case: without personal data, and without the name of who asked.

`impersonal` takes out what can be told apart from the question. `introduces` says that somebody
tells who they are: what then is left of them cannot be known, so that text must not outlive.
"""

from __future__ import annotations

import re

from assistant.personal_data import mask_personal_data
from indexer.terms import STOP_WORDS, fold, words

# A name behind the words with which people give one; after those, only capitals are a name.
_NAMED = re.compile(
    r"(?P<before>\b(?:[Dd]e heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|"
    r"[Mm]ijn naam is|[Ii]k heet|[Mm]y name is|Mr\.?|Mrs\.?|Ms\.?)\s+)"
    r"(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’.-]*"
    r"(?:\s+(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’-]+)*"
)

# Words that stand in the names of many and so tell of nobody.
_ANYBODYS = frozenset().union(*STOP_WORDS.values(), {"den", "der", "ten", "ter", "von"})
_FORM = (
    r"(?:(?i:b\.v\.|bv|n\.v\.|nv|v\.o\.f\.|vof|c\.v\.|gmbh|ltd|limited|inc|llc|plc)"
    r"|AG|CV|SA|S\.A\.|SE)(?!\w)"
)
# The last word of a company's name before its form, or the first behind "bij": "de BV" is nobody's.
_COMPANY = (
    re.compile(rf"(?<!\w)([A-Z][\w&'’.-]*),?\s+{_FORM}"),
    re.compile(
        rf"\b(?i:van|bij|namens|voor|of|at|from|for)\s+([\w&'’.-]+),?\s+"
        rf"(?:[\w&'’.-]+,?\s+){{0,3}}{_FORM}"
    ),
)
_INTRODUCES = re.compile(
    r"\b(?i:ik|wij|we)\s+(?i:ben|heet|zijn|heten)\s+[A-Z]"
    r"|\bI(?:['’]m|\s+am)\s+[A-Z]|\b(?i:we(?:['’]re|\s+are))\s+[A-Z]"
    r"|\b(?i:mijn\s+naam|my\s+name|ik\s+heet|u\s+spreekt\s+met|this\s+is\s+(?=\S+\s+from\b))\b"
    r"|\b(?i:namens|on\s+behalf\s+of|groet(?:en|jes)?|regards),?\s+[A-Z]"
)
_ADDRESS = re.compile(
    r"\b\w+(?i:straat|weg|laan|plein|kade|gracht|dijk|singel|steeg|hof|pad|plantsoen|dreef)"
    r"\s+\d{1,5}(?!\w{3}|[.,]?\d|\s*(?:%|procent))"
    r"|\b(?i:aan|op)\s+(?i:de|het)\s+[A-Z][\w' -]{2,40}?\s\d{1,3}(?!\w{3}|\d|\s*(?:%|/|procent))"
    r"|\b\d{1,5}\s+(?:[A-Z]\w+\s+){1,3}(?i:street|road|avenue|lane|square|drive)\b"
    r"|\b[1-9]\d{3}\s?(?!EU|UK|US|VS)[A-Z]{2}\b"
    r"|\b[1-9]\d{3}(?!cm|gb|kg|km|kw|mb|ml|mm|mw)[a-z]{2}\b"
)


def impersonal(question: str, name: str = "") -> str:
    """Return a question on one line, without personal data and without the name of who asked."""
    text = mask_personal_data(" ".join(question.split()))
    text = _NAMED.sub(r"\g<before>[naam]", text)
    parts = [name.strip(), *(part for part in name.split() if part[:1].isupper())]
    for part in parts:
        if len(part) > 2:  # two letters stand in too many words
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "[naam]", text)
    return text


def introduces(question: str, name: str = "") -> bool:
    """Return whether a question tells who asks it: a name, a company, an address.

    In doubt it does. Personal data that `mask_personal_data` knows by its form do not count.
    """
    text = " ".join(question.split())
    if impersonal(text, name) != mask_personal_data(text):
        return True
    if _INTRODUCES.search(text) or _ADDRESS.search(text):
        return True
    if any(_is_somebody(found[1]) for one in _COMPANY for found in one.finditer(text)):
        return True
    return any(_is_somebody(part) for part in set(words(name)) & set(words(text)))


def _is_somebody(word: str) -> bool:
    return len(word) > 2 and fold(word) not in _ANYBODYS
