from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.limits import Limits
from indexer.reading.plain_text import blocks_of, read_plain_text

# As somebody copies a web page: paragraphs of one line, headings between blank lines.
_PAGE = """Bedrijven zijn steeds vaker doelwit van spionage. Dat vraagt om beleid.

Wat willen wij bereiken?

Het beleid maakt bedrijven weerbaar. Onze doelen zijn:

  1. kennis beschermen;
  2. processen laten doorgaan;
       a) ook bij storing;
  3. afhankelijkheid verminderen.

Bij kennis denken wij aan ontwerpen en recepten.

Protect

• maatregel een
• maatregel twee

Om welke bedragen gaat het?

Het gaat om 12,5 miljoen euro.

Zie ook
"""


def _shown(text: str) -> list[tuple[str, int, str, str, str | None]]:
    return [(b.kind, b.level, b.marker, b.text, b.locator) for b in blocks_of(text)]


def test_a_copied_web_page_gets_its_structure_back() -> None:
    assert _shown(_PAGE) == [
        ("paragraph", 0, "", _PAGE.split("\n")[0], "alinea 1"),
        ("heading", 2, "", "Wat willen wij bereiken?", None),
        (
            "paragraph",
            0,
            "",
            "Het beleid maakt bedrijven weerbaar. Onze doelen zijn:",
            "alinea 2",
        ),
        ("item", 0, "1.", "kennis beschermen;", "alinea 3"),
        ("item", 0, "2.", "processen laten doorgaan;", "alinea 4"),
        ("item", 1, "a)", "ook bij storing;", "alinea 5"),
        ("item", 0, "3.", "afhankelijkheid verminderen.", "alinea 6"),
        ("paragraph", 0, "", "Bij kennis denken wij aan ontwerpen en recepten.", "alinea 7"),
        ("heading", 2, "", "Protect", None),
        ("item", 0, "•", "maatregel een", "alinea 8"),
        ("item", 0, "•", "maatregel twee", "alinea 9"),
        ("heading", 2, "", "Om welke bedragen gaat het?", None),
        ("paragraph", 0, "", "Het gaat om 12,5 miljoen euro.", "alinea 10"),
        ("heading", 2, "", "Zie ook", None),
    ]


def test_a_heading_that_opens_the_text_is_its_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Reisbeleid één\r\n\r\nNeem een lege laptop mee.\r\n".encode("cp1252"))
    extract = read_plain_text(path, name="a.txt", limits=Limits())
    assert extract.title == "Reisbeleid één"
    assert extract.blocks[0].level == 1


@given(st.integers(45, 100))
def test_lines_broken_to_a_width_read_as_one_paragraph(width: int) -> None:
    sentence = "Het bureau bekijkt elke melding en vraagt zo nodig om meer gegevens van de koper. "
    paragraph = (sentence * 4).strip()
    lines = "\n".join(textwrap.wrap(paragraph, width))
    item = "\n   ".join(textwrap.wrap(paragraph, width))
    assert [block.text for block in blocks_of(f"{lines}\n\n- {item}")] == [paragraph, paragraph]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2. Doel\n\nDit beleid beschermt kennis.", ["heading", "paragraph"]),
        ("Kop\n=====\n\nTekst die volgt.", ["heading", "paragraph"]),
        ("geen kop\n\nTekst die volgt.", ["paragraph", "paragraph"]),
        ("Een zin is geen kop.\n\nTekst die volgt.", ["paragraph", "paragraph"]),
        ("Straat 1\n1234 AB Plaats\n\nTekst.", ["paragraph", "paragraph", "paragraph"]),
        (f"Kop\n{'Een lange regel tekst. ' * 8}\nKop twee\n{'Nog een regel tekst. ' * 8}",
         ["heading", "paragraph", "heading", "paragraph"]),
        ("Dat was in de week van\n12. januari, zei men.", ["paragraph", "paragraph"]),
    ],
)  # fmt: skip
def test_what_is_a_heading_and_what_is_not(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in blocks_of(text)] == kinds


@given(st.text(alphabet=st.sampled_from(" \n-•1a.)Tekst"), max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(block.marker + block.text for block in blocks_of(text))
    assert sorted(one for one in shown if one.isalnum()) == sorted(
        one for one in text if one.isalnum()
    )
