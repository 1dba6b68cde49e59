"""What is wrong with a request, in Dutch: pydantic's findings, field by field.

The value itself is never repeated: it may be long, and it may be somebody's personal data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_WORDS: Mapping[str, str] = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld bestaat niet",
    "json_invalid": "dit is geen geldige JSON",
    "string_type": "dit moet tekst zijn",
    "string_unicode": "deze tekst bevat tekens die niet bestaan",
    "int_type": "dit moet een geheel getal zijn",
    "int_parsing": "dit moet een geheel getal zijn",
    "int_from_float": "dit moet een geheel getal zijn",
    "list_type": "dit moet een lijst zijn",
    "dict_type": "dit moet een object zijn",
    "model_type": "dit moet een object zijn",
    "model_attributes_type": "dit moet een object zijn (stuur JSON met Content-Type "
    "application/json)",
    "literal_error": "kies een van: {expected}",
    "date_type": "dit moet een datum zijn, zoals 2026-11-22",
    "date_from_datetime_parsing": "dit moet een datum zijn, zoals 2026-11-22",
    "float_parsing": "dit moet een getal zijn",
    "greater_than_equal": "dit moet minstens {ge} zijn",
    "string_too_long": "dit mag hoogstens {max_length} tekens lang zijn",
    "too_long": "dit mogen er hoogstens {max_length} zijn",
    "bool_type": "dit moet true of false zijn",
    "less_than_equal": "dit mag hoogstens {le} zijn",
}
_OTHERWISE = "deze waarde kan hier niet"


def faults(errors: Sequence[Any]) -> list[dict[str, str]]:
    """Return where each fault is and what is wrong, for `errors` in problem details."""
    return [{"where": _place(error), "problem": in_dutch(error)} for error in errors]


def in_dutch(error: Mapping[str, Any]) -> str:
    """Return what is wrong with one value."""
    context = {
        name: str(value).replace(" or ", " of ") for name, value in error.get("ctx", {}).items()
    }
    return _WORDS.get(error["type"], _OTHERWISE).format_map(context)


def _place(error: Mapping[str, Any]) -> str:
    """Turn ("body", "history", 0, "role") into `history[0].role`."""
    location = error["loc"]
    if error["type"] == "json_invalid":
        return f"teken {location[-1]}"
    place = ""
    for part in location[1:]:
        place += f"[{part}]" if isinstance(part, int) else f".{part}"
    return place.lstrip(".")[:80] or str(location[0])
