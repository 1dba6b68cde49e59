"""The MCP server: our tools in the words of the SDK, over stdin and stdout.

Nothing but the protocol goes to stdout (the SDK itself turns stray prints to stderr); the log goes
to stderr, and never tells what was asked.
"""

from __future__ import annotations

import logging
import logging.config
import signal
from collections.abc import Mapping
from importlib.metadata import version

import anyio
from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings
from ui.live import LiveAssistant
from ui.logs import LOGGING
from ui.mcp_answering import Answering
from ui.mcp_tools import INSTRUCTIONS, Offer, offers

logger = logging.getLogger(__name__)

_READS_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve_stdio(index_settings: IndexSettings, settings: AssistantSettings) -> None:
    """Serve the program that started us until it closes our stdin."""
    # Python's own Ctrl-C would wait for the thread that reads stdin. We only read: just end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    logging.config.dictConfig(LOGGING)
    live = LiveAssistant(index_settings, settings)
    server = build_server(offers(Answering(index_settings, live)))
    logger.info("De MCP-server luistert op stdin (stoppen: Ctrl-C).")
    try:
        anyio.run(_serve, server)
    finally:
        live.close()


def build_server(offered: Mapping[str, Offer]) -> Server:
    """Return a server with these tools, to be run over any transport."""
    tools = [_described(offer) for offer in offered.values()]

    async def list_tools(
        _: ServerRequestContext, __: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=tools)

    async def call_tool(_: ServerRequestContext, params: CallToolRequestParams) -> CallToolResult:
        offer = offered.get(params.name)
        if offer is None:
            names = ", ".join(offered)
            raise MCPError(INVALID_PARAMS, f"There is no such tool; choose from: {names}.")
        # In a thread, so that another call, or its cancellation, is heard meanwhile.
        told = await run_sync(offer.call, params.arguments or {}, abandon_on_cancel=True)
        return CallToolResult(
            content=[TextContent(text=told.text)],
            structured_content=told.structured,
            is_error=told.failed,
        )

    return Server(
        "loketwijzer",
        title="Loketwijzer",
        version=version("loketwijzer"),
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


async def _serve(server: Server) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _described(offer: Offer) -> Tool:
    return Tool(
        name=offer.name,
        title=offer.title,
        description=offer.description,
        input_schema=offer.takes.model_json_schema(),
        output_schema=offer.gives.model_json_schema(mode="serialization"),
        annotations=_READS_ONLY,
    )
