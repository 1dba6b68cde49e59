"""Rules that change a name: of a body, a law, a country or place, a company or platform."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

# A name is changed into another of its class, so that the sentence stays plausible.
_CLASSES: tuple[tuple[str, ...], ...] = (
    (
        "AIVD", "MIVD", "NCTV", "BTI", "CDIU", "OLEV", "RVO", "NCSC", "NBIV", "KVK", "TNO", "ACM",
        "Justis", "Clingendael", "FIOD", "Autoriteit Persoonsgegevens", "Loket Kennisveiligheid",
        "Europese Commissie", "Douane", "Belastingdienst", "Invest-NL", "OFAC", "DNB", "AFM",
        "Tweede Kamer", "Rekenkamer",
    ),
    (
        "National Contact Point", "Dutch Data Protection Authority", "European Commission",
        "Customs", "Court of Audit", "Chamber of Commerce",
    ),
    (
        "Wet Vifo", "Cyberbeveiligingswet", "Wwke", "ABRO", "ABDO", "Sanctiewet", "Gaswet",
        "Rijksoctrooiwet", "Chips Act", "Mededingingswet", "Telecommunicatiewet", "NIS2",
    ),
    ("Vifo Act", "Cybersecurity Act", "Sanctions Act", "Competition Act", "Chips Act"),
    (
        "China", "Rusland", "Iran", "Japan", "Zwitserland", "Turkije", "België", "Luxemburg",
        "Canada", "Noorwegen", "Belarus", "Duitsland", "Brazilië",
    ),
    ("Russia", "Japan", "Switzerland", "Turkey", "Canada", "Belgium", "Belarus", "Germany"),
    ("LinkedIn", "Facebook", "Instagram", "SMART Photonics", "LioniX", "WhatsApp", "Telegram"),
    ("Den Haag", "Rotterdam", "Eindhoven", "Twente", "Delft", "Schiphol", "Brussel"),
    (
        "Economische Zaken", "Buitenlandse Zaken", "Defensie", "Financiën",
        "Justitie en Veiligheid", "Binnenlandse Zaken",
    ),
    ("Economic Affairs", "Foreign Affairs", "Justice and Security", "Finance"),
    ("BVEV", "NTS", "NGS", "KWAS", "VOG", "ICP", "DBSA", "DEPOT"),
)  # fmt: skip


def _found(sentence: str, names: tuple[str, ...]) -> list[re.Match[str]]:
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return list(re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", sentence))


def change_name(sentence: str, _language: str, chance: random.Random) -> Iterator[str]:
    """Yield the sentence with a name changed into another one that it does not hold."""
    for names in _CLASSES:
        others = [name for name in names if name not in sentence]
        for match in _found(sentence, names):
            if others:
                yield sentence[: match.start()] + chance.choice(others) + sentence[match.end() :]


def exchange_names(sentence: str, _language: str, _chance: random.Random) -> Iterator[str]:
    """Yield the sentence with two names exchanged, unless they stand in one list."""
    for names in _CLASSES:
        found = _found(sentence, names)
        for one, other in pairwise(found):
            between = sentence[one.end() : other.start()]
            if one[0] != other[0] and len(re.findall(r"\b[a-zé]{3,}", between)) > 1:
                yield (
                    sentence[: one.start()] + other[0] + between + one[0] + sentence[other.end() :]
                )
