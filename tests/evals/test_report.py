"""The report stands on its own, is whole, and shows nothing of the test part."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from evals.analysis import analyse
from evals.measures import MEASURES
from evals.report import render
from tests.evals.outcomes import case, outcome
from tests.evals.runs import DEV, TEST, outcomes

PAGE = render(
    analyse(
        (*outcomes(bad=[DEV[0], TEST[0]]), *(outcome(case(f"n-{n}"), near=n / 9) for n in range(9)))
    ),
    at="2026-11-22 01:00:00",
    index_version="b<1",
)
_VOID = {"meta", "circle", "rect", "line", "path", "polyline"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_well_formed_and_its_links_lead_somewhere() -> None:
    tags = _Tags()
    tags.feed(PAGE)
    assert tags.open == []
    ids = {attrs["id"] for _, attrs in tags.seen if "id" in attrs}
    links = {(attrs["href"] or "")[1:] for tag, attrs in tags.seen if tag == "a"}
    assert links == ids
    assert {tag for tag, _ in tags.seen} >= {"svg", "table", "caption", "nav", "main", "article"}


def test_it_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    assert "<script" not in PAGE
    assert not re.search(r"(?:src|href)=\"(?!#)|https?://|@import|url\(", PAGE)
    assert "prefers-color-scheme: dark" in PAGE


def test_it_holds_every_measure_and_escapes_what_it_is_given() -> None:
    assert all(f'<th scope="row">{name}</th>' in PAGE for name in MEASURES)
    assert "b&lt;1" in PAGE
    assert "Fact recall, right source and hit at 5 by topic" in PAGE


def test_the_test_part_is_in_the_totals_only() -> None:
    assert f"<h3>{DEV[0]}</h3>" in PAGE
    assert all(f">{name}<" not in PAGE for name in TEST)


def test_a_faultless_or_empty_run_has_a_report_too() -> None:
    assert "No answer of the development part has a fault" in render(
        analyse(outcomes()), at="nu", index_version="b1"
    )
    assert "Too few cases" in render(analyse(()), at="nu", index_version="b1")
