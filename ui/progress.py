"""Progress bars for the long steps, on stderr, so that stdout holds only the outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)


@contextmanager
def showing_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for each step that the caller reports: what, how many done, of how many.

    A step of one piece has nothing to count, so its bar moves to and fro until the next begins.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    bars = Progress(*columns, console=Console(stderr=True))
    steps: dict[str, TaskID] = {}

    def hear(what: str, done: int, total: int) -> None:
        if what not in steps:
            bars.start()  # not before there is something to show
            finish()
            steps[what] = bars.add_task(what, total=total if total > 1 else None)
        bars.update(steps[what], completed=done)

    def finish() -> None:
        for task in bars.tasks:
            bars.update(task.id, total=task.total or 1, completed=task.total or 1)

    try:
        yield hear
        finish()
    finally:
        if steps:
            bars.stop()
