"""The parts of the tab with one case, and what a draft keeps of what somebody typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.desk.nouns import Case, DraftSentence
from ui.clean_html import clean
from ui.desk import desk_texts as texts

_FORGET_AFTER = 3600  # seconds after which an idle case is dropped from memory
PRIVATE: dict[str, Any] = {
    "api_visibility": "private",
    "concurrency_limit": 16,
    "show_progress": "hidden",
    "trigger_mode": "once",
}
"""How every handler of the page runs: not to be called by name, many at a time."""


def kept_for_a_while(value: object) -> gr.State:
    """Make a state that the server forgets when nobody uses it."""
    return gr.State(value, time_to_live=_FORGET_AFTER)


def markup(html: str, name: str | None = None, *, kind: str | None = None) -> gr.Markdown:
    """Make a part that shows HTML: cleaned by us, and once more by Gradio's own sanitiser."""
    return gr.Markdown(
        clean(html), elem_id=name, elem_classes=[kind] if kind else None, latex_delimiters=[]
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed at a sentence, and the sentence as they saw it."""

    text: str
    remark: str
    seen: DraftSentence

    @property
    def unsaved(self) -> bool:
        """True when the text is not the one that is stored, as far as they know."""
        return self.text.split() != self.seen.text.split()


@dataclass(frozen=True, slots=True)
class Shown:
    """The draft on the page; another one is drawn anew, so it carries what was typed."""

    case: Case
    drawn: int = 0
    """Counts up, so that the same draft can be drawn again."""
    typed: tuple[Typed, ...] = ()
    """What stood in the boxes when it was drawn anew."""

    @property
    def sentences(self) -> tuple[DraftSentence, ...]:
        """The sentences of the draft; none when there is no draft."""
        return self.case.draft.sentences if self.case.draft else ()

    def at(self, sentence: DraftSentence) -> Typed:
        """Return what the boxes of a sentence hold: what was typed and not saved goes first.

        It keeps the sentence as it was seen then, so that saving it over the work of a colleague
        is noticed.
        """
        typed = next((one for one in self.typed if one.seen.id == sentence.id), None)
        if typed and typed.unsaved:
            return typed
        # Why a sentence had to go is no ground to keep it on: it stands above the box.
        stored = "" if sentence.decision == "rejected" else sentence.remark
        remark = typed.remark if typed else stored
        return Typed(sentence.text, remark, sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParts:
    """What stands on the tab besides the sentences."""

    shown: gr.State
    about: gr.Markdown
    said: gr.Markdown
    claim: gr.Button
    release: gr.Button
    maker: gr.Column
    tone: gr.Radio
    language: gr.Radio
    again: gr.Checkbox
    make: gr.Button
    head: gr.Markdown
    foot: gr.Markdown
    progress: gr.Markdown
    approve: gr.Button
    approve_said: gr.Markdown
    out: gr.Markdown
    panel: PanelParts


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelParts:
    """The search beside the draft."""

    whole: gr.Column
    target: gr.State
    """The id of the sentence that needs a source; None for a new sentence."""
    heading: gr.Markdown
    query: gr.Textbox
    search: gr.Button
    results: gr.Radio
    preview: gr.Markdown
    rest: gr.Button
    part: gr.Dropdown
    text: gr.Textbox
    insert: gr.Button
    said: gr.Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One sentence on the page."""

    number: int
    seen: gr.State
    """The sentence as it was when its text came on the page."""
    other: gr.State
    """The sentence as a colleague left it, while one must choose."""
    about: gr.Markdown
    box: gr.Textbox
    remark: gr.Textbox
    keep: gr.Button
    save: gr.Button
    reject: gr.Button
    source: gr.Button
    choice: gr.Row
    theirs: gr.Button
    mine: gr.Button
    said: gr.Markdown

    @property
    def changing(self) -> list[gr.components.Component | gr.blocks.BlockContext]:
        """What a decision changes."""
        return [
            self.seen,
            self.other,
            self.about,
            self.box,
            self.remark,
            self.choice,
            self.said,
        ]


def lay_out_panel() -> PanelParts:
    """Lay out the search."""
    with gr.Column(elem_id="bronnen", visible=False, min_width=280, scale=3) as whole:
        target = kept_for_a_while(None)
        heading = markup("", "bron-kop")
        query = gr.Textbox(
            label="Zoek in de bronnen", lines=2, interactive=True, elem_id="bron-vraag"
        )
        search = gr.Button("Zoek", elem_id="bron-zoek")
        said = markup("", "bron-melding")
        results = gr.Radio(
            [], label="Gevonden passages", visible=False, interactive=True, elem_id="bron-keus"
        )
        preview = markup("", "bron-tekst")
        rest = gr.Button("Zet deze bron onder de zin", visible=False, elem_id="bron-zet")
        part = gr.Dropdown(
            [(name, part) for part, name in texts.PARTS.items()],
            value="answer",
            label="Soort zin",
            filterable=False,
            interactive=True,
            elem_id="nieuw-soort",
        )
        text = gr.Textbox(label="Nieuwe zin bij de gekozen passage", lines=3, elem_id="nieuw-tekst")
        insert = gr.Button("Voeg toe als nieuwe zin", elem_id="nieuw-zin")
    return PanelParts(
        whole=whole,
        target=target,
        heading=heading,
        query=query,
        search=search,
        results=results,
        preview=preview,
        rest=rest,
        part=part,
        text=text,
        insert=insert,
        said=said,
    )


def lay_out_maker() -> tuple[gr.Column, gr.Radio, gr.Radio, gr.Checkbox, gr.Button]:
    """Lay out the choices with which a draft is made."""
    with gr.Column(visible=False, elem_id="maken") as maker:
        tone = gr.Radio(
            [(name, tone) for tone, name in texts.TONES.items()],
            value="email",
            label="Vorm",
            elem_id="vorm",
        )
        language = gr.Radio(
            [(name, code) for code, name in texts.LANGUAGES.items()],
            value="nl",
            label="Taal van aanhef en slot",
            elem_id="brieftaal",
        )
        again = gr.Checkbox(
            label="Vervang het concept dat er al is, ook als er al over zinnen is besloten",
            visible=False,
            elem_id="opnieuw",
        )
        make = gr.Button("Maak een concept", variant="primary", elem_id="maak")
    return maker, tone, language, again, make


def lay_out_slot(typed: Typed, number: int, about: Callable[[DraftSentence, int], str]) -> Slot:
    """Lay out one sentence, inside a render."""
    sentence = typed.seen
    with gr.Column(elem_classes=["zin"], elem_id=f"zin-{number}"):
        seen, other = gr.State(sentence), gr.State(None)
        shown = markup(about(sentence, number), kind="stand")
        box = gr.Textbox(
            typed.text,
            label=f"Tekst van zin {number}",
            lines=2,
            interactive=True,
            elem_classes=["zintekst"],
        )
        remark = gr.Textbox(
            typed.remark,
            label=f"Reden of grond bij zin {number}",
            interactive=True,
            elem_classes=["grond"],
        )
        with gr.Row(elem_classes=["knoppen"]):
            keep = gr.Button("Behoud", elem_classes=["behoud"])
            save = gr.Button("Bewaar wijziging", elem_classes=["bewaar"])
            reject = gr.Button("Wijs af", elem_classes=["wijs-af"])
            source = gr.Button("Bron nodig", elem_classes=["bron-nodig"])
        said = markup("", kind="gezegd")
        with gr.Row(visible=False, elem_classes=["knoppen"]) as choice:
            theirs = gr.Button("Neem de tekst van de collega", elem_classes=["hun-tekst"])
            mine = gr.Button("Bewaar mijn tekst", elem_classes=["mijn-tekst"])
    return Slot(
        number=number,
        seen=seen,
        other=other,
        about=shown,
        box=box,
        remark=remark,
        keep=keep,
        save=save,
        reject=reject,
        source=source,
        choice=choice,
        theirs=theirs,
        mine=mine,
        said=said,
    )
