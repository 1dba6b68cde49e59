from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.personal_data import mask_personal_data


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mail jan.de-vries+x@bedrijf.co.nl even", "Mail [e-mailadres] even"),
        ("Bel 06-12345678.", "Bel [telefoonnummer]."),
        ("Bel +31 6 12 34 56 78 of (070) 123 45 67", "Bel [telefoonnummer] of [telefoonnummer]"),
        ("IBAN NL91ABNA0417164300", "IBAN [rekeningnummer]"),
        ("IBAN NL91 ABNA 0417 1643 00!", "IBAN [rekeningnummer]!"),
        ("mijn bsn is 111222333", "mijn bsn is [burgerservicenummer]"),
    ],
)
def test_personal_data_is_masked(text: str, masked: str) -> None:
    assert mask_personal_data(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Verordening (EU) 2021/821, artikel 9, lid 2",
        "10, 20 en 25 procent van de stemmen",
        "tussen 2021 en 2025",
        "1.500.000 euro omzet en 250 werknemers",
        "op 1 juni 2023 of 2023-06-01",
        "code 5A002.a.1 en 8457 10",
        "bel 112 of 0900-8844",
        "Postbus 20401, 2500 EK Den Haag",
        "ISO 27001 en NEN 7510",
    ],
)
def test_what_a_question_is_about_stays(text: str) -> None:
    assert mask_personal_data(text) == text


@pytest.mark.parametrize(("number", "masked"), [("123456782", True), ("123456789", False)])
def test_only_nine_digits_that_pass_the_test_are_a_citizen_number(
    number: str, masked: bool
) -> None:
    assert ("[burgerservicenummer]" in mask_personal_data(f"nummer {number}")) is masked


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask_personal_data(text)
    assert mask_personal_data(once) == once


@given(st.from_regex(r"\A[a-z][a-z0-9.]{0,8}@[a-z]{2,8}\.(nl|com)\Z"))
def test_no_e_mail_address_survives(address: str) -> None:
    assert address not in mask_personal_data(f"mail {address} nu")
