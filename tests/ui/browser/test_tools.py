"""What a visitor does with an answer: copies, prints and shares it, asks it again, stops it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pdfplumber
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from indexer.settings import IndexSettings
from tests.ui.browser.axe import faults_of
from tests.ui.browser.chat import INVESTOR, SOUP, Chat
from tests.ui.browser.programs import DESKTOP, PHONE, browser, served
from tests.ui.browser.slow_model import SlowModel, slow_model
from tests.ui.conftest import environment
from ui.chat_texts import ANSWER_TEXTS

pytestmark = pytest.mark.browser

_AGAIN_AT_ONCE = """() => new MutationObserver((_, watching) => {
  const again = document.querySelector("#nu .tool-again");
  if (!again) return;
  watching.disconnect();
  again.click();
}).observe(document.querySelector("#nu"), { childList: true, subtree: true })"""
_A4 = (595, 842)  # points
_AT_ONCE = 3  # sentences that the slow model writes before it rests
_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""
_SIZES = """(selector) => [...document.querySelectorAll(selector)].map((button) => {
  const { width, height } = button.getBoundingClientRect();
  return Math.min(width, height);
})"""
_REFUSES = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => false;
"""
_OLD = 'Object.defineProperty(navigator, "clipboard", { value: undefined });'
_COUNTS_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; }; 0"


@pytest.fixture
def copying(desktop: BrowserContext, address: str) -> Chat:
    """The chat page in a browser that lets it copy."""
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])
    return Chat(desktop.new_page(), address)


def _clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def _use(exchange: Locator, label: str) -> None:
    exchange.get_by_role("button", name=label, exact=True).click()


def _said(page: Page) -> Locator:
    return page.locator(".toast[role=status]")


def _today() -> str:
    today = date.today()
    return f"{today.day} {ANSWER_TEXTS['nl'].months[today.month - 1]} {today.year}"


def test_a_copy_holds_all_that_one_needs_to_check_the_answer(copying: Chat) -> None:
    exchange = copying.ask(INVESTOR)
    _use(exchange, "Kopieer met bronnen")
    expect(_said(copying.page)).to_have_text("Het antwoord is gekopieerd, met de bronnen.")
    text = _clipboard(copying.page)
    assert text.startswith(f"Uw vraag: {INVESTOR}\n\nAntwoord\n")
    for line in exchange.locator("li:has(> .markers)").all():
        number = line.locator(".marker").first.inner_text().split()[-1]
        assert f"{line.locator('.spoken').inner_text()} [{number}]" in text
    for contact in exchange.locator(".contacts > li").all():
        assert f"- {contact.locator('strong').inner_text()}: " in text
    parts = ["\nLet op\n", "\nWaar u terecht kunt\n", "\nHoe zeker", "\nBronnen\n", _today()]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "geen juridisch advies" in text
    sources = text[text.index("\nBronnen\n") :]
    assert "[1]" in sources
    assert "Onze samenvatting, op basis van:" in sources
    links = exchange.locator(".register a")
    assert links.count() > 0
    for link in links.all():
        assert f"\n  {link.get_attribute('href')}\n" in sources
    for facts in exchange.locator(".facts").all():
        words = re.sub(r"^[\d\s]*", "", facts.text_content() or "").strip()
        assert " ".join(words.split())[-30:] in sources
    for unwanted in ("Kopieer", "tabblad", "Terug naar de zin", "U kunt ook vragen"):
        assert unwanted not in text


def test_a_copy_has_headings_and_links_for_programs_that_show_them(copying: Chat) -> None:
    exchange = copying.ask("Mag <b>dit</b> & dat? Moet ik een investeerder melden bij het BTI?")
    _use(exchange, "Kopieer met bronnen")
    expect(_said(copying.page)).to_contain_text("gekopieerd")
    html = copying.page.evaluate(_HTML)
    assert "Mag &lt;b&gt;dit&lt;/b&gt; &amp; dat?" in html
    assert "<h3>Bronnen</h3>" in html
    address = exchange.locator(".register a").first.get_attribute("href")
    assert f'<a href="{address}">{address}</a>' in html


