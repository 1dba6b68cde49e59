from __future__ import annotations

import pytest

from evals.pairs import load_pairs
from evals.support import agreement, main, names, numbers, objections, scored, supported

QUOTE = "BTI beslist binnen 8 weken, tenzij de koper al zeggenschap had; bellen mag op 088 1234567."


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        ("8 weken", "9 weken", "number"),
        ("8 weken", "8 maanden", "unit"),
        ("088 1234567", "088 1234568", "number"),
        ("BTI", "CDIU", "name"),
        (", tenzij de koper al zeggenschap had", "", "except"),
        ("mag", "moet", "duty"),
        ("beslist", "beslist niet", "denial"),
        ("BTI beslist binnen", "Erwtensoep met worst kookt op laag vuur rustig binnen", "words"),
    ],
)
def test_each_cue_objects(old: str, new: str, objection: str) -> None:
    assert objection in objections(QUOTE.replace(old, new), QUOTE)


@pytest.mark.parametrize(("old", "new"), [("8 weken", "acht weken"), ("tenzij", "behalve als")])
def test_the_same_in_other_words_is_supported(old: str, new: str) -> None:
    assert supported(QUOTE.replace(old, new), QUOTE)


def test_numbers_are_read_however_they_are_written() -> None:
    assert numbers("1.500 en 2 miljoen") == numbers("1500 en 2.000.000")
    assert numbers("op 23 mei 2024") == numbers("op 23-05-2024")
    assert numbers("+31 88 151 2122") == numbers("088 151 2122")
    assert names("De AIVD helpt in Delft.") == {"aivd", "delft"}


def test_agreement_is_measured_as_its_definitions_say() -> None:
    found = agreement([True, True, False, False], [True, False, True, False])
    assert (found.precision, found.recall, found.f1, found.kappa) == (0.5, 0.5, 0.5, 0.0)
    perfect = agreement([True, False], [True, False])
    assert (perfect.f1, perfect.kappa, perfect.count) == (1.0, 1.0, 2)
    with pytest.raises(ValueError, match="nothing"):
        agreement([], [])


def test_the_check_agrees_with_the_labels() -> None:
    assert scored(load_pairs()).kappa > 0.45


def test_the_score_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "kappa" in capsys.readouterr().out
