"""What the server logs: who asked for which path and how it ended; never what was asked."""

from __future__ import annotations

import logging
from typing import Any


class WithoutQuery(logging.Filter):
    """Cuts the query string off the path in uvicorn's access log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten the path; every record passes."""
        if isinstance(record.args, tuple) and len(record.args) == 5:  # as uvicorn logs
            client, method, path, version, status = record.args
            record.args = (client, method, str(path).partition("?")[0], version, status)
        return True


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": "ui.logs.WithoutQuery"}},
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        "access": {
            "()": "uvicorn.logging.AccessFormatter",
            "fmt": '%(asctime)s %(client_addr)s "%(request_line)s" %(status_code)s',
            "use_colors": False,
        },
    },
    "handlers": {
        "plain": {"class": "logging.StreamHandler", "formatter": "plain"},
        "access": {
            "class": "logging.StreamHandler",
            "formatter": "access",
            "filters": ["without_query"],
        },
    },
    "root": {"handlers": ["plain"], "level": "WARNING"},
    "loggers": {
        "ui": {"level": "INFO"},
        "uvicorn.error": {"level": "WARNING"},
        "uvicorn.access": {"handlers": ["access"], "level": "INFO", "propagate": False},
    },
}
"""For `logging.config.dictConfig`, which uvicorn calls."""
