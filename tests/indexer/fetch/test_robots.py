from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.fetch.robots import EVERYTHING, LONGEST_DELAY, parse

US = "Loketwijzer"


@pytest.mark.parametrize(
    ("rule", "path", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /prive", "/prive/a", False),
        ("Disallow: /prive/", "/prive", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?c", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*/zoek*q=", "/nl/zoek?q=x", False),
        ("Disallow: /*/zoek*q=", "/nl/zoek?p=x", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /x*y*z", "/xz", True),
        ("Disallow: /caf%c3%a9", "/caf%C3%A9", False),
        ("Disallow: /café", "/caf%C3%A9", False),
        ("Allow: /doc\nDisallow: /", "/doc/a", True),
        ("Disallow: /\nAllow: /doc", "/doc/a", True),
        ("Allow: /\nDisallow: /zoeken", "/zoeken?q", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
    ],
)
def test_the_longest_rule_that_matches_decides(rule: str, path: str, allowed: bool) -> None:
    assert parse(f"User-agent: *\n{rule}\n", US).allows(path) is allowed


def test_rules_under_our_name_replace_those_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: LOKETWIJZER/2\nDisallow: /geheim"
    assert parse(text, US).allows("/a")
    assert not parse(text, US).allows("/geheim")
    assert not parse(text, "Ander").allows("/a")


def test_robots_named_together_share_their_rules_and_groups_of_one_name_are_joined() -> None:
    text = "user-agent: ander\r\nuser-agent: loketwijzer\r\n\r\ndisallow: /a\r\n"
    both = parse(text + "User-Agent: loketwijzer # nogmaals\nDisallow: /b # niet doen", US)
    assert [both.allows(path) for path in ("/a", "/b", "/c")] == [False, False, True]
    assert not parse(text, "Ander").allows("/a")


@pytest.mark.parametrize(
    ("value", "delay"), [("5", 5.0), ("0.5", 0.5), ("900", LONGEST_DELAY), ("x", 0.0), ("-1", 0.0)]
)
def test_a_delay_is_taken_up_to_a_bound(value: str, delay: float) -> None:
    assert parse(f"User-agent: *\nCrawl-delay: {value}", US).delay == delay


def test_a_page_that_is_no_robots_txt_forbids_nothing() -> None:
    assert parse("<html><p>Pagina niet gevonden: 404</p></html>", US) == EVERYTHING


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert not parse("\ufeffUser-agent: *\nDisallow: /", US).allows("/a")


@given(st.text(), st.text(alphabet="/ab*$%c3?", max_size=20))
def test_any_text_can_be_read_and_any_path_asked(text: str, path: str) -> None:
    parse(text, US).allows(path)
    rules = parse(f"User-agent: *\nDisallow: {path}\n{text}", US)
    assert rules.allows(path) in (True, False)


def test_a_spiteful_rule_costs_no_time() -> None:
    rules = parse("User-agent: *\nDisallow: /" + "*a" * 500 + "b", US)
    begun = time.monotonic()
    assert rules.allows("/" + "a" * 5_000)
    assert time.monotonic() - begun < 1
