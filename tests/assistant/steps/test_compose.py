from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.steps.compose import Compose
from assistant.turn import Turn
from indexer.documents import Role
from indexer.passages import Passage
from indexer.terms import Terms
from tests.assistant.parts import (
    ACTION,
    ALSO,
    ANSWER,
    CONDITION,
    WHERE,
    Said,
    make_hit,
    make_passage,
    make_turn,
)

TERMS = Terms([], [])

STAKE = make_passage(
    "belang",
    [
        ("Een belang van 10 procent moet u melden.", ANSWER),
        ("Dat geldt alleen bij zeer sensitieve technologie.", CONDITION),
        ("Zoek de technologie op in de lijst.", ACTION),
        ("Bel het bureau bij twijfel.", WHERE),
    ],
)
PERIOD = make_passage(
    "termijn",
    [
        ("Het besluit volgt binnen acht weken.", ANSWER),
        ("Doorgaan is tot die tijd verboden.", CONDITION),
        ("Een belang van 10 procent moet u echt melden.", WHERE),
    ],
)


def composed(turn: Turn, *, most_words: int = 220) -> Turn:
    return Compose(TERMS.of_text, most_words=most_words)(turn)


def texts(turn: Turn) -> list[str]:
    return [sentence.text for sentence in turn.draft]


def test_one_section_is_given_whole_and_in_order() -> None:
    turn = composed(make_turn(make_hit(STAKE)))
    assert texts(turn) == [STAKE.quote(span) for span in STAKE.spans]
    assert all(s.passage is STAKE and s.passage.quote(s.span) == s.text for s in turn.draft)


def test_a_second_section_stands_apart_without_repetition() -> None:
    turn = composed(make_turn(make_hit(STAKE), make_hit(PERIOD)))
    assert texts(turn) == [
        "Een belang van 10 procent moet u melden.",
        "Dat geldt alleen bij zeer sensitieve technologie.",
        "Zoek de technologie op in de lijst.",
        "Het besluit volgt binnen acht weken.",
        "Doorgaan is tot die tijd verboden.",
        "Bel het bureau bij twijfel.",
    ]
    assert {s.role is ALSO for s in turn.draft if s.passage is PERIOD} == {True}
    assert ALSO not in {s.role for s in turn.draft if s.passage is STAKE}


def test_rejected_hits_say_nothing() -> None:
    turn = composed(make_turn(make_hit(STAKE), make_hit(PERIOD, kept=False)))
    assert {sentence.passage.id for sentence in turn.draft} == {STAKE.id}
    assert composed(make_turn(make_hit(STAKE, kept=False))).draft == ()


def test_a_section_that_does_not_fit_is_left_out_whole() -> None:
    turn = composed(make_turn(make_hit(STAKE), make_hit(PERIOD)), most_words=35)
    assert {sentence.passage.id for sentence in turn.draft} == {STAKE.id}


def test_the_best_section_is_never_cut_for_length() -> None:
    turn = composed(make_turn(make_hit(STAKE)), most_words=5)
    assert len(turn.draft) == len(STAKE.spans)


sections = st.lists(
    st.tuples(
        st.text("abcde ", min_size=5, max_size=40),
        st.sampled_from([ANSWER, CONDITION, ACTION, WHERE]),
    ),
    min_size=1,
    max_size=6,
)


def conditions(passage: Passage) -> set[str]:
    return {passage.quote(span) for span in passage.spans if span.role is CONDITION}


@given(first=sections, second=sections, most_words=st.integers(1, 60))
def test_no_condition_of_what_is_said_is_lost(first: Said, second: Said, most_words: int) -> None:
    passages = [make_passage("een", first), make_passage("twee", second)]
    turn = composed(make_turn(*map(make_hit, passages)), most_words=most_words)
    said = set(texts(turn))
    assert conditions(passages[0]) <= said
    roles = [list(Role).index(sentence.role) for sentence in turn.draft]
    assert roles == sorted(roles)


LAW = replace(
    make_passage(
        "wet",
        [
            ("Een belang van 10 procent moet u melden.", ANSWER),
            ("Dat geldt niet voor de volgende gevallen.", ANSWER),
            ("Het besluit volgt binnen acht weken.", ANSWER),
        ],
    ),
    basis="original",
)


def ordered(passage: Passage, *numbers: int) -> Passage:
    """Return the passage with spans that read like orders to a model."""
    spans = tuple(replace(s, order=n in numbers) for n, s in enumerate(passage.spans))
    return replace(passage, spans=spans)


def test_an_original_is_said_whole_even_where_it_repeats() -> None:
    turn = composed(make_turn(make_hit(STAKE), make_hit(LAW)))
    said = [sentence.text for sentence in turn.draft if sentence.passage is LAW]
    assert said == [LAW.quote(span) for span in LAW.spans]
    digest = replace(LAW, id="digest", basis="digest")
    turn = composed(make_turn(make_hit(STAKE), make_hit(digest)))
    assert "Een belang van 10 procent moet u melden." not in [
        sentence.text for sentence in turn.draft if sentence.passage is digest
    ]


def test_an_original_that_adds_nothing_is_not_said_at_all() -> None:
    same = replace(STAKE, id="zelfde", basis="original")
    turn = composed(make_turn(make_hit(STAKE), make_hit(same)))
    assert {sentence.passage.id for sentence in turn.draft} == {STAKE.id}


def test_an_original_that_does_not_fit_is_left_out_whole() -> None:
    turn = composed(make_turn(make_hit(STAKE), make_hit(LAW)), most_words=35)
    assert {sentence.passage.id for sentence in turn.draft} == {STAKE.id}


def test_an_order_to_a_model_is_never_said() -> None:
    law = ordered(LAW, 1)
    for hits in ((make_hit(law),), (make_hit(STAKE), make_hit(law))):
        said = texts(composed(make_turn(*hits)))
        assert "Het besluit volgt binnen acht weken." in said
        assert "Dat geldt niet voor de volgende gevallen." not in said


def test_a_passage_of_orders_alone_says_nothing() -> None:
    assert composed(make_turn(make_hit(ordered(LAW, 0, 1, 2)))).draft == ()
    turn = composed(make_turn(make_hit(STAKE), make_hit(ordered(LAW, 0, 1, 2))))
    assert {sentence.passage.id for sentence in turn.draft} == {STAKE.id}
