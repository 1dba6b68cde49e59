from __future__ import annotations

from pathlib import Path

from indexer.reading.limits import Limits
from indexer.reading.markdown_text import blocks_of, read_markdown

_TEXT = """---
titel: Reisbeleid
uitgever: Proefdienst
datum: 1 maart 2025
taal: nl
---

# Beleid

Een alinea met *nadruk*, `code` en
[een verwijzing](https://voorbeeld.nl).

3. eerst
   - diep

     vervolg
4. dan

| Land | Regel |
|------|-------|
| A | melden |

<div>weg <b>ermee</b></div>

Zin met <span>mark</span> en ![plaatje](a.png).

```
regel een
regel twee
```
"""


def test_structure_survives_and_html_does_not() -> None:
    shown = [(b.kind, b.level, b.marker, b.text) for b in blocks_of(_TEXT.split("---\n")[2])]
    assert shown == [
        ("heading", 1, "", "Beleid"),
        ("paragraph", 0, "", "Een alinea met nadruk, code en een verwijzing."),
        ("item", 0, "3.", "eerst"),
        ("item", 1, "•", "diep"),
        ("paragraph", 0, "", "vervolg"),
        ("item", 0, "4.", "dan"),
        ("row", 0, "", "Land: A | Regel: melden"),
        ("paragraph", 0, "", "Zin met mark en ."),
        ("paragraph", 0, "", "regel een regel twee"),
    ]


def test_front_matter_says_what_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(_TEXT, encoding="utf-8")
    extract = read_markdown(path, name="a.md", limits=Limits())
    assert (extract.title, extract.publisher) == ("Reisbeleid", "Proefdienst")
    assert (extract.published, extract.language) == ("2025-03-01", "nl")
    assert extract.blocks[1].locator == "alinea 1"


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# Kop\r\n\r\nTekst.\r\n")
    assert read_markdown(path, name="a.md", limits=Limits()).title == "Kop"
