"""The panel beside an answer: a card per passage, with the cited words marked and numbered.

A digest is ours. So its card says "our summary, based on", and its words never stand between
quotation marks beside the name of a publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from assistant.answers import Citation
from indexer.passages import Passage
from indexer.sources import Source
from ui.chat_markup import Html, escape, tag
from ui.chat_session import Exchange
from ui.chat_texts import AnswerTexts

_NAMED = 2  # a title names at most so many sources; the list in the card names them all


def anchor(exchange: int, number: int) -> str:
    """Return the id of the marked words of a citation."""
    return f"v{exchange}-bron-{number}"


def marker_id(exchange: int, number: int) -> str:
    """Return the id of the marker in the answer that points at a citation."""
    return f"v{exchange}-zin-{number}"


def href(url: str | None) -> str | None:
    """Return an address that may be linked to: web addresses of the register, nothing else."""
    return url if url and url.startswith(("https://", "http://")) else None


def render_sources(exchange: Exchange, texts: AnswerTexts) -> Html:
    """Render a card per cited passage, in the order in which the answer first cites them."""
    by_passage: dict[str, list[Citation]] = {}
    for citation in exchange.citations:
        by_passage.setdefault(citation.passage.id, []).append(citation)
    cards = (_card(exchange.number, cited, texts) for cited in by_passage.values())
    return tag(
        "aside",
        tag("h3", texts.sources),
        tag("p", texts.sources_hint, class_="hint"),
        *cards,
        class_="sources",
    )


def _card(exchange: int, cited: Sequence[Citation], texts: AnswerTexts) -> Html:
    passage = cited[0].passage
    digest = passage.basis == "digest"
    sources = _sources_of(cited)
    head = tag(
        "summary",
        tag("span", passage.heading, class_="heading"),
        tag("span", _based_on(passage, sources, texts), class_="basis"),
        tag("span", *_chips(citation.number for citation in cited), class_="numbers"),
    )
    checked = texts.checked if digest else texts.checked_original
    return tag(
        "details",
        head,
        *_paragraphs(exchange, passage, cited, texts),
        tag("h4", texts.source_list),
        tag(
            "ul",
            *(_source(s, numbers, texts) for s, numbers in sources.values()),
            class_="register",
        ),
        tag(
            "p", checked.format(date=spoken_date(passage.checked.isoformat(), texts)), class_="hint"
        ),
        class_=f"card {passage.basis}",
        lang=passage.language,
    )


def _sources_of(cited: Iterable[Citation]) -> dict[str, tuple[Source, list[int]]]:
    """Return each source once, with the numbers of the citations that rest on it."""
    found: dict[str, tuple[Source, list[int]]] = {}
    for citation in cited:
        for source in (citation.source, *citation.further_sources):
            found.setdefault(source.id, (source, []))[1].append(citation.number)
    return found


def _based_on(
    passage: Passage, sources: dict[str, tuple[Source, list[int]]], texts: AnswerTexts
) -> str:
    names = [f"{source.publisher}: {source.title}" for source, _ in sources.values()]
    title = ", ".join(names)
    if len(names) > _NAMED:
        title = f"{names[0]} {texts.further.format(count=len(names) - 1)}"
    return f"{texts.digest if passage.basis == 'digest' else texts.original} {title}"


def _paragraphs(
    exchange: int, passage: Passage, cited: Sequence[Citation], texts: AnswerTexts
) -> Iterator[Html]:
    """Yield the whole passage, the cited spans marked; a change of role starts a new paragraph."""
    numbers: dict[int, list[int]] = {}
    for citation in cited:
        numbers.setdefault(citation.span.start, []).append(citation.number)
    for role, spans in groupby(passage.spans, key=lambda span: span.role):
        pieces: list[Html] = []
        for span in spans:
            quote = passage.quote(span)
            found = numbers.get(span.start)
            pieces.append(_mark(exchange, found, quote, texts) if found else escape(quote))
        yield tag("p", Html(" ".join(pieces)), class_=f"passage {role.value}")


def _mark(exchange: int, numbers: Sequence[int], quote: str, texts: AnswerTexts) -> Html:
    """Mark a span; its number leads back to the sentence in the answer."""
    backs = (
        tag(
            "a",
            str(number),
            id=anchor(exchange, number),
            href=f"#{marker_id(exchange, number)}",
            class_="back",
            title=texts.back,
        )
        for number in numbers
    )
    return tag("mark", *backs, quote)


def _source(source: Source, numbers: Sequence[int], texts: AnswerTexts) -> Html:
    name = f"{source.publisher}: {source.title}"
    url = href(source.url)
    title: Html = escape(name)
    if url:
        unseen = tag("span", " " + texts.new_tab, class_="unseen")
        title = tag("a", name, unseen, href=url, rel="noopener noreferrer", target="_blank")
    facts = [texts.kinds[source.kind], *_dates(source, texts)]
    if source.where and not url:
        facts.append(source.where)
    warning = None if source.official else tag("span", texts.not_official, class_="not-official")
    return tag(
        "li",
        title,
        tag("p", *_chips(numbers), " ", " · ".join(facts), " ", warning, class_="facts"),
    )


def _chips(numbers: Iterable[int]) -> Iterator[Html]:
    return (tag("span", str(number), class_="number") for number in numbers)


def _dates(source: Source, texts: AnswerTexts) -> Iterator[str]:
    if source.published:
        yield texts.published.format(date=spoken_date(source.published, texts))
    if source.version:
        yield source.version
    yield texts.consulted.format(date=spoken_date(source.retrieved, texts))


def spoken_date(iso: str, texts: AnswerTexts) -> str:
    """Return an ISO date in words, as precise as it is known; anything else as it stands."""
    try:
        if len(iso) == len("2025-01"):
            day = date.fromisoformat(f"{iso}-01")
            return f"{texts.months[day.month - 1]} {day.year}"
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {texts.months[day.month - 1]} {day.year}"
