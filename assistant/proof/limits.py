"""What limits a statement: bounds, deadlines, exceptions, conditions and hedges, in both languages.

Each kind has its synonyms, so "minstens" may become "ten minste" but never "hoogstens" or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

_AMOUNT = r"(?:€ ?)?(?:\d[\d.,]*|een|one)\s*(?:procent|percent|%|euro|miljoen|million|uur|dag|"
_AMOUNT += r"week|weken|maand|jaar|hour|day|month|year)\w*"
_KINDS: Mapping[str, str] = {
    "at least": r"minstens|ten ?minste|minimaal|(?:een |a )?minimum\b|at least|"
    rf"(?:vanaf|from) (?=(?:a )?{_AMOUNT})|of meer\b|or more\b|vanaf \d+ \w+(?! \d{{4}})",
    "at most": r"hoogstens|ten hoogste|maximaal|maximum|at most|up to|"
    rf"tot (?=(?:maximaal |hoogstens )?{_AMOUNT})|(?:niet|geen) (?:langer|meer|later) dan|"
    r"(?:no|not) (?:more|longer|later) than",
    "in time": r"uiterlijk|within\b|binnen (?=een \w*(?:dag|week|maand|jaar)|\d)",
    "only": r"alleen|slechts|uitsluitend|enkel\b(?! (?:land|geval))|pas\b|only|solely",
    "except": r"tenzij|behalve|uitgezonderd|met uitzondering|vrijgesteld|except|unless|exempt\w*",
    "hedge": r"meestal|vaak|soms|doorgaans|gewoonlijk|in principe|vermoedelijk|usually|often|"
    r"normally|mostly|sometimes|generally",
    "always": r"altijd|always|in alle gevallen|in all cases|elk bedrijf|iedereen|everyone",
    "since": r"sinds|since|met ingang van",
    "until": rf"tot(?: en met)? (?!{_AMOUNT})(?=\d)|until",
}
_PATTERNS = {kind: re.compile(rf"\b(?:{pattern})", re.I) for kind, pattern in _KINDS.items()}
_KEPT = ("at least", "at most", "in time", "only", "except", "hedge")
_NOT_ADDED = ("at least", "at most", "only", "except", "always")
# "Zonder X mag het niet" says "alleen met X"; so does "niet voordat".
TWICE_DENIED = re.compile(
    r"\b(?:niet|nooit|geen|not|never|no|cannot|verboden)\b[^;]*\b(?:zonder|without|voordat|vóór|before)\b|"
    r"\b(?:zonder|without)\b[^;]*\b(?:niet|nooit|geen|not|never|no|cannot|verboden)\b",
    re.I,
)
_FINITE = (
    "is zijn was heeft hebben geldt gelden kan kunt kunnen mag mogen moet moeten telt tellen valt "
    "vallen gaat gaan krijgt meldt beslist hoort helpt riskeert doet volgt blijft komt duurt"
).replace(" ", "|")
_CONDITIONS = (
    # behind the main clause
    re.compile(
        r"\b(?:als|wanneer|indien|tenzij|mits|behalve|zolang|zodra|voor zover|alleen \w+|pas \w+|"
        r"if|when|where|unless|except|provided|only \w+) ([^,;.]+)",
        re.I,
    ),
    # before it: "Als …,", "Valt u …, dan"
    re.compile(r"^(?:[A-Z]\w+) ([^;]+?), dan\b"),
    re.compile(r"^(?:Als|Wanneer|Indien|Zodra|If|When|Where|Under|With|Without|For) ([^,;]+),"),
    # "Bij een globale vergunning is …"
    re.compile(rf"^(?:Ook )?(?:[Bb]ij|Onder|Met|Zonder|Na|Voor|Buiten|Binnen) ([^,;.]+?) (?:{_FINITE})\b"),
    re.compile(r"\b(?:vóór|in uiterste|in een land) ([^,;.]+)", re.I),
)  # fmt: skip
_LEAST_KEPT = 0.5
_DUTY = re.compile(r"\b(?:u|you|\w+t u)\b|^[A-Z][a-z]+ (?:de|het|uw|the|your|export)\b")


@lru_cache(maxsize=16_384)
def limits(text: str) -> frozenset[str]:
    """Return the kinds of limit that a text sets."""
    found = {kind for kind, pattern in _PATTERNS.items() if pattern.search(text)}
    if TWICE_DENIED.search(text):
        found.add("only")
    # "uiterlijk" and "niet later dan" set the same end to a time.
    if "in time" in found:
        found.discard("at most")
    return frozenset(found)


def limits_differ(sentence: str, quote: str) -> str:
    """Return which limit a sentence lost or added; empty when none."""
    said, stated = limits(sentence), limits(quote)
    lost = [kind for kind in _KEPT if kind in stated - said]
    added = [kind for kind in _NOT_ADDED if kind in said - stated]
    if lost:
        return f"a condition was lost: {lost[0]}"
    if added:
        return f"a condition was added: {added[0]}"
    if {"since", "until"} <= said | stated and said & {"since", "until"} != stated & {
        "since",
        "until",
    }:
        return "a beginning became an end"
    return ""


@lru_cache(maxsize=16_384)
def condition_spans(text: str) -> tuple[str, ...]:
    """Return the pieces of a text under which the rest of it holds."""
    return tuple(found[1] for pattern in _CONDITIONS for found in pattern.finditer(text))


def lost_conditions(
    own: frozenset[str],
    quote: str,
    terms_of: Callable[[str], frozenset[str]],
    in_common: Callable[[frozenset[str], frozenset[str]], frozenset[str]],
) -> Iterator[str]:
    """Yield the conditions of a quote of which too few words are among the `own` terms."""
    for span in condition_spans(quote):
        terms = terms_of(span)
        if terms and len(in_common(terms, own)) < _LEAST_KEPT * len(terms):
            yield span


def implies_duty(text: str) -> bool:
    """True when a text tells "you" to do something within a time or for at least a time."""
    return bool({"in time", "at least"} & limits(text)) and _DUTY.search(text) is not None
