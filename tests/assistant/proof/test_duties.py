from __future__ import annotations

import pytest

from assistant.proof.duties import excused, moved, wrongly_freed
from assistant.proof.wording import duty_changes
from indexer.terms import Terms

TERMS = Terms([], [])


def terms_of(text: str) -> frozenset[str]:
    return frozenset(TERMS.of_text(text, "nl"))


def differs(sentence: str, quote: str) -> bool:
    found = duty_changes(sentence, quote, implied=False)
    return any(not excused(change, sentence, quote) for change in found)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("U kunt mailen naar cert@ncsc.nl.", "Het mailadres is cert@ncsc.nl."),
        ("U kunt dag en nacht terecht bij het NCSC.", "Spoedhulp geeft het NCSC dag en nacht."),
        ("U kunt de AIVD bereiken op 079-320 50 50.", "De AIVD is bereikbaar op 079-320 50 50."),
        ("Small firms can get help there.", "The helpdesk helps small firms."),
        ("Goederen die u civiel kunt gebruiken.", "Goederen die civiel te gebruiken zijn."),
        ("De vergunning kan worden verlengd.", "De vergunning is verlengbaar."),
        ("De vergunning is verlengbaar.", "De vergunning kan worden verlengd."),
        ("U kunt een lek alleen met het formulier melden.", "Een lek meldt u alleen daarmee."),
        ("The only way to report is the form.", "You can report only with the form."),
        ("Lidstaten mogen dat meewegen.", "De verordening laat lidstaten dat meewegen."),
        ("U kunt het beste BTI bellen.", "Twijfelt u, bel dan BTI."),
        ("You should prepare well.", "Prepare well."),
        ("Een koper moet dat vooraf melden.", "Een koper meldt dat vooraf."),
        ("Dat moet elke koper melden.", "Bij een fusie wordt elke wijziging gemeld."),
        ("Een exporteur moet dat melden (artikel 4).", "Hij meldt dat (artikel 4)."),
        ("U hoeft dat niet te melden.", "Dat is niet meldplichtig."),
        ("Dat is niet meldplichtig.", "U hoeft dat niet te melden."),
        ("Digitaal melden kan niet.", "Een digitale route is er niet."),
        (
            "Goederen mogen nooit zonder vergunning weg.",
            "Nooit gaan goederen zonder vergunning weg.",
        ),
        ("Semicon moet een agenda maken.", "Semicon heeft als opdracht een agenda te maken."),
        ("Wie toegang heeft, is interessant.", "Interessant is wie bij de stukken kan."),
        ("Vraag dan advies aan de CDIU.", "Vraag dan raad aan de CDIU."),
    ],
)
def test_the_same_duty_in_other_words(sentence: str, quote: str) -> None:
    assert not differs(sentence, quote)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("U moet mailen naar cert@ncsc.nl.", "Het mailadres is cert@ncsc.nl."),
        ("U kunt subsidie krijgen.", "Het NCSC helpt dag en nacht."),
        ("Goederen die u civiel moet gebruiken.", "Goederen die civiel te gebruiken zijn."),
        ("U kunt dat melden.", "Dat is te melden."),
        ("De vergunning moet worden verlengd.", "De vergunning is verlengbaar."),
        ("De vergunning kan worden ingetrokken.", "De vergunning is verlengbaar."),
        ("U mag een lek alleen met het formulier melden.", "Een lek meldt u alleen daarmee."),
        ("De minister verbiedt de deal.", "De minister kan de deal verbieden."),
        ("U moet BTI bellen.", "Twijfelt u, bel dan BTI."),
        ("U bent verplicht om BTI te bellen.", "Bel BTI."),
        ("De AIVD adviseert een VPN.", "Gebruik een VPN."),
        ("You must prepare well.", "Prepare well."),
        ("U mag tekenen.", "Het rapport laat zien dat u tekent."),
        ("U moet dat melden.", "U meldt dat."),
        ("U moet dat melden (artikel 4).", "U kunt dat melden (artikel 4)."),
        ("Incidenten moeten worden gemeld.", "Elk jaar worden duizend incidenten gemeld."),
        ("Hij moet dat niet vooraf melden.", "Wie iets verboden vindt, meldt dat vooraf."),
        ("BTI moet binnen 8 weken beslissen.", "BTI beslist binnen 8 weken."),
        ("U hoeft dat niet te melden.", "U moet niet vergeten dat te melden."),
        ("Digitaal melden mag niet.", "Een digitale route is er niet."),
        ("Een helpdesk mag niet zonder afspraak.", "Een helpdesk helpt niet zonder afspraak."),
    ],
)
def test_another_duty_is_not_excused(sentence: str, quote: str) -> None:
    assert differs(sentence, quote)


def test_a_clause_may_leave_the_verb_to_another() -> None:
    quote = "De BVEV is voor gevallen waarin de staat een belang kan nemen."
    other = "de staat kan dan een belang nemen"
    assert moved("-may", "De BVEV is voor uiterste gevallen", quote, [other], terms_of)
    assert not moved("-may", "De BVEV is voor uiterste gevallen", quote, [], terms_of)
    assert not moved("-may", "De staat gaat dat belang nemen", quote, [other], terms_of)
    assert not moved("+may", "De BVEV is voor uiterste gevallen", quote, [other], terms_of)


@pytest.mark.parametrize(
    ("sentence", "quote", "wrongly"),
    [
        ("U hoeft alleen het formulier te sturen.", "U meldt alleen met het formulier.", True),
        ("You need not report that.", "You report that.", True),
        ("U hoeft dat niet te melden.", "Dat is niet meldplichtig.", False),
        ("U hoeft dat niet te melden.", "Een school valt buiten de wet.", False),
        ("U meldt dat.", "U meldt dat.", False),
    ],
)
def test_nobody_is_freed_by_a_quote_that_frees_nobody(
    sentence: str, quote: str, wrongly: bool
) -> None:
    assert wrongly_freed(sentence, quote) is wrongly
