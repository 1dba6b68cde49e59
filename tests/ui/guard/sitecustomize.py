"""Loaded by Python at the start of a server under test: writes down every call to another machine.

The file is named by LOOK_FOR_CALLS; an address of this machine is not worth a line.
"""

from __future__ import annotations

import os
import socket
from typing import Any

_HERE = ("127.", "::1", "localhost", "0.0.0.0")
_FILE = os.environ.get("LOOK_FOR_CALLS", os.devnull)


def _note(host: object) -> None:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if isinstance(host, str) and host and not host.startswith(_HERE):
        with open(_FILE, "a", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f"{host}\n")


_connect, _look_up = socket.socket.connect, socket.getaddrinfo


def _guarded_connect(self: socket.socket, address: Any) -> None:
    if isinstance(address, tuple):
        _note(address[0])
    _connect(self, address)


def _guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
    _note(host)
    return _look_up(host, *arguments, **options)


socket.socket.connect = _guarded_connect  # type: ignore[method-assign,assignment]
socket.getaddrinfo = _guarded_look_up
