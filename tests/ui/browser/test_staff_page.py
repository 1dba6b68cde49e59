"""The staff page in Chromium with the server's headers: no eval, no lost text, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from indexer.settings import IndexSettings
from tests.ui.browser.axe import faults_of
from tests.ui.desk.desk_parts import ANNA, World, world_in
from tests.ui.desk.desk_program import serving

pytestmark = pytest.mark.browser

expect.set_options(timeout=30_000)  # shared cores are slow

FALSE = "Bij een belang van 97 procent hoeft u nooit iets te melden."


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with a draft that Anna has claimed, and a question without an answer."""
    with world_in(small_settings, tmp_path) as made:
        made.drafted()
        yield made


@pytest.fixture
def address(world: World, small_settings: IndexSettings, tmp_path: Path) -> Iterator[str]:
    """Where the page stands; its process opens the same desk."""
    del world  # filled first
    with serving(small_settings.data_dir, tmp_path) as url:
        yield url


def _log_in(context: BrowserContext, address: str) -> None:
    context.add_cookies([{"name": "wie", "value": "anna", "url": address}])


def _opened(context: BrowserContext, address: str, case: int) -> Page:
    _log_in(context, address)
    page = context.new_page()
    page.goto(f"{address}/loket/?zaak={case}")
    expect(page.locator("#zin-1 .zintekst textarea")).to_be_visible()
    return page


def test_from_inbox_to_approval_without_eval(
    world: World, address: str, desktop: BrowserContext
) -> None:
    _log_in(desktop, address)
    page = desktop.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}/loket/")
    page.get_by_role("link", name=f"Zaak {world.answered}:").click()
    first = page.locator("#zin-1")
    first.locator(".zintekst textarea").fill(FALSE)
    page.locator("#zin-2 .zintekst textarea").fill("Nog niet bewaard.")
    first.locator(".bewaar").click()
    expect(first.locator(".light")).to_contain_text("Rood: niet bewezen")
    expect(page.locator("#zin-2 .zintekst textarea")).to_have_value("Nog niet bewaard.")
    assert not list(faults_of(page, "red"))
    texts = world.desk.cases.get(ANNA, world.answered).draft
    assert texts is not None
    first.locator(".zintekst textarea").fill(texts.sentences[0].original)
    first.locator(".bewaar").click()
    expect(first.locator(".light")).to_contain_text("Groen")
    page.locator("#zin-2 .zintekst textarea").fill(texts.sentences[1].original)
    for number in range(2, len(texts.sentences) + 1):
        page.locator(f"#zin-{number} .behoud").click()
        expect(page.locator(f"#zin-{number} .decision")).to_contain_text("Behouden")
    page.locator("#keur-goed").click()
    expect(page.locator("#keur-melding")).to_contain_text("Goedgekeurd")
    expect(page.get_by_role("link", name="Word")).to_be_visible()
    assert not [text for text in wrong if "favicon" not in text and "404" not in text]


def test_an_expired_session_costs_no_text(
    world: World, address: str, desktop: BrowserContext
) -> None:
    page = _opened(desktop, address, world.answered)
    box = page.locator("#zin-1 .zintekst textarea")
    box.fill(FALSE)
    desktop.clear_cookies()
    page.locator("#zin-1 .bewaar").click()
    link = page.locator("#zin-1").get_by_role("link", name="Log opnieuw in")
    expect(link).to_have_attribute("target", "_blank")
    expect(box).to_have_value(FALSE)
    _log_in(desktop, address)
    page.locator("#zin-1 .bewaar").click()
    expect(page.locator("#zin-1 .light")).to_contain_text("Rood")


def test_two_people_on_one_sentence(world: World, address: str, desktop: BrowserContext) -> None:
    page = _opened(desktop, address, world.answered)
    draft = world.desk.cases.get(ANNA, world.answered).draft
    assert draft is not None
    world.decide(draft.sentences[0], "edited", text="De tekst van een ander.")
    page.locator("#zin-1 .zintekst textarea").fill("Mijn tekst.")
    page.locator("#zin-1 .bewaar").click()
    said = page.locator("#zin-1 .versions")
    expect(said).to_contain_text("De tekst van een ander.")
    expect(said).to_contain_text("Mijn tekst.")
    assert not list(faults_of(page, "conflict"))
    page.locator("#zin-1 .hun-tekst").click()
    expect(page.locator("#zin-1 .zintekst textarea")).to_have_value("De tekst van een ander.")


def test_a_source_is_found_by_keyboard_and_a_new_sentence_keeps_what_was_typed(
    world: World, address: str, desktop: BrowserContext
) -> None:
    page = _opened(desktop, address, world.answered)
    page.locator("#zin-2 .zintekst textarea").fill("Nog niet bewaard.")
    page.locator("#zin-1 .bron-nodig").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#bron-vraag textarea")).to_be_focused()
    expect(page.locator("#bron-kop")).to_contain_text("Bij zin 1.")
    page.locator("#bron-vraag textarea").fill("investeerder melden")
    page.locator("#bron-zoek").focus()
    page.keyboard.press("Enter")
    page.locator("#bron-keus input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("#bron-tekst .quote")).to_be_visible()
    page.locator("#nieuw-tekst textarea").fill("Meld de investeerder op tijd.")
    count = page.locator(".zin").count()
    page.locator("#nieuw-zin").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".zin")).to_have_count(count + 1)
    values = [box.input_value() for box in page.locator(".zintekst textarea").all()]
    assert "Nog niet bewaard." in values
    assert "Meld de investeerder op tijd." in values


@pytest.mark.parametrize("tab", ["Inbox", "Zaak", "Gaten", "Geverifieerd"])
def test_axe_finds_nothing_on_a_phone(
    world: World, address: str, phone: BrowserContext, tab: str
) -> None:
    page = _opened(phone, address, world.answered)
    page.get_by_role("tab", name=tab).click()
    shown = {"Inbox": ".case", "Zaak": ".zin", "Gaten": ".gat", "Geverifieerd": ".empty"}[tab]
    expect(page.locator(shown).first).to_be_visible()
    assert not list(faults_of(page, tab))
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_the_gaps_are_a_table_with_heads(world: World, address: str, phone: BrowserContext) -> None:
    page = _opened(phone, address, world.answered)
    page.get_by_role("tab", name="Gaten").click()
    table = page.get_by_role("table", name="Alle vragen zonder bron")
    expect(table.get_by_role("columnheader")).to_have_count(5)
    expect(table.get_by_role("rowheader")).to_have_count(1)
    width = "element => element.parentElement.scrollWidth - element.parentElement.clientWidth"
    assert table.evaluate(width) <= 0  # every column is in sight
