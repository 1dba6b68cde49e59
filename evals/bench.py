"""`make bench`: speed and memory, beside the plain pipeline in the same run.

Every process is measured from outside, as a user meets it: a server started with `loket serve`, a
question with `loket ask`. Nothing here passes or fails; machines differ, ratios travel.
"""

from __future__ import annotations

import http.client
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from evals.bench_sources import measure_sources
from evals.cases import load_cases
from evals.measures import summarise
from evals.run import run_cases
from indexer.build import build_index
from indexer.embedder import load_embedder
from indexer.offline import stay_offline
from indexer.settings import IndexSettings

QUESTION = "Een investeerder wil 15 procent van mijn start-up. Moet ik dat melden?"
_LOKET = [sys.executable, "-m", "ui"]
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured figure, its unit and what we aim for ("-" for none)."""

    what: str
    value: str
    aim: str = "-"


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
    except OSError:
        return 0
    finally:
        connection.close()
    return response.status


def _wait(ready: Callable[[], bool]) -> float:
    started = time.perf_counter()
    while not ready():
        if time.perf_counter() - started > _PATIENCE:
            raise TimeoutError("the server did not come up")
        time.sleep(0.02)
    return time.perf_counter() - started


@contextmanager
def _server(data_dir: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*_LOKET, "serve", "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603  # our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=data_dir.parent
    )
    try:
        yield port, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def _memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def _ask_seconds(rounds: int = 5) -> float:
    times: list[float] = []
    for _ in range(rounds):
        before = time.perf_counter()
        subprocess.run([*_LOKET, "ask", QUESTION], check=True, capture_output=True)  # noqa: S603
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def _post(port: int, question: str) -> float:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    before = time.perf_counter()
    connection.request(
        "POST",
        "/api/v1/search",
        json.dumps({"question": question}),
        {"Content-Type": "application/json"},
    )
    connection.getresponse().read()
    connection.close()
    return (time.perf_counter() - before) * 1000


def _warm_answers() -> tuple[list[Row], dict[str, float]]:
    settings = IndexSettings()
    cases = [case for case in load_cases() if case.answerable and case.facts]
    before = time.perf_counter()
    assistant = open_assistant(settings, AssistantSettings())
    load = time.perf_counter() - before
    with assistant.index:
        outcomes = run_cases(assistant, cases, lambda _: None)
    times = sorted(outcome.milliseconds for outcome in outcomes)
    hit = summarise(outcomes)["hit@5"]
    p50, p95 = statistics.median(times), times[int(0.95 * len(times))]
    rows = [
        Row(what="warm answer, p50", value=f"{p50:.1f} ms", aim="<= 20 ms"),
        Row(what="warm answer, p95", value=f"{p95:.1f} ms", aim="<= 60 ms"),
    ]
    return rows, {"load_s": load, "p50_ms": p50, "p95_ms": p95, "hit_at_5": hit.value if hit else 0}


def _server_rows(settings: IndexSettings) -> list[Row]:
    cold = _ask_seconds(3)
    with _server(settings.data_dir) as (port, process):
        rest = _wait(lambda: _status(port, "/api/v1/ready") == 200)
        page = rest + _wait(lambda: _status(port, "/") == 200)
        warm = _ask_seconds()
        for question in (QUESTION, "Hoe werkt bedrijfsspionage?"):
            _post(port, question)
        memory = _memory_mb(process.pid)
    return [
        Row(what="REST answers after start", value=f"{rest:.1f} s", aim="<= 4 s"),
        Row(what="page answers after start", value=f"{page:.1f} s", aim="<= 8 s"),
        Row(what="server memory (resident)", value=f"{memory:.0f} MB", aim="<= 650 MB"),
        Row(what="`loket ask`, server running", value=f"{warm:.2f} s", aim="<= 0.5 s"),
        Row(what="`loket ask`, no server", value=f"{cold:.2f} s", aim="<= 3 s"),
    ]


def _build_rows(settings: IndexSettings) -> tuple[list[Row], float]:
    before = time.perf_counter()
    subprocess.run([*_LOKET, "index"], check=True, capture_output=True)  # noqa: S603
    unchanged = time.perf_counter() - before
    with tempfile.TemporaryDirectory() as folder:
        fresh = settings.model_copy(update={"data_dir": Path(folder)})
        embedder = load_embedder(settings)
        before = time.perf_counter()
        report = build_index(fresh, lambda: embedder, lambda *_: None)
        full = time.perf_counter() - before
    return [
        Row(what="`loket index`, nothing changed", value=f"{unchanged:.2f} s", aim="<= 2 s"),
        Row(what=f"full index, {report.added} passages and their hints", value=f"{full:.1f} s"),
    ], full


def _source_rows() -> list[Row]:
    found = measure_sources()
    more = found.command_seconds - found.start_seconds
    return [
        Row(what="reading a PDF of 300 pages", value=f"{found.pages_per_second:.1f} pages/s"),
        Row(what="memory of the process that reads it", value=f"{found.pdf_megabytes:.0f} MB"),
        Row(
            what=f"add a page to {found.passages} passages",
            value=f"{found.add_seconds:.2f} s",
            aim="<= 1.5 s",
        ),
        Row(
            what="the same as `loket add`, beyond its start", value=f"{more:.2f} s", aim="<= 1.5 s"
        ),
        Row(
            what="memory that 20 documents more hold, of 250 passages each",
            value=f"{found.growth_megabytes:.0f} MB",
            aim="0 MB",
        ),
    ]


def _plain() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "evals.plain_pipeline"], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def main() -> None:
    """Measure and print two tables."""
    stay_offline()
    console = Console()
    settings = IndexSettings()
    with console.status("Measuring (about five minutes)"):
        warm, ours = _warm_answers()
        build, full = _build_rows(settings)
        rows = [*warm, *_server_rows(settings), *build, *_source_rows()]
        plain = _plain()
    table = Table(title="Speed and memory")
    for column in ("what", "measured", "aim"):
        table.add_column(column)
    for row in rows:
        table.add_row(row.what, row.value, row.aim)
    console.print(table)
    compared = Table(title="Beside the plain LangChain pipeline (same corpus, same model)")
    for column in ("what", "ours", "plain", "plain / ours"):
        compared.add_column(column, justify="right")
    for what, own, other in (
        ("load model and index, s", ours["load_s"], plain["load_s"]),
        ("index the corpus, s (ours with hints)", full, plain["index_s"]),
        ("p50, ms (ours: whole answer)", ours["p50_ms"], plain["p50_ms"]),
        ("p95, ms (ours: whole answer)", ours["p95_ms"], plain["p95_ms"]),
        ("hit@5, golden questions", ours["hit_at_5"], plain["hit_at_5"]),
    ):
        compared.add_row(what, f"{own:.3g}", f"{other:.3g}", f"{other / own:.2f}")
    console.print(compared)


if __name__ == "__main__":
    main()
