"""`loket corpus`: prove the corpus, read what rules cannot prove, and count what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.corpus_doubts import Doubt
    from indexer.corpus import Corpus

corpus_app = typer.Typer(help="Het corpus: controleren, lezen en tellen.", no_args_is_help=True)


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


@corpus_app.command("read")
def read(
    place: Annotated[
        str, typer.Argument(help="Alleen dit document of deze sectie (`<document>.<sectie>`).")
    ] = "",
    holds: Annotated[
        bool, typer.Option("--holds", help="U hebt ze gelezen en elke zin klopt: leg dat vast.")
    ] = False,
) -> None:
    """Toon elke zin die regels niet kunnen bewijzen, naast de feiten waarop zij rust."""
    from assistant.corpus_doubts import doubts, read_marks, write_marks
    from assistant.corpus_evidence import Evidence

    if holds and not place:
        typer.echo("Noem het document of de sectie die u hebt gelezen.", err=True)
        raise typer.Exit(2)
    corpus = _corpus()
    marked = read_marks(corpus.folder)
    found = tuple(doubts(corpus, Evidence(corpus)))
    unread = [d for d in found if d.mark not in marked and place in ("", d.document.id, d.place)]
    for doubt in unread:
        _show(doubt)
    if holds:
        write_marks(corpus.folder, tuple(d for d in found if d.mark in marked or d in unread))
    typer.echo(f"{len(unread)} zinnen {'vastgelegd' if holds else 'te lezen'}.")


def _show(doubt: Doubt) -> None:
    typer.echo(f"{doubt.document.path}:{doubt.sentence.line} {doubt.place}")
    typer.echo(f"  {doubt.sentence.text}\n  ? {', '.join(doubt.reasons)}")
    for fact in doubt.facts:
        typer.echo(f"  - {fact.text} [{']['.join(fact.source_ids)}]")
    typer.echo()


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
