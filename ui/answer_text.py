"""An answer as Markdown with markers: the `text` of REST, and what the command line shows.

The short answer is a paragraph; conditions, actions and places follow as lists under a heading
that says what they are. A list or a table row of an original stays on lines of its own. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answers import Answer, Citation, Language, ProvenSentence
from indexer.documents import Role
from ui.chat_texts import ANSWER_TEXTS

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|^#)")
_NUMBERED = re.compile(r"^(\d{1,9}[.)]) +(?=\S)")
_BULLETED = re.compile(r"^[-–—*+·•◦▪▫●○■□➢➤✓✔‣⁃] +(?=\S)")
_LETTERED = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)°] +(?=\S)")
CELLS = " | "
"""What stands between the cells of a table row."""


def plain(text: str) -> str:
    """Escape what Markdown would read as mark-up."""
    return _SPECIAL.sub(r"\\\1", text)


def is_item(line: str) -> bool:
    """True when a line is an item of a list or a row of a table: it stands on a line of its own."""
    if "\n" in line:
        return False
    return CELLS in line or any(marker.match(line) for marker in (_NUMBERED, _BULLETED, _LETTERED))


def _item(line: str, *, numbered: bool) -> tuple[str, bool]:
    """Return a line as an item of a Markdown list, and whether that is a numbered list.

    Markdown knows a numbered list only where it goes on, or begins with 1.
    """
    if (found := _NUMBERED.match(line)) and (numbered or found[1][:-1] == "1"):
        return f"{found[1]} {plain(line[found.end() :])}", True
    return f"- {plain(_BULLETED.sub('', line, count=1))}", False


def _lines(sentence: ProvenSentence) -> tuple[str, list[str]]:
    """Return the first line of a sentence as prose, and the others as items of a list."""
    first, *others = sentence.text.split("\n")
    items: list[str] = []
    numbered = False
    for line in others:
        item, numbered = _item(line, numbered=numbered)
        items.append(item)
    return plain(first), items


def _numbers(sentence: ProvenSentence) -> str:
    return "".join(f"[{number}]" for number in sentence.citations)


def marked(sentence: ProvenSentence, indent: str = "") -> str:
    """Return a sentence with its markers: `Een zin. [1][2]`; lines of a list come below it."""
    first, items = _lines(sentence)
    text = "\n".join((first, *(f"{indent}{item}" for item in items)))
    return f"{text} {_numbers(sentence)}".strip()


def _item_of(sentence: ProvenSentence) -> str:
    """Return a sentence as an item of a list of ours; a list of its own lies within it."""
    return _BULLETED.sub("", marked(sentence, indent="  "), count=1)


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

    Above a further section stands what it is about, and whether those are the source's own words.
    """
    texts = ANSWER_TEXTS[language]
    passages = {citation.number: citation.passage for citation in citations}

    def about(sentence: ProvenSentence) -> tuple[Role, str, str]:
        title = texts.blocks.get(sentence.role, "")
        if sentence.role is not Role.ALSO:
            return sentence.role, title, ""
        passage = passages[sentence.citations[0]]
        if passage.basis == "original":
            title = texts.in_source_words.format(heading=passage.heading)
        else:
            title = f"{title}: {passage.heading}"
        return sentence.role, title, passage.document_id

    return tuple(
        Block(role=role, title=title, sentences=tuple(own))
        for (role, title, _), own in groupby(sentences, key=about)
    )


def _paragraphs(sentences: Sequence[ProvenSentence]) -> Iterator[str]:
    """Yield the sentences as running text; what is a list in the source is one here too."""
    text = ""
    numbered = ends_in_item = False
    for sentence in sentences:
        item = is_item(sentence.text)
        if text and ends_in_item and not item:
            yield text
            text = ""
        if item:
            line, numbered = _item(sentence.text, numbered=numbered)
            written = f"{line} {_numbers(sentence)}".strip()
        else:
            written, numbered = marked(sentence), False
        between = "\n" if item else " "
        text = f"{text}{between}{written}" if text else written
        ends_in_item = item or "\n" in sentence.text
    if text:
        yield text


def answer_text(answer: Answer) -> str:
    """Return the whole answer as Markdown; the fixed reply when there are no sentences."""
    parts: list[str] = []
    for block in blocks(answer.sentences, answer.citations, answer.language):
        if block.role is Role.ANSWER:
            parts.extend(_paragraphs(block.sentences))
        else:
            parts.append(f"**{plain(block.title)}**")
            parts.append("\n".join(f"- {_item_of(one)}" for one in block.sentences))
    if answer.reply:
        parts.append(plain(answer.reply))
    return "\n\n".join(parts)
