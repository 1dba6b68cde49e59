"""How a text may be read: plain letters, and what spaced-out, leet or encoded writing stands for.

Readings are only looked at by the tables of abuse; nobody answers them.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import unicodedata

_QUOTES = str.maketrans("‘’ʼ`´“”„–—", "'''''\"\"\"--")
_LEET = str.maketrans("013457@$", "oieastas")
_FOREIGN = str.maketrans("аеорсухіј", "aeopcyxij")  # Cyrillic letters that look Latin
_LEET_WORD = re.compile(r"(?<![\w@$])[a-z013457@$]{3,30}(?![\w@$])")
_SPACED_OUT = re.compile(r"(?<!\w)(?:[a-z][ .\-_*|]{1,3}){7,}[a-z](?!\w)")
_NO_LETTER = re.compile(r"[^a-z]")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}")
_ROT13 = re.compile(r"\brot[- ]?13\b")
_BACKWARDS = re.compile(r"\b(achterstevoren|omgekeerd|backwards?|reversed?)\b")


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Compile verbose patterns for plain text: lower case, no accents."""
    return tuple(re.compile(pattern, re.DOTALL | re.VERBOSE) for pattern in patterns)


def readings(text: str) -> tuple[str, ...]:
    """Return the plain text, and after it what disguised writing in it stands for."""
    plain = _plain(text)
    found = [plain, _LEET_WORD.sub(_letters_for_digits, plain)]
    found += [_plain(decoded) for run in _BASE64.findall(text) if (decoded := _decoded(run))]
    if _ROT13.search(plain):
        found.append(codecs.decode(plain, "rot13"))
    if _BACKWARDS.search(plain):
        found.append(plain[::-1])
    return tuple(dict.fromkeys(found))


def spaced_out(plain: str) -> tuple[str, ...]:
    """Return the letters of what is written letter by letter; where words end is not known."""
    return tuple(_NO_LETTER.sub("", run) for run in _SPACED_OUT.findall(plain))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(letters.lower().translate(_FOREIGN).split())


def _letters_for_digits(word: re.Match[str]) -> str:
    seen = word.group()
    letters = sum(c.isalpha() for c in seen)
    return seen.translate(_LEET) if 2 <= letters < len(seen) else seen


def _decoded(run: str) -> str:
    try:
        text = base64.b64decode(run + "=" * (-len(run) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return text if text.isprintable() else ""
