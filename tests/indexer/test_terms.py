from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.lexicon import Entry
from indexer.terms import Terms, fold, words

VOCABULARY = [
    "bedrijf",
    "bedrijven",
    "spionage",
    "export",
    "controle",
    "exportcontrole",
    "regels",
    "kennis",
    "veiligheid",
    "investering",
    "toets",
]
LEXICON = [
    Entry(words=("geheime dienst", "spionnendienst"), terms=("AIVD", "MIVD")),
    Entry(words=("geheime",), terms=("vertrouwelijk",)),
]


@pytest.fixture
def terms() -> Terms:
    return Terms(VOCABULARY, LEXICON, known_stems=["vergun"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coördinatie ÉÉN", ["coordinatie", "een"]),
        ("10,5 procent, 1.500 euro.", ["10,5", "procent", "1.500", "euro"]),
        ("dual-use e-mail", ["dual", "use", "e", "mail"]),
        ("", []),
    ],
)
def test_words_are_folded_and_numbers_stay_whole(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("bedrijfsspionage", ("bedrijf", "spionage")),
        ("bedrijvenspionage", ("bedrijven", "spionage")),
        ("kennisveiligheid", ("kennis", "veiligheid")),
        ("investeringstoets", ("investering", "toets")),
        ("exportcontroleregels", ("exportcontrole", "regels")),
        ("exportcontrole", ("export", "controle")),
        ("spionage", ()),
        ("erwtensoep", ()),
        ("beschermingsvoorziening", ()),
        ("spionage2025", ()),
    ],
)
def test_compounds_are_split_by_the_vocabulary(
    terms: Terms, word: str, parts: tuple[str, ...]
) -> None:
    assert terms.parts(word) == parts


def test_a_compound_is_found_by_its_parts_and_its_whole(terms: Terms) -> None:
    found = terms.of_text("Bedrijfsspionage!", "nl")
    assert set(terms.of_text("spionage", "nl")) < set(found)
    assert set(terms.of_text("bedrijf", "nl")) < set(found)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("vergunning", "vergunningen", "nl"),
        ("melding", "meldingen", "nl"),
        ("investment", "investments", "en"),
        ("notify", "notified", "en"),
    ],
)
def test_inflections_share_a_stem(terms: Terms, one: str, other: str, language: str) -> None:
    assert terms.of_text(one, language) == terms.of_text(other, language)


def test_a_hyphen_makes_no_difference(terms: Terms) -> None:
    assert set(terms.of_text("startup", "nl")) < set(terms.of_text("Start-up", "nl"))
    assert set(terms.of_text("e-mail", "nl")) > set(terms.of_text("email", "nl"))


def test_stop_words_are_those_of_the_language(terms: Terms) -> None:
    assert terms.content_words("Moet ik de investering melden?", "nl") == ["investering", "melden"]
    assert terms.content_words("Do I have to report the investment?", "en") == [
        "report",
        "investment",
    ]
    assert terms.content_words("a b 7 12", "nl") == ["12"]


def test_only_lay_words_that_no_passage_holds_are_explained() -> None:
    lexicon = [*LEXICON, Entry(words=("reservekopie",), terms=("back-up", "herstelplan", "ict"))]
    terms = Terms(VOCABULARY, lexicon, known_stems=["geheim"])
    assert terms.explained("Een reservekopie?") == "Een reservekopie? back-up herstelplan"
    assert terms.explained("de geheime dienst") == "de geheime dienst"
    assert terms.explained("Iets anders.") == "Iets anders."


def test_the_lexicon_widens_a_question_but_not_a_passage(terms: Terms) -> None:
    question = "Belt de geheime dienst?"
    assert terms.expansion(question) == ["vertrouwelijk", "aivd", "mivd"]
    assert {"aivd", "mivd"} <= set(terms.of_question(question, "nl"))
    assert not {"aivd", "mivd"} & set(terms.of_text(question, "nl"))
    assert terms.expansion("Belt de dienst geheime post?") == ["vertrouwelijk"]


def test_it_knows_words_and_inflections_of_the_corpus(terms: Terms) -> None:
    assert terms.knows("spionage")
    assert terms.knows("vergunningen")
    assert not terms.knows("erwtensoep")


@given(st.text())
def test_any_text_has_terms_of_either_language(text: str) -> None:
    made = Terms(VOCABULARY, LEXICON)
    for language in ("nl", "en"):
        assert all(made.of_question(text, language))


def test_many_questions_at_once_get_the_stems_of_one() -> None:
    endings = ("ingen", "elijke", "heden", "eerden", "achtige", "eringen", "atie", "en")
    asked = [f"{start}{end}" for start in "abdegklmnoprstuvwz" for end in endings] * 5
    alone = Terms([], [])
    expected = [alone.stem(word, "nl") for word in asked]
    together = Terms([], [])
    pace = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as visitors:
            found = visitors.map(lambda _: [together.stem(word, "nl") for word in asked], range(8))
            assert list(found) == [expected] * 8
    finally:
        sys.setswitchinterval(pace)


def test_what_visitors_type_is_not_remembered() -> None:
    terms = Terms(["vergunningen"], [])
    for word in ("vergunningen", "geheimeprojectnaam"):
        terms.of_text(word, "nl")
    held = repr(vars(terms))
    assert "vergunningen" in held
    assert "geheimeprojectnaam" not in held
