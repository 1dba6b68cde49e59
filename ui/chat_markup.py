"""HTML that cannot forget to escape: a string becomes markup only by way of `tag`.

The page shows what strangers type and what publishers write. Were each caller to escape by hand,
one would forget. So plain strings are escaped wherever they enter, and only `tag` and `join` make
`Html`. The markup has no newline and no `data-` or `aria-` attribute on purpose: Gradio's Markdown
ends an HTML block at a blank line, and its sanitiser, our second lock, drops those attributes.
"""

from __future__ import annotations

import html


class Html(str):
    """Markup that is safe to show as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Turn any text into markup that shows exactly that text."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "&#10;"))


def join(*parts: str | None) -> Html:
    """Put parts one after another; plain strings are escaped, None and empty ones are left out."""
    return Html("".join(escape(part) for part in parts if part))


def tag(name: str, *children: str | None, **attributes: str | bool | None) -> Html:
    """Make an element.

    An attribute `class_` is written `class`; True makes it bare, None and False leave it out.
    """
    written = "".join(
        f" {key.rstrip('_')}" if value is True else f' {key.rstrip("_")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>{join(*children)}</{name}>")
