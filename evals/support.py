"""A second opinion: does a quote support a sentence, by other means than the assistant's verifier?

It imports nothing from `assistant`, so that a hole in the verifier does not hide itself. Four cues,
each simple: numbers and names that the quote lacks, the share of content words that the quote
holds, words of denial and of duty, and words that limit. The line for coverage was chosen on the
development part of the labelled pairs. `python -m evals.support` scores it on those pairs.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from evals.pairs import Pair, load_pairs

LEAST_COVER = 0.65
LEAST_RESTATED = 0.45
_SMALL = (
    "een nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig dertig veertig vijftig zestig".split()
)
_VALUES = {word: str(n) for n, word in enumerate(_SMALL) if n > 1}
_VALUES |= {"twintig": "20", "dertig": "30", "veertig": "40", "vijftig": "50", "zestig": "60"}
_VALUES |= {
    word: str(n)
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_VALUES |= {"vierendertig": "34", "vijfendertig": "35", "zeventien": "17", "twintig": "20"}
_VALUES |= {"twenty-four": "24", "thirty": "30", "twenty": "20"}
_SCALES = {"miljoen": 10**6, "million": 10**6, "miljard": 10**9, "billion": 10**9}
_MONTHS = {
    name[:3]: n
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for n, name in enumerate(names.split(), start=1)
}
_UNIT_WORDS = frozenset(
    "uur dag dagen week weken maand maanden jaar euro procent hours days weeks week months years "
    "percent euros miljard miljoen million billion".split()
)
_STOP = frozenset(
    "de het een en of van in op te aan bij voor met dat die dit deze er is zijn was worden wordt "
    "heeft hebben u uw hij zij haar hun men wie als dan om door uit naar over ook zelf al nog tot "
    "the a an of to in on at for with that this it its is are be by as or and you your who if "
    "from has have was".split()
)
_DENIES = re.compile(
    r"\b(?:niet|geen|nooit|verboden|zonder|onnodig|not|no|never|cannot|without|banned)\b"
)
_NO_DENIAL = re.compile(r"niet langer dan|geen \w+er dan|no more than|no later than")
_CUES = {
    "must": r"moet\w*|verplicht\w*|dient|vereist|nodig|must|required?|needs?|has to",
    "may": r"mag|mogen|kan|kunt|kunnen|toegestaan|mogelijk|riskeer\w*|may|can|allowed|possible",
    "only": r"alleen|slechts|uitsluitend|pas|only",
    "except": r"tenzij|behalve|uitgezonderd|unless|except",
    "least": r"minstens|minimaal|ten minste|vanaf|minimum|at least|from",
    "most": r"hoogstens|maximaal|ten hoogste|niet langer dan|at most|up to",
    "always": r"altijd|always|iedereen",
    "before": r"voordat|vooraf|vóór|before\w*",
    "after": r"nadat|achteraf|na|after\w*",
    "outside": r"buiten|outside",
    "inside": r"binnen de|inside",
}
_CONDITION = re.compile(
    r"\b(?:als|wanneer|tenzij|mits|indien|if|when|where|unless)\b|^[A-Z]\w+ u\b|, dan\b"
)
_HELD = re.compile(
    r"\b(?:als|wanneer|tenzij|mits|indien|bij|wie|die|na|if|when|where|unless|with|behalve)\b|"
    r", dan\b|\bcondition"
)


def _flat(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def numbers(text: str) -> Counter[str]:
    """Return the numbers of a text as digits, with million and billion multiplied out."""
    found: Counter[str] = Counter()
    flat = _flat(text).replace("%", " procent")
    flat = re.sub(r"\+31 ?(?=\d)", "0", flat)
    flat = re.sub(
        r"\b(\d\d)-(\d\d)-(\d{4})|\b(\d)-(\d\d?)-(\d{4})",
        lambda m: f"{int(m[1] or m[4])} m{int(m[2] or m[5])} {m[3] or m[6]}",
        flat,
    )
    flat = re.sub(r"\b0\d[\d -]{7,}\d", lambda m: re.sub(r"[ -]", "", m[0]), flat)
    flat = re.sub(r"\bten (?=hoogste|minste)", "", flat)
    flat = re.sub(rf"(?<=\d )({'|'.join(_MONTHS)})[a-z]*", lambda m: f"m{_MONTHS[m[1]]}", flat)
    tokens = re.findall(r"m\d+|[a-z]+(?:-[a-z]+)?|\d+(?:[.,]\d+)*", flat)
    for token, after in zip(tokens, [*tokens[1:], ""], strict=False):
        value = _VALUES.get(token, token)
        if re.fullmatch(r"m\d+", value):
            found[value] += 1
        elif value[0].isdigit():
            plain = value.replace(".", "").replace(",", ".")
            if after in _SCALES:
                plain = str(int(float(plain) * _SCALES[after]))
            found[plain] += 1
    return found


def names(text: str) -> set[str]:
    """Return the capitalised words inside a sentence and those with two capitals, lower case."""
    words = re.findall(r"[^\W\d_][\w.&'-]*[\w]", text)
    inside = {w for w in words[1:] if w[0].isupper()}
    return {_flat(w) for w in inside | {w for w in words if sum(c.isupper() for c in w) > 1}}


def _content(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", _flat(text))
    return {word[:5] for word in words if word not in _STOP and word not in _VALUES}


def _cues(text: str) -> set[str]:
    flat = text.lower()
    return {name for name, words in _CUES.items() if re.search(rf"\b(?:{words})\b", flat)}


def objections(sentence: str, quote: str) -> list[str]:
    """Return what speaks against support; empty when nothing does."""
    found: list[str] = []
    if numbers(sentence) - numbers(quote):
        found.append("number")
    spelled = _flat(quote)
    if any(name not in spelled and name[:3] not in _MONTHS for name in names(sentence)):
        found.append("name")
    own, stated = _content(sentence), _content(quote)
    if not own or len(own & stated) < LEAST_COVER * len(own):
        found.append("words")
    if len(own & stated) < LEAST_RESTATED * len(stated):
        found.append("left out")
    found += _wording(sentence, quote)
    units = [set(re.findall(r"[a-z]+", _flat(text))) & _UNIT_WORDS for text in (sentence, quote)]
    if units[0] - units[1] - {"procent", "percent", "euro", "euros"}:
        found.append("unit")
    return found


def _wording(sentence: str, quote: str) -> list[str]:
    found: list[str] = []
    denied = [len(_DENIES.findall(_NO_DENIAL.sub("", t.lower()))) for t in (sentence, quote)]
    said, meant = _cues(sentence), _cues(quote)
    limited = {"only", "before"} & (said | meant)
    if denied[0] % 2 != denied[1] % 2 and not limited:
        found.append("denial")
    duty = {"must", "may"}
    if duty & said and duty & meant and not duty & said & meant:
        found.append("duty")
    found += [k for k in ("only", "except") if k in meant - said and denied[0] < 2]
    opposed = (("least", "most"), ("before", "after"), ("outside", "inside"))
    for pair in (*opposed, *(pair[::-1] for pair in opposed)):
        if pair[0] in said - meant and pair[1] in meant - said:
            found.append(pair[0])
    if "always" in said - meant:
        found.append("always")
    if _CONDITION.search(quote) and not _HELD.search(sentence.lower()):
        found.append("condition")
    return found


def supported(sentence: str, quote: str) -> bool:
    """True when nothing speaks against it that the quote supports the sentence."""
    return not objections(sentence, quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far a check and a person agree; precision and recall are those of "supported".

    `kappa` is Cohen's (1960): (agreement - agreement by chance) / (1 - agreement by chance).
    """

    precision: float
    recall: float
    f1: float
    kappa: float
    count: int


