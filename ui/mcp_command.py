"""`loket mcp`: only the shape of the command; what it does is imported when it is called."""

from __future__ import annotations

_SDK = ("mcp", "mcp_types")


def mcp() -> None:
    """Start een MCP-server op stdin en stdout, voor een chatprogramma of een AI-agent."""
    try:
        from ui.mcp_server import serve_stdio
    except ImportError as error:
        # Also when it is there and too old: then a part of it is missing.
        if (error.name or "").partition(".")[0] not in _SDK:
            raise
        from assistant.errors import UnsupportedRequest

        words = (
            "Voor `loket mcp` is het Python-pakket mcp nodig (2.3 of nieuwer). "
            'Installeer het met: pip install "loketwijzer[mcp]"'
        )
        raise UnsupportedRequest(words) from error
    from assistant.settings import AssistantSettings
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    serve_stdio(read_settings(IndexSettings), read_settings(AssistantSettings))
