"""The list: every line stands in the corpus to the letter, with its proof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Language
from assistant.check.checklist import checklist
from assistant.check.errors import CheckOutdated
from assistant.check.questions import Answers, Line
from assistant.check.reading import load_check
from indexer.documents import Role
from indexer.passages import Passage
from tests.assistant.check.shelf import ANSWERS, BUILD, Shelf, answered, manifest_of, real_shelf

CHECK = load_check()
EVERYTHING: Answers = {
    question.id: frozenset(option.id for option in question.options if not option.alone)
    for question in CHECK.questions
}
CROWN = "technologie-bedrijfsgeheim-nl.kroonjuwelen"


def _without(shelf: Shelf, section: str) -> tuple[Passage, ...]:
    return tuple(p for p in shelf.passages if f"{p.document_id}.{p.section_id}" != section)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("line", CHECK.lines, ids=lambda line: line.id)
def test_every_line_stands_in_the_corpus(line: Line, language: Language) -> None:
    alone = replace(CHECK, lines=(replace(line, needs=()),), always=(line.id,), contacts=())
    (item,) = checklist({}, real_shelf(), language, check=alone).items
    saying = line.saying.get(language, line.saying["nl"])
    assert tuple(citation.quote for citation in item.citations) == saying.words
    assert {f"{c.passage.document_id}.{c.passage.section_id}" for c in item.citations} == {
        saying.section
    }
    assert item.language == (language if language in line.saying else "nl")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_together_gives_a_numbered_list_without_doubles(language: Language) -> None:
    found = checklist(EVERYTHING, real_shelf(), language)
    assert [item.number for item in found.items] == list(range(1, len(found.items) + 1))
    assert all(c.number == item.number for item in found.items for c in item.citations)
    lines = [item.line for item in found.items]
    assert len(set(lines)) == len(lines) > 60
    said = [item.text for item in found.items]
    assert len(set(said)) == len(said)
    order = [heading.id for heading in CHECK.headings]
    headings = [order.index(item.heading) for item in found.items]
    assert headings == sorted(headings)


@pytest.mark.parametrize("question", CHECK.questions, ids=lambda question: question.id)
def test_every_answer_that_brings_anything_is_seen_in_the_list(question: object) -> None:
    asked = next(q for q in CHECK.questions if q is question)
    base = {item.line for item in checklist({}, real_shelf(), "nl").items}
    for option in asked.options:
        brought = checklist({asked.id: frozenset({option.id})}, real_shelf(), "nl").items
        assert bool({item.line for item in brought} - base) == bool(option.lines), option.id


def test_the_same_answers_give_the_same_list() -> None:
    turned = dict(reversed(list(ANSWERS.items())))
    assert checklist(ANSWERS, real_shelf(), "nl") == checklist(turned, real_shelf(), "nl")
    assert checklist(ANSWERS, real_shelf(), "nl").index_version == BUILD


def test_an_investor_brings_the_law_with_its_conditions() -> None:
    found = checklist(ANSWERS, real_shelf(), "nl")
    item = next(item for item in found.items if item.line == "deal-tijd")
    assert [c.span.role for c in item.citations] == [Role.ACTION, Role.CONDITION]
    assert "groen licht" in item.citations[1].quote
    assert item.citations[0].source.official
    assert "bti" in [advice.contact.id for advice in found.contacts]


def test_a_line_that_no_longer_stands_in_the_corpus_is_an_error() -> None:
    shelf = real_shelf()
    changed = tuple(
        replace(p, text=p.text.replace("Breng eerst", "Zet eerst")) for p in shelf.passages
    )
    with pytest.raises(CheckOutdated) as caught:
        checklist(ANSWERS, replace(shelf, passages=changed), "nl")
    assert caught.value.line == "kroonjuwelen"
    assert caught.value.place == CROWN


def test_a_section_that_is_gone_is_an_error() -> None:
    shelf = real_shelf()
    rest = _without(shelf, CROWN)
    gone = replace(shelf, passages=rest, manifest=manifest_of(*(p.id for p in rest)))
    with pytest.raises(CheckOutdated, match="kroonjuwelen"):
        checklist({}, gone, "nl")


def test_a_contact_that_is_gone_is_an_error() -> None:
    with pytest.raises(CheckOutdated, match="olev"):
        checklist({}, replace(real_shelf(), contacts=()), "nl")


def test_what_only_staff_may_read_is_not_shown() -> None:
    shelf = real_shelf()
    whole = checklist({}, shelf, "nl")
    inside = tuple(replace(p, label="internal") if p.id == CROWN else p for p in shelf.passages)
    for passages in (inside, _without(shelf, CROWN)):  # an index for staff, and one for everybody
        found = checklist({}, replace(shelf, passages=passages), "nl")
        assert "kroonjuwelen" not in [item.line for item in found.items]
        assert [item.number for item in found.items] == list(range(1, len(whole.items)))


def test_an_english_list_keeps_dutch_words_where_there_are_no_others() -> None:
    found = checklist(answered(technologie="dual-use"), real_shelf(), "en")
    spoken = {item.line: item.language for item in found.items}
    assert spoken["indeling"] == "nl"
    assert spoken["overzicht"] == "en"
    assert all(advice.reason == advice.contact.reason["en"] for advice in found.contacts)


def test_the_list_tells_when_it_was_checked_and_when_it_must_be_again() -> None:
    found = checklist(ANSWERS, real_shelf(), "nl")
    passages = [item.citations[0].passage for item in found.items]
    assert found.checked == min(p.checked for p in passages)
    assert found.review_by == min(p.review_by for p in passages)
