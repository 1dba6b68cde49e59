from __future__ import annotations

from indexer.reading.extract import Block
from indexer.reading.locators import number_blocks


def test_paragraphs_items_and_rows_are_counted_and_headings_and_notes_are_not() -> None:
    kinds = ("heading", "paragraph", "item", "note", "row")
    blocks = number_blocks(Block(kind=kind, text="x") for kind in kinds)  # type: ignore[arg-type]
    assert [block.locator for block in blocks] == [
        None,
        "alinea 1",
        "alinea 2",
        None,
        "alinea 3",
    ]
