from __future__ import annotations

from evals.mutation_names import change_name, exchange_names
from tests.evals.lies import made


def test_a_name_becomes_another_that_the_sentence_does_not_hold() -> None:
    sentence = "De AIVD en de MIVD werken samen in Rotterdam."
    found = made(change_name, sentence)
    assert len(found) == 3
    for text in found:
        assert text != sentence
        assert sum(name in text for name in ("AIVD", "MIVD", "Rotterdam")) == 2


def test_names_are_exchanged_unless_they_stand_in_one_list() -> None:
    assert made(exchange_names, "De AIVD en de MIVD werken samen.") == []
    assert made(exchange_names, "De AIVD doet dat werk, bij defensie de MIVD.") == [
        "De MIVD doet dat werk, bij defensie de AIVD."
    ]


def test_without_a_name_nothing_is_made() -> None:
    assert made(change_name, "Hier staat geen naam, ook geen AIVD-achtige.") == []
