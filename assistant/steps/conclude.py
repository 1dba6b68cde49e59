"""Steps 7 and 8: verify every sentence, and make the Answer of what stands.

Sentences are handed out one by one as they are proven, each after the citation it points to; the
Answer comes last. A sentence that is not proven is dropped and never seen.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.answers import (
    Answer,
    Citation,
    ContactAdvice,
    Event,
    Fallback,
    Notice,
    NoticeKind,
    ProvenSentence,
    Question,
    Status,
)
from assistant.generate import Generate, Trace
from assistant.proof.verifier import Verifier
from assistant.replies import (
    NOTHING_OF_DAY,
    NOTHING_SPECIFIC,
    NOTICES,
    OTHER_LANGUAGE,
    PERSONAL_DATA,
    REPLIES,
    SENSITIVE,
    SENSITIVE_REPLY,
    UNQUOTABLE,
)
from assistant.suggestions import follow_ups
from assistant.turn import DraftSentence, Ending, Turn
from indexer.contacts import Contact
from indexer.documents import Role
from indexer.passages import Passage
from indexer.sources import Source
from indexer.terms import words

_MOST_CONTACTS = 3
_MOST_IN_DANGER = 4  # whom to call first, and still the body that the answer is about
_FIRST_TO_CALL = ("aivd", "politie")
_DESK = "olev"
_NOT_A_DIGIT = re.compile(r"\D")
_SHORT_NAME = re.compile(r" \(|, ")  # what comes before is how a text names a body in full


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What an answer is dressed with: sources, contacts, the index it came from."""

    sources: Mapping[str, Source]
    contacts: tuple[Contact, ...]
    index_version: str


