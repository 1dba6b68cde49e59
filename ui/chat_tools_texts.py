"""The words of what one can do with an answer: labels, messages, and what a copy says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolTexts:
    """Labels of the buttons and what the page says when one is used."""

    copy: str
    print: str
    share: str
    again: str
    link_warning: str
    """Beside the button that shares, before it is used."""
    copied: str
    not_copied: str
    linked: str
    """Said when the link is on the clipboard; it warns once more."""
    not_linked: str
    """Said above the link itself, when the browser allows no copying."""
    copy_note: str
    """Below a copy; `{date}` is the day of today in words."""
    print_note: str
    """Below a printed answer; `{date}` is the day of today in words."""
    stopped: str
    nothing_yet: str
    """Said instead of an answer that was stopped before its first sentence."""
    file: str
    """The button that fetches question and answer as a dossier."""
    not_filed: str
    desk: str
    """The button that leads to where a question is put to the desk."""
    desk_offer: str
    """Before that button, when the answer is not complete."""


TOOL_TEXTS: Mapping[Language, ToolTexts] = {
    "nl": ToolTexts(
        copy="Kopieer met bronnen",
        print="Druk af",
        share="Deel een link naar deze vraag",
        again="Vraag opnieuw",
        link_warning="In de link staat uw vraag, niet het antwoord en niet het gesprek ervoor. "
        "Wie de link heeft, kan uw vraag lezen.",
        copied="Het antwoord is gekopieerd, met de bronnen.",
        not_copied="Uw browser staat kopiëren niet toe. Selecteer het antwoord en kies Kopiëren.",
        linked="De link is gekopieerd. Let op: uw vraag staat in de link.",
        not_linked="Uw browser staat kopiëren niet toe. Selecteer deze link en kies Kopiëren. "
        "Let op: uw vraag staat erin.",
        copy_note="Gekopieerd uit Loketwijzer op {date}. Een computer koos de zinnen. Loketwijzer "
        "is geen website van de overheid.",
        print_note="Afgedrukt uit Loketwijzer op {date}. Een computer koos de zinnen; de nummers "
        "leiden naar de bronnen. Dit is algemene informatie, geen juridisch advies. Loketwijzer "
        "is geen website van de overheid.",
        stopped="U hebt dit antwoord gestopt.",
        nothing_yet="Er was nog geen zin bewezen.",
        file="Bewaar als dossier",
        not_filed="Het dossier kon niet worden gemaakt. Probeer het later opnieuw.",
        desk="Leg deze vraag voor aan het loket",
        desk_offer="Een medewerker van het loket kan uw vraag bekijken. U ziet eerst wat er wordt "
        "verstuurd.",
    ),
    "en": ToolTexts(
        copy="Copy with sources",
        print="Print",
        share="Share a link to this question",
        again="Ask again",
        link_warning="The link holds your question, not the answer and not the conversation "
        "before it. Anyone who has the link can read your question.",
        copied="The answer has been copied, with its sources.",
        not_copied="Your browser does not allow copying. Select the answer and choose Copy.",
        linked="The link has been copied. Please note: your question is in the link.",
        not_linked="Your browser does not allow copying. Select this link and choose Copy. "
        "Please note: your question is in it.",
        copy_note="Copied from Loketwijzer on {date}. A computer chose the sentences. Loketwijzer "
        "is not a website of the government.",
        print_note="Printed from Loketwijzer on {date}. A computer chose the sentences; the "
        "numbers lead to the sources. This is general information, not legal advice. Loketwijzer "
        "is not a website of the government.",
        stopped="You stopped this answer.",
        nothing_yet="No sentence had been proven yet.",
        file="Save as a file",
        not_filed="The file could not be made. Please try again later.",
        desk="Put this question to the desk",
        desk_offer="A member of staff at the desk can look at your question. You first see what is "
        "sent.",
    ),
}

STOP = "Stop"
"""The button that ends an answer while it grows, in both languages."""
