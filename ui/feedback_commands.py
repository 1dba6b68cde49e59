"""`loket feedback`: read what visitors said of answers and sources, and delete it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ui.feedback_store import Feedback, FeedbackStore

feedback_app = typer.Typer(
    help="Reacties van bezoekers: lezen en verwijderen.", no_args_is_help=True
)

_VERDICTS = {
    "helped": "hielp",
    "not_helped": "hielp niet",
    "wrong_source": "fout in een bron",
}


@feedback_app.command("list")
def read(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATUM", help="Alleen vanaf deze dag: 2026-11-22."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON.")] = False,
) -> None:
    """Toon de reacties die er nog zijn, de oudste eerst."""
    found = _store().read(_moment(since, "--since") if since is not None else None)
    if as_json:
        rows = [_plain(one) for one in found]
        # As bytes: JSON is UTF-8, whatever the terminal's own encoding.
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())
        return
    for one in found:
        _show(one)
    typer.echo(f"{_count(len(found))}.")


@feedback_app.command("purge")
def purge(
    before: Annotated[
        str | None,
        typer.Option("--before", metavar="DATUM", help="Alles van voor deze dag: 2026-11-22."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Alle reacties.")] = False,
) -> None:
    """Verwijder reacties die te oud zijn (LOKET_FEEDBACK_DAYS), of meer met een optie."""
    store = _store()
    if everything:
        gone = store.purge(datetime.max.replace(tzinfo=UTC))
    elif before is not None:
        gone = store.purge(_moment(before, "--before"))
    else:
        gone = store.expire()
    typer.echo(f"{_count(gone)} verwijderd.")


def _store() -> FeedbackStore:
    from indexer.settings import IndexSettings
    from ui.feedback_store import FOLDER, FeedbackStore
    from ui.settings import UiSettings, read_settings

    days = read_settings(UiSettings).feedback_days
    return FeedbackStore(read_settings(IndexSettings).data_dir / FOLDER, days)


def _moment(text: str, option: str) -> datetime:
    """Return when a day begins where the operator is."""
    from ui.source_options import day

    return datetime.combine(day(text, option), time.min).astimezone(UTC)


def _plain(one: Feedback) -> dict[str, Any]:
    return {**asdict(one), "at": one.at.isoformat()}


def _show(one: Feedback) -> None:
    typer.echo(f"{one.at.astimezone():%Y-%m-%d %H:%M}  {_VERDICTS[one.verdict]}")
    if one.question:
        typer.echo(f"  vraag: {one.question}")
    if one.remark:
        typer.echo("  opmerking: " + one.remark.replace("\n", "\n    "))
    if one.passage_id:
        typer.echo(f"  passage: {one.passage_id} (bronnen: {', '.join(one.source_ids) or 'geen'})")
    typer.echo(f"  antwoord: {one.answer_id} ({one.status or 'onbekend'}, {one.language})\n")


def _count(number: int) -> str:
    return "1 reactie" if number == 1 else f"{number} reacties"
