"""The tab with one case: claim it, make a draft, decide on its sentences, approve.

A sentence's own buttons change that sentence only: what somebody types in another box stays as it
is. Only a new draft, or a sentence more, draws all of them anew; then what was typed goes along.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import gradio as gr

from assistant.answers import Language
from assistant.desk.assemble import Desk
from assistant.desk.nouns import Actor, Case, Tone
from assistant.desk.proofreading import Proofreader
from ui.clean_html import clean
from ui.desk import desk_texts as texts
from ui.desk import draft_view as view
from ui.desk.case_asking import find_again
from ui.desk.desk_acting import ActorFrom, Refused, attempt, render_done, render_problem
from ui.desk.desk_case_view import render_case
from ui.desk.desk_reading import sources_of
from ui.desk.draft_panel import Panel
from ui.desk.draft_parts import (
    PRIVATE,
    CaseParts,
    Shown,
    lay_out_maker,
    lay_out_panel,
    lay_out_slot,
    markup,
)
from ui.desk.draft_sentences import Sentences
from ui.live import LiveAssistant

Updates = dict[Any, Any]


class CasePage:
    """The tab with one case, and what it does."""

    def __init__(
        self, live: LiveAssistant, desk: Desk, actor_from: ActorFrom, shown: gr.State
    ) -> None:
        """Lay out the tab, inside `gr.Tab`, and connect it.

        Args:
            live: the assistant, whose index sentences are proven with.
            desk: the cases and what belongs to them.
            actor_from: says who makes a request.
            shown: holds the draft on the page. It must stand outside the tab: Gradio says that a
                state within changed when the tab comes into view, and a draft that is drawn a
                second time loses what was typed in between.
        """
        self._live, self._desk, self._actor_from = live, desk, actor_from
        self.parts = parts = self._lay_out(shown)
        self._panel = Panel(live, desk, actor_from, parts)
        self._sentences = Sentences(live, desk, actor_from, parts, self._around)
        parts.claim.click(self._claim, [parts.shown], self.all_parts, **PRIVATE)
        parts.release.click(self._release, [parts.shown], self.all_parts, **PRIVATE)
        choices = [parts.shown, parts.tone, parts.language, parts.again]
        parts.make.click(self._make, choices, self.all_parts, **PRIVATE)
        self._panel.connect()

    @property
    def all_parts(self) -> list[Any]:
        """All that opening a case changes."""
        parts = self.parts
        return [
            parts.shown,
            parts.about,
            parts.said,
            parts.claim,
            parts.release,
            parts.maker,
            parts.again,
            parts.head,
            parts.foot,
            parts.progress,
            parts.approve,
            parts.approve_said,
            parts.out,
            parts.panel.whole,
            parts.language,
        ]

    def _lay_out(self, shown: gr.State) -> CaseParts:
        about = markup(f'<p class="empty">{texts.NO_CASE}</p>', "zaak")
        with gr.Row(elem_id="zaak-knoppen", elem_classes=["knoppen"]):
            claim = gr.Button("Neem in behandeling", visible=False, elem_id="neem")
            release = gr.Button("Geef terug aan de inbox", visible=False, elem_id="geef-terug")
        said = markup("", "zaak-melding")
        maker, tone, language, again, make = lay_out_maker()
        with gr.Row(elem_id="werk"):
            with gr.Column(elem_id="concept", min_width=320, scale=5):
                head = markup("", "aanhef")
                gr.render(
                    inputs=[shown],
                    triggers=[shown.change],
                    concurrency_limit=16,
                    show_progress="hidden",
                )(self._draw)
                foot = markup("", "slot")
                progress = markup("", "voortgang")
                approve = gr.Button(
                    "Keur het antwoord goed", variant="primary", visible=False, elem_id="keur-goed"
                )
                approve_said = markup("", "keur-melding")
                out = markup("", "ophalen")
            panel = lay_out_panel()
        return CaseParts(
            shown=shown,
            about=about,
            said=said,
            claim=claim,
            release=release,
            maker=maker,
            tone=tone,
            language=language,
            again=again,
            make=make,
            head=head,
            foot=foot,
            progress=progress,
            approve=approve,
            approve_said=approve_said,
            out=out,
            panel=panel,
        )

    # ---------------------------------------------------------------- one case

    def open(self, case_id: int, request: gr.Request) -> Updates:
        """Show a case; a refusal says why and changes nothing else."""
        result = attempt(
            self._actor_from, request, lambda actor: (actor, self._desk.cases.get(actor, case_id))
        )
        if isinstance(result, Refused):
            return {self.parts.said: clean(result.html)}
        actor, case = result
        # Who answers an English question most likely writes an English letter.
        return self._whole(actor, case) | {self.parts.language: case.handed.language}

    def _whole(self, actor: Actor, case: Case, said: str = "", drawn: int = 0) -> Updates:
        """Show everything of a case anew, its sentences among it."""
        parts = self.parts
        return {
            parts.shown: Shown(case, drawn),
            parts.head: clean(view.render_draft_head(case.draft)),
            parts.foot: clean(view.render_draft_foot(case.draft)),
            parts.panel.whole: gr.update(visible=_working(actor, case)),
            **self._around(actor, case, said),
        }

    def _around(self, actor: Actor, case: Case, said: str = "") -> Updates:
        """Show what stands around the sentences."""
        parts, state = self.parts, case.row.state
        mine = case.row.claimed_by == actor.name and state != "approved"
        approvable = case.draft is not None and state != "approved" and actor.may("approve")
        progress = view.render_progress(case.draft.sentences, case.approvals) if case.draft else ""
        return {
            parts.about: clean(render_case(case, datetime.now(UTC))),
            parts.said: clean(render_done(said)) if said else "",
            parts.claim: gr.update(visible=case.row.claimed_by is None and actor.may("edit")),
            parts.release: gr.update(visible=mine),
            parts.maker: gr.update(visible=mine and actor.may("edit")),
            parts.again: gr.update(visible=case.draft is not None, value=False),
            parts.progress: clean(progress),
            parts.approve: gr.update(visible=approvable),
            parts.approve_said: "",
            parts.out: clean(view.render_downloads(case)),
        }

    def _act(
        self,
        request: gr.Request,
        shown: Shown | None,
        said: str,
        act: Callable[[Actor, int], object],
    ) -> Updates:
        """Do something with the whole case and show what it has become."""
        if shown is None:
            return {self.parts.said: clean(render_problem(texts.NO_CASE))}
        number = shown.case.row.id

        def run(actor: Actor) -> tuple[Actor, Case]:
            act(actor, number)
            return actor, self._desk.cases.get(actor, number)

        result = attempt(self._actor_from, request, run)
        if isinstance(result, Refused):
            return {self.parts.said: clean(result.html)}
        return self._whole(*result, said, shown.drawn + 1)

    def _claim(self, shown: Shown | None, request: gr.Request) -> Updates:
        return self._act(request, shown, texts.CLAIMED, self._desk.cases.claim)

    def _release(self, shown: Shown | None, request: gr.Request) -> Updates:
        return self._act(request, shown, texts.RELEASED, self._desk.cases.release)

    def _make(
        self, shown: Shown | None, tone: Tone, language: Language, again: bool, request: gr.Request
    ) -> Updates:
        def make(actor: Actor, number: int) -> None:
            handed = self._desk.cases.get(actor, number).handed
            with self._live.using() as assistant:
                self._desk.drafts.make(
                    actor,
                    number,
                    # Anew: what was found at the time is in the language of the question.
                    find_again(assistant, handed, language),
                    Proofreader(assistant.index),
                    tone=tone,
                    language=language,
                    again=again,
                )

        return self._act(request, shown, texts.MAKING_IT, make)

    # ---------------------------------------------------------------- its sentences

    def _draw(self, shown: Shown | None) -> None:
        """Draw the sentences of a draft; runs whenever `shown` changes."""
        if shown is None or not shown.sentences:
            return
        sources = sources_of(self._live)
        slots = [
            lay_out_slot(shown.at(one), number, partial(view.render_sentence, sources=sources))
            for number, one in enumerate(shown.sentences, 1)
        ]
        self._sentences.connect(slots, shown)
        self._panel.connect_draft(slots, shown)


def _working(actor: Actor, case: Case) -> bool:
    """True when this person can change the draft now."""
    claimed = case.row.claimed_by == actor.name
    return case.draft is not None and claimed and case.row.state != "approved"
