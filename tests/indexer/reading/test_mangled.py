from __future__ import annotations

import pytest

from indexer.reading import markdown_text, plain_text
from indexer.reading.mangled import find_mangling
from indexer.settings import PROJECT
from tests.indexer.reading.two_columns import interleave, single_column

# In the manner of a year report whose two columns were pasted from a PDF; our own words.
_PASTED = """De belangen van bedrijven en overheid worden steeds vaker  weerbaarheid te vergroten.
geraakt door spionage en druk van buiten. De dreiging is drieledig. hoogwaardige kennis
Ten eerste blijven afhankelijkheden bestaan van een Om deze risico's te beperken zijn
beperkt aantal leveranciers. Ten tweede neemt het verschillende maatregelen genomen. Beide
misbruik van die afhankelijk- diensten leveren daarvoor informatie aan
heden toe. Ten derde zijn bedrijven doelwit van staten die de ministeries en denken mee over
heimelijk kennis proberen te verwerven. In het voorjaar is toetsing van overnames. Ook helpen zij
daarover een beeld uitgebracht, vooral over de halfgelei- industrie om de kennis te beschermen
dertechnologie die hier wordt ontwikkeld. Zie ook het volgende hoofdstuk van dit verslag.
"""


def _texts(text: str) -> list[str]:
    return [block.text for block in plain_text.blocks_of(text)]


def test_a_text_of_two_columns_is_recognised_and_the_reason_shows_a_place() -> None:
    reason = find_mangling(_texts(_PASTED))
    assert reason is not None
    assert reason.endswith("waarschijnlijk zijn twee kolommen door elkaar gelezen.")
    assert reason.split("“")[1].split("”")[0] in " ".join(_PASTED.split())


def test_nearly_every_page_of_two_columns_is_recognised() -> None:
    found = [find_mangling(_texts(interleave(seed))) is not None for seed in range(200)]
    assert sum(found) / len(found) >= 0.95


def test_one_mangled_page_among_good_ones_is_recognised() -> None:
    good = _texts("\n".join(single_column(1, 300)))
    assert find_mangling(good) is None
    assert find_mangling([*good, *_texts(interleave(3)), *good]) is not None


def test_the_corpus_and_our_own_documents_read_well() -> None:
    files = [*(PROJECT / "corpus").rglob("*.md"), *(PROJECT / "docs").rglob("*.md")]
    assert len(files) > 20
    for file in files:
        text = file.read_text(encoding="utf-8")
        for blocks in (plain_text.blocks_of(text), markdown_text.blocks_of(text)):
            assert find_mangling(block.text for block in blocks) is None, file


@pytest.mark.parametrize("seed", range(40))
def test_one_column_reads_well_even_with_its_hyphens_left_in(seed: int) -> None:
    lines = single_column(seed)
    assert find_mangling(_texts("\n".join(lines))) is None
    assert find_mangling([" ".join(lines)]) is None


@pytest.mark.parametrize(
    "text",
    [
        "De wind die waait\nHet water stroomt\nDe nacht is lang\nEn niemand ziet\n" * 9,
        "- in- en uitvoer\n- goederen- of dienstenverkeer\n- kennis- en technologieoverdracht\n"
        * 9,
        "Land: A | Regel: De koper meldt\nLand: B | Regel: Het bureau toetst\n" * 9,
        "Zie art. 3 en o.a. bijv. de nrs. 4 en 5, enz. voor max. en min. bedragen.\n\n" * 9,
        "Bij De Nederlandsche Bank werkt men samen met Het Financieele Dagblad.\n\n" * 9,
        "eHerkenning is nodig. npm en pip zijn programma's. iOS ook.\n\n" * 9,
    ],
)
def test_verse_lists_tables_abbreviations_and_names_read_well(text: str) -> None:
    assert find_mangling(_texts(text)) is None


def test_signs_far_apart_are_no_reason() -> None:
    filler = "Het bureau bekijkt elke melding. " * 100
    signs = [
        "Dat is goed. maar niet af.",
        "Zij zagen toen De koper stond.",
        "Een halfgelei- industrie.",
    ]
    assert find_mangling([signs[0], filler, signs[1], filler, signs[2]]) is None
    assert find_mangling(signs) is not None


def test_hyphens_left_in_with_one_slip_are_no_reason() -> None:
    broken = "De halfgelei- dertechnologie en de over- heid. "
    assert find_mangling([broken * 9 + "Dat is goed. maar niet af. " + broken * 9]) is None
