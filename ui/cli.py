"""The command line, `loket`: ask, search, sources, serve, mcp, index, model, corpus, own sources.

Heavy imports stand inside the commands, because a question must be answered in half a second when
a server is running. Exit codes: 0 fine, 1 the answer is not "answered" or "partial", 2 something
is wrong, 130 interrupted.
"""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from indexer.errors import AppError
from indexer.offline import stay_offline
from ui.corpus_commands import corpus_app
from ui.desk.desk_commands import desk_app
from ui.desk.replay_command import register as register_replay
from ui.feedback_commands import feedback_app
from ui.mcp_command import mcp
from ui.source_commands import register

if TYPE_CHECKING:
    from ui.client import Json

app = typer.Typer(
    help="Loketwijzer: adviesassistent economische veiligheid. Elke zin bewezen.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(corpus_app, name="corpus")
app.add_typer(feedback_app, name="feedback")
app.add_typer(desk_app, name="desk")
register_replay(app)

Question = Annotated[
    str, typer.Argument(metavar="VRAAG", help="Uw vraag, tussen aanhalingstekens.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON, in de vorm van REST.")]
InLanguage = Annotated[
    Literal["nl", "en"] | None,
    typer.Option("--language", help="De taal van het antwoord; anders die van de vraag."),
]


@app.command()
def ask(
    question: Question,
    as_json: AsJson = False,
    language: InLanguage = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATUM", help="Antwoord met wat op deze dag gold: 2025-06-01."
        ),
    ] = None,
) -> None:
    """Beantwoord een vraag: de draaiende server doet het, of anders dit programma zelf."""
    request: Json = {"question": _readable(question), "language": language}
    if on is not None:
        from ui.source_options import day

        request["on"] = day(on, "--on").isoformat()
    answer = _from_server("/answers", request)
    if answer is None:
        from ui.local import answer_here

        answer = answer_here(request)
    if as_json:
        _print_json(answer)
    else:
        from ui.terminal import console, print_answer

        print_answer(console(), answer)
    raise typer.Exit(0 if answer["status"] in ("answered", "partial") else 1)


@app.command()
def search(
    question: Question,
    as_json: AsJson = False,
    language: InLanguage = None,
    count: Annotated[int, typer.Option(help="Hoeveel passages.", min=1, max=50)] = 5,
) -> None:
    """Zoek passages bij een vraag, zonder antwoord."""
    request = {"question": _readable(question), "language": language, "count": count}
    found = _from_server("/search", request)
    if found is None:
        from ui.local import search_here

        found = search_here(request)
    if as_json:
        _print_json(found)
    else:
        from ui.terminal import console, print_hits

        print_hits(console(), found)
    raise typer.Exit(0 if found["hits"] else 1)


@app.command()
def sources(
    source_id: Annotated[
        str | None, typer.Argument(metavar="[KENMERK]", help="Eén bron, bijvoorbeeld S01.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon het bronnenregister van de index, of één bron met de passages die erop rusten."""
    from ui.local import source_here, sources_here
    from ui.terminal import console, print_source, print_sources

    found = source_here(source_id) if source_id else sources_here()
    if as_json:
        _print_json(found)
    elif source_id:
        print_source(console(), found)
    else:
        print_sources(console(), found["sources"])


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Adres om op te luisteren.")] = None,
    port: Annotated[
        int | None, typer.Option(help="Poort om op te luisteren.", min=0, max=65_535)
    ] = None,
) -> None:
    """Start de server: de chatpagina op /, REST op /api/v1, de beschrijving op /docs."""
    from assistant.desk.settings import DeskSettings
    from assistant.settings import AssistantSettings
    from indexer.settings import IndexSettings
    from ui.server import serve as start
    from ui.settings import UiSettings, read_settings

    said = {"host": host, "port": port}
    settings = read_settings(UiSettings).model_copy(
        update={name: value for name, value in said.items() if value is not None}
    )
    start(
        settings,
        read_settings(IndexSettings),
        read_settings(AssistantSettings),
        read_settings(DeskSettings),
    )


@app.command()
def index(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Begin opnieuw, ook met wat niet is veranderd.")
    ] = False,
) -> None:
    """Werk de index bij met het corpus; wat niet is veranderd, kost niets."""
    from indexer.build import build_index
    from indexer.embedder import load_embedder
    from indexer.settings import IndexSettings
    from ui.progress import showing_progress
    from ui.settings import read_settings

    settings = read_settings(IndexSettings)
    with showing_progress() as progress:
        report = build_index(settings, lambda: load_embedder(settings), progress, rebuild=rebuild)
    print(
        f"Index {report.build_id}: {report.added} passages erbij, {report.changed} gewijzigd, "
        f"{report.removed} weg, {report.kept} gebleven."
    )


@app.command()
def model(
    force: Annotated[
        bool, typer.Option("--force", help="Maak het opnieuw, ook als het er al staat.")
    ] = False,
) -> None:
    """Zet het taalmodel voor het zoeken klaar (eenmalig, ongeveer een minuut)."""
    from indexer.prepare_model import is_prepared, prepare_model
    from indexer.settings import IndexSettings
    from ui.progress import showing_progress
    from ui.settings import read_settings

    settings = read_settings(IndexSettings)
    if is_prepared(settings) and not force:
        print(f"Het model staat al klaar in {settings.models_dir}.")
        return
    with showing_progress() as progress:
        prepare_model(settings, lambda step: progress(step, 0, 1))
    print(f"Het model staat klaar in {settings.models_dir}.")


register(app)
app.command()(mcp)


def _from_server(path: str, request: Json) -> Json | None:
    from indexer.settings import IndexSettings
    from ui.client import ask_server
    from ui.settings import read_settings

    return ask_server(read_settings(IndexSettings).data_dir, path, request)


def _readable(text: str) -> str:
    """Replace bytes of the command line that are no UTF-8, which Python smuggles in as such."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _print_json(value: Json) -> None:
    # As bytes: JSON is UTF-8, whatever the terminal's own encoding.
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode())


def main() -> None:
    """Run the command line; an expected error becomes one line and exit code 2."""
    stay_offline()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 shows a question mark
    try:
        app()
    except AppError as error:
        from ui.problems import one_line

        _fail(one_line(error))
    except OSError as error:
        _fail(f"{error.filename or 'een bestand'}: {error.strerror or error}")
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(message: str) -> NoReturn:
    sys.stderr.write(f"loket: {message}\n")
    sys.exit(2)
