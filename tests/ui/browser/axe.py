"""What axe-core, the checker of accessibility, finds wrong with a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


class Fault(NamedTuple):
    """An element that breaks a rule of axe-core, and where it was seen."""

    rule: str
    selector: str
    state: str
    help: str


def faults_of(page: Page, state: str) -> Iterator[Fault]:
    """Yield the faults of a page in a state."""
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            yield Fault(violation["id"], " ".join(node["target"]), state, violation["help"])
