from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.sentences import sentence_spans

WHOLE = [
    "De regels gelden o.a. voor bedrijven.",
    "Dat is d.w.z. altijd zo.",
    "Zie art. 5 van de wet.",
    "Zie artt. 5 en 6 van de wet.",
    "Zie nr. 12 en blz. 34.",
    "Dit is Stb. 2023, 134.",
    "Zie Stcrt. 2021, nr. 45.",
    "Dat geldt bijv. voor drones.",
    "De wet trad op 1 jan. 2024 in werking.",
    "Op 31 dec. 2023 liep de termijn af.",
    "De drempel is 2.500.000 euro.",
    "Het gaat om 10,5 procent of 3.5 mm.",
    "Het gaat om ca. 25 pct. van de aandelen.",
    "De boete is max. 10% van de omzet.",
    "Wet van 18 mei 2022, houdende regels (Stb. 2022, 215).",
    "De verordening (EU) 2019/452 (PbEU L 79 I, blz. 1) geldt o.g.v. art. 4.",
    "Zie Kamerstukken II 2022/23, 35 880, nr. 3, p. 12.",
    "De heer J. de Vries en mevr. A. Bakker tekenden.",
    "Prof. dr. A.B. de Boer las het.",
    "Bedrijf X B.V. moet melden.",
    "Het is 12.30 uur en om 9.00 u. begint het.",
    "De minister zei: ‘Wij doen dit niet. Dat is te duur.’",
    "Het gaat om zgn. Dual-usegoederen.",
    "De vraag is: wat nu? en dan?",
    "Zie art. 4 jo. 5 van de wet.",
    "Ministerie van EZ, t.a.v. afd. Vergunningen, Postbus 20401, 2500 EK Den Haag.",
]

CUT = [
    "Wat is een dreiging?|Dat is iets anders!|“Dit is een citaat.”|Daarna gaat het door.",
    "1. De aanvrager meldt dit.|2. De minister beslist.|3. Er volgt een brief.",
    "De termijn begint op 1 okt.|De minister maakt dat bekend.",
    "Het percentage is 10.|25 procent is te veel.",
    "Iets over het jaar 2023.|In 2024 is dat anders.",
    "De aanvraag duurt acht weken...|Daarna hoort u meer.",
    "Mail naar info@voorbeeld.nl.|Of ga naar www.voorbeeld.nl.|Daar staat meer.",
    "Denk aan chips, lasers, enz.|De regels gelden ook daar.",
    "a. het eerste geval; b. het tweede geval; c. het derde.|Daarna meer.",
    "Dit staat in bijlage A.|De bijlage is lang.",
]


def cut(text: str, language: str = "nl") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize("sentence", WHOLE)
def test_an_abbreviation_or_a_figure_ends_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]
    after = "Daarna volgt een brief."
    assert cut(f"Zo staat het er. {sentence} {after}") == ["Zo staat het er.", sentence, after]


@pytest.mark.parametrize("marked", CUT)
def test_sentences_are_cut_where_they_end(marked: str) -> None:
    assert cut(marked.replace("|", " ")) == marked.split("|")


def test_english_is_cut_with_its_own_abbreviations() -> None:
    text = "The U.S. has rules. See Art. 5 of the Act, e.g. No. 3. On 1 Jan. 2024 it applied."
    assert cut(text, "en") == [
        "The U.S. has rules.",
        "See Art. 5 of the Act, e.g. No. 3.",
        "On 1 Jan. 2024 it applied.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\u00a0\n", "...", "1.", "?!", "A."])
def test_next_to_nothing_is_cut_too(text: str) -> None:
    assert "".join(cut(text)).split() == text.split()


pieces = st.sampled_from(
    [*"aB1 .?!,;:\n\t'\"‘’“”()[]é…–\u00a0\u2028\u200b", "nr. ", "1 jan. ", "enz. ", "x.nl. ", "A. "]
)
texts = st.one_of(st.text(max_size=120), st.lists(pieces, max_size=60).map("".join))


@given(texts, st.sampled_from(["nl", "en"]))
def test_sentences_hold_all_but_white_space_in_order(text: str, language: str) -> None:
    end = 0
    for start, stop in sentence_spans(text, language):
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=6))
def test_no_sentence_is_ever_cut_in_two(sentences: list[str]) -> None:
    joined = " ".join(sentences)
    starts = {start for start, _ in sentence_spans(joined, "nl")}
    own, offset = set(), 0
    for sentence in sentences:
        own.add(offset)
        offset += len(sentence) + 1
    assert starts <= own


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2028", "\u2003"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_wide_space_before_a_full_stop_breaks_nothing(space: str, language: str) -> None:
    text = f"Zie bijlage A{space}. Dan volgt{space}de rest."
    assert " ".join(cut(text, language)).split() == text.split()


def test_a_very_long_sentence_does_not_take_minutes() -> None:
    text = "1 jan. " * 50_000
    assert cut(text) == [text.strip()]
