"""THE STORY of a generated answer: a model drafts, each sentence is proven, and only then shown.

A shown sentence is never taken back. So the first one waits until a second is proven or the draft
has ended; a draft that fails before that gives way to the extractive answer, and one that fails
later is completed from it. Conditions of a passage that the model left out are added to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.answers import Dropped, Fallback
from assistant.chat.draft import Drafted
from assistant.chat.model import ChatModel, DraftFailed, Form
from assistant.chat.prompts import (
    HIDDEN,
    inert,
    prompt_version,
    question_prompt,
    reaches_out,
    system_prompt,
)
from assistant.proof.clauses import in_common
from assistant.proof.generated import GeneratedProof
from assistant.turn import DraftSentence, Turn
from indexer.documents import Role
from indexer.passages import Passage

_FIRST_HELD = 2  # proven sentences before the first is shown
_SAME = 0.6  # share of terms above which a sentence has been said
_MOST_DROPPED = 10  # sentences in a row; what comes after them is not waited for
_CONDITIONAL = re.compile(
    r"\b(?:tenzij|mits|behalve|uitgezonderd|uitzondering\w*|alleen als|unless|provided|except\w*|"
    r"only if)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(r"^\W*(?:geen antwoord|no answer)\W*$", re.IGNORECASE)

Reason = Literal["slow", "broken", "resting", "declined", "unproven"]


@dataclass(slots=True)
class Trace:
    """What became of one draft; filled while it is made."""

    dropped: list[Dropped] = field(default_factory=list)
    generated: int = 0
    """Sentences of the model that were shown."""
    prompt: str | None = None
    """The version of the prompt that the model was given."""


class Generate:
    """Makes the sentences of a generated answer."""

    def __init__(
        self, model: ChatModel, proof: GeneratedProof, terms_of: Callable[[str, str], list[str]]
    ) -> None:
        """Take the model, what proves its sentences, and the search terms of a text."""
        self._model = model
        self._proof = proof
        self._terms_of = terms_of

    @property
    def name(self) -> str:
        """The name of the model."""
        return self._model.name

    def sentences(self, turn: Turn, trace: Trace) -> Iterator[DraftSentence | Fallback]:
        """Yield proven sentences in the order in which they may be shown, and where they end."""
        passages = list(dict.fromkeys(sentence.passage for sentence in turn.draft))
        shown: list[DraftSentence] = []
        held: list[DraftSentence] = []
        reason: Reason | None = None
        try:
            for sentence in self._proven(turn, passages, trace):
                held.append(sentence)
                if shown or len(held) >= _FIRST_HELD:
                    yield from held
                    shown += held
                    held = []
        except DraftFailed as error:
            reason = error.reason  # type: ignore[assignment]  # one of the words of Reason
        reason = reason or _too_little(len(shown) + len(held), trace)
        if reason and not shown:
            yield Fallback(reason=reason, language=turn.language)
            yield from turn.draft
            return
        yield from held
        shown += held
        trace.generated = len(shown)
        yield from self._lost_conditions(turn, shown)
        if reason:
            yield Fallback(reason=reason, language=turn.language)
            more = self._unsaid(turn.draft, shown)
            yield from (replace(sentence, role=Role.MORE) for sentence in more)

    def _proven(
        self, turn: Turn, passages: Sequence[Passage], trace: Trace
    ) -> Iterator[DraftSentence]:
        """Yield the sentences of the draft that are proven; stop when nothing more is."""
        language, style = turn.language, turn.question.style

        def system(form: Form) -> str:
            told = system_prompt(language, style, form)
            trace.prompt = prompt_version(told)
            return told

        prompt = question_prompt(turn.query, passages, language)
        said: set[str] = set()
        fruitless = 0
        with closing(self._model.draft(system, prompt, language, len(passages))) as draft:
            for drafted in (one for one in draft if not _DECLINES.match(one.text)):
                found = self._check(drafted, passages)
                if isinstance(found, Dropped):
                    trace.dropped.append(found)
                elif found.text not in said:
                    said.add(found.text)
                    fruitless = 0
                    yield found
                    continue
                fruitless += 1
                if fruitless == _MOST_DROPPED:
                    raise DraftFailed("unproven")

    def _check(self, drafted: Drafted, passages: Sequence[Passage]) -> DraftSentence | Dropped:
        """Return the sentence with the words that support it, or why it is dropped."""
        if reaches_out(drafted.text):
            return Dropped(text=drafted.text, reason="it holds an address or a telephone number")
        issued = [number for number in drafted.markers if 1 <= number <= len(passages)]
        if len(issued) != len(drafted.markers) or not issued:
            return Dropped(text=drafted.text, reason="its marker was not issued")
        cited = [passages[number - 1] for number in issued]
        if HIDDEN in drafted.text:
            return _restored(drafted.text, cited)
        reason = ""
        for passage in cited:
            support = self._proof.find(drafted.text, passage)
            if support.span:
                return DraftSentence(
                    text=drafted.text, passage=passage, span=support.span, role=Role.ANSWER
                )
            reason = support.verdict.reason
        return Dropped(text=drafted.text, reason=reason)

    def _lost_conditions(
        self, turn: Turn, shown: Sequence[DraftSentence]
    ) -> Iterator[DraftSentence]:
        """Yield the conditions of the cited passages that no shown sentence states."""
        cited = {sentence.passage for sentence in shown}
        conditions = [
            replace(sentence, role=Role.CONDITION)
            for sentence in turn.draft
            if sentence.passage in cited and _is_condition(sentence)
        ]
        yield from self._unsaid(conditions, shown)

    def _unsaid(
        self, sentences: Sequence[DraftSentence], shown: Sequence[DraftSentence]
    ) -> list[DraftSentence]:
        """Return the sentences whose words were not shown yet."""
        said = [self._terms(sentence) for sentence in shown]
        return [one for one in sentences if not self._is_said(self._terms(one), said)]

    def _terms(self, sentence: DraftSentence) -> frozenset[str]:
        return frozenset(self._terms_of(sentence.text, sentence.passage.language))

    @staticmethod
    def _is_said(terms: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
        return any(len(in_common(terms, other)) > _SAME * max(1, len(terms)) for other in said)


def _restored(text: str, passages: Sequence[Passage]) -> DraftSentence | Dropped:
    """Return the sentence of a passage that a model copied without its address or number."""
    for passage in passages:
        for span in passage.spans:
            quote = passage.quote(span)
            if not span.order and inert(quote) == text:
                return DraftSentence(text=quote, passage=passage, span=span, role=Role.ANSWER)
    return Dropped(text=text, reason="it leaves an address or a telephone number open")


def _too_little(proven: int, trace: Trace) -> Reason | None:
    """Return why a draft that ended well is no answer by itself; None when it is one.

    One sentence is an answer when it is all the model wrote; more are when no more were dropped.
    """
    if not proven and not trace.dropped:
        return "declined"
    return "unproven" if len(trace.dropped) > (proven if proven > 1 else 0) else None


def _is_condition(sentence: DraftSentence) -> bool:
    return sentence.span.role is Role.CONDITION or _CONDITIONAL.search(sentence.text) is not None
