"""The parts of the chat page and how they are laid out; what they do stands in `ui.chat_page`."""

from __future__ import annotations

from dataclasses import dataclass

import gradio as gr

from ui import chat_frame as frame
from ui.chat_tools_texts import STOP
from ui.clean_html import clean
from ui.page_texts import PageTexts

_FORGET_AFTER = 3600  # seconds after which an idle conversation is dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What stands on the page, from top to bottom; the first two are not shown."""

    conversation: gr.State
    stopping: gr.State
    """A `threading.Event` that ends the newest answer; None before there is one."""
    header: gr.Markdown
    language: gr.Button
    fresh: gr.Button
    earlier: gr.Markdown
    current: gr.Markdown
    problem: gr.Markdown
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    hint: gr.Markdown
    examples: gr.Markdown
    footer: gr.Markdown

    @property
    def of_an_exchange(self) -> list[gr.components.Component]:
        """What asking a question changes."""
        return [
            self.conversation,
            self.earlier,
            self.current,
            self.problem,
            self.box,
            self.examples,
            self.fresh,
            self.stopping,
            self.stop,
        ]

    @property
    def of_a_language(self) -> list[gr.components.Component]:
        """What the language of the interface changes besides."""
        return [self.header, self.language, self.send, self.hint, self.footer]


def lay_out(texts: PageTexts, *, desk: bool = False) -> Parts:
    """Lay out the page, inside `gr.Blocks`; `desk` tells whether there is one."""
    conversation = gr.State((), time_to_live=_FORGET_AFTER)
    stopping = gr.State(None, time_to_live=_FORGET_AFTER)
    with gr.Row(elem_id="kop"):
        header = markup(frame.render_header(texts), "naam")
        language = gr.Button(texts.other_language, elem_id="taal")
        fresh = gr.Button(texts.new_chat, elem_id="nieuw", visible=False)
    earlier = markup("", "eerder")
    current = markup(frame.render_welcome(texts), "nu")
    with gr.Column(elem_id="vraagbalk"):
        problem = markup("", "melding")
        with gr.Row(elem_id="vraagrij"):
            box = gr.Textbox(
                label=texts.question,
                placeholder=texts.placeholder,
                lines=1,
                max_lines=6,
                elem_id="vraag",
            )
            send = gr.Button(texts.send, variant="primary", elem_id="verstuur")
            stop = gr.Button(STOP, elem_id="stop", visible=False)
        hint = markup(frame.render_hint(texts), "toetsen")
    return Parts(
        conversation=conversation,
        stopping=stopping,
        header=header,
        language=language,
        fresh=fresh,
        earlier=earlier,
        current=current,
        problem=problem,
        box=box,
        send=send,
        stop=stop,
        hint=hint,
        examples=markup(frame.render_examples(texts), "voorbeelden"),
        footer=markup(frame.render_footer(texts, desk=desk), "voet"),
    )


def markup(html: str, name: str) -> gr.Markdown:
    """Make a part that shows HTML: cleaned by us, and once more by Gradio's own sanitiser."""
    return gr.Markdown(clean(html), elem_id=name, latex_delimiters=[])
