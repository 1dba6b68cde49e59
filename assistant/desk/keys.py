"""How the text of a case is encrypted: a key per case, itself wrapped by the operator's key.

Erasing a case is destroying its key. All is AES-256-GCM: what was changed, or belongs to another
case, does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assistant.desk.errors import DeskKeyWrong, DeskRefused

MIN_SECRET = 32
"""Characters that the operator's key must have at least."""

_KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = b"\x01"
"""First byte of all that is sealed, so that another way of sealing can come beside this one."""

_WRONG = (
    "De gegevens van het loket zijn niet te lezen met de sleutel in LOKET_DESK_KEY. "
    "Zet de sleutel terug waarmee ze zijn gemaakt."
)


class Keys:
    """What follows from the operator's key; it never leaves this object."""

    def __init__(self, secret: str) -> None:
        """Derive a key to wrap with and one to make digests with.

        Raises:
            DeskRefused: the secret has fewer than 32 characters.
        """
        if len(secret) < MIN_SECRET:
            raise DeskRefused(
                f"LOKET_DESK_KEY is te kort: neem minstens {MIN_SECRET} tekens "
                "(`loket desk new-key` maakt een sleutel)."
            )
        self._wrapping = _derived(secret, b"loket desk: wrap")
        self._digesting = _derived(secret, b"loket desk: digest")

    def new_case_key(self) -> bytes:
        """Return a new random key for one case, in the clear: wrap it before storing it."""
        return secrets.token_bytes(_KEY_BYTES)

    def wrap(self, key: bytes) -> bytes:
        """Return a case's key in the form in which it is stored."""
        return _closed(self._wrapping, key, b"case key")

    def unwrap(self, wrapped: bytes) -> bytes:
        """Return a stored case key in the clear.

        Raises:
            DeskKeyWrong: it was wrapped by another operator's key, or changed since.
        """
        return _opened(self._wrapping, wrapped, b"case key")

    def digest(self, *parts: str | bytes) -> str:
        """Return a keyed digest (HMAC-SHA-256, hex): nobody without the key can make or guess it.

        ("ab", "c") and ("a", "bc") give different digests.
        """
        mac = hmac.new(self._digesting, digestmod=hashlib.sha256)
        for part in parts:
            raw = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
            mac.update(len(raw).to_bytes(8, "big") + raw)
        return mac.hexdigest()


def seal(key: bytes, content: Mapping[str, Any], about: str) -> bytes:
    """Encrypt content that JSON can express, bound to what it is about ("case 5")."""
    return _closed(key, json.dumps(content, allow_nan=False).encode(), about.encode())


def unseal(key: bytes, sealed: bytes, about: str) -> dict[str, Any]:
    """Return what `seal` encrypted.

    Raises:
        DeskKeyWrong: it was sealed with another key, is about something else, or was changed.
    """
    content: dict[str, Any] = json.loads(_opened(key, sealed, about.encode()))
    return content


def _derived(secret: str, purpose: bytes) -> bytes:
    """Return a key of its own for one purpose."""
    derivation = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=purpose)
    return derivation.derive(secret.encode("utf-8", "surrogatepass"))


def _closed(key: bytes, plain: bytes, about: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, about)


def _opened(key: bytes, sealed: bytes, about: bytes) -> bytes:
    nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        if sealed.startswith(_FORMAT):
            return AESGCM(key).decrypt(nonce, rest, about)
    except (InvalidTag, ValueError) as error:
        raise DeskKeyWrong(_WRONG) from error
    raise DeskKeyWrong(_WRONG)
