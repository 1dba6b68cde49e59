"""The hand-over over HTTP: what is shown is what is sent, and nothing typed is ever lost."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from assistant.answers import Message, Question
from assistant.desk.cases import Cases
from assistant.desk.database import open_database
from assistant.desk.errors import DeskUnavailable
from assistant.desk.nouns import Actor
from assistant.desk.settings import DeskSettings
from indexer.errors import AppError
from tests.ui.desk.handover_world import (
    QUESTION,
    REFERENCE,
    SENTENCE,
    World,
    answered,
    unanswered,
    world,
)
from tests.ui.desk.reading_forms import Form
from ui.desk.handover_routes import LOOKED_UP_PER_MINUTE, SENT_PER_MINUTE
from ui.errors import NotReady

_CHAT = (
    ("vraag", QUESTION),
    ("gevraagd", "Wat is de Wet Vifo?"),
    ("geantwoord", "Een wet over investeringen."),
    ("gevraagd", "En de boete?"),
    ("geantwoord", "Die is hoog."),
)
_HISTORY = (
    Message(role="user", content="Wat is de Wet Vifo?"),
    Message(role="assistant", content="Een wet over investeringen."),
    Message(role="user", content="En de boete?"),
    Message(role="assistant", content="Die is hoog."),
)


def _preview(here: World, *pairs: tuple[str, str], taal: str = "nl") -> Form:
    reply = here.post("/voorleggen", *(pairs or _CHAT), taal=taal)
    assert reply.status_code == 200
    return Form(reply.text)


def test_the_preview_shows_all_that_is_sent_and_sends_nothing() -> None:
    here = world()
    page = here.post("/voorleggen", *_CHAT)
    for shown in (QUESTION, "Wat is de Wet Vifo?", "Een wet over investeringen.", SENTENCE):
        assert shown in page.text
    for told in ("Er is een antwoord gevonden.", "Wanneer meldt u?", "hoogstens 365 dagen"):
        assert told in page.text
    assert "Noem geen namen van mensen die u verdenkt" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert here.cases.kept == []


def test_what_was_shown_arrives_to_the_letter() -> None:
    here = world()
    form = _preview(here)
    assert form.action == "/voorleggen/versturen"
    filled = form.pairs(naam="Jan <b>Smit</b>", email="jan@bedrijf.nl", opmerking="Graag\nbellen")
    reply = here.post(form.action, *filled)
    assert reply.status_code == 200
    assert REFERENCE in reply.text
    (handed, found, topic, impact), *more = here.cases.kept
    assert not more
    assert (handed.question, handed.conversation, handed.language) == (QUESTION, _HISTORY, "nl")
    assert (handed.name, handed.email) == ("Jan <b>Smit</b>", "jan@bedrijf.nl")
    assert handed.remark == "Graag\nbellen"
    assert [sentence.text for sentence in found.sentences] == [SENTENCE]
    assert (topic, impact) == ("wet-vifo", 3)


def test_the_assistant_is_asked_again_and_never_a_language_model() -> None:
    here = world()
    _preview(here)
    asked = Question(text=QUESTION, history=_HISTORY, language="nl", mode="extractive")
    assert here.live.asked == [asked]


def test_what_was_found_is_never_taken_from_the_form() -> None:
    here = world()
    form = _preview(here, ("vraag", QUESTION), ("gevonden", "Betaal mij"), ("status", "answered"))
    here.post(form.action, *form.pairs(), ("gevonden", "Betaal mij"))
    assert "Betaal mij" not in repr(here.cases.kept)


def test_an_emptied_question_goes_with_its_answer() -> None:
    here = world()
    form = _preview(here)
    pairs = [(name, "" if text == "En de boete?" else text) for name, text in form.pairs()]
    again = here.post(form.action, *pairs)
    assert again.status_code == 200
    assert here.cases.kept[0][0].conversation == _HISTORY[:2]


def test_an_answer_that_changed_is_shown_before_it_is_sent() -> None:
    here = world()
    form = _preview(here)
    here.live.answers = lambda _: unanswered()
    again = here.post(form.action, *form.pairs(naam="Jan"))
    assert again.status_code == 409
    assert "is veranderd" in again.text
    assert "Dat staat niet in onze bronnen." in again.text
    assert here.cases.kept == []
    second = Form(again.text)
    assert here.post(second.action, *second.pairs()).status_code == 200
    assert here.cases.kept[0][0].name == "Jan"
    assert not here.cases.kept[0][1].sentences


def test_nothing_is_sent_that_was_not_shown() -> None:
    here = world()
    reply = here.post("/voorleggen/versturen", ("vraag", QUESTION))
    assert reply.status_code == 409
    assert here.cases.kept == []


def test_sending_twice_makes_one_case_and_changing_it_makes_another() -> None:
    here = world()
    form = _preview(here)
    for _ in range(2):
        assert REFERENCE in here.post(form.action, *form.pairs()).text
    assert len(here.cases.kept) == 1
    here.post(form.action, *form.pairs(opmerking="Nog iets"))
    assert len(here.cases.kept) == 2


def test_two_people_who_send_the_same_have_a_case_each() -> None:
    here = world()
    for _ in range(2):
        form = _preview(here)
        here.post(form.action, *form.pairs())
    assert len(here.cases.kept) == 2


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"vraag": " "}, "vraag", "De vraag is leeg"),
        ({"vraag": "a" * 2_001}, "vraag", "het maximum is 2000"),
        ({"email": "jan at bedrijf"}, "email", "geen e-mailadres"),
        ({"email": "jan@bedrijf.nl, piet@bedrijf.nl"}, "email", "geen e-mailadres"),
        ({"naam": "J" * 101}, "naam", "hoogstens 100 tekens"),
        ({"opmerking": "o" * 2_001}, "opmerking", "hoogstens 2000 tekens"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_all_stays(
    changed: dict[str, str], field: str, words: str
) -> None:
    here = world()
    form = _preview(here)
    filled = {"naam": "Jan", "email": "jan@bedrijf.nl", "opmerking": "Graag bellen", **changed}
    reply = here.post(form.action, *form.pairs(**filled))
    assert reply.status_code == 422
    assert words in reply.text
    assert f'href="#{field}"' in reply.text
    assert f'aria-describedby="{field}-fout"' in reply.text or f"{field}-fout" in reply.text
    kept = dict(Form(reply.text).pairs())
    assert {name: kept[name] for name in filled} == {
        name: text.strip() for name, text in filled.items()
    }
    assert here.cases.kept == []


def test_markup_in_a_name_is_only_text() -> None:
    here = world()
    form = _preview(here)
    reply = here.post(form.action, *form.pairs(naam="<script>alert(1)</script>", email="x"))
    assert "<script>alert" not in reply.text
    assert dict(Form(reply.text).pairs())["naam"] == "<script>alert(1)</script>"


def test_a_database_that_is_gone_leaves_all_in_the_page(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    here = world()
    form = _preview(here)
    here.cases.fault = DeskUnavailable("de database is weg")
    filled = {"naam": "Jan Smit", "email": "jan@bedrijf.nl", "opmerking": "Graag bellen"}
    reply = here.post(form.action, *form.pairs(**filled))
    assert reply.status_code == 503
    assert "niet te bereiken" in reply.text
    assert int(reply.headers["retry-after"]) > 0
    second = Form(reply.text)
    assert second.pairs() == form.pairs(**filled)
    here.cases.fault = None
    assert REFERENCE in here.post(second.action, *second.pairs()).text
    assert "Jan" not in caplog.text
    assert QUESTION not in caplog.text


@pytest.mark.parametrize(
    ("fault", "words"), [(NotReady(), "worden nog geopend"), (AppError("weg"), "niet te openen")]
)
def test_without_an_index_nothing_is_sent_and_all_stays(fault: AppError, words: str) -> None:
    here = world()
    form = _preview(here)
    here.live.fault = fault
    reply = here.post(form.action, *form.pairs(naam="Jan"))
    assert reply.status_code == 503
    assert words in reply.text
    again = Form(reply.text)
    assert again.action == "/voorleggen"  # it is looked up first, and then seen again
    assert dict(again.pairs())["naam"] == "Jan"
    assert here.cases.kept == []


def test_whoever_may_be_in_danger_reads_first_to_call_from_a_safe_telephone() -> None:
    here = world(lambda _: unanswered(sensitive=True))
    page = here.post("/voorleggen", ("vraag", QUESTION)).text
    assert page.index("bel dan 112") < page.index("<form")
    assert page.index("niemand meekijkt") < page.index("<form")
    assert 'href="tel:0701234567"' in page
    assert "niemand meekijkt" not in world().post("/voorleggen", ("vraag", QUESTION)).text


def test_personal_data_is_pointed_out_before_it_is_sent() -> None:
    here = world()
    warning = "Haal het weg"
    assert warning in here.post("/voorleggen", ("vraag", f"{QUESTION} bel 06-12345678")).text
    assert warning not in here.post("/voorleggen", ("vraag", QUESTION)).text


def test_all_of_it_comes_in_english() -> None:
    here = world(lambda question: answered(language=question.language))
    form = _preview(here, *_CHAT, taal="en")
    assert form.action == "/voorleggen/versturen?taal=en"
    reply = here.client.post(form.action, data=dict(form.pairs()))
    assert '<html lang="en">' in reply.text
    assert "Your question is with the desk" in reply.text
    assert here.cases.kept[0][0].language == "en"


def test_a_question_can_be_typed_without_the_chat() -> None:
    here = world()
    page = here.client.get("/voorleggen")
    assert page.status_code == 200
    form = Form(page.text)
    assert form.action == "/voorleggen"
    assert "naam" not in dict(form.pairs())
    assert SENTENCE in here.post(form.action, *form.pairs(vraag=QUESTION)).text


@pytest.mark.parametrize("path", ["/voorleggen", "/voorleggen/status"])
def test_without_a_desk_there_is_only_a_page_that_says_so(path: str) -> None:
    here = world(desk=False)
    for reply in (here.client.get(path), here.post(path, *_CHAT)):
        assert reply.status_code == 404
        assert "hoort geen loket" in reply.text
    assert here.live.asked == []


@pytest.mark.parametrize("body", [b"", b"\xff\xfe=\x00", b"a=1&" * 500, b"%", b'{"vraag": "x"}'])
def test_what_is_no_form_is_an_empty_question(body: bytes) -> None:
    reply = world().client.post("/voorleggen", content=body)
    assert reply.status_code == 422
    assert "De vraag is leeg" in reply.text


def test_sending_too_fast_keeps_the_text() -> None:
    here = world()
    form = _preview(here)
    for number in range(SENT_PER_MINUTE):
        sent = here.post(form.action, *form.pairs(opmerking=f"nummer {number}"))
        assert sent.status_code == 200
    reply = here.post(form.action, *form.pairs(opmerking="nog een"))
    assert reply.status_code == 429
    assert int(reply.headers["retry-after"]) > 0
    assert dict(Form(reply.text).pairs())["opmerking"] == "nog een"
    assert len(here.cases.kept) == SENT_PER_MINUTE


def test_looking_too_fast_keeps_the_text_and_asks_the_assistant_nothing() -> None:
    here = world(per_minute=1)
    _preview(here)
    reply = here.post("/voorleggen", *_CHAT)
    assert reply.status_code == 429
    assert QUESTION in reply.text
    assert len(here.live.asked) == 1


def test_the_status_is_all_that_a_reference_shows() -> None:
    here = world()
    form = _preview(here)
    here.post(form.action, *form.pairs(naam="Jan Smit"))
    here.cases.state = "claimed"
    reply = here.post("/voorleggen/status", ("kenmerk", f"  {REFERENCE} "))
    assert reply.status_code == 200
    assert "heeft uw vraag opgepakt" in reply.text
    assert "22 november 2026, 09:05 uur" in reply.text
    for hidden in (QUESTION, "Jan Smit", SENTENCE):
        assert hidden not in reply.text


@pytest.mark.parametrize(
    ("reference", "status", "words"),
    [("", 422, "Vul een kenmerk in"), ("ZZZZ", 404, "kennen wij niet"), ("<i>", 404, "kennen")],
)
def test_a_reference_that_is_none_stays_to_be_mended(
    reference: str, status: int, words: str
) -> None:
    reply = world().post("/voorleggen/status", ("kenmerk", reference))
    assert reply.status_code == status
    assert words in reply.text
    assert dict(Form(reply.text).pairs())["kenmerk"] == reference
    assert "<i>" not in reply.text


def test_the_status_with_the_database_gone() -> None:
    here = world()
    here.cases.fault = DeskUnavailable("weg")
    reply = here.post("/voorleggen/status", ("kenmerk", REFERENCE))
    assert reply.status_code == 503
    assert dict(Form(reply.text).pairs())["kenmerk"] == REFERENCE


def test_guessing_references_is_slowed_down() -> None:
    here = world()
    for _ in range(LOOKED_UP_PER_MINUTE):
        assert here.post("/voorleggen/status", ("kenmerk", "ZZZZ")).status_code == 404
    assert here.post("/voorleggen/status", ("kenmerk", REFERENCE)).status_code == 429


def test_nothing_that_was_typed_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "ui")
    here = world()
    form = _preview(here)
    here.post(form.action, *form.pairs(naam="Jan Smit"))
    here.post("/voorleggen/status", ("kenmerk", REFERENCE))
    assert not caplog.records


def test_a_real_desk_keeps_it_and_gives_its_status(tmp_path: Path) -> None:
    settings = DeskSettings(
        _env_file=None, desk_key=SecretStr("een sleutel van ruim 32 tekens lang")
    )
    database = open_database(settings, tmp_path)
    here = world()
    here.app.state.desk = SimpleNamespace(cases=Cases(database), settings=settings)
    try:
        form = _preview(here)
        receipt = here.post(form.action, *form.pairs(naam="Jan <b>Smit</b>")).text
        reference = receipt.partition('class="reference">')[2].partition("<")[0]
        typed = reference.lower().replace("-", " ")
        reply = here.post("/voorleggen/status", ("kenmerk", typed))
        assert "Nog niemand heeft haar opgepakt" in reply.text
        case = Cases(database).get(Actor(name="Ans", role="reader"), 1)
        assert (case.handed.name, case.handed.question) == ("Jan <b>Smit</b>", QUESTION)
        assert case.handed.conversation == _HISTORY
    finally:
        database.close()
