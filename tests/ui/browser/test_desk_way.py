"""The whole way on the real server: ask, hand over, draft, approve, be answered from it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.browser.chat import Chat
from tests.ui.browser.desk_steps import (
    FALSE,
    KEY,
    drafted,
    handed_over,
    logged_in,
    loket,
    made_false,
    with_account,
)
from tests.ui.browser.programs import served
from tests.ui.conftest import ASKED, SMALL_CORPUS, environment

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

APPROVED = "Door het loket gecontroleerd"


def repaired(page: Page) -> None:
    """Edit a sentence into a false one, see it refused, and put it right again."""
    true = made_false(page)
    page.locator("#keur-goed").click()
    expect(page.locator("#keur-melding")).to_contain_text("Zin")
    first = page.locator("#zin-1")
    first.locator(".zintekst textarea").fill(true)
    first.locator(".bewaar").click()
    expect(first.locator(".light")).to_contain_text("Groen")


def word_of(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Word").click()
    return Path(waiting.value.path()).read_bytes()


def opened(word: bytes, folder: Path) -> str:
    """Open a Word file in LibreOffice and return its text and notes, as OpenDocument XML."""
    (folder / "brief.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "brief.docx")], capture_output=True, timeout=180, check=True
    )
    with zipfile.ZipFile(io.BytesIO((folder / "brief.odt").read_bytes())) as odt:
        return odt.read("content.xml").decode()


def test_the_whole_way(own_data: Path, tmp_path: Path, desktop: BrowserContext) -> None:
    if shutil.which("soffice") is None and os.environ.get("CI") != "true":
        pytest.skip("LibreOffice is not there to open the letter (make ci-packages)")
    corpus = Path(shutil.copytree(SMALL_CORPUS, tmp_path / "corpus"))
    env = environment(
        own_data,
        LOKET_CORPUS_DIR=str(corpus),
        LOKET_DESK_KEY=KEY,
        LOKET_WATCH_SECONDS="0.2",
    )
    loket(env, "index")
    with_account(env)
    with served(env) as address:
        page = desktop.new_page()
        page.set_default_timeout(30_000)
        handed_over(page, address, ASKED)
        logged_in(page, address)
        count = drafted(page)
        repaired(page)
        texts = []
        for number in range(1, count + 1):
            sentence = page.locator(f"#zin-{number}")
            texts.append(sentence.locator(".zintekst textarea").input_value())
            sentence.locator(".behoud").click()
            expect(sentence.locator(".decision")).to_contain_text("Behouden")
        page.locator("#keur-goed").click()
        expect(page.locator("#keur-melding")).to_contain_text("Goedgekeurd")
        letter = opened(word_of(page), tmp_path)
        assert letter.count('text:note-class="footnote"') >= 1
        for text in texts:
            assert text.split(",")[0] in letter
        assert FALSE not in letter

        chat = Chat(desktop.new_page(), address)
        expect(chat.ask(ASKED)).to_contain_text(APPROVED)

        changed = 0
        for path in corpus.glob("documents/*/*.md"):
            old = path.read_text(encoding="utf-8")
            new = old.replace(texts[0], texts[0].removesuffix(".") + " (gewijzigd).")
            changed += old != new
            path.write_text(new, encoding="utf-8")
        assert changed == 1
        loket(env, "index")
        chat.page.wait_for_timeout(2_000)
        expect(Chat(desktop.new_page(), address).ask(ASKED)).not_to_contain_text(APPROVED)
        page.goto(f"{address}/loket/")
        page.get_by_role("tab", name="Geverifieerd").click()
        expect(page.get_by_text(ASKED).locator("visible=true").first).to_be_visible()
    assert "ongeschonden" in loket(env, "desk", "audit", "verify")
