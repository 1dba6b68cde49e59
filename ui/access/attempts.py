"""How often a password may be tried: counted by address and by name, in a moving window.

The count by name stops who has many addresses. It could be used to keep a colleague out, so it is
wider and short. Names that do not exist are counted as well: the answer tells nothing of them.
Counted in the memory of one process.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import time
import unicodedata

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

BY_ADDRESS = RateLimitItemPerMinute(10)
BY_NAME = RateLimitItemPerMinute(20, 5)
_IPV6_NETWORK = 64


class Attempts:
    """Counts wrong passwords."""

    def __init__(
        self, by_address: RateLimitItem = BY_ADDRESS, by_name: RateLimitItem = BY_NAME
    ) -> None:
        """Allow so many."""
        self._by_address, self._by_name = by_address, by_name
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def note(self, address: str, name: str) -> None:
        """Count a wrong password."""
        for limit, key in self._counted(address, name):
            self._limiter.hit(limit, key)

    def seconds_to_wait(self, address: str, name: str) -> int:
        """Return how long to wait before the next attempt; 0 for at once."""
        return max(self._wait(limit, key) for limit, key in self._counted(address, name))

    def _counted(self, address: str, name: str) -> tuple[tuple[RateLimitItem, str], ...]:
        return (
            (self._by_address, f"address:{network_of(address)}"),
            (self._by_name, f"name:{_short(name)}"),
        )

    def _wait(self, limit: RateLimitItem, key: str) -> int:
        if self._limiter.test(limit, key):
            return 0
        reset = self._limiter.get_window_stats(limit, key).reset_time
        return max(1, math.ceil(reset - time.time()))


def network_of(address: str) -> str:
    """Return what is counted as one visitor: an IPv4 address, or the /64 network of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    network = ipaddress.ip_network((parsed.packed, _IPV6_NETWORK), strict=False)
    return str(network.network_address)


def _short(name: str) -> str:
    """Return one key for all ways to write a name; people type passwords in the wrong box too."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
