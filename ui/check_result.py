"""The list that the check ends in: to read, to print and to tick on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answers import Citation, ContactAdvice, Language
from assistant.check.checklist import Checklist, ChecklistItem
from assistant.check.questions import Answers, Check
from indexer.documents import Role
from indexer.sources import Source
from ui.chat_markup import Html, escape, join, tag
from ui.chat_sources import href, spoken_date
from ui.chat_texts import ANSWER_TEXTS, AnswerTexts
from ui.check_page import STYLE, address_of, input_field, other
from ui.check_texts import CHECK_TEXTS, CheckTexts
from ui.plain_page import PlainPage, render_plain

_BOX = "☐"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A list with the answers that it belongs to."""

    check: Check
    answers: Answers
    checklist: Checklist


def render_result(result: Result, today: date) -> str:
    """Render the list; `today` tells whether it should have been looked at again."""
    language = result.checklist.language
    texts = CHECK_TEXTS[language]
    body = join(
        tag("p", texts.result_intro.format(count=len(result.checklist.items)), class_="lead"),
        tag("p", texts.ours, class_="ours"),
        *_notices(result.checklist, texts, today),
        _doors(result, texts),
        _answers(result, texts),
        *_lines(result, texts),
        _contacts(result.checklist, texts),
        _sources(result.checklist, texts),
    )
    return render_plain(
        PlainPage(title=texts.result_title, body=body, language=language, styles=(STYLE,))
    )


def _notices(found: Checklist, texts: CheckTexts, today: date) -> Iterator[Html]:
    labels = ANSWER_TEXTS[found.language]
    if found.checked:
        spoken = spoken_date(found.checked.isoformat(), labels)
        yield tag("p", texts.corpus_date.format(date=spoken), class_="dated")
    if found.review_by and found.review_by < today:
        spoken = spoken_date(found.review_by.isoformat(), labels)
        yield tag("p", texts.past_review.format(date=spoken), class_="mind")
    if any(item.language != found.language for item in found.items):
        yield tag("p", texts.dutch_only, class_="dated")


def _doors(result: Result, texts: CheckTexts) -> Html:
    """Return the ways on: print, the other language with the same answers, begin again."""
    language = result.checklist.language
    kept = (
        input_field(type="hidden", name_=name, value=option)
        for name, options in sorted(result.answers.items())
        for option in sorted(options)
    )
    return tag(
        "div",
        tag("button", texts.print_button, type="button", class_="button print"),
        tag(
            "form",
            *kept,
            tag(
                "button",
                texts.other_language,
                type="submit",
                class_="button quiet",
                lang=other(language),
            ),
            method="post",
            action=address_of(other(language)),
        ),
        tag("a", texts.again, href=address_of(language), class_="again"),
        class_="doors screen-only",
    )


def _answers(result: Result, texts: CheckTexts) -> Html:
    language = result.checklist.language
    told: dict[str, list[str]] = {}
    for question, option in result.check.chosen(result.answers):
        told.setdefault(question.text[language], []).append(option.label[language])
    pairs = (
        join(tag("dt", asked), *(tag("dd", label) for label in labels))
        for asked, labels in told.items()
    )
    return tag("section", tag("h2", texts.answers), tag("dl", *pairs), class_="answers")


def _lines(result: Result, texts: CheckTexts) -> Iterator[Html]:
    found = result.checklist
    for heading in result.check.headings:
        items = [item for item in found.items if item.heading == heading.id]
        if items:
            yield tag(
                "section",
                tag("h2", heading.text[found.language]),
                tag(
                    "ol",
                    *(_item(item, found.language, texts) for item in items),
                    start=str(items[0].number),
                    class_="lines",
                ),
            )


