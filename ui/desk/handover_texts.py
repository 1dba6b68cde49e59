"""Every word of the hand-over: the preview, the receipt, the status, and what can go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language, Status
from assistant.desk.nouns import CaseState


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverTexts:
    """The words of the form and of what is shown of the assistant's own answer."""

    start_title: str
    start_intro: str
    title: str
    intro: str
    careful_title: str
    careful: str
    safe_title: str
    """Above what somebody reads whose question may be about something that happens now."""
    danger: str
    call: str
    safe: str
    personal: str
    question: str
    question_hint: str
    conversation: str
    conversation_hint: str
    earlier: str
    """Label of an earlier question; `{number}` counts."""
    answered: str
    """Opens what the assistant said to an earlier question."""
    found: str
    found_intro: str
    statuses: Mapping[Status, str]
    sentences: str
    rests_on: str
    missing: str
    nothing_missing: str
    all_missing: str
    contacts: str
    measured: str
    measured_intro: str
    certainty: str
    impact: str
    topic: str
    unknown: str
    index_version: str
    version: str
    about_you: str
    about_you_hint: str
    name: str
    email: str
    email_hint: str
    remark: str
    optional: str
    kept: str
    kept_open: str
    """`{days}` is how long the text of a case that nobody answers is kept."""
    kept_answered: str
    """`{days}` is how long the text of an answered case is kept."""
    kept_who: str
    kept_used: str
    follow: str
    """Leads whoever has a reference to the page of the status."""
    look: str
    send: str
    cancel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptTexts:
    """The words of the receipt and of the page that shows how far a case is."""

    title: str
    received: str
    reference: str
    write_down: str
    with_email: str
    without_email: str
    print_button: str
    follow: str
    back: str
    status_title: str
    status_intro: str
    status_label: str
    status_hint: str
    status_button: str
    status_heading: str
    states: Mapping[CaseState, str]
    since: str
    """`{date}` and `{time}` say when the case got where it is."""
    status_only: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverProblems:
    """What can go wrong, and what to do then; what was typed stays in the page."""

    heading: str
    changed: str
    name_long: str
    email_wrong: str
    remark_long: str
    turn_long: str
    shortened: str
    """Said when the oldest part of the conversation was left out."""
    starting: str
    no_answer_now: str
    desk_down: str
    too_fast: str
    """`{seconds}` is how long to wait."""
    reference_empty: str
    reference_unknown: str
    reference_erased: str
    status_down: str
    status_heading: str
    """Above what is wrong on the page of the status."""
    off_title: str
    off: str
    refused_title: str
    too_large: str
    too_fast_blind: str
    refused: str
    refused_back: str


