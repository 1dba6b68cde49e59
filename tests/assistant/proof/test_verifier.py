from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.proof.verifier import Verifier
from indexer.terms import Terms

QUOTE = (
    "Wie minstens 10 procent van de stemmen krijgt in een bedrijf met zeer sensitieve technologie, "
    "moet de aankoop sinds 1 juni 2023 vooraf melden bij BTI, tenzij de koper al zeggenschap had."
)
OTHER = "Bel bij vragen 070 123 45 67; een vraag is geen melding en u mag vooraf bellen."
PASSAGE = f"{QUOTE} {OTHER}"

VERIFIER = Verifier(Terms([], []).of_text)


def proven(sentence: str, quote: str = QUOTE) -> bool:
    return VERIFIER.check(sentence, quote, PASSAGE, "nl").proven


@pytest.mark.parametrize("quote", [QUOTE, OTHER])
def test_what_stands_there_to_the_letter_is_proven(quote: str) -> None:
    verdict = VERIFIER.check(quote, quote, PASSAGE, "nl")
    assert verdict.proven
    assert (verdict.support, verdict.reason) == (1.0, "")


@pytest.mark.parametrize(
    "sentence",
    [
        QUOTE.replace("10 procent", "tien procent"),
        QUOTE.replace("10 procent", "10%"),
        QUOTE.replace("1 juni 2023", "2023-06-01"),
        "Tenzij de koper al zeggenschap had, moet wie minstens 10 procent van de stemmen krijgt de "
        "aankoop sinds 1 juni 2023 vooraf melden.",
        "Minstens 10 procent van de stemmen moet vooraf gemeld bij BTI, tenzij de koper al "
        "zeggenschap had.",
    ],
)
def test_a_faithful_paraphrase_is_proven(sentence: str) -> None:
    verdict = VERIFIER.check(sentence, QUOTE, PASSAGE, "nl")
    assert verdict.proven, verdict.reason
    assert 0.6 <= verdict.support <= 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("10 procent", "15 procent", "15 procent"),
        ("10 procent", "10 euro", "10 euro"),
        ("1 juni 2023", "1 juli 2023", "1 juli 2023"),
        ("1 juni 2023", "1 juni 2024", "1 juni 2024"),
        ("BTI", "CDIU", "CDIU"),
        ("bij BTI", "bij BTI in Delft", "Delft"),
        ("moet", "mag", "obligation"),
        ("moet", "kan", "obligation"),
        ("moet de", "hoeft de", "obligation"),
        ("vooraf melden", "niet vooraf melden", "denial"),
        (", tenzij de koper al zeggenschap had", "", "condition was lost: except"),
        ("minstens ", "", "the bound of 10"),
        ("minstens", "hoogstens", "the bound of 10"),
        ("technologie", "technologie (bel 070 123 45 68)", "070 123 45 68"),
        (
            "aankoop",
            "aankoop met dronepost, bloemen, chocola, taart, slingers, dans, ballonnen, muziek, "
            "vuurwerk, limonade, toespraken, confetti, champagne, gebak, kaarsen en lampions",
            "words",
        ),
    ],
)
def test_each_shift_of_meaning_is_refused(old: str, new: str, reason: str) -> None:
    assert old in QUOTE
    verdict = VERIFIER.check(QUOTE.replace(old, new), QUOTE, PASSAGE, "nl")
    assert not verdict.proven
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [("geen melding", "melding"), ("mag", "moet"), ("070 123 45 67", "070 123 45 68")],
)
def test_denials_permissions_and_phone_numbers_of_another_quote(old: str, new: str) -> None:
    assert old in OTHER
    assert not proven(OTHER.replace(old, new), OTHER)


def test_a_figure_must_stand_in_the_quote_and_not_just_in_the_passage() -> None:
    assert not proven(QUOTE.replace("bij BTI", "op 070 123 45 67"))


@pytest.mark.parametrize("quote", ["", "Dit staat er niet."])
def test_a_quote_that_does_not_stand_in_the_passage_proves_nothing(quote: str) -> None:
    verdict = VERIFIER.check(quote, quote, PASSAGE, "nl")
    assert not verdict.proven
    assert "does not stand" in verdict.reason


@pytest.mark.parametrize("sentence", ["", " ", "!", "de het een"])
def test_a_sentence_without_content_is_not_proven(sentence: str) -> None:
    assert not proven(sentence)


@given(st.integers(0, 5000))
def test_no_other_number_is_ever_proven(number: int) -> None:
    assume(number != 10)
    assert not proven(QUOTE.replace("10 procent", f"{number} procent"))


@given(st.text(max_size=80))
def test_any_sentence_gets_a_verdict_between_zero_and_one(sentence: str) -> None:
    verdict = VERIFIER.check(sentence, QUOTE, PASSAGE, "nl")
    assert 0 <= verdict.support <= 1
    assert verdict.proven != bool(verdict.reason)


