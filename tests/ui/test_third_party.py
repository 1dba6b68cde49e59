"""The list of other people's software is that of the lock, with the licence each package names."""

from __future__ import annotations

from email.message import Message

import pytest

from indexer.settings import PROJECT
from ui import third_party
from ui.third_party import UNKNOWN, packages_here, pinned_names, read_names

LOCK = (PROJECT / "requirements" / "serve.txt").read_text(encoding="utf-8")


def test_the_names_are_those_of_the_lock() -> None:
    """Red after a new lock: run `make accountability`."""
    assert list(read_names()) == pinned_names(LOCK)


def test_pins_are_read_and_remarks_are_not() -> None:
    assert pinned_names("# exact == pins\nkaas==1.2\n\nmelk==3\n") == ["kaas", "melk"]


def test_every_package_names_its_licence() -> None:
    packages = list(packages_here(read_names()))
    assert len(packages) > 100
    assert [p.name for p in packages if p.licence == UNKNOWN or "\n" in p.licence] == []
    names = [p.name.lower() for p in packages]
    assert names == sorted(names)


def test_versions_are_those_that_are_installed() -> None:
    pins = dict(line.split("==") for line in LOCK.splitlines() if "==" in line and line[0] != "#")
    packages = {p.name: p.version for p in packages_here(["fastapi", "numpy"])}
    assert packages == {name: pins[name] for name in ("fastapi", "numpy")}


def test_what_is_not_installed_is_left_out() -> None:
    assert list(packages_here(["er-is-geen-pakket-dat-zo-heet"])) == []


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "iets anders")], "MIT"),
        ([("License", "Apache 2.0"), ("Classifier", "License :: X :: Y")], "Apache 2.0"),
        ([("License", "w " * 99), ("Classifier", "License :: X :: MIT License")], "MIT License"),
        ([("License", "a\nb"), ("Classifier", "Topic :: Z")], UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_the_most_exact_field_names_the_licence(
    monkeypatch: pytest.MonkeyPatch, fields: list[tuple[str, str]], licence: str
) -> None:
    found = Message()
    found["Version"] = "1"
    for name, value in fields:
        found[name] = value
    monkeypatch.setattr(third_party, "metadata", lambda _: found)
    assert [package.licence for package in packages_here(["kaas"])] == [licence]
