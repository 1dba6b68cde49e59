"""What the page keeps and to whom it speaks: nothing, and nobody but its own server."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.ui.browser.chat import INVESTOR, Chat
from tests.ui.browser.programs import visitors

pytestmark = pytest.mark.browser

_STORED = """async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = reject;
    });
    for (const store of base.objectStoreNames) {
      const rows = await new Promise((resolve, reject) => {
        const reading = base.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = reject;
      });
      kept.push(JSON.stringify(rows));
    }
  }
  for (const name of await caches.keys()) kept.push(name);
  return kept.join("\\n");
}"""


def test_the_browser_keeps_no_word_of_the_conversation(chat: Chat) -> None:
    exchange = chat.ask(INVESTOR)
    said = exchange.locator(".spoken").first.inner_text()
    kept: str = chat.page.evaluate(_STORED)
    assert "investeerder" not in kept.lower()
    assert said not in kept


def test_the_page_speaks_to_its_own_server_only(desktop: BrowserContext, address: str) -> None:
    asked: set[str] = set()
    complaints: list[str] = []
    desktop.on("request", lambda request: asked.add(request.url))
    desktop.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    chat = Chat(desktop.new_page(), address)
    exchange = chat.ask(INVESTOR)
    exchange.locator(".marker").first.click()
    others = {
        url
        for url in asked
        if urlsplit(url).scheme not in {"data", "blob"} and not url.startswith(address)
    }
    assert not others
    # Among these would be what the content-security policy refused.
    assert not [line for line in complaints if line.startswith(("error", "warning"))]
    assert INVESTOR.split()[1] not in " ".join(asked)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["info", "upload", "runs"])
def test_gradio_s_open_doors_are_shut(
    desktop: BrowserContext, address: str, path: str, method: str
) -> None:
    reply = desktop.request.fetch(f"{address}/gradio_api/{path}", method=method)
    assert reply.status in {403, 404, 405}


def test_twenty_chats_at_the_same_time_get_their_own_answers(
    playwright: Playwright, address: str
) -> None:
    with visitors(playwright, len(_TWENTY)) as pages:
        chats = [Chat(page, address) for page in pages]
        for chat, question in zip(chats, _TWENTY, strict=True):
            chat.box.fill(question)
        for chat in chats:
            # Sends and does not wait, so that all are under way together.
            chat.page.evaluate("document.querySelector('#verstuur').click()")
        for chat, question in zip(chats, _TWENTY, strict=True):
            expect(chat.answered().locator(".asked")).to_have_text(question)
            assert _first_sentence(chat.page) == _by_rest(chat.page, address, question)


def _first_sentence(page: Page) -> str:
    sentences = page.locator("#nu .block:is(.answer, .condition) .spoken, #nu .reply")
    return sentences.first.inner_text()


def _by_rest(page: Page, address: str, question: str) -> str:
    """Return how the answer begins at the other door."""
    reply = page.request.post(f"{address}/api/v1/answers", data={"question": question})
    answer = reply.json()
    sentences = answer["sentences"]
    return str(sentences[0]["text"] if sentences else answer["text"])


_TWENTY = (
    INVESTOR,
    "Hoe zie ik of een LinkedIn-profiel nep is?",
    "Hoe weet ik wat onze kroonjuwelen zijn?",
    "Mag ik een sollicitant googelen en zijn sociale media bekijken?",
    "Ik ga volgende week naar Shanghai met mijn laptop vol tekeningen. Is dat dom?",
    "Onze sensor kan ook in een drone. Heb ik daar een vergunning voor nodig?",
    "Waar kan ik zien of een nieuwe zakenpartner banden heeft met een leger of overheid?",
    "Hoe lang duurt een exportvergunning?",
    "Bestaat het Digital Trust Center nog, of waar moet ik nu zijn?",
    "Wij leveren aan een energiebedrijf. Vallen wij nu onder die nieuwe cyberwet?",
    "Wij maken chips voor laboratoria. Vallen wij onder die veiligheidstoets?",
    "Hoe weet ik of wij een doelwit zijn? Bestaat er een snelle test?",
    "Is het tegenwoordig strafbaar als iemand onze tekeningen doorspeelt aan een ander land?",
    "De douane heeft mijn laptop tien minuten meegenomen. Wat moet ik nu doen?",
    "We willen een fabriekje openen in China. Wat kan er misgaan met onze kennis?",
    "Krijg ik ergens een waarschuwing als een grondstof dreigt op te raken?",
    "Ik wil inschrijven op een defensieopdracht. Welke beveiligingseisen krijg ik op mijn dak?",
    "Wat is een goed recept voor erwtensoep?",
    "Hoeveel meldingen kreeg het BTI in 2031?",
    "Wij leveren onderdelen aan een handelaar in Turkije. Wat moet ik doen?",
)
