"""Brings what two sentences say in two ways to one wording, before they are compared.

"Niet zeker weten" is "twijfelen", "niet duidelijk" is "onduidelijk", "niet op bijlage I" is "buiten
bijlage I". Each law has two ways to say it. It is used only where one text has the first way and
the other the second, about the same word; so a way that only one text has stays a difference, and
a lost or second denial is still seen. `reversed_by` names the ways that only one text has and of
which the other says the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

_ARTICLE = r"(?:(?:de|het|een|uw|the|an?|your) )?"
_AT = r"(?:(?:bij|voor|in|naar|op|aan|for|in|to|with|on) )?"
_IF_HEAD = (
    r"(?:^(?!Voor|Bij|In|Op|Met|Na|Aan|Van|Onder|Door|Uit|Over|Binnen|Buiten|For|By|At|To)"
    r"[A-Z][a-zë]+ (?:u|de|het|uw|een|er|zij|hij|iemand) |"
    r"\b(?:als|indien|wanneer|zolang|if|when|where) |^Is er )"
)


@dataclass(frozen=True, slots=True)
class _Law:
    """Two ways to say one thing.

    `~` in `other` is what the group x of `way` found. `both` is put for it in both texts, `~` and
    all; without it the first way is. `<` stands for the group `pre` of the other way, which stays.
    """

    way: str
    other: str
    both: str = ""
    kept: str = "="


_LAWS: Sequence[_Law] = (
    _Law(
        rf"\b(?:buiten|outside) {_ARTICLE}(?P<x>[\w]+)",
        rf"\b(?:niet|not) (?:in|op|onder|binnen|on|within|inside|under) {_ARTICLE}~\b|"
        r"\b(?:niet|non)-~\b-?",
        both="elders dan ~",
    ),
    _Law(
        r"\btwijfel\w*|\bdoubts?\b",
        r"\bniet (?:\w+ )?zeker\b|\bnot (?:entirely |quite )?(?:sure|certain)\b|\bunsure\b",
    ),
    _Law(
        rf"\b(?:in plaats van|instead of|rather than) {_ARTICLE}(?P<x>\w+)",
        rf"\b(?:niet|geen|not) {_AT}{_ARTICLE}~\b",
    ),
    _Law(
        r"\bgelijk ?(?:gebleven|blijft|blijven|bleef)\b|\b(?:blijft|bleef) (?:\w+ )?gelijk\b|"
        r"\bhetzelfde\b|\bunchanged\b|\bthe same\b|\bonveranderd\b",
        r"\bniet (?:is |zijn )?(?:veranderd?|gewijzigd|verander(?:t|en))\b|"
        r"\b(?:do(?:es)?|did|has|have) not chang(?:e|ed)\b",
    ),
    _Law(
        r"\b(?:zonder|without) (?:(?:an?|the|any) )?(?P<x>\w+ \w+)",
        rf"(?P<pre>{_IF_HEAD}(?:[^,;.]* )?)(?:geen|no) ~\b",
        kept="<=",
    ),
    _Law(
        r"\b(?:zonder|without) (?:(?:an?|the|any) )?(?P<x>\w+)",
        rf"(?P<pre>{_IF_HEAD}(?:[^,;.]* )?)(?:geen|no) ~\b",
        kept="<=",
    ),
    _Law(
        r"\b(?:anders|otherwise)\b",
        r"^(?P<pre>.*\b(?P<w>\w{4,})\b.*)\b(?:zonder|without) (?P=w)\b",
        kept="<=",
    ),
    _Law(
        r"\b(?:on|un|in)(?P<x>(?!der)[a-zë]{5,}?)e?\b",
        r"\b(?:niet|not) (?:\w+ )?~e?\b",
    ),
    _Law(
        r"\bonbekende?\b|\bunknown\b|\bstrangers?\b",
        r"\bniet (?:\w+ )?(?:kent|kennen|bekende?)\b|\b(?:do|does) not know\b",
    ),
    _Law(
        r"\bverval(?:t|len)\b|\blapses?\b",
        r"\b(?:geldt|gelden|bestaat)\b(?P<pre>[^.;,]*?)\bniet (?:meer|langer)\b|"
        r"\bniet (?:meer|langer) (?:geldt|gelden)\b|\bno longer appl(?:y|ies)\b",
        kept="<=",
    ),
    _Law(
        r"\bvoorkom\w* dat [^.;]*?\b(?P<x>\w{4,7})\w*(?=[.,;]| \(|$)",
        r"\bdat\b(?P<pre>[^.;]*?)\bniet (?=~)",
        kept="voorkomen dat<",
    ),
    _Law(
        rf"\b(?:behalve|except) {_AT}{_ARTICLE}(?P<x>\w+)",
        rf"\b(?:maar|but) (?:niet|not) {_AT}{_ARTICLE}~\b",
    ),
    _Law(
        r"\b(?:is|are|zijn|bent|wordt|worden) (?:\w+ )?(?:exempt|vrijgesteld|uitgezonderd)\b",
        r"\b(?:do|does) not (?:need|have to)\b|\bneed not\b|"
        r"\bhoe(?:ft|ven)\b(?P<pre>[^.;,]*?)\bniet\b",
        kept="=<",
    ),
    _Law(
        r"\b(?P<x>\w{4,}) (?:ontbreekt|ontbreken|is missing|are missing)\b",
        r"\b(?:geen|zonder|no|without) (?:(?:an?|the|any) )?~\b",
    ),
    _Law(
        r"\b(?:alleen|pas|slechts) (?:als|wanneer)\b|\bonly (?:if|when)\b",
        r"\b(?:niet|not)\b(?P<pre>[^.;]*?),? (?:tenzij|behalve als|unless|except if)\b",
        kept="< =",
    ),
    _Law(
        r"\b(?:verbod|prohibition)\b|\bban on\b",
        r"\b(?:mag|mogen)\b(?P<pre>[^.;,]*?)\b(?:niet|geen)\b|\b(?:may|must) not\b",
        both="verboden",
        kept="=<",
    ),
    _Law(
        r"\bthuis\b|\bat home\b",
        r"\bniet (?=mee\b|meene)|\bdo not (?=(?:take|bring)\b)",
    ),
    _Law(
        r"\bonvoldoende\b|\bte weinig\b|\binsufficient(?:ly)?\b|\btoo little\b",
        r"\bniet (?:\w+ )?(?:genoeg|voldoende)\b|\bnot (?:\w+ )?enough\b",
    ),
    _Law(r"\bnietig\b|\bvoid\b", r"\bniet (?:rechts)?geldig\b|\bnot valid\b"),
    _Law(
        r"\b(?:avoid|vermijd)\w* (?:het )?(?P<x>[a-z]{4})",
        r"\b(?:do not|never|niet|geen) (?=~)",
    ),
    _Law(
        r"\bvrij\b|\bfree\b",
        r"\bgeen (?:vergunning|melding) (?:nodig|vereist)\b|"
        r"\bno licence (?:is )?(?:needed|required)\b",
    ),
    _Law(r"\bspares?\b", r"\b(?:fall|falls|are|is) outside\b"),
    _Law(
        r"\b(?:at any|ongeacht|regardless of)\b",
        r"\b(?:does|do) not matter\b(?: for)?|\bmaakt (?:\w+ )?niet uit\b",
    ),
)  # fmt: skip
_ALWAYS_SAME = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        (r"\bsooner\b", "earlier"),
        (r"\bmight\b", "may"),
        (r"\b(?:is|are) able to\b", "can"),
        (r"\b(?:(?:is|are) )?(?:unable|not able) to\b", "cannot"),
        (r"\bfails? to\b", "does not"),
        (r"\bkon(?:den)?\b", "kan"),
        (r"\bmoest(?:en)?\b", "moet"),
        (r"\badviseerden?\b", "adviseert"),
        (r"\b(?:raadt|raden|raadden?) ([^.;,]{0,40}?)\b(aan|af)\b", r"raadt \2 \1"),
        (r"\b(?:is|are|falls?) not outside\b", "falls inside"),
        (r"\b(?:are|fall) outside\b", "falls outside"),
        (r"\bval(?:t|len) (daar)?niet (daar)?buiten\b", "valt binnen"),
        # The order of a subordinate clause: "als u geen zeggenschap kunt uitoefenen".
        (
            r"\b(niet|nooit|geen(?: \w+){1,2}) (mag|mogen|kan|kunt|kunnen)(?=[.,;]| \w+en\b|$)",
            r"\2 \1",
        ),
        (r"\bmust be no\b", "must not be a"),
        (r"\b(?:at|on|upon) (?:your|their|his|her) request\b", "if you ask"),
        (r"\b(?:tussen|between) (\d[\d.,]*) (?:uur )?(?:en|and) (?=\d)", r"van \1 tot "),
    )
)
_AFTER_ALL = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        # What is set against the rest is a clause of its own: "naar gedrag, niet naar afkomst".
        (
            r"(?:,|,? (?:en|maar|and|but)) (niet|not) (?=(?:naar|op|in|bij|voor|aan|van|met|door|"
            r"over|via|uit|per|alleen|by|for|to|on|at|with|of|from|through|only)\b)",
            r"; \1 ",
        ),
        # What may only be done under a condition is not banned because that condition denies.
        (r"\b(kan|kunt|kunnen|mag|mogen) (?=alleen\b)", r"\1 ;"),
    )
)
# What one text says, and what the other may then not say without it; `~` as above.
_REVERSED = tuple(
    (re.compile(way, re.I), keeps, against)
    for way, keeps, against in (
        (
            rf"\b(?:buiten|outside) {_ARTICLE}(?P<x>[\w]+)",
            r"\bbuiten|\boutside|\bniet\b|\bgeen\b|\bnot\b|\bno\b|\bniet-|\bnon-|\belders dan",
            rf"\b(?:in|op|onder|binnen|on|within|inside) {_ARTICLE}~\b",
        ),
        (
            r"\bgelijk ?gebleven\b|\bonveranderd\b|\bunchanged\b",
            r"\bgelijk|\bhetzelfde\b|\bonveranderd|\bsame\b|\bunchanged|\bniet\b|\bnot\b",
            r"\b(?:veranderd?|gewijzigd|gestegen|gedaald|changed|increased|decreased|grown)\b",
        ),
        (r"\blaat\b[^.;,]*\bthuis\b", r"\bthuis\b|\bniet\b|\bgeen\b", r"\bmee\b"),
        (
            r"\b(?:is|zijn) (?:meestal )?vrij\b",
            r"\bvrij|\bniet\b|\bgeen\b|\bzonder\b|\bbuiten\b",
            r"\b(?:nodig|verplicht)\b",
        ),
        (
            r"\bat any\b|\bongeacht\b|\bregardless of\b",
            r"\bany\b|\bongeacht\b|\bregardless\b|\bnot\b|\bniet\b|\bgeen\b|\bevery\b|\belke?\b",
            r"\bmatters?\b|\bdepends\b|\bafhankelijk\b|\bhangt\b",
        ),
        (
            r"\b(?:weken|dagen|maanden|jaar|uur) (?:voor|vóór)\b",
            r"\b(?:weken|dagen|maanden|jaar|uur) (?:voor|vóór|eerder)\b|\bvooraf\b|\bvoordat\b",
            r"\b(?:weken|dagen|maanden|jaar|uur) na(?:dat)?\b",
        ),
        (
            r"\bspares?\b",
            r"\bspare|\bexempt|\boutside\b|\bnot\b|\bno\b|\bexcept",
            r"\b(?:under|covered|bound)\b",
        ),
        (
            r"\bbeperk\w*|\b(?:limit|restrict)\w*",
            r"\bbeperk|\bweinig\b|\bfew\b|\balleen\b|\bslechts\b|\buitsluitend\b|\bminder\b|\bniet\b|\bgeen\b|\blimit|"
            r"\brestrict|\bonly\b|\bless\b|\bfewer\b|\bnot\b|\bno\b",
            r"\b(?:alle|iedereen|geef|onbeperkt|all|everyone|give|unlimited)\b",
        ),
        (r"\btwijfelt?\b|\bdoubt\b", r"\btwijfel|\bdoubt|\bniet\b|\bnot\b", r"\bzeker\b|\bsure\b"),
        (
            r"\bonbekende?\b|\bunknown\b",
            r"\bonbekend|\bunknown|\bzonder\b|\bnooit\b|\bnever\b|\bwithout\b|\bniet\b|\bgeen\b|\bnot\b|\bno\b",
            r"\b(?:kent|kennen|bekende?|know|known)\b",
        ),
        (
            r"\bverval(?:t|len)\b|\blapses?\b",
            r"\bverval|\blapse|\bniet (?:meer|langer)\b|\bno longer\b",
            r"\b(?:geldt|gelden|blijft|applies)\b",
        ),
    )
)  # fmt: skip


_INSTEAD = re.compile(rf"\b(?:in plaats van|instead of|rather than) {_ARTICLE}(\w+)")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


def _bring(law: _Law, one: str, other: str) -> tuple[str, str]:
    """Bring what `one` says the first way and `other` the second to one way."""
    way = _pattern(law.way)
    for found in tuple(way.finditer(one)):
        if len(way.findall(other)) >= len(way.findall(one)):
            break
        word = found.groupdict().get("x") or ""
        there = _pattern(law.other.replace("~", re.escape(word))).search(other)
        if there:
            both = law.both.replace("~", word) or found[0]
            kept = law.kept.replace("<", there.groupdict().get("pre") or "").replace("=", both)
            other = other[: there.start()] + kept + other[there.end() :]
            one = one.replace(found[0], both, 1)
    return one, other


@lru_cache(maxsize=16_384)
def brought_together(sentence: str, quote: str) -> tuple[str, str]:
    """Return a sentence and its quote, with what both say in two ways said in one."""
    for pattern, plain in _ALWAYS_SAME:
        sentence, quote = pattern.sub(plain, sentence), pattern.sub(plain, quote)
    for law in _LAWS:
        sentence, quote = _bring(law, sentence, quote)
        quote, sentence = _bring(law, quote, sentence)
    for pattern, plain in _AFTER_ALL:
        sentence, quote = pattern.sub(plain, sentence), pattern.sub(plain, quote)
    return sentence, quote


def reversed_by(sentence: str, quote: str) -> str:
    """Return what one text says and the other turns round; empty when nothing."""
    for one, other in ((sentence, quote), (quote, sentence)):
        for way, keeps, against in _REVERSED:
            for found in way.finditer(one):
                x = re.escape(found.groupdict().get("x") or "")
                if _pattern(against.replace("~", x)).search(other) and not _pattern(keeps).search(
                    other
                ):
                    return found[0]
    replaced = [frozenset(_INSTEAD.findall(text.lower())) for text in (sentence, quote)]
    return "" if not all(replaced) or replaced[0] & replaced[1] else min(replaced[0])
