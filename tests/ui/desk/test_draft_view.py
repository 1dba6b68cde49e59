"""A draft as HTML: a light is a word and a reason, never a colour alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.desk.nouns import Approval
from indexer.documents import Role
from tests.ui.answer_parts import LAW, passage
from tests.ui.desk.case_samples import NOW, case, row, sentence
from ui.clean_html import clean
from ui.desk import draft_view as view

SOURCES = {LAW.id: LAW}


@pytest.mark.parametrize(
    ("light", "word"), [("green", "Groen"), ("amber", "Oranje"), ("red", "Rood")]
)
def test_a_light_is_told_in_words_with_its_reason(light: Any, word: str) -> None:
    shown = view.render_sentence(sentence(light=light, reason="Want dit."), 4, SOURCES)
    assert f'<strong class="word">{word}' in shown
    assert "Want dit." in shown
    assert f'class="light {light}"' in shown
    assert clean(shown).count("<p") == shown.count("<p")


def test_a_sentence_shows_its_source_and_what_the_assistant_wrote() -> None:
    shown = view.render_sentence(sentence(text="U meldt."), 1, SOURCES)
    assert "Bron: Wanneer meldt u?" in shown
    assert LAW.title in shown
    assert "Wat Loketwijzer schreef" in shown


def test_a_source_with_an_address_that_is_no_web_page_is_no_link() -> None:
    from dataclasses import replace

    odd = {LAW.id: replace(LAW, url="javascript:alert(1)")}
    assert "javascript" not in view.render_sentence(sentence(), 1, odd)


def test_a_saved_sentence_is_announced_with_its_light() -> None:
    shown = view.render_saved(sentence(light="red", reason="Geen steun.", decision="edited"), 2)
    assert 'role="alert"' in shown
    assert "Zin 2: bewerkt. Het licht is rood. Geen steun." in shown


def test_a_conflict_shows_both_texts_escaped() -> None:
    shown = view.render_conflict(sentence(text="<i>Van Bram</i>", decided_by="bram"), "Van mij")
    assert "&lt;i&gt;Van Bram&lt;/i&gt;" in shown
    assert "Van mij" in shown
    assert "bram heeft deze zin" in shown


def test_progress_names_what_is_left() -> None:
    sentences = [
        sentence(),
        sentence(),
        sentence(),
        sentence(decision="kept", light="red"),
        sentence(decision="needs_source"),
    ]
    shown = view.render_progress(sentences, ())
    assert "Nog geen besluit over zin 1 tot en met 3" in shown
    assert "Rood zonder schriftelijke grond: zin 4 (minstens 15 tekens)" in shown
    assert "Nog geen bron bij zin 5" in shown


def test_progress_names_who_agreed() -> None:
    given = Approval(by="anna", role="approver", at=NOW, digest="d")
    shown = view.render_progress([sentence(decision="kept")], [given])
    assert "Over elke zin is besloten." in shown
    assert "Akkoord van anna (goedkeurder)" in shown


def test_the_letter_can_be_had_only_when_it_is_approved() -> None:
    before = view.render_downloads(case(sentence()))
    assert "format=zip" in before
    assert "format=docx" not in before
    after = view.render_downloads(case(sentence(), row=row(state="approved")))
    for form in ("docx", "md", "html", "zip"):
        assert f"/api/v1/cases/7/export?format={form}" in after
    assert 'class="copy-letter"' in after


def test_head_and_foot_are_those_of_the_letter_and_empty_without_one() -> None:
    made = case(sentence())
    assert "Geachte heer, mevrouw," in view.render_draft_head(made.draft)
    assert "Met vriendelijke groet," in view.render_draft_foot(made.draft)
    nothing = (view.render_draft_head(None), view.render_draft_foot(None))
    assert nothing == ("", "")
    assert view.render_progress_of(case()) == ""


def test_a_passage_shows_all_its_words_and_sources() -> None:
    shown = view.render_passage(passage((Role.ANSWER, "U meldt vooraf.")), SOURCES)
    assert "U meldt vooraf." in shown
    assert LAW.publisher in shown


def test_the_search_says_for_which_sentence_it_is() -> None:
    assert "Bij zin 3." in view.render_panel_head(3)
    assert "Bron nodig" in view.render_panel_head(None)


def test_a_ground_of_one_word_is_still_to_do() -> None:
    short = sentence(decision="kept", light="red", remark="Grond.")
    assert "Rood zonder" in view.render_progress([short], ())
    assert "Rood zonder" not in view.render_progress(
        [replace(short, remark="Bevestigd door het BTI.")], ()
    )


def test_numbers_of_changed_sentences_are_told_in_words() -> None:
    assert "zin 1, 3 veranderd" in view.say_changed([1, 3])
    assert "zin 2 veranderd" in view.say_new([2])
    told = view.render_changed(sentence(decision="rejected", decided_by="bram"))
    assert "bram heeft iets aan deze zin veranderd: afgewezen." in told
