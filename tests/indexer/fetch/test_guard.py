from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.guard import Guard, innermost, is_public, shown
from tests.indexer.fetch.web import Names

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16
    169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
    192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1
    3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fd12::1 fe80::1 fec0::1 ff02::1
""".split()
PUBLIC = """
    8.8.8.8 145.100.1.1 172.32.0.1 100.128.0.1 192.0.1.1 ::ffff:8.8.8.8 64:ff9b::808:808
    2002:808:808::1 2a00:1450:4001::1 2606:4700::1111
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_of_the_internet_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_of_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_changes_nothing(address: IPv4Address) -> None:
    for wrapped in (
        IPv6Address((0xFFFF << 32) + int(address)),
        IPv6Address((0x64FF9B << 96) + int(address)),
        IPv6Address((0x2002 << 112) + (int(address) << 80) + 1),
    ):
        assert innermost(wrapped) == address
        assert is_public(wrapped) == is_public(address)


@given(st.ip_addresses(v=6))
def test_an_ipv6_address_that_was_never_given_out_is_not_public(address: IPv6Address) -> None:
    if innermost(address) == address and address not in ip_network("2000::/3"):
        assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("2130706433", "0x7f.1", "0x7f000001", "127.1", "017700000001", "0177.0.0.1", "0"),
        *("localhost", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"),
    ],
)
def test_no_spelling_of_our_own_machine_gets_through(host: str) -> None:
    with pytest.raises(SourceRefused, match="niet van het openbare internet"):
        Guard(resolve=socket.getaddrinfo).addresses(host, 80, name="x")


def guard(*addresses: str, **options: Any) -> Guard:
    return Guard(resolve=Names({"bron.test": [list(addresses)]}), **options)


def reach(guard: Guard, port: int = 80) -> tuple[str, ...]:
    return guard.addresses("bron.test", port, name="http://bron.test/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(SourceRefused, match=r"10\.0\.0\.1"):
        reach(guard("8.8.8.8", "10.0.0.1"))


def test_public_addresses_are_given_back_in_order_and_once() -> None:
    assert reach(guard("8.8.8.8", "2a00::1", "8.8.8.8")) == ("8.8.8.8", "2a00::1")


@pytest.mark.parametrize("address", ["10.1.2.3", "127.0.0.1", "fd12::1", "::1", "100.64.0.9"])
def test_an_intranet_may_be_allowed(address: str) -> None:
    assert reach(guard(address, allow_private=True)) == (address,)


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "fe80::1%eth0", "0.0.0.0"]
)
def test_keys_of_the_cloud_are_never_reached_even_on_an_intranet(address: str) -> None:
    with pytest.raises(SourceRefused):
        reach(guard(address, allow_private=True, allowed=frozenset({("169.254.169.254", 80)})))


def test_an_extra_address_is_allowed_on_its_port_only() -> None:
    extra = guard("127.0.0.1", allowed=frozenset({("127.0.0.1", 8080)}))
    assert reach(extra, 8080) == ("127.0.0.1",)
    with pytest.raises(SourceRefused):
        reach(extra, 8081)


def failing(error: Exception) -> Guard:
    def resolve(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        raise error

    return Guard(resolve=resolve)


def test_a_name_that_does_not_exist_is_final_and_a_failing_look_up_is_not() -> None:
    with pytest.raises(SourceRefused, match="bestaat niet") as found:
        reach(failing(socket.gaierror(socket.EAI_NONAME, "?")))
    assert not isinstance(found.value, SourceUnreachable)
    with pytest.raises(SourceUnreachable) as passing:
        reach(failing(socket.gaierror(socket.EAI_AGAIN, "?")))
    assert passing.value.again
    with pytest.raises(SourceRefused):
        reach(failing(UnicodeError("label too long")))
    with pytest.raises(SourceRefused, match="geen adres"):
        reach(guard())


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://bron.test/a", "gopher://bron.test", "data:text/plain,a"),
        *("javascript:alert(1)", "//bron.test/a", "bron.test/a", "", "http://", "http:///a"),
        *("http://jan:geheim@bron.test/", "http://jan@bron.test/", "http://bron.test:0/"),
        *("http://bron.test:99999/", "http://bron.test/\r\nHost: x", "http://%31%32%37.0.0.1/"),
        *("http://[fe80::1%25eth0]/", "http://localhost%00.nl/", "http://a\\@bron.test/"),
        *("http://①②⑦.0.0.1/", "http://[::1/", "http://a b/", "http://bron.test:x/", "http://.a/"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(SourceRefused) as found:
        Guard().check(url)
    assert "geheim" not in str(found.value)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_taken_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"http://bron.test/{text}"):
        try:
            parsed = Guard().check(url)
        except SourceRefused:
            continue
        assert parsed.scheme in ("http", "https")
        assert parsed.host


def test_a_plain_address_is_kept_without_its_fragment() -> None:
    assert str(Guard().check("HTTPS://Bron.test:8443/a?b=c#d")) == "https://bron.test:8443/a?b=c"


def test_what_is_shown_holds_no_password_and_no_line_end() -> None:
    assert shown("http://jan:geheim@bron.test/a\nb@c") == "http://bron.test/a�b@c"
    assert len(shown("http://bron.test/" + "a" * 999)) == 300
