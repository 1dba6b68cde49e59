"""Every word of the page around the answers, in one table per language: that of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTexts:
    """The words of the page around the answers."""

    language: Language
    name: str
    tagline: str
    welcome: str
    welcome_hint: str
    question: str
    placeholder: str
    privacy: str
    keys: str
    send: str
    new_chat: str
    other_language: str
    """The name of the other language, in that language."""
    check: str
    check_hint: str
    examples: str
    failure: str
    too_many: str
    about: tuple[tuple[str, str], ...]
    account: str
    """Leads to the page that tells how this works."""
    status: str
    """Leads whoever put a question to the desk to how far it is."""


PAGE_TEXTS: Mapping[Language, PageTexts] = {
    "nl": PageTexts(
        language="nl",
        name="Loketwijzer",
        tagline="Advies over economische veiligheid, elke zin bewezen",
        welcome="Waar wilt u advies over?",
        welcome_hint="Stel uw vraag in gewone woorden. U krijgt een kort antwoord. Bij elke zin "
        "ziet u op welke bron die rust.",
        question="Uw vraag",
        placeholder="Typ hier uw vraag",
        privacy="Typ geen namen en geen bedrijfsgeheimen.",
        keys="Enter verstuurt uw vraag, Shift + Enter geeft een nieuwe regel.",
        send="Vraag stellen",
        new_chat="Nieuw gesprek",
        other_language="English",
        check="Doe de check",
        check_hint="Liever eerst een overzicht? Beantwoord vijf korte vragen en u krijgt een lijst "
        "met punten voor uw bedrijf.",
        examples="Vragen die ondernemers stellen",
        failure="Er ging bij ons iets mis. Uw vraag is niet beantwoord en niet bewaard. Probeer "
        "het over een minuut nog eens.",
        too_many="U hebt in korte tijd veel vragen gesteld. Over {seconds} seconden kunt u weer "
        "een vraag stellen.",
        about=(
            (
                "Een machine antwoordt",
                "Een computer kiest zinnen uit bronnen en uit onze samenvattingen van bronnen. "
                "Hij controleert elke zin. Vindt hij niets, dan zegt hij dat.",
            ),
            (
                "Geen juridisch advies",
                "U krijgt algemene informatie. Loketwijzer is geen website van de overheid. "
                "Beslissen doet u met de instantie of met uw adviseur.",
            ),
            (
                "We bewaren uw vragen niet vanzelf",
                "Uw vragen staan in het werkgeheugen. Ze gaan weg als u de pagina sluit, of "
                "ongeveer een uur later. Verstuurt u zelf een reactie? Dan bewaren we meestal "
                "ook uw vraag.",
            ),
        ),
        account="Hoe Loketwijzer werkt, en wat het niet kan",
        status="Hoe ver is uw vraag?",
    ),
    "en": PageTexts(
        language="en",
        name="Loketwijzer",
        tagline="Advice on economic security, every sentence proven",
        welcome="What would you like advice on?",
        welcome_hint="Ask your question in plain words. You get a short answer. With every "
        "sentence you see which source it rests on.",
        question="Your question",
        placeholder="Type your question here",
        privacy="Do not type names or trade secrets.",
        keys="Enter sends your question, Shift + Enter starts a new line.",
        send="Ask",
        new_chat="New conversation",
        other_language="Nederlands",
        check="Take the check",
        check_hint="Would you rather start with an overview? Answer five short questions and you "
        "get a list of points for your company.",
        examples="Questions that entrepreneurs ask",
        failure="Something went wrong on our side. Your question was not answered and not kept. "
        "Please try again in a minute.",
        too_many="You have asked many questions in a short time. You can ask again in {seconds} "
        "seconds.",
        about=(
            (
                "A machine answers",
                "A computer chooses sentences from sources and from our summaries of sources. It "
                "checks every sentence. When it finds nothing, it says so.",
            ),
            (
                "No legal advice",
                "You get general information. Loketwijzer is not a website of the government. "
                "Decide together with the authority or with your adviser.",
            ),
            (
                "We do not keep your questions by themselves",
                "Your questions are in working memory. They are gone when you close the page, or "
                "about an hour later. Do you send feedback? Then we usually keep your question "
                "too.",
            ),
        ),
        account="How Loketwijzer works, and what it cannot do (in Dutch)",
        status="How far is your question?",
    ),
}
NO_SCRIPT = "Deze pagina heeft JavaScript nodig. Zet JavaScript aan in uw browser."
