"""Reads a form as a browser would: what it would send, and to where."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class _Field:
    name: str
    value: str


@dataclass
class Form(HTMLParser):
    """The first form of a page."""

    action: str = ""
    fields: list[_Field] = field(default_factory=list)

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action, self.fields, self._typing = "", [], False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the form and its fields."""
        given = dict(attrs)
        if tag == "form":
            self.action = given.get("action") or ""
        elif tag in ("input", "textarea"):
            self.fields.append(_Field(given.get("name") or "", given.get("value") or ""))
            self._typing = tag == "textarea"

    def handle_data(self, data: str) -> None:
        """Take what stands in a text area."""
        if self._typing:
            self.fields[-1].value += data

    def handle_endtag(self, tag: str) -> None:
        """Leave a text area."""
        if tag == "textarea":
            self._typing = False

    def pairs(self, **changed: str) -> list[tuple[str, str]]:
        """Return what is sent when some fields (by name) are filled in otherwise."""
        return [(one.name, changed.get(one.name, one.value)) for one in self.fields]
