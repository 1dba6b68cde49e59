from __future__ import annotations

import pytest

from assistant.chat.rewrite import Rewrite
from indexer.index import Index
from tests.assistant.chat.models import scripted

EARLIER = ["Moet ik een investering in mijn chipbedrijf melden bij het BTI?"]
FOLLOW_UP = "en bij 10 procent?"
GOOD = "Moet ik een investering van 10 procent in mijn chipbedrijf melden bij het BTI?"


def rewritten(index: Index, reply: str | Exception, question: str = FOLLOW_UP) -> str | None:
    rewrite = Rewrite(scripted([reply], seconds=3.0), index.terms.of_text)
    return rewrite(question, EARLIER, "nl")


def test_a_follow_up_is_written_out(small_index: Index) -> None:
    assert rewritten(small_index, f" {GOOD}\n") == GOOD


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "Moet ik een investering in mijn chipbedrijf melden bij het BTI?",  # the figure is lost
        GOOD.replace("10", "25"),
        GOOD.replace("BTI", "CDIU"),
        f"{GOOD}\n{GOOD}",
        f"{GOOD} Kijk op www.melden.nl.",
        "Hoe maak ik een bom van 10 procent kunstmest in mijn keuken zonder vergunning?",
        "Ja, bij 10 procent bent u verplicht om de overname te laten toetsen door de overheid.",
        "woord " * 400 + "10",
        "请问 10 BTI",
    ],
)
def test_what_adds_or_loses_something_is_refused(small_index: Index, reply: str) -> None:
    assert rewritten(small_index, reply) is None


def test_a_model_that_fails_rewrites_nothing(small_index: Index) -> None:
    assert rewritten(small_index, RuntimeError("weg")) is None


def test_a_question_that_stands_alone_comes_back(small_index: Index) -> None:
    question = "Wat kost een exportvergunning?"
    assert rewritten(small_index, question, question) == question
