"""The search beside a draft: find a passage, put it under a sentence, or add a sentence to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.answers import Language
from assistant.desk.assemble import Desk
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Actor, Case, DraftSentence, Part
from assistant.language import detect_language
from ui.clean_html import clean
from ui.desk import desk_texts as texts
from ui.desk import draft_view as view
from ui.desk.desk_acting import ActorFrom, Refused, attempt, render_done, render_problem
from ui.desk.desk_reading import find_passages, reading, sources_of
from ui.desk.draft_parts import PRIVATE, CaseParts, Shown, Slot
from ui.desk.draft_sentences import changed_since, inputs_of, typed_in
from ui.desk.inbox_view import shortened
from ui.live import LiveAssistant

Updates = dict[Any, Any]
_SHOWN = 110  # characters of a passage in the list of results


class Panel:
    """The search and what it puts into the draft."""

    def __init__(
        self, live: LiveAssistant, desk: Desk, actor_from: ActorFrom, parts: CaseParts
    ) -> None:
        """Take what the acts need."""
        self._live, self._desk, self._actor_from = live, desk, actor_from
        self._parts, self._panel = parts, parts.panel

    def connect(self) -> None:
        """Connect what does not touch the draft."""
        panel = self._panel
        found = [panel.results, panel.preview, panel.said]
        gr.on(
            [panel.search.click, panel.query.submit], self._search, [panel.query], found, **PRIVATE
        )
        panel.results.input(self._preview, [panel.results], [panel.preview], **PRIVATE)

    def connect_draft(self, slots: Sequence[Slot], shown: Shown) -> None:
        """Connect what changes the draft; inside a render."""
        panel, parts = self._panel, self._parts
        boxes = inputs_of(slots)

        # The request comes first, since what follows has no fixed number.
        def rest(
            request: gr.Request, passage: str | None, target: int | None, *values: Any
        ) -> Updates:
            for slot, typed in zip(slots, typed_in(values), strict=True):
                if typed.seen.id == target:
                    done = self._rest(shown.case.row.id, typed.seen, passage, request)
                    return self._rested(slot, typed.unsaved, done)
            return {panel.said: clean(render_problem(texts.NO_TARGET))}

        changing = [part for slot in slots for part in slot.changing]
        inputs = [panel.results, panel.target, *boxes]
        panel.rest.click(rest, inputs, [*changing, panel.said, parts.progress], **PRIVATE)

        def insert(
            request: gr.Request, part: Part, text: str, passage: str | None, *values: Any
        ) -> Updates:
            done = self._insert(shown.case.row.id, part, text, passage, request)
            if isinstance(done, Refused):
                return {panel.said: clean(done.html)}
            typed = typed_in(values)
            other = changed_since(done, typed)
            note = render_problem(view.say_new(other)) if other else ""
            return {
                parts.shown: Shown(done, shown.drawn + 1, typed),
                parts.progress: clean(view.render_progress_of(done)),
                panel.text: "",
                panel.said: clean(render_done(texts.INSERTED) + note),
            }

        inputs = [panel.part, panel.text, panel.results, *boxes]
        new = [parts.shown, parts.progress, panel.text, panel.said]
        panel.insert.click(insert, inputs, new, **PRIVATE)

    def _search(self, query: str, request: gr.Request) -> Updates:
        panel = self._panel

        def act(actor: Actor) -> list[tuple[str, str]]:
            del actor  # being logged in is enough: the sources are public
            found = find_passages(self._live, query, _spoken(query))
            return [
                (f"{number}. {one.title} › {one.heading}: {shortened(one.text, _SHOWN)}", one.id)
                for number, one in enumerate(found, 1)
            ]

        result = attempt(self._actor_from, request, act)
        if isinstance(result, Refused):
            return {panel.said: clean(result.html)}
        said = (
            render_done(f"{len(result)} passages gevonden.")
            if result
            else render_problem(texts.NOTHING_FOUND)
        )
        return {
            panel.results: gr.update(choices=result, value=None, visible=bool(result)),
            panel.preview: "",
            panel.said: clean(said),
        }

    def _preview(self, name: str | None, request: gr.Request) -> Updates:
        def act(actor: Actor) -> str:
            del actor
            with reading(self._live) as now:
                return view.render_passage(now.passage(name), now.index.sources)

        result = attempt(self._actor_from, request, act)
        shown = result.html if isinstance(result, Refused) else result
        return {self._panel.preview: clean(shown)}

    def _rest(
        self, case_id: int, seen: DraftSentence, passage: str | None, request: gr.Request
    ) -> tuple[DraftSentence, Case] | Refused:
        def act(actor: Actor) -> tuple[DraftSentence, Case]:
            with reading(self._live) as now:
                done = self._desk.drafts.rest_on(
                    actor,
                    case_id,
                    seen.id,
                    version=seen.version,
                    passage=now.passage(passage),
                    reader=now.reader,
                )
            return done, self._desk.cases.get(actor, case_id)

        return attempt(self._actor_from, request, act)

    def _rested(
        self, slot: Slot, unsaved: bool, done: tuple[DraftSentence, Case] | Refused
    ) -> Updates:
        """Show the sentence on its new passage; what was typed in its box stays."""
        if isinstance(done, Refused):
            return {self._panel.said: clean(done.html)}
        sentence, case = done
        about = view.render_sentence(sentence, slot.number, sources_of(self._live))
        said = view.render_saved(sentence, slot.number)
        note = render_problem(texts.NOT_SAVED.format(number=slot.number)) if unsaved else ""
        return {
            slot.seen: sentence,
            slot.about: clean(about),
            slot.said: clean(said + note),
            self._panel.said: clean(render_done(f"De bron staat onder zin {slot.number}.")),
            self._parts.progress: clean(view.render_progress_of(case)),
        }

    def _insert(
        self, case_id: int, part: Part, text: str, passage: str | None, request: gr.Request
    ) -> Case | Refused:
        def act(actor: Actor) -> Case:
            if not text.strip():
                raise DeskRefused(texts.NO_TEXT)
            with reading(self._live) as now:
                self._desk.drafts.insert(
                    actor,
                    case_id,
                    part=part,
                    text=text,
                    passage=now.passage(passage),
                    reader=now.reader,
                )
            return self._desk.cases.get(actor, case_id)

        return attempt(self._actor_from, request, act)


def _spoken(text: str) -> Language:
    """Return the language to search in; one that we do not speak is searched as Dutch."""
    return "en" if detect_language(text) == "en" else "nl"
