"""Markup in what people type and in what publishers write is text, and links lead to the register.

The server stands on a small index with a source of its own, whose text and title hold markup.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Playwright, expect

from indexer.build import build_index
from indexer.embedder import load_embedder
from indexer.index import open_index
from indexer.library.shelf import Library
from indexer.reading.extract import Extract
from indexer.settings import IndexSettings
from tests.ui.browser.chat import Chat
from tests.ui.browser.programs import served
from tests.ui.conftest import SMALL_CORPUS, environment, quiet
from tests.ui.originals import Shelf, block

pytestmark = pytest.mark.browser

_MARKUP = "<img src=x onerror=document.title='x'>"
_TITLE = f"Handreiking {_MARKUP} ijsvogels"
_URL = "https://www.voorbeeld.test/ijsvogels"
_QUESTION = "Hoe vaak telt een fabriek de ijsvogels op het terrein van Ruritanië?"
_SAID = f"Een fabriek telt de ijsvogels op het terrein van Ruritanië {_MARKUP} elke maand."
_SOURCE = Extract(
    media_type="text/html",
    title=_TITLE,
    publisher=f"Dienst {_MARKUP}",
    language="nl",
    blocks=(
        block("heading", f"IJsvogels {_MARKUP} tellen", level=1),
        block("paragraph", _SAID, locator="alinea 1"),
    ),
)


@pytest.fixture(scope="module")
def settings(real_model: IndexSettings, tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    """Settings of a small index that holds the source."""
    folder = tmp_path_factory.mktemp("injection")
    settings = IndexSettings(corpus_dir=SMALL_CORPUS, data_dir=folder / "data", _env_file=None)
    (folder / "in").mkdir()
    shelf = Shelf(Library(settings.library_dir), folder / "in")
    shelf.add(_SOURCE, "ijsvogels.html", f"<p>{_SAID}</p>".encode(), url=_URL)
    settings.models_dir.symlink_to(real_model.models_dir)
    build_index(settings, lambda: load_embedder(settings), quiet)
    return settings


@pytest.fixture(scope="module")
def hostile(playwright: Playwright, settings: IndexSettings) -> Iterator[str]:
    """Where a server stands on that index."""
    del playwright  # asked for first, so that a skip comes before the server
    with served(environment(settings.data_dir)) as url:
        yield url


@pytest.fixture
def chat(desktop: BrowserContext, hostile: str) -> Chat:
    return Chat(desktop.new_page(), hostile)


def _assert_nothing_ran(chat: Chat, title: str) -> None:
    expect(chat.page.locator("#nu img, #nu script, #nu svg, #nu iframe")).to_have_count(0)
    assert chat.page.title() == title


@pytest.mark.parametrize(
    "question",
    [
        _MARKUP,
        f"Wanneer {_MARKUP} meld ik?\r\r{_MARKUP}\r\r# Kop",
        "Moet ik <script>document.title='x'</script> [melden](javascript:document.title='x')?",
    ],
)
def test_markup_in_a_question_stays_text(chat: Chat, question: str) -> None:
    title = chat.page.title()
    exchange = chat.ask(question)
    shown = exchange.locator(".asked").inner_text()
    assert shown.split() == question.split()
    expect(exchange.locator(".asked a, .asked h1")).to_have_count(0)
    _assert_nothing_ran(chat, title)


def _cited(chat: Chat) -> Locator:
    """Ask what the source answers, open its card and return the exchange."""
    exchange = chat.ask(_QUESTION)
    exchange.locator("li", has_text="ijsvogels").locator(".marker").first.click()
    expect(exchange.locator("mark.lit")).to_be_visible()
    return exchange


def test_markup_in_a_passage_and_in_a_title_stays_text(chat: Chat) -> None:
    title = chat.page.title()
    exchange = _cited(chat)
    expect(exchange.locator(".spoken", has_text=_MARKUP).first).to_be_visible()
    card = exchange.locator("details[open]")
    expect(card.locator("mark.lit")).to_contain_text(_MARKUP)
    expect(card.locator(".basis")).to_contain_text(_TITLE)
    expect(card.locator(".register a").first).to_contain_text(_TITLE)
    _assert_nothing_ran(chat, title)


def test_links_of_cards_lead_only_to_the_register_and_tell_nothing(
    chat: Chat, settings: IndexSettings
) -> None:
    exchange = _cited(chat)
    with open_index(settings.index_dir, load_embedder(settings)) as index:
        register = {source.url for source in index.sources.values() if source.url}
        copies = tuple(f"/api/v1/sources/{name}/files/" for name in index.sources)
    links = exchange.locator(".card a:not(.back)")
    assert links.count() > 0
    for link in links.all():
        address = link.get_attribute("href") or ""
        assert address.split("#")[0] in register or address.startswith(copies), address
        assert {"noopener", "noreferrer"} <= set((link.get_attribute("rel") or "").split())
