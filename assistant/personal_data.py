"""Personal data in a question: e-mail addresses, phone, bank and citizen service numbers."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?(?:\(?\d[\d\s()-]{7,}\d)(?![\w/])")
_NINE = re.compile(r"(?<!\d)\d{9}(?!\d)")


def _is_citizen_number(digits: str) -> bool:
    """The eleven test of the burgerservicenummer: 9a+8b+...+2h-i is a multiple of eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def mask_personal_data(text: str) -> str:
    """Return the text with personal data replaced by words like [e-mailadres]."""
    text = _EMAIL.sub("[e-mailadres]", text)
    text = _IBAN.sub("[rekeningnummer]", text)
    text = _NINE.sub(
        lambda found: "[burgerservicenummer]" if _is_citizen_number(found[0]) else found[0], text
    )
    return _PHONE.sub(
        lambda found: (
            "[telefoonnummer]" if 9 <= sum(c.isdigit() for c in found[0]) <= 13 else found[0]
        ),
        text,
    )