HANDOVER_TEXTS: Mapping[Language, HandOverTexts] = {
    "nl": HandOverTexts(
        start_title="Leg een vraag voor aan het loket",
        start_intro="Typ uw vraag. Daarna ziet u eerst wat wij naar het loket sturen. Er wordt nog "
        "niets verstuurd.",
        title="Leg deze vraag voor aan het loket",
        intro="Hieronder staat precies wat naar het loket gaat. Uw eigen woorden kunt u nog "
        "veranderen. Er is nog niets verstuurd en nog niets bewaard.",
        careful_title="Noem niemand die u verdenkt",
        careful="Schrijf op wat er gebeurde en wanneer. Noem geen namen van mensen die u verdenkt "
        "en niets waaraan zij te herkennen zijn. Laat ook bedrijfsgeheimen weg.",
        safe_title="Gebeurt dit nu? Bel eerst",
        danger="Is er direct gevaar, bel dan 112.",
        call="Deze instanties kunt u bellen, mailen of op hun website vinden:",
        safe="Kan iemand meekijken op dit apparaat of op dit netwerk? Stop dan hier. Gebruik eerst "
        "een telefoon of computer waarvan u zeker weet dat niemand meekijkt. Het loket leest uw "
        "vraag niet meteen.",
        personal="In uw tekst staat misschien een e-mailadres, een telefoonnummer, een "
        "rekeningnummer of een burgerservicenummer. Haal het weg als het loket het niet nodig "
        "heeft.",
        question="Uw vraag",
        question_hint="Verandert u de vraag, dan zoeken wij opnieuw en ziet u deze pagina nog een "
        "keer.",
        conversation="Het gesprek ervoor",
        conversation_hint="Maak een vraag leeg om haar weg te laten, samen met het antwoord dat "
        "erbij hoort.",
        earlier="Eerdere vraag {number}",
        answered="Wat Loketwijzer antwoordde op vraag {number}",
        found="Wat Loketwijzer vond",
        found_intro="Wij hebben uw vraag nog een keer opgezocht in onze bronnen, zonder taalmodel. "
        "Dit gaat mee. U kunt dit deel niet veranderen.",
        statuses={
            Status.ANSWERED: "Er is een antwoord gevonden.",
            Status.PARTIAL: "Er is een deel van een antwoord gevonden.",
            Status.NO_ANSWER: "Er is geen antwoord gevonden.",
            Status.OUT_OF_SCOPE: "De vraag gaat volgens Loketwijzer over iets anders dan "
            "economische veiligheid.",
            Status.BLOCKED: "Loketwijzer geeft op deze vraag geen antwoord.",
        },
        sentences="Gevonden zinnen",
        rests_on="Uit:",
        missing="Wat niet is gevonden",
        nothing_missing="Loketwijzer heeft niet gemerkt dat er een onderdeel mist.",
        all_missing="Een antwoord op deze vraag.",
        contacts="Genoemde instanties",
        measured="Wat er nog meer meegaat",
        measured_intro="Deze gegevens maakt het programma. Ze helpen het loket om te zien waar het "
        "antwoord op rust.",
        certainty="Hoe goed het antwoord bij de vraag past (0 tot 100):",
        impact="Hoeveel ervan lijkt af te hangen (1 tot 3):",
        topic="Onderwerp:",
        unknown="niet bekend",
        index_version="Versie van de bronnen:",
        version="Versie van het programma:",
        about_you="Over u",
        about_you_hint="U hoeft hier niets in te vullen.",
        name="Naam",
        email="E-mailadres",
        email_hint="Alleen hiermee kan het loket u antwoord sturen. Bijvoorbeeld: naam@bedrijf.nl",
        remark="Wilt u er nog iets bij zeggen?",
        optional="niet verplicht",
        kept="Wat wij bewaren",
        kept_open="Zolang niemand uw vraag heeft beantwoord, bewaren wij alles wat hierboven staat "
        "hoogstens {days}.",
        kept_answered="Na het antwoord bewaren wij het nog {days}. Daarna wissen wij de tekst. Een "
        "nummer, het onderwerp, cijfers over het antwoord en datums blijven.",
        kept_who="De tekst wordt versleuteld bewaard. Alleen medewerkers van het loket lezen hem.",
        kept_used="Een goedgekeurd antwoord mag Loketwijzer ook aan anderen geven. Daarvoor "
        "bewaren wij uw vraag nog een keer, zonder uw naam, e-mailadressen en nummers.",
        follow="Hebt u al een kenmerk? Kijk hoe ver uw vraag is",
        look="Bekijk wat wij versturen",
        send="Verstuur naar het loket",
        cancel="Stop, verstuur niets",
    ),
    "en": HandOverTexts(
        start_title="Put a question to the desk",
        start_intro="Type your question. You will first see what we send to the desk. Nothing is "
        "sent yet.",
        title="Put this question to the desk",
        intro="Below is exactly what goes to the desk. You can still change your own words. "
        "Nothing has been sent and nothing has been kept yet.",
        careful_title="Name nobody whom you suspect",
        careful="Write down what happened and when. Do not name people whom you suspect, or "
        "anything by which they can be recognised. Leave out trade secrets too.",
        safe_title="Is this happening now? Call first",
        danger="In immediate danger, call 112.",
        call="You can call or e-mail these organisations, or find them on their website:",
        safe="Could somebody be watching this device or this network? Then stop here. First use a "
        "phone or computer of which you are sure that nobody is watching. The desk does not read "
        "your question at once.",
        personal="Your text may hold an e-mail address, a telephone number, an account number or a "
        "citizen service number. Take it out if the desk does not need it.",
        question="Your question",
        question_hint="If you change the question, we search again and you see this page once "
        "more.",
        conversation="The conversation before it",
        conversation_hint="Empty a question to leave it out, together with the answer to it.",
        earlier="Earlier question {number}",
        answered="What Loketwijzer answered to question {number}",
        found="What Loketwijzer found",
        found_intro="We looked your question up in our sources once more, without a language "
        "model. This goes with it. You cannot change this part.",
        statuses={
            Status.ANSWERED: "An answer was found.",
            Status.PARTIAL: "A part of an answer was found.",
            Status.NO_ANSWER: "No answer was found.",
            Status.OUT_OF_SCOPE: "According to Loketwijzer the question is about something other "
            "than economic security.",
            Status.BLOCKED: "Loketwijzer gives no answer to this question.",
        },
        sentences="Sentences found",
        rests_on="From:",
        missing="What was not found",
        nothing_missing="Loketwijzer did not notice that a part is missing.",
        all_missing="An answer to this question.",
        contacts="Organisations named",
        measured="What else goes with it",
        measured_intro="The program makes these facts. They help the desk to see what the answer "
        "rests on.",
        certainty="How well the answer fits the question (0 to 100):",
        impact="How much seems to depend on it (1 to 3):",
        topic="Subject:",
        unknown="not known",
        index_version="Version of the sources:",
        version="Version of the program:",
        about_you="About you",
        about_you_hint="You need not fill in anything here.",
        name="Name",
        email="E-mail address",
        email_hint="The desk can send you an answer only with this. For example: name@company.com",
        remark="Would you like to add anything?",
        optional="optional",
        kept="What we keep",
        kept_open="As long as nobody has answered your question, we keep all that is above for "
        "{days} at most.",
        kept_answered="After the answer we keep it for another {days}. Then we erase the text. A "
        "number, the subject, figures about the answer and dates remain.",
        kept_who="The text is kept encrypted. Only staff of the desk read it.",
        kept_used="Loketwijzer may give an approved answer to others too. For that we keep your "
        "question once more, without your name, e-mail addresses and numbers.",
        follow="Do you have a reference already? See how far your question is",
        look="See what we will send",
        send="Send to the desk",
        cancel="Stop, send nothing",
    ),
}

