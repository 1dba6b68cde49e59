"""Where we looked when nothing answered: subjects and questions of the corpus, and no source."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from assistant.answers import Answer, Hit, Scores, Status
from indexer.documents import Role
from indexer.passages import Passage
from tests.ui.answer_parts import answer, original, passage
from ui.searched import render_searched

_QUESTION = "Wanneer moet ik een investering bij u melden?"


class _Reader(HTMLParser):
    """Collects the elements, and the texts of the buttons."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.buttons: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag == "button":
            assert ("class", "ask") in attrs

    def handle_data(self, data: str) -> None:
        if self.names[-1] == "button":
            self.buttons.append(data)


def _section(name: str, **changes: Any) -> Passage:
    values = {"section_id": name, "heading": f"Kop {name}", "hints": (_QUESTION,), **changes}
    return passage((Role.ANSWER, "U meldt vooraf."), **values)


def _nothing(*passages: Passage, **changes: Any) -> Answer:
    hits = tuple(Hit(passage=found, scores=Scores(), kept=False) for found in passages)
    return answer(status=Status.NO_ANSWER, reply="Helaas.", hits=hits, **changes)


def _shown(*passages: Passage, **changes: Any) -> str:
    markup = render_searched(_nothing(*passages, **changes))
    assert markup is not None
    return markup


def test_the_three_nearest_subjects_are_named_in_their_order() -> None:
    markup = _shown(*map(_section, "abcd"))
    places = [markup.index(f"Wet Vifo:</span> Kop {name}") for name in "abc"]
    assert places == sorted(places)
    assert "Kop d" not in markup
    assert "Waar we zochten" in markup


def test_a_button_asks_a_question_of_that_section_and_nothing_is_made_up() -> None:
    hints = ("meldplicht", "Meld?", "When must I notify an investment to you?", _QUESTION)
    assert _Reader(_shown(_section("a", hints=hints))).buttons == [_QUESTION]
    silent = _shown(_section("a", hints=hints[:2]))
    assert not _Reader(silent).buttons
    assert "Kop a" in silent
    assert "Kies een vraag" not in silent


def test_no_source_and_no_link_is_shown() -> None:
    markup = _shown(_section("a"))
    assert "a" not in _Reader(markup).names
    assert "wetten.overheid.nl" not in markup
    assert "U meldt vooraf." not in markup


def test_what_is_not_for_everybody_is_not_named() -> None:
    markup = _shown(_section("a", label="internal", title="Geheim"), _section("b"))
    assert "Geheim" not in markup
    assert "Kop a" not in markup
    assert render_searched(_nothing(_section("a", label="internal"))) is None


def test_an_original_is_not_named_since_its_title_is_a_source() -> None:
    own = original((Role.ANSWER, "Letterlijk."), title="Rapport", heading="Hoofdstuk 1")
    assert render_searched(_nothing(own)) is None


def test_a_section_in_pieces_is_named_once() -> None:
    pieces = [replace(_section("a"), id=f"wet-vifo-nl.a{suffix}") for suffix in ("", ".2")]
    assert _shown(*pieces, _section("b")).count("Kop a") == 1


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("20261122T074235663267-943d27cc", "(stand 22 november 2026)"),
        ("1", "die we hebben."),
        ("20261399T000000", "die we hebben."),
    ],
)
def test_it_says_how_old_the_index_is_where_that_is_known(version: str, said: str) -> None:
    assert said in _shown(_section("a"), index_version=version)


def test_in_english_it_is_english_and_marks_what_is_dutch() -> None:
    hints = (_QUESTION, "When must I notify an investment to you?")
    markup = _shown(_section("a", hints=hints), language="en")
    assert "Where we looked" in markup
    topic = '<span class="topic">Wet Vifo:</span>'
    assert f'<span class="subject" lang="nl">{topic} Kop a</span>' in markup
    assert _Reader(markup).buttons == [hints[1]]


def test_text_stays_text() -> None:
    attack = "<img src=x onerror=alert(1)>"
    markup = _shown(
        _section("a", heading=attack, title=attack, hints=(f"Wat doet {attack} met u?",))
    )
    assert "img" not in _Reader(markup).names
    assert "&lt;img src=x onerror=alert(1)&gt;" in markup


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.OUT_OF_SCOPE},
        {"status": Status.BLOCKED},
        {"status": Status.ANSWERED},
        {"status": Status.PARTIAL},
        {"sensitive": True},
        {"hits": ()},
    ],
)
def test_it_stands_only_below_a_reply_that_nothing_was_found(changes: dict[str, Any]) -> None:
    assert render_searched(replace(_nothing(_section("a")), **changes)) is None
