"""Texts that outlive their case: without personal data, and without the name of who asked."""

from __future__ import annotations

import re

from assistant.personal_data import mask_personal_data

# A name behind the words with which people give one; after those, only capitals are a name.
_NAMED = re.compile(
    r"(?P<before>\b(?:[Dd]e heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|"
    r"[Mm]ijn naam is|[Ii]k heet|[Mm]y name is|Mr\.?|Mrs\.?|Ms\.?)\s+)"
    r"(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’.-]*"
    r"(?:\s+(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’-]+)*"
)


def impersonal(question: str, name: str = "") -> str:
    """Return a question on one line, without personal data and without the name of who asked."""
    text = mask_personal_data(" ".join(question.split()))
    text = _NAMED.sub(r"\g<before>[naam]", text)
    parts = [name.strip(), *(part for part in name.split() if part[:1].isupper())]
    for part in parts:
        if len(part) > 2:  # two letters stand in too many words
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "[naam]", text)
    return text
