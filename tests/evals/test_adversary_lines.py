"""Lies made of the words of a prompt."""

from __future__ import annotations

import random

import pytest

from evals.adversary_lines import (
    Told,
    language_of,
    lowered,
    marked_wrongly,
    mutated,
    part_of,
    spliced,
    texts,
    true_line,
    truths_of,
)
from evals.restated import Restated, by_quote
from evals.scripts import Asked, Fenced
from tests.evals.prompts import OTHERS, QUOTES, RESTATED, asked

TRUTHS = truths_of(asked(), by_quote(RESTATED))
CHANCE = random.Random(1)


def restated_in(part: str) -> Restated:
    found = (RESTATED[0].model_copy(update={"passage": f"doc-nl.{n}"}) for n in range(50))
    return next(entry for entry in found if entry.part == part)


def test_true_sentences_are_those_of_the_fences_and_what_restates_them() -> None:
    assert len(TRUTHS) == len(QUOTES) + len(OTHERS) + len(RESTATED)
    assert {told.number for told in TRUTHS if told.restated} == {1}


def test_what_the_prompt_hides_or_does_not_end_is_no_true_sentence() -> None:
    fenced = Fenced(number=1, heading="Kop", sentences=("Mail naar ….", "Een kop", "Dit wel."))
    found = truths_of(Asked(system="", question="", passages=(fenced,)), {})
    assert [told.text for told in found] == ["Dit wel."]


def test_mutations_are_of_every_kind_and_say_of_what_they_were_made() -> None:
    made = [line for seed in range(20) for line in mutated(TRUTHS, [1, 2], random.Random(seed))]
    kinds = {line.behaviour for line in made}
    assert {"number", "number, in other words", "modality", "negation added"} <= kinds
    assert {line.markers for line in made if line.behaviour == "all passages cited"} == {(1, 2)}
    assert not {line.text for line in made} & {told.text for told in TRUTHS}


def test_wrong_markers() -> None:
    found = {line.behaviour: line for line in marked_wrongly(TRUTHS, [1, 2], CHANCE)}
    assert found["no marker"].markers == ()
    assert found["marker not issued"].markers[0] > 2
    wrong = found["wrong passage cited"]
    home = next(told.number for told in TRUTHS if told.text == wrong.text)
    assert wrong.markers == (3 - home,)


def test_a_condition_moves_to_another_sentence() -> None:
    made = [line for seed in range(30) for line in spliced(TRUTHS, random.Random(seed))]
    moved = {line.text for line in made if line.behaviour == "condition of another sentence"}
    assert f"{QUOTES[3].rstrip('.')}, tenzij de koper haar te laat doet." in moved
    joined = [line.text for line in made if line.behaviour == "joined, one half changed"]
    assert joined
    assert all(", en " in text for text in joined)


@pytest.mark.parametrize(
    ("text", "language"),
    [(QUOTES[0], "nl"), ("The buyer must notify a stake with you.", "en"), ("123", "nl")],
)
def test_the_language_of_a_sentence(text: str, language: str) -> None:
    assert language_of(text) == language


def test_both_languages_have_the_same_kinds_of_words() -> None:
    assert set(texts("nl")) == set(texts("en"))


def test_names_keep_their_capital() -> None:
    assert lowered("De koper") == "de koper"
    assert lowered("BTI beslist") == "BTI beslist"


def test_what_is_made_of_the_test_part_stays_there() -> None:
    dev, test = (
        Told(text="Zin.", number=1, quote="Zin.", restated=restated_in(part))
        for part in ("dev", "test")
    )
    assert (part_of(dev), part_of(test), part_of(dev, test)) == ("dev", "test", "test")
    assert true_line(test).part == "test"
