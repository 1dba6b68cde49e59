"""Every word of the check's pages, in one table per language.

The questions stand in `assistant/check/questions.toml`; what the list says comes from the corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTexts:
    """The words of the form, of what can go wrong, and around the list."""

    title: str
    intro: str
    ours: str
    """Whose check it is, and what it is not."""
    private: str
    several: str
    submit: str
    number: str
    """Before each question."""

    problem: str
    """Above what is wrong."""
    missing: str
    missing_one: str
    """At the question itself."""
    unknown: str
    starting: str
    unavailable: str

    result_title: str
    result_intro: str
    print_button: str
    again: str
    other_language: str
    answers: str
    please_note: str
    marker: str
    contacts: str
    contacts_intro: str
    telephone: str
    sources: str
    sources_intro: str
    for_lines: str
    dutch_only: str
    corpus_date: str
    past_review: str


CHECK_TEXTS: Mapping[Language, CheckTexts] = {
    "nl": CheckTexts(
        title="Doe de check",
        intro="Beantwoord vijf korte vragen. U krijgt een lijst met wat u kunt doen en regelen. "
        "Elke regel op de lijst heeft een bron.",
        ours="Dit is een check van Loketwijzer zelf. Het is niet de EV-scan van de overheid, en "
        "het is geen juridisch advies.",
        private="Wij bewaren uw antwoorden niet.",
        several="U kunt bij elke vraag meer dan één antwoord kiezen.",
        submit="Maak mijn lijst",
        number="Vraag {number} van {count}",
        problem="De lijst kan nog niet worden gemaakt",
        missing="Kies bij deze vragen minstens één antwoord:",
        missing_one="Kies minstens één antwoord.",
        unknown="Een van uw antwoorden kennen wij niet. Misschien is de vragenlijst veranderd. "
        "Kijk uw antwoorden na en verstuur ze opnieuw.",
        starting="De bronnen worden nog geopend. Wacht een paar seconden en kies dan opnieuw "
        "‘Maak mijn lijst’. Uw antwoorden staan er nog.",
        unavailable="De lijst kan nu niet worden gemaakt, omdat de bronnen niet kloppen met de "
        "vragenlijst of niet te openen zijn. Dat ligt niet aan u. Probeer het later opnieuw; uw "
        "antwoorden staan er nog.",
        result_title="Uw lijst",
        result_intro="Op de lijst staan {count} punten. De eerste gelden voor elk bedrijf, de "
        "andere horen bij uw antwoorden. Kijk zelf wat in uw bedrijf al geregeld "
        "is.",
        print_button="Druk af",
        again="Begin opnieuw",
        other_language="Show this list in English",
        answers="Uw antwoorden",
        please_note="Let op:",
        marker="bron {number}",
        contacts="Wie u kunt vragen",
        contacts_intro="Deze instanties kunnen u verder helpen.",
        telephone="Telefoon:",
        sources="Bronnen",
        sources_intro="De zinnen op de lijst zijn onze samenvatting. Hier staat waar elke zin op "
        "rust.",
        for_lines="Bij punt",
        dutch_only="Een deel van de lijst is er alleen in het Nederlands.",
        corpus_date="De laatste controle van deze samenvattingen was op {date}.",
        past_review="Let op: een deel van deze lijst had uiterlijk op {date} opnieuw nagekeken "
        "moeten zijn. Lees het na bij de bron.",
    ),
    "en": CheckTexts(
        title="Take the check",
        intro="Answer five short questions. You get a list of what you can do and arrange. Every "
        "line on the list has a source.",
        ours="This is a check of Loketwijzer itself. It is not the government's EV-scan, and it is "
        "not legal advice.",
        private="We do not keep your answers.",
        several="You can choose more than one answer to each question.",
        submit="Make my list",
        number="Question {number} of {count}",
        problem="The list cannot be made yet",
        missing="Choose at least one answer to these questions:",
        missing_one="Choose at least one answer.",
        unknown="We do not know one of your answers. Perhaps the questions have changed. Look "
        "through your answers and send them again.",
        starting="The sources are still being opened. Wait a few seconds and choose ‘Make my "
        "list’ again. Your answers are still there.",
        unavailable="The list cannot be made now, because the sources do not fit the questions or "
        "cannot be opened. That is not your fault. Try again later; your answers are still there.",
        result_title="Your list",
        result_intro="The list has {count} points. The first hold for every company, the "
        "others belong to your answers. See for yourself what your company has "
        "already arranged.",
        print_button="Print",
        again="Start again",
        other_language="Toon deze lijst in het Nederlands",
        answers="Your answers",
        please_note="Please note:",
        marker="source {number}",
        contacts="Whom you can ask",
        contacts_intro="These bodies can help you further.",
        telephone="Telephone:",
        sources="Sources",
        sources_intro="The sentences on the list are our summary. Here you see what each of them "
        "rests on.",
        for_lines="For point",
        dutch_only="A part of the list exists in Dutch only.",
        corpus_date="These summaries were last checked on {date}.",
        past_review="Please note: a part of this list should have been checked again by {date}. "
        "Read it at the source.",
    ),
}
