"""An answer as one message of the OpenAI protocol: Markdown, and where its markers point.

Below the sentences stand the sources that the markers [1] point to, whom to ask, and what the
reader should know. Whoever may be in danger reads first whom to call. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from assistant.answers import Language
from ui.answer_text import plain
from ui.chat_sources import href
from ui.chat_texts import ANSWER_TEXTS, AnswerTexts
from ui.schemas import AnswerOut, CitationOut, ContactOut

_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")  # brackets of a source's own text are escaped
_BREAKS_LINK = re.compile(r"[<>\\\s]")
_BETWEEN = "\n\n"
_CONTACTS: Mapping[Language, str] = {"nl": "Waar kunt u terecht?", "en": "Where can you turn?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A message: its text, and the annotations of the markers in it."""

    text: str
    annotations: tuple[dict[str, Any], ...]


def write(answer: AnswerOut, body: str | None = None) -> Written:
    """Return an answer as a message.

    Args:
        answer: the answer.
        body: its sentences as they were streamed; None for the answer's own text.
    """
    texts = ANSWER_TEXTS[answer.language]
    body = body or answer.text
    urgent = [plain(notice.text) for notice in answer.notices if notice.kind == "sensitive"]
    others = [plain(notice.text) for notice in answer.notices if notice.kind != "sensitive"]
    contacts = _section(
        texts.call_first if answer.sensitive else _CONTACTS[answer.language],
        map(_contact, answer.contacts),
    )
    before = [*urgent, *(contacts if answer.sensitive else ())]
    approved = answer.approved_on and texts.approved.format(date=answer.approved_on.isoformat())
    after = [
        *((approved,) if approved else ()),
        *_section(texts.sources, _sources(answer.citations, texts)),
        *(() if answer.sensitive else contacts),
        *others,
    ]
    start = sum(len(part) + len(_BETWEEN) for part in before)
    return Written(
        text=_BETWEEN.join((*before, body, *after)),
        annotations=tuple(_annotations(body, start, answer.citations, texts)),
    )


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"- {line}" for line in lines]
    return [f"**{title}**", "\n".join(found)] if found else []


def _sources(citations: Sequence[CitationOut], texts: AnswerTexts) -> Iterator[str]:
    """Yield a line for every place that citations rest on, its numbers before it."""
    places: dict[tuple[object, ...], list[CitationOut]] = {}
    for one in citations:
        key = (one.source_id, one.basis, one.page, one.locator, one.url)
        places.setdefault(key, []).append(one)
    for cited in places.values():
        first = cited[0]
        numbers = "".join(f"[{one.number}]" for one in cited)
        whose = texts.digest if first.basis == "digest" else texts.verbatim
        told = [_linked(first.title, href(first.url)), plain(first.publisher)]
        told += [plain(place) for place in (_place(first, texts),) if place]
        told += [texts.not_official] if first.certainty == "secondary" else []
        yield f"{numbers} {whose} {', '.join(told)}"


def _contact(contact: ContactOut) -> str:
    ways = [contact.phone, contact.email]
    told = [plain(way) for way in ways if way]
    if url := href(contact.url):
        told.append(f"<{_in_link(url)}>")
    return f"**{plain(contact.name)}**: {plain(contact.reason)} {', '.join(told)}".rstrip()


def _annotations(
    body: str, start: int, citations: Sequence[CitationOut], texts: AnswerTexts
) -> Iterator[dict[str, Any]]:
    """Yield where each marker stands in the message, in code points, end exclusive.

    A citation without a web address has none: the protocol has no annotation without one.
    """
    cited = {citation.number: citation for citation in citations}
    for marker in _MARKER.finditer(body):
        citation = cited[int(marker[1])]
        url = href(citation.url)
        if url is None:
            continue
        yield {
            "type": "url_citation",
            "url_citation": {
                "start_index": start + marker.start(),
                "end_index": start + marker.end(),
                "url": url,
                "title": _title(citation, texts),
            },
        }


def _title(citation: CitationOut, texts: AnswerTexts) -> str:
    """Return a title that no other citation has.

    Open WebUI takes citations of one title together and counts anew, and [3] would lead to the
    source of [2].
    """
    place = _place(citation, texts)
    return f"{citation.number}. {citation.title}{f', {place}' if place else ''}"


def _place(citation: CitationOut, texts: AnswerTexts) -> str | None:
    """Return where in an original the words stand."""
    if citation.page is not None:
        return texts.page.format(page=citation.page)
    return citation.locator and citation.locator.replace("alinea", texts.paragraph)


def _linked(text: str, url: str | None) -> str:
    return f"[{plain(text)}](<{_in_link(url)}>)" if url else plain(text)


def _in_link(url: str) -> str:
    return _BREAKS_LINK.sub(lambda found: quote(found[0]), url)
