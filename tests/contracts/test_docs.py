"""What the documents say is there, is there."""

from __future__ import annotations

import re

import pytest
import typer.main

from indexer.settings import PROJECT
from ui.cli import app

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_every_file_that_the_readme_names_exists() -> None:
    named = re.findall(r"\]\((?!https?://)([^)#]+)\)", README)
    named += re.findall(r"`((?:indexer|assistant|ui|evals|corpus|docs|tests)/[\w/.-]*)`", README)
    assert named
    for name in named:
        assert (PROJECT / name).exists(), name


def test_every_make_target_that_the_readme_names_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    assert {"serve", "test"} <= named <= targets


def test_every_target_that_a_person_may_want_is_explained() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert set(phony[1].split()) == explained


@pytest.mark.parametrize("command", ["ask", "search", "serve", "index", "model", "sources", "mcp"])
def test_every_command_has_help(command: str) -> None:
    group = typer.main.get_group(app)
    assert group.commands[command].help


def test_the_version_stands_in_the_changelog() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert first
    version = re.search(r'^version = "(.+)"$', (PROJECT / "pyproject.toml").read_text(), re.M)
    assert version
    assert first[1] in ("Unreleased", version[1])


def test_no_document_names_a_path_of_somebody_s_machine() -> None:
    for path in [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]:
        assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", path.read_text()), path
