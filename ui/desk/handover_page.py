"""The pages of the hand-over: the question, the preview of all that will be sent, the receipt."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Language
from assistant.desk.nouns import Receipt
from ui.chat_markup import Html, join, tag
from ui.check_page import other
from ui.desk.handover_form import Filled
from ui.desk.handover_found import render_found
from ui.desk.handover_parts import FormParts, Shown
from ui.desk.handover_texts import HANDOVER_TEXTS, RECEIPT_TEXTS
from ui.plain_page import PlainPage, render_plain

HANDOVER = "/voorleggen"
SEND = f"{HANDOVER}/versturen"
STATUS = f"{HANDOVER}/status"
STYLE = "handover.css"


def address_of(path: str, language: Language) -> str:
    """Return the address of a page of the hand-over in a language."""
    return path if language == "nl" else f"{path}?taal=en"


def render_form(shown: Shown) -> str:
    """Render the form: only the question when nothing was looked up, else all that will be sent."""
    language, filled, sighting = shown.language, shown.filled, shown.sighting
    texts = HANDOVER_TEXTS[language]
    parts = FormParts(shown)
    fresh = sighting is None and filled == Filled()
    body = join(
        parts.problem(),
        parts.safe(),
        tag("p", texts.start_intro if sighting is None else texts.intro, class_="lead"),
        parts.careful(),
        tag("p", tag("a", texts.follow, href=address_of(STATUS, language))) if fresh else None,
        tag(
            "form",
            parts.question(),
            *parts.conversation(),
            render_found(sighting, language) if sighting else None,
            None if fresh else parts.about_you(),
            parts.kept(),
            *parts.hidden(),
            parts.doors(),
            method="post",
            action=address_of(SEND if sighting else HANDOVER, language),
            novalidate=True,  # we say ourselves what is wrong, in the language of the page
            class_="handover",
        ),
    )
    return _page(
        texts.title if sighting else texts.start_title,
        body,
        language,
        translation=address_of(HANDOVER, other(language)) if fresh else None,
    )


def render_receipt(receipt: Receipt, filled: Filled, language: Language) -> str:
    """Render the reference, which is shown once."""
    texts = RECEIPT_TEXTS[language]
    body = join(
        tag("p", texts.received, class_="lead"),
        tag(
            "p",
            tag("span", texts.reference, class_="label"),
            tag("strong", receipt.reference, class_="reference"),
            class_="receipt",
        ),
        tag("p", texts.write_down),
        tag("p", texts.with_email if filled.email else texts.without_email),
        tag(
            "div",
            tag("button", texts.print_button, type="button", class_="button print"),
            tag("a", texts.follow, href=address_of(STATUS, language), class_="out"),
            tag("a", texts.back, href="/", class_="out"),
            class_="doors screen-only",
        ),
    )
    return _page(texts.title, body, language)


def render_message(title: str, said: Sequence[str], language: Language) -> str:
    """Render a page that only says something, with a way back to the chat."""
    texts = RECEIPT_TEXTS[language]
    lines = (tag("p", one) for one in said)
    return _page(title, join(*lines, tag("p", tag("a", texts.back, href="/"))), language)


def _page(title: str, body: Html, language: Language, *, translation: str | None = None) -> str:
    return render_plain(
        PlainPage(
            title=title, body=body, language=language, translation=translation, styles=(STYLE,)
        )
    )
