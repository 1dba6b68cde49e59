"""The buttons of a sentence: the light, the text of two people, what approval asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant.desk.nouns import Decision, DraftSentence
from assistant.desk.proofreading import Looked, Proofreader
from indexer.settings import IndexSettings
from tests.ui.desk.desk_parts import ANNA, BRAM, Asking, Bench, World, by_cookie, by_id, world_in
from ui.desk import draft_view as view
from ui.desk.desk_reading import reading
from ui.desk.draft_page import CasePage
from ui.desk.draft_parts import Shown, Slot, lay_out_slot

FALSE = "Bij een belang van 97 procent hoeft u nooit iets te melden."


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with a draft that Anna has claimed."""
    with world_in(small_settings, tmp_path) as made:
        made.drafted()
        yield made


class Desk:
    """The drawn sentences of the draft, and their buttons."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.shown = Shown(world.desk.cases.get(ANNA, world.answered))
        self.bench = Bench(self._lay_out)

    def _lay_out(self) -> list[Slot]:
        page = CasePage(self.world.live, self.world.desk, by_cookie, gr.State(None))
        slots = [
            lay_out_slot(self.shown.at(one), number, lambda s, n: view.render_sentence(s, n, {}))
            for number, one in enumerate(self.shown.sentences, 1)
        ]
        page._sentences.connect(slots, self.shown)
        self.approve_said = page.parts.approve_said
        return slots

    @property
    def slots(self) -> list[Slot]:
        slots: list[Slot] = self.bench.made
        return slots

    def do(
        self, name: str, text: str | None = None, remark: str = "", who: str = "anna"
    ) -> dict[Any, Any]:
        """Press a button of the first sentence."""
        first = self.shown.sentences[0]
        handler = self.bench.handler(name)
        return handler(first.text if text is None else text, remark, first, Asking(who))

    def approve(self, who: str = "anna", typed: dict[int, str] | None = None) -> dict[str, Any]:
        """Approve what stands there now, as whoever has just opened the case."""
        return by_id(self.approve_seen(stored(self.world), who, typed))

    def approve_seen(
        self,
        seen: Sequence[DraftSentence],
        who: str = "anna",
        typed: dict[int, str] | None = None,
    ) -> dict[Any, Any]:
        """Approve what stood on the page when these sentences came on it."""
        values: list[Any] = []
        for number, one in enumerate(seen, 1):
            values += [(typed or {}).get(number, one.text), "", one]
        return self.bench.handler("approve")(Asking(who), *values)


def stored(world: World) -> tuple[DraftSentence, ...]:
    """Return the sentences as they stand in the database."""
    draft = world.desk.cases.get(ANNA, world.answered).draft
    assert draft is not None
    return draft.sentences


@pytest.fixture
def desk(world: World) -> Desk:
    """The drawn draft."""
    return Desk(world)


def test_an_edit_is_looked_at_at_once_and_its_light_is_announced(desk: Desk) -> None:
    slot = desk.slots[0]
    seen = desk.do("save", FALSE)
    assert "Het licht is rood." in seen[slot.said]
    assert 'role="alert"' in seen[slot.said]
    assert "Rood: niet bewezen" in seen[slot.about]
    assert seen[slot.seen].text == FALSE
    assert slot.box not in seen  # what was typed is never written over


def test_keeping_does_not_throw_away_what_was_typed(desk: Desk, world: World) -> None:
    seen = desk.do("keep", "Iets anders.")
    assert set(seen) == {desk.slots[0].said}
    assert "Bewaar wijziging" in seen[desk.slots[0].said]
    draft = world.desk.cases.get(ANNA, world.answered).draft
    assert draft is not None
    assert draft.sentences[0].decision == "open"


def test_rejecting_asks_a_reason(desk: Desk) -> None:
    slot = desk.slots[0]
    assert set(desk.do("reject")) == {slot.said}
    assert desk.do("reject", remark="Past hier niet.")[slot.seen].decision == "rejected"


def test_needs_a_source_sets_the_search_to_the_sentence(desk: Desk) -> None:
    seen = desk.do("source", "Mijn getypte zin.")
    assert seen[desk.slots[0].seen].decision == "needs_source"
    changed = by_id(seen)
    assert changed["bron-vraag"] == "Mijn getypte zin."
    assert "Bij zin 1." in changed["bron-kop"]


def test_the_second_of_two_people_sees_both_texts_and_chooses(desk: Desk, world: World) -> None:
    slot = desk.slots[0]
    world.decide(desk.shown.sentences[0], "edited", text="De tekst van een ander.")
    seen = desk.do("save", "Mijn tekst.")
    assert "De tekst van een ander." in seen[slot.said]
    assert "Mijn tekst." in seen[slot.said]
    assert seen[slot.choice]["visible"] is True
    assert slot.box not in seen
    other = seen[slot.other]
    taken = desk.bench.handler("theirs")(other)
    assert taken[slot.box] == "De tekst van een ander."
    mine = desk.bench.handler("mine")("Mijn tekst.", "", other, Asking("anna"))
    assert mine[slot.seen].text == "Mijn tekst."
    assert mine[slot.choice]["visible"] is False


def test_when_the_session_is_over_only_a_word_changes_and_the_act_can_be_repeated(
    desk: Desk,
) -> None:
    slot = desk.slots[0]
    seen = desk.do("save", FALSE, who="")
    assert set(seen) == {slot.said}
    assert "/loket/inloggen" in seen[slot.said]
    assert desk.do("save", FALSE)[slot.seen].text == FALSE


def test_approval_waits_for_a_decision_on_every_sentence(desk: Desk) -> None:
    seen = desk.approve()
    assert "problem" in seen["keur-melding"]
    assert "Nog geen besluit" in seen["voortgang"]


def test_what_was_typed_and_not_saved_is_not_approved(desk: Desk, world: World) -> None:
    _keep_all(world)
    seen = desk.approve(typed={1: "Getypt en niet bewaard."})
    assert "Zin 1 is veranderd" in seen["keur-melding"]


def test_an_approved_answer_can_be_fetched_and_not_edited(desk: Desk, world: World) -> None:
    _keep_all(world)
    seen = desk.approve()
    assert "Goedgekeurd" in seen["keur-melding"]
    assert "format=docx" in seen["ophalen"]
    assert seen["bronnen"]["visible"] is False
    assert seen["maken"]["visible"] is False


def test_an_editor_may_not_approve(desk: Desk, world: World) -> None:
    _keep_all(world)
    assert "goedkeuren" in desk.approve("bram")["keur-melding"]


GROUND = "Telefonisch bevestigd door het BTI."


def _by_bram(world: World, number: int, decision: Decision, **more: Any) -> DraftSentence:
    """Let Bram decide on a sentence as it stands now."""
    one = stored(world)[number - 1]
    with reading(world.live) as now:
        return world.desk.drafts.decide(
            BRAM,
            world.answered,
            one.id,
            version=one.version,
            decision=decision,
            reader=now.reader,
            **more,
        )


def _seen_with_the_first_rejected(world: World) -> tuple[DraftSentence, ...]:
    _keep_all(world)
    world.decide(stored(world)[0], "rejected", remark="Hoort hier niet.")
    return stored(world)


def test_what_a_colleague_decided_meanwhile_is_not_approved_unseen(
    desk: Desk, world: World
) -> None:
    seen = _seen_with_the_first_rejected(world)
    _by_bram(world, 1, "kept", remark=GROUND)
    assert stored(world)[0].text == seen[0].text
    slot = desk.slots[0]
    for _ in range(2):  # a second click on what is still not looked at
        refused = desk.approve_seen(seen)
        assert "intussen zin 1 veranderd" in refused[desk.approve_said]
        assert slot.seen not in refused
        assert "Behouden (bram)" in refused[slot.about]
        assert GROUND in refused[slot.about]
        assert "bram heeft iets aan deze zin veranderd: behouden." in refused[slot.said]
        assert refused[slot.choice]["visible"] is True
        assert all(other.choice not in refused for other in desk.slots[1:])
        assert refused[desk.slots[1].seen] == seen[1]
    assert world.desk.cases.get(ANNA, world.answered).row.state == "drafted"
    looked = desk.bench.handler("theirs")(refused[slot.other])
    done = desk.approve_seen([looked[slot.seen], *seen[1:]])
    assert "Goedgekeurd" in done[desk.approve_said]


def test_after_the_case_is_opened_anew_it_can_be_approved(desk: Desk, world: World) -> None:
    seen = _seen_with_the_first_rejected(world)
    _by_bram(world, 1, "kept", remark=GROUND)
    assert "intussen zin 1" in desk.approve_seen(seen)[desk.approve_said]
    assert "Goedgekeurd" in desk.approve()["keur-melding"]


def test_a_text_of_a_colleague_stands_beside_what_was_approved(desk: Desk, world: World) -> None:
    _keep_all(world)
    seen = stored(world)
    _by_bram(world, 2, "edited", text=FALSE, remark=GROUND)
    refused, slot = desk.approve_seen(seen), desk.slots[1]
    assert "intussen zin 2 veranderd" in refused[desk.approve_said]
    assert FALSE in refused[slot.said]
    assert seen[1].text in refused[slot.said]
    assert slot.seen not in refused


def test_what_the_approval_itself_opens_again_is_seen_at_once(
    desk: Desk, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_all(world)
    seen = stored(world)
    red = Looked(light="red", reason="Weg.", support=0.0, evidence=None)
    monkeypatch.setattr(Proofreader, "look", lambda *_: red)
    refused = desk.approve_seen(seen)
    assert "minder dan toen u besliste" in refused[desk.approve_said]
    now = stored(world)
    for number, slot in enumerate(desk.slots):
        assert refused[slot.seen] == now[number]
        assert slot.choice not in refused
    again = desk.approve_seen(now)[desk.approve_said]
    assert "nog niet beslist" in again


def test_after_a_new_draft_of_a_colleague_nothing_is_approved(desk: Desk, world: World) -> None:
    _keep_all(world)
    seen = stored(world)
    with reading(world.live) as now:
        found = world.desk.cases.get(ANNA, world.answered).found
        world.desk.drafts.make(
            ANNA, world.answered, found, now.reader, tone="letter", language="nl", again=True
        )
    _keep_all(world)
    assert "Open de zaak opnieuw" in desk.approve_seen(seen)[desk.approve_said]


def test_the_reason_of_a_rejection_does_not_stay_as_the_ground_of_an_edit(desk: Desk) -> None:
    slot = desk.slots[0]
    assert slot.remark in slot.changing
    rejected = desk.do("reject", remark="Dit klopt volgens mij niet.")
    assert rejected[slot.remark] == ""
    # Somebody who types the same once more has still written no ground.
    edited = desk.bench.handler("save")(
        FALSE, "Dit klopt volgens mij niet.", rejected[slot.seen], Asking("anna")
    )
    assert slot.remark not in edited
    assert edited[slot.seen].remark == ""
    assert "zin 1" in by_id(edited)["voortgang"].split("Rood zonder")[1]


def _keep_all(world: World) -> None:
    draft = world.desk.cases.get(ANNA, world.answered).draft
    assert draft is not None
    for one in draft.sentences:
        world.decide(one, "kept")
