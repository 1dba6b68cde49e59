"""Read a document in a process of its own, which may use little and reach nothing.

Documents come from anywhere, and the libraries that open them are large. A document that makes
one of them run for ever, eat all memory or crash should cost us that document and nothing else.

The child is `python -P -m indexer.reading`. `-m` keeps it a module as any other; `-P` keeps the
current folder, in which somebody's files may lie, out of the import path; so the folder that holds
our package is named in PYTHONPATH, the only thing besides the character set that its environment
holds. It limits itself before it opens anything (`__main__.py`).
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from indexer.errors import SourceRefused
from indexer.reading.extract import Extract, from_json
from indexer.reading.limits import MEGABYTE, Limits
from indexer.reading.read import Progress, no_progress

_PACKAGES = Path(__file__).parents[2]
_ADVICE = "Het document is mogelijk beschadigd: sla het opnieuw op of voeg een ander exemplaar toe."
_ERRORS_SHOWN = 200  # characters of a library's own message


def read_confined(
    path: Path,
    *,
    name: str,
    limits: Limits,
    declared: str | None = None,
    progress: Progress = no_progress,
) -> Extract:
    """Read a document as `read_document` does, in a confined process.

    The process may use `limits.memory_bytes` of address space and `limits.seconds` of time (both
    of the clock and of the processor), write no files and open no connections. It ends when this
    function does, whatever ends it.

    Raises:
        SourceRefused: as `read_document`; also when the process is out of memory or time, or dies.
    """
    task = {
        "path": str(path.resolve()),
        "name": name,
        "declared": declared,
        "limits": asdict(limits),
    }
    late = threading.Event()
    with tempfile.TemporaryFile() as errors, _start(task, errors) as child:
        timer = threading.Timer(limits.seconds, _stop, (child, late))
        timer.start()
        try:
            answer = _listen(child.stdout or (), progress)
            child.wait()
        finally:
            timer.cancel()
            child.kill()
        if late.is_set():
            raise _out_of_time(name, limits)
        if answer is None:
            errors.seek(0)
            raise _died(name, limits, child.returncode, errors.read())
    return _extract(answer, name)


def _start(task: dict[str, Any], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 — our own module, arguments as a list, no shell
        [sys.executable, "-P", "-B", "-m", "indexer.reading", json.dumps(task)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        start_new_session=True,  # Ctrl-C reaches the parent only, which then ends the child
    )


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _listen(lines: Iterable[bytes], progress: Progress) -> dict[str, Any] | None:
    """Pass progress on until the child says something else; None when it never does."""
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:  # it died in the middle of a line
            return None
        if "progress" not in said:
            return dict(said)
        done, total = said["progress"]
        progress(int(done), int(total))
    return None


def _extract(answer: dict[str, Any], name: str) -> Extract:
    refused = answer.get("refused")
    if refused:
        raise SourceRefused(name, str(refused["reason"]), str(refused["advice"]))
    try:
        return from_json(answer["extract"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceRefused(name, "Het lezen gaf geen bruikbare tekst.", _ADVICE) from error


def _out_of_time(name: str, limits: Limits) -> SourceRefused:
    return SourceRefused(
        name,
        f"Het lezen duurde langer dan {limits.seconds} seconden en is gestopt.",
        "Splits het document of voeg een eenvoudiger exemplaar toe.",
    )


def _died(name: str, limits: Limits, code: int, errors: bytes) -> SourceRefused:
    last = errors.decode("utf-8", errors="replace").strip().rsplit("\n", 1)[-1]
    if -code == getattr(signal, "SIGXCPU", None):
        return _out_of_time(name, limits)
    if -code == getattr(signal, "SIGKILL", None) or "MemoryError" in last:
        return SourceRefused(
            name,
            "Het lezen kostte meer geheugen dan mag "
            f"({limits.memory_bytes // MEGABYTE} MB) en is gestopt.",
            "Splits het document of verklein de afbeeldingen.",
        )
    detail = f" ({last[:_ERRORS_SHOWN]})" if last else ""
    return SourceRefused(name, f"Het lezen is mislukt{detail}.", _ADVICE)
