"""Over REST a question is handed over, followed, listed, claimed and erased, by who may."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.desk.audit import entries, verify
from tests.ui.desk.rest_fixtures import live, world  # noqa: F401  # fixtures
from tests.ui.desk.rest_world import ASKED, UNKNOWN, World, application
from ui.live import LiveAssistant
from ui.problems import TYPE

STAFF_ONLY: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/cases", None),
    ("GET", "/cases/1", None),
    ("POST", "/cases/1/claim", None),
    ("POST", "/cases/1/release", None),
    ("POST", "/cases/1/draft", {}),
    ("PATCH", "/cases/1/sentences/1", {"version": 1, "decision": "kept"}),
    ("POST", "/cases/1/sentences", {"part": "answer", "text": "Meld het.", "passage_id": "x"}),
    ("POST", "/cases/1/approve", {"version": 1}),
    ("GET", "/cases/1/export", None),
    ("DELETE", "/cases/1", None),
    ("GET", "/gaps", None),
    ("PUT", "/gaps/x/owner", {"owner": "redactie"}),
    ("GET", "/verified", None),
    ("POST", "/verified/1/keep", None),
    ("POST", "/verified/1/withdraw", None),
)
PUBLIC: tuple[tuple[str, str, Any], ...] = (
    ("POST", "/cases", {"question": ASKED}),
    ("POST", "/cases/status", {"reference": "AAAA"}),
)


def test_a_question_is_handed_over_and_followed(world: World) -> None:  # noqa: F811
    asked = {
        "question": UNKNOWN,
        "conversation": [{"role": "user", "content": "Hallo"}],
        "language": "nl",
        "name": "<b>Bakker</b>",
        "email": "bakker@brood.example",
    }
    given = world.ask("POST", "/cases", None, json=asked)
    assert given.status_code == 201, given.text
    receipt = given.json()
    assert set(receipt) == {"reference", "state", "status", "sensitive"}
    assert (receipt["state"], receipt["sensitive"]) == ("new", False)
    looked = world.ask("POST", "/cases/status", None, json={"reference": receipt["reference"]})
    assert set(looked.json()) == {"state", "since"}
    case = world.ask("GET", "/cases/1").json()
    assert case["handed"]["name"] == "<b>Bakker</b>"
    assert case["handed"]["conversation"] == asked["conversation"]
    assert case["reference"] == receipt["reference"]
    assert case["found"]["status"] == receipt["status"]


def test_what_was_found_is_ours_and_not_the_senders(world: World) -> None:  # noqa: F811
    sent = world.ask("POST", "/cases", None, json={"question": ASKED, "found": {"status": "x"}})
    assert sent.status_code == 422
    assert sent.json()["errors"] == [{"where": "found", "problem": "dit veld bestaat niet"}]
    found = world.ask("GET", f"/cases/{world.handed()}").json()["found"]
    assert found["status"] == "answered"
    assert found["sentences"][0]["evidence"][0]["passage_id"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": " "},
        {"question": "x" * 2_001},
        {"question": ASKED, "email": "geen adres"},
        {"question": ASKED, "email": "a@b"},
        {"question": ASKED, "name": "x" * 101},
        {"question": ASKED, "name": "twee\nregels"},
        {"question": ASKED, "remark": "x" * 2_001},
        {"question": ASKED, "language": "de"},
        {"question": ASKED, "conversation": [{"role": "system", "content": "x"}]},
        {"question": ASKED, "conversation": [{"role": "user", "content": "x"}] * 21},
        {},
    ],
)
def test_a_wrong_hand_over_is_refused_and_not_kept(
    world: World,  # noqa: F811
    wrong: dict[str, Any],
) -> None:
    refused = world.ask("POST", "/cases", None, json=wrong)
    assert refused.status_code == 422, refused.text
    assert world.ask("GET", "/cases").json() == {"cases": []}


def test_an_unknown_reference(world: World) -> None:  # noqa: F811
    told = world.ask("POST", "/cases/status", None, json={"reference": "AAAA-BBBB"})
    assert (told.status_code, told.json()["type"]) == (404, f"{TYPE}case-unknown")


def test_who_may_do_what(world: World) -> None:  # noqa: F811
    world.handed()
    for method, path, body in STAFF_ONLY:
        assert world.ask(method, path, None, json=body).status_code == 401, path
    may_not = {"reader": 403, "editor": 200}
    for role, status in may_not.items():
        assert world.ask("POST", "/cases/1/claim", role).status_code == status  # type: ignore[arg-type]
    assert world.ask("POST", "/cases/1/approve", "editor", json={"version": 1}).status_code == 403
    assert world.ask("DELETE", "/cases/1", "approver").status_code == 403
    assert world.ask("GET", "/cases/1", "reader").status_code == 200


def test_a_wrong_key_is_a_stranger(world: World) -> None:  # noqa: F811
    told = world.client.get("/api/v1/cases", headers={"Authorization": "Bearer lwk_verkeerd"})
    assert told.status_code == 401


@pytest.mark.parametrize(("method", "path", "body"), STAFF_ONLY + PUBLIC)
def test_without_a_desk_there_is_nothing(
    live: LiveAssistant,  # noqa: F811
    method: str,
    path: str,
    body: Any,
) -> None:
    client = TestClient(application(live, None))
    told = client.request(method, f"/api/v1{path}", json=body)
    assert (told.status_code, told.json()["type"]) == (404, f"{TYPE}desk-off")


def test_the_inbox_is_searched_and_filtered(world: World) -> None:  # noqa: F811
    first, second = world.handed(ASKED), world.handed(UNKNOWN)
    world.ask("POST", f"/cases/{second}/claim")

    def listed(**wanted: Any) -> list[int]:
        found = world.ask("GET", "/cases", params=wanted).json()
        return sorted(case["id"] for case in found["cases"])

    assert listed() == [first, second]
    assert listed(q="bakkerij") == [second]
    assert listed(state="claimed") == [second]
    assert listed(mine=True) == [second]
    assert listed(topic="nergens") == []
    assert len(listed(limit=1)) == 1
    assert world.ask("GET", "/cases", params={"sort": "x"}).status_code == 422
    assert world.ask("GET", "/cases", params={"state": "weg"}).status_code == 422


def test_a_case_is_of_one_person(world: World) -> None:  # noqa: F811
    number = world.handed()
    claimed = world.ask("POST", f"/cases/{number}/claim", "editor").json()
    assert claimed["row"]["claimed_by"] == "sleutel programma editor"
    other = world.ask("POST", f"/cases/{number}/claim", "approver")
    assert (other.status_code, other.json()["type"]) == (409, f"{TYPE}case-claimed")
    assert "sleutel programma editor" in other.json()["detail"]
    assert world.ask("POST", f"/cases/{number}/release", "approver").status_code == 409
    released = world.ask("POST", f"/cases/{number}/release", "editor").json()
    assert (released["row"]["state"], released["row"]["claimed_by"]) == ("new", None)


@pytest.mark.parametrize("number", ["0", "-1", "abc", str(2**31)])
def test_no_number_of_a_case(world: World, number: str) -> None:  # noqa: F811
    assert world.ask("GET", f"/cases/{number}").status_code == 422


def test_an_erased_case_is_gone(world: World) -> None:  # noqa: F811
    number = world.handed()
    assert world.ask("GET", "/cases/99").status_code == 404
    assert world.ask("DELETE", f"/cases/{number}").json() == {"id": number}
    told = world.ask("GET", f"/cases/{number}")
    assert (told.status_code, told.json()["type"]) == (410, f"{TYPE}case-erased")
    assert world.ask("GET", "/cases").json() == {"cases": []}


def test_strangers_are_slowed_down(live: LiveAssistant, world: World) -> None:  # noqa: F811
    client = TestClient(application(live, world.desk, per_minute=1))
    for path, body in (("/cases", {"question": ASKED}), ("/cases/status", {"reference": "A"})):
        statuses = [client.post(f"/api/v1{path}", json=body).status_code for _ in range(2)]
        assert statuses[0] != 429, path
        assert statuses[1] == 429, path


def test_nothing_that_was_sent_is_logged(
    world: World,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG, logger="ui"), caplog.at_level(logging.INFO):
        case = world.drafted()
        world.decide(case["row"]["id"], case["draft"]["sentences"][0], decision="kept")
    assert "investeerder" not in caplog.text


def test_every_act_is_in_the_audit_trail(world: World) -> None:  # noqa: F811
    number = world.approved()
    world.ask("GET", f"/cases/{number}/export", params={"format": "md"})
    world.ask("DELETE", f"/cases/{number}")
    actions = [line.action for line in entries(world.desk.database, subject=f"case {number}")]
    assert len(actions) >= 6
    assert "exported md" in actions
    assert verify(world.desk.database).broken_at is None


def test_a_database_that_is_gone(world: World) -> None:  # noqa: F811
    number = world.handed()
    file = world.desk.database.file
    assert file
    world.desk.database.close()
    for one in file.parent.iterdir():
        one.unlink()
    for method, path, body in (("GET", f"/cases/{number}", None), *PUBLIC):
        told = world.ask(method, path, json=body)
        assert (told.status_code, told.json()["type"]) == (503, f"{TYPE}desk-unavailable"), path
