"""Makes the pictures in docs/screenshots anew: `make screenshots`. Each is <state>-<size>.png."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Page, Playwright, ViewportSize, sync_playwright

from indexer.settings import IndexSettings
from tests.ui.browser.chat import INVESTOR, UNANSWERABLE
from tests.ui.browser.desk_steps import (
    KEY,
    sent,
    show_case,
    show_inbox,
    show_preview,
    with_account,
)
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, PROJECT, browser, served
from tests.ui.browser.slow_model import slow_model
from tests.ui.browser.states import GROWING, STATES, TASKS, Reach

_FOLDER = PROJECT / "docs" / "screenshots"
_COLOURS = 128  # a page has few; with a palette a picture is a third as large
_AT_ONCE = 5  # sentences that a slow language model writes before it rests
_SIZES: Mapping[str, ViewportSize] = {"desktop": DESKTOP, "telefoon": PHONE}


_DESK: Mapping[str, Reach] = {
    "voorleggen": show_preview,
    "loket-inbox": show_inbox,
    "loket-zaak": show_case,
}


class Picture(NamedTuple):
    """A state of a page in a window of some size."""

    name: str
    reach: Reach
    size: ViewportSize
    colours: Literal["light", "dark"] = "light"
    whole: bool = False
    """The whole page, instead of what one sees of it at first."""


def _pictures(states: Mapping[str, Reach], *, whole: bool = False) -> Iterator[Picture]:
    for size, window in _SIZES.items():
        for state, reach in states.items():
            yield Picture(f"{state}-{size}", reach, window, whole=whole)


def pictures() -> tuple[Picture, ...]:
    """Return what is taken of a server without a language model."""
    return (
        *_pictures(STATES),
        Picture("begin-donker-desktop", STATES["begin"], DESKTOP, "dark"),
        Picture("bron-donker-desktop", STATES["bron"], DESKTOP, "dark"),
        Picture("antwoord-donker-telefoon", STATES["antwoord"], PHONE, "dark"),
        *_pictures(TASKS),
    )


@contextmanager
def _environment() -> Iterator[dict[str, str]]:
    """Yield an environment with a data folder of its own: the model and index of this machine."""
    data = IndexSettings().data_dir
    with TemporaryDirectory() as folder:
        for part in ("index", "models"):
            (Path(folder) / part).symlink_to(data / part)
        yield {**os.environ, "LOKET_DATA_DIR": folder}


def main() -> None:
    """Take every picture from servers of its own; say where each stands."""
    if not CHROMIUM.exists():
        sys.exit(f"{CHROMIUM} is missing (make ci-packages)")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, _environment() as environment:
        with served(environment) as address:
            for picture in pictures():
                _take(playwright, picture, address)
        _take_desk(playwright, {**environment, "LOKET_DESK_KEY": KEY})
        for picture in _pictures(GROWING):
            with slow_model(_AT_ONCE) as model:
                slow = {**environment, **model.settings}
                with served(slow) as address:
                    _take(playwright, picture, address)


def _take_desk(playwright: Playwright, environment: Mapping[str, str]) -> None:
    with_account(environment)
    with served(environment) as address:
        for question in (INVESTOR, UNANSWERABLE):
            sent(address, question)
        for picture in _pictures(_DESK):
            _take(playwright, picture, address)


def _take(playwright: Playwright, picture: Picture, address: str) -> None:
    with browser(playwright, picture.size, colours=picture.colours) as context:
        page = context.new_page()
        picture.reach(page, address)
        path = _FOLDER / f"{picture.name}.png"
        _shrunk(page, picture.whole).save(path, optimize=True)
    sys.stdout.write(f"{path.relative_to(PROJECT)} ({path.stat().st_size // 1024} KB)\n")


def _shrunk(page: Page, whole: bool) -> Image.Image:
    raw = page.screenshot(animations="disabled", caret="hide", full_page=whole)
    return Image.open(io.BytesIO(raw)).convert("RGB").quantize(_COLOURS)


if __name__ == "__main__":
    main()
