"""An exchange as HTML: what stands where, and that text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from assistant.answers import Language, Notice, Status
from indexer.documents import Role
from tests.ui.answer_parts import LAW, answer, exchange, original, passage
from ui.chat_session import Exchange
from ui.render import render_exchange

_ATTACK = '<img src=x onerror="alert(1)">'
_SHOWN = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"


class _Reader(HTMLParser):
    """Collects the elements and the text of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_blocks_stand_in_the_order_in_which_one_reads() -> None:
    cited = passage(
        (Role.ANSWER, "U meldt vooraf."),
        (Role.CONDITION, "Tenzij het om een overheid gaat."),
        (Role.ACTION, "Vraag het na."),
        (Role.WHERE, "Bel het BTI."),
    )
    markup = render_exchange(exchange(cited))
    headings = ["Antwoord", "Let op", "Wat u kunt doen", "Waar u terecht kunt", "Bronnen"]
    places = [markup.index(f"<h3>{heading}</h3>") for heading in headings]
    assert places == sorted(places)
    assert not _Reader(markup).open


def test_a_list_keeps_its_lines_and_its_marker_stands_behind_the_last() -> None:
    markup = render_exchange(exchange(original((Role.ANSWER, "Doe dit:\n1. kijk;\n2. bel."))))
    assert (
        '<li><span class="spoken">Doe dit:&#10;<span class="line">1. kijk;</span>&#10;'
        '<span class="line">2. bel.</span></span>\u00a0<span class="markers">'
    ) in markup
    assert "\n" not in markup


def test_an_item_of_the_source_gets_no_bullet_of_ours() -> None:
    cited = original((Role.ALSO, "Vooraf."), (Role.ALSO, "• Bel."), (Role.ALSO, "Wie: u | Wat: x"))
    markup = render_exchange(exchange(cited))
    assert markup.count('<li class="item"><span class="spoken">') == 2
    assert "<h3>In de woorden van de bron: Wanneer meldt u?</h3>" in markup


def test_a_marker_and_the_words_it_stands_for_point_at_each_other() -> None:
    markup = render_exchange(exchange(passage((Role.ANSWER, "U meldt vooraf."))))
    links = {
        attributes.get("id"): attributes.get("href")
        for name, attributes in _Reader(markup).elements
        if name == "a"
    }
    assert links["v1-zin-1"] == "#v1-bron-1"
    assert links["v1-bron-1"] == "#v1-zin-1"
    assert "U meldt vooraf.</mark>" in markup


@pytest.mark.parametrize("place", ["question", "passage", "heading", "title", "follow-up"])
def test_html_in_any_text_stays_text(place: str) -> None:
    sentence = _ATTACK if place == "passage" else "U meldt vooraf."
    heading = _ATTACK if place == "heading" else "Wanneer meldt u?"
    source = replace(LAW, title=_ATTACK) if place == "title" else LAW
    asked = _ATTACK if place == "question" else "Moet ik melden?"
    made = exchange(passage((Role.ANSWER, sentence), heading=heading), asked, (source,))
    assert made.answer
    if place == "follow-up":
        made = replace(made, answer=replace(made.answer, follow_ups=(_ATTACK,)))
    markup = render_exchange(made)
    assert "img" not in {name for name, _ in _Reader(markup).elements}
    assert _SHOWN in markup


def test_no_line_of_a_text_ends_the_block_for_markdown() -> None:
    markup = render_exchange(
        exchange(passage((Role.ANSWER, "U meldt.")), "Regel een\r\n\r\n# Regel twee")
    )
    assert "\n" not in markup
    assert "Regel een\n\n# Regel twee" in "".join(_Reader(markup).text)


def test_an_address_that_is_no_web_address_becomes_no_link() -> None:
    source = replace(LAW, url="javascript:alert(1)", where="in het archief")
    markup = render_exchange(exchange(passage((Role.ANSWER, "U meldt.")), sources=(source,)))
    assert "javascript:" not in markup
    assert "in het archief" in markup


