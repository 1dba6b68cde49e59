"""The hard facts in a text: numbers with their units, dates, articles, codes and contact data.

Two texts agree on a figure when its value and its unit agree, however they are written: "acht
weken" and "8 weeks", "een tiende" and "10 procent", "15 mei 2025" and "2025-05-15".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.proof.numerals import with_digits

Kind = Literal["number", "date", "article", "code", "phone", "email", "address"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One hard fact in a normal form; `shown` is how the text wrote it."""

    kind: Kind
    value: str
    unit: str
    shown: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What must agree."""
        return (self.kind, self.value, self.unit)


_MONTHS = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(_MONTHS)
_UNITS = {
    "%": "procent",
    "procent": "procent",
    "percent": "procent",
    "per cent": "procent",
    "procentpunt": "procent",
    "€": "euro",
    "euro": "euro",
    "euros": "euro",
    "eur": "euro",
    "uur": "uur",
    "uren": "uur",
    "hour": "uur",
    "hours": "uur",
    "dag": "dag",
    "dagen": "dag",
    "day": "dag",
    "days": "dag",
    "werkdag": "werkdag",
    "werkdagen": "werkdag",
    "week": "week",
    "weken": "week",
    "weeks": "week",
    "maand": "maand",
    "maanden": "maand",
    "month": "maand",
    "months": "maand",
    "jaar": "jaar",
    "jaren": "jaar",
    "year": "jaar",
    "years": "jaar",
    "mw": "mw",
    "megawatt": "mw",
}
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_SCALE = {"miljoen": 10**6, "million": 10**6, "miljard": 10**9, "billion": 10**9, "mln": 10**6}
_FRACTIONS = {"tiende": 10, "vijfde": 20, "vierde": 25, "kwart": 25, "helft": 50, "derde": 33}
_EN_FRACTIONS = {"tenth": 10, "fifth": 20, "quarter": 25, "third": 33, "half": 50}
_ORDINALS = {
    word: number
    for words in (
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
        "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    )
    for number, word in enumerate(words.split(), start=1)
}
_ORDERED = r"categorie|category|lid|sanctiepakket|pakket|package|paragraph"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:nl|eu|com|org|net|int)\b(?:/[\w/.-]*)?", re.I
)
_PHONE = re.compile(r"(?<![\w.,/])(?:\+?\(?\d[\d\s()-]{6,}\d)(?![\w/])")
_POSTCODE = re.compile(r"\b\d{4} ?[A-Z]{2}\b")
_NO_POSTCODE = ("EU", "MW", "VS")  # "in 2024 EU", "1000 MW"
_NUMERIC_DATE = re.compile(r"\b([0-3]?\d)[-/.]([01]?\d)[-/.]((?:19|20)\d\d)\b")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b", re.I)
_EN_DATE = re.compile(rf"\b({_MONTH}) (\d{{1,2}}),? (\d{{4}})\b", re.I)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b", re.I)
_MONTH_YEAR = re.compile(rf"\b({_MONTH}) (\d{{4}})\b", re.I)
_REFERENCE = re.compile(r"\b\d{2,4}/\d+\b|\b\d{2} \d{3}\b(?=[,)\s.]|$)")
_CODE = re.compile(
    r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]+(?:\.[a-z0-9])?\b(?:-[IVX]+\b)?", re.I
)
_ARTICLE_NUMBER = r"\d+[a-z]{0,2}(?:\.\d+)*\b"
_ARTICLES = re.compile(
    rf"\b(?:artikel(?:en)?|articles?|art\.?)\s+{_ARTICLE_NUMBER}"
    rf"(?:(?:,\s*|\s+(?:en|of|tot en met|and|or|to)\s+){_ARTICLE_NUMBER}(?!\s*(?:{_UNIT})))*",
    re.I,
)
_FRACTION = re.compile(
    rf"\b(?:een|de|a|one|1) ({'|'.join(_FRACTIONS | _EN_FRACTIONS)})\b(?!\s+(?:{_ORDERED}))", re.I
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d+(?:e|de|ste|th)) ({_ORDERED})\b", re.I)
_AMOUNT = re.compile(
    rf"(?P<euro>€\s*)?(?<![\w.,])(?P<number>\d+(?:[.,]\d+)*)"
    rf"(?:\s(?P<scale>{'|'.join(_SCALE)})\b)?(?:[\s-]?(?P<unit>{_UNIT})(?!\w))?",
    re.I,
)
_ONE = re.compile(r"\b(?:een|one|an?) (uur|dag|week|maand|jaar|hour|day|week|month|year)\b", re.I)
# Letters that a pattern without case takes for s, k or i, and that no table below holds.
_ODD_LETTERS = str.maketrans("\u017f\u212a\u0130\u0131", "skii")
_LIST_LINK = re.compile(r"^\s*(?:,|en|of|tot|tot en met|and|or|to|/|-|,\s*en)\s*(?:van\s)?$", re.I)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _number(text: str) -> str:
    """Normalise a number: 1.500 and 1500, 1,4 and 1.4 (a point before three digits groups)."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return re.sub(r"[.,]", "", text)
    plain = text.replace(",", ".")
    whole, _, rest = plain.partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else str(int(whole))


