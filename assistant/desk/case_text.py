"""What of a case is kept sealed: the nouns of a case to JSON and back, bound to their case.

Whoever reads the database without the key of a case sees numbers, dates and lights; no text.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from assistant.desk.keys import seal, unseal
from assistant.desk.nouns import Evidence, Found, HandOver


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseText:
    """The text of a case, and of the head and foot of its draft."""

    handed: HandOver
    found: Found
    reference: str
    salutation: str = ""
    closing: str = ""
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceText:
    """The text of a sentence of a draft."""

    text: str
    original: str
    evidence: Evidence | None
    reason: str
    remark: str


_CASE = TypeAdapter(CaseText)
_SENTENCE = TypeAdapter(SentenceText)


def seal_case(key: bytes, case_id: int, text: CaseText) -> bytes:
    """Encrypt the text of a case with its key."""
    return seal(key, _CASE.dump_python(text, mode="json"), f"case {case_id}")


def open_case(key: bytes, case_id: int, sealed: bytes) -> CaseText:
    """Return the text of a case.

    Raises:
        DeskKeyWrong: it was sealed with another key, for another case, or was changed.
    """
    return _CASE.validate_python(unseal(key, sealed, f"case {case_id}"))


def seal_sentence(key: bytes, case_id: int, sentence_id: int, text: SentenceText) -> bytes:
    """Encrypt the text of a sentence with the key of its case."""
    content = _SENTENCE.dump_python(text, mode="json")
    return seal(key, content, f"case {case_id} sentence {sentence_id}")


def open_sentence(key: bytes, case_id: int, sentence_id: int, sealed: bytes) -> SentenceText:
    """Return the text of a sentence.

    Raises:
        DeskKeyWrong: it was sealed with another key, as another sentence, or was changed.
    """
    content = unseal(key, sealed, f"case {case_id} sentence {sentence_id}")
    return _SENTENCE.validate_python(content)
