"""What people do with the desk in a browser: hand over, log in, draft, make a sentence false."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.ui.browser.chat import UNANSWERABLE, Chat

KEY = "een-sleutel-voor-de-proef-van-dit-loket"
NAME, PASSWORD = "Test Medewerker", "een lang wachtwoord 12"
FALSE = "Een investering van 99 procent hoeft u nooit te melden."
_REFERENCE = re.compile(r"\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}\b")


def loket(environment: Mapping[str, str], *words: str, said: str = "") -> str:
    """Run a command of ours; return what it printed."""
    command = [sys.executable, "-m", "ui", *words]
    done = subprocess.run(
        command,
        env=environment,
        input=said,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def with_account(environment: Mapping[str, str]) -> None:
    """Make the first account."""
    loket(environment, "desk", "user", "add", NAME, "--password-stdin", said=PASSWORD + "\n")


def sent(address: str, question: str) -> None:
    """Hand a question over as a program does."""
    body = json.dumps({"question": question}).encode()
    request = urllib.request.Request(  # noqa: S310  # our own server
        f"{address}/api/v1/cases", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
        assert reply.status == 201


def previewed(page: Page, address: str, question: str) -> None:
    """Ask in the chat and look at what would be handed over."""
    exchange = Chat(page, address).ask(question)
    exchange.get_by_role("button", name="Leg deze vraag voor aan het loket").click()
    page.wait_for_url("**/voorleggen*")
    expect(page.get_by_label("Uw vraag")).to_have_value(question)


def handed_over(page: Page, address: str, question: str) -> str:
    """Hand a question over; return its reference."""
    previewed(page, address, question)
    page.get_by_role("button", name="Verstuur").click()
    found = _REFERENCE.search(page.inner_text("main"))
    assert found, page.inner_text("main")
    return found[0]


def logged_in(page: Page, address: str) -> None:
    """Log in and come to the inbox."""
    page.goto(f"{address}/loket/")
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/loket/")
    expect(page.get_by_role("link", name="Zaak 1:")).to_be_visible()


def drafted(page: Page) -> int:
    """Claim the first case and make a draft; return how many sentences it has."""
    page.get_by_role("link", name="Zaak 1:").click()
    page.get_by_role("button", name="Neem in behandeling").click()
    page.get_by_role("button", name="Maak een concept").click()
    expect(page.locator("#zin-1 .light")).to_contain_text("Groen")
    return page.locator(".zin").count()


def made_false(page: Page) -> str:
    """Edit the first sentence into a false one; return what it said."""
    first = page.locator("#zin-1")
    box = first.locator(".zintekst textarea")
    true = box.input_value()
    box.fill(FALSE)
    first.locator(".bewaar").click()
    expect(first.locator(".light")).to_contain_text("Rood")
    return true


def show_preview(page: Page, address: str) -> None:
    """Come to the page with what would be handed over."""
    previewed(page, address, UNANSWERABLE)


def show_inbox(page: Page, address: str) -> None:
    """Come to the inbox."""
    logged_in(page, address)


def show_case(page: Page, address: str) -> None:
    """Come to a draft with a red sentence; what was done before stays."""
    logged_in(page, address)
    page.get_by_role("link", name="Zaak 1:").click()
    expect(page.get_by_text("De vraag").locator("visible=true").first).to_be_visible()
    page.wait_for_timeout(1_000)
    if page.get_by_role("button", name="Neem in behandeling").is_visible():
        page.get_by_role("button", name="Neem in behandeling").click()
        page.get_by_role("button", name="Maak een concept").click()
        expect(page.locator("#zin-1 .light")).to_contain_text("Groen")
        made_false(page)
    page.locator("#zin-1").scroll_into_view_if_needed()
