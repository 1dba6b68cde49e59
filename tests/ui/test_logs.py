"""The access log names the path and how it ended, never what was asked."""

from __future__ import annotations

import logging

import pytest

from ui.logs import LOGGING, WithoutQuery


def record(*arguments: object) -> logging.LogRecord:
    message = '%s - "%s %s HTTP/%s" %d'
    return logging.LogRecord("uvicorn.access", logging.INFO, "x", 1, message, arguments, None)


@pytest.mark.parametrize("path", ["/a?q=geheim", "/a?", "/a?x=1?y=2", "/a"])
def test_the_query_is_cut_off(path: str) -> None:
    logged = record("127.0.0.1:5", "GET", path, "1.1", 200)
    assert WithoutQuery().filter(logged)
    assert logged.getMessage() == '127.0.0.1:5 - "GET /a HTTP/1.1" 200'


def test_other_records_pass_as_they_are() -> None:
    logged = logging.LogRecord("x", logging.INFO, "x", 1, "a %s", ("b?c",), None)
    assert WithoutQuery().filter(logged)
    assert logged.getMessage() == "a b?c"


def test_the_filter_is_on_every_handler_of_the_access_log() -> None:
    handlers = LOGGING["loggers"]["uvicorn.access"]["handlers"]
    assert handlers
    assert all("without_query" in LOGGING["handlers"][name]["filters"] for name in handlers)
    assert LOGGING["loggers"]["uvicorn.access"]["propagate"] is False
