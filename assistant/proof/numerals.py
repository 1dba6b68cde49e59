"""Numbers written as words, in Dutch and English, as digits."""

from __future__ import annotations

import re
from functools import cache

_NL_UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
_NL_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_EN_UNITS = "zero one two three four five six seven eight nine".split()
_EN_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

# Behind "ten" these make a fixed expression.
_NO_TEN = (
    "hoogste|minste|laatste|opzichte|behoeve|aanzien|slotte|gunste|gevolge|tijde|name|onrechte|"
    "koste"
)
# No number stands before an article or pronoun, so there "acht" is "finds".
_NO_EIGHT = "het|de|een|dit|dat|deze|die|zich|hem|haar|u|zij|hij|men|niet"
# "een", "one" and "zero" are far more often an article or a figure of speech than a number.
_TOO_COMMON = {"een", "one", "nul", "zero"}


@cache
def number_words() -> dict[str, int]:
    """Return every number word from two to ninety-nine, and honderd/hundred, with its value."""
    found: dict[str, int] = {}
    for units, teens, tens in ((_NL_UNITS, _NL_TEENS, _NL_TENS), (_EN_UNITS, _EN_TEENS, _EN_TENS)):
        found.update({word: value for value, word in enumerate(units)})
        found.update({word: value for value, word in enumerate(teens, start=10)})
        found.update({word: value * 10 for value, word in enumerate(tens, start=2)})
    for value, unit in enumerate(_NL_UNITS[1:], start=1):
        for ten, word in enumerate(_NL_TENS, start=2):
            link = "ën" if unit.endswith("e") else "en"
            found[unit + link + word] = ten * 10 + value
    for value, unit in enumerate(_EN_UNITS[1:], start=1):
        for ten, word in enumerate(_EN_TENS, start=2):
            found[f"{word}-{unit}"] = ten * 10 + value
    found.update({"honderd": 100, "hundred": 100, "duizend": 1000, "thousand": 1000})
    found["tienduizend"] = 10_000
    return {word: value for word, value in found.items() if word not in _TOO_COMMON}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(number_words(), key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    # "ten hoogste" and "acht het waarschijnlijk" hold no number, unlike "ten weeks", "acht weken".
    return re.compile(
        rf"\b(?!ten (?:{_NO_TEN})\b)(?!acht (?:{_NO_EIGHT})\b)"
        rf"(?:{words})\b",
        re.IGNORECASE,
    )


def with_digits(text: str) -> str:
    """Replace number words by digits: "acht weken" -> "8 weken"; "één" counts, "een" does not."""
    text = re.sub(r"\bééne?\b", "1", text, flags=re.IGNORECASE)
    return _pattern().sub(lambda found: str(number_words()[found.group(0).lower()]), text)