def test_an_answer_without_sources_can_be_copied_too(copying: Chat) -> None:
    exchange = copying.ask(SOUP)
    _use(exchange, "Kopieer met bronnen")
    expect(_said(copying.page)).to_contain_text("gekopieerd")
    text = _clipboard(copying.page)
    assert exchange.locator(".reply").inner_text() in text
    assert "Bronnen" not in text.splitlines()


def test_without_the_clipboard_of_today_the_old_way_copies(
    desktop: BrowserContext, address: str
) -> None:
    desktop.grant_permissions(["clipboard-read"])
    chat = Chat(desktop.new_page(), address)
    exchange = chat.ask(SOUP)
    chat.page.evaluate(_OLD)
    _use(exchange, "Kopieer met bronnen")
    expect(_said(chat.page)).to_contain_text("gekopieerd")
    reader = desktop.new_page()
    reader.goto(address)
    assert _clipboard(reader).startswith(f"Uw vraag: {SOUP}")


def test_a_browser_that_refuses_gets_told_what_to_do(chat: Chat) -> None:
    exchange = chat.ask(SOUP)
    chat.page.evaluate(_REFUSES)
    _use(exchange, "Kopieer met bronnen")
    expect(_said(chat.page)).to_contain_text("Selecteer het antwoord en kies Kopiëren.")
    _use(exchange, "Deel een link naar deze vraag")
    expect(_said(chat.page).locator("code")).to_contain_text("/#vraag=Wat%20is")


def test_a_shared_link_asks_the_question_anew_and_reaches_no_server(
    copying: Chat, playwright: Playwright, address: str
) -> None:
    question = "Moet ik 15% (of meer) melden? Dat is 'anders' & nieuw!"
    exchange = copying.ask(question)
    expect(exchange.locator(".link-warning")).to_contain_text("kan uw vraag lezen")
    _use(exchange, "Deel een link naar deze vraag")
    expect(_said(copying.page)).to_contain_text("uw vraag staat in de link")
    link = _clipboard(copying.page)
    assert link.startswith(f"{address}/#vraag=Moet%20ik%2015%25%20")
    assert not set(link.partition("=")[2]) & set(" !'()*.")
    with browser(playwright, DESKTOP) as other:
        asked: list[str] = []
        other.on("request", lambda request: asked.append(request.url))
        page = other.new_page()
        page.goto(link)
        expect(page.locator("#nu .asked")).to_have_text(question)
        expect(page.locator("#nu .tools")).to_be_visible()
        assert page.evaluate("location.href") == f"{address}/"
        assert not [url for url in asked if "vraag=" in url or "Moet" in url]
        page.reload()
        expect(page.get_by_label("Uw vraag")).to_be_editable()
        expect(page.locator("#voorbeelden")).to_be_visible()
        expect(page.locator(".exchange")).to_have_count(0)


def test_a_link_opened_in_a_page_that_is_there_asks_in_that_conversation(chat: Chat) -> None:
    chat.ask(INVESTOR)
    chat.page.evaluate("(hash) => { location.hash = hash; }", f"#vraag={quote(SOUP)}")
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2")
    expect(chat.page.locator("#nu .asked")).to_have_text(SOUP)
    assert "vraag" not in chat.page.evaluate("location.href")


@pytest.mark.parametrize(
    "fragment", ["vraag=%E0%A4%A", "vraag=", "vraag=%20", f"vraag={'x' * 2001}"]
)
def test_what_is_no_question_in_the_address_is_left_alone(
    desktop: BrowserContext, address: str, fragment: str
) -> None:
    page = desktop.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/#{fragment}")
    expect(page.get_by_label("Uw vraag")).to_be_editable()
    page.wait_for_timeout(500)  # for a question that would be asked
    expect(page.get_by_label("Uw vraag")).to_have_value("")
    expect(page.locator(".exchange, .problem")).to_have_count(0)
    assert not faults


