"""Our own last lock before markup reaches a browser: only what our own markup uses comes out.

`ui.chat_markup` escapes every text, so this changes nothing in what we make. It is for the day on
which somebody, or a library, forgets that. The allow lists are exact: an element, attribute or
address that our pages do not use is not let through.
"""

from __future__ import annotations

import re

import nh3

from ui.chat_markup import Html

TAGS = frozenset(
    """a article aside button caption details div footer h1 h2 h3 h4 header li main mark p section
    span strong summary table tbody td th thead tr ul""".split()
)
"""Every element that our markup uses."""

_OUTER_REL = "noopener noreferrer"
_ATTRIBUTES = {"*": {"class", "id", "lang"}, "a": {"href", "title"}}
_VALUES = {
    "a": {"target": {"_blank"}},
    "button": {"type": {"button"}},
    "p": {"role": {"alert"}},
    "th": {"scope": {"col", "row"}},
}
_WITH_CONTENT = {"script", "style", "iframe", "object", "svg", "math", "template", "noscript"}
_SCHEMES = {"https", "http", "mailto", "tel"}
# A path of ours, never `//elsewhere`; browsers read a backslash as a slash and skip tabs and line
# ends, so nothing of that kind may stand in an address.
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|#|/(?!/))[^\s\\\x00-\x1f]*", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_CLASSES = re.compile(r"[\w -]*", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
_ALLOWED = {"href": _ADDRESS, "id": _NAME, "class": _CLASSES, "lang": _LANGUAGE}


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Return the value of an attribute; None takes the attribute out."""
    pattern = _ALLOWED.get(name)
    return value if pattern is None or pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=_WITH_CONTENT,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    tag_attribute_values=_VALUES,
    url_schemes=_SCHEMES,
    link_rel=_OUTER_REL,
)


def clean(html: str) -> Html:
    """Return markup of which only our own elements, attributes and addresses are left.

    Every link gets rel="noopener noreferrer". Half a character (a lone surrogate) becomes a
    question mark. The result has no newline, since Gradio's Markdown ends an HTML block at an empty
    line: what came after it would be read as Markdown.
    """
    whole = html.encode("utf-8", "replace").decode("utf-8")
    return Html(_CLEANER.clean(whole).replace("\n", "&#10;"))
