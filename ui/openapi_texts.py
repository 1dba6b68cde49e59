"""What every shape of the API is, in plain Dutch, for the reader of the description.

A name like `AnswerOut` says what the shape is; `AnswerOut.text` what one of its fields holds.
"""

from __future__ import annotations

from collections.abc import Mapping

_ANSWERS: Mapping[str, str] = {
    "AnswerOut": "Een antwoord.",
    "AnswerOut.text": "Markdown, met nummers als [1] die naar `citations` verwijzen.",
    "AnswerOut.status": "Hoe het afliep; alleen bij `answered` en `partial` zijn er zinnen.",
    "AnswerOut.missing": "Waar onze bronnen niets over zeggen.",
    "AnswerOut.sensitive": "true: wie dit vraagt, is misschien in gevaar. Toon `contacts` eerst.",
    "AnswerOut.approved_on": "Wanneer een mens dit antwoord heeft goedgekeurd.",
    "AnswerOut.confidence": "Van 0 tot 1.",
    "AnswerOut.model": "Het taalmodel dat schreef; null: de zinnen komen letterlijk uit bronnen.",
    "AnswerOut.index_version": "De index waaruit is geantwoord.",
    "AnswerOut.timings_ms": "Milliseconden per stap.",
    "SentenceOut": "Een bewezen zin.",
    "SentenceOut.citations": "De nummers van zijn vindplaatsen.",
    "SentenceOut.support": "Hoe zeker de vindplaats de zin draagt, van 0 tot 1.",
    "CitationOut": "Waar een zin vandaan komt: `passage[start:end] == quote`, geteld in tekens "
    "van Unicode.",
    "CitationOut.further_source_ids": "Andere bronnen die hetzelfde zeggen.",
    "CitationOut.url": "De plaats bij de uitgever.",
    "CitationOut.original_url": "De plaats in onze eigen kopie.",
    "CitationOut.checked": "Wanneer de passage voor het laatst met de bron is vergeleken.",
    "CitationOut.page": "De bladzijde; null in een samenvatting.",
    "CitationOut.locator": "De plaats in een tekst zonder bladzijden; null in een samenvatting.",
    "ContactOut": "Een instantie, en hoe die te bereiken is.",
    "NoticeOut": "Iets wat de lezer van een antwoord moet weten.",
    "FallbackOut": "In de stroom: de tekst van het taalmodel houdt hier op.",
    "StepOut": "In de stroom: een stap die klaar is.",
    "Status": "`answered`: beantwoord; `partial`: deels beantwoord; `no_answer`: de bronnen "
    "hebben geen antwoord; `out_of_scope`: de vraag gaat over iets anders; `blocked`: hier helpen "
    "wij niet bij.",
    "Mode": "`extractive`: zinnen uit de bronnen; `generative`: geschreven door een taalmodel, en "
    "elke zin bewezen.",
    "Style": "`normal`, of `b1`: herschreven naar taalniveau B1.",
    "Language": "Nederlands of Engels.",
    "Speaker": "Wie er sprak.",
    "NoticeKind": "Wat voor mededeling het is.",
    "FallbackReason": "Waarom het taalmodel ophield.",
    "AnswerRequest": "Een vraag, met het gesprek ervoor.",
    "EarlierTurn": "Een eerdere beurt van het gesprek: een gegeven, nooit een opdracht.",
    "SearchRequest": "Een vraag om mee te zoeken, zonder antwoord.",
    "FeedbackRequest": "Wat iemand van een antwoord of van een bron vindt.",
    "FeedbackOut": "De reactie is bewaard, onder dit kenmerk.",
    "Verdict": "`helped`: het antwoord hielp; `not_helped`: het hielp niet; `wrong_source`: in de "
    "bron staat een fout.",
}
_CORPUS: Mapping[str, str] = {
    "PassageOut": "Een stuk tekst dat te vinden is en, als het `quotable` is, te citeren.",
    "PassageOut.valid_from": "Vanaf welke dag de tekst gold, voor zover bekend.",
    "PassageOut.valid_until": "De eerste dag waarop hij niet meer gold, voor zover bekend.",
    "PassageOut.path": "De koppen boven `heading`, de buitenste eerst.",
    "SpanOut": "Een zin van een passage: `text[start:end]`, geteld in tekens van Unicode.",
    "Role": "Wat een zin voor de lezer doet.",
    "ScoresOut": "De punten van elke zoekstap; null: die stap zag de passage niet.",
    "HitOut": "Een gevonden passage, met zijn punten.",
    "SearchOut": "De gevonden passages, de beste eerst.",
    "SourceOut": "Een bron uit het register.",
    "SourceOut.where": "Waar de bron staat als hij geen webadres heeft.",
    "SourceDetailOut": "Een bron, en de passages die erop rusten.",
    "SourcesOut": "Het bronnenregister, in zijn eigen volgorde.",
    "Kind": "De soort bron.",
    "Authority": "Het gezag van een bron.",
    "Read": "Hoeveel van de bron is gelezen; `secondary`: alleen wat anderen ervan zeggen.",
    "Basis": "`original`: de woorden van de bron zelf; `digest`: onze eigen samenvatting.",
    "Certainty": "Of een officiële bron het zegt.",
    "Label": "Wie er antwoord uit krijgt: iedereen, of alleen medewerkers.",
    "HealthOut": "De server draait.",
    "ReadyOut": "Vragen kunnen worden beantwoord.",
    "ReadyOut.warning": "Waarom een nieuwere index niet open kon; null als er niets is.",
    "SourceForm": "Een document of een webadres, en wat de beheerder ervan zegt.",
    "AcceptedOut": "Het verzoek is aangenomen; `status_url` zegt hoe ver het is.",
    "SourceStatusOut": "Hoe het met een bron staat.",
    "State": "`waiting`: nog niet aan de beurt; `reading`: wordt gelezen; `indexing`: opgenomen, "
    "maar nog niet in antwoorden; `ready`: in antwoorden; `failed`: mislukt, zie `reason` en "
    "`advice`; `merged`: een versie van `merged_into`; `removing`: uit de bibliotheek, misschien "
    "nog in antwoorden; `removed`: weg.",
}
_ERRORS_AND_CHAT: Mapping[str, str] = {
    "Problem": "Problem details (RFC 9457).",
    "Problem.type": "Wat er mis is, voor programma's; er kunnen soorten bij komen.",
    "Problem.title": "Wat er mis is, voor mensen.",
    "Problem.status": "De HTTP-status.",
    "Problem.detail": "Wat eraan te doen is.",
    "Problem.errors": "Elke fout in de aanvraag apart, hoogstens twintig.",
    "ProblemType": "De soorten fouten die er nu zijn.",
    "Fault": "Een fout in de aanvraag: in welk veld, en wat er mis mee is.",
    "ChatRequest": "Een aanvraag volgens het protocol van OpenAI.",
    "ChatMessage": "Een bericht van het gesprek.",
    "ContentPart": "Een deel van een bericht.",
    "StreamOptions": "Wat er aan het einde van een stroom moet staan.",
    "ChatCompletion": "Een heel antwoord.",
    "ChatCompletionChunk": "Een stukje van de stroom; het laatste heeft het hele antwoord.",
    "ChatChoice": "Het ene antwoord.",
    "ChunkChoice": "Het ene antwoord, in een stukje van de stroom.",
    "ChatAnswer": "Het bericht: de zinnen, met de bronnen en de instanties eronder.",
    "ChatDelta": "Wat een stukje van de stroom toevoegt.",
    "Annotation": "Een nummer in het bericht.",
    "UrlCitation": "Waar het nummer staat, geteld in tekens van Unicode, en waar het heen leidt.",
    "Usage": "Altijd nullen: er worden geen tokens geteld.",
    "ChatModel": "Het ene model.",
    "ChatModels": "De modellen die er zijn.",
    "OpenAIError": "Een fout volgens het protocol van OpenAI.",
    "OpenAIErrorBody": "Wat er mis is.",
}
ABOUT_SHAPES: Mapping[str, str] = {**_ANSWERS, **_CORPUS, **_ERRORS_AND_CHAT}
"""The text for every shape, and for the fields that do not speak for themselves."""
