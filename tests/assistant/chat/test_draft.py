from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.draft import Drafted, sentences_of


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Een zin. [1]\nNog een. [2]\n", [("Een zin.", (1,)), ("Nog een.", (2,))]),
        ("Een zin. [1] Nog een. [2]", [("Een zin.", (1,)), ("Nog een.", (2,))]),
        ("Een zin [1].\nNog een [1, 2].", [("Een zin.", (1,)), ("Nog een.", (1, 2))]),
        ("- **Een** zin. [1]\n2. Nog een. [2][3]", [("Een zin.", (1,)), ("Nog een.", (2, 3))]),
        ("Zonder merk.\nMet merk. [1]", [("Zonder merk.", ()), ("Met merk.", (1,))]),
        ("## Kop\n\n\n", [("Kop", ())]),
        ("Dat kost 1.250,50 euro. [1]", [("Dat kost 1.250,50 euro.", (1,))]),
        ("Een halve zin", [("Een halve zin", ())]),
        ("[1]\n", []),
        ("Een zin. Nog een. [1]", [("Een zin.", (1,)), ("Nog een.", (1,))]),
        ("Een zin. [bron 1]\nNog een.【2】", [("Een zin.", (1,)), ("Nog een.", (2,))]),
        ("<think>Hm. [1]\nOf niet?</think>\nEen zin. [1]", [("Een zin.", (1,))]),
        ("<think>Hm. [1]\nnooit klaar", []),
        ("< 5 procent. [1]", [("< 5 procent.", (1,))]),
    ],
)
def test_sentences_and_their_markers(draft: str, expected: list[tuple[str, object]]) -> None:
    assert list(sentences_of([draft], "nl")) == [Drafted(*one) for one in expected]  # type: ignore[arg-type]


def test_a_sentence_leaves_as_soon_as_it_is_whole() -> None:
    read: list[str] = []

    def pieces() -> object:
        for piece in ("Een zi", "n. [1]", "\n", "Nog", " een. [2]", "\n"):
            read.append(piece)
            yield piece

    drafted = sentences_of(pieces(), "nl")  # type: ignore[arg-type]
    assert next(drafted) == Drafted("Een zin.", (1,))
    assert read == ["Een zi", "n. [1]", "\n"]
    assert [one.text for one in drafted] == ["Nog een."]


@given(st.lists(st.text(st.sampled_from("ab .[]12\n*-#,"), max_size=12)))
def test_how_a_draft_is_cut_in_pieces_makes_no_difference(pieces: list[str]) -> None:
    whole = list(sentences_of(["".join(pieces)], "nl"))
    assert list(sentences_of(pieces, "nl")) == whole or any("[" in piece for piece in pieces)


def test_a_draft_without_end_is_cut() -> None:
    drafted = list(sentences_of(("woord " for _ in range(2_000)), "nl"))
    assert all(len(one.text) <= 2_000 for one in drafted)
