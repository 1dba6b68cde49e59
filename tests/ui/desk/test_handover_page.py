"""The pages of the hand-over as documents."""

from __future__ import annotations

import pytest

from assistant.answers import Language
from assistant.desk.nouns import Receipt
from ui.desk.handover_form import Filled
from ui.desk.handover_page import STATUS, address_of, render_form, render_message, render_receipt
from ui.desk.handover_parts import Kept, Shown
from ui.desk.handover_texts import HANDOVER_TEXTS, RECEIPT_TEXTS

_KEPT = Kept(open_days=365, answered_days=730)
_RECEIPT = Receipt(case_id=7, reference="AAAA-BBBB")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_page_asks_only_the_question_and_says_what_is_kept(language: Language) -> None:
    page = render_form(Shown(filled=Filled(), language=language, kept=_KEPT))
    texts = HANDOVER_TEXTS[language]
    assert f'<html lang="{language}">' in page
    assert f"<h1>{texts.start_title}</h1>" in page
    assert page.count("<textarea") == 1
    assert texts.careful in page
    assert f'href="{address_of(STATUS, language)}"' in page


def test_a_form_that_is_filled_in_has_no_link_that_would_empty_it() -> None:
    page = render_form(Shown(filled=Filled(question="Wat?"), language="nl", kept=_KEPT))
    assert "hreflang" not in page
    assert "hreflang" in render_form(Shown(filled=Filled(), language="nl", kept=_KEPT))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_receipt_shows_the_reference_and_says_whether_an_answer_can_come(
    language: Language,
) -> None:
    texts = RECEIPT_TEXTS[language]
    without = render_receipt(_RECEIPT, Filled(), language)
    assert ">AAAA-BBBB<" in without
    assert texts.without_email in without
    given = render_receipt(_RECEIPT, Filled(email="a@b.nl"), language)
    assert texts.with_email in given
    assert "a@b.nl" not in given
    assert "7" not in without.partition("<main")[2].partition("</main")[0]  # not the case's number


def test_a_message_is_text() -> None:
    assert "&lt;b&gt;" in render_message("Titel", ["<b>"], "nl")
