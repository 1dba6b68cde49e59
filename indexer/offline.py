"""Nothing leaves the machine: switch off what the libraries below us would send or fetch.

Called once at the start of every process, before those libraries are imported. The environment is
the only place where they all listen; a value that the operator has set himself stays.
"""

from __future__ import annotations

import os

SILENT = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def stay_offline() -> None:
    """Set the switches that are not set yet."""
    for name, value in SILENT.items():
        os.environ.setdefault(name, value)  # noqa: TID251  # the libraries read no settings of ours
