"""Every error of ours may be shown, so each says when it is raised and derives from one root."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import AppError
from indexer.settings import PROJECT

PACKAGES = (
    "indexer",
    "indexer.reading",
    "indexer.fetch",
    "indexer.library",
    "assistant",
    "assistant.steps",
    "assistant.check",
    "assistant.proof",
    "assistant.chat",
    "assistant.desk",
    "ui",
    "ui.access",
    "ui.desk",
    "evals",
)
NOT_SERVED = {"evals.calibrate", "evals.plain_pipeline", "evals.bench"}


def our_errors() -> Iterator[type[BaseException]]:
    """Yield every exception that our modules define."""
    for package in PACKAGES:
        folder = Path(PROJECT, *package.split("."))
        for module in pkgutil.iter_modules([str(folder)]):
            name = f"{package}.{module.name}"
            if module.ispkg or module.name.startswith("__") or name in NOT_SERVED:
                continue
            for _, found in inspect.getmembers(importlib.import_module(name), inspect.isclass):
                if issubclass(found, BaseException) and found.__module__ == name:
                    yield found


@pytest.fixture(scope="module")
def errors() -> list[type[BaseException]]:
    return sorted(set(our_errors()), key=lambda error: error.__qualname__)


def test_every_error_derives_from_the_one_that_may_be_shown(
    errors: list[type[BaseException]],
) -> None:
    assert len(errors) > 10
    assert [
        e for e in errors if not issubclass(e, AppError) and not e.__name__.startswith("_")
    ] == []


def test_every_error_says_when_it_is_raised(errors: list[type[BaseException]]) -> None:
    silent = [e for e in errors if "__doc__" not in vars(e) or len((e.__doc__ or "").split()) < 5]
    assert silent == []
