"""What may be decided of a sentence, and when a draft may be approved. Pure: values in, values out.

A red sentence may stand only on a written ground; a decision counts for the text it was given on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Actor, Decision, DraftSentence, Light
from assistant.desk.proofreading import Looked

MAX_TEXT = 2_000
"""Characters that a sentence, or a remark on it, may have."""

USED: frozenset[Decision] = frozenset({"kept", "edited"})
"""The decisions with which a sentence stands in the reply."""

MIN_GROUND = 15
"""Characters that a ground has at least; in less nobody says why an unproven sentence stands."""

_WORSE: dict[Light, int] = {"green": 0, "amber": 1, "red": 2}


def decided(
    before: DraftSentence, actor: Actor, decision: Decision, text: str | None, remark: str
) -> DraftSentence:
    """Return a sentence as it stands after a decision; its light is still that of the old text.

    Raises:
        DeskRefused: a rejection without a reason, an edit without a text, or a text that is empty
            or too long.
    """
    text = before.text if text is None else checked(text)
    remark = checked(remark) if remark.strip() else ""
    if decision == "rejected" and not remark:
        raise DeskRefused("Schrijf erbij waarom u deze zin afwijst.")
    if decision != "rejected" and before.decision == "rejected" and remark == before.remark:
        remark = ""  # why it had to go is no ground on which it may stay
    if decision in USED:
        # What was kept and what was changed follows from the text, whichever button was pressed.
        decision = "kept" if text == before.original else "edited"
    return replace(
        before,
        text=text,
        decision=decision,
        remark=remark,
        decided_by=actor.name,
        version=before.version + 1,
    )


def checked(text: str) -> str:
    """Return a text of staff on one line.

    Raises:
        DeskRefused: it is empty or too long.
    """
    plain = " ".join(text.replace("\0", " ").split())
    if not any(character.isalnum() for character in plain):
        raise DeskRefused("De tekst is leeg. Typ een zin, of wijs deze zin af.")
    if len(plain) > MAX_TEXT:
        raise DeskRefused(
            f"De tekst telt {len(plain)} tekens; het maximum is {MAX_TEXT}. Maak hem korter."
        )
    return plain


def lit(sentence: DraftSentence, looked: Looked) -> DraftSentence:
    """Return a sentence with the light that was seen, and the words that it rests on."""
    return replace(
        sentence,
        light=looked.light,
        reason=looked.reason,
        support=looked.support,
        evidence=looked.evidence,
    )


def is_worse(now: Light, before: Light) -> bool:
    """True when a light says less than it did."""
    return _WORSE[now] > _WORSE[before]


def check_ready(sentences: Sequence[DraftSentence]) -> None:
    """Check that a draft may be approved.

    Raises:
        DeskRefused: a sentence was not decided, still needs a source, or is red without a written
            ground; or no sentence stays.
    """
    for sentence in sentences:
        number = sentence.position
        if sentence.decision == "open":
            raise DeskRefused(f"Over zin {number} is nog niet beslist.")
        if sentence.decision == "needs_source":
            raise DeskRefused(f"Zin {number} heeft nog een bron nodig.")
        if lacks_ground(sentence):
            raise DeskRefused(
                f"Zin {number} is rood. Verbeter hem, of schrijf in minstens {MIN_GROUND} tekens "
                "op welke grond hij mag blijven staan."
            )
    if not used(sentences):
        raise DeskRefused("In dit concept blijft geen zin over. Voeg er een toe.")


def lacks_ground(sentence: DraftSentence) -> bool:
    """True for a red sentence that would stand in the reply without a written ground."""
    red = sentence.decision in USED and sentence.light == "red"
    return red and len(sentence.remark.strip()) < MIN_GROUND


def used(sentences: Sequence[DraftSentence]) -> tuple[DraftSentence, ...]:
    """Return the sentences that stand in the reply."""
    return tuple(sentence for sentence in sentences if sentence.decision in USED)


def digest_of_draft(sentences: Sequence[DraftSentence]) -> str:
    """Return the SHA-256 of what is approved: the sentences that stay, and what they rest on.

    Support, light and its reason are left out: they follow from these.
    """
    said = [
        [
            one.id,
            one.part,
            one.text,
            one.decision,
            one.remark,
            asdict(one.evidence) if one.evidence else None,
        ]
        for one in used(sentences)
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
