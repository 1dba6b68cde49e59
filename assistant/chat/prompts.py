"""The prompts: files of our own, told apart by a digest that stands in the trace of an answer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.answers import Language, Style
from indexer.passages import Passage

_FOLDER = Path(__file__).with_name("prompts")
_REACH = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+\b|\b(?:[\w-]+\.)+(?:nl|eu|com|org|net)\b"
    r"|\+?\d[\d\s()-]{7,}\d",
    re.IGNORECASE,
)
"""Web addresses, e-mail addresses and telephone numbers: a model neither sees nor writes them."""
HIDDEN = "…"
"""Stands where a model may not see an address or a telephone number."""
_FENCE = re.compile(r"<\s*/?\s*(?:bron|vraag)[^>]*>", re.IGNORECASE)


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def system_prompt(language: Language, style: Style, form: Literal["json", "text"]) -> str:
    """Return what the model is told to do, and how it must write."""
    rules = "\n".join(_read(f"{part}.{language}.md") for part in ("answer", form))
    return f"{rules}\n\n{_read(f'b1.{language}.md')}" if style == "b1" else rules


def rewrite_prompt(question: str, earlier: Sequence[str], language: Language) -> tuple[str, str]:
    """Return what the model is told, and the questions: the earlier ones and the new one."""
    before, new = {"nl": ("eerder", "nieuw"), "en": ("earlier", "new")}[language]
    fenced = [f'<vraag soort="{before}">{inert(text)}</vraag>' for text in earlier]
    fenced.append(f'<vraag soort="{new}">{inert(question)}</vraag>')
    return _read(f"rewrite.{language}.md"), "\n".join(fenced)


def question_prompt(question: str, passages: Sequence[Passage], language: Language) -> str:
    """Return the passages, each fenced and with its number, and the question after them."""
    ask = {"nl": "Beantwoord de vraag uit de bronnen.", "en": "Answer from the sources."}
    fenced = (
        f'<bron nummer="{number}">\n{inert(p.heading)}\n{inert(spoken(p))}\n</bron>'
        for number, p in enumerate(passages, start=1)
    )
    return "\n\n".join((*fenced, f"<vraag>\n{inert(question)}\n</vraag>", ask[language]))


def spoken(passage: Passage) -> str:
    """Return what of a passage may be said: without orders to a model that it holds."""
    return "\n".join(passage.quote(span) for span in passage.spans if not span.order)


def inert(text: str) -> str:
    """Return a text as a model sees it: without fences, with "…" for each address and number."""
    return _REACH.sub(HIDDEN, _FENCE.sub("", text))


def reaches_out(text: str) -> bool:
    """True when a text holds a web address, an e-mail address or a telephone number."""
    return _REACH.search(text) is not None


def prompt_version(system: str) -> str:
    """Return a digest of a prompt, for the trace."""
    return hashlib.sha256(system.encode()).hexdigest()[:12]
