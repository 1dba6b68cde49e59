"""The account in words: one section after another, from what was gathered and the fixed texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indexer.bundled_model import NAME
from ui import accountability_forms as forms
from ui import accountability_texts as texts
from ui.accountability import Account
from ui.accountability_data import data_rows, data_section
from ui.accountability_measured import limits_section, scores_section
from ui.accountability_parts import Bullets, Facts, Links, Paragraph, Part, Section, Table
from ui.accountability_words import in_words

PER_SERVER = "verschilt per server; zie de pagina /verantwoording"


def sections_of(account: Account) -> tuple[Section, ...]:
    """Return the whole account, in order."""
    return (
        _machine(account),
        Section(id="doel", title="Waarvoor het is", parts=_paragraphs(*texts.PURPOSE)),
        _steps(account),
        _models(account),
        _sources(account),
        scores_section(account.scores),
        limits_section(account),
        data_section(account.setup),
        _register(),
        _dpia(account),
        _access(),
        _licences(account),
    )


def _paragraphs(*said: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in said)


def _machine(account: Account) -> Section:
    drafts = bool(account.setup.chat_model)
    said = (
        *texts.MACHINE,
        texts.WITH_MODEL if drafts else texts.WITHOUT_MODEL,
        *((texts.MARKING,) if drafts else ()),
        *((texts.WITH_DESK,) if account.setup.desk else ()),
        texts.OTHER_PROGRAMS,
    )
    return Section(
        id="machine",
        title="U praat met een machine",
        parts=(*_paragraphs(*said), Links(links=(texts.AI_ACT,))),
    )


def _steps(account: Account) -> Section:
    drafting = _paragraphs(texts.DRAFTING) if account.setup.chat_model else ()
    return Section(
        id="werking",
        title="Zo ontstaat een antwoord",
        parts=(Bullets(texts.STEPS), *drafting, Paragraph(texts.NOT_LEARNING)),
    )


def _models(account: Account) -> Section:
    setup = account.setup
    rows = (
        ("Versie van Loketwijzer", setup.version),
        ("Zoekmodel", setup.embedding_model),
        ("Taalmodel dat ontwerpen schrijft", setup.chat_model or "geen"),
        ("Extra controlemodel (entailment)", setup.entailment_model or "geen"),
        ("Versie van de index", setup.index_version or PER_SERVER),
        ("Index gemaakt op", in_words(_day(setup.built_at)) if setup.built_at else PER_SERVER),
        ("Teksten die alleen medewerkers mogen lezen", "ook" if setup.show_internal else "nee"),
    )
    return Section(
        id="modellen",
        title="Modellen en index",
        parts=(Facts(label="Modellen en index", rows=rows),),
    )


def _day(built_at: str) -> date:
    return date.fromisoformat(built_at[:10])


def _sources(account: Account) -> Section:
    holds = account.holdings
    kinds = ", ".join(f"{holds.kinds[k]} {name}" for k, name in _kinds(account))  # type: ignore[index]
    rows = (
        ("Onderwerpen", str(holds.topics)),
        ("Samenvattingen van ons", str(holds.documents)),
        (
            "Stukken tekst daarin",
            f"{holds.sections.get('nl', 0)} in het Nederlands, "
            f"{holds.sections.get('en', 0)} in het Engels",
        ),
        ("Oudste controle van een samenvatting", _or_none(holds.oldest_check)),
        (
            "Samenvattingen die opnieuw bekeken hadden moeten zijn",
            f"{holds.past_review}, op {in_words(account.day)}",
        ),
        ("Bronnen waarvan de tekst zelf in de index staat", str(holds.originals)),
        ("Bronnen in het register", f"{holds.sources}: {kinds}"),
        (
            "Van een officiële uitgever",
            f"{holds.official}; de andere {holds.sources - holds.official} bevestigen alleen",
        ),
        (
            "Hoe ver wij ze lazen",
            f"{holds.read.get('full', 0)} helemaal, {holds.read.get('part', 0)} voor een deel, "
            f"{holds.read.get('secondary', 0)} als bevestiging",
        ),
    )
    return Section(
        id="bronnen",
        title="Bronnen",
        parts=(
            Facts(label="Bronnen", rows=rows),
            Links(links=(("Alle bronnen van deze server, als gegevens", "/api/v1/sources"),)),
        ),
    )


def _kinds(account: Account) -> Iterator[tuple[str, str]]:
    return ((k, name) for k, name in texts.KINDS.items() if k in account.holdings.kinds)


def _or_none(day: date | None) -> str:
    return in_words(day) if day else "er zijn geen samenvattingen"


def _register() -> Section:
    return Section(
        id="algoritmeregister",
        title="Velden voor het Algoritmeregister",
        parts=(
            Paragraph(forms.REGISTER_INTRO),
            Facts(label="Velden voor het Algoritmeregister", rows=forms.REGISTER),
            Links(links=(forms.REGISTER_LINK,)),
        ),
    )


def _dpia(account: Account) -> Section:
    rows = (*forms.DPIA_BEFORE, *data_rows(account.setup), *forms.DPIA_AFTER)
    return Section(
        id="dpia",
        title="Invoer voor een DPIA",
        parts=(Paragraph(forms.DPIA_INTRO), Facts(label="Invoer voor een DPIA", rows=rows)),
    )


def _access() -> Section:
    return Section(
        id="toegankelijkheid",
        title="Toegankelijkheid",
        parts=(
            *_paragraphs(*forms.ACCESS),
            Paragraph("Zo is het getest:"),
            Bullets(forms.ACCESS_TESTED),
            Paragraph("Wat we weten dat niet goed is:"),
            Bullets(forms.ACCESS_KNOWN),
        ),
    )


def _licences(account: Account) -> Section:
    model = account.setup.embedding_model
    own = (
        forms.OWN_LICENCES[0],
        forms.BUNDLED_MODEL if model == NAME else (model, "", forms.OTHER_MODEL),
        *forms.OWN_LICENCES[1:],
    )
    rows = (*own, *((p.name, p.version, p.licence) for p in account.packages))
    parts: tuple[Part, ...] = (
        Paragraph(forms.LICENCES),
        Table(label="Licenties", head=("Onderdeel", "Versie", "Licentie"), rows=rows),
    )
    return Section(id="licenties", title="Licenties", parts=parts)
