"""What every test of the door may ask for."""

from __future__ import annotations

import pytest

from assistant.desk.database import Database
from assistant.desk.staff import Staff
from tests.assistant.desk.databases import (  # noqa: F401  # pytest finds fixtures by their name
    database,
    postgres,
    postgres_database,
    sqlite_database,
)
from tests.ui.access.commanding import desk  # noqa: F401


@pytest.fixture
def staff(sqlite_database: Database) -> Staff:  # noqa: F811
    """The accounts of a new desk: none yet."""
    return Staff(sqlite_database)
