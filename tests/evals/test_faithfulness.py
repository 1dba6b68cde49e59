"""The language model as a judge: its share, its spread, and replies that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from evals.faithfulness import faithfulness, judge
from tests.evals.outcomes import answer, outcome


def model(*replies: str) -> GenericFakeChatModel:
    def messages() -> Iterator[AIMessage]:
        yield from (AIMessage(reply) for reply in replies)

    return GenericFakeChatModel(messages=messages())


def test_the_share_of_statements_that_the_passages_bear_out() -> None:
    made = model(json.dumps(["A.", "B.", "C.", "D."]), "Here you are: [1, 0, 1, 1]")
    assert faithfulness(made, "Moet ik melden?", answer()) == 0.75


@pytest.mark.parametrize(
    "replies",
    [
        ("I cannot.",),
        ("[]",),
        ('["A."]', "yes"),
        ('["A."]', "[1, 1]"),
        ('["A."]', "[2]"),
    ],
)
def test_what_cannot_be_read_is_no_figure(replies: tuple[str, ...]) -> None:
    assert faithfulness(model(*replies), "Moet ik melden?", answer()) is None


def test_three_runs_and_their_spread() -> None:
    found = judge(
        model('["A.", "B."]', "[1, 1]", '["A.", "B."]', "[1, 0]", "no", '["A.", "B."]', "[1, 1]"),
        [outcome()],
        runs=4,
    )
    assert found is not None
    assert found.runs == (1.0, 0.5, 1.0)
    assert found.value == pytest.approx(0.8333, abs=1e-3)
    assert found.spread == pytest.approx(0.2887, abs=1e-3)
    assert (found.answers, found.unreadable) == (1, 1)
    assert judge(model("no"), [outcome()], runs=1) is None
