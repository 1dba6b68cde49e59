from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.same_words import SAME
from assistant.proof.synonyms import interchangeable, is_faint, joined, plain_text, plainly, root_of
from indexer.terms import Terms

TERMS = plainly(Terms([], []).of_text)


def alike(one: str, other: str, language: str = "nl") -> bool:
    return set(TERMS(one, language)) == set(TERMS(other, language))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ga bij een partner na of hij deugt.", "nagaan"),
        ("Kijk op de kaart ook het product na.", "nakijken"),
        ("Neem de wachttijd op in het contract.", "opnemen"),
        ("Licht collega's in.", "inlichten"),
        ("U hoeft de koop niet aan te melden.", "aanmelden"),
        ("In maart richtten zij de coalitie op, samen met anderen.", "oprichten"),
        ("De NCTV raadt u aan de regels te lezen.", "aanraden"),
    ],
)
def test_a_verb_that_fell_apart_is_one_word_again(text: str, whole: str) -> None:
    assert whole in joined(text).split()


@pytest.mark.parametrize(
    "text",
    [
        "Ga na de deal naar de minister.",
        "Door te leveren valt u er niet onder.",
        "Hij vertrekt om te reizen.",
        "Neem contracten mee, en kijk.",
    ],
)
def test_a_preposition_is_no_part_of_a_verb(text: str) -> None:
    found = joined(text).split()
    assert not {"nagaan", "doorleveren", "omreizen", "nakijken"} & set(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Controleer de klant.", "Ga de klant na."),
        ("De deal is gemeld.", "U meldt de transactie."),
        ("Groen licht van de minister.", "Goedkeuring door de minister."),
        ("Raadpleeg de handleiding.", "Lees de handleiding."),
        ("De wet geldt.", "De wet is van toepassing."),
        ("Meld het van tevoren.", "Meld het vooraf."),
        ("Het bedrijf bewaart het.", "De onderneming heeft het bewaard."),
        ("De boete is maximaal.", "De geldboete is hoogstens."),
        ("Bel de AIVD op 079-320 50 50.", "De AIVD is op 079-320 50 50."),
        ("Daarnaast krijgt u bovendien hulp.", "U krijgt hulp."),
        ("Bureau Toetsing Investeringen (BTI) helpt.", "BTI helpt."),
    ],
)
def test_words_that_say_the_same_are_one_term(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("melden", "aanvragen"),
        ("vergunning", "ontheffing"),
        ("vergunningplichtig", "meldplichtig"),
        ("cel", "hechtenis"),
        ("koper", "verkoper"),
        ("kopen", "verkopen"),
        ("minister", "toezichthouder"),
        ("toestemming", "goedkeuring"),
        ("staat", "stad"),
        ("week", "weg"),
        ("dag", "werkdag"),
        ("indirect", "direct"),
        ("vooraf", "achteraf"),
        ("minstens", "hoogstens"),
        ("toenemen", "afnemen"),
        ("beginnen", "eindigen"),
        ("import", "export"),
        ("opheffen", "opleggen"),
        ("verbieden", "bieden"),
        ("bellen", "mailen"),
        ("geheim", "vertrouwelijk"),
        ("medewerker", "bezoeker"),
    ],
)
def test_words_that_differ_in_law_or_fact_stay_apart(one: str, other: str) -> None:
    assert not set(TERMS(one, "nl")) & set(TERMS(other, "nl"))


def test_a_phone_number_says_call_and_an_address_says_mail() -> None:
    assert not alike("Bel de AIVD.", "Mail de AIVD.")
    assert not alike("Mail naar 079-320 50 50.", "Bel 079-320 50 50.")


def test_information_is_not_telling() -> None:
    assert not set(TERMS("information", "en")) & set(TERMS("tell", "en"))


def test_a_word_stands_in_one_group_only() -> None:
    for groups in SAME.values():
        heads = [set(TERMS(group.split()[0], "nl")) for group in groups]
        assert len(heads) == len(set(map(frozenset, heads)))
        words = [word for group in groups for word in group.split()]
        assert len(words) == len(set(words))


def test_weak_verbs_and_words_of_grammar_are_known() -> None:
    assert is_faint("krijgt")
    assert not is_faint("betaalt")
    assert interchangeable()["maximaal"] == interchangeable()["hoogstens"]
    assert interchangeable()["minstens"] != interchangeable()["hoogstens"]


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert plain_text(text) == plain_text(text)
    assert set(TERMS(text, "nl")) == set(TERMS(f"{text} ", "nl"))


@pytest.mark.parametrize("figure", ["8.00", "2021/821", "cert@ncsc.nl", "1,4", "bijlage I"])
def test_figures_and_addresses_stay_whole(figure: str) -> None:
    assert figure in joined(f"Ga na of {figure} klopt.")


def test_proofs_at_the_same_time_do_not_spoil_each_other_s_roots() -> None:
    endings = ("ingen", "elijkheid", "eren", "baarheden", "achtige")
    words = [
        f"woord{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{end}"
        for n in range(600)
        for end in endings
    ]
    pause = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as people:
            together = list(people.map(lambda word: root_of(word, "nl"), words, chunksize=1))
    finally:
        sys.setswitchinterval(pause)
    root_of.cache_clear()
    assert together == [root_of(word, "nl") for word in words]
