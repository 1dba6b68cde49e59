"""A letter as Markdown and as HTML for the clipboard; sources stand at its end, numbered. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.desk.letter import Letter, LetterSentence, Section
from assistant.desk.letter_notes import Note
from assistant.desk.markup import Html, clean, escape, join, page, tag

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~!])")
_OPENS_BLOCK = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=]|\d{1,9}(?=[.)](?:\s|$)))")
_STYLE = (
    "body{font:16px/1.5 Calibri,Carlito,Arial,sans-serif;max-width:42em;margin:1em auto;"
    "padding:0 1em;overflow-wrap:anywhere}h1{font-size:1.5em}h2{font-size:1.15em}"
)


def to_markdown(letter: Letter) -> str:
    """Write the letter in Markdown (CommonMark), with numbers like [1] and the sources below."""
    blocks = [f"# {_plain(letter.words.title)}"]
    blocks.append("\\\n".join(f"**{label}:** {_plain(text)}" for label, text in letter.particulars))
    blocks.append(_plain(letter.salutation))
    for section in letter.sections:
        blocks.extend(_markdown_section(section))
    blocks.extend(map(_plain, letter.closing))
    if letter.notes:
        blocks.append(f"## {letter.words.notes}")
        blocks.append(
            "\n".join(f"{n}. {_markdown_note(note)}" for n, note in enumerate(letter.notes, 1))
        )
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def to_html(letter: Letter) -> str:
    """Write the letter as a page of its own, with numbers like [1] and the sources below.

    It holds no script and asks for no other file, so it can go onto the clipboard as it is.
    """
    top = (join(tag("strong", f"{label}:"), " ", text) for label, text in letter.particulars)
    blocks = [
        tag("h1", letter.words.title),
        tag("p", Html("<br>".join(top))),
        tag("p", letter.salutation),
    ]
    for section in letter.sections:
        blocks.extend(_html_section(section, letter.language))
    blocks.extend(tag("p", text) for text in letter.closing)
    if letter.notes:
        blocks.append(tag("h2", letter.words.notes))
        blocks.append(tag("ol", *(_html_note(n, note) for n, note in enumerate(letter.notes, 1))))
    return page(letter.words.title, letter.language, _STYLE, Html("\n".join(blocks)))


def _plain(text: str) -> str:
    """Escape what Markdown would read as mark-up; a line end stays one."""
    lines = (line.strip() for line in clean(text).split("\n"))
    escaped = (_OPENS_BLOCK.sub(_escaped_opening, _SPECIAL.sub(r"\\\1", line)) for line in lines)
    return "\\\n".join(line for line in escaped if line)


def _escaped_opening(found: re.Match[str]) -> str:
    opening = found[2]
    # A number is disarmed behind it (1\.), any other opening before it (\#).
    return f"{found[1]}{opening}\\" if opening.isdigit() else f"{found[1]}\\{opening}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _marked(sentence: LetterSentence) -> str:
    marks = "".join(f"[{number}]" for number in sentence.notes)
    return f"{_plain(sentence.text)} {marks}".strip()


def _markdown_section(section: Section) -> Iterator[str]:
    if not section.heading:
        yield " ".join(_marked(sentence) for sentence in section.sentences)
        return
    yield f"## {section.heading}"
    yield "\n".join(f"- {_indented(_marked(one))}" for one in section.sentences)


def _markdown_note(note: Note) -> str:
    text = _plain(note.text).replace("\\\n", " ")
    return f"{text}: <{note.url}>" if note.url else text


def _html_section(section: Section, language: str) -> Iterator[Html]:
    said = [_html_sentence(sentence, language) for sentence in section.sentences]
    if not section.heading:
        yield tag("p", Html(" ".join(said)))
        return
    yield tag("h2", section.heading)
    yield tag("ul", *(tag("li", one) for one in said))


def _html_sentence(sentence: LetterSentence, language: str) -> Html:
    marks = (
        tag("sup", tag("a", f"[{number}]", href=f"#bron-{number}")) for number in sentence.notes
    )
    other = sentence.language if sentence.language != language else None
    text = tag("span", sentence.text, lang=other) if other else escape(sentence.text)
    return join(text, *marks)


def _html_note(number: int, note: Note) -> Html:
    link = tag("a", note.url, href=note.url) if note.url else None
    return tag("li", note.text, ": " if link else None, link, id=f"bron-{number}")
