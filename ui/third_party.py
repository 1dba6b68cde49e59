"""The software of others that a server loads: name, version and licence, as installed here.

Which packages those are is what `requirements/serve.txt` pins. An installed package has no such
file, so the names stand in one of our own; `make accountability` takes them over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

FILE = Path(__file__).with_name("third_party.json")
UNKNOWN = "staat niet in de gegevens van het pakket"
_LONGEST_NAME = 60  # what is longer is the text of a licence, not its name
_TROVE = "License :: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of others, as its own metadata describe it."""

    name: str
    version: str
    licence: str


def pinned_names(requirements: str) -> list[str]:
    """Return the names that a file of exact pins holds."""
    lines = (line.partition("==") for line in requirements.splitlines() if "==" in line)
    return [name.strip() for name, _, _ in lines if not name.startswith("#")]


def read_names(file: Path = FILE) -> tuple[str, ...]:
    """Return the names that the package carries."""
    return tuple(json.loads(file.read_text(encoding="utf-8")))


def packages_here(names: Iterable[str]) -> Iterator[Package]:
    """Yield those of the packages that are installed here, by name in alphabetical order."""
    for name in sorted(names, key=str.lower):
        try:
            found = metadata(name)
        except PackageNotFoundError:
            continue  # needed on another system only
        yield Package(
            name=name,
            version=found["Version"],
            licence=_licence(
                _first(found.get_all("License-Expression")),
                _first(found.get_all("License")),
                found.get_all("Classifier") or [],
            ),
        )


def _first(values: Sequence[str] | None) -> str:
    return values[0] if values else ""


def _licence(expression: str, said: str, classifiers: Iterable[str]) -> str:
    """Return the name of a licence, from the most exact field that holds one."""
    if expression:
        return expression
    said = said.strip()
    if said and len(said) <= _LONGEST_NAME and "\n" not in said:
        return said
    trove = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith(_TROVE)]
    return "; ".join(trove) or UNKNOWN
