"""Which addresses may be reached: a web address from a file must not open our own network.

The name is resolved here and nowhere else, every address that comes back must be allowed, and the
caller connects to one of these very addresses. So neither another spelling of 127.0.0.1 nor a name
that changes its mind between two look-ups (DNS rebinding) gets through.

The lists follow IANA's special-purpose registries (RFC 6890) as of 2025; Python's `is_global` of
3.11 is older, so what it misses stands here. For IPv6 only 2000::/3 has been given out, so all else
is refused.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable

if TYPE_CHECKING:
    import httpx2

Address = IPv4Address | IPv6Address
Resolve = Callable[..., Sequence[tuple[Any, ...]]]
"""`socket.getaddrinfo`, or something that answers as it does."""

_SHOWN_LENGTH = 300
_HOST = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,252}|[0-9a-f:.]*:[0-9a-f:.]*")
_NAT64 = ip_network("64:ff9b::/96")
_UNICAST6 = ip_network("2000::/3")
_SPECIAL = tuple(
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2001:db8::/32", "3fff::/20"))
)
_PRIVATE = tuple(
    ip_network(network)
    for network in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
        *("::1/128", "fc00::/7"),
    )
)
# Where clouds hand out keys to whoever asks: AWS, Google, Azure and others; AWS over IPv6;
# Alibaba; Oracle; Azure's wire server. Some are in private ranges, one is a public address.
_METADATA = frozenset(
    map(
        ip_address,
        ("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "192.0.0.192", "168.63.129.16"),
    )
)


def innermost(address: Address) -> Address:
    """Return the IPv4 address that is wrapped in an IPv6 one (mapped, 6to4, NAT64), or itself."""
    if isinstance(address, IPv4Address):
        return address
    wrapped = address.ipv4_mapped or address.sixtofour
    if wrapped is None and address in _NAT64:
        wrapped = IPv4Address(int(address) & 0xFFFF_FFFF)
    return wrapped or address


def is_public(address: Address) -> bool:
    """Tell whether the address is an ordinary one of the public internet."""
    inner = innermost(address)
    if inner in _METADATA or inner.is_multicast or inner.is_reserved or not inner.is_global:
        return False
    if isinstance(inner, IPv6Address) and inner not in _UNICAST6:
        return False
    return not any(inner in network for network in _SPECIAL)


def shown(url: str) -> str:
    """Return the address as it may be shown: no password in it, one line, not endless."""
    bare = re.sub(r"(?<=//)[^/?#]*@", "", url)
    return "".join(c if c.isprintable() else "�" for c in bare)[:_SHOWN_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Decides which web addresses may be asked for, and finds the addresses of their hosts."""

    allow_private: bool = False
    allowed: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolve = socket.getaddrinfo

    def check(self, url: str) -> httpx2.URL:
        """Return the web address, parsed.

        Raises:
            SourceRefused: it is no plain http or https address.
        """
        import httpx2

        try:
            parsed = httpx2.URL(url).copy_with(fragment=None)
        except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
            raise _refused(url, "Dit is geen geldig webadres.") from error
        if parsed.scheme not in ("http", "https"):
            raise _refused(url, "Alleen adressen met http of https kunnen worden opgehaald.")
        if parsed.userinfo:
            raise _refused(url, "In het webadres staat een gebruikersnaam of wachtwoord.")
        if not _HOST.fullmatch(parsed.raw_host.decode("ascii")):
            raise _refused(url, "In het webadres staat geen geldige servernaam.")
        if parsed.port is not None and not 0 < parsed.port < 65536:
            raise _refused(url, "In het webadres staat geen geldig poortnummer.")
        return parsed

    def addresses(self, host: str, port: int, *, name: str) -> tuple[str, ...]:
        """Look the host up, once, and return its addresses, each of which may be reached.

        Args:
            host: A name or an address, in whatever spelling.
            port: Where on the host.
            name: The web address that is asked for, for the error.

        Raises:
            SourceRefused: the host has an address that may not be reached, or does not exist.
            SourceUnreachable: the look-up fails for now.
        """
        try:
            found = self.resolve(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno == socket.EAI_NONAME:
                raise _refused(name, f"De servernaam {host} bestaat niet.") from error
            raise SourceUnreachable(
                name, f"De servernaam {host} is nu niet op te zoeken.", again=True
            ) from error
        except (OSError, UnicodeError) as error:
            raise _refused(name, f"De servernaam {host} is niet op te zoeken.") from error
        addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not addresses:
            raise _refused(name, f"De servernaam {host} heeft geen adres.")
        for address in addresses:
            self._demand(address, host, port, name)
        return addresses

    def _demand(self, address: str, host: str, port: int, name: str) -> None:
        parsed = innermost(ip_address(address.partition("%")[0]))
        if not self._may_reach(parsed, port):
            raise SourceRefused(
                name,
                f"De server {host} heeft het adres {address}; dat is niet van het openbare "
                "internet.",
                "Haal het bestand zelf op en voeg het als bestand toe.",
            )

    def _may_reach(self, address: Address, port: int) -> bool:
        if address in _METADATA:
            return False
        if is_public(address) or (str(address), port) in self.allowed:
            return True
        return self.allow_private and any(address in network for network in _PRIVATE)


def _refused(url: str, reason: str) -> SourceRefused:
    return SourceRefused(shown(url), reason, "Controleer het webadres.")
