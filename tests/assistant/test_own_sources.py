"""An operator adds documents; questions are answered in their words, with the real model."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import Answer, Citation, Status
from assistant.assemble import open_assistant
from assistant.language import detect_language
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.embedder import load_embedder
from indexer.library.door import Door
from indexer.library.intake import Outcome, Said, take_in
from indexer.library.shelf import Library
from indexer.settings import PROJECT, IndexSettings
from tests.conftest import quiet
from tests.indexer.reading.two_columns import wrap

DOCUMENTS = PROJECT / "tests" / "documents"
PAGE = DOCUMENTS / "beleidspagina.txt"
REPORT = DOCUMENTS / "twee-kolommen.pdf"
LEFT = (
    "De havenmeester van Oosterhoek telt sinds 2024 alle onbemande sleepboten die de sluis "
    "binnenkomen. In dat jaar waren het er negentien, waarvan vier zonder zichtbare eigenaar. De "
    "havenmeester stuurt een telling naar de waterpolitie en bewaart de beelden zeven weken. Een "
    "sleepboot zonder eigenaar wordt afgemeerd aan de kade bij het oude pompgemaal. "
)
RIGHT = (
    "Over de samenwerkingsovereenkomst met de buurgemeenten wordt nog onderhandeld, en niemand "
    "verwacht daar voor de zomer een uitkomst van. Intussen blijven de bestaande afspraken gelden "
    "over vergaderlocaties, vergoedingen en het vertegenwoordigen van de gemeenschappelijke "
    "belangen bij het waterschap. Ondertussen groeit de belangstelling van verenigingen. "
)


def mangled() -> str:
    """Return the page as somebody's extraction left it: two columns read line by line."""
    columns = (wrap(text * 4, 52, hyphens=True) for text in (LEFT, RIGHT))
    return "\n".join(f"{left} {right}" for left, right in zip(*columns, strict=False))


@pytest.fixture(scope="module")
def settings(
    real_settings: IndexSettings, tmp_path_factory: pytest.TempPathFactory
) -> IndexSettings:
    """Settings of a copy of the real index, to which the documents have been added."""
    data = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(real_settings.index_dir, data / "index")
    settings = real_settings.model_copy(update={"data_dir": data})
    settings.models_dir.symlink_to(real_settings.models_dir.resolve())
    broken = data / "verminkt.txt"
    broken.write_text(mangled(), encoding="utf-8")
    library, door = Library(settings.library_dir), Door(settings, detect_language)
    said = {
        PAGE: Said(publisher="Havenbestuur Noorderkade", kind="webpagina"),
        REPORT: Said(publisher="Loket van de proef", kind="rapport"),
        broken: Said(title="Jaarbericht Oosterhoek", publisher="Gemeente Oosterhoek"),
    }
    for path, facts in said.items():
        assert take_in(library, door.file(path, said=facts)).outcome is Outcome.NEW
    report = build_index(settings, lambda: load_embedder(settings), quiet)
    assert report.changed == report.removed == 0
    return settings


@pytest.fixture(scope="module")
def assistant(settings: IndexSettings) -> Iterator[Assistant]:
    assistant = open_assistant(settings, AssistantSettings(_env_file=None))
    with assistant.index:
        yield assistant


def from_originals(answer: Answer) -> list[Citation]:
    """Return the citations of originals, each checked to be exact."""
    found = [c for c in answer.citations if c.passage.basis == "original"]
    for citation in found:
        assert citation.passage.text[citation.span.start : citation.span.end] == citation.quote
        sentence = next(s for s in answer.sentences if citation.number in s.citations)
        assert sentence.text == citation.quote
        assert sentence.support == 1.0
    return found


def test_the_goals_are_answered_in_the_words_of_the_page(assistant: Assistant) -> None:
    answer = assistant.invoke("Op welke drie hoofddoelen richt het havenkennisbeleid zich?")
    assert answer.status is Status.ANSWERED
    quotes = [citation.quote for citation in from_originals(answer)]
    assert (
        "De drie hoofddoelen van het havenkennisbeleid zijn:\n"
        "1. het binnenhouden van tekeningen en meetgegevens van opslagtanks;\n"
        "2. het doordraaien van de laadarmen en pompen bij een storing;\n"
        "3. het spreiden van leveranciers van meetapparatuur."
    ) in quotes


