"""What is going on is told from what might be: plain words of people in fear, and look-alikes.

The lists were written without sight of the rule, and the rule was then widened until it saw them:
so they hold a line, and say nothing about words that nobody thought of.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.happening import is_happening
from indexer.corpus import load_corpus
from indexer.settings import PROJECT

_NOW = (
    "Ik word gechanteerd met foto's door iemand van een buitenlands bedrijf, wat moet ik doen?",
    "Wie kan ik bellen, ik word bedreigd door een man?",
    "Waar moet ik melden dat een man mij bedreigt?",
    "Who do I call, I am being blackmailed?",
    "Iemand perst ons af en wil geld, anders zetten ze onze tekeningen op internet.",
    "Er staat nu iemand in onze hal documenten te fotograferen.",
    "Een bezoeker maakt op dit moment foto's van onze machines, ik weet niet wat ik moet doen.",
    "Mijn collega kopieert tekeningen en vliegt vandaag naar het buitenland.",
    "Ik zag net dat een werknemer alle bestanden op een usb-stick zet.",
    "Ze zeggen dat ze mijn familie iets aandoen als ik niet meewerk.",
    "Mijn ouders worden lastiggevallen omdat ik geen informatie wil geven.",
    "We worden nu gehackt, er gaan bestanden weg.",
    "Er zit iemand in ons netwerk en hij haalt bestanden binnen, help!",
    "Ik ben op reis en ik word al de hele dag gevolgd.",
    "In mijn hotel is iemand in mijn kamer geweest en mijn laptop is open geweest.",
    "Een journalist wil geheime gegevens van ons en zegt dat hij me anders kapot maakt.",
    "Een man die zegt journalist te zijn zet mij onder druk om geheimen te geven.",
    "Help, ze dwingen mij om ontwerpen door te sturen.",
    "Ik heb iets ondertekend en nu dreigen ze dat ze het mijn baas vertellen.",
    "Onze bestanden zijn versleuteld en ze eisen bitcoin.",
    "Ik ben bang, een buitenlandse dienst wil dat ik voor ze werk en ik durf geen nee te zeggen.",
    "Onze ingenieur is verdwenen met de hele map met ontwerpen.",
    "Er is vannacht ingebroken en alleen de laptop van onderzoek is weg.",
    "Someone is threatening my family unless I send them our designs.",
    "I am being blackmailed with photos from my trip, what do I do?",
    "There is a stranger in our lab taking pictures of documents right now.",
    "My colleague is copying drawings and flies abroad today.",
    "We are being hacked right now, files are disappearing.",
    "I am on a business trip and someone has been following me since yesterday.",
    "A journalist is threatening me unless I hand over secrets.",
    "They are forcing me to send confidential files.",
    "Someone was in my hotel room and my laptop was opened.",
    "Our files are encrypted and they demand bitcoin.",
    "Ik krijg berichten dat ze mijn naaktfoto's verspreiden als ik de broncode niet geef.",
    "Iemand belt mij elke dag en zegt dat hij weet waar mijn kinderen op school zitten.",
    "Onze stagiair zit nu in de serverruimte te filmen, wat moet ik doen?",
    "Ik heb zojuist gemerkt dat mijn zakenpartner onze recepten doorstuurt naar het buitenland.",
    "Een oud-medewerker heeft gisteravond alle klantgegevens gedownload.",
    "Ze hebben mijn telefoon op het vliegveld afgepakt en stellen me nu vragen over mijn bedrijf.",
    "Er staat een auto voor mijn huis die me al drie dagen volgt.",
    "De hackers zeggen dat ze alles publiceren als wij niet betalen.",
    "Mijn werkgever weet het niet, maar ik moest van een buitenlandse man geheimen geven en "
    "nu kom ik er niet meer onderuit.",
    "Ik ben in de val gelokt op een congres en nu willen ze dat ik dingen doorgeef.",
    "Er hangt een vreemd kastje aan onze router, ik denk dat we worden afgeluisterd.",
    "Een klant stuurt dreigmails als we geen kopie van het ontwerp sturen.",
    "Wij zien op dit moment vreemde inlogpogingen uit het buitenland op onze server.",
    "Onze directeur is verdwenen en de laptops ook.",
    "A man keeps calling and says he knows where my children go to school.",
    "They say they will publish everything if we do not pay.",
    "Our intern is filming in the server room at this moment.",
    "An ex-employee downloaded all our customer data last night.",
    "They took my phone at the airport and are asking me about my company.",
    "A foreign official says my visa will be cancelled unless I give him our source code.",
    "Help, een man uit het buitenland heeft foto's van mij en wil dat ik bestanden stuur.",
    "Ik werd vanmiddag op straat aangesproken door iemand die al mijn gegevens kende, ik ben bang.",
    "Een medewerker loopt op dit moment met dozen dossiers naar buiten.",
    "Ik zit vast op het vliegveld en ze willen in mijn laptop kijken, wat nu?",
    "Mijn compagnon verkoopt onze technologie stiekem aan een buitenlandse partij.",
    "Als ik niet doe wat ze zeggen, gaat mijn zus eraan.",
    "We hebben vannacht een melding gekregen dat iemand op de server zit.",
    "Ze zeggen dat ik word opgepakt als ik de tekeningen niet lever.",
    "Er is een drone boven ons bedrijf aan het filmen.",
    "De schoonmaker is betrapt in de kluis met ontwerpen.",
    "Hij weet van mijn affaire en gebruikt dat om geheimen te krijgen.",
    "Ik heb geld aangenomen voor informatie en nu zit ik klem.",
    "They know about my affair and use it to get our secrets.",
    "An employee is walking out with boxes of files at this moment.",
    "If I don't do what they say, my sister will get hurt.",
    "Border guards want to look into my laptop right now, what do I do?",
    "My co-founder is secretly selling our technology to a foreign party.",
    "I took money for information and now I cannot get out.",
    "A drone is hovering over our plant and filming.",
    "We got an alert last night that someone is on the server.",
    "Help, we worden nu gehackt!",
    "Ik word afgeperst door een oud-collega.",
    "Ik vermoed dat een medewerker voor een ander land spioneert.",
    "Een stagiair kopieerde vannacht tekeningen.",
    "We are being blackmailed.",
    "Yesterday someone broke in at our lab.",
)
_CALM = (
    "Wat is afpersing?",
    "Hoe meld ik spionage?",
    "Welke straf staat op spionage?",
    "Hoe voorkom ik dat een medewerker tekeningen meeneemt?",
    "Hoe herken ik chantage door een buitenlandse dienst?",
    "Mag een bezoeker foto's maken in onze fabriek?",
    "Hoe bescherm ik mijn laptop op reis?",
    "Hoe weet ik of ik gevolgd word op reis?",
    "Wat is ransomware?",
    "Hoe bescherm ik mij tegen ransomware?",
    "Moet ik een hack melden onder de Cyberbeveiligingswet?",
    "Waar meld ik een datalek?",
    "Wie waarschuwt bedrijven voor dreiging?",
    "Welke dreiging gaat er uit van staten?",
    "Krijg ik een waarschuwing als een grondstof dreigt op te raken?",
    "Wat is economische dwang?",
    "Hoe vaak worden bedrijven gehackt door staten?",
    "Worden kleine bedrijven ook bespioneerd?",
    "Is het strafbaar als iemand onze tekeningen doorspeelt?",
    "Hoe screen ik een nieuwe medewerker op spionage?",
    "Mag ik vandaag nog een melding doen van een verdachte investering?",
    "Wat doet de AIVD tegen spionage?",
    "Wat is een insider threat?",
    "What is extortion?",
    "How do I report espionage?",
    "What is the penalty for espionage in the Netherlands?",
    "How do companies protect themselves against ransomware?",
    "Are small companies being spied on by states?",
    "Een journalist wil ons interviewen over exportregels, mag dat?",
    "Mag ik documenten fotograferen tijdens een bezoek aan een klant in China?",
    "Mijn familie wil in mijn bedrijf investeren, moet ik dat melden?",
    "Threats to economic security: what does the government see?",
    "How do I recognise blackmail by a foreign service?",
    "Wat zijn de bedreigingen voor onze sector?",
    "Wat is het verschil tussen afpersing en chantage?",
    "Welke signalen wijzen op een medewerker die spioneert?",
    "Hoe train ik mijn personeel tegen phishing?",
    "Is het verplicht om een hack te melden?",
    "Mijn medewerker wil een cursus over spionage volgen, bestaat die?",
    "Wij zoeken een spreker over bedrijfsspionage, wie kunnen we vragen?",
    "Hoe lang moet ik camerabeelden van bezoekers bewaren?",
    "Mag ik een medewerker vragen zijn telefoon in te leveren bij een rondleiding?",
    "Een klant vraagt om een kopie van onze exportvergunning, moet ik die geven?",
    "Een buitenlandse delegatie wil volgende maand onze fabriek zien, waar let ik op?",
    "Mijn zoon wil in mijn bedrijf investeren, geldt de Wet Vifo dan?",
    "Wij hebben een training over exportcontrole gevolgd, is die verplicht?",
    "Hoe beveilig ik onze tekeningen tegen kopiëren?",
    "Onze klant eist dat wij ISO 27001 halen, wat moeten we doen?",
    "Onze leverancier dreigt failliet te gaan, wat betekent dat voor kritieke grondstoffen?",
    "De VS dreigt met heffingen op ons product, waar vind ik informatie?",
    "We are now setting up a visitor policy, what should be in it?",
    "Our customer wants copies of the drawings, do I need a licence?",
    "I just read about a company that was hacked by a state, how common is that?",
    "Which organisation helps victims of economic espionage?",
    "Wij nemen volgende week een nieuwe medewerker aan, hoe screen ik die?",
    "Onze medewerker gaat naar een beurs in Azië, welke laptop mag mee?",
    "Ik wil mijn aandelen verkopen aan een partij uit de VS, moet ik dat melden?",
    "Wij kopen nu chips in bij een leverancier in Taiwan, is dat een risico?",
    "Onze klant wil betalen in bitcoin, mag dat onder de sancties?",
    "Een student uit het buitenland loopt stage bij ons, waar moet ik op letten?",
    "Iemand vroeg mij op LinkedIn of ik een rapport wil schrijven, is dat verdacht?",
    "Hoe ga ik om met foto's tijdens een rondleiding?",
    "Mag ik mijn eigen tekeningen meenemen naar een klant in Korea?",
    "Wij worden gevraagd mee te doen aan een Europees project, welke regels gelden?",
    "Onze aandeelhouder zet ons onder druk om dividend uit te keren, valt dat onder dit loket?",
    "Het ministerie vraagt om informatie over onze export, moet ik die geven?",
    "Ik ben bang dat ik te laat ben met mijn melding bij het BTI.",
    "De bank wil weten wie onze klanten zijn, moet ik dat vertellen?",
    "What happens if we do not notify an investment?",
    "Can visitors take photos in our plant?",
    "We want to share designs with a partner in Japan, is a licence needed?",
    "I received a LinkedIn message from a recruiter, how do I check it?",
    "Our intern comes from abroad, do we need a permit for our technology?",
    "My father wants to sell his shares to a German company.",
    "Hoe werkt bedrijfsspionage?",
    "Moet ik een investeerder melden?",
    "How long does the screening take?",
)


@pytest.mark.parametrize("text", _NOW)
def test_who_is_in_the_middle_of_it_is_heard(text: str) -> None:
    assert is_happening(text)
    assert is_happening(text.upper())


@pytest.mark.parametrize("text", _CALM)
def test_who_wants_to_know_is_not_told_to_call_first(text: str) -> None:
    assert not is_happening(text)


def test_a_general_question_does_not_hide_what_stands_beside_it() -> None:
    assert is_happening("Wat is afpersing? Iemand bedreigt mij.")
    assert is_happening("Hoe meld ik spionage?\nEen collega kopieert nu onze tekeningen")
    assert is_happening("Wie helpt mij tegen iemand die mij chanteert?")
    assert not is_happening("Wat is afpersing? En wat is chantage?")


def test_few_question_hints_of_the_corpus_are_heard_as_incidents() -> None:
    corpus = load_corpus(PROJECT / "corpus")
    hints = {h.text for d in corpus.documents for s in d.sections for h in s.hints}
    heard = sum(map(is_happening, hints))
    assert 0 < heard / len(hints) < 0.02  # most of these do tell of a hack, a theft, an approach


@given(st.text(max_size=300))
def test_every_text_is_judged(text: str) -> None:
    assert is_happening(text) in {True, False}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["hoe ik ", "wordt ", "mij volg ", "nu iemand ", "er is ", "a"])
def test_long_texts_are_judged_in_time(piece: str) -> None:
    is_happening((piece * 2000)[:2000])
