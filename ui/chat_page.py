"""The chat page: Gradio's callbacks. What it shows is made in `ui.render`.

Each visitor's conversation lives in `gr.State`; nothing lives on the page object. All HTML goes
through `gr.Markdown`, which needs no `eval` in the browser (gr.HTML does) and sanitises once more
what `ui.chat_markup` has escaped and `ui.clean_html` has cleaned already.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import Any

import gradio as gr

from assistant.answers import Language
from ui import chat_frame as frame
from ui.chat_markup import Html, join
from ui.chat_parts import Parts, lay_out
from ui.chat_session import Conversation, Exchange, windowed
from ui.chat_turn import Live, turn
from ui.clean_html import clean
from ui.limits import AnswerRate
from ui.page_texts import PAGE_TEXTS
from ui.render import render_exchange

_AT_ONCE = 32  # chats answered at the same time; Gradio's default is one
_WAITING = 200  # chats that may wait for their turn before new ones are refused
_PRIVATE: dict[str, Any] = {
    "api_visibility": "private",
    "concurrency_limit": _AT_ONCE,
    "show_progress": "hidden",
    "trigger_mode": "once",
}

Updates = dict[Any, Any]


class Stopping(threading.Event):
    """Set to end the answer that grows."""

    left = False
    """True when nobody wants to see the rest: the visitor began a new conversation."""
    over = False
    """True when there is nothing more to end."""


def build_page(
    live: Live, rate: AnswerRate, *, feedback_days: int = 0, desk: bool = False
) -> gr.Blocks:
    """Lay out the page and connect it to the assistant.

    Args:
        live: the assistant.
        rate: how many questions an address may ask here in a minute.
        feedback_days: how long feedback is kept; 0 when none is taken.
        desk: whether there is a desk to put a question to.
    """
    texts = PAGE_TEXTS["nl"]
    render = partial(render_exchange, feedback_days=feedback_days, desk=desk)
    with gr.Blocks(title=texts.name, analytics_enabled=False, fill_width=True) as page:
        parts = lay_out(texts, desk=desk)
        acts = _Acts(live, rate, parts, render, desk=desk)

        async def forget(request: gr.Request) -> None:
            # Gradio keeps a closed tab's conversation for an hour, and its last texts until ten
            # thousand sessions have come after it. The page promises otherwise. Async, so that it
            # runs on the loop of Gradio's own clean-up and not beside it.
            page.state_holder.session_data.pop(request.session_hash, None)
            page.state_holder.time_last_used.pop(request.session_hash, None)

        gr.on(
            [parts.box.submit, parts.send.click],
            acts.ask,
            [parts.box, parts.conversation, parts.language],
            parts.of_an_exchange,
            **_PRIVATE,
        )
        parts.stop.click(acts.stop, parts.stopping, None, **_PRIVATE)
        parts.fresh.click(
            acts.begin_again, [parts.language, parts.stopping], parts.of_an_exchange, **_PRIVATE
        )
        parts.language.click(
            acts.switch,
            [parts.language, parts.conversation, parts.stopping],
            [*parts.of_an_exchange, *parts.of_a_language],
            **_PRIVATE,
        )
        page.unload(forget)
    return page.queue(max_size=_WAITING, api_open=False)


def _spoken(button: str) -> Language:
    """Return the language of the interface: the button names the other one.

    The browser sends it, so it is known even when Gradio has forgotten the session.
    """
    return "en" if button == PAGE_TEXTS["en"].other_language else "nl"


class _Acts:
    """What the page does when a visitor does something; yields the parts that change."""

    def __init__(
        self,
        live: Live,
        rate: AnswerRate,
        parts: Parts,
        render: Callable[[Exchange], Html],
        *,
        desk: bool,
    ) -> None:
        self._live = live
        self._desk = desk
        self._rate = rate
        self._parts = parts
        self._rendered = render

    def ask(
        self, text: str, so_far: Conversation, button: str, request: gr.Request
    ) -> Iterator[Updates]:
        parts, started, speaks = self._parts, False, _spoken(button)
        address = request.client.host if request.client else "unknown"
        if wait := self._rate.seconds_to_wait(address):
            yield self._refused(PAGE_TEXTS[speaks].too_many.format(seconds=wait), text)
            return
        stopping = Stopping()
        views = turn(self._live, text, so_far, language=speaks, stop=stopping)
        with closing(views):
            for seen in views:
                if stopping.left:
                    return
                if isinstance(seen, str):
                    stopping.over = True
                    shown = {parts.current: "", **self._ended()} if started else {}
                    yield {**self._refused(seen, text), **shown}
                    return
                updates: Updates = {parts.current: self._render(seen)}
                if not started:
                    started = True
                    updates |= self._begun(so_far, stopping)
                if seen.answer or seen.stopped:
                    stopping.over = True
                    updates[parts.conversation] = windowed((*so_far, seen))
                    updates |= self._ended()
                yield updates

    def stop(self, stopping: Stopping | None) -> None:
        # Gradio's own `cancels` would wait for the model; the turn looks at this all the time.
        if stopping:
            stopping.set()

    def begin_again(self, button: str, stopping: Stopping | None) -> Updates:
        parts, speaks = self._parts, _spoken(button)
        if stopping:
            stopping.left = True  # first, or the answer would come back once more
            stopping.set()
        return {
            **self._ended(),
            parts.conversation: (),
            parts.earlier: "",
            parts.current: clean(frame.render_welcome(PAGE_TEXTS[speaks])),
            parts.problem: "",
            parts.box: "",
            parts.examples: gr.update(visible=True),
            parts.fresh: gr.update(visible=False),
        }

    def switch(self, button: str, so_far: Conversation, stopping: Stopping | None) -> Updates:
        """Change the language of the interface; a conversation stays as it is."""
        parts, texts = self._parts, PAGE_TEXTS["en" if _spoken(button) == "nl" else "nl"]
        grows = stopping is not None and not (stopping.over or stopping.left)
        welcome = {} if so_far or grows else {parts.current: clean(frame.render_welcome(texts))}
        return {
            parts.header: clean(frame.render_header(texts)),
            parts.language: gr.update(value=texts.other_language),
            parts.fresh: gr.update(value=texts.new_chat),
            parts.problem: "",
            parts.box: gr.update(label=texts.question, placeholder=texts.placeholder),
            parts.send: gr.update(value=texts.send),
            parts.hint: clean(frame.render_hint(texts)),
            parts.examples: clean(frame.render_examples(texts)),
            parts.footer: clean(frame.render_footer(texts, desk=self._desk)),
            **welcome,
        }

    def _refused(self, reason: str, text: str) -> Updates:
        """Say what is wrong; the visitor gets the text back, to mend it or to try again."""
        return {
            self._parts.problem: clean(frame.render_problem(reason)),
            self._parts.box: text,
        }

    def _ended(self) -> Updates:
        return {self._parts.stop: gr.update(visible=False)}

    def _begun(self, so_far: Conversation, stopping: Stopping) -> Updates:
        parts = self._parts
        return {
            parts.earlier: join(*map(self._render, so_far)),
            parts.box: "",
            parts.problem: "",
            parts.examples: gr.update(visible=False),
            parts.fresh: gr.update(visible=True),
            parts.stopping: stopping,
            parts.stop: gr.update(visible=True),
        }

    def _render(self, exchange: Exchange) -> str:
        return clean(self._rendered(exchange))
