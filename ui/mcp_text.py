"""Answers and passages as one piece of Markdown: what a language model reads of a tool's result.

Everything that a reader needs to check an answer stands in it, for programs that pass on the text
and drop the structured content. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.answers import Language
from indexer.passages import Basis
from indexer.sources import Source
from ui.answer_text import plain
from ui.chat_texts import ANSWER_TEXTS, AnswerTexts
from ui.corpus_schemas import HitOut, PassageOut, ScoresOut, SearchOut, SpanOut
from ui.schemas import AnswerOut, CitationOut, ContactOut

_CONTACT = "Contact"  # in both languages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What only this text says, in one language."""

    also: str
    nothing: str
    not_quotable: str
    scores: Mapping[str, str]


_WORDS: Mapping[Language, _Words] = {
    "nl": _Words(
        also="ook",
        nothing="Niets gevonden.",
        not_quotable="vindbaar, niet citeerbaar",
        scores={
            "fused": "samen",
            "dense": "betekenis",
            "hint": "vraaghint",
            "keyword": "trefwoorden",
        },
    ),
    "en": _Words(
        also="also",
        nothing="Nothing found.",
        not_quotable="can be found, cannot be quoted",
        scores={
            "fused": "together",
            "dense": "meaning",
            "hint": "question hint",
            "keyword": "keywords",
        },
    ),
}


def answer_markdown(answer: AnswerOut) -> str:
    """Return an answer with its sources, contacts, follow-up questions and notices.

    Whoever may be in danger reads first whom to call.
    """
    texts = ANSWER_TEXTS[answer.language]
    urgent = [plain(notice.text) for notice in answer.notices if notice.kind == "sensitive"]
    others = [plain(notice.text) for notice in answer.notices if notice.kind != "sensitive"]
    title = texts.call_first if answer.sensitive else _CONTACT
    contacts = _section(title, map(_contact, answer.contacts))
    sources = _section(texts.sources, _source_items(answer.citations, answer.language))
    # A fixed reply is short, and speaks of the contacts below it.
    on_top = answer.sensitive and bool(answer.sentences)
    approved = answer.approved_on and texts.approved.format(date=answer.approved_on.isoformat())
    parts = [
        *urgent,
        *((approved,) if approved else ()),
        *(contacts if on_top else ()),
        answer.text,
        *sources,
        *(() if on_top else contacts),
        *_section(texts.follow_ups, map(plain, answer.follow_ups)),
        *others,
    ]
    return "\n\n".join(part for part in parts if part)


def hits_markdown(found: SearchOut, sources: Mapping[str, Source]) -> str:
    """Return the passages of a search, best first, each with its scores and sources.

    Args:
        found: the passages.
        sources: the register, by id; a source that is not in it is named by its id alone.
    """
    if not found.hits:
        return _WORDS[found.language].nothing
    return "\n\n".join(
        _hit(number, hit, sources, found.language) for number, hit in enumerate(found.hits, start=1)
    )


def _section(title: str, items: Iterable[str]) -> list[str]:
    lines = "\n".join(f"- {item}" for item in items)
    return [f"**{title}**", lines] if lines else []


def _source_items(citations: Iterable[CitationOut], language: Language) -> Iterator[str]:
    """Yield a line for each place that is cited, with the numbers of the sentences before it."""
    places: dict[tuple[str, Basis, str | None, str], list[CitationOut]] = {}
    texts = ANSWER_TEXTS[language]
    for citation in citations:
        key = (citation.source_id, citation.basis, citation.url, _place(citation, texts))
        places.setdefault(key, []).append(citation)
    for (source_id, basis, url, place), group in places.items():
        first = group[0]
        further = sorted({name for citation in group for name in citation.further_source_ids})
        named = f"{plain(first.title)}, {plain(first.publisher)} ({source_id})"
        facts = [
            f"{_whose(basis, texts)} {named}",
            place,
            texts.not_official if first.certainty == "secondary" else "",
            f"{_WORDS[language].also} {', '.join(further)}" if further else "",
            f"<{url}>" if url else "",
        ]
        numbers = "".join(f"[{citation.number}]" for citation in group)
        checked = texts.checked if basis == "digest" else texts.checked_original
        told = ", ".join(fact for fact in facts if fact)
        yield f"{numbers} {told}. {checked.format(date=first.checked.isoformat())}"


def _whose(basis: Basis, texts: AnswerTexts) -> str:
    return texts.digest if basis == "digest" else texts.verbatim


def _place(cited: CitationOut | SpanOut, texts: AnswerTexts) -> str:
    if cited.page is not None:
        return texts.page.format(page=cited.page)
    return plain((cited.locator or "").replace("alinea", texts.paragraph))


def _contact(contact: ContactOut) -> str:
    ways = [contact.phone, contact.email, f"<{contact.url}>" if contact.url else None]
    reached = ", ".join(way for way in ways if way)
    return f"{plain(contact.name)}: {plain(contact.reason)} {reached}".strip()


def _hit(number: int, hit: HitOut, sources: Mapping[str, Source], language: Language) -> str:
    passage, texts, words = hit.passage, ANSWER_TEXTS[language], _WORDS[language]
    facts = [
        _scores(hit.scores, words),
        texts.not_official if passage.certainty == "secondary" else "",
        texts.held_until.format(end=passage.valid_until) if passage.valid_until else "",
        "" if passage.quotable else words.not_quotable,
    ]
    # Only an original has places, and it has one source: itself.
    places = _places(passage, texts)
    rests_on = "\n".join(
        f"- {', '.join((_source(name, sources), *places))}" for name in _source_ids(passage)
    )
    quoted = "\n".join(f"> {plain(line)}" for line in passage.text.split("\n"))
    heading = plain(f"{passage.title}: {passage.heading}")
    return "\n\n".join(
        (
            f"**{number}. {heading}** (`{passage.id}`)",
            "; ".join(fact for fact in facts if fact),
            _whose(passage.basis, texts),
            rests_on,
            quoted,
        )
    )


def _scores(scores: ScoresOut, words: _Words) -> str:
    told = scores.model_dump()
    return ", ".join(
        f"{label} {told[name]:.3f}"
        for name, label in words.scores.items()
        if told[name] is not None
    )


def _source_ids(passage: PassageOut) -> Iterable[str]:
    return dict.fromkeys(name for span in passage.spans for name in span.source_ids)


def _source(source_id: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(source_id)
    if source is None:
        return source_id
    url = f", <{source.url}>" if source.url else ""
    return f"{plain(source.title)}, {plain(source.publisher)} ({source_id}){url}"


def _places(passage: PassageOut, texts: AnswerTexts) -> Iterable[str]:
    """Return where in an original the passage stands, each place once."""
    found = (_place(span, texts) for span in passage.spans)
    return dict.fromkeys(place for place in found if place)
