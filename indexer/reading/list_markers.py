"""What a program prints before the items of a list: "3.", "c.", "iii."."""

from __future__ import annotations

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def ordered_marker(number: int, style: str) -> str:
    """Return the marker of an item in an ordered list, as HTML's `type` has it: 1, a, A, i or I."""
    return f"{counted(number, style)}."


def counted(number: int, style: str) -> str:
    """Write a number in a style: "1" figures, "a" or "A" letters, "i" or "I" Roman figures.

    Letters go on after z with aa, bb (as Word does). What a style cannot write gets figures.
    """
    if number < 1 or number > 3999 or style not in {"a", "A", "i", "I"}:
        return str(number)
    if style in "aA":
        rounds, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) * (rounds + 1)
    else:
        text = _roman(number)
    return text.upper() if style.isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
