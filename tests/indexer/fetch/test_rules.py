from __future__ import annotations

from indexer.fetch.rules import FetchRules


def test_by_default_we_reach_nothing_private_and_are_polite() -> None:
    rules = FetchRules(user_agent="Loketwijzer/0.1")
    assert not rules.allow_private
    assert not rules.allowed
    assert rules.respect_robots
    assert rules.pause_seconds >= 1
    assert 0 < rules.seconds_connect <= rules.seconds_total
