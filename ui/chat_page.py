"""The chat page: Gradio's layout and its callbacks. What it shows is made in `ui.render`.

Each visitor's conversation lives in `gr.State`; nothing lives on the page object. All HTML goes
through `gr.Markdown`, which needs no `eval` in the browser (gr.HTML does) and sanitises once more
what `ui.chat_markup` has escaped already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from ui import chat_frame as frame
from ui.chat_markup import join
from ui.chat_session import Conversation, windowed
from ui.chat_texts import PAGE_TEXTS as TEXTS
from ui.chat_turn import Live, turn
from ui.render import render_exchange

_AT_ONCE = 32  # chats answered at the same time; Gradio's default is one
_WAITING = 200  # chats that may wait for their turn before new ones are refused
_FORGET_AFTER = 3600  # seconds after which an idle conversation is dropped

Updates = dict[Any, Any]


def build_page(live: Live) -> gr.Blocks:
    """Lay out the page and connect it to the assistant."""
    with gr.Blocks(title=TEXTS.name, analytics_enabled=False, fill_width=True) as page:
        conversation = gr.State((), time_to_live=_FORGET_AFTER)
        with gr.Row(elem_id="kop"):
            _markup(frame.render_header(TEXTS), "naam")
            fresh = gr.Button(TEXTS.new_chat, elem_id="nieuw", visible=False)
        earlier = _markup("", "eerder")
        current = _markup(frame.render_welcome(TEXTS), "nu")
        with gr.Column(elem_id="vraagbalk"):
            problem = _markup("", "melding")
            with gr.Row(elem_id="vraagrij"):
                box = _question_box()
                send = gr.Button(TEXTS.send, variant="primary", elem_id="verstuur")
            _markup(frame.render_hint(TEXTS), "toetsen")
        examples = _markup(frame.render_examples(TEXTS), "voorbeelden")
        _markup(frame.render_footer(TEXTS), "voet")

        def ask(text: str, so_far: Conversation) -> Iterator[Updates]:
            started = False
            for seen in turn(live, text, so_far):
                if isinstance(seen, str):
                    # The visitor gets the text back, to mend it or to try again.
                    shown = {current: ""} if started else {}
                    yield {problem: frame.render_problem(seen), box: text, **shown}
                    return
                updates: Updates = {current: render_exchange(seen)}
                if not started:
                    started = True
                    updates |= {
                        earlier: join(*map(render_exchange, so_far)),
                        box: "",
                        problem: "",
                        examples: gr.update(visible=False),
                        fresh: gr.update(visible=True),
                    }
                if seen.answer:
                    updates[conversation] = windowed((*so_far, seen))
                yield updates

        def begin_again() -> Updates:
            return {
                conversation: (),
                earlier: "",
                current: frame.render_welcome(TEXTS),
                problem: "",
                box: "",
                examples: gr.update(visible=True),
                fresh: gr.update(visible=False),
            }

        def forget(request: gr.Request) -> None:
            # Gradio keeps a closed tab's conversation for an hour, and its last texts until ten
            # thousand sessions have come after it. The page promises otherwise.
            page.state_holder.session_data.pop(request.session_hash, None)

        changed = [conversation, earlier, current, problem, box, examples, fresh]
        gr.on(
            [box.submit, send.click],
            ask,
            [box, conversation],
            changed,
            api_visibility="private",
            concurrency_limit=_AT_ONCE,
            show_progress="hidden",
            trigger_mode="once",
        )
        fresh.click(
            begin_again,
            None,
            changed,
            api_visibility="private",
            concurrency_limit=_AT_ONCE,
            show_progress="hidden",
        )
        page.unload(forget)
    return page.queue(max_size=_WAITING, api_open=False)


def _markup(html: str, name: str) -> gr.Markdown:
    return gr.Markdown(html, elem_id=name, latex_delimiters=[])


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        label=TEXTS.question,
        placeholder=TEXTS.placeholder,
        lines=1,
        max_lines=6,
        elem_id="vraag",
    )
