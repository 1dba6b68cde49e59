"""The secrets that stand for somebody: the cookie of a session, the key of a program.

Both hold 256 random bits and are stored as a digest only: whoever reads the database can use
neither.
"""

from __future__ import annotations

import hashlib
import re
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from itsdangerous import BadData, URLSafeTimedSerializer

_RANDOM_BYTES = 32
_KEY = re.compile(r"lwk_[A-Za-z0-9_-]{43}")
_LONGEST_COOKIE = 500


def new_key() -> str:
    """Return a fresh key for a program; its prefix lets scanners of leaked secrets know it."""
    return f"lwk_{secrets.token_urlsafe(_RANDOM_BYTES)}"


def looks_like_a_key(text: str) -> bool:
    """True for what `new_key` may have made."""
    return _KEY.fullmatch(text) is not None


def digest(secret: str) -> str:
    """Return what is stored of a token or key (SHA-256, hex).

    Neither a salt nor a slow hash is needed: nobody guesses 256 random bits.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class SessionCookies:
    """Makes and reads the values of session cookies, signed by a key that follows from the desk's.

    The signature keeps what we did not make away from the database. When a session ends is for
    the database to say.
    """

    def __init__(self, desk_key: str) -> None:
        """Derive the key to sign with."""
        derivation = HKDF(
            algorithm=hashes.SHA256(),
            length=32,
            salt=None,
            info=b"loketwijzer: session cookies",
        )
        signing = derivation.derive(desk_key.encode("utf-8", "surrogatepass"))
        self._serializer = URLSafeTimedSerializer(
            signing, salt=b"session", signer_kwargs={"digest_method": hashlib.sha256}
        )

    def new(self) -> tuple[str, str]:
        """Return a fresh token and the value of the cookie that carries it."""
        token = secrets.token_urlsafe(_RANDOM_BYTES)
        return token, self._serializer.dumps(token)

    def token_of(self, value: str, max_age: float) -> str | None:
        """Return the token in a cookie that we signed at most so many seconds ago, or None."""
        if len(value) > _LONGEST_COOKIE or not value.isascii():
            return None
        try:
            token = self._serializer.loads(value, max_age=int(max_age))
        except BadData:
            return None
        return token if isinstance(token, str) else None
