"""The question under an answer and the question in a source's card, as HTML.

Gradio's sanitiser lets no form through, so here stand buttons only; `static/feedback.js` makes the
form. What it needs to know stands in an id and in classes, and its words in an element that is not
shown: no text stands in the script.
"""

from __future__ import annotations

import re

from indexer.passages import Passage
from ui.chat_markup import Html, tag
from ui.chat_session import Exchange
from ui.feedback_texts import FEEDBACK_TEXTS, FORM_TEXTS, spoken_days

_UNFIT = re.compile(r"[^A-Za-z0-9-]")


def render_feedback(exchange: Exchange, *, days: int) -> Html | None:
    """Render the question whether an answer helped.

    Args:
        exchange: the question with its answer.
        days: how long feedback is kept; 0 when none is taken.

    Returns:
        None while there is no answer, and when no feedback is taken.
    """
    answer = exchange.answer
    if answer is None or not days:
        return None
    language = exchange.language
    texts = FEEDBACK_TEXTS[language]
    words = FORM_TEXTS[language].for_page(spoken_days(days, language))
    facts = [f"status-{_as_class(answer.status.value)}", f"index-{_as_class(answer.index_version)}"]
    if answer.sensitive:
        facts.append("sensitive")
    return tag(
        "div",
        tag("p", texts.question, class_="feedback-asks"),
        _button("helped", texts.yes, texts.yes_meaning),
        _button("not_helped", texts.no, texts.no_meaning),
        tag(
            "div",
            *(tag("span", text, class_=f"word-{name}") for name, text in words.items()),
            class_="feedback-words",
        ),
        class_=" ".join(("feedback", *facts)),
        id=f"oordeel-{answer.id}",
    )


def _button(verdict: str, label: str, meaning: str) -> Html:
    unseen = tag("span", meaning, class_="unseen")
    return tag("button", label, unseen, type="button", class_=f"verdict {verdict}")


def render_source_report(exchange: Exchange, passage: Passage, *, days: int) -> Html | None:
    """Render the question whether a source is wrong, for the card of a passage.

    Args:
        exchange: the question with its answer, in which the passage is cited.
        passage: what the card shows.
        days: how long feedback is kept; 0 when none is taken.

    Returns:
        None while there is no answer, and when no feedback is taken.
    """
    if exchange.answer is None or not days:
        return None
    sources = dict.fromkeys(name for span in passage.spans for name in span.source_ids)
    facts = [f"passage-{_as_class(passage.id)}", *(f"rests-{_as_class(s)}" for s in sources)]
    about = tag("span", f" {passage.heading}", class_="unseen", lang=passage.language)
    button = tag(
        "button",
        FEEDBACK_TEXTS[exchange.language].report,
        about,
        type="button",
        class_=" ".join(("report-source", *facts)),
    )
    return tag("p", button, class_="report", lang=exchange.language)


def _as_class(name: str) -> str:
    """Write a name so that it can be a class, for the script to read back: "nl.a" is "nl_2e_a"."""
    return _UNFIT.sub(lambda found: f"_{ord(found[0]):x}_", name)
