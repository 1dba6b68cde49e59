"""Every word of feedback on the page: the question under an answer, and the small forms.

What is kept is said before anything is sent. The desk is the staff that reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from assistant.answers import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackTexts:
    """What stands in the page itself."""

    question: str
    yes: str
    yes_meaning: str
    """What `yes` means, for whoever hears the button without what stands before it."""
    no: str
    no_meaning: str
    report: str
    day: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTexts:
    """What the forms say, which `feedback.js` makes; every word reaches it through the page.

    `{days}` is how long what is sent is kept.
    """

    helped: str
    not_helped: str
    wrong_source: str
    better: str
    """The label of the box under an answer."""
    wrong: str
    """The label of the box of a source."""
    careful: str
    kept: str
    kept_sensitive: str
    kept_source: str
    send: str
    cancel: str
    close: str
    sending: str
    received: str
    empty: str
    failed: str
    too_many: str
    off: str

    def for_page(self, days: str) -> Mapping[str, str]:
        """Return every text by its name, with the time that things are kept filled in."""
        return {
            field.name.replace("_", "-"): getattr(self, field.name).replace("{days}", days)
            for field in fields(self)
        }


FEEDBACK_TEXTS: Mapping[Language, FeedbackTexts] = {
    "nl": FeedbackTexts(
        question="Hielp dit antwoord?",
        yes="Ja",
        yes_meaning=" (dit antwoord hielp)",
        no="Nee",
        no_meaning=" (dit antwoord hielp niet)",
        report="Klopt deze bron niet?",
        day="1 dag",
        days="{count} dagen",
    ),
    "en": FeedbackTexts(
        question="Did this answer help?",
        yes="Yes",
        yes_meaning=" (this answer helped)",
        no="No",
        no_meaning=" (this answer did not help)",
        report="Is this source wrong?",
        day="1 day",
        days="{count} days",
    ),
}

FORM_TEXTS: Mapping[Language, FormTexts] = {
    "nl": FormTexts(
        helped="Fijn dat het antwoord hielp",
        not_helped="Jammer dat het antwoord niet hielp",
        wrong_source="Klopt deze bron niet?",
        better="Wat kan beter? (niet verplicht)",
        wrong="Wat klopt er niet?",
        careful="Typ geen namen en geen bedrijfsgeheimen.",
        kept="We bewaren uw vraag en uw opmerking {days}. Medewerkers van deze dienst lezen ze om "
        "de antwoorden beter te maken.",
        kept_sensitive="We bewaren uw vraag niet. Uw opmerking bewaren we {days}. Medewerkers van "
        "deze dienst lezen die om de antwoorden beter te maken.",
        kept_source="We bewaren uw opmerking {days}, en niet uw vraag. Medewerkers van deze dienst "
        "lezen die om de bronnen na te kijken.",
        send="Versturen",
        cancel="Annuleren",
        close="Sluiten",
        sending="We versturen uw reactie …",
        received="Dank u wel. We hebben uw reactie ontvangen.",
        empty="Schrijf eerst op wat er niet klopt.",
        failed="Het versturen is niet gelukt. Uw tekst staat er nog. Probeer het straks opnieuw.",
        too_many="U verstuurt veel reacties achter elkaar. Uw tekst staat er nog. Wacht een "
        "minuut en probeer het opnieuw.",
        off="We nemen nu geen reacties aan. Uw reactie is niet bewaard.",
    ),
    "en": FormTexts(
        helped="Good to hear that the answer helped",
        not_helped="Sorry that the answer did not help",
        wrong_source="Is this source wrong?",
        better="What could be better? (optional)",
        wrong="What is wrong?",
        careful="Do not type names or trade secrets.",
        kept="We keep your question and your remark for {days}. Staff of this service read them to "
        "make the answers better.",
        kept_sensitive="We do not keep your question. We keep your remark for {days}. Staff of "
        "this service read it to make the answers better.",
        kept_source="We keep your remark for {days}, and not your question. Staff of this service "
        "read it to check the sources.",
        send="Send",
        cancel="Cancel",
        close="Close",
        sending="We are sending your feedback …",
        received="Thank you. We have received your feedback.",
        empty="First write down what is wrong.",
        failed="Sending did not work. Your text is still here. Please try again later.",
        too_many="You are sending a lot of feedback. Your text is still here. Wait a minute and "
        "try again.",
        off="We are not taking feedback now. Your feedback was not kept.",
    ),
}


def spoken_days(days: int, language: Language) -> str:
    """Return a number of days in words."""
    texts = FEEDBACK_TEXTS[language]
    return texts.day if days == 1 else texts.days.format(count=days)
