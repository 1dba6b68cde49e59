"""The tabs with what no source covers, and with approved answers: to look at again, or in use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.desk.assemble import Desk
from assistant.desk.nouns import Actor, Gap, VerifiedEntry
from indexer.sources import Source
from ui.clean_html import clean
from ui.desk import desk_texts as texts
from ui.desk import gaps_view as view
from ui.desk.desk_acting import ActorFrom, Refused, attempt, render_done
from ui.desk.desk_reading import reading, sources_of
from ui.desk.draft_parts import PRIVATE, markup
from ui.live import LiveAssistant

Updates = dict[Any, Any]
_MOST = 100  # answers in use on the page; each has buttons of its own


class GapsPage:
    """The register of gaps: a chart, and for each gap who takes it up."""

    def __init__(self, desk: Desk, actor_from: ActorFrom, gaps: gr.State) -> None:
        """Lay out the tab, inside `gr.Tab`; `gaps` stands outside, as `CasePage` says why."""
        self._desk, self._actor_from, self._gaps = desk, actor_from, gaps
        markup("<h2>Vragen waar geen bron een antwoord op geeft</h2>", "gaten-kop")
        self._said = markup("", "gaten-melding")
        self._chart = markup("", "gaten-grafiek")
        gr.render(
            inputs=[self._gaps],
            triggers=[self._gaps.change],
            concurrency_limit=16,
            show_progress="hidden",
        )(self._draw)

    def connect(self, tab: gr.Tab) -> None:
        """Show the register whenever somebody comes to the tab."""
        tab.select(self._show, None, [self._gaps, self._chart, self._said], **PRIVATE)

    def _show(self, request: gr.Request) -> Updates:
        gaps = attempt(self._actor_from, request, self._desk.gaps.register)
        if isinstance(gaps, Refused):
            return {self._said: clean(gaps.html)}
        return {self._gaps: gaps, self._chart: clean(view.render_gaps(gaps)), self._said: ""}

    def _draw(self, gaps: tuple[Gap, ...]) -> None:
        for number, gap in enumerate(gaps, 1):
            with gr.Column(elem_classes=["gat"], elem_id=f"gat-{number}"):
                about = markup(view.render_gap(gap))
                with gr.Row(elem_classes=["knoppen"]):
                    owner = gr.Textbox(
                        gap.owner,
                        label=f"Eigenaar van gat {number}",
                        max_lines=1,
                        interactive=True,
                        elem_classes=["eigenaar"],
                    )
                    save = gr.Button("Bewaar eigenaar", elem_classes=["bewaar-eigenaar"])
                said = markup("", kind="gezegd")
            self._connect_owner(gap, save, owner, (about, said))

    def _connect_owner(
        self,
        gap: Gap,
        save: gr.Button,
        owner: gr.Textbox,
        shown: tuple[gr.Markdown, gr.Markdown],
    ) -> None:
        about, said = shown

        def set_owner(name: str, request: gr.Request) -> Updates:
            name = " ".join(name.split())

            def act(actor: Actor) -> None:
                self._desk.gaps.set_owner(actor, gap.key, name)

            done = attempt(self._actor_from, request, act)
            if isinstance(done, Refused):
                return {said: clean(done.html)}
            told = texts.OWNER_SET.format(owner=name) if name else texts.OWNER_NONE
            return {
                about: clean(view.render_gap(gap, owner=name)),
                said: clean(render_done(told)),
            }

        gr.on([save.click, owner.submit], set_owner, [owner], [about, said], **PRIVATE)


class VerifiedPage:
    """Approved answers: keep or withdraw what must be looked at, withdraw what is in use."""

    def __init__(
        self, live: LiveAssistant, desk: Desk, actor_from: ActorFrom, entries: gr.State
    ) -> None:
        """Lay out the tab, inside `gr.Tab`; `entries` stands outside, as `CasePage` says why."""
        self._live, self._desk, self._actor_from = live, desk, actor_from
        self._entries = entries
        markup("<h2>Goedgekeurde antwoorden om na te kijken</h2>", "nakijken-kop")
        self._said = markup("", "nakijken-melding")
        gr.render(
            inputs=[self._entries],
            triggers=[self._entries.change],
            concurrency_limit=16,
            show_progress="hidden",
        )(self._draw)

    def connect(self, tab: gr.Tab) -> None:
        """Show the entries whenever somebody comes to the tab."""
        tab.select(self._show, None, [self._entries, self._said], **PRIVATE)

    def _show(self, request: gr.Request) -> Updates:
        library = self._desk.library

        def look(actor: Actor) -> tuple[tuple[VerifiedEntry, ...], tuple[VerifiedEntry, ...]]:
            return library.to_review(actor), library.active(actor)

        found = attempt(self._actor_from, request, look)
        if isinstance(found, Refused):
            return {self._said: clean(found.html)}
        waiting, active = found
        told = "" if waiting else view.render_no_entries()
        if not (waiting or active):  # the same as before somebody looked, so nothing is drawn
            told += view.render_in_use(0, 0)
        return {self._entries: (*waiting, *active), self._said: clean(told)}

    def _draw(self, entries: tuple[VerifiedEntry, ...]) -> None:
        if not entries:
            return
        sources = sources_of(self._live)
        active = [entry for entry in entries if entry.state == "active"]
        newest = sorted(active, key=lambda entry: (entry.approved_on, entry.id), reverse=True)
        for entry in entries:
            if entry.state != "active":
                self._draw_entry(entry, sources)
        markup(view.render_in_use(len(newest[:_MOST]), len(newest)), "in-gebruik-kop")
        for entry in newest[:_MOST]:
            self._draw_entry(entry, sources)

    def _draw_entry(self, entry: VerifiedEntry, sources: Mapping[str, Source]) -> None:
        with gr.Column(elem_classes=["nakijken"], elem_id=f"antwoord-{entry.id}"):
            markup(view.render_entry(entry, sources))
            with gr.Row(elem_classes=["knoppen"]) as buttons:
                keep = gr.Button(
                    "Blijft goed: houd in gebruik",
                    visible=entry.state != "active",
                    elem_classes=["houd"],
                )
                withdraw = gr.Button("Niet meer gebruiken", elem_classes=["trek-in"])
            said = markup("", kind="gezegd")
        self._connect_keep(entry, keep, buttons, said)
        self._connect_withdraw(entry, withdraw, buttons, said)

    def _connect_keep(
        self, entry: VerifiedEntry, keep: gr.Button, buttons: gr.Row, said: gr.Markdown
    ) -> None:
        def kept(request: gr.Request) -> Updates:
            def act(actor: Actor) -> None:
                with reading(self._live) as now:
                    days = self._desk.settings.verified_days
                    self._desk.library.keep(actor, entry.id, now.index, days=days)

            done = attempt(self._actor_from, request, act)
            return _settled(done, texts.KEPT_ENTRY, buttons, said)

        keep.click(kept, None, [buttons, said], **PRIVATE)

    def _connect_withdraw(
        self, entry: VerifiedEntry, withdraw: gr.Button, buttons: gr.Row, said: gr.Markdown
    ) -> None:
        def withdrawn(request: gr.Request) -> Updates:
            done = attempt(
                self._actor_from,
                request,
                lambda actor: self._desk.library.withdraw(actor, entry.id),
            )
            return _settled(done, texts.WITHDRAWN, buttons, said)

        withdraw.click(withdrawn, None, [buttons, said], **PRIVATE)


def _settled(done: Refused | None, told: str, buttons: gr.Row, said: gr.Markdown) -> Updates:
    if isinstance(done, Refused):
        return {said: clean(done.html)}
    return {buttons: gr.update(visible=False), said: clean(render_done(told))}
