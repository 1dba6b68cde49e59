"""From bytes to characters, and from characters to one clean line."""

from __future__ import annotations

import codecs
import re
import unicodedata

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Soft hyphens, zero-width characters and marks of direction: nobody sees them, every search does.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BROKEN_SOFTLY = re.compile("­[ \\t]*\\r?\\n[ \\t]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode(data: bytes) -> str:
    """Turn the bytes of a text into characters: by its mark, else UTF-8, else windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def visible(text: str) -> str:
    """Drop what cannot be seen and write every character in one way (Unicode NFC).

    A word that was broken off with a soft hyphen is made whole.
    """
    whole = _INVISIBLE.sub("", _BROKEN_SOFTLY.sub("", text))
    return unicodedata.normalize("NFC", _CONTROL.sub("", whole))


def one_line(text: str) -> str:
    """Return the text with single spaces and without line ends or invisible characters."""
    return " ".join(visible(text).split())
