"""What a run leaves behind: one JSON file, with every measure and the figures of every case.

The accepted baseline has the same form. No question, answer or pattern stands in it, so a file
tells nothing about the test part that could be tuned to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from evals.analysis import Analysis
from evals.bins import Third
from evals.bootstrap import Mean
from evals.cases import Part as PartName
from evals.measures import by_case, values_of
from evals.scores import Outcome
from indexer.errors import AppError

FORMAT = 2
_DIGITS = 4


class UnreadableResults(AppError):
    """A file of results is missing, not JSON, or of another format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How one case went: the status each time it was asked, and each measure that applies."""

    part: PartName
    status: tuple[str, ...]
    milliseconds: float
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One run: when, over which index, why it was accepted (a baseline), and its figures."""

    format: int
    at: str
    index_version: str
    why: str | None
    measures: Mapping[str, Mapping[str, Mean | None]]
    """Part -> measure -> mean."""
    speed: Mapping[str, Mapping[str, Mean | None]]
    stages: Mapping[str, Mapping[str, Mean | None]]
    thirds: tuple[Third, ...]
    cases: Mapping[str, Record]


_FORM = TypeAdapter(Results)


def results_of(
    outcomes: Sequence[Outcome], analysis: Analysis, *, at: str, index_version: str
) -> Results:
    """Gather what is kept of a run; `at` is its UTC time."""
    return Results(
        format=FORMAT,
        at=at,
        index_version=index_version,
        why=None,
        measures={name: part.measures for name, part in analysis.parts.items()},
        speed={name: part.speed for name, part in analysis.parts.items()},
        stages=analysis.stages,
        thirds=analysis.thirds,
        cases={name: _record(own) for name, own in by_case(outcomes).items()},
    )


def _record(outcomes: Sequence[Outcome]) -> Record:
    return Record(
        part=outcomes[0].case.part,
        status=tuple(outcome.answer.status.value for outcome in outcomes),
        milliseconds=sum(outcome.milliseconds for outcome in outcomes) / len(outcomes),
        values=values_of(outcomes),
    )


def accepted(results: Results, why: str) -> Results:
    """Return the results as a baseline, with the reason that they are good enough.

    Raises:
        ValueError: no reason is given.
    """
    if not why.strip():
        raise ValueError("a baseline says why it is accepted")
    return replace(results, why=why.strip())


def write_results(results: Results, path: Path) -> None:
    """Write the file, a case a line, so that a change of the baseline reads well in a diff."""
    values = _rounded(_FORM.dump_python(results, mode="json"))
    cases = values.pop("cases")
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(cases[name], ensure_ascii=False)}" for name in cases
    )
    head = json.dumps(values, indent=1, ensure_ascii=False).removesuffix("\n}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head},\n "cases": {{\n{lines}\n }}\n}}\n', encoding="utf-8")


def read_results(path: Path) -> Results:
    """Read a file of results or a baseline.

    Raises:
        UnreadableResults: it is missing, not JSON, or of another format.
    """
    try:
        results = _FORM.validate_json(path.read_bytes())
    except OSError as error:
        raise UnreadableResults(f"{path} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableResults(f"{path} is no file of results: {first['msg']}") from error
    if results.format != FORMAT:
        raise UnreadableResults(f"{path} has format {results.format}, not {FORMAT}")
    return results


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return value
