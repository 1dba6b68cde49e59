from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.proof.figures import figures, missing_figures
from assistant.proof.numerals import number_words

PIECES = st.sampled_from(
    "1 2.3.4 1.000.000 1,5 007 10% € €5 miljoen mln billion euro uur dag 12 mei 31 februari 2024 "
    "2025-13-45 1-2-2026 een tiende de kwart 1e lid eerste categorie artikel 9 9a 14a.3 en 16 "
    "+31 (0)70 123 45 67 070-1234567 ( ) - / . , : ; één acht twenty-five 5A002 2021/821 MW EU "
    "info@x.nl https://x.nl/a/b 1234 AB ½ ² ٣ ０１ auguſtus meİ \u212a \x00 \u202e".split(" ")
)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=9).map(" ".join),
    st.lists(PIECES, max_size=6).map("".join),
)


def keys(text: str) -> set[tuple[str, str, str]]:
    return {figure.key for figure in figures(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("acht weken", "8 weeks"),
        ("een week", "one week"),
        ("25 procent", "25%"),
        ("25 procent", "twenty-five percent"),
        ("een tiende", "10 procent"),
        ("de helft", "half the 50 per cent"),
        ("1.500 euro", "€ 1500"),
        ("€ 900.000", "900000 EUR"),
        ("1,5 miljoen euro", "€ 1.500.000"),
        ("2,5 miljard", "2500 mln"),
        ("1,40", "1.4"),
        ("15 mei 2025", "2025-05-15"),
        ("15 mei 2025", "May 15, 2025"),
        ("15-5-2025", "15 May 2025"),
        ("maart 2026", "2026-03"),
        ("1 juni", "1 June"),
        ("070 123 45 67", "+31 (0)70 1234567"),
        ("070-1234567", "0031 70 123 45 67"),
        ("088 04 26200", "(088 04) 26200"),
        ("https://www.Rvo.nl/", "rvo.nl"),
        ("Info@Rvo.nl.", "info@rvo.nl"),
        ("2500 EK", "2500EK"),
        ("artikel 9", "Article 9"),
        ("artikelen 5, 6 en 7a", "art. 5; art. 6; art. 7A"),
        ("derde lid", "3e lid"),
        ("eerste categorie", "1ste categorie"),
        ("24 uur", "24 hours"),
    ],
)
def test_the_same_figure_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert not missing_figures(one, [other])
    assert not missing_figures(other, [one])


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("30 procent", "25 procent"),
        ("25 procent", "25 weken"),
        ("8 weken", "8 maanden"),
        ("€ 900.000", "€ 90.000"),
        ("1,5 miljoen euro", "1,5 miljard euro"),
        ("15 mei 2025", "mei 2025"),
        ("15 mei 2025", "16 mei 2025"),
        ("2031", "2030"),
        ("31-12-2025", "30-12-2025"),
        ("070 123 45 67", "070 123 45 68"),
        ("a@b.nl", "c@b.nl"),
        ("rvo.nl/exporteren", "rvo.nl/importeren"),
        ("artikel 9", "artikel 10"),
        ("artikel 9", "9 weken"),
        ("29 uur", "artikel 29"),
        ("5A002", "5A003"),
        ("2021/821", "2021/822"),
        ("boven 1000 MW", "boven 100 MW"),
        ("sinds 2024 EU", "sinds 2023 EU"),
        ("50 - 110 woorden", "50 - 120 woorden"),
        ("44 (2023), 83 (2024) en 90", "44 (2023), 84 (2024) en 90"),
        ("10 20 30 procent", "10 20 25 procent"),
        ("2 000 000 euro", "1 000 000 euro"),
        ("99999999999999 euro", "99999999999998 euro"),
        ("een tiende", "een vijfde"),
        ("tweede lid", "derde lid"),
        ("een week", "een maand"),
    ],
)
def test_another_figure_is_noticed(sentence: str, support: str) -> None:
    assert missing_figures(sentence, [support])


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("sinds 2025", "sinds 1 juni 2025"),
        ("sinds mei 2025", "sinds 15 mei 2025"),
        ("op 1 juni", "op 1 juni 2023"),
        ("drie groepen", "3 groepen"),
        ("kijk op rvo.nl", "mail info@sub.nl of kijk op rvo.nl/exporteren"),
        ("artikel 5r", "artikel 5 novodecies (5r)"),
    ],
)
def test_a_wider_statement_follows_from_a_narrower_one(sentence: str, support: str) -> None:
    assert not missing_figures(sentence, [support])


