"""What the assistant found for a question that is handed over, as the one who asked sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers import ContactAdvice, Language
from assistant.desk.nouns import Found, FoundSentence
from ui.chat_markup import Html, join, tag
from ui.desk.handover_texts import HANDOVER_TEXTS, HandOverTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What the assistant found, and what the program makes of it."""

    found: Found
    topic: str
    impact: int
    sensitive: bool
    """True when it may be about something that happens now."""
    contacts: tuple[ContactAdvice, ...] = ()
    """Whom to call then."""

    def digest(self, language: Language) -> str:
        """Return the SHA-256 of what is shown of it, by which a change is seen."""
        return hashlib.sha256(_found(self, language).encode()).hexdigest()


def render_found(sighting: Sighting, language: Language) -> Html:
    """Render what goes to the desk with the question and cannot be edited."""
    texts = HANDOVER_TEXTS[language]
    return tag(
        "section",
        tag("h2", texts.found, id="gevonden"),
        tag("p", texts.found_intro, class_="hint"),
        tag("div", _found(sighting, language), class_="fixed"),
        _measured(sighting, texts),
        **{"aria-labelledby": "gevonden"},
    )


def _found(sighting: Sighting, language: Language) -> Html:
    found, texts = sighting.found, HANDOVER_TEXTS[language]
    unnamed = texts.nothing_missing if found.sentences else texts.all_missing
    return join(
        # Whoever may be in danger reads whom to call, not that the question is beside the point.
        None if sighting.sensitive else tag("p", tag("strong", texts.statuses[found.status])),
        tag("p", found.reply) if found.reply else None,
        *_listed(texts.sentences, [_sentence(one, language) for one in found.sentences]),
        tag("h3", texts.missing),
        tag("p", found.missing or unnamed),
        *_listed(texts.contacts, [tag("li", contact) for contact in found.contacts]),
    )


def _listed(heading: str, items: list[Html]) -> Iterator[Html]:
    if items:
        yield tag("h3", heading)
        yield tag("ul", *items)


def _sentence(sentence: FoundSentence, language: Language) -> Html:
    headings = dict.fromkeys((one.heading, one.language) for one in sentence.evidence)
    spoken = next((one.language for one in sentence.evidence), language)
    own = None if spoken == language else spoken
    rests = (
        tag("span", heading, lang=None if of == language else of, class_="heading")
        for heading, of in headings
    )
    below = tag("span", HANDOVER_TEXTS[language].rests_on, " ", *_apart(rests), class_="rests")
    return tag("li", tag("span", sentence.text, lang=own), below if headings else None)


def _apart(parts: Iterator[Html]) -> Iterator[Html]:
    for place, part in enumerate(parts):
        yield join("; " if place else None, part)


def _measured(sighting: Sighting, texts: HandOverTexts) -> Html:
    found = sighting.found
    facts = {
        texts.certainty: str(round(100 * found.confidence)),
        texts.impact: f"{sighting.impact}",
        texts.topic: sighting.topic or texts.unknown,
        texts.index_version: found.index_version,
        texts.version: found.version,
    }
    lines = (tag("li", label, " ", tag("strong", told)) for label, told in facts.items())
    return tag(
        "details",
        tag("summary", texts.measured),
        tag("p", texts.measured_intro, class_="hint"),
        tag("ul", *lines),
    )
