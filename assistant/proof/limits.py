"""What limits a statement: bounds, deadlines, exceptions, conditions and hedges, in both languages.

Each kind has its synonyms, so "minstens" may become "ten minste" but never "hoogstens" or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from assistant.proof.numerals import with_digits

_KINDS: Mapping[str, str] = {
    "only": r"alleen|slechts|uitsluitend|enkel\b(?! (?:land|geval))|pas\b|only|solely",
    "except": r"tenzij|behalve|uitgezonderd|met uitzondering|vrijgesteld|except|unless|exempt\w*",
    "hedge": r"meestal|vaak|soms|doorgaans|gewoonlijk|in principe|vermoedelijk|usually|often|"
    r"normally|mostly|sometimes|generally",
    "always": r"altijd|always|in alle gevallen|in all cases|elk bedrijf|iedereen|everyone",
    "since": r"sinds\b|since\b(?! then)|met ingang van",
    "until": r"tot(?: en met)? (?=\d+ [a-z]+ \d{4})|until",
}
_PATTERNS = {kind: re.compile(rf"\b(?:{pattern})", re.I) for kind, pattern in _KINDS.items()}
# What says the same in another way; it excuses a difference and makes none.
_OTHERWISE = {
    kind: re.compile(pattern, re.I)
    for kind, pattern in {
        "only": r"\bbeperk\w* (?:\S+ ){1,8}?tot\b|\b(?:limit|restrict)\w* (?:\S+ ){1,8}?to\b|"
        r"\bwacht\w*\b[^.;,]*\btot\b|\bwait\w*\b[^.;,]*\buntil\b|\benige (?:manier|weg)\b|"
        r"\b(?:zolang|as long as)\b[^;]*\b(?:geen|niet|no|not)\b[^;]*\b(?:niet|geen|not|no)\b|"
        r"\bverbied\w*\b[^;]*\bzonder\b",
        "always": r"\bat any\b|\bongeacht\b|\bregardless of\b",
        "except": r"(?<!zonder )\buitzondering(?:en)?\b|(?<!without )\bexceptions?\b|\bspares?\b",
    }.items()
}
_EVERYONE = re.compile(r"\b(?:iedereen|everyone) (?:die|who)\b", re.I)
_EACH = re.compile(r"\b(?:wie|iedere|ieder|alle|whoever|anyone|every)\b", re.I)
_KEPT = ("only", "except", "hedge")
_NOT_ADDED = ("only", "except", "always")
# A bound belongs to the number behind it.
_NUMBER = r" (?:de |een \w+ van |€ ?|about |ongeveer )?(\d+(?:[.,]\d+)*)(?! [a-z]+ \d{4})"
_BOUNDS = {
    kind: re.compile(rf"\b(?:{words}){_NUMBER}", re.I)
    for kind, words in {
        "at least": r"minstens|ten ?minste|minimaal|minimum of|minimum van|at least|vanaf|from|"
        r"begint(?: \S+){0,7} bij|starts at|op zijn minst|niet minder dan|"
        r"no(?:t)? (?:less|fewer) than",
        "at most": r"hoogstens|ten hoogste|maximaal|at most|up to|tot|binnen|within|uiterlijk|"
        r"op zijn laatst|hooguit|tot en met|up to and including|"
        r"(?:niet|geen) (?:langer|meer|later) dan|(?:no|not) (?:more|longer|later) than",
        "after": r"na|after|niet eerder dan",
        "above": r"boven|(?<!niet )(?<!geen )(?:meer|hoger|groter)(?: (?:is|zijn|ligt|liggen))? "
        r"dan|ruim|above|(?<!no )(?<!not )(?:more|higher|larger) than|means over|exceed(?:s|ing)?",
        "below": r"onder|(?<!niet )(?:minder|lager|kleiner)(?: (?:is|zijn|ligt|liggen))? dan|below|"
        r"(?<!no )(?<!not )(?:less|lower|smaller|fewer) than",
    }.items()
}
# Or behind it: "50 werknemers of meer".
_BEHIND = re.compile(
    r"(\d+(?:[.,]\d+)*)%?(?: [a-z]+)?,? (?:of|or|en|and) (?:(?P<more>meer|more|hoger|ouder|higher)|"
    r"minder|less|fewer|lager|lower)\b",
    re.I,
)
_LINKED = re.compile(
    r"(?=(?<![\d.,])(\d+(?:[.,]\d+)*)%?(?: [a-z]+){0,4} (?:of|or) (?:€ ?)?(\d+(?:[.,]\d+)*))"
)
_ONE = re.compile(
    r"\b(?:een|one|an?) (?=(?:uur|dag|week|maand|jaar|hour|day|week|month|year)\b)", re.I
)
_EVERY = re.compile(r"\b(minstens|hoogstens|at least|at most) (?:elke|every)\b", re.I)
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
    re.compile(r"^(?:[A-Z]\w+) ([^;]+?), (?:\w+ )?dan\b"),
    re.compile(r"^(?:Als|Wanneer|Indien|Zodra|If|When|Where|Under|With|Without|For) ([^,;]+),"),
    # "Bij een globale vergunning is …"
    re.compile(
        r"^(?:Ook )?(?:[Bb]ij|Onder|Met|Zonder|Na|Voor|Buiten|Binnen) ([^,;.]+?) "
        rf"(?:{_FINITE})\b"
    ),
    re.compile(r"\b(?:vóór|in uiterste|in een land) ([^,;.]+)", re.I),
)  # fmt: skip
_IF = re.compile(
    r"(?<!ook )(?<!zo \w{4} )\b(?:als u|als de|als een|als er|wanneer|indien|mits|if|when)\b|"
    r"^[A-Z][a-z]+t? (?:u|de|het|uw|een|er|zij|iemand) [^;]+?, (?:\w+ )?dan\b",
)
_IF_LEFT = re.compile(
    r"\b(?:als|wanneer|indien|mits|zodra|zolang|bij|voor|onder|na|met|wie|die|vanaf|tenzij|zonder|"
    r"alleen|if|when|where|with|for|under|who\w*|that|by|as|after|until|unless)\b|, (?:\w+ )?dan\b",
    re.I,
)
_LEAST_KEPT = 0.5
_DUTY = re.compile(r"\b(?:u|you|\w+t u)\b|^[A-Z][a-z]+ (?:de|het|uw|the|your|export)\b")


@lru_cache(maxsize=16_384)
def limits(text: str) -> frozenset[str]:
    """Return the kinds of limit that a text sets."""
    found = {kind for kind, pattern in _PATTERNS.items() if pattern.search(text)}
    if TWICE_DENIED.search(text):
        found.add("only")
    return frozenset(found)


@lru_cache(maxsize=16_384)
def _bounds(text: str) -> Mapping[str, frozenset[str]]:
    """Return the kinds of bound before each number of a text."""
    plain = _EVERY.sub(r"\1", _ONE.sub("1 ", with_digits(text)))
    found = {number: frozenset[str]() for number in re.findall(r"\d+(?:[.,]\d+)*", plain)}
    for kind, pattern in _BOUNDS.items():
        for match in pattern.finditer(plain):
            found[match[1]] = found.get(match[1], frozenset()) | {kind}
    for match in _BEHIND.finditer(plain):
        found[match[1]] |= {"at least" if match["more"] else "at most"}
    # "tot 10 miljoen euro of 2 procent": the bound holds for both.
    for one, other in _LINKED.findall(plain):
        found[other] = found[other] or found[one]
    return found


def bound_differs(sentence: str, quote: str) -> str:
    """Return the number that both texts hold with another bound before it; empty when none."""
    said, stated = _bounds(sentence), _bounds(quote)
    return next((n for n in said if n in stated and said[n] != stated[n]), "")


def limits_differ(sentence: str, quote: str) -> str:
    """Return which limit a sentence lost or added; empty when none."""
    said, stated = limits(sentence), limits(quote)
    lost = [kind for kind in _KEPT if kind in stated - said and not _otherwise(kind, sentence)]
    added = [
        kind
        for kind in _NOT_ADDED
        if kind in said - stated
        and not _otherwise(kind, quote)
        and not (kind == "always" and _each(sentence, quote))
    ]
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


def _otherwise(kind: str, text: str) -> bool:
    return kind in _OTHERWISE and _OTHERWISE[kind].search(text) is not None


def _each(sentence: str, quote: str) -> bool:
    """True when a sentence says "everyone who" of the "who" or the "every" of the quote."""
    others = _EVERYONE.sub("", sentence)
    return bool(_EVERYONE.search(sentence) and _EACH.search(quote)) and "always" not in limits(
        others
    )


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


def lost_if(sentence: str, quote: str) -> bool:
    """True when a quote holds under a condition and the sentence has no word for one."""
    return _IF.search(quote) is not None and _IF_LEFT.search(sentence) is None


def implies_duty(text: str) -> bool:
    """True when a text tells "you" to do something within a time or for at least a time."""
    kinds = frozenset[str]().union(*_bounds(text).values())
    return bool({"at most", "at least"} & kinds) and _DUTY.search(text) is not None
