"""The door for operators: who has the key may add and remove sources, and nobody else.

The key is the one in the settings, or one that the desk gave to an administrator's program.

Plain ASGI, outside the limit on bodies, so that a stranger is refused before a byte of what he
sends is read. The routes stay in the description of the API when there is no key: it is the same
everywhere, and whoever runs the server reads in the answer how to switch them on.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import re
import time
from collections.abc import Callable
from dataclasses import replace

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from indexer.errors import AppError
from ui.errors import SettingsInvalid
from ui.problem_responses import problem_response
from ui.problems import STATUSES, problem_of, row_for
from ui.routes import PREFIX

PASSED = "loketwijzer.operator"
"""Set in the scope of a request that came with the key."""

_SHORTEST = 24
_WRONG_A_MINUTE = 10
_CLOSE = {"Connection": "close"}
_SOURCES = re.escape(f"{PREFIX}/sources")
_PLACES = (
    ("POST", re.compile(rf"{_SOURCES}/?")),
    ("DELETE", re.compile(rf"{_SOURCES}/[^/]+/?")),
    ("GET", re.compile(rf"{_SOURCES}/[^/]+/status/?")),
)
OFF = replace(
    STATUSES[404],
    slug="operator-routes-off",
    title="Bronnen beheren staat hier uit",
    way_out="De beheerder zet het aan met een sleutel in LOKET_OPERATOR_KEY.",
)
TOO_OFTEN = replace(
    STATUSES[429], slug="too-many-attempts", title="Er is te vaak een verkeerde sleutel gestuurd"
)


def check_key(key: str) -> None:
    """Prove that a key can be sent in a header and is not easily guessed; empty is fine.

    Raises:
        SettingsInvalid: it is not; the message does not hold the key.
    """
    if not key:
        return
    if len(key) < _SHORTEST:
        problem = f"deze sleutel is te kort; gebruik minstens {_SHORTEST} tekens"
        raise SettingsInvalid("LOKET_OPERATOR_KEY", problem)
    if not re.fullmatch(r"[!-~]+", key):
        problem = "gebruik in deze sleutel alleen letters, cijfers en leestekens, zonder spaties"
        raise SettingsInvalid("LOKET_OPERATOR_KEY", problem)


class WrongKeys:
    """Counts the wrong keys that each address sends in a moving minute.

    Once there are too many the right key is refused too: else guessing would not be slowed down.
    """

    def __init__(self, per_minute: int = _WRONG_A_MINUTE) -> None:
        """Allow so many."""
        self._limit = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def note(self, address: str) -> None:
        """Count one."""
        self._limiter.hit(self._limit, address)

    def seconds_to_wait(self, address: str) -> int:
        """Return how long an address that sent too many must wait; 0 for all others."""
        if self._limiter.test(self._limit, address):
            return 0
        reset = self._limiter.get_window_stats(self._limit, address).reset_time
        return max(1, math.ceil(reset - time.time()))


class OperatorGate:
    """Lets requests to the routes of the operator pass only with the key."""

    def __init__(
        self, app: ASGIApp, *, key: str, is_admin_key: Callable[[str], bool] | None = None
    ) -> None:
        """Wrap an application.

        Args:
            app: what stands behind the gate.
            key: the key of the settings; empty when there is none.
            is_admin_key: says whether a key is that of an administrator of the desk; it may block
                and raise an AppError. None without a desk: then, and without a key, nobody passes.
        """
        self._app = app
        self._key = _digest(key.encode()) if key else None
        self._is_admin_key = is_admin_key
        self._wrong = WrongKeys()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it unread."""
        if scope["type"] != "http" or not _is_for_operators(scope["method"], scope["path"]):
            await self._app(scope, receive, send)
            return
        refused = await self._refusal(scope)
        if refused is None:
            await self._app({**scope, PASSED: True}, receive, send)
        else:
            await refused(scope, receive, send)

    async def _refusal(self, scope: Scope) -> Response | None:
        if self._key is None and self._is_admin_key is None:
            return problem_response(OFF, headers=_CLOSE)
        client = scope.get("client")
        address = client[0] if client else "unknown"
        if wait := self._wrong.seconds_to_wait(address):
            headers = {"Retry-After": str(wait), **_CLOSE}
            detail = f"U kunt het over {wait} seconden opnieuw proberen."
            return problem_response(TOO_OFTEN, detail, headers=headers)
        sent = _sent(scope)
        try:
            if sent is not None and await self._opens(sent):
                return None
        except AppError as error:  # the gate stands outside of what tells errors
            detail = str(problem_of(error)["detail"])
            return problem_response(row_for(error), detail, headers=_CLOSE)
        self._wrong.note(address)
        fault = "" if sent is None else ', error="invalid_token"'
        headers = {"WWW-Authenticate": f'Bearer realm="beheer"{fault}', **_CLOSE}
        return problem_response(STATUSES[401], headers=headers)

    async def _opens(self, sent: bytes) -> bool:
        if self._key is not None and hmac.compare_digest(_digest(sent), self._key):
            return True
        if self._is_admin_key is None:
            return False
        return await run_in_threadpool(self._is_admin_key, sent.decode("latin-1"))


def _is_for_operators(method: str, path: str) -> bool:
    return any(method == verb and place.fullmatch(path) for verb, place in _PLACES)


def _sent(scope: Scope) -> bytes | None:
    """Return the key of a request; None when it brings none, or more than one."""
    found = Headers(scope=scope).getlist("authorization")
    scheme, _, key = found[0].partition(" ") if len(found) == 1 else ("", "", "")
    return key.strip().encode("latin-1") if scheme.lower() == "bearer" else None


def _digest(key: bytes) -> bytes:
    """Return bytes of one length, so that comparing does not tell how long the key is."""
    return hashlib.sha256(key).digest()
