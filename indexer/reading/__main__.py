"""The process that reads one document for `confined.read_confined`, and then ends.

Its only argument is a task in JSON. On standard output it writes lines of JSON: any number of
`{"progress": [done, total]}` and then either `{"extract": …}` or `{"refused": {…}}`.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

from indexer.errors import SourceRefused
from indexer.reading.extract import to_json
from indexer.reading.limits import MEGABYTE, Limits
from indexer.reading.read import read_document

_FILES = 128
_WRITTEN = MEGABYTE  # what our own standard error may grow to; we write no other files
# https://docs.python.org/3/library/audit_events.html
_FORBIDDEN = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.bind",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
)


def limit(limits: Limits) -> None:
    """Let this process use no more than the limits; does nothing where the system cannot."""
    try:
        import resource
    except ImportError:  # Windows: the parent still keeps the time
        return
    wanted = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: _WRITTEN,
        resource.RLIMIT_NOFILE: _FILES,
    }
    for kind, most in wanted.items():
        _, hard = resource.getrlimit(kind)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (least, hard))
        except (OSError, ValueError):  # macOS has no limit on address space
            continue


def shut_off() -> None:
    """Refuse connections and other programs, should a library think of them."""

    def refuse(event: str, _: Any) -> None:
        if event in _FORBIDDEN:
            raise PermissionError(f"{event} is not allowed while reading a document")

    sys.addaudithook(refuse)


def main(task: str) -> None:
    """Do a task and say what came of it."""
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints must not mix with our answer
    logging.disable(logging.CRITICAL)

    def say(**message: object) -> None:
        out.write(json.dumps(message, ensure_ascii=False) + "\n")
        out.flush()

    wanted = json.loads(task)
    limits = Limits(**wanted["limits"])
    limit(limits)
    shut_off()
    try:
        extract = read_document(
            Path(wanted["path"]),
            name=wanted["name"],
            limits=limits,
            declared=wanted["declared"],
            progress=lambda done, total: say(progress=[done, total]),
        )
    except SourceRefused as refused:
        say(refused={"reason": refused.reason, "advice": refused.advice})
    else:
        say(extract=to_json(extract))


if __name__ == "__main__":
    main(sys.argv[1])
