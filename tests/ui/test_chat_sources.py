"""The cards of the sources panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answers import Language
from indexer.documents import Role
from indexer.passages import Passage
from tests.ui.answer_parts import LAW, NEWS, exchange, original, passage
from ui.chat_sources import href, render_sources, spoken_date
from ui.chat_texts import ANSWER_TEXTS

_NL = ANSWER_TEXTS["nl"]
_CITED = passage((Role.ANSWER, "U meldt vooraf."), (Role.CONDITION, "Tenzij niet."))


def test_a_digest_is_called_ours_and_never_quoted() -> None:
    markup = render_sources(exchange(_CITED), _NL)
    assert "Onze samenvatting, op basis van: wetten.overheid.nl: Wet veiligheidstoets" in markup
    assert not set("“”„‘’«»\"'") & set(_text(markup))


def placed(cited: Passage, **place: Any) -> Passage:
    """Put every span of a passage at the same place of its source."""
    return replace(cited, spans=tuple(replace(span, **place) for span in cited.spans))


_ORIGINAL = original(
    (Role.ANSWER, "U meldt vooraf."),
    (Role.ANSWER, "Doe dit:\n1. kijk;\n2. bel."),
    (Role.ANSWER, "Wie: u | Wanneer: nu"),
    path=("Wet Vifo", "Hoofdstuk 2", "Melden"),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_original_is_called_word_for_word_and_never_our_summary(language: Language) -> None:
    markup = render_sources(exchange(_ORIGINAL), ANSWER_TEXTS[language])
    whose = {"nl": "Letterlijk uit:", "en": "Word for word from:"}[language]
    assert f"{whose} wetten.overheid.nl: Wet veiligheidstoets" in markup
    assert "amenvatting" not in markup
    assert "summary" not in markup.replace("<summary>", "").replace("</summary>", "")


def test_a_digest_has_no_place_and_no_copy() -> None:
    markup = render_sources(exchange(_CITED), _NL)
    assert 'class="place"' not in markup
    assert "Letterlijk uit" not in markup
    assert "onze kopie" not in markup


def test_the_place_is_where_in_the_source_the_words_stand() -> None:
    markup = render_sources(exchange(placed(_ORIGINAL, page=17)), _NL)
    assert (
        '<span class="place"><span class="step">Hoofdstuk 2</span><span class="step">Melden</span>'
        '<span class="spot">bladzijde 17</span></span>'
    ) in markup
    english = render_sources(exchange(placed(_ORIGINAL, page=17)), ANSWER_TEXTS["en"])
    assert '<span class="spot">page 17</span>' in english


@pytest.mark.parametrize(
    ("locator", "language", "words"),
    [
        ("artikel 3, lid 2", "nl", "artikel 3, lid 2"),
        ("artikel 3, lid 2", "en", "artikel 3, lid 2"),
        ("alinea 12", "nl", "alinea 12"),
        ("alinea 12", "en", "paragraph 12"),
    ],
)
def test_a_text_without_pages_has_a_place_too(locator: str, language: Language, words: str) -> None:
    cited = placed(_ORIGINAL, locator=locator)
    markup = render_sources(exchange(cited), ANSWER_TEXTS[language])
    assert f'<span class="spot">{words}</span>' in markup


def test_every_page_that_is_cited_is_named_once() -> None:
    spans = [replace(s, page=p) for s, p in zip(_ORIGINAL.spans, (1, 1, 2), strict=True)]
    markup = render_sources(exchange(replace(_ORIGINAL, spans=tuple(spans))), _NL)
    spots = [part.split("<")[0] for part in markup.split('class="spot">')[1:]]
    assert spots == ["bladzijde 1", "bladzijde 2"]


def test_lines_lists_and_rows_stay_as_in_the_source() -> None:
    markup = render_sources(exchange(_ORIGINAL), _NL)
    assert markup.count('<p class="passage answer">') == 2
    assert markup.count('<p class="passage answer item">') == 1
    assert (
        'Doe dit:&#10;<span class="line">1. kijk;</span>&#10;<span class="line">2. bel.' in markup
    )
    assert 'Wie: u<span class="bar"> | </span>Wanneer: nu' in markup
    assert "\n" not in markup


def test_links_lead_to_the_page_at_the_publisher_and_in_our_copy() -> None:
    report = replace(LAW, url="https://www.voorbeeld.test/nota.pdf", kind="rapport")
    markup = render_sources(exchange(placed(_ORIGINAL, page=17), sources=(report,)), _NL)
    assert 'href="https://www.voorbeeld.test/nota.pdf#page=17"' in markup
    assert 'href="/api/v1/sources/wet-vifo/files/ab12.pdf#page=17"' in markup
    assert "Open onze kopie (bladzijde 17)" in markup


@pytest.mark.parametrize(
    ("file", "label"),
    [("a.docx", "Open onze kopie<"), ("a.html", "Open onze kopie (als broncode)")],
)
def test_a_copy_that_reads_badly_says_so(file: str, label: str) -> None:
    assert label in render_sources(exchange(replace(_ORIGINAL, file=file)), _NL)


def test_what_is_internal_has_no_link_to_our_copy() -> None:
    markup = render_sources(exchange(replace(_ORIGINAL, label="internal")), _NL)
    assert "Letterlijk uit" in markup
    assert "onze kopie" not in markup
    assert "/files/" not in markup


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-01-01", "2025-07-01", "deze versie gold van 1 januari 2024 tot 1 juli 2025"),
        (None, "2025-07-01", "deze versie gold tot 1 juli 2025"),
        ("2025-07-01", None, "geldt vanaf 1 juli 2025"),
        (None, None, "gepubliceerd: 1 juni 2023 · versie 2025"),
    ],
)
def test_since_when_the_words_held(start: str | None, end: str | None, words: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    cited = replace(_ORIGINAL, valid_from=days[0], valid_until=days[1])
    assert f"wettekst · {words}" in render_sources(exchange(cited), _NL)


def test_a_report_is_published_and_does_not_hold() -> None:
    cited = replace(_ORIGINAL, valid_from=date(2025, 7, 1))
    markup = render_sources(exchange(cited, sources=(replace(LAW, kind="rapport"),)), _NL)
    assert "geldt vanaf" not in markup
    assert "gepubliceerd: 1 juni 2023" in markup


def test_a_passage_has_one_card_with_all_its_numbers() -> None:
    markup = render_sources(exchange(_CITED), _NL)
    assert markup.count("<details") == 1
    assert markup.count("<mark>") == 2
    assert '<span class="number">1</span><span class="number">2</span>' in markup


def test_words_that_are_not_cited_are_shown_and_not_marked() -> None:
    whole = exchange(_CITED)
    markup = render_sources(replace(whole, citations=whole.citations[:1]), _NL)
    assert "Tenzij niet." in markup
    assert markup.count("<mark>") == 1


def test_the_title_counts_the_sources_it_does_not_name() -> None:
    other = replace(LAW, id="S2", title="Besluit")
    third = replace(LAW, id="S3", title="Regeling")
    two = render_sources(exchange(_CITED, sources=(LAW, other)), _NL)
    assert "Wet veiligheidstoets, wetten.overheid.nl: Besluit</span>" in two
    three = render_sources(exchange(_CITED, sources=(LAW, other, third)), _NL)
    assert "Wet veiligheidstoets en nog 2 bronnen</span>" in three
    assert three.count("<li>") == 3


def test_a_source_has_its_kind_dates_version_and_a_safe_link() -> None:
    markup = render_sources(exchange(_CITED), _NL)
    assert "wettekst · gepubliceerd: 1 juni 2023 · versie 2025 · gelezen: november 2026" in markup
    assert 'href="https://wetten.overheid.nl/BWBR0046747" rel="noopener noreferrer"' in markup


def test_a_source_that_is_not_official_says_so() -> None:
    assert "niet-officiële bron" in render_sources(exchange(_CITED, sources=(NEWS,)), _NL)
    assert "niet-officiële bron" not in render_sources(exchange(_CITED), _NL)


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "data:text/html,x", "//x.nl"])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert href(url) is None


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-06-01", "1 juni 2023"),
        ("2026-11", "november 2026"),
        ("2025", "2025"),
        ("onbekend", "onbekend"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(iso: str, words: str) -> None:
    assert spoken_date(iso, _NL) == words


def _text(markup: str) -> str:
    """Return what stands between the tags."""
    return "".join(part.split(">", 1)[-1] for part in markup.split("<"))
