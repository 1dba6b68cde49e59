"""Accounts to look at: made by hand, so that a test says what it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ui.accountability import Account, Holdings, Setup
from ui.eval_scores import PARTS, Score, Scores
from ui.third_party import Package

DAY = date(2026, 11, 22)

SETUP = Setup(
    version="9.8.7",
    embedding_model="multilingual-e5-small",
    chat_model="",
    chat_place="none",
    entailment_model="",
    index_version="20261120T010203-abc",
    built_at="2026-11-20T01:02:03+00:00",
    answers_per_minute=17,
    show_internal=False,
    feedback_days=0,
    desk=None,
)
HOLDINGS = Holdings(
    documents=3,
    topics=2,
    sections={"nl": 5, "en": 4},
    oldest_check=date(2026, 1, 2),
    past_review=1,
    originals=0,
    sources=6,
    official=4,
    kinds={"wettekst": 4, "nieuwsbericht": 2},
    read={"full": 1, "part": 3, "secondary": 2},
)


def scores(**measures: float) -> Scores:
    """Return a run in which each part has the same figures; `_` in a name stands for a space."""
    named = {
        name.replace("_", " "): Score(value=value, low=0.0, high=1.0, count=40)
        for name, value in {"status": 1.0, **measures}.items()
    }
    return Scores(day=date(2026, 11, 21), parts=dict.fromkeys(PARTS, named))


def account(run: Scores | None = None, **setup: Any) -> Account:
    """Return an account of a server that is set up so."""
    return Account(
        day=DAY,
        setup=replace(SETUP, **setup),
        holdings=HOLDINGS,
        scores=run or scores(),
        packages=(Package(name="kaas", version="1.2", licence="MIT"),),
    )
