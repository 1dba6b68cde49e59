"""The few lines `key: value` between `---` with which a Markdown file may begin."""

from __future__ import annotations

import re

_FENCED = re.compile(r"\A\ufeff?---[ \t]*\n(?P<fields>.*?)\n(---|\.\.\.)[ \t]*(\n|\Z)", re.S)
_FIELD = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*$")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields (keys in lower case) and the text after them.

    Only plain values are read, no lists or nested fields: full YAML is not needed for a title and
    a date, and would let a document ask much of us.
    """
    found = _FENCED.match(text)
    if not found:
        return {}, text
    lines = found["fields"].splitlines()
    if lines and not any(map(_FIELD.match, lines)):
        return {}, text
    fields = {
        match["key"].lower(): match["value"].strip("\"'")
        for match in map(_FIELD.match, lines)
        if match and match["value"]
    }
    return fields, text[found.end() :]
