"""What stands at `/` while the chat page is on its way, and when it did not come."""

from __future__ import annotations

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{refresh}<title>Loketwijzer</title>
<style>body {{ font-family: system-ui, sans-serif; margin: 15vh auto; max-width: 30rem; \
padding: 0 1rem }}</style>
</head>
<body><main><h1>Loketwijzer</h1><p role="status">{text}</p></main></body>
</html>
"""
STARTING = _PAGE.format(
    refresh='<meta http-equiv="refresh" content="1">\n',
    text="De chatpagina wordt gestart. Dat duurt een paar seconden; deze pagina ververst zichzelf.",
)
FAILED = _PAGE.format(
    refresh="",
    text="De chatpagina kon niet worden gestart. De beheerder vindt de oorzaak in het logboek. "
    'Programma\'s kunnen wel terecht bij <a href="/docs">REST</a>.',
)
