"""The floors: figures that no run may fall below (or rise above), in `evals/floors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.abuse import BLOCKED, SEEN
from evals.bootstrap import Mean
from evals.lies import FALSE_ALARMS, MEASURED
from evals.measures import CALIBRATION_ERROR, MEASURES
from indexer.errors import AppError

FILE = Path(__file__).parent / "floors.toml"
_SLACK = 1e-9  # a sum of ones divided by their number may fall short of 1


class InvalidFloors(AppError):
    """The file of floors is not well formed; whoever changed it must repair it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The lowest that measures may be, and the highest for those where low is better (0..1)."""

    lowest: Mapping[str, float]
    highest: Mapping[str, float]


def load_floors(path: Path = FILE) -> Floors:
    """Read the floors.

    Raises:
        InvalidFloors: it is no TOML, names an unknown measure, puts one in the wrong table, or
            holds something other than a number from 0 to 1.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidFloors(f"{path.name}: {error}") from error
    if unknown := set(tables) - {"lowest", "highest"}:
        raise InvalidFloors(f"{path.name}: unknown table {min(unknown)}")
    sides = {CALIBRATION_ERROR: "low", **{name: m.better for name, m in MEASURES.items()}}
    sides |= {name: "low" if name == FALSE_ALARMS else "high" for name in MEASURED}
    sides |= {SEEN: "high", BLOCKED: "low"}
    for table, better in (("lowest", "high"), ("highest", "low")):
        for name, value in tables.get(table, {}).items():
            if sides.get(name) != better:
                raise InvalidFloors(f"{path.name}: {name!r} is no measure for [{table}]")
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise InvalidFloors(f"{path.name}: {name!r} is no number from 0 to 1")
    return Floors(lowest=tables.get("lowest", {}), highest=tables.get("highest", {}))


def breaches(measures: Mapping[str, Mean | None], floors: Floors) -> tuple[str, ...]:
    """Return a sentence for every measure beyond its floor; one without a value is a breach too.

    Otherwise deleting all cases of a kind would open the gate.
    """
    found: list[str] = []
    for name, line in floors.lowest.items():
        value = measures.get(name)
        if value is None or value.value < line - _SLACK:
            found.append(f"{name} is {_shown(value)}, its floor is {line:.3f}")
    for name, line in floors.highest.items():
        value = measures.get(name)
        if value is None or value.value > line + _SLACK:
            found.append(f"{name} is {_shown(value)}, at most {line:.3f} is allowed")
    return tuple(found)


def _shown(value: Mean | None) -> str:
    return "not measured" if value is None else f"{value.value:.3f}"
