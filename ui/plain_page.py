"""A page that is a document: header, text, footer. No Gradio, and readable without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Language
from ui.assets import address
from ui.chat_markup import Html, join, tag

_TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "skip": "Naar de inhoud",
        "chat": "Stel een vraag",
        "other": "English",
        "pages": "Pagina's",
        "footer": "Loketwijzer geeft algemene informatie en is geen website van de overheid. Een "
        "computer kiest de zinnen; elke zin rust op een bron.",
    },
    "en": {
        "skip": "Skip to the content",
        "chat": "Ask a question",
        "other": "Nederlands",
        "pages": "Pages",
        "footer": "Loketwijzer gives general information and is not a website of the government. "
        "A computer chooses the sentences; every sentence rests on a source.",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """What a page shows, and where it stands in the other language (None where it has none)."""

    title: str
    body: Html
    language: Language = "nl"
    translation: str | None = None
    styles: Sequence[str] = ()
    """Names of stylesheets of its own, besides `colours.css` and `plain.css`."""


def render_plain(page: PlainPage) -> str:
    """Render a whole document."""
    texts = _TEXTS[page.language]
    other: Language = "en" if page.language == "nl" else "nl"
    links = [tag("a", texts["chat"], href="/")]
    if page.translation:
        links.append(tag("a", texts["other"], href=page.translation, lang=other, hreflang=other))
    head = join(
        tag("title", f"{page.title} - Loketwijzer"),
        *(
            Html(f'<link rel="stylesheet" href="{address(name)}">')
            for name in ("colours.css", "plain.css", *page.styles)
        ),
        Html(f'<script src="{address("plain.js")}"></script>'),
    )
    body = join(
        tag("a", texts["skip"], href="#inhoud", class_="skip"),
        tag(
            "header",
            tag("a", "Loketwijzer", href="/", class_="name"),
            Html(f'<nav aria-label="{texts["pages"]}">{join(*links)}</nav>'),
        ),
        tag("main", tag("h1", page.title), page.body, id="inhoud"),
        tag("footer", tag("p", texts["footer"])),
    )
    return (
        f'<!doctype html>\n<html lang="{page.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n{head}\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