def test_who_chose_english_gets_the_shared_question_in_english_surroundings(
    desktop: BrowserContext, address: str
) -> None:
    chat = Chat(desktop.new_page(), address)
    chat.page.locator("#taal").click()
    expect(chat.page.locator("html")).to_have_attribute("lang", "en")
    page = desktop.new_page()
    page.goto(f"{address}/#vraag={quote('Do I have to report an investor at the BTI?')}")
    expect(page.get_by_role("button", name="Copy with sources")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("button", name="Nederlands")).to_be_visible()
    expect(page.locator("#nu .exchange")).to_have_attribute("lang", "en")


def test_asking_again_is_a_new_exchange(chat: Chat) -> None:
    _use(chat.ask(INVESTOR), "Vraag opnieuw")
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2")
    expect(chat.answered().locator(".asked")).to_have_text(INVESTOR)
    expect(chat.page.locator("#eerder .asked")).to_have_text(INVESTOR)


def test_asking_again_at_the_very_moment_of_the_answer_is_not_lost(chat: Chat) -> None:
    chat.page.evaluate(_AGAIN_AT_ONCE)
    chat.ask(INVESTOR)
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2", timeout=20_000)
    expect(chat.box).to_have_value("")


def _printed(page: Page, folder: Path) -> list[str]:
    """Print as the browser does; return the text of each sheet, and check that each is A4."""
    path = folder / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    with pdfplumber.open(path) as document:
        assert {(round(sheet.width), round(sheet.height)) for sheet in document.pages} == {_A4}
        texts = [sheet.extract_text().replace("-\n", "-") for sheet in document.pages]
    return [" ".join(text.split()) for text in texts]


def _asked_both(chat: Chat) -> Locator:
    """Ask two questions; return the exchange of the second."""
    chat.ask(SOUP)
    exchange = chat.ask(INVESTOR)
    expect(exchange).to_have_id("v2")
    return chat.answered()


def test_one_answer_on_paper_has_its_sources_open_with_their_addresses(
    chat: Chat, tmp_path: Path
) -> None:
    chat.page.evaluate(_COUNTS_PRINTS)
    exchange = _asked_both(chat)
    exchange.locator("summary").first.click()
    _use(exchange, "Druk af")
    assert chat.page.evaluate("window.prints") == 1
    words = " ".join(_printed(chat.page, tmp_path))
    assert INVESTOR in words
    assert SOUP not in words
    closely = words.replace(" ", "")
    links = exchange.locator(".register > li > a")
    assert exchange.locator(".card").count() > 1
    for link in links.all():  # those of every card, also of the ones that were closed
        assert f"({link.get_attribute('href')})" in closely
    assert f"Afgedrukt uit Loketwijzer op {_today()}." in words
    unwanted = ("Kopieer met bronnen", "Vraag stellen", "U kunt ook vragen", "Nieuw gesprek")
    assert not [label for label in unwanted if label in words]
    # Afterwards all is as it was.
    expect(chat.page.locator("details[open]")).to_have_count(1)
    expect(chat.page.locator(".print-note")).to_have_count(0)
    expect(chat.page.locator("#eerder .exchange")).to_be_visible()


def test_the_browser_s_own_print_has_the_whole_conversation(chat: Chat, tmp_path: Path) -> None:
    _asked_both(chat)
    sheets = _printed(chat.page, tmp_path)
    words = " ".join(sheets)
    assert words.index(SOUP) < words.index(INVESTOR)
    assert "(https://wetten.overheid.nl/" in words
    assert all(len(sheet) > len("Loketwijzer 1 / 1") for sheet in sheets)  # none is empty
    assert SOUP in sheets[0]
    assert "Midden-Oosten" not in sheets[0]  # each answer begins on a sheet of its own


def test_on_paper_dark_is_light(playwright: Playwright, address: str) -> None:
    with browser(playwright, DESKTOP, colours="dark") as context:
        chat = Chat(context.new_page(), address)
        exchange = chat.ask(INVESTOR)
        chat.page.emulate_media(media="print", color_scheme="dark")
        expect(exchange.locator(".spoken").first).to_have_css("color", "rgb(0, 0, 0)")
        expect(chat.page.locator(".gradio-container")).to_have_css(
            "background-color", "rgb(255, 255, 255)"
        )


