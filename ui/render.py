"""An exchange as HTML: the question, the answer in blocks, and beside it its sources.

Pure functions, from values to markup. The sources stand in `ui.chat_sources`; the page around the
exchanges in `ui.chat_frame`.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers import Answer, ContactAdvice, ProvenSentence
from indexer.documents import Role
from ui.answer_text import Block, blocks, is_item
from ui.chat_markup import Html, join, tag
from ui.chat_session import Exchange
from ui.chat_sources import anchor, href, lined, marker_id, render_sources, spoken_date
from ui.chat_texts import ANSWER_TEXTS, AnswerTexts
from ui.chat_tools import render_stopped, render_tools
from ui.feedback_markup import render_feedback
from ui.searched import render_searched

_FITS_WELL = 0.8
_FITS_FAIRLY = 0.5


def render_exchange(exchange: Exchange, *, feedback_days: int = 0, desk: bool = False) -> Html:
    """Render a question with its answer so far.

    Args:
        exchange: the question, and what has been proven for it.
        feedback_days: how long feedback is kept; 0 when none is taken.
        desk: whether there is a desk to put the question to.
    """
    texts = ANSWER_TEXTS[exchange.language]
    sources = (
        render_sources(exchange, texts, feedback_days=feedback_days) if exchange.citations else None
    )
    kind = "exchange" if sources else "exchange plain"
    question = tag(
        "h2",
        tag("span", texts.asked, class_="label"),
        tag("span", exchange.question, class_="asked"),
    )
    below = join(render_tools(exchange, desk=desk), render_feedback(exchange, days=feedback_days))
    body = tag("div", question, _body(exchange, texts), below, class_="answer")
    return tag(
        "article", body, sources, class_=kind, id=f"v{exchange.number}", lang=exchange.language
    )


def _body(exchange: Exchange, texts: AnswerTexts) -> Html:
    answer = exchange.answer
    if not answer and not exchange.sentences:
        return join(_urgent(exchange, texts), _unfinished(exchange, texts.searching))
    first, last = _contact_blocks(answer, texts)
    told = blocks(exchange.sentences, exchange.citations, exchange.language)
    shown = [_block(exchange, block, texts) for block in told if block.role is not Role.WHERE]
    where = [_sentences(exchange, block, texts) for block in told if block.role is Role.WHERE]
    if where or last:
        shown.append(
            tag("section", tag("h3", texts.blocks[Role.WHERE]), *where, last, class_="block where")
        )
    if not answer:
        return join(_urgent(exchange, texts), *shown, _unfinished(exchange, texts.growing))
    searched = render_searched(answer)
    mark = _approved(answer, texts)
    return join(first, mark, _reply(answer), *shown, searched, *_closing(answer, texts))


def _unfinished(exchange: Exchange, growing: str) -> Html:
    return render_stopped(exchange) or tag("p", growing, class_="searching")


def _urgent(exchange: Exchange, texts: AnswerTexts) -> Html | None:
    """Return what somebody in danger reads while the answer is not complete."""
    if not exchange.urgent:
        return None
    told = tag("p", exchange.urgent, class_="spoken")
    return tag("section", tag("h3", texts.call_first), told, class_="block urgent")


def _contact_blocks(answer: Answer | None, texts: AnswerTexts) -> tuple[Html | None, Html | None]:
    """Return the contacts as the block on top and as the block below; one of them is None.

    Whoever may be in danger sees first whom to call, and is asked to type nothing more.
    """
    if not answer or not answer.contacts:
        return None, None
    contacts = tag("ul", *map(_contact, answer.contacts), class_="contacts")
    if not answer.sensitive:
        return None, contacts
    warnings = [n.text for n in answer.notices if n.kind == "sensitive"]
    heading = tag("h3", texts.call_first)
    lines = [tag("p", text, class_="spoken") for text in warnings]
    return tag("section", heading, *lines, contacts, class_="block urgent"), None


def _contact(advice: ContactAdvice) -> Html:
    contact = advice.contact
    ways = []
    if contact.phone:
        digits = "".join(c for c in contact.phone if c.isdigit() or c == "+")
        ways.append(tag("a", contact.phone, href=f"tel:{digits}", class_="phone"))
    if contact.email:
        ways.append(tag("a", contact.email, href=f"mailto:{contact.email}"))
    if url := href(contact.url):
        shown = url.split("://", 1)[1].removeprefix("www.").rstrip("/")
        ways.append(tag("a", shown, href=url, rel="noopener noreferrer", target="_blank"))
    return tag(
        "li",
        tag("strong", contact.name),
        tag("p", advice.reason),
        tag("p", *(way for way in ways), class_="ways"),
    )


def _approved(answer: Answer, texts: AnswerTexts) -> Html | None:
    """Return that a person at the desk approved this answer, and when."""
    if answer.approved_on is None:
        return None
    day = spoken_date(answer.approved_on.isoformat(), texts)
    # A copy and a print take a `reply` with them as it stands.
    mark = tag("strong", texts.approved.format(date=day))
    return tag("p", mark, class_="reply spoken approved")


def _reply(answer: Answer | None) -> Html | None:
    """Return the fixed reply: the whole answer when nothing was found, or what is missing."""
    if not answer or not answer.reply:
        return None
    return tag("p", answer.reply, class_=f"reply spoken {answer.status.value}")


def _block(exchange: Exchange, block: Block, texts: AnswerTexts) -> Html:
    sentences = _sentences(exchange, block, texts)
    return tag("section", tag("h3", block.title), sentences, class_=f"block {block.role.value}")


def _sentences(exchange: Exchange, block: Block, texts: AnswerTexts) -> Html:
    return tag("ul", *(_sentence(exchange, sentence, texts) for sentence in block.sentences))


def _sentence(exchange: Exchange, sentence: ProvenSentence, texts: AnswerTexts) -> Html:
    """Return the sentence; it carries its own language where that differs from the labels."""
    cited = [c for c in exchange.citations if c.number in sentence.citations]
    languages = {citation.passage.language for citation in cited} - {exchange.language}
    text = tag("span", lined(sentence.text), class_="spoken", lang=next(iter(languages), None))
    # A space that does not break keeps the marker with the last word.
    markers = _markers(exchange.number, sentence.citations, texts)
    return tag("li", text, "\u00a0", markers, class_="item" if is_item(sentence.text) else None)


def _markers(exchange: int, numbers: Iterable[int], texts: AnswerTexts) -> Html:
    links = (
        tag(
            "a",
            tag("span", texts.marker + " ", class_="unseen"),
            str(number),
            id=marker_id(exchange, number),
            href=f"#{anchor(exchange, number)}",
            class_="marker",
        )
        for number in numbers
    )
    return tag("span", *links, class_="markers")


def _closing(answer: Answer | None, texts: AnswerTexts) -> Iterable[Html]:
    if not answer:
        return
    if answer.sentences:
        level = (
            0 if answer.confidence >= _FITS_WELL else 1 if answer.confidence >= _FITS_FAIRLY else 2
        )
        yield tag("p", tag("strong", texts.certainty), " ", texts.levels[level], class_="certainty")
    small = [notice.text for notice in answer.notices if notice.kind != "sensitive"]
    if small:
        yield tag("ul", *(tag("li", text) for text in small), class_="notices")
    if answer.follow_ups:
        asks = (
            tag("li", tag("button", text, type="button", class_="ask"))
            for text in answer.follow_ups
        )
        yield tag(
            "section",
            tag("h3", texts.follow_ups),
            tag("ul", *asks, class_="asks"),
            class_="block further",
        )
