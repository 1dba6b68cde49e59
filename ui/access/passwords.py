"""Passwords: which ones may be used, and how they are hashed (argon2id)."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from assistant.desk.errors import DeskRefused

SHORTEST = 12
"""Characters of a password, at least."""
LONGEST = 1_000
_DIFFERENT = 5


def check_password(password: str, name: str) -> None:
    """Prove that a new password is not easily guessed.

    Raises:
        DeskRefused: it is; the message does not hold the password.
    """
    if len(password) < SHORTEST:
        raise DeskRefused(f"Dit wachtwoord is te kort; neem minstens {SHORTEST} tekens.")
    if len(password) > LONGEST:
        raise DeskRefused(f"Dit wachtwoord is te lang; neem hoogstens {LONGEST} tekens.")
    if len(set(password)) < _DIFFERENT:
        raise DeskRefused(
            f"Dit wachtwoord is te eenvoudig; neem minstens {_DIFFERENT} verschillende tekens."
        )
    if len(name) >= _DIFFERENT and name.casefold() in password.casefold():
        raise DeskRefused("De naam van het account mag niet in het wachtwoord staan.")


class Passwords:
    """Hashes passwords, and compares at the same cost whether or not there is a hash."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Take a hasher; by default the low-memory profile of RFC 9106 (64 MiB, 3 passes)."""
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)

    def hash(self, password: str) -> str:
        """Return what is stored of a password."""
        return self._hasher.hash(_bytes(password))

    def matches(self, password: str, hashed: str | None) -> bool:
        """Compare a password with a hash; None is compared too, with a hash that nothing matches.

        A password that is too long to be anybody's is refused at once: it tells nothing of a name.
        """
        if len(password) > LONGEST:
            return False
        try:
            self._hasher.verify(hashed if hashed is not None else self._nobodys, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None

    def is_outdated(self, hashed: str) -> bool:
        """True when a hash was made with other parameters than we use now."""
        return self._hasher.check_needs_rehash(hashed)

    @cached_property
    def _nobodys(self) -> str:
        return self.hash(secrets.token_urlsafe())


def _bytes(password: str) -> bytes:
    """Return the same bytes however the keyboard puts an accent on a letter (RFC 8265)."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
