"""Gaps and answers to review as HTML: every bar has its number in words."""

from __future__ import annotations

import re

from tests.ui.answer_parts import LAW
from tests.ui.desk.case_samples import entry, gap
from ui.clean_html import clean
from ui.desk.gaps_view import (
    render_entry,
    render_gap,
    render_gaps,
    render_in_use,
    render_no_entries,
)


def test_each_bar_is_as_long_as_its_share_and_says_its_number() -> None:
    shown = render_gaps([gap(), gap(key="k2", count=3, label="Iets anders")])
    assert 'class="bar b20"' in shown
    assert 'class="bar b5"' in shown
    assert "12 keer" in shown
    assert "15 keer vroeg iemand" in shown
    assert clean(shown).count("<li") == 2


def test_the_table_holds_every_gap_with_its_days_and_its_owner() -> None:
    rest = [gap(key=f"k{number}", label=f"Gat {number}") for number in range(20)]
    shown = render_gaps([gap(owner="anna"), *rest])
    heads = re.findall(r'<th scope="col">(.*?)</th>', shown)
    assert heads == ["Vraag", "Aantal", "Eerste", "Laatste", "Eigenaar"]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', shown)
    assert len(rows) == 21
    label, cells = rows[0]
    assert label == "Hoe zit het met waterstof?"
    assert re.findall(r"<td[^>]*>(.*?)</td>", cells) == ["12", "01-10-2026", "01-11-2026", "anna"]
    assert "<td>niemand</td>" in rows[1][1]
    assert "<caption>" in shown
    assert clean(shown) == shown


def test_a_gap_shows_examples_and_its_owner() -> None:
    shown = render_gap(gap())
    assert "12 keer gevraagd" in shown
    assert "Wat geldt er voor waterstof?" in shown
    assert "eigenaar: niemand" in shown
    assert "eigenaar: anna" in render_gap(gap(), owner="anna")


def test_no_gaps_is_good_news() -> None:
    assert "geen vragen zonder bron" in render_gaps([])


def test_an_answer_to_review_says_why() -> None:
    shown = render_entry(entry(), {LAW.id: LAW})
    assert "De bron is veranderd." in shown
    assert "01-05-2026" in shown
    assert "U meldt vooraf." in shown
    assert "niets om na te kijken" in render_no_entries()


def test_an_answer_in_use_gives_no_reason_to_look_at_it() -> None:
    shown = render_entry(entry(state="active", review_reason=""), {LAW.id: LAW})
    assert "problem" not in shown
    assert "termijn is voorbij" not in shown
    assert "termijn is voorbij" in render_entry(entry(review_reason=""), {})


def test_the_heading_of_answers_in_use_says_what_is_left_out() -> None:
    assert "nog geen antwoorden in gebruik" in render_in_use(0, 0)
    assert "nieuwste 2 van 3" in render_in_use(2, 3)
    assert "nieuwste" not in render_in_use(3, 3)
