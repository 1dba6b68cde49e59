"""An answer as Markdown: blocks, markers, and nothing that Markdown would read as mark-up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answers import ProvenSentence
from assistant.pipeline import Assistant
from indexer.documents import Role
from tests.ui.answer_parts import answer as exchange_answer
from tests.ui.answer_parts import exchange, original, passage
from tests.ui.conftest import ASKED
from ui.answer_text import answer_text, is_item, marked, plain


def sentence(text: str, role: Role, *numbers: int) -> ProvenSentence:
    return ProvenSentence(text=text, citations=numbers, support=1.0, role=role)


def test_blocks_in_their_order(assistant: Assistant) -> None:
    answer = replace(
        assistant.invoke(ASKED),
        reply="",
        sentences=(
            sentence("Ja.", Role.ANSWER, 1),
            sentence("Soms.", Role.ANSWER, 2),
            sentence("Niet altijd.", Role.CONDITION, 3, 1),
            sentence("Doe dit.", Role.ACTION, 4),
            sentence("Bel hen.", Role.WHERE, 5),
        ),
    )
    assert answer_text(answer) == (
        "Ja. [1] Soms. [2]\n\n"
        "**Let op**\n\n- Niet altijd. [3][1]\n\n"
        "**Wat u kunt doen**\n\n- Doe dit. [4]\n\n"
        "**Waar u terecht kunt**\n\n- Bel hen. [5]"
    )
    assert "**Please note**" in answer_text(replace(answer, language="en"))


def test_each_further_section_stands_under_a_heading_of_its_own() -> None:
    first = exchange(passage((Role.ALSO, "Een."), (Role.ALSO, "Twee."))).citations
    more = passage((Role.ALSO, "Drie."), id="x.y", heading="Wie beslist?")
    third = replace(exchange(more).citations[0], number=3)
    answer = exchange_answer(
        citations=(*first, third),
        sentences=(
            sentence("Een.", Role.ALSO, 1),
            sentence("Twee.", Role.ALSO, 2),
            sentence("Drie.", Role.ALSO, 3),
        ),
    )
    assert answer_text(answer) == (
        "**Ook van belang: Wanneer meldt u?**\n\n- Een. [1]\n- Twee. [2]\n\n"
        "**Ook van belang: Wie beslist?**\n\n- Drie. [3]"
    )


def test_a_further_section_of_an_original_is_told_in_the_words_of_the_source() -> None:
    first = exchange(original((Role.ALSO, "Een."), heading="Melden")).citations
    digest = passage((Role.ALSO, "Twee."), id="x.y", document_id="x", heading="Melden")
    second = replace(exchange(digest).citations[0], number=2)
    answer = exchange_answer(
        citations=(*first, second),
        sentences=(sentence("Een.", Role.ALSO, 1), sentence("Twee.", Role.ALSO, 2)),
    )
    assert answer_text(answer) == (
        "**In de woorden van de bron: Melden**\n\n- Een. [1]\n\n"
        "**Ook van belang: Melden**\n\n- Twee. [2]"
    )
    english = answer_text(replace(answer, language="en"))
    assert "**In the source's own words: Melden**" in english


def test_two_sources_with_the_same_heading_are_not_run_together() -> None:
    first = exchange(original((Role.ALSO, "Een."), heading="Inleiding")).citations
    other = original((Role.ALSO, "Twee."), id="x.y", document_id="x", heading="Inleiding")
    second = replace(exchange(other).citations[0], number=2)
    answer = exchange_answer(
        citations=(*first, second),
        sentences=(sentence("Een.", Role.ALSO, 1), sentence("Twee.", Role.ALSO, 2)),
    )
    assert answer_text(answer).count("**In de woorden van de bron: Inleiding**") == 2


def test_an_answer_that_begins_with_an_original_has_no_heading() -> None:
    complete = exchange(original((Role.ANSWER, "Een."))).answer
    assert complete
    assert answer_text(complete) == "Een. [1]"


_LISTS = [
    (["Vooraf.", "Doe dit:\n1. kijk;\n2. bel.", "Daarna."],
     "Vooraf. [1] Doe dit:\n1. kijk;\n2. bel. [2]\n\nDaarna. [3]"),
    (["Let op:\n– een_a;\n• twee."], "Let op:\n- een\\_a;\n- twee. [1]"),
    (["De eisen zijn:\na. een;\nb. twee."], "De eisen zijn:\n- a. een;\n- b. twee. [1]"),
    (["Verder:\n3. drie;\n4. vier."], "Verder:\n- 3. drie;\n- 4. vier. [1]"),
    (["1. een;", "2. twee.", "Klaar."], "1. een; [1]\n2. twee. [2]\n\nKlaar. [3]"),
    (["Zie:", "Wie: u | Wat: dit", "Wie: ik | Wat: dat"],
     "Zie: [1]\n- Wie: u | Wat: dit [2]\n- Wie: ik | Wat: dat [3]"),
    (["# geen kop", "+ zo"], "\\# geen kop [1]\n- zo [2]"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "markdown"), _LISTS)
def test_a_list_of_the_source_is_a_list_in_markdown(texts: list[str], markdown: str) -> None:
    sentences = tuple(sentence(text, Role.ANSWER, n) for n, text in enumerate(texts, start=1))
    assert answer_text(exchange_answer(sentences=sentences)) == markdown


@pytest.mark.parametrize(("texts", "markdown"), _LISTS)
def test_a_reader_of_markdown_sees_the_same_items(texts: list[str], markdown: str) -> None:
    kinds = [token.type for token in MarkdownIt().parse(markdown)]
    lines = [line for text in texts for line in text.split("\n")[1:] or [text]]
    nested = sum(line.startswith(("3.", "4.")) for line in lines)
    assert kinds.count("list_item_open") - nested == sum(map(is_item, lines))


def test_a_list_within_a_further_section_lies_within_its_item() -> None:
    cited = exchange(original((Role.ALSO, "Doe dit:\n1. kijk;\n2. bel."), heading="Melden"))
    assert cited.answer
    assert answer_text(cited.answer).endswith("\n\n- Doe dit:\n  1. kijk;\n  2. bel. [1]")


def test_the_fixed_reply(assistant: Assistant) -> None:
    answer = assistant.invoke("xylofoon quiche zeppelin")
    assert answer_text(answer) == answer.reply


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a_b*c", r"a\_b\*c"),
        ("<b>[x]", r"\<b\>\[x\]"),
        ("10% (of 5.000)", "10% (of 5.000)"),
    ],
)
def test_mark_up_is_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped


def test_a_sentence_without_markers() -> None:
    assert marked(sentence("Ja.", Role.ANSWER)) == "Ja."


@given(st.text(st.sampled_from("ab -–*.()1|\n[]#_"), min_size=1, max_size=60))
def test_no_letter_or_figure_of_a_sentence_is_lost(text: str) -> None:
    told = marked(sentence(text, Role.ANSWER, 1))
    assert re.findall(r"\w", told.removesuffix("[1]")) == re.findall(r"\w", text)


def test_a_hyphen_in_the_middle_of_a_line_stays() -> None:
    text = "De doelen zijn:\n1. het tegengaan van ongewenste kennis- en technologieoverdracht."
    assert "kennis- en technologieoverdracht" in marked(sentence(text, Role.ALSO, 1))
