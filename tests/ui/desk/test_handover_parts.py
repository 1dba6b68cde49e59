"""The parts of the form: each there when it is needed, and only then."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Message
from assistant.desk.found import found_of
from tests.ui.answer_parts import BTI
from tests.ui.desk.handover_world import QUESTION, unanswered
from ui.desk.handover_form import Filled
from ui.desk.handover_found import Sighting
from ui.desk.handover_parts import FormParts, Kept, Shown

_ASKED = (
    Message(role="user", content="Wat is de Wet Vifo?"),
    Message(role="assistant", content="Een <wet>."),
    Message(role="user", content="En de boete?"),
)
_SEEN = Sighting(found=found_of(unanswered()), topic="", impact=1, sensitive=False, contacts=(BTI,))
_SHOWN = Shown(
    filled=Filled(question=QUESTION, conversation=_ASKED, ticket="bon"),
    language="nl",
    kept=Kept(open_days=1, answered_days=30),
    sighting=_SEEN,
)


def test_earlier_questions_can_be_edited_and_answers_cannot() -> None:
    markup = "".join(FormParts(_SHOWN).conversation())
    assert markup.count('name="gevraagd"') == 2
    assert "Eerdere vraag 2" in markup
    assert '<input type="hidden" name="geantwoord" value="Een &lt;wet&gt;.">' in markup
    assert '<p class="fixed said">Een &lt;wet&gt;.</p>' in markup


def test_a_conversation_that_is_not_there_leaves_no_heading() -> None:
    alone = replace(_SHOWN, filled=Filled(question=QUESTION))
    assert not list(FormParts(alone).conversation())


def test_only_whoever_may_be_in_danger_gets_the_warning_and_telephone_numbers() -> None:
    assert FormParts(_SHOWN).safe() is None
    markup = FormParts(replace(_SHOWN, sighting=replace(_SEEN, sensitive=True))).safe() or ""
    assert "112" in markup
    assert '<a href="tel:0701234567">070-123 45 67</a>' in markup


def test_how_long_things_are_kept_is_said_in_days() -> None:
    markup = FormParts(_SHOWN).kept()
    assert "hoogstens 1 dag." in markup
    assert "nog 30 dagen." in markup


def test_the_next_step_is_told_what_was_seen_and_which_preview_it_was() -> None:
    hidden = "".join(FormParts(_SHOWN).hidden())
    assert f'value="{_SEEN.digest("nl")}"' in hidden
    assert 'name="verzending" value="bon"' in hidden
    assert "gezien" not in "".join(FormParts(replace(_SHOWN, sighting=None)).hidden())


def test_a_conversation_that_was_cut_is_told() -> None:
    assert FormParts(_SHOWN).problem() is None
    cut = replace(_SHOWN, filled=replace(_SHOWN.filled, shortened=True))
    assert "oudste deel weggelaten" in (FormParts(cut).problem() or "")