def test_the_amount_is_answered_in_the_words_of_the_page(assistant: Assistant) -> None:
    answer = assistant.invoke("Hoeveel geld gaat er om in het havenkennisbeleid?")
    assert answer.status is Status.ANSWERED
    cited = from_originals(answer)
    assert (
        "Voor het havenkennisbeleid staat in de begroting van 2027 een bedrag van 3,7 miljoen euro."
    ) in [citation.quote for citation in cited]
    source = cited[0].source
    assert (source.publisher, source.title) == (
        "Havenbestuur Noorderkade",
        "De haven van Noorderkade beschermt zijn kennis",
    )
    assert cited[0].passage.heading == "Om welk bedrag gaat het?"
    # A paragraph is said whole, its exception with it.
    assert "De kosten van de havenschool vallen er niet onder." in [c.quote for c in cited]


def test_an_exception_is_said_with_its_rule(assistant: Assistant) -> None:
    answer = assistant.invoke(
        "Hoeveel werkdagen vooraf meld ik in Noorderkade een bezoek bij de havenmeester?"
    )
    quotes = " ".join(citation.quote for citation in from_originals(answer))
    assert "drie werkdagen vooraf" in quotes
    assert "tenzij het bezoek alleen op het terrein van de havenschool komt" in quotes


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel onbemande sleepboten telde de havenmeester van Oosterhoek?",
        "Waar wordt een sleepboot zonder eigenaar in Oosterhoek afgemeerd?",
        "Hoe lang bewaart de havenmeester van Oosterhoek de beelden van sleepboten?",
    ],
)
def test_what_was_mangled_is_found_and_never_quoted(assistant: Assistant, question: str) -> None:
    answer = assistant.invoke(question)
    assert all(c.source.title != "Jaarbericht Oosterhoek" for c in answer.citations)
    assert answer.status is Status.NO_ANSWER
    assert "“Jaarbericht Oosterhoek” (Gemeente Oosterhoek)" in answer.reply


@pytest.mark.parametrize(
    ("question", "sentence", "page"),
    [
        (
            "Hoe lang moeten import- en exportgegevens bewaard blijven?",
            "Import- en exportgegevens moeten zeven jaar bewaard blijven, zodat ook later is na te "
            "gaan wat er is geleverd en aan wie.",
            2,
        ),
        (
            "Wat doe ik met een afgedankte harde schijf met ontwerpen?",
            "Een afgedankte meetopstelling of een harde schijf met ontwerpen kan bij een opkoper "
            "belanden die u niet kent.",
            3,
        ),
        (
            "Waarop let ik bij software en het beheer op afstand door een leverancier?",
            "Let bij software op wie de updates levert en vanuit welk land het beheer op afstand "
            "plaatsvindt.",
            3,
        ),
    ],
)
def test_a_pdf_in_two_columns_is_cited_to_the_page(
    assistant: Assistant, question: str, sentence: str, page: int
) -> None:
    found = {c.quote: c for c in from_originals(assistant.invoke(question))}
    assert sentence in found
    assert found[sentence].span.page == page


def test_every_sentence_of_the_pdf_is_whole(assistant: Assistant) -> None:
    """No sentence ends in a hyphen, begins in the middle or holds a running head or page number."""
    passages = [
        p for p in assistant.index.passages if p.file and p.text and p.file.endswith(".pdf")
    ]
    assert len(passages) > 10
    for passage in passages:
        for span in passage.spans:
            quote = passage.quote(span)
            assert not quote.endswith("-")
            assert "\u00ad" not in quote
            assert "bladzijde" not in quote.lower()
            if "|" not in quote and not quote[0].isdigit() and quote[0] != "•":
                assert quote[0].isupper(), quote
                assert quote[-1] in ".?!:", quote


def test_what_the_corpus_answers_it_still_answers(assistant: Assistant) -> None:
    answer = assistant.invoke("Een investeerder wil 15 procent van mijn start-up. Moet ik melden?")
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].passage.basis == "digest"
    assert assistant.invoke("Hoe maak ik erwtensoep?").status is Status.OUT_OF_SCOPE


def test_a_source_that_is_removed_is_gone(
    settings: IndexSettings, tmp_path: Path, assistant: Assistant
) -> None:
    assert any(p.title == "Jaarbericht Oosterhoek" for p in assistant.index.passages)
    data = Path(shutil.copytree(settings.data_dir, tmp_path / "data", symlinks=True))
    fewer = settings.model_copy(update={"data_dir": data})
    Library(fewer.library_dir).remove("jaarbericht-oosterhoek")
    report = build_index(fewer, lambda: load_embedder(fewer), quiet)
    assert report.removed > 0
    assert (report.added, report.changed) == (0, 0)