def _item(item: ChecklistItem, language: Language, texts: CheckTexts) -> Html:
    """Return a line with what belongs to it; it carries its own language where that differs."""
    lang = item.language if item.language != language else None
    marker = tag(
        "a",
        texts.marker.format(number=item.number),
        href=f"#bron-{item.number}",
        class_="marker",
    )
    return tag(
        "li",
        tag("span", _BOX, class_="box", **{"aria-hidden": "true"}),
        tag(
            "div",
            tag("p", tag("span", item.text, lang=lang, class_="said"), "\u00a0", marker),
            *(_with(cited, lang, texts) for cited in item.citations[1:]),
            class_="line",
        ),
        id=f"punt-{item.number}",
        value=str(item.number),
    )


def _with(cited: Citation, lang: str | None, texts: CheckTexts) -> Html:
    """Return a sentence that goes with a line: it explains the line, or limits it."""
    said = tag("span", cited.quote, lang=lang)
    if cited.span.role is not Role.CONDITION:
        return tag("p", said, class_="more")
    return tag("p", tag("strong", texts.please_note), " ", said, class_="mind")


def _contacts(found: Checklist, texts: CheckTexts) -> Html:
    return tag(
        "section",
        tag("h2", texts.contacts),
        tag("p", texts.contacts_intro),
        tag("ul", *(_contact(advice, texts) for advice in found.contacts), class_="contacts"),
    )


def _contact(advice: ContactAdvice, texts: CheckTexts) -> Html:
    contact = advice.contact
    url = href(contact.url)
    name = tag("a", contact.name, href=url, rel="noopener noreferrer") if url else contact.name
    return tag(
        "li",
        tag("p", tag("strong", name)),
        tag("p", advice.reason),
        tag("p", texts.telephone, " ", contact.phone) if contact.phone else None,
    )


def _sources(found: Checklist, texts: CheckTexts) -> Html:
    """Return every section on the list once, with the lines that stand in it."""
    sections: dict[tuple[str, str], list[ChecklistItem]] = {}
    for item in found.items:
        sections.setdefault(item.place, []).append(item)
    labels = ANSWER_TEXTS[found.language]
    entries = (_section(items, found.language, texts, labels) for items in sections.values())
    return tag(
        "section",
        tag("h2", texts.sources),
        tag("p", texts.sources_intro),
        tag("ul", *entries, class_="sections"),
        class_="sources",
    )


def _section(
    items: list[ChecklistItem], language: Language, texts: CheckTexts, labels: AnswerTexts
) -> Html:
    cited = [citation for item in items for citation in item.citations]
    passage = cited[0].passage
    backs = (
        tag("a", str(item.number), href=f"#punt-{item.number}", id=f"bron-{item.number}")
        for item in items
    )
    return tag(
        "li",
        tag("p", tag("span", texts.for_lines), " ", *_apart(backs), class_="backs"),
        tag("h3", passage.heading, lang=None if passage.language == language else passage.language),
        tag("p", labels.digest, class_="basis"),
        tag("ul", *(_source(source, labels) for source in _rests_on(cited)), class_="register"),
    )


def _apart(links: Iterator[Html]) -> Iterator[Html]:
    for place, link in enumerate(links):
        yield join(" " if place else None, link)


def _rests_on(cited: list[Citation]) -> list[Source]:
    found = {s.id: s for c in cited for s in (c.source, *c.further_sources)}
    return list(found.values())


def _source(source: Source, labels: AnswerTexts) -> Html:
    name = f"{source.publisher}: {source.title}"
    url = href(source.url)
    facts = [labels.kinds[source.kind]]
    if source.published:
        facts.append(labels.published.format(date=spoken_date(source.published, labels)))
    facts.append(labels.consulted.format(date=spoken_date(source.retrieved, labels)))
    if source.where and not url:
        facts.append(source.where)
    if not source.official:
        facts.append(labels.not_official)
    title = tag("a", name, href=url, rel="noopener noreferrer") if url else escape(name)
    return tag("li", title, " ", tag("span", " · ".join(facts), class_="facts"))
