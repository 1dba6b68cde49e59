"""The text of a message as it grows, sentence by sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answers import Answer, Citation, Event, Language, Notice, ProvenSentence, Status
from ui.answer_text import answer_text
from ui.openai_content import Written, write
from ui.schemas import AnswerOut


def growing(
    events: Iterable[Event], language: Language
) -> Iterator[str | tuple[AnswerOut, Written]]:
    """Yield the text of a message as it grows, and last the answer with the whole message.

    An event that adds no text yields "", so that whoever listens can be found gone at each event.

    Somebody who may be in danger must read first whom to call, which only the Answer tells: then
    the sentences wait for it.

    Args:
        events: what the assistant yields.
        language: that of the headings between the sentences.

    Raises:
        ValueError: the Answer does not begin with what was streamed.
    """
    sentences: list[ProvenSentence] = []
    citations: list[Citation] = []
    waiting = False
    sent = ""
    for event in events:
        match event:
            case Notice(kind="sensitive"):
                waiting = True
            case Citation():
                citations.append(event)
            case ProvenSentence():
                sentences.append(event)
                text = sent if waiting else _so_far(sentences, citations, language)
                yield text[len(sent) :]
                sent = text
            case Answer():
                shown = AnswerOut.of(event)
                body = answer_text(replace(event, language=language)) if sent else None
                written = write(shown, body)
                if not written.text.startswith(sent):
                    raise ValueError("the answer does not begin with what was streamed")
                yield written.text[len(sent) :]
                yield shown, written
            case _:
                yield ""


def _so_far(
    sentences: Sequence[ProvenSentence], citations: Sequence[Citation], language: Language
) -> str:
    """Return the sentences so far as Markdown; each next text begins with this one."""
    return answer_text(
        Answer(
            id="",
            status=Status.ANSWERED,
            language=language,
            reply="",
            sentences=tuple(sentences),
            citations=tuple(citations),
            contacts=(),
            notices=(),
            missing=None,
            follow_ups=(),
            sensitive=False,
            approved_on=None,
            confidence=0.0,
            mode="extractive",
            model=None,
            index_version="",
            timings_ms={},
            hits=(),
        )
    )
