"""The server process: REST at once, the chat page a moment later, one line when it cannot start."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys

import uvicorn

from assistant.desk.settings import DeskSettings
from assistant.settings import AssistantSettings
from indexer.offline import stay_offline
from indexer.settings import IndexSettings
from ui.api import create_app
from ui.desk.opening import open_desk_and_live
from ui.errors import AddressUnusable
from ui.feedback_store import FOLDER, FeedbackStore
from ui.limits import AnswerRate
from ui.logs import LOGGING
from ui.mount import ChatPage, build_gradio
from ui.running import announced
from ui.settings import UiSettings

logger = logging.getLogger(__name__)

_GRACE = 2  # seconds that running answers get when the server is told to stop
_LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # compared with, not listened on


def serve(
    settings: UiSettings,
    index_settings: IndexSettings,
    assistant_settings: AssistantSettings,
    desk_settings: DeskSettings | None = None,
) -> None:
    """Serve until told to stop.

    Raises:
        AddressUnusable: the address or port cannot be listened on.
        FolderNotWritable: the data folder cannot be written.
        DeskRefused: the desk's key is too short, or its database's address is none.
        DeskKeyWrong: the desk's database was made with another key.
    """
    stay_offline()
    feedback = FeedbackStore(index_settings.data_dir / FOLDER, settings.feedback_days)
    desk, live = open_desk_and_live(
        desk_settings or DeskSettings(),
        index_settings,
        assistant_settings,
        feedback=feedback,
        start_seconds=settings.start_seconds,
    )
    page = ChatPage(
        lambda: build_gradio(
            live,
            AnswerRate(settings.answers_per_minute),
            feedback_days=settings.feedback_days,
            desk=desk,
        )
    )
    app = create_app(
        live, settings, alongside=page.alongside, index_settings=index_settings, desk=desk
    )
    app.router.default = page
    listener = _listen(settings.host, settings.port)
    url = _url(listener)
    with listener, announced(index_settings.data_dir, url):
        config = uvicorn.Config(
            app,
            log_config=LOGGING,
            ws="none",
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies or None,
            timeout_graceful_shutdown=2 * _GRACE,
        )
        # uvicorn stops in order and then sends itself the signal again: leave through `with`.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        logger.info("Loketwijzer luistert op %s (stoppen: Ctrl-C).", url)
        try:
            _Server(config).run(sockets=[listener])
        finally:
            if desk:
                desk.close()


class _Server(uvicorn.Server):
    """Hangs up on those who stay, when it stops.

    An open chat page keeps a connection for as long as it is open. uvicorn would wait for it and
    then cancel it with a traceback; whoever finds the line dead ends in order.
    """

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().call_later(_GRACE, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in tuple(self.server_state.connections):
            connection.transport.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise AddressUnusable(host, port, f"het adres {host} bestaat niet.") from error
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        raise AddressUnusable(host, port, _why(error, host, port)) from error
    return listener


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"poort {port} op {host} is al in gebruik; kies een andere met --port."
    if isinstance(error, PermissionError):
        return f"poort {port} mag u niet gebruiken; kies een poort boven 1023 met --port."
    return f"{host} is geen adres van deze machine; kies een ander met --host."


def _url(listener: socket.socket) -> str:
    """Return where a program on this machine can ask the server."""
    host, port = listener.getsockname()[:2]
    host = _LOOPBACK.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