RECEIPT_TEXTS: Mapping[Language, ReceiptTexts] = {
    "nl": ReceiptTexts(
        title="Uw vraag ligt bij het loket",
        received="Wij hebben uw vraag ontvangen.",
        reference="Uw kenmerk",
        write_down="Schrijf dit kenmerk op of druk deze pagina af. Wij laten het niet nog een keer "
        "zien. Met het kenmerk kunt u zien hoe ver uw vraag is.",
        with_email="Het loket stuurt het antwoord naar het e-mailadres dat u gaf.",
        without_email="U gaf geen e-mailadres. Het loket kan u daarom niets sturen. Noem uw "
        "kenmerk als u zelf contact opneemt.",
        print_button="Druk af",
        follow="Kijk hoe ver uw vraag is",
        back="Stel een andere vraag",
        status_title="Hoe ver is uw vraag?",
        status_intro="Vul het kenmerk in dat u kreeg toen u uw vraag verstuurde.",
        status_label="Kenmerk",
        status_hint="Hoofdletters, spaties en streepjes maken niet uit.",
        status_button="Laat zien",
        status_heading="Zo ver is het",
        states={
            "new": "Uw vraag is ontvangen. Nog niemand heeft haar opgepakt.",
            "claimed": "Een medewerker van het loket heeft uw vraag opgepakt.",
            "drafted": "Een medewerker werkt aan het antwoord.",
            "half_approved": "Het antwoord is klaar. Een tweede medewerker kijkt het na.",
            "approved": "Het antwoord is goedgekeurd.",
        },
        since="Sinds {date}, {time} uur.",
        status_only="Uit voorzorg laten wij hier alleen zien hoe ver uw vraag is, en niet wat u "
        "vroeg.",
    ),
    "en": ReceiptTexts(
        title="Your question is with the desk",
        received="We have received your question.",
        reference="Your reference",
        write_down="Write this reference down or print this page. We do not show it again. With "
        "the reference you can see how far your question is.",
        with_email="The desk sends the answer to the e-mail address that you gave.",
        without_email="You gave no e-mail address. So the desk cannot send you anything. Mention "
        "your reference if you contact the desk yourself.",
        print_button="Print",
        follow="See how far your question is",
        back="Ask another question",
        status_title="How far is your question?",
        status_intro="Fill in the reference that you got when you sent your question.",
        status_label="Reference",
        status_hint="Capitals, spaces and hyphens make no difference.",
        status_button="Show",
        status_heading="This is how far it is",
        states={
            "new": "Your question has been received. Nobody has taken it up yet.",
            "claimed": "A member of staff has taken up your question.",
            "drafted": "A member of staff is working on the answer.",
            "half_approved": "The answer is ready. A second member of staff is checking it.",
            "approved": "The answer has been approved.",
        },
        since="Since {date}, {time} (Dutch time).",
        status_only="As a precaution we show here only how far your question is, and not what you "
        "asked.",
    ),
}

