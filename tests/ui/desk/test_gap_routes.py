"""Over REST the gaps are listed and owned, and approved answers looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answers import Status
from assistant.desk.nouns import Actor, HandOver
from tests.ui.desk.rest_fixtures import live, world  # noqa: F401  # fixtures
from tests.ui.desk.rest_world import ASKED, UNKNOWN, World
from ui.live import LiveAssistant
from ui.problems import TYPE

ADMIN = Actor(name="beheer", role="admin")


def uncovered(over: World, question: str) -> None:
    """Hand a question over to which there is no answer."""
    with_answer = over.desk.cases.get(ADMIN, over.handed(ASKED)).found
    found = replace(with_answer, status=Status.NO_ANSWER, sentences=())
    over.desk.cases.hand_over(HandOver(question=question), found, topic="", impact=1)


def test_gaps_are_listed_without_personal_data(world: World) -> None:  # noqa: F811
    uncovered(world, f"{UNKNOWN} Mail naar bakker@brood.example.")
    (gap,) = world.ask("GET", "/gaps", "reader").json()["gaps"]
    assert gap["count"] == 1
    assert gap["examples"] == [f"{UNKNOWN} Mail naar [e-mailadres]."]


def test_a_gap_gets_an_owner(world: World) -> None:  # noqa: F811
    uncovered(world, UNKNOWN)
    (gap,) = world.ask("GET", "/gaps").json()["gaps"]
    path = f"/gaps/{gap['key']}/owner"
    assert world.ask("PUT", path, "reader", json={"owner": "redactie"}).status_code == 403
    owned = world.ask("PUT", path, "editor", json={"owner": "redactie"})
    assert owned.json() == {**gap, "owner": "redactie"}
    assert world.ask("GET", "/gaps").json()["gaps"] == [owned.json()]
    assert world.ask("PUT", path, json={"owner": ""}).json()["owner"] == ""


def test_a_wrong_owner_or_gap(world: World) -> None:  # noqa: F811
    uncovered(world, UNKNOWN)
    (gap,) = world.ask("GET", "/gaps").json()["gaps"]
    path = f"/gaps/{gap['key']}/owner"
    for owner in ("x" * 101, "twee\nregels"):
        assert world.ask("PUT", path, json={"owner": owner}).status_code == 422
    unknown = world.ask("PUT", "/gaps/nergens/owner", json={"owner": "redactie"})
    assert (unknown.status_code, unknown.json()["type"]) == (404, f"{TYPE}not-found")


def test_an_approved_answer_is_looked_at_again(
    world: World,  # noqa: F811
    live: LiveAssistant,  # noqa: F811
) -> None:
    world.approved()
    assert world.ask("GET", "/verified").json() == {"entries": []}
    with live.using() as assistant:
        assert world.desk.library.review(assistant.index, date(2099, 1, 1)) == 1
    (entry,) = world.ask("GET", "/verified", "reader").json()["entries"]
    assert entry["question"] == ASKED
    assert entry["review_reason"]
    path = f"/verified/{entry['id']}"
    assert world.ask("POST", f"{path}/keep", "editor").status_code == 403
    kept = world.ask("POST", f"{path}/keep", "approver")
    assert kept.status_code == 200, kept.text
    assert kept.json()["approved_role"] == "approver"
    again = world.ask("POST", f"{path}/keep")
    assert (again.status_code, again.json()["type"]) == (422, f"{TYPE}desk-refused")


def test_an_approved_answer_is_withdrawn(
    world: World,  # noqa: F811
    live: LiveAssistant,  # noqa: F811
) -> None:
    world.approved()
    with live.using() as assistant:
        world.desk.library.review(assistant.index, date(2099, 1, 1))
    (entry,) = world.ask("GET", "/verified").json()["entries"]
    path = f"/verified/{entry['id']}/withdraw"
    assert world.ask("POST", path, "editor").status_code == 403
    assert world.ask("POST", path).json() == {"id": entry["id"]}
    assert world.ask("GET", "/verified").json() == {"entries": []}


def test_an_answer_in_use_is_listed_and_withdrawn(world: World) -> None:  # noqa: F811
    world.approved()
    (entry,) = world.ask("GET", "/verified?state=active", "reader").json()["entries"]
    assert (entry["question"], entry["review_reason"]) == (ASKED, "")
    assert world.ask("GET", "/verified?state=to_review").json() == {"entries": []}
    path = f"/verified/{entry['id']}/withdraw"
    assert world.ask("POST", path, "editor").status_code == 403
    assert world.ask("POST", path).json() == {"id": entry["id"]}
    assert world.ask("GET", "/verified?state=active").json() == {"entries": []}


def test_an_unknown_wish_is_refused(world: World) -> None:  # noqa: F811
    for wish in ("state=withdrawn", "stat=active"):
        assert world.ask("GET", f"/verified?{wish}").status_code == 422
