"""Rules that change a figure: number, unit, date, article, reference or contact data.

Every rule finds its figures with patterns of its own, and puts in a value that the sentence does
not state elsewhere, so that the result is wrong beyond doubt.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_MONTH = "|".join(" ".join(_MONTHS.values()).split())
_WORDS = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf veertien twintig dertig",
    "en": "two three four five six seven eight nine ten eleven twelve fourteen twenty thirty",
}
_ORDINALS = {
    "nl": "eerste tweede derde vierde vijfde zesde",
    "en": "first second third fourth fifth sixth",
}
_UNITS = {
    "nl": (
        ("uur", "dagen"),
        ("dagen", "weken"),
        ("weken", "maanden"),
        ("maanden", "weken"),
        ("maand", "week"),
        ("jaar", "maanden"),
        ("miljoen", "miljard"),
        ("miljard", "miljoen"),
        ("procent", "euro"),
        ("euro", "procent"),
    ),
    "en": (
        ("hours", "days"),
        ("days", "weeks"),
        ("weeks", "months"),
        ("months", "weeks"),
        ("month", "week"),
        ("years", "months"),
        ("million", "billion"),
        ("percent", "euros"),
        ("euros", "percent"),
    ),
}
# In this order, so that nothing is taken for two things: a phone number holds numbers.
_SPANS = {
    "contact": r"[\w.+-]+@[\w.-]+\w|(?<![\w/(])(?:www\.)?[a-zA-Z][\w-]*(?:\.[\w-]+)*\.(?:nl|eu)\b"
    r"(?:/[\w/-]+)?|\b112\b|\(?\b0\d{2,3}[ -)]+\d[\d -]{4,}\d\b|Postbus \d+|\b\d{4} [A-Z]{2}(?= )|"
    r"weg \d+",
    "date": rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b|\b(?:{_MONTH}) \d{{4}}\b|"
    rf"\b\d{{1,2}} (?:{_MONTH})\b|(?<![\w/-])(?<!\w\()(?:19|20)\d\d\b(?!/)",
    "article": r"\b(?:[Aa]rtikel(?:en)?|[Aa]rticles?) \d+[a-z]?(?:-\d+)?",
    "reference": r"\b\d{4}/\d+|\b\d{2} \d{3}\b|\bnr\. \d+|\b[A-Z]{1,4}\d+(?:\.[a-z])?\b|"
    r"\b\d[A-E]\d{3}\b|\b[Bb]ijlage (?:\d|I\b)|\b[Aa]nnex (?:\d|I\b)|\bfase \d|\bcategorie \d",
}
_PLAIN = r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/])"
_CHANGE_DIGIT = str.maketrans("0123456789", "3456789012")


def _spans(sentence: str, kind: str) -> Iterator[re.Match[str]]:
    """Yield the figures of a kind that belong to no kind before it."""
    masked = sentence
    for name, pattern in (*_SPANS.items(), ("number", _PLAIN)):
        found = list(re.finditer(pattern, masked))
        if name == kind:
            yield from found
            return
        for match in found:
            start, end = match.span()
            masked = masked[:start] + "\x00" * (end - start) + masked[end:]


def _put(sentence: str, match: re.Match[str], new: str) -> str:
    return sentence[: match.start()] + new + sentence[match.end() :]


def _one_digit(text: str, chance: random.Random) -> str:
    """Change one digit, never a leading zero, to another one."""
    places = [m.start() for m in re.finditer(r"\d", text)]
    place = chance.choice(places[1:] or places)
    return text[:place] + text[place].translate(_CHANGE_DIGIT) + text[place + 1 :]


def change_number(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a number, as digits or as a word, one up or ten times as large."""
    stated = set(re.findall(r"\d+", sentence))
    for match in _spans(sentence, "number"):
        tenfold = match[0] if "," in match[0] else match[0] + "0"  # 128,40 is 128,4
        for new in (_next(match[0]), tenfold, _one_digit(match[0], chance)):
            if not set(re.findall(r"\d+", new)) <= stated:
                yield _put(sentence, match, new)
    for words in (_WORDS[language].split(), _ORDINALS[language].split()):
        pattern = rf"\b(?:{'|'.join(words)})\b(?! (?:hoogste|minste|opzichte))"
        for match in re.finditer(pattern, sentence, re.IGNORECASE):
            said = sentence.lower()
            others = [w for w in words if not re.search(rf"\b{w}\b", said)]
            yield _put(sentence, match, _cased(chance.choice(others), match[0]))