def test_a_full_date_does_not_follow_from_its_year() -> None:
    assert missing_figures("op 1 juni 2023", ["in 2023"])


@pytest.mark.parametrize(
    "text",
    [
        "ten hoogste en ten minste",
        "een bedrijf en één ding: geen",
        "EU, NAVO en de VS",
        "Zo'n zoekmachine, n'est-ce pas?",
        "",
    ],
)
def test_what_is_no_number_is_no_figure(text: str) -> None:
    assert {figure.kind for figure in figures(text)} <= {"number"}
    assert not [figure for figure in figures(text) if figure.value != "1"]


def test_a_list_of_percentages_shares_its_unit() -> None:
    assert keys("10, 20 en 25 procent") == {
        ("number", "10", "procent"),
        ("number", "20", "procent"),
        ("number", "25", "procent"),
    }
    assert keys("10 of 12 weken") == {("number", "10", "week"), ("number", "12", "week")}
    assert keys("10 mensen. 12 weken") == {("number", "10", ""), ("number", "12", "week")}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("bel 112", "number", "112"),
        ("0900-8844", "phone", "09008844"),
        ("post: 2521 AB Den Haag", "address", "2521AB"),
        ("code 3A001.a", "code", "3a001.a"),
        ("verordening (EU) 2019/452", "code", "2019/452"),
        ("in 2025", "date", "2025"),
        ("in 1825", "number", "1825"),
        ("artikel 14a.3", "article", "14a.3"),
    ],
)
def test_kinds_are_told_apart(text: str, kind: str, value: str) -> None:
    assert [(figure.kind, figure.value) for figure in figures(text)] == [(kind, value)]


@given(texts)
def test_any_text_can_be_read_and_proves_itself(text: str) -> None:
    assert missing_figures(text, [text]) == ()


@given(number=st.integers(0, 10**15), unit=st.sampled_from(["procent", "euro", "weken", "", "MW"]))
def test_digits_and_grouped_digits_are_the_same(number: int, unit: str) -> None:
    assume(not 1900 <= number <= 2099)
    grouped = f"{number:,}".replace(",", ".")
    assert not missing_figures(f"{grouped} {unit}", [f"{number} {unit}"])


SENTENCES = st.sampled_from(
    [
        "Wie {} procent van de stemmen krijgt, meldt dat.",
        "De termijn is {} weken.",
        "Het kost € {}.",
        "Artikel {} van de wet geldt.",
        "Er waren {} meldingen.",
        "Tussen {} en 7 dagen.",
        "De drempels zijn 3, {} en 5 procent.",
        "Energie boven {} MW telt.",
        "Zie lid {} (2023), categorie 4.",
        "{} - 7 medewerkers",
    ]
)


@given(sentence=SENTENCES, one=st.integers(10, 10**6), other=st.integers(10, 10**6))
def test_changing_one_number_is_always_noticed(sentence: str, one: int, other: int) -> None:
    assume(one != other)
    assert not missing_figures(sentence.format(one), [sentence.format(one)])
    assert missing_figures(sentence.format(other), [sentence.format(one)])


@given(word=st.sampled_from(sorted(number_words())), other=st.sampled_from(sorted(number_words())))
def test_changing_a_number_word_is_always_noticed(word: str, other: str) -> None:
    assume(number_words()[word] != number_words()[other])
    assert missing_figures(f"binnen {other} weken", [f"binnen {word} weken"])


@given(day=st.integers(1, 28), month=st.integers(1, 12), year=st.integers(1950, 2090))
def test_dates_agree_in_every_way_of_writing(day: int, month: int, year: int) -> None:
    dutch = (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    english = (
        "January February March April May June July August September October November December"
    )
    ways = [
        f"{year}-{month:02}-{day:02}",
        f"{day}-{month}-{year}",
        f"{day} {dutch.split()[month - 1]} {year}",
        f"{day} {english.split()[month - 1]} {year}",
        f"{english.split()[month - 1]} {day}, {year}",
    ]
    assert len({frozenset(keys(way)) for way in ways}) == 1
