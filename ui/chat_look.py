"""The document around Gradio's page: every stylesheet and script from our own server.

Gradio's own document sets the page up in inline scripts and takes its language from the browser.
Ours has no inline script, so a content-security policy of `script-src 'self'` holds; it is Dutch
before any script runs, and it names nobody else's server.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import gradio
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from gradio.themes import Base

from ui.assets import address
from ui.page_texts import NO_SCRIPT, PAGE_TEXTS

_GRADIO_DOCUMENT = Path(gradio.__file__).parent / "templates" / "frontend" / "index.html"
SCRIPTS = ("page.js", "copying.js", "tools.js", "feedback.js", "handover.js")
STYLES = ("colours.css", "page.css", "tools.css", "feedback.css", "handover.css", "print.css")
_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
_MONO = ("ui-monospace", "monospace")

# Our script comes first: it tells Gradio's what it would otherwise ask `/gradio_api/info`, which
# the server refuses. Our stylesheet comes last, and in place before anything is drawn.
_DOCUMENT = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<base href="./">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{scripts}
<script type="module" src="./{gradio_script}"></script>
<link rel="stylesheet" href="./{gradio_style}">
{styles}
</head>
<body>
<noscript>{noscript}</noscript>
<gradio-app control_page_title="true" embed="false" eager="true"></gradio-app>
</body>
</html>
"""


def page_theme() -> Base:
    """Return a Gradio theme with the fonts of the visitor's own system; colours are in page.css."""
    return Base(font=_SANS, font_mono=_MONO)


def serve_document(app: FastAPI) -> None:
    """Serve the document; before Gradio is mounted at the root."""
    document = render_document()

    @app.get("/", include_in_schema=False)
    def page() -> HTMLResponse:
        return HTMLResponse(document, headers={"Cache-Control": "no-cache"})


def render_document(
    title: str = PAGE_TEXTS["nl"].name,
    scripts: Sequence[str] = SCRIPTS,
    styles: Sequence[str] = STYLES,
) -> str:
    """Return the document: Gradio's scripts, our own scripts and styles, and nothing in line."""
    gradio_document = _GRADIO_DOCUMENT.read_text(encoding="utf-8")
    return _DOCUMENT.format(
        title=title,
        noscript=NO_SCRIPT,
        scripts="\n".join(f'<script src="{address(name)}"></script>' for name in scripts),
        styles="\n".join(f'<link rel="stylesheet" href="{address(name)}">' for name in styles),
        gradio_script=_gradio_asset(gradio_document, "js"),
        gradio_style=_gradio_asset(gradio_document, "css"),
    )


def _gradio_asset(document: str, suffix: str) -> str:
    """Return where Gradio's own entry file stands; its name changes with every release."""
    found = re.search(rf"assets/index-[\w-]+\.{suffix}", document)
    if found is None:
        raise LookupError(f"Gradio's document names no entry file of the kind .{suffix}")
    return found[0]
