"""Fixtures for fetching: a server of our own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.indexer.fetch.web import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    """A server on 127.0.0.1 without pages."""
    with serving() as running:
        yield running
