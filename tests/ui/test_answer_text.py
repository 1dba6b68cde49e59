"""An answer as Markdown: blocks, markers, and nothing that Markdown would read as mark-up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import ProvenSentence
from assistant.pipeline import Assistant
from indexer.documents import Role
from tests.ui.answer_parts import answer as exchange_answer
from tests.ui.answer_parts import exchange, passage
from tests.ui.conftest import ASKED
from ui.answer_text import answer_text, marked, plain


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
