"""The page of the desk at `/loket/`: the inbox, one case, what no source covers, what to review.

Nothing is shown and nothing is done before `actor_from` has said who asks, at every act anew: a
session may end while the page is open. All HTML goes through `gr.Markdown`, as on the chat page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import gradio as gr

from assistant.desk.assemble import Desk
from assistant.desk.nouns import Actor, CaseRow, CaseState
from ui.clean_html import clean
from ui.desk import desk_texts as texts
from ui.desk.desk_acting import ActorFrom, Refused, attempt, render_problem
from ui.desk.desk_frame import render_masthead
from ui.desk.draft_page import CasePage
from ui.desk.draft_parts import PRIVATE, kept_for_a_while, markup
from ui.desk.gaps_page import GapsPage, VerifiedPage
from ui.desk.inbox_view import render_inbox
from ui.live import LiveAssistant

Updates = dict[Any, Any]
CASE = "zaak"
"""The name of the query parameter that opens a case."""
_WAITING = 200  # acts that may wait for their turn before new ones are refused
_ANY = ""
_LONG_NUMBER = 12


def build_desk_page(live: LiveAssistant, desk: Desk, actor_from: ActorFrom) -> gr.Blocks:
    """Lay out the page of the desk and connect it.

    Args:
        live: the assistant, whose index sentences are proven with.
        desk: the cases and what belongs to them.
        actor_from: says who makes a request; None when nobody is logged in.
    """
    with gr.Blocks(title=texts.TITLE, analytics_enabled=False, fill_width=True) as page:
        masthead = markup(render_masthead(None), "naam")
        shown, gaps, entries = (kept_for_a_while(value) for value in (None, (), ()))
        with gr.Tabs(elem_id="tabs") as tabs:
            with gr.Tab("Inbox", id="inbox"):
                inbox = InboxPage(desk, actor_from)
            with gr.Tab("Zaak", id="zaak"):
                case = CasePage(live, desk, actor_from, shown)
            with gr.Tab("Gaten", id="gaten") as gaps_tab:
                GapsPage(desk, actor_from, gaps).connect(gaps_tab)
            with gr.Tab("Geverifieerd", id="geverifieerd") as verified_tab:
                VerifiedPage(live, desk, actor_from, entries).connect(verified_tab)
        inbox.connect(tabs)

        def arrive(request: gr.Request) -> Updates:
            actor = attempt(actor_from, request, lambda actor: actor)
            known = None if isinstance(actor, Refused) else actor
            shown = {masthead: clean(render_masthead(known)), **inbox.refresh(request)}
            asked = request.query_params.get(CASE)
            if not asked:
                return shown
            opened = (
                case.open(int(asked), request)
                if asked.isascii() and asked.isdecimal() and len(asked) < _LONG_NUMBER
                else {case.parts.said: clean(render_problem(texts.NO_SUCH_CASE))}
            )
            return {**shown, tabs: gr.update(selected="zaak"), **opened}

        async def forget(request: gr.Request) -> None:
            # As on the chat page: what a closed tab held is not kept. Async, so that it runs on
            # the loop of Gradio's own clean-up and not beside it.
            page.state_holder.session_data.pop(request.session_hash, None)
            page.state_holder.time_last_used.pop(request.session_hash, None)

        page.load(arrive, None, [masthead, tabs, *inbox.shown, *case.all_parts], **PRIVATE)
        page.unload(forget)
    return page.queue(max_size=_WAITING, api_open=False)


class InboxPage:
    """The tab with the list of cases."""

    def __init__(self, desk: Desk, actor_from: ActorFrom) -> None:
        """Lay out the tab, inside `gr.Tab`."""
        self._desk, self._actor_from = desk, actor_from
        markup("<h2>Inbox</h2>", "inbox-kop")
        with gr.Row(elem_id="zoekrij"):
            self._text = gr.Textbox(label="Zoek in vragen", max_lines=1, elem_id="zoek", scale=3)
            states = [("Alle", _ANY), *((name, state) for state, name in texts.STATES.items())]
            self._state = gr.Dropdown(
                states, value=_ANY, label="Stand", filterable=False, elem_id="stand"
            )
            self._topic = gr.Dropdown(
                [("Alle", _ANY)], value=_ANY, label="Onderwerp", filterable=False, elem_id="topic"
            )
            self._mine = gr.Checkbox(label="Alleen wat ik behandel", elem_id="van-mij")
            self._search = gr.Button("Zoek en ververs", elem_id="ververs")
        self._said = markup("", "inbox-melding")
        self._list = markup("", "inbox")

    @property
    def shown(self) -> list[Any]:
        """What refreshing changes."""
        return [self._list, self._said, self._topic]

    def connect(self, tabs: gr.Tabs) -> None:
        """Connect the filters; the list is read anew whenever somebody comes to the tab."""
        filters = [self._text, self._state, self._topic, self._mine]
        triggers = [
            self._search.click,
            self._text.submit,
            self._state.input,
            self._topic.input,
            self._mine.input,
            tabs.change,
        ]
        gr.on(triggers, self._filter, filters, self.shown, **PRIVATE)

    def refresh(self, request: gr.Request) -> Updates:
        """Show all cases."""
        return self._filter("", _ANY, _ANY, False, request)

    def _filter(
        self,
        text: str | None,
        state: CaseState | str,
        topic: str,
        mine: bool,
        request: gr.Request,
    ) -> Updates:
        def act(actor: Actor) -> tuple[tuple[CaseRow, ...], set[str]]:
            wanted: Any = state or None
            inbox = self._desk.cases.inbox
            rows = inbox(actor, text=text or "", state=wanted, topic=topic or "", mine=mine)
            # The topics to choose from are those of all cases, whatever is chosen now.
            whole = rows if not (text or wanted or topic or mine) else inbox(actor)
            return rows, {row.topic for row in whole if row.topic}

        found = attempt(self._actor_from, request, act)
        if isinstance(found, Refused):
            return {self._said: clean(found.html)}
        rows, topics = found
        choices = [("Alle", _ANY), *((name, name) for name in sorted(topics))]
        return {
            self._list: clean(render_inbox(rows, datetime.now(UTC))),
            self._said: "",
            self._topic: gr.update(choices=choices, value=topic or _ANY),
        }
