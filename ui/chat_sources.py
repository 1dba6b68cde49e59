"""The panel beside an answer: a card per passage, with the cited words marked and numbered.

A digest is ours. So its card says "our summary, based on", and its words never stand between
quotation marks beside the name of a publisher. The card of an original says "word for word from",
where in the source the words stand, since when they held, and leads to that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath

from assistant.answers import Citation
from indexer.passages import Passage, Span
from indexer.sources import Source
from ui.answer_text import CELLS, is_item
from ui.chat_markup import Html, escape, join, tag
from ui.chat_session import Exchange
from ui.chat_texts import AnswerTexts
from ui.feedback_markup import render_source_report
from ui.original_links import copy_url, place_url

_READABLE = frozenset({".docx", ".md", ".txt"})  # other copies without pages show their mark-up
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


def lined(text: str) -> Html:
    """Return a text with its lines, below each other as in the source, and its cells apart."""
    first, *others = text.split("\n")
    return join(_cells(first), *(join("\n", tag("span", _cells(x), class_="line")) for x in others))


def _cells(line: str) -> Html:
    first, *others = line.split(CELLS)
    return join(first, *(join(tag("span", CELLS, class_="bar"), cell) for cell in others))


def render_sources(exchange: Exchange, texts: AnswerTexts, *, feedback_days: int = 0) -> Html:
    """Render a card per cited passage, in the order in which the answer first cites them.

    `feedback_days` tells how long a report of a wrong source is kept; 0 when none is taken.
    """
    by_passage: dict[str, list[Citation]] = {}
    for citation in exchange.citations:
        by_passage.setdefault(citation.passage.id, []).append(citation)
    cards = (
        _card(
            exchange.number,
            cited,
            texts,
            render_source_report(exchange, cited[0].passage, days=feedback_days),
        )
        for cited in by_passage.values()
    )
    return tag(
        "aside",
        tag("h3", texts.sources),
        tag("p", texts.sources_hint, class_="hint"),
        *cards,
        class_="sources",
    )


def _card(
    exchange: int, cited: Sequence[Citation], texts: AnswerTexts, report: Html | None
) -> Html:
    passage = cited[0].passage
    digest = passage.basis == "digest"
    sources = _sources_of(cited)
    head = tag(
        "summary",
        tag("span", passage.heading, class_="heading"),
        tag("span", _based_on(passage, sources, texts), class_="basis"),
        _place(cited, texts),
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
            *(_source(source, own, texts) for source, own in sources.values()),
            class_="register",
        ),
        tag(
            "p", checked.format(date=spoken_date(passage.checked.isoformat(), texts)), class_="hint"
        ),
        report,
        class_=f"card {passage.basis}",
        lang=passage.language,
    )


_Resting = dict[str, tuple[Source, list[Citation]]]
"""Each source once, with the citations that rest on it."""


def _sources_of(cited: Iterable[Citation]) -> _Resting:
    found: _Resting = {}
    for citation in cited:
        for source in (citation.source, *citation.further_sources):
            found.setdefault(source.id, (source, []))[1].append(citation)
    return found


def _based_on(passage: Passage, sources: _Resting, texts: AnswerTexts) -> str:
    names = [f"{source.publisher}: {source.title}" for source, _ in sources.values()]
    title = ", ".join(names)
    if len(names) > _NAMED:
        title = f"{names[0]} {texts.further.format(count=len(names) - 1)}"
    return f"{texts.digest if passage.basis == 'digest' else texts.verbatim} {title}"


def _place(cited: Sequence[Citation], texts: AnswerTexts) -> Html | None:
    """Return where in an original the words stand: its headings, then page or article."""
    passage = cited[0].passage
    above = (heading for heading in passage.path if heading != passage.title)
    steps = [tag("span", heading, class_="step") for heading in above]
    found = (_spoken_place(citation.span, texts) for citation in cited)
    steps += [tag("span", place, class_="spot") for place in dict.fromkeys(found) if place]
    return tag("span", *steps, class_="place") if steps else None


def _spoken_place(span: Span, texts: AnswerTexts) -> str | None:
    if span.page is not None:
        return texts.page.format(page=span.page)
    return span.locator and span.locator.replace("alinea", texts.paragraph)


def _paragraphs(
    exchange: int, passage: Passage, cited: Sequence[Citation], texts: AnswerTexts
) -> Iterator[Html]:
    """Yield the whole passage, the cited spans marked, in the paragraphs that it has."""
    numbers: dict[int, list[int]] = {}
    for citation in cited:
        numbers.setdefault(citation.span.start, []).append(citation.number)
    for spans in _in_paragraphs(passage):
        pieces: list[Html] = []
        for span in spans:
            quote = passage.quote(span)
            found = numbers.get(span.start)
            pieces.append(_mark(exchange, found, quote, texts) if found else lined(quote))
        kind = " item" if is_item(passage.quote(spans[0])) else ""
        yield tag("p", Html(" ".join(pieces)), class_=f"passage {spans[0].role.value}{kind}")


def _in_paragraphs(passage: Passage) -> list[list[Span]]:
    """Return the spans, those together between which no line ends."""
    paragraphs: list[list[Span]] = []
    end = 0
    for span in passage.spans:
        if not paragraphs or "\n" in passage.text[end : span.start]:
            paragraphs.append([])
        paragraphs[-1].append(span)
        end = span.end
    return paragraphs


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
    return tag("mark", *backs, lined(quote))


def _source(source: Source, cited: Sequence[Citation], texts: AnswerTexts) -> Html:
    name = f"{source.publisher}: {source.title}"
    first = cited[0]
    passage = first.passage
    url = href(place_url(first) if passage.basis == "original" else source.url)
    title = _link(name, url, texts) if url else escape(name)
    if passage.basis == "digest":
        dates = _dates(source, texts)
    else:
        dates = _validity(passage, source, texts)
    facts = [texts.kinds[source.kind], *dates]
    if source.where and not url:
        facts.append(source.where)
    warning = None if source.official else tag("span", texts.not_official, class_="not-official")
    return tag(
        "li",
        title,
        tag(
            "p",
            *_chips(citation.number for citation in cited),
            " ",
            " · ".join(facts),
            " ",
            warning,
            class_="facts",
        ),
        _copy(first, texts),
    )


def _link(name: str, address: str, texts: AnswerTexts) -> Html:
    unseen = tag("span", " " + texts.new_tab, class_="unseen")
    return tag("a", name, unseen, href=address, rel="noopener noreferrer", target="_blank")


def _copy(citation: Citation, texts: AnswerTexts) -> Html | None:
    """Return the link to our own copy of the file, when everybody may read that."""
    address = copy_url(citation.passage, citation.span)
    if not address:
        return None
    passage, page = citation.passage, citation.span.page
    if page is not None:
        about = f" ({texts.page.format(page=page)})"
    elif PurePath(passage.file or "").suffix in _READABLE:
        about = ""
    else:
        about = f" ({texts.as_code})"
    return tag("p", _link(texts.our_copy + about, address, texts), class_="copy")


def _chips(numbers: Iterable[int]) -> Iterator[Html]:
    return (tag("span", str(number), class_="number") for number in numbers)


def _dates(source: Source, texts: AnswerTexts) -> Iterator[str]:
    if source.published:
        yield texts.published.format(date=spoken_date(source.published, texts))
    if source.version:
        yield source.version
    yield texts.consulted.format(date=spoken_date(source.retrieved, texts))


def _validity(passage: Passage, source: Source, texts: AnswerTexts) -> Iterator[str]:
    """Yield since when the words of an original held, and until when; else its own dates.

    The dates of the register are those of its newest version.
    """
    start, end = (
        spoken_date(day.isoformat(), texts) if day else None
        for day in (passage.valid_from, passage.valid_until)
    )
    if end and start:
        yield texts.held.format(start=start, end=end)
    elif end:
        yield texts.held_until.format(end=end)
    elif start and source.kind == "wettekst":
        yield texts.holds_from.format(start=start)
        yield texts.consulted.format(date=spoken_date(source.retrieved, texts))
    else:
        yield from _dates(source, texts)


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