class Conclude:
    """Verifies a draft and makes the answer."""

    def __init__(
        self,
        verifier: Verifier,
        register: Register,
        today: Callable[[], date],
        generate: Generate | None = None,
    ) -> None:
        """Take the verifier, the register, a calendar, and a language model if there is one."""
        self._generate = generate
        self._verifier = verifier
        self._register = register
        self._today = today

    def proven(self, turn: Turn) -> Iterator[Event]:
        """Yield what is urgent, then citations and sentences as proven, notices, the answer."""
        first = _personal_notices(turn)
        yield from first
        citations: list[Citation] = []
        sentences: list[ProvenSentence] = []
        trace = Trace()
        for draft in self._drafted(turn, trace):
            if isinstance(draft, Fallback):
                yield draft
                continue
            verdict = self._verifier.check(
                draft.text,
                draft.passage.quote(draft.span),
                draft.passage.text,
                draft.passage.language,
            )
            if not verdict.proven:
                continue
            citation = self._citation(len(citations) + 1, draft)
            sentence = ProvenSentence(
                text=draft.text,
                citations=(citation.number,),
                support=verdict.support,
                role=draft.role,
            )
            citations.append(citation)
            sentences.append(sentence)
            yield citation
            yield sentence
        if not sentences:
            nothing = self.ended(Ending(status=Status.NO_ANSWER, turn=turn, reason="unproven"))
            yield replace(nothing, **self._made_by(turn, trace))
            return
        answer = self._answer(turn, Status.PARTIAL if turn.missing else Status.ANSWERED)
        notices = self._notices(turn, citations)
        yield from notices
        notices = (*first, *notices)
        yield replace(
            answer,
            reply=_nothing_specific(turn),
            sentences=tuple(sentences),
            citations=tuple(citations),
            notices=notices,
            follow_ups=follow_ups(turn.hits, turn.language, _asked(turn)),
            **self._made_by(turn, trace),
        )

    @property
    def generates(self) -> bool:
        """True when there is a language model."""
        return self._generate is not None

    def _drafted(self, turn: Turn, trace: Trace) -> Iterable[DraftSentence | Fallback]:
        """Return what the answer may say: a language model's words, or those of the sources."""
        if self._generate is None or not _may_generate(turn):
            return turn.draft
        return self._generate.sentences(turn, trace)

    def _made_by(self, turn: Turn, trace: Trace) -> dict[str, Any]:
        """Return who wrote the answer, and what was not shown of it."""
        if self._generate is None or not _may_generate(turn):
            return {}
        made: dict[str, Any] = {"dropped": tuple(trace.dropped), "prompt": trace.prompt}
        if trace.generated:
            made |= {"mode": "generative", "model": self._generate.name}
        return made

    def so_far(self, citations: Sequence[Citation], sentences: Sequence[ProvenSentence]) -> Answer:
        """Return what has been proven so far, as an answer without contacts and notices."""
        turn = Turn(question=Question(text=sentences[0].text))
        return replace(
            self._answer(turn, Status.ANSWERED),
            language="en" if citations[0].passage.language == "en" else "nl",
            sentences=tuple(sentences),
            citations=tuple(citations),
            contacts=(),
        )

    def ended(self, ending: Ending) -> Answer:
        """Return the answer for a walk that ended early: a fixed reply, no sources."""
        turn = ending.turn
        answer = self._answer(turn, ending.status)
        reply = REPLIES[ending.status][turn.language]
        if ending.reason == "language":
            reply = OTHER_LANGUAGE
        elif turn.sensitive and ending.status is not Status.BLOCKED:
            reply = SENSITIVE_REPLY[turn.language]
        elif ending.status is Status.NO_ANSWER and turn.missing:
            reply = f"{reply} {_nothing_specific(turn)}"
        elif ending.status is Status.NO_ANSWER and turn.on:
            reply = NOTHING_OF_DAY[turn.language].format(date=turn.on.isoformat())
        if ending.status is Status.NO_ANSWER and turn.unquotable:
            reply = f"{reply} {self._unquotable(turn)}"
        return replace(answer, reply=reply, notices=_personal_notices(turn))

    def _unquotable(self, turn: Turn) -> str:
        """Name the source that seems to say it, but whose words we cannot be sure of."""
        source = self._register.sources[turn.unquotable[0].passage.document_id]
        return UNQUOTABLE[turn.language].format(title=source.title, publisher=source.publisher)

    def _answer(self, turn: Turn, status: Status) -> Answer:
        return Answer(
            id=uuid.uuid4().hex,
            status=status,
            language=turn.language,
            reply="",
            sentences=(),
            citations=(),
            contacts=self._contacts(turn, status),
            notices=(),
            missing=turn.missing,
            follow_ups=(),
            sensitive=turn.sensitive,
            approved_on=turn.approved_on,
            confidence=turn.confidence,
            mode="extractive",
            model=None,
            index_version=self._register.index_version,
            timings_ms={},
            hits=turn.hits,
        )

    def _citation(self, number: int, draft: DraftSentence) -> Citation:
        sources = sorted(
            (self._register.sources[name] for name in draft.span.source_ids),
            key=lambda source: (not source.official, source.rank),
        )
        return Citation(
            number=number,
            passage=draft.passage,
            span=draft.span,
            source=sources[0],
            further_sources=tuple(sources[1:]),
        )

    def _contacts(self, turn: Turn, status: Status) -> tuple[ContactAdvice, ...]:
        """Choose whom to name: the body asked about, that of the topic, those the answer names."""
        chosen = [c for name in _FIRST_TO_CALL if turn.sensitive for c in self._named(name)]
        if status not in (Status.ANSWERED, Status.PARTIAL):
            chosen += [c for c in self._register.contacts if _names(turn.text, c)]
        if status not in (Status.OUT_OF_SCOPE, Status.BLOCKED):
            kept = [hit.passage for hit in turn.hits if hit.kept] or [
                hit.passage for hit in turn.hits[:1]
            ]
            # An original need not bear a topic; what lies nearest to it among the digests has one.
            near = next((hit.passage.topic for hit in turn.hits if hit.passage.topic), "")
            for passage in kept:
                topic = passage.topic or near
                chosen += [c for c in self._register.contacts if topic in c.primary]
                chosen += self._mentioned(passage, (Role.WHERE, Role.ACTION))
            chosen += self._mentioned(kept[0], (Role.ANSWER,)) if kept else []
        chosen += self._named(_DESK)
        unique = {contact.id: contact for contact in chosen}
        most = _MOST_IN_DANGER if turn.sensitive else _MOST_CONTACTS
        return tuple(
            ContactAdvice(contact=contact, reason=contact.reason[turn.language])
            for contact in list(unique.values())[:most]
        )

    def _mentioned(self, passage: Passage, roles: Sequence[Role]) -> list[Contact]:
        """Return the bodies that a passage sends the reader to, by name or by telephone number."""
        told = " ".join(passage.quote(span) for span in passage.spans if span.role in roles)
        return [contact for contact in self._register.contacts if _names(told, contact)]

    def _named(self, contact_id: str) -> list[Contact]:
        return [contact for contact in self._register.contacts if contact.id == contact_id]

    def _notices(self, turn: Turn, citations: Sequence[Citation]) -> tuple[Notice, ...]:
        language = turn.language
        notices: list[Notice] = []
        if turn.on:
            text = NOTICES["dated"][language].format(date=turn.on.isoformat())
            notices.append(Notice(kind="dated", text=text))
        begins = max((c.passage.valid_from or date.min for c in citations), default=date.min)
        if begins > (turn.on or self._today()):
            text = NOTICES["not_yet"][language].format(date=begins.isoformat())
            notices.append(Notice(kind="not_yet", text=text))
        if any(citation.passage.language != language for citation in citations):
            notices.append(Notice(kind="language", text=NOTICES["language"][language]))
        due = min(citation.passage.review_by for citation in citations)
        if due < self._today():
            text = NOTICES["past_review"][language].format(date=due.isoformat())
            notices.append(Notice(kind="past_review", text=text))
        if any(citation.secondary for citation in citations):
            notices.append(Notice(kind="secondary", text=NOTICES["secondary"][language]))
        bases = {citation.passage.basis for citation in citations}
        if "digest" in bases:
            kind: NoticeKind = "own_summary" if len(bases) == 1 else "partly_own_summary"
            notices.append(Notice(kind=kind, text=NOTICES[kind][language]))
        notices.append(Notice(kind="no_legal_advice", text=NOTICES["no_legal_advice"][language]))
        return tuple(notices)