HANDOVER_PROBLEMS: Mapping[Language, HandOverProblems] = {
    "nl": HandOverProblems(
        heading="Uw vraag is nog niet verstuurd",
        changed="Wat Loketwijzer vindt is veranderd: u hebt de vraag of het gesprek veranderd, of "
        "onze bronnen zijn bijgewerkt. Kijk na wat er nu meegaat en verstuur dan opnieuw.",
        name_long="Maak de naam korter: hoogstens {most} tekens.",
        email_wrong="Dit is geen e-mailadres. Kijk het na, of laat het leeg.",
        remark_long="Maak deze tekst korter: hoogstens {most} tekens.",
        turn_long="Maak deze vraag korter: hoogstens {most} tekens.",
        shortened="Het gesprek is te lang. Wij hebben het oudste deel weggelaten.",
        starting="De bronnen worden nog geopend. Wacht een paar seconden en probeer het opnieuw. "
        "Uw tekst staat er nog.",
        no_answer_now="Onze bronnen zijn nu niet te openen. Daarom kan uw vraag nu niet naar het "
        "loket. Dat ligt niet aan u. Uw tekst staat er nog. Probeer het later opnieuw.",
        desk_down="Het loket is nu niet te bereiken. Uw vraag is niet verstuurd en niet bewaard. "
        "Dat ligt niet aan u. Uw tekst staat er nog. Probeer het later opnieuw, of bewaar de "
        "tekst zelf.",
        too_fast="U probeert het vaak achter elkaar. Wat u typte staat er nog. Wacht {seconds} "
        "seconden en probeer het opnieuw.",
        reference_empty="Vul een kenmerk in.",
        reference_unknown="Dit kenmerk kennen wij niet. Kijk na of u het goed hebt overgenomen.",
        reference_erased="De inhoud van deze vraag is gewist, omdat de bewaartijd voorbij is.",
        status_down="Het loket is nu niet te bereiken. Dat ligt niet aan u. Probeer het later "
        "opnieuw.",
        status_heading="Wij kunnen de stand nu niet laten zien",
        off_title="Dit kan hier niet",
        off="Bij deze installatie van Loketwijzer hoort geen loket. Er is niets verstuurd en niets "
        "bewaard. Bij een antwoord in de chat staat wie u wel kunt vragen.",
        refused_title="Dit is niet gelukt",
        too_large="Wat u stuurde is te groot. Er is niets verstuurd en niets bewaard. Ga terug en "
        "maak de tekst korter.",
        too_fast_blind="U probeert het vaak achter elkaar. Er is niets verstuurd. Wacht een minuut "
        "en probeer het opnieuw.",
        refused="Er ging iets mis. Probeer het straks opnieuw.",
        refused_back="Met de knop Terug van uw browser komt u bij uw tekst.",
    ),
    "en": HandOverProblems(
        heading="Your question has not been sent yet",
        changed="What Loketwijzer finds has changed: you changed the question or the conversation, "
        "or our sources were updated. Look at what goes with it now and then send again.",
        name_long="Make the name shorter: {most} characters at most.",
        email_wrong="This is no e-mail address. Check it, or leave it empty.",
        remark_long="Make this text shorter: {most} characters at most.",
        turn_long="Make this question shorter: {most} characters at most.",
        shortened="The conversation is too long. We left out the oldest part.",
        starting="The sources are still being opened. Wait a few seconds and try again. Your text "
        "is still here.",
        no_answer_now="Our sources cannot be opened now. So your question cannot go to the desk "
        "now. That is not your fault. Your text is still here. Please try again later.",
        desk_down="The desk cannot be reached now. Your question was not sent and not kept. That "
        "is not your fault. Your text is still here. Please try again later, or keep the text "
        "yourself.",
        too_fast="You are trying many times in a row. What you typed is still here. Wait {seconds} "
        "seconds and try again.",
        reference_empty="Fill in a reference.",
        reference_unknown="We do not know this reference. Check whether you copied it well.",
        reference_erased="The content of this question was erased, because its time has passed.",
        status_down="The desk cannot be reached now. That is not your fault. Please try again "
        "later.",
        status_heading="We cannot show how far it is now",
        off_title="This is not possible here",
        off="No desk belongs to this installation of Loketwijzer. Nothing was sent and nothing was "
        "kept. An answer in the chat says whom you can ask.",
        refused_title="This did not work",
        too_large="What you sent is too large. Nothing was sent and nothing was kept. Go back and "
        "make the text shorter.",
        too_fast_blind="You are trying many times in a row. Nothing was sent. Wait a minute and "
        "try again.",
        refused="Something went wrong. Please try again later.",
        refused_back="The Back button of your browser brings you to your text.",
    ),
}
