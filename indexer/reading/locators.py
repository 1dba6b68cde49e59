"""Where a piece of text stands in a document that has no pages: "alinea 12"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.reading.extract import Block

_COUNTED = {"paragraph", "item", "row"}


def number_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Count paragraphs, items and rows from 1 and give each its "alinea N"; the rest has none."""
    numbered: list[Block] = []
    count = 0
    for block in blocks:
        if block.kind in _COUNTED:
            count += 1
            block = replace(block, locator=f"alinea {count}")
        numbered.append(block)
    return tuple(numbered)