def _may_generate(turn: Turn) -> bool:
    """True when a language model may word the answer: never one that the desk approved."""
    return turn.approved_on is None and turn.question.mode != "extractive"


def _names(text: str, contact: Contact) -> bool:
    """True when a text names a body, by its abbreviation, in full or by its telephone number."""
    digits = _NOT_A_DIGIT.sub("", text)
    return (
        contact.id in words(text)
        or _SHORT_NAME.split(contact.name)[0] in text
        or (contact.phone is not None and _NOT_A_DIGIT.sub("", contact.phone) in digits)
    )


def _nothing_specific(turn: Turn) -> str:
    return NOTHING_SPECIFIC[turn.language].format(missing=turn.missing) if turn.missing else ""


def _personal_notices(turn: Turn) -> tuple[Notice, ...]:
    notices: list[Notice] = []
    if turn.sensitive:
        notices.append(Notice(kind="sensitive", text=SENSITIVE[turn.language]))
    if turn.masked:
        notices.append(Notice(kind="personal_data", text=PERSONAL_DATA[turn.language]))
    return tuple(notices)


def _asked(turn: Turn) -> tuple[str, ...]:
    """Return what the reader asked in this conversation, the question itself among it."""
    earlier = (message.content for message in turn.question.history if message.role == "user")
    return (*earlier, turn.question.text)
