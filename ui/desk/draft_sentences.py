"""What the buttons of the sentences do: decide, choose between two texts, approve them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.desk.assemble import Desk
from assistant.desk.errors import DeskRefused, SentenceChanged
from assistant.desk.nouns import Actor, Case, Decision, DraftSentence
from ui.clean_html import clean
from ui.desk import desk_texts as texts
from ui.desk import draft_view as view
from ui.desk.desk_acting import ActorFrom, Refused, attempt, render_done, render_problem
from ui.desk.desk_reading import reading, sources_of
from ui.desk.draft_parts import PRIVATE, CaseParts, Shown, Slot, Typed
from ui.live import LiveAssistant

Updates = dict[Any, Any]
Around = Callable[[Actor, Case, str], Updates]
"""Shows what stands around the sentences of a case, with a word on what was done."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody wants of a sentence."""

    typed: Typed
    decision: Decision


class Sentences:
    """Decides on the sentences that are drawn."""

    def __init__(
        self,
        live: LiveAssistant,
        desk: Desk,
        actor_from: ActorFrom,
        parts: CaseParts,
        around: Around,
    ) -> None:
        """Take what the acts need, and what shows the rest of the case."""
        self._live, self._desk, self._actor_from = live, desk, actor_from
        self._parts, self._around = parts, around

    def connect(self, slots: Sequence[Slot], shown: Shown) -> None:
        """Connect the buttons; inside a render."""
        for slot in slots:
            self._connect_decisions(slot, shown.case.row.id)
            self._connect_choice(slot, shown.case.row.id)
        parts = self._parts
        seen = [part for slot in slots for part in slot.changing]
        around = [
            parts.about,
            parts.said,
            parts.claim,
            parts.release,
            parts.maker,
            parts.again,
            parts.progress,
            parts.approve,
            parts.approve_said,
            parts.out,
            parts.panel.whole,
        ]

        # The request comes first, since what follows has no fixed number.
        def approve(request: gr.Request, *values: Any) -> Updates:
            typed = typed_in(values)
            return self._approve(slots, typed, shown.case.row.id, request)

        parts.approve.click(approve, inputs_of(slots), [*seen, *around], **PRIVATE)

    def _connect_decisions(self, slot: Slot, case_id: int) -> None:
        inputs = [slot.box, slot.remark, slot.seen]
        changing = [*slot.changing, self._parts.progress]

        def keep(text: str, remark: str, seen: DraftSentence, request: gr.Request) -> Updates:
            typed = Typed(text, remark, seen)
            if typed.unsaved:
                return {slot.said: clean(render_problem(texts.CHANGED_NOT_KEPT))}
            return self._decide(slot, case_id, _Asked(typed, "kept"), request)

        def save(text: str, remark: str, seen: DraftSentence, request: gr.Request) -> Updates:
            return self._decide(slot, case_id, _Asked(Typed(text, remark, seen), "edited"), request)

        def reject(text: str, remark: str, seen: DraftSentence, request: gr.Request) -> Updates:
            typed = Typed(text, remark, seen)
            return self._decide(slot, case_id, _Asked(typed, "rejected"), request)

        def source(text: str, remark: str, seen: DraftSentence, request: gr.Request) -> Updates:
            asked = _Asked(Typed(text, remark, seen), "needs_source")
            done = self._decide(slot, case_id, asked, request)
            return {**done, **self._look_for(slot, text, seen)}

        slot.keep.click(keep, inputs, changing, **PRIVATE)
        slot.save.click(save, inputs, changing, **PRIVATE)
        slot.reject.click(reject, inputs, changing, **PRIVATE)
        panel = self._parts.panel
        looking = [panel.target, panel.heading, panel.query, panel.rest, panel.said]
        slot.source.click(source, inputs, [*changing, *looking], **PRIVATE)

    def _look_for(self, slot: Slot, text: str, seen: DraftSentence) -> Updates:
        """Set the search beside the draft to a sentence."""
        panel = self._parts.panel
        return {
            panel.target: seen.id,
            panel.heading: clean(view.render_panel_head(slot.number)),
            panel.query: text,
            panel.rest: gr.update(visible=True, value=f"Zet deze bron onder zin {slot.number}"),
            panel.said: "",
        }

    def _connect_choice(self, slot: Slot, case_id: int) -> None:
        def theirs(other: DraftSentence | None) -> Updates:
            if other is None:
                return {slot.choice: gr.update(visible=False)}
            return {
                slot.box: other.text,
                slot.said: clean(render_done(f"In het vak staat nu de tekst van {_name(other)}.")),
                **self._settled(slot, other),
            }

        def mine(
            text: str, remark: str, other: DraftSentence | None, request: gr.Request
        ) -> Updates:
            if other is None:
                return {slot.choice: gr.update(visible=False)}
            asked = _Asked(Typed(text, remark, other), "edited")
            return self._decide(slot, case_id, asked, request)

        changing = [*slot.changing, self._parts.progress]
        slot.theirs.click(theirs, [slot.other], changing, **PRIVATE)
        slot.mine.click(mine, [slot.box, slot.remark, slot.other], changing, **PRIVATE)

    def _decide(self, slot: Slot, case_id: int, asked: _Asked, request: gr.Request) -> Updates:
        typed, decision = asked.typed, asked.decision

        def act(actor: Actor) -> tuple[DraftSentence, Case]:
            with reading(self._live) as now:
                done = self._desk.drafts.decide(
                    actor,
                    case_id,
                    typed.seen.id,
                    version=typed.seen.version,
                    decision=decision,
                    text=typed.text if decision == "edited" else None,
                    remark=typed.remark,
                    reader=now.reader,
                )
            return done, self._desk.cases.get(actor, case_id)

        result = attempt(self._actor_from, request, act)
        if isinstance(result, Refused):
            return self._refused(slot, typed, result)
        done, case = result
        # A reason to reject that stayed in its box would become the ground of a later decision.
        emptied: Updates = {slot.remark: ""} if done.decision == "rejected" else {}
        return {
            **emptied,
            slot.said: clean(view.render_saved(done, slot.number)),
            self._parts.progress: clean(view.render_progress_of(case)),
            **self._settled(slot, done),
        }

    def _refused(self, slot: Slot, typed: Typed, refused: Refused) -> Updates:
        """Say why; where a colleague was first, show both texts and let one choose."""
        if not isinstance(refused.error, SentenceChanged):
            return {slot.said: clean(refused.html)}
        now = refused.error.now
        return {
            slot.said: clean(view.render_conflict(now, typed.text)),
            slot.other: now,
            slot.choice: gr.update(visible=True),
        }

    def _settled(self, slot: Slot, sentence: DraftSentence) -> Updates:
        about = view.render_sentence(sentence, slot.number, sources_of(self._live))
        return {
            slot.seen: sentence,
            slot.about: clean(about),
            slot.other: None,
            slot.choice: gr.update(visible=False),
        }

    def _approve(
        self, slots: Sequence[Slot], typed: Sequence[Typed], case_id: int, request: gr.Request
    ) -> Updates:
        parts = self._parts

        def act(actor: Actor) -> tuple[Actor, Case]:
            now = self._desk.cases.get(actor, case_id)
            _check_seen(now, typed)
            with reading(self._live) as open_index:
                version = now.draft.version if now.draft else None
                done = self._desk.drafts.approve(actor, case_id, open_index.reader, version=version)
            return actor, done

        result = attempt(self._actor_from, request, act)
        if isinstance(result, Refused):
            return {
                parts.approve_said: clean(result.html),
                **self._as_they_stand(slots, typed, case_id, request),
            }
        actor, case = result
        whole = case.row.state == "approved"
        said = render_done(texts.APPROVED if whole else texts.HALF_APPROVED)
        return {
            **self._around(actor, case, ""),
            parts.approve_said: clean(said),
            parts.panel.whole: gr.update(visible=not whole),
        }

    def _as_they_stand(
        self, slots: Sequence[Slot], typed: Sequence[Typed], case_id: int, request: gr.Request
    ) -> Updates:
        """Show each sentence anew after a refusal: its light, or what a colleague did to it.

        What a colleague changed is shown but does not count as seen before somebody chooses:
        otherwise a second click would approve, or save over, what nobody looked at.
        """
        case = attempt(
            self._actor_from, request, lambda actor: self._desk.cases.get(actor, case_id)
        )
        if isinstance(case, Refused) or case.draft is None:
            return {}
        now = {one.id: one for one in case.draft.sentences}
        updates: Updates = {self._parts.progress: clean(view.render_progress_of(case))}
        sources = sources_of(self._live)
        for slot, one in zip(slots, typed, strict=True):
            if (sentence := now.get(one.seen.id)) is None:
                continue
            updates[slot.about] = clean(view.render_sentence(sentence, slot.number, sources))
            if sentence.version == one.seen.version or _is_reopened(sentence, one.seen):
                updates[slot.seen] = sentence
            else:
                updates |= _to_choose(slot, sentence, one)
        return updates