class _Text:
    """A text whose found pieces are blanked out, so that nothing is read twice."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(
        self, pattern: re.Pattern[str], fits: Callable[[str], bool] = bool
    ) -> Iterator[re.Match[str]]:
        """Yield and blank out what matches and fits; what does not fit is left to other readers."""
        for found in list(pattern.finditer(self.text)):
            if not fits(found[0]):
                continue
            yield found
            blank = " " * (found.end() - found.start())
            self.text = self.text[: found.start()] + blank + self.text[found.end() :]


def _dates(text: _Text) -> Iterator[Figure]:
    for found in text.take(_NUMERIC_DATE):
        day, month, year = found.groups()
        yield Figure("date", f"{year}-{int(month):02}-{int(day):02}", "", found[0])
    for found in text.take(_ISO_DATE):
        yield Figure("date", "-".join(part for part in found.groups() if part), "", found[0])
    for found in text.take(_DATE):
        day, month, year = found.groups()
        value = f"{year}-{_MONTHS[month.lower()]:02}-{int(day):02}"
        yield Figure("date", value, "", found[0])
    for found in text.take(_EN_DATE):
        month, day, year = found.groups()
        value = f"{year}-{_MONTHS[month.lower()]:02}-{int(day):02}"
        yield Figure("date", value, "", found[0])
    for found in text.take(_MONTH_YEAR):
        month, year = found.groups()
        yield Figure("date", f"{year}-{_MONTHS[month.lower()]:02}", "", found[0])
    for found in text.take(_DAY):
        day, month = found.groups()
        yield Figure("date", f"--{_MONTHS[month.lower()]:02}-{int(day):02}", "", found[0])


def _contact_data(text: _Text) -> Iterator[Figure]:
    """Read contact data and, before a date can pass for a phone number, dates."""
    for found in text.take(_EMAIL):
        yield Figure("email", found[0].lower().rstrip("."), "", found[0])
    for found in text.take(_WEB):
        value = re.sub(r"^https?://(www\.)?|^www\.", "", found[0].lower()).rstrip("/.")
        yield Figure("address", value, "", found[0])
    yield from _dates(text)
    for found in text.take(_POSTCODE, lambda code: code[-2:] not in _NO_POSTCODE):
        yield Figure("address", found[0].replace(" ", ""), "", found[0])
    for found in text.take(_PHONE, _is_phone):
        number = re.sub(r"^(?:0031|31)0?", "0", _digits(found[0]))
        yield Figure("phone", number, "", found[0].strip())


def _is_phone(text: str) -> bool:
    """True for 8 to 13 digits that begin as phone numbers do, so not for "2021 - 2025"."""
    return 8 <= len(_digits(text)) <= 13 and text.lstrip("(")[0] in "+0"


def _numbers(text: _Text) -> Iterator[Figure]:
    for found in text.take(_ARTICLES):
        for number in re.findall(_ARTICLE_NUMBER, found[0], re.I):
            yield Figure("article", number.lower(), "", found[0])
    for found in text.take(_FRACTION):
        word = found[1].lower()
        value = _FRACTIONS.get(word) or _EN_FRACTIONS[word]
        yield Figure("number", str(value), "procent", found[0])
    for found in text.take(_ORDINAL):
        value = _ORDINALS.get(found[1].lower()) or int(_digits(found[1]))
        yield Figure("number", str(value), "rang", found[0])
    for found in text.take(_REFERENCE):
        yield Figure("code", found[0].replace(" ", ""), "", found[0])
    units = [match for match in _CODE.finditer(text.text) if match[0].lower() not in _UNITS]
    for found in units:
        yield Figure("code", found[0].lower(), "", found[0])
    for found in reversed(units):
        blank = " " * len(found[0])
        text.text = text.text[: found.start()] + blank + text.text[found.end() :]
    yield from _amounts(text.text)


def _amounts(text: str) -> Iterator[Figure]:
    """Read plain numbers; in "10, 20 en 25 procent" the unit holds for all three."""
    found = list(_AMOUNT.finditer(text))
    unit, scale = "", 1
    figures: list[Figure] = []
    for position in range(len(found) - 1, -1, -1):
        match = found[position]
        own = "euro" if match["euro"] else _UNITS.get((match["unit"] or "").lower(), "")
        own_scale = _SCALE.get((match["scale"] or "").lower(), 1)
        follower = found[position + 1] if position + 1 < len(found) else None
        linked = follower and _LIST_LINK.match(text[match.end() : follower.start()])
        if own or own_scale > 1 or not linked:
            unit, scale = own, own_scale
        value = _number(match["number"])
        if scale > 1 and value.count(".") < 2:  # more points: a version, not an amount
            value = _number(format(Decimal(value) * scale, "f"))
        if not unit and re.fullmatch(r"(?:19|20)\d\d", match["number"]):
            figures.append(Figure("date", match["number"], "", match[0].strip()))
        else:
            figures.append(Figure("number", value, unit, match[0].strip()))
    yield from reversed(figures)


def figures(text: str) -> tuple[Figure, ...]:
    """Return the hard facts of a text, in no particular order."""
    rest = _Text(_ONE.sub(r"1 \1", with_digits(text.translate(_ODD_LETTERS))))
    return (*_contact_data(rest), *_numbers(rest))


@lru_cache(maxsize=16_384)
def _stated(text: str) -> tuple[Figure, ...]:
    """Return the figures of a supporting text: corpus, so read often and never private."""
    return figures(text)


def _holds(figure: Figure, known: frozenset[tuple[str, str, str]], dates: frozenset[str]) -> bool:
    if figure.key in known:
        return True
    if figure.kind == "date":  # a year is proven by a full date in it, never the other way round
        return any(
            day.startswith(figure.value + "-")
            or (figure.value[0] == "-" and day.endswith(figure.value[1:]))
            for day in dates
        )
    if figure.kind == "number" and figure.unit:
        return ("number", figure.value, "") in known
    if figure.kind == "number":
        return any(key[0] == "number" and key[1] == figure.value for key in known)
    if figure.kind == "address":
        return any(
            key[0] in ("address", "email") and figure.value in (key[1], key[1].split("/")[0])
            for key in known
        )
    if figure.kind in ("code", "article"):  # "5r" alone means article 5r; "5" alone means nothing
        others = ("number", "article") if figure.kind == "code" else ("code",)
        return any((kind, figure.value, "") in known for kind in others)
    return False


def missing_figures(sentence: str, support: Iterable[str]) -> tuple[Figure, ...]:
    """Return the figures of a sentence that none of the supporting texts state.

    A number without a unit may be proven by the same number with one; a number with a unit needs
    that unit or a bare number.
    """
    stated = [figure for text in support for figure in _stated(text)]
    known = frozenset(figure.key for figure in stated)
    dates = frozenset(figure.value for figure in stated if figure.kind == "date")
    return tuple(figure for figure in figures(sentence) if not _holds(figure, known, dates))
