"""Rules that change duty, denial, condition, bound or direction, in Dutch and English."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

Pairs = Sequence[tuple[str, str]]
_DENIAL = {
    "nl": r"\b(?:niet|geen|nooit|niets|zonder|hoef\w*)\b",
    "en": r"\b(?:not|no|never|cannot|without|nothing)\b",
}

# "mag … niet" and "moet … niet" say nearly the same, so a may with a denial behind it is left out.
_MODALITY: Mapping[str, Pairs] = {
    "nl": (
        (r"\bmoet\b", "mag"),
        (r"\bmoet\b", "kan"),
        (r"\bmoeten\b", "mogen"),
        (r"\b(?:mag|kan|kunt)\b(?![^.;]*\b(?:niet|geen|nooit|zonder)\b)", "moet"),
        (r"\b(?:mogen|kunnen)\b(?![^.;]*\b(?:niet|geen|nooit|zonder)\b)", "moeten"),
        (r"\bverplicht\b(?! (?:om|u|de|alle))", "toegestaan"),
        (r"\bis verplicht\b", "is vrijwillig"),
        (r"\bverplicht\b", "niet verplicht"),
        (r"(?<!niet )\bmeldplichtig\b", "meldingsvrij"),
        (r"\bvrijwillig\b", "verplicht"),
        (r"\bverboden\b", "toegestaan"),
        (r"\bhoeft\b([^.;]*?) niet te\b", r"moet\1"),
        (r"(?<!niet )(?<!geen )\bnodig\b(?= (?:is|om|voor|bij|zijn)|[.,;]|$)", "onnodig"),
        (r"\b(?:raadt|raden) ([^.;]*?)aan\b", r"verplicht \1"),
        (r"\badviseert\b", "verplicht"),
    ),
    "en": (
        (r"\bmust\b(?! not\b)", "may"),
        (r"\bmust\b(?! not\b)", "need not"),
        (r"\b(?:may|can)\b(?! not\b)", "must"),
        (r"\bneeds (?=an? )", "may have "),
        (r"\brequired\b", "optional"),
        (r"\bvoluntarily\b", "by law"),
        (r"\bhas to\b", "may"),
        (r"\bbanned\b", "allowed"),
        (r"\badvises\b", "requires"),
    ),
}
_DROP: Mapping[str, Pairs] = {
    "nl": (
        (r"(?<!of )\bniet(?! alleen) ", ""),
        (r"(?<!of) niet(?=[.,;:])", ""),
        (r"\bgeen\b", "een"),
        (r"\bnooit\b", "altijd"),
        (r"\bzonder\b", "met"),
        (r"\bZonder\b", "Met"),
        (r"\bniets\b", "iets"),
    ),
    "en": (
        (r"\b(?:does|do) not\b ", ""),
        (r"(?<!does )(?<!do )\bnot ", ""),
        (r"\bcannot\b", "can"),
        (r"\bno\b(?! one)", "a"),
        (r"\bwithout\b", "with"),
        (r"\bWithout\b", "With"),
        (r"\bnever\b", "always"),
    ),
}
_FINITE = (
    "is zijn was waren heeft hebben geldt gelden kan kunt kunnen mag mogen moet moeten telt tellen "
    "valt vallen gaat gaan krijgt meldt beslist hoort helpt riskeert beslissen noemt vraagt bestaat"
).replace(" ", "|")
_SUBJECT = r"(?: (?:u|hij|zij|het|er|men|BTI|de \w+|uw \w+)\b)?"
_ADD: Mapping[str, Pairs] = {
    "nl": (
        (rf"\b((?:{_FINITE})\b{_SUBJECT})(?! (?:niet|geen)\b)", r"\1 niet"),
        (r"(?<=[a-z] )een(?= (?!keer|enkel|ander|jaar|week|maand|half)[a-z])", "geen"),
    ),
    "en": (
        (r"\b(is|are|was|must|may|should)\b(?! not\b)", r"\1 not"),
        (r"\bcan\b", "cannot"),
        (r"\b(needs|has|have|need) an? ", r"\1 no "),
        (r"\bapplies\b", "does not apply"),
        (r"\bcovers\b", "does not cover"),
        (r"\bdecides\b", "does not decide"),
        (r"(?<=[a-z] )an? (?=licence|notification|fine|certificate|report)", "no "),
    ),
}
_CUT: Mapping[str, Pairs] = {
    "nl": (
        # A clause of condition behind its main clause, up to the next clause or the end.
        (
            r"(?<! ook),? (?:maar )?(?:alleen (?:als|met|bij|in|via)|tenzij|mits|"
            r"behalve|zolang|voor zover|indien|pas als|pas bij|pas na|als|wanneer|zodra) [^,;.]+"
            r"(?=[.;])",
            "",
        ),
        # The same before its main clause: "Als …, dan", "Valt u …, dan".
        (r"^(?:Als|Wanneer|Zodra|Indien) [^,;]+, (?:dan )?", "Altijd "),
        (r"^[A-Z][a-z]+t? (?:u|de|het|uw|een|er|zij|iemand) [^;]+?, dan ", "Altijd "),
        (
            rf"^(?:Bij|Onder|Met|Zonder|Na|Voor|Binnen|Buiten) (?!voorkeur)[^,;.]+? "
            rf"(?=(?:{_FINITE})\b)",
            "Altijd ",
        ),
        (r"\b(?:alleen|slechts|uitsluitend|pas) ", ""),
        (r"^Alleen (\w)", r"\1"),
    ),
    "en": (
        (r",? (?:but )?(?:only (?:if|when)|unless|provided|except|if|when|where) [^,;.]+"
            r"(?=[.;])",
         ""),
        (r"^(?:If|When|Where|Until|With|Without|"
            r"Under|For|Inside) [^,;]+, (?!or\b|except|unless|but)", "Always "),
        (r"\bonly ", ""),
        (r"^Only (\w)", r"\1"),
    ),
}  # fmt: skip
_BOUND: Mapping[str, Pairs] = {
    "nl": (
        (r"\b(?:minstens|ten minste|minimaal)\b", "hoogstens"),
        (r"\b(?:hoogstens|ten hoogste|maximaal)\b", "minstens"),
        (r"\b(?:hoogstens|ten hoogste|minstens|ten minste) ", ""),
        (r"\bbinnen(?= (?:een|twee|drie|vier|vijf|zes|acht|\d+) )", "na"),
        (r"\bvanaf(?= \d)", "tot"),
        (r"\btot(?= \d)", "vanaf"),
        (r"\bsinds\b", "tot"),
        (r"\buiterlijk\b", "niet eerder dan"),
        (r"\b(?:meestal|soms|vaak|mogelijk|vermoedelijk) ", "altijd "),
    ),
    "en": (
        (r"\bat least\b", "at most"),
        (r"\bat most\b", "at least"),
        (r"\bwithin(?= (?:\w+) (?:hours|days|weeks|months|years))", "after"),
        (r"\b[Ss]ince(?= \d)", "until"),
        (r"\bfrom(?= \d)", "below"),
        (r"\b(?:usually|often|normally) ", "always "),
    ),
}
_OPPOSITE: Mapping[str, Pairs] = {
    "nl": (
        (r"\bbuiten (?=de|het)", "binnen "),
        (r"\bbinnen (?=de|het)", "buiten "),
        (r"\bvooraf\b", "achteraf"),
        (r"\bvoordat\b", "nadat"),
        (r"\bnadat\b", "voordat"),
        (r"\bvóór\b", "na"),
        (r"\bmeer\b(?! )", "minder"),
        (r"\bboven\b", "onder"),
        (r"\b(toe|af)genomen\b", "gelijk gebleven"),
        (r"\bkoper\b", "verkoper"),
        (r"\bcivie(?:l|le)\b", "militaire"),
        (r"\bhoogste\b", "laagste"),
        (r"\blaagste\b", "hoogste"),
        (r"\bonwaarschijnlijk\b", "waarschijnlijk"),
        (r"\bnietig\b", "geldig"),
        (r"\bonduidelijk\b", "duidelijk"),
        (r"\bvertrouwelijk\b", "openbaar"),
        (r"\bessentieel\b", "belangrijk"),
        (r"\bzelf\b", "door een ander"),
        (r"\bkleine\b", "grote"),
    ),
    "en": (
        (r"\boutside\b", "inside"),
        (r"\binside\b", "outside"),
        (r"\bbeforehand\b", "afterwards"),
        (r"\bbefore\b", "after"),
        (r"\bafter\b", "before"),
        (r"\bmore\b", "less"),
        (r"\babove\b", "below"),
        (r"\bbuyer\b", "seller"),
        (r"\bunlikely\b", "likely"),
        (r"\bvoid\b", "valid"),
        (r"\bconfidential\b", "public"),
        (r"\bunlawfully\b", "lawfully"),
        (r"\bsmall\b", "large"),
    ),
}


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _by(
    table: Mapping[str, Pairs], flags: re.RegexFlag = re.NOFLAG
) -> Callable[[str, str, random.Random], Iterator[str]]:
    """Return the rule that applies each pair of a table at each place where it fits."""
    compiled = {
        language: [(re.compile(pattern, flags), new) for pattern, new in pairs]
        for language, pairs in table.items()
    }

    def rule(sentence: str, language: str, _chance: random.Random) -> Iterator[str]:
        for pattern, new in compiled[language]:
            for match in pattern.finditer(sentence):
                changed = sentence[: match.start()] + match.expand(new) + sentence[match.end() :]
                yield _capital(re.sub(r"  +", " ", changed).strip())

    return rule


_drop, _add, _cut = _by(_DROP), _by(_ADD), _by(_CUT)


def drop_negation(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence without one of its denials."""
    yield from _drop(sentence, language, chance)


