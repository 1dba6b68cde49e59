from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from evals.mutation_wording import (
    WORDING_RULES,
    add_negation,
    cut_condition,
    drop_negation,
    move_negation,
)
from tests.evals.lies import made


@pytest.mark.parametrize(
    ("kind", "language", "sentence", "expected"),
    [
        ("modality", "nl", "U moet dat melden.", "U mag dat melden."),
        ("modality", "nl", "Dat is verplicht.", "Dat is vrijwillig."),
        ("modality", "nl", "U hoeft dat niet te melden.", "U moet dat melden."),
        ("modality", "en", "You must notify.", "You need not notify."),
        ("negation dropped", "nl", "U mag dat niet doen.", "U mag dat doen."),
        ("negation dropped", "nl", "Zonder vergunning kan het.", "Met vergunning kan het."),
        ("negation dropped", "en", "There is no form.", "There is a form."),
        ("negation added", "nl", "Het geldt voor u.", "Het geldt niet voor u."),
        ("negation added", "nl", "U stuurt een brief naar BTI.", "U stuurt geen brief naar BTI."),
        ("negation added", "en", "The act applies here.", "The act does not apply here."),
        (
            "condition", "nl",
            "Vraagt de dienst om hulp, dan mag u dat weigeren.", "Altijd mag u dat weigeren.",
        ),
        (
            "condition", "nl",
            "Bij een globale vergunning is een programma verplicht.",
            "Altijd is een programma verplicht.",
        ),
        (
            "condition", "en",
            "If you know of it, you must tell us.", "Always you must tell us.",
        ),
        ("bound", "nl", "Minstens 3 jaar.", "Hoogstens 3 jaar."),
        ("opposite", "nl", "Voor iemand buiten de EU.", "Voor iemand binnen de EU."),
        (
            "negation moved", "nl",
            "Wie niet meldt, krijgt een boete.", "Wie meldt, krijgt niet een boete.",
        ),
    ],
)  # fmt: skip
def test_each_rule_makes_the_lie_it_is_named_for(
    kind: str, language: str, sentence: str, expected: str
) -> None:
    assert expected in made(WORDING_RULES[kind], sentence, language)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (drop_negation, "Dat is schadelijk, bewust of niet."),  # both are said
        (add_negation, "U mag dat niet doen."),  # nobody denies twice
        (move_negation, "Dat is zo."),
        (cut_condition, "Bel als het kan."),  # too little is left
        (cut_condition, "Dat geldt voor iedereen in ons land, ook als zij weinig verdienen."),
    ],
)
def test_what_would_leave_the_meaning_is_not_made(rule: object, sentence: str) -> None:
    assert callable(rule)
    found: Iterator[str] = rule(sentence, "nl", random.Random(1))
    assert list(found) == []


@pytest.mark.parametrize("kind", WORDING_RULES)
def test_no_rule_returns_the_sentence_itself(kind: str) -> None:
    sentence = "Bij haast moet u niet alleen minstens 3 keer bellen, tenzij het vooraf kan."
    assert sentence not in made(WORDING_RULES[kind], sentence)
