"""What every test of the desk may ask for."""

from __future__ import annotations

from tests.assistant.desk.databases import (  # noqa: F401  # pytest finds fixtures by their name
    database,
    postgres,
    postgres_database,
    sqlite_database,
)
