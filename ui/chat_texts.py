"""The labels in and beside an answer, in one table per language: that of the answer.

What an answer *says* comes from the passages and from `assistant.replies`, never from here. The
words of the page around the answers stand in `ui.page_texts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language
from indexer.documents import Role
from indexer.sources import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTexts:
    """The labels in and beside an answer."""

    asked: str
    searching: str
    growing: str
    """Below an answer that is not complete yet."""
    blocks: Mapping[Role, str]
    in_source_words: str
    """Above a further section that is an original."""
    call_first: str
    follow_ups: str
    marker: str
    approved: str
    """Above an answer that the desk approved."""
    certainty: str
    levels: tuple[str, str, str]
    """How well the answer fits the question: well, fairly, poorly."""
    sources: str
    sources_hint: str
    digest: str
    verbatim: str
    page: str
    paragraph: str
    """What our own count of the paragraphs of a text without pages is called."""
    our_copy: str
    as_code: str
    holds_from: str
    held: str
    held_until: str
    further: str
    source_list: str
    not_official: str
    kinds: Mapping[Kind, str]
    published: str
    consulted: str
    checked: str
    checked_original: str
    new_tab: str
    back: str
    months: tuple[str, ...]


ANSWER_TEXTS: Mapping[Language, AnswerTexts] = {
    "nl": AnswerTexts(
        asked="Uw vraag",
        searching="We zoeken in de bronnen …",
        growing="Het antwoord is nog niet af …",
        blocks={
            Role.ANSWER: "Antwoord",
            Role.CONDITION: "Let op",
            Role.ACTION: "Wat u kunt doen",
            Role.ALSO: "Ook van belang",
            Role.MORE: "Aanvulling uit de bronnen",
            Role.WHERE: "Waar u terecht kunt",
        },
        in_source_words="In de woorden van de bron: {heading}",
        call_first="Bel eerst",
        follow_ups="U kunt ook vragen",
        marker="bron",
        approved="Door het loket gecontroleerd op {date}",
        certainty="Hoe zeker is dit?",
        levels=(
            "Het antwoord past goed bij uw vraag.",
            "Het antwoord past redelijk bij uw vraag. Kijk of het ook voor uw situatie geldt.",
            "Het antwoord past misschien niet bij uw vraag. Leg uw vraag voor aan de instantie "
            "hierboven.",
        ),
        sources="Bronnen",
        sources_hint="Kies een nummer in het antwoord. Hier ziet u dan waar die zin op rust. "
        "Met het nummer hier gaat u terug naar het antwoord.",
        digest="Onze samenvatting, op basis van:",
        verbatim="Letterlijk uit:",
        page="bladzijde {page}",
        paragraph="alinea",
        our_copy="Open onze kopie",
        as_code="als broncode",
        holds_from="geldt vanaf {start}",
        held="deze versie gold van {start} tot {end}",
        held_until="deze versie gold tot {end}",
        further="en nog {count} bronnen",
        source_list="Lees het na bij de bron",
        not_official="niet-officiële bron",
        kinds={
            "wettekst": "wettekst",
            "kamerstuk": "Kamerstuk",
            "rapport": "rapport",
            "webpagina": "webpagina",
            "nieuwsbericht": "nieuwsbericht",
        },
        published="gepubliceerd: {date}",
        consulted="gelezen: {date}",
        checked="Wij controleerden deze samenvatting op {date}.",
        checked_original="Wij namen deze tekst over op {date}.",
        new_tab="(opent in een nieuw tabblad)",
        back="Terug naar de zin in het antwoord",
        months=(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ),
    ),
    "en": AnswerTexts(
        asked="Your question",
        searching="We are searching the sources …",
        growing="The answer is not complete yet …",
        blocks={
            Role.ANSWER: "Answer",
            Role.CONDITION: "Please note",
            Role.ACTION: "What you can do",
            Role.ALSO: "Also relevant",
            Role.MORE: "Added from the sources",
            Role.WHERE: "Where you can turn",
        },
        in_source_words="In the source's own words: {heading}",
        call_first="Call first",
        follow_ups="You could also ask",
        marker="source",
        approved="Checked by the desk on {date}",
        certainty="How sure is this?",
        levels=(
            "The answer fits your question well.",
            "The answer fits your question fairly well. Check that it holds for your situation.",
            "The answer may not fit your question. Put your question to the organisation above.",
        ),
        sources="Sources",
        sources_hint="Choose a number in the answer to see here what that sentence rests on. The "
        "number here takes you back to the answer.",
        digest="Our summary, based on:",
        verbatim="Word for word from:",
        page="page {page}",
        paragraph="paragraph",
        our_copy="Open our copy",
        as_code="as source code",
        holds_from="applies from {start}",
        held="this version applied from {start} until {end}",
        held_until="this version applied until {end}",
        further="and {count} more sources",
        source_list="Read it at the source",
        not_official="not an official source",
        kinds={
            "wettekst": "law",
            "kamerstuk": "parliamentary paper",
            "rapport": "report",
            "webpagina": "web page",
            "nieuwsbericht": "news",
        },
        published="published: {date}",
        consulted="read: {date}",
        checked="We checked this summary on {date}.",
        checked_original="We took this text over on {date}.",
        new_tab="(opens in a new tab)",
        back="Back to the sentence in the answer",
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
    ),
}
