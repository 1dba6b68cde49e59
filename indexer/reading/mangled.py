"""Has somebody's extraction run two columns together, line by line?

Such a text holds the words of both columns, so it can be found, but no sentence of it is what its
author wrote, so it can never be quoted. What gives it away is that sentences are cut off and taken
up again where no writer would: the ends of a column's lines come to stand in the middle of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

_Sign = Literal["opening", "ending", "broken", "clash"]

# Words with which sentences open, that are no names: with a capital in the middle of a sentence
# they show that another sentence begins there.
_OPENERS = """
De Het Een In Dit Deze Die Dat Er Om Ook Wij We U Uw Daarnaast Ten Als Bij Door Met Op Uit
Naar Zo Hierbij Hiervoor Daarom Daarbij Daarvoor Hiermee Verder Maar En Of Omdat Wanneer Indien
Wie Wat Hoe Welke Waar Zie Beide Hierdoor Daardoor Tevens Bovendien Echter Hoewel Sinds Tijdens
Volgens Ondanks Naast Tegelijkertijd Sommige Veel Alle Vervolgens Onder Na
The This These Those It If When Where There However Therefore Because Although While Some Many
Also And But For To You Your We They With As At By On
""".split()
_ABBREVIATIONS = """
bijv bv enz etc art artt blz pag nr nrs ca incl excl resp evt max min par afd vgl zgn mln mld jl
tel dhr mevr prof ing drs inc ltd approx fig vol jan feb mrt apr jun jul aug sep sept okt nov dec
stb stcrt trb aant hfst gem red vert afb tab bijl subpar lid sub oud mr dr ir st vs nvt
""".split()

_SIGNS: tuple[tuple[_Sign, re.Pattern[str]], ...] = (
    # "activiteiten De Nederlandse": a sentence opens without the one before it having ended.
    ("opening", re.compile(rf"(?<=[a-zà-ÿ,] )(?:{'|'.join(_OPENERS)}) (?=[a-zà-ÿ])")),
    # "vergroten. hoogwaardige": a sentence ends, and what follows goes on with another one.
    (
        "ending",
        re.compile(rf"\b(?!(?:{'|'.join(_ABBREVIATIONS)})\.)[a-zà-ÿ]{{3,}}\)?\. (?=[a-zà-ÿ]{{2}})"),
    ),
    # "halfgelei- industrie": a word is broken off; "in- en uitvoer" is not.
    (
        "broken",
        re.compile(
            r"(?<=[a-zà-ÿ]{2})- (?=[a-zà-ÿ]{2})"
            r"(?!(?:en|of|and|or|to|tot|dan|als|maar|noch|respectievelijk|resp|c|plus|naar|versus)\b)"
        ),
    ),
    # "voor de worden", "of the are": two words that no sentence puts next to each other.
    (
        "clash",
        re.compile(
            r"(?<= )(?:"
            r"de (?:de|het|wordt|worden|is|en|hun|deze|dit)|"
            r"een (?:de|het|deze|worden|hun|onze|wordt)|"
            r"(?:van|voor) (?:van|wordt|worden|is)|"
            r"the (?:the|of|and|is|are|to|a|for|that)|"
            r"an? (?:the|of|and|is|are|to|for|a)|"
            r"of (?:of|and|are)"
            r") "
        ),
    ),
)

_STRETCH = 250  # words: about half a page, so that one mangled page among many is seen
_ENOUGH = 3  # signs on a stretch
_KINDS = 2  # … of so many kinds; a list without full stops or a text with bare hyphens has one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    sign: _Sign
    word: int
    """How many words stand before it in the whole document."""
    text: str


def find_mangling(texts: Iterable[str]) -> str | None:
    """Say in Dutch why these paragraphs cannot be what somebody wrote; None when they can.

    The paragraphs must be in reading order, each with the words as they follow each other in the
    source. Single signs occur in good texts too (a name, a slip of the keyboard), so several must
    stand near each other.
    """
    near: list[_Found] = []
    for found in _signs(texts):
        near = [earlier for earlier in near if found.word - earlier.word < _STRETCH]
        near.append(found)
        if _tells(near):
            return (
                "Zinnen breken midden in een regel af en andere lopen daar door, zoals bij "
                f"“{near[-1].text}”: waarschijnlijk zijn twee kolommen door elkaar gelezen."
            )
    return None


def _tells(near: list[_Found]) -> bool:
    kinds = {found.sign for found in near}
    # A text that only has its hyphens left in is broken everywhere, and one sentence that opens
    # with a small letter would make a second kind; a capital in mid-sentence is no such slip.
    others = sum(found.sign != "broken" for found in near)
    enough = len(near) >= _ENOUGH and len(kinds) >= _KINDS
    return {"opening", "ending"} <= kinds or (enough and (others >= 2 or "opening" in kinds))


def _signs(texts: Iterable[str]) -> Iterator[_Found]:
    before = 0
    for text in texts:
        found = sorted(
            (match.start(), sign) for sign, pattern in _SIGNS for match in pattern.finditer(text)
        )
        words, counted = before, 0
        for start, sign in found:
            words += len(text[counted:start].split())
            counted = start
            yield _Found(sign=sign, word=words, text=_around(text, start))
        before += len(text.split())


def _around(text: str, at: int) -> str:
    """Return some words on either side, without cutting one."""
    left = text[max(0, at - 30) : at + 1].split(" ", 1)[-1]
    right = text[at + 1 : at + 36].rsplit(" ", 1)[0]
    return f"{left}{right}".strip()