@pytest.mark.parametrize(("size", "least"), [(DESKTOP, 24), (PHONE, 44)])
def test_anybody_can_use_the_buttons(
    playwright: Playwright, address: str, size: dict[str, int], least: int
) -> None:
    with browser(playwright, size) as context:  # type: ignore[arg-type]  # a size of a window
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        chat = Chat(context.new_page(), address)
        exchange = chat.ask(INVESTOR)
        sizes = chat.page.evaluate(_SIZES, "#nu button.tool")
        assert len(sizes) == 5
        assert min(sizes) >= least
        exchange.get_by_role("button", name="Kopieer met bronnen").focus()
        chat.page.keyboard.press("Enter")
        expect(_said(chat.page)).to_be_visible()
        assert list(faults_of(chat.page, "tools")) == []
        width = chat.page.evaluate("document.documentElement.scrollWidth")
        assert width <= chat.page.evaluate("window.innerWidth")


@pytest.fixture
def slow(real_settings: IndexSettings) -> Iterator[tuple[SlowModel, str]]:
    """A model that rests after a few sentences, and a server that asks it."""
    with slow_model(_AT_ONCE) as model:
        data = environment(real_settings.data_dir, **model.settings)
        kept = {name: value for name, value in data.items() if name != "LOKET_CORPUS_DIR"}
        with served(kept) as url:
            yield model, url


def test_a_stopped_answer_stays_and_the_model_is_left_alone(
    desktop: BrowserContext, slow: tuple[SlowModel, str]
) -> None:
    model, address = slow
    chat = Chat(desktop.new_page(), address)
    page = chat.page
    stop = page.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_have_count(0)
    chat.box.fill(INVESTOR)
    page.get_by_role("button", name="Vraag stellen").click()
    expect(stop).to_be_visible()
    expect(stop).to_be_focused()  # it came in the place of the button that had the focus
    expect(page.get_by_role("button", name="Vraag stellen")).not_to_be_visible()
    said = page.locator("#nu .spoken")
    expect(said).to_have_count(_AT_ONCE)
    shown = said.all_inner_texts()
    assert list(faults_of(page, "an answer that grows")) == []
    stop.click()
    expect(page.locator("#nu .stopped")).to_have_text("U hebt dit antwoord gestopt.", timeout=3000)
    assert said.all_inner_texts()[:_AT_ONCE] == shown
    expect(stop).to_have_count(0)
    expect(page.get_by_role("button", name="Vraag stellen")).to_be_focused()
    page.locator("#nu .marker").first.click()
    expect(page.locator("mark.lit")).to_be_visible()
    assert list(faults_of(page, "a stopped answer")) == []
    assert not model.left.is_set()
    model.go_on.set()
    assert model.left.wait(15)
    # The conversation goes on: the stopped answer moves up, with what it said.
    _use(page.locator("#nu .exchange"), "Vraag opnieuw")
    expect(page.locator("#nu .exchange")).to_have_id("v2")
    expect(page.locator("#eerder .stopped")).to_be_visible()


def test_an_answer_is_kept_as_a_dossier(chat: Chat) -> None:
    answer = chat.ask(INVESTOR)
    with chat.page.expect_download() as waiting:
        answer.locator(".tool-file").click()
    with zipfile.ZipFile(waiting.value.path()) as dossier:
        names = dossier.namelist()
        told = "".join(dossier.read(name).decode() for name in names)
    assert waiting.value.suggested_filename == "antwoord.zip"
    assert {Path(name).suffix for name in names} == {".json", ".html"}
    assert INVESTOR in told


def test_a_dossier_that_cannot_be_made_is_told(chat: Chat) -> None:
    answer = chat.ask(INVESTOR)
    chat.page.route("**/answers/file", lambda route: route.abort())
    answer.locator(".tool-file").click()
    expect(chat.page.locator(".toast")).to_contain_text("kon niet worden gemaakt")