@pytest.mark.parametrize("status", [Status.NO_ANSWER, Status.OUT_OF_SCOPE, Status.BLOCKED])
def test_without_an_answer_there_is_a_reply_a_contact_and_no_source(status: Status) -> None:
    ended = Exchange(number=1, question="?", answer=answer(status=status, reply="Helaas."))
    markup = render_exchange(ended)
    assert "Helaas." in markup
    assert 'href="tel:0701234567"' in markup
    assert "Bronnen" not in markup
    assert "Hoe zeker" not in markup


def test_a_partial_answer_says_what_is_missing() -> None:
    made = exchange(passage((Role.ANSWER, "U meldt vooraf.")))
    assert made.answer
    partial = replace(made.answer, status=Status.PARTIAL, reply="Niets over: 2031.")
    markup = render_exchange(replace(made, answer=partial))
    assert "Niets over: 2031." in markup
    assert "U meldt vooraf." in markup


def test_in_danger_the_contacts_come_first_and_once() -> None:
    made = exchange(passage((Role.ANSWER, "Bewaar de bewijzen.")))
    assert made.answer
    warning = Notice(kind="sensitive", text="Bel eerst en typ geen namen.")
    urgent = replace(made.answer, sensitive=True, notices=(warning,))
    markup = render_exchange(replace(made, answer=urgent))
    assert markup.index("Bel eerst en typ") < markup.index("070-123") < markup.index("Bewaar")
    assert markup.count("070-123 45 67") == 1
    assert markup.count("Bel eerst en typ") == 1


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(0.95, "past goed"), (0.6, "past redelijk"), (0.2, "past misschien niet")],
)
def test_how_sure_it_is_stands_in_words(confidence: float, words: str) -> None:
    made = exchange(passage((Role.ANSWER, "U meldt.")))
    assert made.answer
    markup = render_exchange(replace(made, answer=replace(made.answer, confidence=confidence)))
    assert words in markup
    assert "%" not in markup


def test_an_answer_in_english_has_english_labels_and_marks_what_is_dutch() -> None:
    made = exchange(passage((Role.ANSWER, "U meldt vooraf.")))
    assert made.answer
    markup = render_exchange(replace(made, answer=replace(made.answer, language="en")))
    assert "<h3>Sources</h3>" in markup
    assert '<article class="exchange" id="v1" lang="en">' in markup
    assert '<span class="spoken" lang="nl">U meldt vooraf.</span>' in markup


def test_before_the_first_sentence_it_says_that_it_is_searching() -> None:
    assert "We zoeken in de bronnen" in render_exchange(Exchange(number=1, question="Melden?"))


def test_a_growing_answer_shows_what_is_proven_and_nothing_more() -> None:
    whole = exchange(passage((Role.ANSWER, "Een."), (Role.ANSWER, "Twee.")))
    growing = replace(
        whole, answer=None, sentences=whole.sentences[:1], citations=whole.citations[:1]
    )
    markup = render_exchange(growing)
    assert '<span class="spoken">Een.</span>' in markup
    assert '<span class="spoken">Twee.</span>' not in markup
    assert "Hoe zeker" not in markup


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("nl", "Door het loket gecontroleerd op 20 november 2026"),
        ("en", "Checked by the desk on 20 November 2026"),
    ],
)
def test_an_approved_answer_is_marked_above_its_first_sentence(
    language: Language, mark: str
) -> None:
    plain = exchange(passage((Role.ANSWER, "Meld het.")))
    assert plain.answer
    assert mark not in render_exchange(plain)
    told = replace(plain.answer, language=language, approved_on=date(2026, 11, 20))
    shown = render_exchange(replace(plain, answer=told))
    assert shown.count(mark) == 1
    assert shown.index(mark) < shown.index("Meld het.")
