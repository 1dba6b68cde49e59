"""The cards of the sources panel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.documents import Role
from tests.ui.answer_parts import LAW, NEWS, exchange, passage
from ui.chat_sources import href, render_sources, spoken_date
from ui.chat_texts import ANSWER_TEXTS

_NL = ANSWER_TEXTS["nl"]
_CITED = passage((Role.ANSWER, "U meldt vooraf."), (Role.CONDITION, "Tenzij niet."))


def test_a_digest_is_called_ours_and_never_quoted() -> None:
    markup = render_sources(exchange(_CITED), _NL)
    assert "Onze samenvatting, op basis van: wetten.overheid.nl: Wet veiligheidstoets" in markup
    assert not set("“”„‘’«»\"'") & set(_text(markup))


def test_an_original_is_called_the_text_of_the_source() -> None:
    markup = render_sources(exchange(replace(_CITED, basis="original")), _NL)
    assert "Tekst van de bron: wetten.overheid.nl: Wet veiligheidstoets" in markup
    assert "Onze samenvatting" not in markup


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
