"""Fifty acts of staff a second, for a minute, on the real server: nothing of it may get lost."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.desk.audit import entries, verify
from assistant.desk.cases import Cases
from assistant.desk.database import open_database
from assistant.desk.nouns import Actor
from assistant.desk.settings import DeskSettings
from tests.ui.browser.programs import served
from tests.ui.conftest import ASKED, environment

KEY = "een-sleutel-voor-de-proef-van-dit-loket"
A_SECOND = 50
SECONDS = 60
CASES = 5
"""As many people work at once, each on a case; an address may hand over five a minute."""
TEXTS = (
    "Versie {number}: een investeerder meldt u soms.",
    "Een investeerder meldt u, in versie die u las, bij het bureau dat toetst.",
    "Versie twee die niet klopt, want u meldt nooit een investering.",
)


@dataclass
class Colleague:
    """One person at work on one case: what the server said it kept."""

    case_id: int
    sentence_id: int
    version: int
    kept: list[str] = field(default_factory=list)
    slowest: float = 0.0


def loket(env: dict[str, str], *words: str, said: str = "") -> str:
    command = [sys.executable, "-m", "ui", *words]
    done = subprocess.run(
        command, env=env, input=said, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def sent(method: str, url: str, key: str, body: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(  # noqa: S310  # our own server
        url,
        json.dumps(body or {}).encode() if method != "GET" else None,
        {"Content-Type": "application/json", "Authorization": f"Bearer {key}"},
        method=method,
    )
    with urllib.request.urlopen(request, timeout=30) as reply:  # noqa: S310
        return json.loads(reply.read())


def taken(api: str, key: str) -> Colleague:
    reference = sent("POST", f"{api}/cases", key, {"question": ASKED})["reference"]
    (row,) = sent("GET", f"{api}/cases?q={reference}", key)["cases"]
    case = f"{api}/cases/{row['id']}"
    sent("POST", f"{case}/claim", key)
    drafted = sent("POST", f"{case}/draft", key, {"tone": "letter"})
    sentence = drafted["draft"]["sentences"][0]
    return Colleague(row["id"], sentence["id"], sentence["version"])


def edited(api: str, key: str, staff: list[Colleague]) -> float:
    """Let each edit his sentence again and again, at the common pace; return the seconds."""
    begun, lock, turns = time.monotonic(), threading.Lock(), iter(range(A_SECOND * SECONDS))

    def work(colleague: Colleague) -> None:
        place = f"{api}/cases/{colleague.case_id}/sentences/{colleague.sentence_id}"
        while True:
            with lock:
                number = next(turns, None)
            if number is None:
                return
            time.sleep(max(0.0, begun + number / A_SECOND - time.monotonic()))
            text = TEXTS[number % len(TEXTS)].format(number=number)
            asked = time.monotonic()
            body = {"version": colleague.version, "decision": "edited", "text": text}
            colleague.version = sent("PATCH", place, key, body)["version"]
            colleague.slowest = max(colleague.slowest, time.monotonic() - asked)
            colleague.kept.append(text)

    with ThreadPoolExecutor(CASES) as people:
        list(people.map(work, staff))
    return time.monotonic() - begun


def test_fifty_acts_a_second_for_a_minute_lose_nothing(own_data: Path) -> None:
    env = environment(own_data, LOKET_DESK_KEY=KEY)
    loket(env, "desk", "user", "add", "beheer", "--password-stdin", said="lang-wachtwoord-1\n")
    made = loket(env, "desk", "key", "add", "proef", "--role", "admin")
    key = next(word for word in made.split() if word.startswith("lwk_"))
    with served(env) as address:
        api = f"{address}/api/v1"
        staff = [taken(api, key) for _ in range(CASES)]
        took = edited(api, key, staff)
    acts = sum(len(one.kept) for one in staff)
    slowest = max(one.slowest for one in staff)
    sys.stdout.write(f"{acts} acts in {took:.1f} s; the slowest took {slowest:.2f} s\n")
    assert acts == A_SECOND * SECONDS
    assert took < SECONDS * 1.1
    database = open_database(DeskSettings(desk_key=KEY, _env_file=None), own_data)
    try:
        for one in staff:
            case = Cases(database).get(Actor(name="proef", role="admin"), one.case_id)
            assert case.draft
            (sentence,) = (x for x in case.draft.sentences if x.id == one.sentence_id)
            assert (sentence.text, sentence.version) == (one.kept[-1], one.version)
        report = verify(database)
        assert report.broken_at is None
        told = entries(database, limit=2 * acts)
        assert sum(entry.action == "sentence edited" for entry in told) == acts
    finally:
        database.close()
