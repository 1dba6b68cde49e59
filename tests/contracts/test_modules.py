"""Importing any module does nothing but define things, and serving never needs torch."""

from __future__ import annotations

import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import assistant.errors
import indexer.errors
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
# Scripts: importing them is running them.
SCRIPTS = {"ui.__main__", "indexer.reading.__main__", "evals.__main__"}
# The `model` group: set-up and training.
NOT_SERVED = {"evals.calibrate", "evals.plain_pipeline"}


def _modules() -> list[str]:
    found = [
        f"{package}.{module.name}"
        for package in PACKAGES
        for module in pkgutil.iter_modules([str(PROJECT / package.replace(".", "/"))])
    ]
    return sorted(set(found) - SCRIPTS - NOT_SERVED)


def test_importing_everything_writes_nothing_and_loads_no_torch(tmp_path: Path) -> None:
    script = f"""
import importlib, os, sys
names = {_modules()!r}
def audit(event, args):
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        if "__pycache__" not in str(args[0]) and os.devnull != str(args[0]):
            raise RuntimeError(f"an import wrote {{args[0]}}")
    if event == "socket.connect":
        raise RuntimeError(f"an import opened a connection to {{args[1]}}")
sys.addaudithook(audit)
for name in names:
    importlib.import_module(name)
heavy = {{"torch", "transformers", "sentence_transformers"}} & set(sys.modules)
assert not heavy, heavy
print(len(names))
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", script],  # -B: bytecode is no side effect of ours
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(_modules())


def test_every_error_says_when_it_is_raised() -> None:
    for module in (indexer.errors, assistant.errors):
        for _, error in inspect.getmembers(module, inspect.isclass):
            if issubclass(error, indexer.errors.AppError):
                assert error.__doc__
                assert len(error.__doc__) > 20
