"""Ask the question of a dossier again, and tell what is different now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.answers import Question
from assistant.desk.case_file import read_bundle
from assistant.desk.dossier import Dossier, UsedPassage
from assistant.desk.found import digest_of, found_of
from assistant.desk.nouns import Found
from assistant.pipeline import Assistant


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """Something that an answer bears, then and now."""

    name: Literal["program", "index", "model", "mode", "status", "confidence"]
    was: str
    now: str

    @property
    def same(self) -> bool:
        """True when nothing changed."""
        return self.was == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageMoved:
    """A passage that no longer stands as it did."""

    id: str
    heading: str
    what: Literal["changed", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a question gives now against what it gave then."""

    question: str
    particulars: tuple[Then, ...]
    stayed: tuple[str, ...]
    went: tuple[str, ...]
    came: tuple[str, ...]
    passages: tuple[PassageMoved, ...]
    mode_kept: bool
    """False when it was asked in another mode, because this installation has no language model."""

    @property
    def same_answer(self) -> bool:
        """True when the same sentences came, and all that they rest on stands as it did."""
        return not (self.went or self.came or self.passages)


def replay(bundle: bytes, assistant: Assistant) -> Differences:
    """Ask the question of a bundle again.

    Args:
        bundle: the zip that `case_bundle` or `answer_bundle` made.
        assistant: over the index of today. For a fair comparison it has no verified answers.

    Raises:
        DeskRefused: the bundle is broken, foreign, changed or of a later version.
        InvalidQuestion: its question is none that may be asked now.
    """
    dossier = read_bundle(bundle)
    question = _question(dossier, assistant)
    answer = assistant.invoke(question)
    now = found_of(answer)
    was_said = [sentence.text for sentence in dossier.found.sentences]
    is_said = [sentence.text for sentence in now.sentences]
    return Differences(
        question=dossier.asked.question,
        particulars=tuple(_particulars(dossier.found, now)),
        stayed=tuple(text for text in was_said if text in is_said),
        went=tuple(text for text in was_said if text not in is_said),
        came=tuple(text for text in is_said if text not in was_said),
        passages=tuple(_moved(dossier.passages, assistant)),
        mode_kept=question.mode == dossier.asked.mode,
    )


def _question(dossier: Dossier, assistant: Assistant) -> Question:
    asked = dossier.asked
    writes = assistant.generates
    return Question(
        text=asked.question,
        history=asked.conversation,
        language=asked.language,
        mode=asked.mode if writes or asked.mode != "generative" else "extractive",
        style=asked.style if writes else "normal",
        on=asked.on,
    )


def _particulars(was: Found, now: Found) -> Iterator[Then]:
    yield Then(name="program", was=was.version, now=now.version)
    yield Then(name="index", was=was.index_version, now=now.index_version)
    yield Then(name="model", was=was.model or "", now=now.model or "")
    yield Then(name="mode", was=was.mode, now=now.mode)
    yield Then(name="status", was=was.status.value, now=now.status.value)
    yield Then(name="confidence", was=f"{was.confidence:.2f}", now=f"{now.confidence:.2f}")


def _moved(used: tuple[UsedPassage, ...], assistant: Assistant) -> Iterator[PassageMoved]:
    for one in used:
        passage = assistant.index.by_id.get(one.id)
        if passage is None:
            yield PassageMoved(id=one.id, heading=one.heading, what="gone")
        elif digest_of(passage) != one.digest:
            yield PassageMoved(id=one.id, heading=one.heading, what="changed")