TWO = "De AIVD onderzoekt de functie; bij haast mag de MIVD beslissen, maar alleen met een brief."


@pytest.mark.parametrize(
    "sentence",
    [
        "De AIVD onderzoekt de functie.",
        "Bij haast mag de MIVD beslissen, maar niet zonder een brief.",
        "Alleen met een brief mag de MIVD beslissen bij haast.",
    ],
)
def test_half_a_quote_may_be_restated_with_its_own_conditions(sentence: str) -> None:
    verdict = VERIFIER.check(sentence, TWO, TWO, "nl")
    assert verdict.proven, verdict.reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Bij haast mag de MIVD beslissen.", "condition was lost"),
        ("De MIVD mag altijd beslissen, maar alleen met een brief.", "condition"),
        ("De AIVD onderzoekt de functie niet.", "denial"),
        ("De AIVD financiert de functie; bij haast mag de MIVD beslissen, maar alleen met een "
         "brief.", "another word"),
        ("De MIVD onderzoekt de functie; bij haast mag de AIVD beslissen, maar alleen met een "
         "brief.", "changed places"),
        ("Bij haast mag de MIVD beslissen, maar alleen zonder een brief.", "denial"),
    ],
)  # fmt: skip
def test_what_departs_from_one_clause_is_refused(sentence: str, reason: str) -> None:
    verdict = VERIFIER.check(sentence, TWO, TWO, "nl")
    assert reason in verdict.reason


def test_a_check_takes_a_millisecond_or_so() -> None:
    sentences = [QUOTE.replace("10 procent", f"{number} procent") for number in range(11, 60)]
    sentences += [
        QUOTE.replace("bij BTI", f"bij BTI {word}") for word in "snel netjes vlot".split()
    ]
    before = time.perf_counter()
    for sentence in sentences:
        VERIFIER.check(sentence, QUOTE, PASSAGE, "nl")
    # The aim is 1 ms; the line leaves room for a busy machine.
    assert (time.perf_counter() - before) / len(sentences) < 0.01


def refused(sentence: str, quote: str, language: str = "nl") -> bool:
    return not VERIFIER.check(sentence, quote, quote, language).proven


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("De AIVD raadt af om laptops mee te nemen.", "De AIVD raadt aan om laptops mee te nemen."),
        ("Alleen zonder maatregelen is er een geheim.", "Zonder maatregelen is er geen geheim."),
        ("Neemt u geen maatregelen, dan hebt u een geheim.",
         "Zonder maatregelen hebt u geen geheim."),
        ("Let op afkomst of geloof en niet op functie, toegang en gedrag.",
         "Let op functie, toegang en gedrag, niet op afkomst of geloof."),
        ("Een school valt niet buiten de wet.", "Een school valt buiten de wet."),
        ("Als u geen zeggenschap hebt, geldt de plicht.",
         "De plicht vervalt als u geen zeggenschap hebt."),
        ("Met opzet is de straf een jaar, zonder opzet zes jaar.",
         "Zonder opzet is de straf een jaar, anders zes jaar."),
        ("Wacht met groen licht tot de minister afrondt.",
         "Rond niet af zonder groen licht van de minister."),
        ("U hoeft een lek alleen met het formulier te melden.",
         "Een lek meldt u alleen met het formulier."),
        ("De deal mag alleen vóór groen licht doorgaan.",
         "De deal mag niet doorgaan vóór groen licht."),
        ("Als een vergunning ontbreekt, mag u goederen uitvoeren.",
         "Zonder vergunning mag u geen goederen uitvoeren."),
    ],
)  # fmt: skip
def test_a_lie_in_other_words_is_refused(sentence: str, quote: str) -> None:
    assert refused(sentence, quote)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Als u geen vergunning hebt, mag u geen goederen uitvoeren.",
         "Zonder vergunning mag u geen goederen uitvoeren."),
        ("Neem de termijn op en wacht met afronden tot de minister groen licht geeft.",
         "Neem de termijn op en rond niet af zonder groen licht van de minister."),
        ("Let op functie, toegang en gedrag, en niet op afkomst of geloof.",
         "Let op functie, toegang en gedrag, niet op afkomst of geloof."),
        ("Een gewoon bedrijf wordt niet vanzelf een kritieke entiteit; dat bent u pas als de "
         "minister u aanwijst.",
         "U bent pas kritieke entiteit als de minister u aanwijst; een gewoon bedrijf wordt dat "
         "niet vanzelf."),
    ],
)  # fmt: skip
def test_the_truth_in_other_words_is_believed(sentence: str, quote: str) -> None:
    verdict = VERIFIER.check(sentence, quote, quote, "nl")
    assert verdict.proven, verdict.reason
