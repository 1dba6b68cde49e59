"""Assistant: walks a question through the steps, times them, and streams what is proven.

It is a LangChain runnable, so it composes with the rest of that ecosystem: `invoke` and `ainvoke`
give the Answer, `stream` and `astream` give the answer so far, growing. `events` is the finer
stream that our own doors use: steps, citations, sentences, notices and last the Answer.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answers import Answer, Citation, Event, ProvenSentence, Question, StepDone
from assistant.errors import UnsupportedRequest
from assistant.steps.conclude import Conclude
from assistant.turn import Ending, Turn
from indexer.index import Index

Step = Callable[[Turn], Turn | Ending]


class Assistant(Runnable[Question | str, Answer]):
    """Answers questions from one open index."""

    def __init__(self, index: Index, steps: Sequence[tuple[str, Step]], conclude: Conclude) -> None:
        """Take the index and the named steps in order; `conclude` verifies and answers."""
        self.index = index
        self._steps = tuple(steps)
        self._conclude = conclude

    @property
    def generates(self) -> bool:
        """True when a language model may draft answers."""
        return self._conclude.generates

    def invoke(
        self, input: Question | str, config: RunnableConfig | None = None, **_: Any
    ) -> Answer:
        """Answer a question."""
        return self._call_with_config(self._answer, input, config, run_type="chain")

    def stream(
        self, input: Question | str, config: RunnableConfig | None = None, **_: Any
    ) -> Iterator[Answer]:
        """Yield the answer so far after each proven sentence, and last the whole answer."""
        del config
        citations: list[Citation] = []
        sentences: list[ProvenSentence] = []
        for event in self.events(_question(input)):
            if isinstance(event, Answer):
                yield event
            elif isinstance(event, Citation):
                citations.append(event)
            elif isinstance(event, ProvenSentence):
                sentences.append(event)
                yield self._conclude.so_far(citations, sentences)

    async def ainvoke(
        self, input: Question | str, config: RunnableConfig | None = None, **_: Any
    ) -> Answer:
        """Answer a question without blocking the event loop."""
        return await asyncio.to_thread(self.invoke, input, config)

    async def astream(
        self, input: Question | str, config: RunnableConfig | None = None, **_: Any
    ) -> AsyncIterator[Answer]:
        """Yield what `stream` yields, without blocking the event loop."""
        steps = self.stream(input, config)
        while (step := await asyncio.to_thread(next, steps, None)) is not None:
            yield step

    def check(self, question: Question) -> None:
        """Check that this installation can do what is asked.

        Raises:
            UnsupportedRequest: it asks for what only a language model can do, and there is none.
        """
        if self._conclude.generates:
            return
        if question.mode == "generative":
            raise UnsupportedRequest(
                "Er is geen taalmodel ingesteld; vraag met `mode` op `extractive` of zonder `mode`."
            )
        if question.style == "b1":
            raise UnsupportedRequest(
                "Er is geen taalmodel ingesteld, dus herschrijven naar taalniveau B1 kan niet; "
                "vraag met `style` op `normal` of zonder `style`."
            )

    def events(self, question: Question) -> Iterator[Event]:
        """Yield each step as it ends, each citation and sentence as it is proven, the Answer.

        Raises:
            UnsupportedRequest: see `check`.
        """
        self.check(question)
        started = time.perf_counter()
        timings: dict[str, float] = {}
        turn = Turn(question=question, text=question.text)
        for name, step in self._steps:
            before = time.perf_counter()
            result = step(turn)
            timings[name] = _milliseconds(before)
            yield StepDone(name=name, milliseconds=timings[name])
            if isinstance(result, Ending):
                timings["total"] = _milliseconds(started)
                yield replace(self._conclude.ended(result), timings_ms=timings)
                return
            turn = result
            if turn.approved_on is not None:
                break  # the desk's own answer: nothing is left to judge or to compose
        before = time.perf_counter()
        for event in self._conclude.proven(turn):
            if isinstance(event, Answer):
                timings["verify"] = _milliseconds(before)
                timings["total"] = _milliseconds(started)
                event = replace(event, timings_ms=timings)
            yield event

    def _answer(self, input: Question | str) -> Answer:
        return next(event for event in self.events(_question(input)) if isinstance(event, Answer))


def _question(asked: Question | str) -> Question:
    return Question(text=asked) if isinstance(asked, str) else asked


def _milliseconds(since: float) -> float:
    return round((time.perf_counter() - since) * 1000, 2)
