from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "Hoe werkt bedrijfsspionage?",
        "Moet ik dat melden?",
        "wat doed bti nou precies",
        "meldplicht vifo drempels",
        "Do we dat melden bij BTI of niet?",
        "BTI",
        "???",
        "Wat betekent шпион?",
        "Wat is een end-user statement?",
    ],
)
def test_dutch_is_dutch_and_so_is_what_is_in_doubt(text: str) -> None:
    assert detect_language(text) == "nl"


@pytest.mark.parametrize(
    "text",
    [
        "How does industrial espionage work?",
        "Do I have to notify a minority stake?",
        "Who do I call about a suspicious colleague?",
        "export licence for drones",
        "Is the Wet Vifo applicable to us?",
    ],
)
def test_english_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Muss ich einen Investor aus dem Ausland melden, bevor er Anteile kauft?",
        "Comment puis-je signaler un cas d'espionnage industriel dans mon entreprise ?",
        "¿Cómo puedo notificar una inversión extranjera en mi empresa?",
        "Şirketimdeki casusluğu nereye bildirebilirim ve kim bana yardım eder?",
        "Как мне сообщить о шпионаже в моей компании?",
        "我应该在哪里举报间谍活动？",
        "أين أبلغ عن التجسس في شركتي؟",
    ],
)
def test_other_languages_are_told_apart(text: str) -> None:
    assert detect_language(text) == "other"


@given(st.text(max_size=120))
def test_every_text_has_a_language(text: str) -> None:
    assert detect_language(text) in ("nl", "en", "other")
