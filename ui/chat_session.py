"""One visitor's conversation: frozen values that live in Gradio's session state, nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import (
    MAX_HISTORY,
    Answer,
    Citation,
    Event,
    Language,
    Message,
    Notice,
    ProvenSentence,
)

WINDOW = MAX_HISTORY // 2
"""So many exchanges are shown and remembered: an exchange is two messages of the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and what has been proven for it so far; `answer` is there once it is complete."""

    number: int
    question: str
    sentences: tuple[ProvenSentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    answer: Answer | None = None
    urgent: str = ""
    """What somebody who may be in danger reads before the answer is there."""
    stopped: bool = False
    """True when the visitor stopped it; what had been shown stays."""
    interface: Language = "nl"
    """The language of the page on which it was asked."""

    @property
    def language(self) -> Language:
        """The language of the labels; that of the page until the assistant has said otherwise."""
        return self.answer.language if self.answer else self.interface

    def after(self, event: Event) -> Exchange:
        """Return the exchange with what an event of the stream adds to it."""
        match event:
            case ProvenSentence():
                return replace(self, sentences=(*self.sentences, event))
            case Notice(kind="sensitive"):
                return replace(self, urgent=event.text)
            case Citation():
                return replace(self, citations=(*self.citations, event))
            case Answer():
                return replace(
                    self, answer=event, sentences=event.sentences, citations=event.citations
                )
            case _:
                return self


Conversation = tuple[Exchange, ...]


def opened(so_far: Conversation, question: str, language: Language = "nl") -> Exchange:
    """Return the next exchange; numbers go on when old exchanges have left the window."""
    number = so_far[-1].number + 1 if so_far else 1
    return Exchange(number=number, question=question, interface=language)


def windowed(exchanges: Sequence[Exchange]) -> Conversation:
    """Keep the last exchanges, as many as the assistant looks back."""
    return tuple(exchanges[-WINDOW:])


def history(so_far: Conversation) -> tuple[Message, ...]:
    """Turn the conversation into the messages that make a follow-up question understood."""
    return tuple(message for exchange in so_far for message in _messages(exchange))


def _messages(exchange: Exchange) -> Iterator[Message]:
    yield Message(role="user", content=exchange.question)
    said = " ".join(sentence.text for sentence in exchange.sentences)
    if exchange.answer or said:
        reply = exchange.answer.reply if exchange.answer else ""
        yield Message(role="assistant", content=said or reply)
