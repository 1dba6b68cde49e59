"""Letters as they are meant, and words that were broken at the end of a line made whole.

What a hyphen at a line's end means cannot be seen from the two lines alone: "overhe-/id" is one
word, "EU-/lidstaten" keeps its hyphen. We look at the letters around it, and at which of the two
forms stands elsewhere in the same document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "ĳ": "ij", "Ĳ": "IJ",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
        "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip
SOFT_HYPHEN = "\u00ad"
_SOFT_INSIDE = re.compile(f"{SOFT_HYPHEN}(?!$)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPACES = re.compile(r"\s+")
_LAST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*-$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST_WORD = 200
_AND = {"en", "of", "en/of", "noch", "tot", "als", "dan", "maar", "and", "or", "to", "nor"}
_ALWAYS_HYPHENED = {"dual", "non"}
_VOWELS = "aeiou"
_DIAERESIS = {"e": "ë", "i": "ï", "u": "ü"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_=?&.]$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def clean(text: str) -> str:
    """Return the text in NFC with plain letters and single plain spaces.

    Ligatures become letters; soft hyphens go, except one at the very end (`join` needs it).
    """
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    text = _CONTROL.sub("", _SOFT_INSIDE.sub("", text))
    return _SPACES.sub(" ", text).strip()


def words_of(text: str) -> set[str]:
    """Return the words that stand whole in a line, in lower case: not its last, if broken."""
    words = _WORDS.findall(text)
    if text.endswith(("-", SOFT_HYPHEN)) and words:
        words.pop()
    return {word.casefold() for word in words}


def join(left: str, right: str, known: Collection[str] = ()) -> str:
    """Put a line and the next one together.

    Args:
        left: the line, or the paragraph so far.
        right: the next line.
        known: words in lower case that stand whole elsewhere in the document.
    """
    if left.endswith(SOFT_HYPHEN):
        return left.rstrip(SOFT_HYPHEN) + right
    if not left or not right:
        return left or right
    start = max(left.rfind(" "), len(left) - _LONGEST_WORD) + 1  # a paragraph may be long
    last = left[start:]
    if _ADDRESS.match(last) and not right[0].isupper():
        return left + right
    broken = _LAST_WORD.search(last)
    following = _FIRST_WORD.match(right)
    if not broken or not following:
        return f"{left} {right}"
    word = _whole(broken[0][:-1], following[0], known)
    return left[: start + broken.start()] + word + right[following.end() :]


def _whole(first: str, second: str, known: Collection[str]) -> str:
    """Return the word, or the two words, that `first-` and `second` are."""
    if second.casefold() in _AND:
        return f"{first}- {second}"
    kept, plain = f"{first}-{second}", first + second
    for form in (plain, kept):
        if form.casefold() in known:
            return form
    last = first.rsplit("-", 1)[-1]
    compound = "-" in first and (first.casefold() in known or _is_word(second, known))
    if compound or _keeps_hyphen(last, second):
        return kept
    if last.casefold() in ("ge", "be") and second[0] in _DIAERESIS:
        return first + _DIAERESIS[second[0]] + second[1:]
    if second[0] in _VOWELS and _clashes(last, second):
        return kept
    return plain


def _clashes(first: str, second: str) -> bool:
    """Say whether Dutch parts these vowels with a hyphen: "zee-egel", "auto-ongeluk"."""
    return first[-1] == second[0] or (len(first) > 1 and first[-1] == first[-2] in _VOWELS)


def _is_word(text: str, known: Collection[str]) -> bool:
    return len(text) > 3 and text.casefold() in known


def _keeps_hyphen(first: str, second: str) -> bool:
    if any(letter.isdigit() for letter in first) or second[0].isdigit():
        return True
    if len(first) == 1 or first.casefold() in _ALWAYS_HYPHENED:
        return True  # "e-mail": no word is broken behind its first letter
    if first.isupper() and len(first) > 1:
        capitals = len(second) > 1 and second.isupper() and len(first) > 3
        return not capitals
    return second[0].isupper()