def agreement(judged: Sequence[bool], labelled: Sequence[bool]) -> Agreement:
    """Compare judgements with labels, in the same order.

    Raises:
        ValueError: there are none, or not as many of one as of the other.
    """
    pairs = Counter(zip(judged, labelled, strict=True))
    count = sum(pairs.values())
    if not count:
        raise ValueError("nothing to compare")
    both, judged_only, labelled_only = pairs[True, True], pairs[True, False], pairs[False, True]
    precision = both / max(1, both + judged_only)
    recall = both / max(1, both + labelled_only)
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    same = (both + pairs[False, False]) / count
    yes = (both + judged_only) / count * (both + labelled_only) / count
    no = (pairs[False, False] + labelled_only) / count * (pairs[False, False] + judged_only) / count
    chance = yes + no
    kappa = (same - chance) / (1 - chance) if chance < 1 else 1.0
    return Agreement(precision=precision, recall=recall, f1=f1, kappa=kappa, count=count)


def scored(pairs: Sequence[Pair]) -> Agreement:
    """Score the check on labelled pairs."""
    return agreement(
        [supported(pair.sentence, pair.quote) for pair in pairs],
        [pair.supported for pair in pairs],
    )


def main() -> int:
    """Print how far the check agrees with the labels, on both parts."""
    console, pairs = Console(), load_pairs()
    for part in ("dev", "test"):
        found = scored([pair for pair in pairs if pair.part == part])
        console.print(
            f"{part}: precision {found.precision:.3f}, recall {found.recall:.3f}, "
            f"F1 {found.f1:.3f}, kappa {found.kappa:.3f} (n={found.count})"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
