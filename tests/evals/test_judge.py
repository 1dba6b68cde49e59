"""The command for a language model as judge: what it prints, and when it cannot run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from evals import judge as command


def replies() -> Iterator[AIMessage]:
    while True:
        yield from (AIMessage('["A.", "B."]'), AIMessage("[1, 0]"))


@pytest.mark.usefixtures("real_assistant")  # or skip: there is no index
def test_it_prints_the_share_and_the_spread(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = GenericFakeChatModel(messages=replies())
    monkeypatch.setattr(command, "_model", lambda *_: fake)
    assert command.main(["fake:model", "--limit", "2", "--runs", "3"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "faithfulness 0.500 (runs 0.500, 0.500, 0.500; spread 0.000) over 2 answers" in told


def test_without_a_provider_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["nobody:nothing"]) == 2
    assert capsys.readouterr().err.startswith("judge: ")
