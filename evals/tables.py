"""A run as tables for the terminal, readable in 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table

from assistant.answers import Status
from evals.abuse import BLOCKED, SEEN
from evals.analysis import PERCENTILES, Analysis
from evals.bins import BINNED
from evals.bootstrap import Mean
from evals.differences import Comparison
from evals.lies import MEASURED
from evals.measures import CALIBRATION_ERROR, MEASURES
from evals.worst import badness

WIDTH = 100
_GROUPS = {"search": "Search", "answer": "Answer", "safety": "Safety", "form": "Form"}
_SHARE = 1  # above this a figure is no share, and decimals say little


def cell(mean: Mean | None) -> str:
    """Return a mean and its interval in at most 15 characters: "0.828 .77-.89", "21.6 20-23"."""
    if mean is None:
        return "-"
    if max(abs(mean.value), abs(mean.high)) > _SHARE:
        return f"{mean.value:.1f} {mean.low:.0f}-{mean.high:.0f}"
    return f"{mean.value:.3f} {_short(mean.low)}-{_short(mean.high)}"


def _short(value: float) -> str:
    return f"{value:.2f}".removeprefix("0") if value < 1 else f"{value:.1f}"


def rows_of(analysis: Analysis) -> Iterable[tuple[str, list[tuple[str, list[Mean | None]]]]]:
    """Yield (group, rows) of the main table; a row is a measure with its mean in every part."""
    parts = analysis.parts.values()
    for group, title in _GROUPS.items():
        names = [name for name, measure in MEASURES.items() if measure.group == group]
        if group == "answer":
            names.append(CALIBRATION_ERROR)
        yield title, [(name, [part.measures.get(name) for part in parts]) for name in names]
    speed = [(f"{name} ms", [part.speed[name] for part in parts]) for name in PERCENTILES]
    yield "Speed", speed


def summary_table(analysis: Analysis) -> Table:
    """Every measure by part; `n` is the number of cases (speed: questions) it applies to."""
    table = _table("Golden questions: mean and 95 % bootstrap interval")
    table.add_column("measure", no_wrap=True)
    table.add_column("n", justify="right")
    for name, part in analysis.parts.items():
        table.add_column(f"{name} ({part.cases})", justify="right", no_wrap=True)
    for title, rows in rows_of(analysis):
        table.add_row(f"[bold]{title}[/bold]")
        for name, means in rows:
            count = str(means[0].count) if means[0] else "0"
            table.add_row(f"  {name}", count, *map(cell, means))
        table.add_section()
    return table


def lies_of(analysis: Analysis) -> list[tuple[str, Mean]]:
    """Return what the verifier made of wrong sentences, and of true ones, by name."""
    told = analysis.parts["all"].measures
    names = (*MEASURED, SEEN, BLOCKED)
    return [(name, mean) for name in names if (mean := told.get(name))]


def lies_table(analysis: Analysis) -> Table:
    """What the verifier made of wrong sentences: the share caught by kind, and false alarms."""
    table = _table("The verifier on wrong sentences made of the answers, and the screen on abuse")
    table.add_column("measure", no_wrap=True)
    table.add_column("n", justify="right")
    table.add_column("share", justify="right", no_wrap=True)
    for name, mean in lies_of(analysis):
        table.add_row(name, str(mean.count), cell(mean))
    return table


def stage_table(analysis: Analysis) -> Table:
    """How well each stage of the search ranks alone, beside the fused ranking, over the same cases.

    A mean without its interval: the report has both.
    """
    table = _table("Search by stage")
    table.add_column("stage", no_wrap=True)
    stages: Mapping[str, Mapping[str, Mean | None]] = analysis.stages
    for name in next(iter(stages.values()), {}):
        table.add_column(name, justify="right")
    for stage, means in stages.items():
        table.add_row(stage, *(f"{m.value:.3f}" if m else "-" for m in means.values()))
    return table


def bin_table(analysis: Analysis) -> Table:
    """The measures in thirds, by likeness of the question to the nearest hint."""
    table = _table("By likeness to the nearest question hint")
    table.add_column("likeness", no_wrap=True)
    table.add_column("n", justify="right")
    for name in BINNED:
        table.add_column(name, justify="right", no_wrap=True)
    for third in analysis.thirds:
        label = f"{third.by} {third.low:.2f}-{third.high:.2f}"
        table.add_row(label, str(third.count), *(cell(third.measures[name]) for name in BINNED))
    return table


def confusion_table(analysis: Analysis) -> Table:
    """Expected status (rows) by given status (columns)."""
    table = _table("Expected status (rows) and given status (columns)")
    table.add_column("")
    for given in Status:
        table.add_column(given, justify="right")
    for expected in Status:
        counts = [analysis.confusion[expected, given] for given in Status]
        if any(counts):
            table.add_row(expected, *(str(count) if count else "·" for count in counts))
    return table


def worst_table(analysis: Analysis, count: int) -> Table:
    """The worst answers of the development part: what was asked, what came, what was missed."""
    table = _table("Worst answers of the development part (in full in the report)")
    for name in ("case", "bad", "status", "missed"):
        table.add_column(name, overflow="fold", justify="right" if name == "bad" else "left")
    for outcome in analysis.worst[:count]:
        expected = "" if outcome.status else f", not {'/'.join(outcome.case.status)}"
        missed = "\n".join(outcome.missed) or "-"
        given = f"{outcome.answer.status}{expected}"
        table.add_row(outcome.case.id, f"{badness(outcome):.1f}", given, _plain(missed))
    return table


def change_table(comparison: Comparison) -> Table:
    """How every measure moved between two runs."""
    table = _table("Measures, over the cases that both runs have")
    table.add_column("measure", no_wrap=True)
    for name in ("n", "before", "after", "difference", "95 % interval"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("verdict")
    colours = {"better": "green", "worse": "red", "changed": "yellow"}
    for c in comparison.changes:
        colour = colours.get(c.verdict, "dim")
        table.add_row(
            c.measure,
            str(c.difference.count),
            f"{c.before:.3f}",
            f"{c.after:.3f}",
            f"{c.difference.value:+.3f}",
            f"{c.difference.low:+.3f} to {c.difference.high:+.3f}",
            f"[{colour}]{c.verdict}[/{colour}]",
        )
    return table


def moved_table(comparison: Comparison) -> Table:
    """Every case of the development part that went differently; the worse ones first."""
    table = _table("Cases of the development part that moved")
    table.add_column("case", overflow="fold")
    table.add_column("status", overflow="fold")
    table.add_column("worse", overflow="fold", style="red")
    table.add_column("better", overflow="fold", style="green")
    dev = [move for move in comparison.moved if move.part == "dev"]
    for move in sorted(dev, key=lambda m: (not m.worse, m.case)):
        before, after = ("/".join(dict.fromkeys(status)) for status in move.status)
        table.add_row(
            move.case,
            before if before == after else f"{before} → {after}",
            *(
                "\n".join(f"{name} {old:.2f}→{new:.2f}" for name, (old, new) in side.items())
                for side in (move.worse, move.better)
            ),
        )
    return table


def _plain(text: str) -> str:
    """Keep a pattern's brackets from being read as markup."""
    return text.replace("[", r"\[")


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
