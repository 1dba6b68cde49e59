"""The list that the check ends in, as it is read and printed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.answers import Language
from assistant.check.checklist import checklist
from assistant.check.questions import Answers
from assistant.check.reading import load_check
from tests.assistant.check.shelf import ANSWERS, answered, real_shelf
from ui.check_result import Result, render_result

CHECK = load_check()
TODAY = date(2026, 11, 21)


def _result(answers: Answers = ANSWERS, language: Language = "nl") -> Result:
    found = checklist(answers, real_shelf(), language)
    return Result(check=CHECK, answers=answers, checklist=found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_has_a_box_a_number_and_a_source(language: Language) -> None:
    result = _result(language=language)
    html = render_result(result, TODAY)
    count = len(result.checklist.items)
    assert html.count("☐") == count
    for number in range(1, count + 1):
        assert html.count(f'id="punt-{number}"') == html.count(f'id="bron-{number}"') == 1
        assert f'href="#bron-{number}"' in html
        assert f'href="#punt-{number}"' in html


def test_conditions_are_marked_and_explanations_are_not() -> None:
    html = render_result(_result(), TODAY)
    assert (
        '<p class="mind"><strong>Let op:</strong> <span>Een meldplichtige deal mag niet doorgaan'
        in html
    )
    assert '<p class="more"><span>Beschrijf in uw vraag de technologie' in html


def test_sources_are_told_once_a_section_with_publisher_date_and_safe_link() -> None:
    html = render_result(_result(), TODAY)
    heading = "Hoe bereidt u zich voor op een investeerder of verkoop?"
    assert html.count(heading) == 1
    assert "Onze samenvatting, op basis van:" in html
    assert re.search(r">wetten\.overheid\.nl: [^<]+</a> <span class=\"facts\">wettekst", html)
    outward = re.findall(r'<a href="https?://[^>]*>', html)
    assert outward
    assert all('rel="noopener noreferrer"' in link for link in outward)


def test_it_says_whose_it_is_when_it_was_checked_and_whom_to_ask() -> None:
    html = render_result(_result(), TODAY)
    assert "niet de EV-scan van de overheid" in html
    assert "21 november 2026" in html
    assert "Bureau Toetsing Investeringen (BTI)" in html
    assert '<button type="button" class="button print">Druk af</button>' in html


def test_a_list_that_should_have_been_checked_again_says_so() -> None:
    result = _result()
    assert result.checklist.review_by is not None
    assert "opnieuw nagekeken" not in render_result(result, result.checklist.review_by)
    assert "opnieuw nagekeken" in render_result(result, date(2031, 1, 1))


def test_dutch_words_in_an_english_list_are_marked_as_dutch() -> None:
    html = render_result(_result(answered(technologie="dual-use"), "en"), TODAY)
    assert '<span lang="nl" class="said">Bij twijfel over uw product' in html
    assert "exists in Dutch only" in html
    assert "exists in Dutch only" not in render_result(_result(answered(), "en"), TODAY)


def test_the_other_language_gets_the_same_answers_without_an_address() -> None:
    html = render_result(_result(), TODAY)
    kept = re.findall(r'<input type="hidden" name="(\w+)" value="([\w-]+)">', html)
    assert dict(kept) == {name: next(iter(chosen)) for name, chosen in ANSWERS.items()}
    assert 'method="post" action="/check?taal=en"' in html


def test_a_source_without_an_address_says_where_it_is() -> None:
    result = _result(answered())
    item = result.checklist.items[0]
    citation = item.citations[0]
    source = replace(
        citation.source, url="javascript:alert(1)", where="op papier", read="secondary"
    )
    bare = replace(item, citations=(replace(citation, source=source, further_sources=()),))
    html = render_result(replace(result, checklist=replace(result.checklist, items=(bare,))), TODAY)
    assert "javascript" not in html
    assert "op papier · niet-officiële bron" in html
