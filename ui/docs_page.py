"""The OpenAPI page at `/docs`: Swagger UI from a package on this machine, no third party asked.

FastAPI's own page loads it from a CDN, and Swagger UI by itself asks an online validator; neither
happens here. Its start-up lines are a file of their own, so that the page needs no inline script.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse, HTMLResponse, Response

DOCS = "/docs"
_FILES = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon-32x32.png": "image/png",
}
_PAGE = f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Loketwijzer: REST</title>
<link rel="stylesheet" href="{DOCS}/swagger-ui.css">
<link rel="icon" type="image/png" href="{DOCS}/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<noscript>Zonder JavaScript: lees <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="{DOCS}/swagger-ui-bundle.js"></script>
<script src="{DOCS}/start.js"></script>
</body>
</html>
"""
_START = """SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  displayRequestDuration: true,
  validatorUrl: null,
});
"""


def _folder() -> Path:
    return Path(str(files("fastapi_swagger") / "resources"))


def serve_docs(app: FastAPI) -> None:
    """Add the page and its files to the application."""

    def page() -> Response:
        return HTMLResponse(_PAGE)

    def start() -> Response:
        return Response(_START, media_type="text/javascript")

    def file(name: str) -> Response:
        return FileResponse(_folder() / name, media_type=_FILES[name])

    app.add_api_route(DOCS, page, methods=["GET"], include_in_schema=False)
    app.add_api_route(f"{DOCS}/start.js", start, methods=["GET"], include_in_schema=False)
    for name in _FILES:
        app.add_api_route(
            f"{DOCS}/{name}",
            lambda name=name: file(name),
            methods=["GET"],
            include_in_schema=False,
        )