def inputs_of(slots: Sequence[Slot]) -> list[Any]:
    """Return what holds what was typed at each sentence; `typed_in` reads it back."""
    return [part for slot in slots for part in (slot.box, slot.remark, slot.seen)]


def typed_in(values: Sequence[Any]) -> tuple[Typed, ...]:
    """Return what was typed at each sentence."""
    by_three = zip(values[0::3], values[1::3], values[2::3], strict=True)
    return tuple(Typed(text or "", remark or "", seen) for text, remark, seen in by_three)


def _check_seen(now: Case, typed: Sequence[Typed]) -> None:
    """Refuse to approve what is not what stands on the page.

    Raises:
        DeskRefused: a text was typed and not saved, or a colleague changed a sentence since:
            its text, but also its decision, its ground or its passage.
    """
    for number, one in enumerate(typed, 1):
        if one.unsaved:
            raise DeskRefused(texts.NOT_SAVED.format(number=number))
    stored = now.draft.sentences if now.draft else ()
    if [one.id for one in stored] != [one.seen.id for one in typed]:
        raise DeskRefused(texts.CHANGED_SINCE)
    if changed := changed_since(now, typed):
        raise DeskRefused(view.say_changed(changed))


def changed_since(now: Case, typed: Sequence[Typed]) -> tuple[int, ...]:
    """Return the numbers of the sentences that are not in the version that stood on the page."""
    seen = {one.seen.id: one.seen.version for one in typed}
    stored = now.draft.sentences if now.draft else ()
    return tuple(
        number
        for number, one in enumerate(stored, 1)
        if one.id in seen and one.version != seen[one.id]
    )


def _is_reopened(now: DraftSentence, seen: DraftSentence) -> bool:
    """True when an approval opened it again, and nothing else happened to it.

    Whoever opens a sentence again by hand is named as the one who decided so.
    """
    same = (now.text, now.remark, now.version) == (seen.text, seen.remark, seen.version + 1)
    return same and now.decision == "open" and now.decided_by is None


def _to_choose(slot: Slot, now: DraftSentence, typed: Typed) -> Updates:
    """Show what a colleague made of a sentence, and let one take it or save one's own text."""
    same = now.text.split() == typed.text.split()
    said = view.render_changed(now) if same else view.render_conflict(now, typed.text)
    return {
        slot.said: clean(said),
        slot.other: now,
        slot.choice: gr.update(visible=True),
    }


def _name(sentence: DraftSentence) -> str:
    return sentence.decided_by or "een collega"
