"""Logging in and out, and whose a cookie or a key is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.desk.errors import DeskOff, DeskRefused
from assistant.desk.nouns import Actor
from assistant.desk.settings import DeskSettings
from assistant.desk.staff_names import clean
from ui.access.attempts import Attempts
from ui.access.errors import LoginRefused, TooManyLogins
from ui.access.passwords import Passwords
from ui.access.tokens import SessionCookies, digest, looks_like_a_key

if TYPE_CHECKING:
    from assistant.desk.staff import Staff

logger = logging.getLogger(__name__)

_REMEMBERED = timedelta(days=1)
"""How long after its end the cookie of a session is still known as one of ours."""


def now_utc() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


class Access:
    """Lets members of staff in with a password, and programs with a key."""

    def __init__(
        self,
        staff: Staff,
        settings: DeskSettings,
        *,
        clock: Callable[[], datetime] = now_utc,
        passwords: Passwords | None = None,
        attempts: Attempts | None = None,
    ) -> None:
        """Take who there is; the rest has its default.

        Raises:
            DeskOff: the settings hold no key.
        """
        key = settings.desk_key.get_secret_value()
        if not key:
            raise DeskOff
        self._staff = staff
        self._session = timedelta(hours=settings.session_hours)
        self._cookies = SessionCookies(key)
        self._clock = clock
        self._passwords = passwords or Passwords()
        self._attempts = attempts or Attempts()

    def login(self, name: str, password: str, address: str) -> str:
        """Begin a session and return the value of its cookie. Takes 0.1 s on purpose.

        Raises:
            LoginRefused: the name and the password do not belong together.
            TooManyLogins: the address, or somebody with this name, was wrong too often.
            DeskUnavailable: the database cannot be reached.
        """
        if wait := self._attempts.seconds_to_wait(address, name):
            raise TooManyLogins(wait)
        hashed = self._hash_of(name)
        if not self._passwords.matches(password, hashed):
            self._attempts.note(address, name)
            if self._attempts.seconds_to_wait(address, name):
                # Not the name: people type their password in the wrong box.
                logger.warning("Te veel verkeerde wachtwoorden vanaf %s.", address)
            raise LoginRefused
        try:
            return self._new_session(name, password, hashed)
        except DeskRefused as error:  # the account was disabled a moment ago
            raise LoginRefused from error

    def logout(self, value: str) -> None:
        """End the session of a cookie; one that is no session's is fine."""
        if token := self._token_of(value):
            self._staff.close_session(digest(token))

    def actor_of_cookie(self, value: str) -> Actor | None:
        """Return whose session it is; None when it has ended or never was.

        Raises:
            DeskUnavailable: the database cannot be reached.
        """
        token = self._cookies.token_of(value, self._session.total_seconds())
        return self._staff.of_session(digest(token)) if token else None

    def had_session(self, value: str) -> bool:
        """True for the cookie of a session that goes on, or ended not long ago."""
        return self._token_of(value) is not None

    def actor_of_bearer(self, key: str) -> Actor | None:
        """Return whose key it is; None when it was revoked or never given.

        Raises:
            DeskUnavailable: the database cannot be reached.
        """
        return self._staff.of_key(digest(key)) if looks_like_a_key(key) else None

    def is_admin_key(self, key: str) -> bool:
        """True for a key that may do what an administrator may.

        Raises:
            DeskUnavailable: the database cannot be reached.
        """
        actor = self.actor_of_bearer(key)
        return actor is not None and actor.may("administer")

    def _token_of(self, value: str) -> str | None:
        longest = self._session + _REMEMBERED
        return self._cookies.token_of(value, longest.total_seconds())

    def _hash_of(self, name: str) -> str | None:
        try:
            return self._staff.password_hash(clean(name))
        except DeskRefused:  # nobody can be called this
            return None

    def _new_session(self, name: str, password: str, hashed: str | None) -> str:
        if hashed is not None and self._passwords.is_outdated(hashed):
            self._staff.set_password(name, name, self._passwords.hash(password))
        token, value = self._cookies.new()
        self._staff.open_session(name, digest(token), self._clock() + self._session)
        return value
