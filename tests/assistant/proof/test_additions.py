from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.additions import Additions
from indexer.terms import Terms

ADDITIONS = Additions(Terms(["meldplicht", "export", "vergunning", "controle"], []).of_text)
QUOTE = "Een investering meldt u vooraf bij het BTI, behalve bij een erfenis."
ENGLISH = "You notify an investment to BTI beforehand, except with an inheritance."


@pytest.mark.parametrize(
    "said",
    [
        QUOTE,
        "Vooraf meldt u een investering bij het BTI, behalve bij een erfenis.",
        "Een investering wordt vooraf bij het BTI gemeld.",
        "Als het een erfenis is, meldt u die investering bij het BTI.",
    ],
)
def test_other_forms_and_another_order_add_nothing(said: str) -> None:
    assert ADDITIONS.first(said, QUOTE, "nl") == ""


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("Een investering meldt u vooraf gratis bij het BTI.", "gratis"),
        ("Een investering meldt de gemeente vooraf bij het BTI.", "gemeente"),
        ("Een investering of lening meldt u vooraf bij het BTI.", "lening"),
        ("Een kleine investering meldt u vooraf bij het BTI.", "kleine"),
        ("Een investering meldt u vooraf bij het BTI (bit.ly/bti).", "bit.ly/bti"),
        ("Een investering meldt u vooraf bij het BTI, anders vervalt uw subsidie.", "anders"),
        ("Een investering moet u vooraf melden bij het BTI.", "moet"),
        ("Alleen een investering meldt u vooraf bij het BTI.", "alleen"),
        ("Een investering meldt u achteraf bij het BTI.", "achteraf"),
        ("Een investering meldt u vooraf bij het BTI bij het BTI.", "bti"),
    ],
)
def test_what_is_added_is_named(said: str, added: str) -> None:
    assert ADDITIONS.first(said, QUOTE, "nl") == added


def test_english_is_read_as_english() -> None:
    told = "An investment you are to notify to BTI beforehand, except with an inheritance."
    assert ADDITIONS.first(told, ENGLISH, "en") == ""
    assert ADDITIONS.first(told.replace("BTI", "BTI for free"), ENGLISH, "en") == "free"


def test_a_word_that_stands_in_for_another_is_named() -> None:
    quote = "De koper meldt aan de verkoper, en de verkoper bevestigt."
    said = "De verkoper meldt aan de verkoper, en de verkoper bevestigt."
    assert ADDITIONS.first(said, quote, "nl") == "verkoper"
    assert ADDITIONS.first(quote, quote, "nl") == ""


@given(st.text(st.sampled_from("abcdeg zvmn.,"), max_size=60))
def test_a_text_adds_nothing_to_itself(text: str) -> None:
    assert ADDITIONS.first(text, text, "nl") == ""
    assert ADDITIONS.kept(text, text, "nl") == 1.0


def test_how_much_is_kept() -> None:
    assert ADDITIONS.kept("Een investering meldt u vooraf.", "Meld een investering.", "nl") == 1.0
    assert ADDITIONS.kept("Een erfenis.", "Een investering, erfenis, fusie.", "nl") < 0.5


def test_how_often_the_order_goes_back() -> None:
    quote = "De koper betaalt, de verkoper bevestigt en het bureau antwoordt."
    halves = "De verkoper bevestigt en het bureau antwoordt; de koper betaalt."
    dealt = "Het bureau betaalt, de koper antwoordt en de verkoper bevestigt."
    assert ADDITIONS.jumps(quote, quote, "nl") == 0
    assert ADDITIONS.jumps(halves, quote, "nl") == 1
    assert ADDITIONS.jumps(dealt, quote, "nl") > 1


def test_words_are_not_said_over_and_over() -> None:
    quote = "Het spoor partner draait om samenwerken."
    assert ADDITIONS.first(f"{quote[:-1]} in het spoor partner.", quote, "nl")


@pytest.mark.parametrize(
    ("said", "new"),
    [
        (QUOTE, []),
        ("Als het een investering is, meldt u die vooraf bij het BTI.", []),
        ("Investeringen worden vooraf gemeld bij het BTI.", []),
        ("Investeringen komen vooraf bij het BTI terecht.", ["komen", "terecht"]),
    ],
)
def test_new_words_are_those_that_the_quote_has_in_no_form(said: str, new: list[str]) -> None:
    assert ADDITIONS.new_words(said, QUOTE, "nl") == new


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        (
            "Als u kennis geheim wilt houden, meldt u dat.",
            "Wilt u kennis geheimhouden, meld dat dan.",
        ),
        (
            "Als een besluit uitblijft, eindigt de blokkade.",
            "Blijft een besluit uit, dan eindigt de blokkade.",
        ),
        (
            "Het geldt voor een Nederlands techbedrijf.",
            "Het geldt voor een Nederlandse aanbieder of techbedrijf.",
        ),
        ("Het geldt niet als het klein is.", "Het geldt evenmin als het klein is."),
        ("De dreiging is volgens de AIVD toegenomen.", "De dreiging is toegenomen, stelt de AIVD."),
        ("Melden is verplicht, net als bewaren.", "Melden en bewaren is verplicht."),
    ],
)
def test_forms_of_a_word_are_that_word(said: str, quote: str) -> None:
    assert ADDITIONS.first(said, quote, "nl") == ""


def test_a_mouth_is_not_made() -> None:
    assert (
        ADDITIONS.first("De dreiging stijgt volgens u.", "De dreiging stijgt.", "nl") == "volgens"
    )
