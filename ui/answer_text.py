"""An answer as Markdown with markers: the `text` of REST, and what the command line shows.

The short answer is a paragraph; conditions, actions and places follow as lists under a heading
that says what they are. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answers import Answer, Citation, Language, ProvenSentence
from indexer.documents import Role
from ui.chat_texts import ANSWER_TEXTS

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def plain(text: str) -> str:
    """Escape what Markdown would read as mark-up."""
    return _SPECIAL.sub(r"\\\1", text)


def marked(sentence: ProvenSentence) -> str:
    """Return a sentence with its markers: `Een zin. [1][2]`."""
    markers = "".join(f"[{number}]" for number in sentence.citations)
    return f"{plain(sentence.text)} {markers}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Sentences of one role that belong together, and what stands above them."""

    role: Role
    title: str
    sentences: tuple[ProvenSentence, ...]


def blocks(
    sentences: Sequence[ProvenSentence], citations: Sequence[Citation], language: Language
) -> tuple[Block, ...]:
    """Return the sentences in blocks, in their order; each further section is one of its own.

    Above a further section stands what it is about.
    """
    titles = ANSWER_TEXTS[language].blocks
    headings = {citation.number: citation.passage.heading for citation in citations}

    def about(sentence: ProvenSentence) -> tuple[Role, str]:
        title = titles.get(sentence.role, "")
        if sentence.role is Role.ALSO:
            title = f"{title}: {headings[sentence.citations[0]]}"
        return sentence.role, title

    return tuple(
        Block(role=role, title=title, sentences=tuple(own))
        for (role, title), own in groupby(sentences, key=about)
    )


def answer_text(answer: Answer) -> str:
    """Return the whole answer as Markdown; the fixed reply when there are no sentences."""
    parts: list[str] = []
    for block in blocks(answer.sentences, answer.citations, answer.language):
        if block.role is Role.ANSWER:
            parts.append(" ".join(marked(sentence) for sentence in block.sentences))
        else:
            parts.append(f"**{plain(block.title)}**")
            parts.append("\n".join(f"- {marked(sentence)}" for sentence in block.sentences))
    if answer.reply:
        parts.append(plain(answer.reply))
    return "\n\n".join(parts)
