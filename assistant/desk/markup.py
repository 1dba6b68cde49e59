"""Text that may go into a document: without what XML cannot hold, escaped where it becomes HTML.

The pages of the ui have their own (`ui.chat_markup`), which lives above this layer.
"""

from __future__ import annotations

import html
import re

_CANNOT = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 forbids or discourages; a lone surrogate is no character at all."""
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows: with them a text can show as another."""


class Html(str):
    """Markup that is safe to show as it is."""

    __slots__ = ()


def clean(text: str) -> str:
    """Drop control characters and half characters; line ends become newlines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    return _TURNS.sub("", _CANNOT.sub("", lines))


def escape(text: str) -> Html:
    """Turn any text into markup that shows exactly that text; a newline becomes a line break."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(clean(text)).replace("\n", "<br>"))


def join(*parts: str | None) -> Html:
    """Put parts one after another; plain strings are escaped, None and empty ones are left out."""
    return Html("".join(escape(part) for part in parts if part))


def tag(name: str, *children: str | None, **attributes: str | None) -> Html:
    """Make an element; an attribute `class_` is written `class`, and one that is None left out."""
    written = "".join(
        f' {key.rstrip("_")}="{html.escape(clean(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def page(title: str, language: str, style: str, body: Html) -> str:
    """Return a whole page that needs nothing else: no script, no picture, no other file."""
    head = join(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", title),
        Html(f"<style>{style}</style>"),
    )
    return "<!doctype html>\n" + tag(
        "html", tag("head", head), tag("body", tag("main", body)), lang=language
    )
