"""Extract: what a document says, in reading order, whatever its format was."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

BlockKind = Literal["heading", "paragraph", "item", "row", "note"]
Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of text that belongs together: never half a paragraph, item or row."""

    kind: BlockKind
    text: str
    """One paragraph: single spaces, no line ends, words broken at line ends made whole again.

    An item's text holds no marker of its own; a row's text is `kop: cel | kop: cel`.
    """
    level: int = 0
    """Of a heading 1..6, of an item how deep it lies (0 outermost)."""
    marker: str = ""
    """What stands before an item or a note, as printed: "1.", "a.", "–"."""
    page: int | None = None
    """The page on which it begins, counted from 1 (PDF only)."""
    turns: tuple[tuple[int, int], ...] = ()
    """Where it goes on on a further page: (offset in `text` in code points, page)."""
    locator: str | None = None
    """Where it stands in a text without pages: "artikel 3, tweede lid", "alinea 12"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A document as it was read; what could not be found out is None."""

    media_type: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    language: Language | None = None
    published: str | None = None
    """ISO date, as precise as the document tells it."""
    valid_from: str | None = None
    """ISO date from which this version of a law holds."""
    version: str | None = None
    url: str | None = None
    """Where the document itself says that it lives."""
    pages: int | None = None
    remarks: tuple[str, ...] = ()
    """What the operator should know, in Dutch: "Pagina 3 en 4 hebben geen tekst."."""
    mangled: str | None = None
    """Why this text may be found but never quoted, in Dutch; None when it reads well."""


def to_json(extract: Extract) -> dict[str, Any]:
    """Turn an extract into plain JSON values."""
    return asdict(extract)


def from_json(values: dict[str, Any]) -> Extract:
    """Turn what `to_json` gave back into an extract.

    Raises:
        TypeError: a field is missing or unknown.
        ValueError: a block is of a kind that we do not know.
    """
    blocks = tuple(_block(block) for block in values["blocks"])
    return Extract(**{**values, "blocks": blocks, "remarks": tuple(values["remarks"])})


def _block(values: dict[str, Any]) -> Block:
    if values["kind"] not in get_args(BlockKind):
        raise ValueError(f"unknown kind of block: {values['kind']!r}")
    turns = tuple((int(offset), int(page)) for offset, page in values["turns"])
    return Block(**{**values, "turns": turns})
