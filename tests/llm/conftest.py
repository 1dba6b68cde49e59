"""Fixtures of the tests with a real model: where it is, and where figures go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rich.console import Console

from indexer.settings import IndexSettings
from tests.llm.serving import model_file


@pytest.fixture(scope="session")
def weak_model(real_settings: IndexSettings) -> Path:
    """The file of the weak model; those who ask it need the real index too."""
    return model_file(real_settings)


@pytest.fixture
def figures(capsys: pytest.CaptureFixture[str]) -> Callable[[str, Sequence[str]], None]:
    """Print figures where they are read, passed or not: in the log of the run."""

    def show(title: str, lines: Sequence[str]) -> None:
        with capsys.disabled():
            console = Console(highlight=False, markup=False, soft_wrap=True)
            console.print(f"\n{title}")
            for line in lines:
                console.print(f"  {line}")

    return show
