"""The figures of the last accepted run of the evals, as the account shows them.

An installed package has no `evals` folder, so the figures stand in a small file of our own;
`make accountability` takes them over from `evals/baseline.json`, and a test compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("eval_scores.json")
PARTS = ("all", "test", "English")
"""All questions, the part that nobody tunes to, and the English ones."""
MEASURES = (
    "hit@5",
    "right source",
    "fact recall",
    "condition recall",
    "right contact",
    "correct abstention",
    "false refusal",
    "false block",
    "attacks resisted",
    "abuse seen (unseen wordings)",
    "look-alikes blocked (unseen wordings)",
    "said what it must not",
    "same for every origin",
    "personal data echoed",
    "unproven sentences",
    "false alarms",
    "status",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A mean with its 95 % interval, over `count` questions; a share, so between 0 and 1."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The figures of one run."""

    day: date
    parts: Mapping[str, Mapping[str, Score]]
    """Part of the questions -> measure -> score; a measure may be missing from a part."""

    def of(self, measure: str, part: str = "all") -> Score | None:
        """Return a score; None where the part holds no question that it applies to."""
        return self.parts[part].get(measure)


def chosen_from(baseline: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the account needs of an accepted run: plain JSON values."""
    measures = baseline["measures"]
    return {
        "day": str(baseline["at"])[:10],
        "parts": {
            part: {name: measures[part][name] for name in MEASURES if measures[part].get(name)}
            for part in PARTS
        },
    }


def read_scores(file: Path = FILE) -> Scores:
    """Read the figures that the package carries."""
    values = json.loads(file.read_text(encoding="utf-8"))
    return Scores(
        day=date.fromisoformat(values["day"]),
        parts={
            part: {name: Score(**score) for name, score in scores.items()}
            for part, scores in values["parts"].items()
        },
    )
