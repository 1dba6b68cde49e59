"""Every setting is documented where an operator looks, with the default it really has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

from assistant.desk.settings import DeskSettings
from assistant.settings import AssistantSettings
from indexer.settings import PROJECT, IndexSettings
from ui.settings import UiSettings

CLASSES: list[type[BaseSettings]] = [IndexSettings, AssistantSettings, DeskSettings, UiSettings]
FIELDS = [(cls, name) for cls in CLASSES for name in cls.model_fields]


def _default(cls: type[BaseSettings], name: str) -> str:
    value = cls.model_fields[name].default
    return str(value.relative_to(PROJECT) if isinstance(value, Path) else value)


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=[name for _, name in FIELDS])
def test_every_setting_stands_in_the_readme_and_the_example(
    cls: type[BaseSettings], name: str
) -> None:
    variable, default = f"LOKET_{name.upper()}", _default(cls, name)
    description = cls.model_fields[name].description
    assert description
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert f"| `{variable}` | `{default}` | {description} |" in readme
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    assert f"# {description}\n# {variable}={default}\n" in example


def test_nothing_else_is_documented_as_a_setting() -> None:
    known = {f"LOKET_{name.upper()}" for _, name in FIELDS}
    for file in ("README.md", ".env.example"):
        text = (PROJECT / file).read_text(encoding="utf-8")
        assert set(re.findall(r"\bLOKET_[A-Z_]+\b", text)) <= known
