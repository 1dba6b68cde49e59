"""Faithfulness by a language model, as RAGAS defines it (Es et al., EACL 2024). Optional; off.

A model breaks the answer into statements, and says of each whether the passages bear it out; the
measure is the share borne out. Models differ from run to run, so it is asked several times and the
spread is told. The ragas library is not used: it holds Rich below 14 (through instructor), and our
tables need a newer one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, stdev
from typing import Any, Protocol

from assistant.answers import Answer
from evals.scores import Outcome

_STATEMENTS = """Break the answer into short statements that each can be judged alone: no pronouns,
names in full. Keep its language. Reply with a JSON list of strings and nothing else.

Question: {question}
Answer: {answer}"""
_VERDICTS = """For each numbered statement: can it be inferred directly from the context? Reply with
a JSON list of 1 (yes) or 0 (no), one number a statement, in their order, and nothing else.

Context:
{context}

Statements:
{statements}"""


class Chat(Protocol):
    """A chat model as LangChain knows it."""

    def invoke(self, prompt: str, /) -> Any:
        """Return a message whose `text` is the reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The mean faithfulness of each run (0..1), and how many answers it could not judge."""

    runs: tuple[float, ...]
    answers: int
    unreadable: int

    @property
    def value(self) -> float:
        """The mean of the runs."""
        return mean(self.runs)

    @property
    def spread(self) -> float:
        """The standard deviation between the runs."""
        return stdev(self.runs) if len(self.runs) > 1 else 0.0


def _list(reply: str) -> list[Any] | None:
    """Read the first JSON list in a reply; models like to talk around it."""
    start, end = reply.find("["), reply.rfind("]")
    try:
        found = json.loads(reply[start : end + 1])
    except ValueError:
        return None
    return found if isinstance(found, list) and found else None


def faithfulness(model: Chat, question: str, answer: Answer) -> float | None:
    """Return the share (0..1) of the answer's statements that its passages bear out.

    None when the model's replies cannot be read, or do not fit each other.
    """
    told = " ".join(sentence.text for sentence in answer.sentences)
    prompt = _STATEMENTS.format(question=question, answer=told)
    statements = _list(str(model.invoke(prompt).text))
    if statements is None:
        return None
    context = "\n\n".join(dict.fromkeys(c.passage.text for c in answer.citations))
    numbered = "\n".join(f"{n}. {text}" for n, text in enumerate(statements, start=1))
    prompt = _VERDICTS.format(context=context, statements=numbered)
    verdicts = _list(str(model.invoke(prompt).text))
    if verdicts is None or len(verdicts) != len(statements) or not set(verdicts) <= {0, 1}:
        return None
    return verdicts.count(1) / len(verdicts)


def judge(model: Chat, outcomes: Sequence[Outcome], *, runs: int = 3) -> Judged | None:
    """Judge every answer with sentences, `runs` times; None when no reply could be read."""
    answered = [o for o in outcomes if o.answer.sentences]
    means: list[float] = []
    unreadable = 0
    for _ in range(runs):
        found = [faithfulness(model, o.case.question, o.answer) for o in answered]
        values = [value for value in found if value is not None]
        unreadable += len(found) - len(values)
        if values:
            means.append(mean(values))
    if not means:
        return None
    return Judged(runs=tuple(means), answers=len(answered), unreadable=unreadable)
