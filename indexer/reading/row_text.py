"""The rows of a table as texts that can be read one by one: `kop: cel | kop: cel`."""

from __future__ import annotations

from collections.abc import Sequence


def _cell(head: str, cell: str) -> str:
    return f"{head.rstrip(':')}: {cell}" if head and head != cell else cell


def _head(heads: Sequence[Sequence[str | None]], at: int) -> str:
    """Return what stands above a column; a head over several columns counts for each of them."""
    parts: list[str] = []
    for row in heads:
        over = at
        while 0 < over < len(row) and row[over] is None:
            over -= 1
        if over < len(row) and (text := row[over]) and text not in parts:
            parts.append(text)
    return " ".join(parts)


def row_texts(rows: Sequence[Sequence[str | None]], heads: int) -> list[str]:
    """Return one text for each row that has any, the first `heads` rows being column heads.

    A cell under several rows of heads gets their texts after each other. None stands for a place
    that the cell to its left reaches over; a cell over the whole width is a line between the rows
    and gets no head.
    """
    width = max((len(row) for row in rows), default=0)
    above = [_head(rows[:heads], at) for at in range(width)]
    texts = []
    for row in rows[heads:]:
        between = width > 1 and len(row) == width and not any(cell is not None for cell in row[1:])
        cells = [cell if between else _cell(above[at], cell) for at, cell in enumerate(row) if cell]
        if cells:
            texts.append(" | ".join(cells))
    return texts


def probable_heads(rows: Sequence[Sequence[str | None]]) -> int:
    """Say how many rows are heads in a table that does not mark them: 0 or 1.

    The first row is taken for one when all of its cells are filled with short texts that do not
    come back in the rows below and do not begin with a figure.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0
    first = rows[0]
    below = {cell for row in rows[1:] for cell in row}
    short = all(
        cell and len(cell) <= 60 and cell[-1] not in ".;" and not cell[0].isdigit()
        for cell in first
    )
    return int(short and not below & set(first))
