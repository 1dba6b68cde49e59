"""THE STORY of a reply: made from what was found, decided sentence by sentence, approved.

Whatever takes long (the proof, an embedding) is done before a transaction begins; the transaction
then checks that nothing changed meanwhile. Nobody's text is overwritten: who comes second is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete

from assistant.answers import Language
from assistant.desk import tables
from assistant.desk.approving import Approving, Embed, Shelf
from assistant.desk.case_rows import (
    add_sentences,
    allow,
    key_of,
    read_sentence,
    read_sentences,
    standing,
    text_of,
    write_sentence,
    write_text,
)
from assistant.desk.cases import Cases, utcnow
from assistant.desk.database import Database
from assistant.desk.deciding import USED, checked, decided, lit
from assistant.desk.draft_rows import Deed, count_change, drafted, unanswered
from assistant.desk.drafting import PARTS, reply_of
from assistant.desk.errors import CaseClaimed, DeskRefused, SentenceChanged
from assistant.desk.nouns import Actor, Case, Decision, DraftSentence, Found, Part, Tone
from assistant.desk.proofreading import Proofreader
from assistant.desk.rejections import RejectedSentence, rejected_sentences
from assistant.desk.settings import DeskSettings
from indexer.passages import Passage

__all__ = ["Drafts", "RejectedSentence", "Shelf"]

_MOST_SENTENCES = 60
_DEEDS: dict[Decision, str] = {
    "open": "sentence opened again",
    "kept": "sentence kept",
    "edited": "sentence edited",
    "rejected": "sentence rejected",
    "needs_source": "sentence needs source",
}


class Drafts:
    """The replies of the desk in the making."""

    def __init__(
        self,
        database: Database,
        cases: Cases,
        library: Shelf | None,
        settings: DeskSettings,
        *,
        embed: Embed,
        clock: Callable[[], datetime] = utcnow,
    ) -> None:
        """Take the database, the cases, where approved answers go, the settings, an embedder."""
        self._database = database
        self._keys = database.keys
        self._cases = cases
        self._clock = clock
        self._approving = Approving(
            database=database, library=library, settings=settings, embed=embed, clock=clock
        )

    def make(  # noqa: PLR0913 — all of it is chosen by whoever makes it
        self,
        actor: Actor,
        case_id: int,
        found: Found,
        reader: Proofreader,
        *,
        tone: Tone,
        language: Language,
        again: bool = False,
    ) -> Case:
        """Make a draft of what was found; the actor must have claimed the case.

        Args:
            actor: who makes it.
            case_id: of the case.
            found: what the assistant found, now and in the language of the reply.
            reader: over the index in which it was found.
            tone: a letter or an e-mail.
            language: of the reply.
            again: replace an earlier draft even when a sentence of it was decided.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown, CaseErased: there is no such case, or no text of it.
            CaseClaimed: somebody else has it.
            DeskRefused: nobody has claimed it, it was answered, or its draft was worked on.
        """
        allow(actor, "edit")
        handed = self._cases.get(actor, case_id).handed
        reply = reply_of(found, tone=tone, language=language, name=handed.name)
        sentences = [
            lit(
                _fresh(position, one.part, one.text, original=one.text),
                reader.look(one.text, one.evidence),
            )
            for position, one in enumerate(reply.sentences, start=1)
        ]
        with self._database.writing() as connection:
            columns = unanswered(connection, case_id)
            if columns.claimed_by is None:
                raise DeskRefused(f"Neem zaak {case_id} eerst in behandeling.")
            if columns.claimed_by != actor.name:
                raise CaseClaimed(case_id, columns.claimed_by)
            earlier = read_sentences(connection, self._keys, columns)
            if not again and any(one.decision != "open" for one in earlier):
                raise DeskRefused(
                    "Over zinnen van dit concept is al beslist. Een nieuw concept gooit dat weg."
                )
            deed = Deed(actor=actor, action="draft made")
            count_change(connection, self._keys, columns, deed, tone=tone, draft_language=language)
            table = tables.sentences
            connection.execute(delete(table).where(table.c.case_id == case_id))
            text = replace(
                text_of(columns, self._keys),
                salutation=reply.salutation,
                closing=reply.closing,
                contacts=reply.contacts,
            )
            key = key_of(columns, self._keys)
            write_text(connection, key, case_id, text)
            add_sentences(connection, key, case_id, sentences)
        return self._cases.get(actor, case_id)

    def decide(  # noqa: PLR0913 — a decision is all of this
        self,
        actor: Actor,
        case_id: int,
        sentence_id: int,
        *,
        version: int,
        decision: Decision,
        reader: Proofreader,
        text: str | None = None,
        remark: str = "",
    ) -> DraftSentence:
        """Decide on a sentence, and look at once at what then stands there.

        Args:
            actor: who decides.
            case_id: of the case.
            sentence_id: of the sentence.
            version: of the sentence as the actor saw it.
            decision: what becomes of it.
            reader: looks at the text.
            text: the new text; None leaves it as it is.
            remark: why it is rejected, or on what ground a red sentence may stand.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown, CaseErased, SentenceUnknown: there is no such sentence.
            SentenceChanged: somebody else changed it since; nothing was stored.
            DeskRefused: the case was answered, or the decision lacks its text or reason.
        """
        allow(actor, "edit")
        before = self._read(case_id, sentence_id)
        after = decided(before, actor, decision, text, remark)
        if before.version != version:
            return _theirs_or_same(before, after, text)
        if after.text != before.text or decision in USED:
            after = lit(after, reader.look(after.text, after.evidence))
        return self._store(actor, case_id, before, after)

    def insert(
        self,
        actor: Actor,
        case_id: int,
        *,
        part: Part,
        text: str,
        passage: Passage,
        reader: Proofreader,
    ) -> DraftSentence:
        """Put in a sentence of the actor's own, at the end of its part of the reply.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown, CaseErased: there is no such case, or no text of it.
            DeskRefused: the case was answered, has no draft, or the text is empty or too long.
        """
        allow(actor, "edit")
        text = checked(text)
        looked = reader.look(text, reader.nearest(text, passage))
        with self._database.writing() as connection:
            columns = drafted(connection, case_id)
            there = read_sentences(connection, self._keys, columns)
            if len(there) >= _MOST_SENTENCES:
                raise DeskRefused(f"Een concept telt hoogstens {_MOST_SENTENCES} zinnen.")
            before = [one for one in there if PARTS.index(one.part) <= PARTS.index(part)]
            key = key_of(columns, self._keys)
            for one in there[len(before) :]:
                write_sentence(connection, key, case_id, replace(one, position=one.position + 1))
            fresh = _fresh(len(before) + 1, part, text, original="")
            fresh = lit(replace(fresh, decision="edited", decided_by=actor.name), looked)
            deed = Deed(actor=actor, action="sentence put in", content=text)
            count_change(connection, self._keys, columns, deed)
            (number,) = add_sentences(connection, key, case_id, [fresh])
        return replace(fresh, id=number)

    def rest_on(
        self,
        actor: Actor,
        case_id: int,
        sentence_id: int,
        *,
        version: int,
        passage: Passage,
        reader: Proofreader,
    ) -> DraftSentence:
        """Put another passage under a sentence; when that supports it, the sentence stays.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown, CaseErased, SentenceUnknown: there is no such sentence.
            SentenceChanged: somebody else changed it since; nothing was stored.
            DeskRefused: the case was answered.
        """
        allow(actor, "edit")
        before = self._read(case_id, sentence_id)
        if before.version != version:
            raise SentenceChanged(before, before.text)
        looked = reader.look(before.text, reader.nearest(before.text, passage))
        after = decided(before, actor, "kept" if looked.light == "green" else "open", None, "")
        return self._store(actor, case_id, before, lit(after, looked))

    def approve(
        self, actor: Actor, case_id: int, reader: Proofreader, *, version: int | None = None
    ) -> Case:
        """Approve a draft as it stands; the last approval that is needed answers the case.

        Every sentence that stays is looked at again. One that its source supports less than when
        it was decided is opened again, and nothing is approved.

        Args:
            actor: who approves.
            case_id: of the case.
            reader: over the index as it is now.
            version: of the draft as the actor saw it; None when they just read it.

        Raises:
            NotAllowed: the actor may not approve.
            CaseUnknown, CaseErased: there is no such case, or no text of it.
            DeskRefused: it is not ready, changed meanwhile, or the actor approved it before.
        """
        allow(actor, "approve")
        seen = self._cases.get(actor, case_id)
        self._approving.approve(actor, seen, reader, version)
        return self._cases.get(actor, case_id)

    def rejected(self, actor: Actor) -> tuple[RejectedSentence, ...]:
        """Return every sentence that was rejected and can still be read, oldest case first.

        Raises:
            NotAllowed: the actor may not read cases.
        """
        allow(actor, "read")
        with self._database.reading() as connection:
            return tuple(rejected_sentences(connection, self._keys))

    def _read(self, case_id: int, sentence_id: int) -> DraftSentence:
        with self._database.reading() as connection:
            columns = standing(connection, case_id)
            return read_sentence(connection, self._keys, columns, sentence_id)

    def _store(
        self, actor: Actor, case_id: int, before: DraftSentence, after: DraftSentence
    ) -> DraftSentence:
        """Store a decided sentence, unless somebody changed it since it was read."""
        with self._database.writing() as connection:
            columns = drafted(connection, case_id)
            now = read_sentence(connection, self._keys, columns, before.id)
            if now.version != before.version:
                return _theirs_or_same(now, after, after.text)
            # A sentence put in before it may have moved it.
            after = replace(after, position=now.position)
            key = key_of(columns, self._keys)
            write_sentence(connection, key, case_id, after, decided_at=self._clock())
            rests_on = after.evidence.passage_digest if after.evidence else ""
            content = f"{after.id}\n{after.text}\n{after.remark}\n{rests_on}"
            deed = Deed(actor=actor, action=_DEEDS[after.decision], content=content)
            count_change(connection, self._keys, columns, deed)
        return after


def _fresh(position: int, part: Part, text: str, *, original: str) -> DraftSentence:
    """Return a sentence that nobody has looked at or decided on."""
    return DraftSentence(
        id=0,
        position=position,
        part=part,
        text=text,
        original=original,
        evidence=None,
        light="red",
        reason="",
        support=0.0,
        decision="open",
        remark="",
        decided_by=None,
        version=1,
    )


def _theirs_or_same(now: DraftSentence, after: DraftSentence, yours: str | None) -> DraftSentence:
    """Return what stands there when it is what was asked for; else tell of the other's text."""
    wanted = (after.text, after.decision, after.remark, after.decided_by)
    if (now.text, now.decision, now.remark, now.decided_by) == wanted:
        return now  # sent twice
    raise SentenceChanged(now, yours or "")
