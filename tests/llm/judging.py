"""Is what was shown proven, and is it all there? Told by means that the assistant does not use."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers import Answer, Citation, ProvenSentence
from evals.support import objections
from indexer.documents import Role
from indexer.index import Index


def written(answer: Answer) -> list[ProvenSentence]:
    """Return the sentences that the model wrote; the others are the words of the sources."""
    if answer.mode != "generative":
        return []
    return [sentence for sentence in answer.sentences if sentence.role is Role.ANSWER]


def unproven(answer: Answer, index: Index) -> Iterator[str]:
    """Yield what is shown and not borne out by the passage that it cites."""
    passages = {passage.id: passage.text for passage in index.passages}
    citations = {citation.number: citation for citation in answer.citations}
    own = written(answer)
    for sentence in answer.sentences:
        if not sentence.citations:
            yield f"{sentence.text!r} cites nothing"
        for citation in (citations[number] for number in sentence.citations):
            quote = _to_the_letter(citation, passages)
            if quote is None:
                yield f"{citation.quote!r} does not stand in {citation.passage.id}"
            elif sentence.text == quote:
                continue
            elif sentence not in own:
                yield f"{sentence.text!r} is not, to the letter, {quote!r}"
            elif against := objections(sentence.text, quote):
                yield f"{sentence.text!r} is not borne out by {quote!r}: {', '.join(against)}"


def _to_the_letter(citation: Citation, passages: dict[str, str]) -> str | None:
    """Return the quote as it stands in the passage of the index; None when it does not."""
    stored = passages.get(citation.passage.id, "")
    words = stored[citation.span.start : citation.span.end]
    return words if words and words == citation.quote else None


def missing(answer: Answer, extractive: Answer) -> list[str]:
    """Return what the sources say in answer and this answer does not tell, if its draft failed.

    Told is a sentence to the letter, or with nearly all of its words.
    """
    shown = [sentence.text for sentence in answer.sentences]
    return [
        sentence.text
        for sentence in extractive.sentences
        if not any(text == sentence.text or _tells(text, sentence.text) for text in shown)
    ]


def _tells(text: str, sentence: str) -> bool:
    return "words" not in objections(sentence, text)
