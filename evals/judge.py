"""`python -m evals.judge MODEL`: faithfulness by a language model. Optional; asks that model only.

MODEL is what LangChain's `init_chat_model` takes, such as `openai:gpt-4.1-mini` or
`ollama:mistral-small`; the provider's package must be installed. Questions, answers and passages of
the development part are sent to that model: with a hosted one they leave this machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from evals.cases import load_cases
from evals.faithfulness import Chat, judge
from evals.run import run_cases
from indexer.errors import AppError
from indexer.offline import stay_offline
from indexer.settings import IndexSettings


def _model(name: str, base_url: str | None) -> Chat:
    try:
        from langchain.chat_models import init_chat_model
    except ImportError as error:
        raise AppError("a language model needs: pip install 'loketwijzer[openai]'") from error
    more: dict[str, Any] = {"base_url": base_url} if base_url else {}
    try:
        model: Chat = init_chat_model(name, temperature=0.0, **more)
    except (ImportError, ValueError) as error:
        raise AppError(f"{name} cannot be loaded: {error}") from error
    return model


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, judge and print; returns 0, or 2 when it cannot run."""
    parser = argparse.ArgumentParser(prog="python -m evals.judge")
    parser.add_argument("model")
    parser.add_argument("--base-url", help="of a server that speaks as OpenAI's does")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=40, help="how many answers")
    options = parser.parse_args(arguments)
    stay_offline()  # no telemetry; the model itself is reached all the same
    console = Console()
    try:
        model = _model(options.model, options.base_url)
        assistant = open_assistant(IndexSettings(), AssistantSettings())
        with assistant.index:
            cases = [c for c in load_cases() if c.part == "dev" and c.answerable]
            outcomes = run_cases(assistant, cases[: options.limit], lambda _: None)
        found = judge(model, outcomes, runs=options.runs)
    except AppError as error:
        sys.stderr.write(f"judge: {error}\n")
        return 2
    if found is None:
        console.print("No reply of the model could be read.")
        return 2
    each = ", ".join(f"{value:.3f}" for value in found.runs)
    console.print(
        f"faithfulness {found.value:.3f} (runs {each}; spread {found.spread:.3f}) over "
        f"{found.answers} answers; {found.unreadable} replies could not be read",
        highlight=False,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