def add_negation(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a denial; one at a time, and only where its clause has none.

    A second denial in a clause makes a sentence that nobody writes ("mag niet niet").
    """
    start = 0
    for clause in [*re.findall(r"[^,;:]+[,;:]?", sentence)]:
        before, after = sentence[:start], sentence[start + len(clause) :]
        start += len(clause)
        if not re.search(_DENIAL[language], clause, re.IGNORECASE):
            body = clause.rstrip()
            for changed in list(_add(body, language, chance))[:2]:
                inner = changed if not before else changed[:1].lower() + changed[1:]
                space = " " if before and clause.startswith(" ") else ""
                yield before + space + inner + clause[len(body) :] + after


def move_negation(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with its one denial taken from its clause and put into another."""
    if len(re.findall(_DENIAL[language], sentence, re.IGNORECASE)) != 1:
        return
    for bare in drop_negation(sentence, language, chance):
        for moved in add_negation(bare, language, chance):
            if _clause_of_denial(moved, language) != _clause_of_denial(sentence, language):
                yield moved


def _clause_of_denial(sentence: str, language: str) -> int:
    found = re.search(_DENIAL[language], sentence, re.IGNORECASE)
    return len(re.findall(r"[,;:]", sentence[: found.start()])) if found else -1


def cut_condition(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence without a condition: clause, phrase, or the word that limits it.

    Less than five words is no sentence any more and is left out.
    """
    for changed in _cut(sentence, language, chance):
        if len(changed.split()) >= 5:
            yield changed


WORDING_RULES: Mapping[str, Callable[[str, str, random.Random], Iterator[str]]] = {
    "modality": _by(_MODALITY),
    "negation dropped": drop_negation,
    "negation added": add_negation,
    "negation moved": move_negation,
    "condition": cut_condition,
    "bound": _by(_BOUND, re.I),
    "opposite": _by(_OPPOSITE, re.I),
}