def _next(text: str) -> str:
    return text[:-1] + str((int(text[-1]) + 1) % 10)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def change_unit(sentence: str, language: str, _chance: random.Random) -> Iterator[str]:
    """Yield the sentence with the unit behind a number changed: weeks to months."""
    words = _WORDS[language].replace(" ", "|")
    for old, new in _UNITS[language]:
        pattern = rf"(?<=\d )(?:miljoen )?{old}\b|\b(?:{words}) {old}\b"
        for match in re.finditer(pattern, sentence):
            yield _put(sentence, match, re.sub(rf"{old}$", new, match[0]))


def change_date(sentence: str, language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a day, a month or a year changed."""
    stated = set(re.findall(r"\w+", sentence))
    for match in _spans(sentence, "date"):
        for part in re.finditer(r"\w+", match[0]):
            if part[0].isalpha():
                months = [m for m in _MONTHS[language].split() if m not in stated]
                new = chance.choice(months)
            elif len(part[0]) == 4:
                years = [str(int(part[0]) + more) for more in (-1, 1, 2)]
                new = next((year for year in years if year not in stated), "1999")
            else:
                new = next(str(day) for day in range(int(part[0]) % 28 + 1, 60)
                           if str(day) not in stated)  # fmt: skip
            yield _put(sentence, match, match[0][: part.start()] + new + match[0][part.end() :])


def change_article(sentence: str, _language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with the number of an article changed."""
    stated = set(re.findall(r"\d+[a-z]?", sentence))
    for match in _spans(sentence, "article"):
        old = re.search(r"\d+[a-z]?", match[0])
        assert old is not None  # noqa: S101  # the pattern holds a number
        new = next(str(n) for n in range(chance.randint(1, 60), 200) if str(n) not in stated)
        yield _put(sentence, match, match[0][: old.start()] + new + match[0][old.end() :])


def change_reference(sentence: str, _language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a regulation, code, annex or phase changed by one digit."""
    for match in _spans(sentence, "reference"):
        new = match[0][:-1] + "IV" if match[0].endswith(" I") else _one_digit(match[0], chance)
        if new not in sentence:
            yield _put(sentence, match, new)


def change_contact(sentence: str, _language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a digit of a phone number, or a letter of an address, changed."""
    for match in _spans(sentence, "contact"):
        old = match[0]
        if re.search(r"\d", old):
            yield _put(sentence, match, _one_digit(old, chance))
        elif "@" in old:
            yield _put(sentence, match, "info" + old[old.index("@") :])
            yield _put(sentence, match, old.replace(".nl", ".com"))
        else:
            yield _put(sentence, match, "mijn" + old)
            yield _put(sentence, match, re.sub(r"\.(nl|eu)\b", ".com", old))


def exchange_figures(sentence: str, _language: str, _chance: random.Random) -> Iterator[str]:
    """Yield the sentence with two numbers exchanged, unless they stand in one list."""
    found = list(_spans(sentence, "number"))
    for one, other in pairwise(found):
        between = sentence[one.end() : other.start()]
        listed = re.fullmatch(r"(?:,| en| of| and| or| tot| to|\s)+", between)
        if one[0] != other[0] and not listed:
            yield (sentence[: one.start()] + other[0] + between + one[0] + sentence[other.end() :])


FIGURE_RULES: Mapping[str, Callable[[str, str, random.Random], Iterator[str]]] = {
    "number": change_number,
    "unit": change_unit,
    "date": change_date,
    "article": change_article,
    "reference": change_reference,
    "contact": change_contact,
    "figures exchanged": exchange_figures,
}
