"""The markers that Word prints before numbered paragraphs; the file holds only how to count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from indexer.reading.list_markers import BULLET, counted

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    style: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document, in the order in which they stand."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by list (numId)
    _shared: dict[str, str] = field(default_factory=dict)  # list → definition that counts on
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)  # by definition

    @classmethod
    def of(cls, root: Any | None) -> Numbering:
        """Read the definitions from the root of `numbering.xml` (a python-docx element)."""
        numbering = cls()
        if root is None:
            return numbering
        abstract = {
            node.get(_w("abstractNumId")): {
                int(level.get(_w("ilvl"), 0)): _level(level) for level in node.findall(_w("lvl"))
            }
            for node in root.findall(_w("abstractNum"))
        }
        for node in root.findall(_w("num")):
            number = node.get(_w("numId"), "")
            definition = _value(node, "abstractNumId") or ""
            levels = dict(abstract.get(definition, {}))
            restarts = False
            for override in node.findall(_w("lvlOverride")):
                at = int(override.get(_w("ilvl"), 0))
                start = _value(override, "startOverride")
                if start is not None and start.isdigit() and at in levels:
                    levels[at] = _Level(
                        style=levels[at].style, text=levels[at].text, start=int(start)
                    )
                    restarts = True
            numbering._levels[number] = levels
            # Lists of one definition count on, unless a list says that it begins anew.
            numbering._shared[number] = f"num {number}" if restarts else definition
        return numbering

    def marker(self, number: str, level: int) -> str | None:
        """Count one paragraph of a list and return its marker; None when it has none."""
        levels = self._levels.get(number)
        if levels is None or level not in levels:
            return None
        counts = self._counts.setdefault(self._shared[number], {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        definition = levels[level]
        if definition.style == "bullet":
            return BULLET
        if definition.style == "none":
            return None

        def figure(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            known = levels.get(at, definition)
            style = _STYLES.get(known.style, "1")
            return counted(counts.get(at, known.start), style)

        return _PLACE.sub(figure, definition.text).strip() or None


def _level(node: Any) -> _Level:
    start = _value(node, "start") or "1"
    return _Level(
        style=_value(node, "numFmt") or "decimal",
        text=_value(node, "lvlText") or "",
        start=int(start) if start.isdigit() else 1,
    )


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _value(node: Any, name: str) -> str | None:
    child = node.find(_w(name))
    return None if child is None else child.get(_w("val"))
