"""The fields of the desk's plain forms: label, hint, what is wrong, and the field itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ui.chat_markup import Html, tag
from ui.check_page import input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What stands around a field."""

    id: str
    label: str
    name: str = ""
    """Under which it is sent; empty: its id."""
    hint: str = ""
    optional: str = ""
    """The word for "not required"; empty for a field that is."""
    most: int
    """Characters that it takes."""
    rows: int = 4
    kind: Literal["text", "email"] = "text"
    fills: str = "off"
    """What the browser may fill in by itself."""


class Fields:
    """Makes fields, and says at each what is wrong with it."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        """Take what is wrong, by the id of the field."""
        self._faults = faults

    def text(self, told: Told, value: str, *, heading: bool = False) -> Html:
        """Make a field of several lines; `heading` makes its label a heading of the page."""
        box = tag(
            "textarea",
            value,
            rows=str(told.rows),
            maxlength=str(max(told.most, len(value))),
            **self._shared(told),
        )
        return self._around(told, box, heading=heading)

    def line(self, told: Told, value: str) -> Html:
        """Make a field of one line."""
        box = input_field(
            type=told.kind,
            value=value,
            maxlength=str(max(told.most, len(value))),
            **self._shared(told),
        )
        return self._around(told, box)

    def _shared(self, told: Told) -> dict[str, str | bool | None]:
        wrong = told.id in self._faults
        notes = [f"{told.id}-uitleg"] if told.hint else []
        notes += [f"{told.id}-fout"] if wrong else []
        return {
            "name_": told.name or told.id,
            "id": told.id,
            "autocomplete": told.fills,
            "aria-describedby": " ".join(notes) or None,
            "aria-invalid": "true" if wrong else None,
        }

    def _around(self, told: Told, box: Html, *, heading: bool = False) -> Html:
        optional = tag("span", f" ({told.optional})", class_="optional") if told.optional else None
        label = tag("label", told.label, optional, for_=told.id)
        wrong = self._faults.get(told.id)
        return tag(
            "div",
            tag("h2", label) if heading else label,
            tag("p", told.hint, id=f"{told.id}-uitleg", class_="hint") if told.hint else None,
            tag("p", wrong, id=f"{told.id}-fout", class_="wrong") if wrong else None,
            box,
            class_="field",
        )


def render_problem(heading: str, said: Sequence[str], faults: Mapping[str, str]) -> Html | None:
    """Render what is wrong, as the first thing on a page; None when nothing is."""
    if not (said or faults):
        return None
    links = (tag("li", tag("a", text, href=f"#{name}")) for name, text in faults.items())
    return tag(
        "div",
        tag("h2", heading),
        *(tag("p", one) for one in said),
        tag("ul", *links) if faults else None,
        class_="problem",
        role="alert",
    )
