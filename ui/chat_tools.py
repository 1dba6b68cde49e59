"""What one can do with an answer, as HTML: copy, print, share, keep, ask again, hand over.

The buttons only say what they do; `static/tools.js` and `static/handover.js` do it. What they say
when they have done so stands here too, hidden, since the words belong to the language of the
answer.
"""

from __future__ import annotations

from assistant.answers import Status
from ui.chat_markup import Html, join, tag
from ui.chat_session import Exchange
from ui.chat_tools_texts import TOOL_TEXTS, ToolTexts

_INCOMPLETE = (Status.NO_ANSWER, Status.PARTIAL)


def render_tools(exchange: Exchange, *, desk: bool = False) -> Html | None:
    """Render the buttons below a complete answer; nothing while the answer grows.

    Args:
        exchange: the question, and what has been proven for it.
        desk: whether there is a desk to put the question to.
    """
    if not (exchange.answer or exchange.stopped):
        return None
    texts = TOOL_TEXTS[exchange.language]
    # Somebody in danger is asked to type nothing; then their words should not go in a link.
    shares = not (exchange.answer and exchange.answer.sensitive)
    offered = _offered(exchange, texts) if desk else None
    buttons = (
        _button(texts.copy, "tool-copy"),
        _button(texts.print, "tool-print"),
        _button(texts.share, "tool-share") if shares else None,
        _button(texts.file, "tool-file") if exchange.answer else None,
        _button(texts.again, "tool-again"),
        _button(texts.desk, "tool-desk") if desk and exchange.answer and not offered else None,
    )
    tools = tag(
        "div",
        tag("ul", *(tag("li", button) for button in buttons if button)),
        tag("p", texts.link_warning, class_="link-warning") if shares else None,
        _said(texts),
        class_="tools",
    )
    return join(offered, tools)


def _offered(exchange: Exchange, texts: ToolTexts) -> Html | None:
    """Return the way to the desk by itself, where the answer leaves something open."""
    if not exchange.answer or exchange.answer.status not in _INCOMPLETE:
        return None
    button = _button(texts.desk, "tool-desk")
    return tag("div", tag("p", texts.desk_offer), button, class_="to-desk")


def render_stopped(exchange: Exchange) -> Html | None:
    """Render that the visitor stopped this answer, when that is so."""
    if not exchange.stopped:
        return None
    texts = TOOL_TEXTS[exchange.language]
    nothing = None if exchange.sentences else f" {texts.nothing_yet}"
    return tag("p", texts.stopped, nothing, class_="stopped spoken")


def _button(label: str, kind: str) -> Html:
    return tag("button", label, type="button", class_=f"tool {kind}")


def _said(texts: ToolTexts) -> Html:
    """Return what the script says, each under its name; the stylesheet hides it."""
    sayings = {
        "say-copied": texts.copied,
        "say-not-copied": texts.not_copied,
        "say-linked": texts.linked,
        "say-not-linked": texts.not_linked,
        "say-not-filed": texts.not_filed,
        "say-copy-note": texts.copy_note,
        "say-print-note": texts.print_note,
    }
    return tag(
        "p", *(tag("span", said, class_=name) for name, said in sayings.items()), class_="said"
    )
