"""The fixed reply for every status that is not `answered`, and the fixed notices; nl and en."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers import Language, NoticeKind, Status

REPLIES: Mapping[Status, Mapping[Language, str]] = {
    Status.NO_ANSWER: {
        "nl": "Op deze vraag staat geen antwoord in onze bronnen. Daarom geven we geen antwoord: "
        "raden helpt u niet. De instantie hieronder kan u verder helpen.",
        "en": "Our sources do not hold an answer to this question, so we give none: a guess would "
        "not help you. The organisation below can help you further.",
    },
    Status.OUT_OF_SCOPE: {
        "nl": "Deze vraag gaat niet over economische veiligheid. Daar gaan onze bronnen wel over: "
        "spionage, personeel, investeringen en overnames, export, sancties, samenwerking en "
        "reizen. Gaat uw vraag daar toch over? Stel hem dan in andere woorden.",
        "en": "This question is not about economic security. That is what our sources cover: "
        "espionage, staff, investments and takeovers, exports, sanctions, cooperation and travel. "
        "If your question is about that after all, please put it in other words.",
    },
    Status.BLOCKED: {
        "nl": "Hier helpen we niet bij. We helpen wel om regels te begrijpen en uw bedrijf te "
        "beschermen. Vraag bijvoorbeeld: welke regels gelden er, hoe herken ik dit, of wie kan "
        "mij helpen om het goed te doen?",
        "en": "We do not help with this. We do help to understand rules and to protect your "
        "business. You could ask: which rules apply, how do I recognise this, or who can help me "
        "to do it right?",
    },
}

OTHER_LANGUAGE = (
    "Wij antwoorden in het Nederlands en het Engels. Stel uw vraag in een van die talen. "
    "We answer in Dutch and English. Please ask your question in one of those."
)

NOTHING_SPECIFIC: Mapping[Language, str] = {
    "nl": "Onze bronnen zeggen niets over: {missing}.",
    "en": "Our sources say nothing about: {missing}.",
}

FALLBACK: Mapping[str, Mapping[Language, str]] = {
    "slow": {
        "nl": "Het taalmodel was te langzaam. Wat volgt, komt uit onze teksten.",
        "en": "The language model was too slow. The rest comes from our texts, without it.",
    },
    "broken": {
        "nl": "Het taalmodel viel uit. Wat volgt, komt uit onze teksten.",
        "en": "The language model broke off. The rest comes from our texts, without it.",
    },
    "resting": {
        "nl": "Het taalmodel doet het nu niet. Wat volgt, komt uit onze teksten.",
        "en": "The language model is down. The rest comes from our texts, without it.",
    },
    "declined": {
        "nl": "Het taalmodel schreef geen antwoord. Wat volgt, komt uit onze teksten.",
        "en": "The language model wrote no answer. The rest comes from our texts, without it.",
    },
    "unproven": {
        "nl": "Wat het taalmodel verder schreef, was niet te bewijzen. Wat volgt, komt uit "
        "onze teksten.",
        "en": "What else the language model wrote could not be proven. The rest comes from our "
        "texts, without it.",
    },
}
"""Why the draft of a language model ended, by the reason of the event `fallback`."""

NOTHING_OF_DAY: Mapping[Language, str] = {
    "nl": "Wij hebben geen brontekst waarvan zeker is dat die op {date} gold.",
    "en": "We hold no source text that is known to have applied on {date}.",
}

UNQUOTABLE: Mapping[Language, str] = {
    "nl": "Mogelijk staat het antwoord in “{title}” ({publisher}). Van die tekst weten wij de "
    "woorden niet zeker, dus wij halen er niets uit aan. Lees daarvoor het origineel.",
    "en": "The answer may be in “{title}” ({publisher}). We cannot be sure of the words of that "
    "text, so we quote nothing from it. Please read the original.",
}

NOTICES: Mapping[NoticeKind, Mapping[Language, str]] = {
    "own_summary": {
        "nl": "De zinnen komen uit onze eigen samenvatting van de genoemde bronnen; het zijn geen "
        "citaten van de uitgever.",
        "en": "The sentences come from our own summary of the sources named; they are not the "
        "publishers' words.",
    },
    "partly_own_summary": {
        "nl": "Een deel van de zinnen komt uit onze eigen samenvatting; de andere staan letterlijk "
        "zo in de bron. Bij elke bron staat welk van de twee het is.",
        "en": "Some sentences come from our own summary; the others are the source's own words. "
        "Each source says which of the two it is.",
    },
    "dated": {
        "nl": "Dit is wat gold op {date}, niet wat nu geldt.",
        "en": "This is what applied on {date}, not what applies now.",
    },
    "not_yet": {
        "nl": "Een deel van deze tekst geldt pas vanaf {date}.",
        "en": "Part of this text applies only from {date}.",
    },
    "secondary": {
        "nl": "Een deel van dit antwoord rust op bronnen die niet officieel zijn.",
        "en": "Part of this answer rests on sources that are not official.",
    },
    "past_review": {
        "nl": "Een deel van dit antwoord moest voor {date} opnieuw worden gecontroleerd en kan "
        "verouderd zijn.",
        "en": "Part of this answer was due for review by {date} and may be out of date.",
    },
    "no_legal_advice": {
        "nl": "Dit is algemene informatie, geen juridisch advies.",
        "en": "This is general information, not legal advice.",
    },
    "language": {
        "nl": "De bronnen voor dit antwoord zijn in een andere taal.",
        "en": "We hold this text in Dutch only; the sentences below are Dutch.",
    },
}

SENSITIVE: Mapping[Language, str] = {
    "nl": "Gebeurt dit nu? Bel eerst. Typ hier geen namen of bijzonderheden. Is er direct gevaar, "
    "bel dan 112.",
    "en": "Is this happening now? Call first. Do not type names or details here. In immediate "
    "danger, call 112.",
}

SENSITIVE_REPLY: Mapping[Language, str] = {
    "nl": "Voor wat u beschrijft is een gesprek beter dan een antwoord uit onze bronnen. De "
    "instanties hieronder kunnen met u meedenken.",
    "en": "What you describe calls for a conversation rather than an answer from our sources. The "
    "organisations below can help you think it through.",
}

PERSONAL_DATA: Mapping[Language, str] = {
    "nl": "U typte persoonsgegevens. Die hebben we weggelaten; ze zijn nergens voor nodig.",
    "en": "You typed personal data. We left it out; it is not needed.",
}
