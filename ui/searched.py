"""What was searched when there is no answer: the nearest subjects, and a question for each.

No source is shown, since none answers the question. A question is one that the corpus itself holds
for that section (a question hint); a section without one is only named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from assistant.answers import Answer, Status
from assistant.suggestions import question_of
from indexer.passages import Passage
from ui.chat_markup import Html, tag
from ui.chat_sources import spoken_date
from ui.chat_texts import ANSWER_TEXTS
from ui.searched_texts import SEARCHED_TEXTS

_MOST = 3
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)T")  # how the name of an index build begins


def render_searched(answer: Answer) -> Html | None:
    """Render where we looked and which subjects came nearest; None when that does not help.

    It does not help whoever may be in danger, and there is nothing to tell when no summary of ours
    came near (as when the law of a past day was asked for).
    """
    if answer.status is not Status.NO_ANSWER or answer.sensitive:
        return None
    near = list(islice(_near(answer), _MOST))
    if not near:
        return None
    texts = SEARCHED_TEXTS[answer.language]
    day = _day_of(answer.index_version)
    where = texts.where
    if day:
        spoken = spoken_date(day.isoformat(), ANSWER_TEXTS[answer.language])
        where = texts.where_dated.format(date=spoken)
    subjects = [_subject(passage, answer) for passage in near]
    choice = any(question_of(passage, answer.language) for passage in near)
    return tag(
        "section",
        tag("h3", texts.heading),
        tag("p", where),
        tag("p", texts.nearest, f" {texts.choose}" if choice else None),
        tag("ul", *subjects, class_="asks"),
        class_="block searched",
    )


def _near(answer: Answer) -> Iterator[Passage]:
    """Yield the summaries that came nearest, each section once; none that is not for everybody."""
    seen: set[tuple[str, str]] = set()
    for hit in answer.hits:
        passage = hit.passage
        section = (passage.document_id, passage.section_id)
        if passage.basis == "digest" and passage.label == "public" and section not in seen:
            seen.add(section)
            yield passage


def _subject(passage: Passage, answer: Answer) -> Html:
    """Return the subject and its heading, and a button that asks a question of that section."""
    other = passage.language if passage.language != answer.language else None
    topic = tag("span", f"{passage.title}:", class_="topic")
    name = tag("span", topic, " ", passage.heading, class_="subject", lang=other)
    question = question_of(passage, answer.language)
    button = tag("button", question, type="button", class_="ask") if question else None
    return tag("li", name, button)


def _day_of(index_version: str) -> date | None:
    """Return the day on which an index was made, if its name tells."""
    found = _DAY.match(index_version)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
