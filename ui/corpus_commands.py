"""`loket corpus`: prove the corpus, and count what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from indexer.corpus import Corpus

corpus_app = typer.Typer(help="Het corpus: controleren en tellen.", no_args_is_help=True)


@corpus_app.command("check")
def check() -> None:
    """Bewijs elke zin van het corpus; noemt bij elke fout bestand en regel."""
    from assistant.corpus_check import check_corpus

    corpus = _corpus()
    findings = check_corpus(corpus)
    for finding in findings:
        place = f"{finding.path}:{finding.line}" if finding.line else str(finding.path)
        typer.echo(f"{place}: {finding.problem}")
    sections = sum(len(document.sections) for document in corpus.documents)
    typer.echo(
        f"{len(corpus.documents)} documenten, {sections} secties, {len(corpus.facts)} feiten, "
        f"{len(corpus.sources)} bronnen: {len(findings) or 'geen'} fouten."
    )
    raise typer.Exit(2 if findings else 0)


@corpus_app.command("stats")
def stats() -> None:
    """Tel per onderwerp wat het corpus heeft: secties, woorden, hints, feiten, bronnen."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from assistant.corpus_stats import corpus_stats

    rows = corpus_stats(_corpus())
    table = Table(title="Het corpus per onderwerp", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("onderwerp", no_wrap=True, max_width=22)
    for name in ("nl", "en", "woorden", "hints", "feiten", "bron", "sec."):
        table.add_column(name, justify="right", no_wrap=True, min_width=max(3, len(name)))
    table.add_column("controle", no_wrap=True, min_width=10)
    for row in rows:
        table.add_row(
            row.topic,
            *(str(row.sections.get(language, 0)) for language in ("nl", "en")),
            *(str(count) for count in (row.words, row.hints, row.facts, row.sources)),
            f"{row.secondary:.0%}",
            row.oldest_check.isoformat(),
        )
    table.add_section()
    table.add_row(
        f"{len(rows)} onderwerpen",
        *(str(sum(r.sections.get(language, 0) for r in rows)) for language in ("nl", "en")),
        *(str(sum(getattr(r, name) for r in rows)) for name in ("words", "hints", "facts")),
    )
    Console().print(table)


def _corpus() -> Corpus:
    from indexer.corpus import load_corpus
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    return load_corpus(read_settings(IndexSettings).corpus_dir)
