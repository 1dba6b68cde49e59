"""What members of staff and keys may be called, and when two names are the same."""

from __future__ import annotations

import unicodedata

from assistant.desk.errors import DeskRefused

KEY_PREFIX = "sleutel "
"""Before the name of a key where it acts, so that it is never taken for a person."""

_LONGEST = 60
_MARKS = frozenset(" ._-@'")


def clean(name: str) -> str:
    """Return a name as it is kept and shown.

    Raises:
        DeskRefused: it is empty, longer than 60 characters, holds other characters than letters,
            digits, spaces and . _ - @ ', or looks like the name of a key.
    """
    neat = " ".join(unicodedata.normalize("NFC", name).split())
    allowed = all(letter.isalnum() or letter in _MARKS for letter in neat)
    if not neat or len(neat) > _LONGEST or not allowed:
        raise DeskRefused(
            f"Een naam heeft 1 tot {_LONGEST} letters of cijfers; ook spatie . _ - @ ' mogen."
        )
    if is_key(neat):
        raise DeskRefused(f"Een naam mag niet met “{KEY_PREFIX.strip()}” beginnen.")
    return neat


def is_key(name: str) -> bool:
    """True for the name under which a key acts."""
    return folded(name).startswith(KEY_PREFIX)


def folded(name: str) -> str:
    """Return what two names that are the same have in common: capitals and spaces do not count.

    Safe to look up whatever a stranger typed: what no database can hold is replaced.
    """
    known = "".join(one if one.isprintable() else "\ufffd" for one in " ".join(name.split()))
    return unicodedata.normalize("NFKC", known).casefold()
