"""An answer as Markdown with markers: the `text` of REST, and what the command line shows.

The short answer is a paragraph; conditions, actions and places follow as lists under a heading
that says what they are. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def heading(
    role: Role,
    sentences: Sequence[ProvenSentence],
    citations: Sequence[Citation],
    language: Language,
) -> str:
    """Return what stands above a block; a second section's block also says what that is about."""
    title = ANSWER_TEXTS[language].blocks[role]
    if role is not Role.ALSO:
        return title
    numbers = next(sentence.citations for sentence in sentences if sentence.role is role)
    about = next(citation.passage.heading for citation in citations if citation.number in numbers)
    return f"{title}: {about}"


def answer_text(answer: Answer) -> str:
    """Return the whole answer as Markdown; the fixed reply when there are no sentences."""
    blocks: list[str] = []
    for role, sentences in groupby(answer.sentences, key=lambda sentence: sentence.role):
        if role is Role.ANSWER:
            blocks.append(" ".join(marked(sentence) for sentence in sentences))
        else:
            title = heading(role, answer.sentences, answer.citations, answer.language)
            blocks.append(f"**{plain(title)}**")
            blocks.append("\n".join(f"- {marked(sentence)}" for sentence in sentences))
    if answer.reply:
        blocks.append(plain(answer.reply))
    return "\n\n".join(blocks)
