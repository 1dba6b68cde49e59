"""Makes the pictures in docs/screenshots anew: `make screenshots`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import ViewportSize, expect, sync_playwright

from tests.ui.browser.chat import INVESTOR, UNANSWERABLE, Chat
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, PROJECT, browser, served

_FOLDER = PROJECT / "docs" / "screenshots"


class Picture(NamedTuple):
    """A state of the page in a window of some size."""

    name: str
    reach: Callable[[Chat], object]
    size: ViewportSize
    colours: Literal["light", "dark"] = "light"
    scale: float = 1


def _source(number: int) -> Callable[[Chat], None]:
    def reach(chat: Chat) -> None:
        chat.ask(INVESTOR).locator(".marker").nth(number - 1).click()
        expect(chat.page.locator("mark.lit")).to_be_in_viewport()

    return reach


PICTURES = (
    Picture("desktop-begin", lambda _chat: None, DESKTOP),
    Picture("desktop-antwoord", lambda chat: chat.ask(INVESTOR), DESKTOP),
    Picture("desktop-bron", _source(2), DESKTOP),
    Picture("desktop-bron-donker", _source(2), DESKTOP, "dark"),
    Picture("telefoon-antwoord", lambda chat: chat.ask(INVESTOR), PHONE, scale=2),
    Picture("telefoon-bron", _source(2), PHONE, scale=2),
    Picture("geen-antwoord", lambda chat: chat.ask(UNANSWERABLE), DESKTOP),
)


def main() -> None:
    """Take every picture from a server of its own; say where each stands."""
    if not CHROMIUM.exists():
        sys.exit(f"{CHROMIUM} is missing (make ci-packages)")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        for picture in PICTURES:
            size, colours, scale = picture.size, picture.colours, picture.scale
            with browser(playwright, size, colours=colours, scale=scale) as context:
                chat = Chat(context.new_page(), address)
                picture.reach(chat)
                path = _FOLDER / f"{picture.name}.png"
                chat.page.screenshot(path=path, animations="disabled", caret="hide")
            _tell(path)


def _tell(path: Path) -> None:
    sys.stdout.write(f"{path.relative_to(PROJECT)} ({path.stat().st_size // 1024} KB)\n")


if __name__ == "__main__":
    main()
