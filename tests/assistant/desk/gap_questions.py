"""Questions that belong together: each first one is of the golden set, the others restate it.

Written by hand as visitors write: short, long, with a slip of the pen, some in English.
"""

from __future__ import annotations

ALIKE: tuple[tuple[str, ...], ...] = (
    (
        "Op welk nummer kan ik het BTI bellen?",
        "Wat is het telefoonnummer van het Bureau Toetsing Investeringen?",
        "telefoon bti",
        "Kan ik iemand van BTI aan de lijn krijgen, en welk nummer is dat dan?",
    ),
    (
        "Wat kost het om een exportvergunning aan te vragen?",
        "Moet ik leges betalen voor een exportvergunning en hoeveel?",
        "kosten aanvraag exportvergunning",
        "How much does it cost to apply for an export licence?",
    ),
    (
        "Vergoedt mijn bedrijfsverzekering de schade als we bespioneerd zijn?",
        "Dekt de verzekering schade door spionage?",
        "Wij zijn bespioneerd. Betaalt onze verzekeraar dat?",
        "Does our insurance cover losses from espionage?",
    ),
    (
        "Welke subsidie kan ik krijgen voor camera's en hekken rond ons lab?",
        "Is er subsidie voor fysieke beveiliging zoals camera's en hekken?",
        "Kan ik geld van de overheid krijgen voor hekken en camera's bij ons laboratorium?",
        "subsidie camera's hekken bedrijf",
    ),
    (
        "Hoe lang is gemiddeld de wachttijd bij het NBIV voor een bedrijf is goedgekeurd?",
        "Wachttijd NBIV goedkeuring?",
        "Hoeveel weken duurt het voordat het NBIV ons bedrijf goedkeurt?",
    ),
    (
        "Vanaf welk percentage moet je een belang melden onder de Britse National Security and "
        "Investment Act?",
        "Wij kopen een belang in een Engels bedrijf: vanaf hoeveel procent moet dat daar gemeld "
        "worden?",
        "From what shareholding must we notify under the UK National Security and Investment Act?",
    ),
    (
        "Hoe is het afgelopen met Nexperia?",
        "Wat is er uiteindelijk met Nexperia gebeurd?",
        "Hoe liep de zaak rond Nexperia af?",
    ),
    (
        "Wat rekent een advocaat ongeveer om een Vifo-melding voor je te doen?",
        "Wat kost een advocaat voor een melding onder de Wet Vifo?",
        "advocaatkosten vifo melding",
    ),
    (
        "Met hoeveel man zit dat Bureau Toetsing Investeringen eigenlijk?",
        "Hoeveel mensen werken er bij het BTI?",
        "Hoe groot is het team van BTI?",
    ),
    (
        "Hoe heet de directeur van het Bureau Toetsing Investeringen?",
        "Wie staat er aan het hoofd van BTI?",
        "naam directeur BTI",
    ),
    (
        "Hoeveel ondernemers klopten er vorig jaar bij OLEV aan?",
        "Hoeveel vragen kreeg het ondernemersloket economische veiligheid vorig jaar?",
        "How many entrepreneurs contacted the OLEV desk last year?",
    ),
    (
        "Wat verdient een beveiligingsfunctionaris bij een defensiebedrijf gemiddeld?",
        "salaris beveiligingsfunctionaris defensie",
        "Welk loon is normaal voor een beveiligingsfunctionaris in de defensie-industrie?",
    ),
)

UNSEEN: tuple[tuple[str, ...], ...] = (
    (
        "Hoeveel betaalt de AIVD aan iemand die een goede tip geeft?",
        "Krijg ik geld voor een tip aan de AIVD?",
        "tipgeld aivd",
        "Does the AIVD pay for tips?",
    ),
    (
        "What filing fee does CFIUS charge for a notice in the United States?",
        "Wat kost een melding bij CFIUS in Amerika?",
        "kosten cfius melding VS",
    ),
    (
        "Wat is het telefoonnummer van OLEV?",
        "Kan ik OLEV ook bellen?",
        "Op welk nummer bereik ik het ondernemersloket economische veiligheid?",
    ),
    (
        "Hoeveel euro subsidie krijg ik als ik iemand inhuur om onze beveiliging door te lichten?",
        "Is er subsidie voor een beveiligingsscan door een adviseur?",
        "subsidie security scan bedrijf",
    ),
    (
        "Hoeveel bedrijven in Nederland werden er in 2029 bespioneerd?",
        "Hoe vaak kwam bedrijfsspionage voor in 2029?",
        "How many Dutch companies were spied on in 2029?",
    ),
    (
        "Welk percentage van de Vifo-meldingen is in 2027 verboden?",
        "Hoeveel overnames zijn er in 2027 verboden onder de Wet Vifo?",
        "Hoe vaak zei BTI nee in 2027?",
    ),
)
"""As above; the threshold was chosen without looking at these."""
