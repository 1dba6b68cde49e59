"""A dossier and a letter as pages from a file: accessible, also on a phone, without a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from assistant.desk.case_file import case_bundle
from assistant.desk.letter import letter_of
from assistant.desk.letter_text import to_html
from assistant.desk.packing import take_out
from tests.assistant.desk.letter_parts import ENTRIES, SOURCES, make_case
from tests.ui.browser.axe import faults_of
from tests.ui.browser.programs import DESKTOP, PHONE, browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("kind", ["case", "letter"])
def test_axe_finds_nothing(playwright: Playwright, tmp_path: Path, kind: str, size: object) -> None:
    case = make_case(name="Iemand")
    bundle = case_bundle(case, ENTRIES, SOURCES)
    file = tmp_path / "bladzijde.html"
    file.write_bytes(
        take_out(bundle, "case.html", most=1_000_000)
        if kind == "case"
        else to_html(letter_of(case, SOURCES)).encode()
    )
    with browser(playwright, size) as context:  # type: ignore[arg-type]
        complaints: list[str] = []
        context.on("console", lambda message: complaints.append(message.text))
        page = context.new_page()
        page.goto(file.as_uri())
        assert list(faults_of(page, kind)) == []
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, "only its tables scroll sideways"
        assert complaints == []
