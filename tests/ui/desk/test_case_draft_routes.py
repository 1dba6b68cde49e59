"""Over REST a reply is made, decided sentence by sentence, and approved as it was read."""

from __future__ import annotations

from typing import Any

from tests.ui.desk.rest_fixtures import live, world  # noqa: F401  # fixtures
from tests.ui.desk.rest_world import World
from ui.problems import TYPE


def first(case: dict[str, Any]) -> dict[str, Any]:
    """Return the first sentence of a draft."""
    found: dict[str, Any] = case["draft"]["sentences"][0]
    return found


def test_a_draft_has_lights_and_passages(world: World) -> None:  # noqa: F811
    case = world.drafted()
    sentence = first(case)
    assert case["row"]["state"] == "drafted"
    assert (sentence["light"], sentence["decision"]) == ("green", "open")
    assert sentence["text"] == sentence["original"] == sentence["evidence"]["quote"]


def test_a_draft_in_another_tone(world: World) -> None:  # noqa: F811
    number = world.drafted()["row"]["id"]
    made = world.ask("POST", f"/cases/{number}/draft", json={"tone": "email"}).json()
    assert (made["draft"]["tone"], made["draft"]["language"]) == ("email", "nl")
    assert world.ask("POST", f"/cases/{number}/draft", json={"tone": "sms"}).status_code == 422


def test_a_draft_that_was_worked_on_is_not_thrown_away(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number = case["row"]["id"]
    world.decide(number, first(case), decision="kept")
    refused = world.ask("POST", f"/cases/{number}/draft", json={})
    assert (refused.status_code, refused.json()["type"]) == (422, f"{TYPE}desk-refused")
    again = world.ask("POST", f"/cases/{number}/draft", json={"again": True}).json()
    assert first(again)["decision"] == "open"


def test_who_did_not_claim_it_makes_no_draft(world: World) -> None:  # noqa: F811
    number = world.handed()
    world.ask("POST", f"/cases/{number}/claim", "editor")
    told = world.ask("POST", f"/cases/{number}/draft", "approver", json={})
    assert (told.status_code, told.json()["type"]) == (409, f"{TYPE}case-claimed")


def test_a_false_sentence_turns_red_and_cannot_be_approved(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number = case["row"]["id"]
    false = world.decide(
        number, first(case), decision="edited", text="U meldt bij een belang van 90 procent."
    ).json()
    assert (false["light"], false["decision"]) == ("red", "edited")
    assert false["reason"]
    for one in case["draft"]["sentences"][1:]:
        world.decide(number, one, decision="kept")
    version = world.ask("GET", f"/cases/{number}").json()["draft"]["version"]
    refused = world.ask("POST", f"/cases/{number}/approve", json={"version": version})
    assert refused.status_code == 422
    repaired = world.decide(number, false, decision="edited", text=first(case)["original"]).json()
    assert (repaired["light"], repaired["decision"]) == ("green", "kept")


def test_a_rejection_needs_its_reason(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number, sentence = case["row"]["id"], first(case)
    assert world.decide(number, sentence, decision="rejected").status_code == 422
    done = world.decide(number, sentence, decision="rejected", remark="Niet gevraagd.").json()
    assert (done["decision"], done["remark"]) == ("rejected", "Niet gevraagd.")


def test_who_comes_second_gets_both_texts(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number, sentence = case["row"]["id"], first(case)
    theirs = world.decide(number, sentence, decision="edited", text="Die tekst van haar.").json()
    told = world.decide(number, sentence, decision="edited", text="Deze tekst van hem.")
    conflict = told.json()
    assert (told.status_code, conflict["type"]) == (409, f"{TYPE}sentence-changed")
    assert told.headers["content-type"].startswith("application/problem+json")
    assert conflict["sentence"] == theirs
    assert conflict["yours"] == "Deze tekst van hem."
    assert world.decide(number, theirs, decision="edited", text="Deze tekst.").status_code == 200


def test_another_passage_goes_under_a_sentence(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number, sentence = case["row"]["id"], first(case)
    other = "melden-nl.klein-belang"
    rested = world.decide(number, sentence, passage_id=other).json()
    assert rested["evidence"]["passage_id"].startswith("melden-nl")
    unknown = world.decide(number, rested, passage_id="nergens")
    assert (unknown.status_code, unknown.json()["type"]) == (404, f"{TYPE}not-found")
    for said in ({}, {"decision": "kept", "passage_id": other}):
        assert world.decide(number, rested, **said).status_code == 422


def test_a_sentence_of_ones_own(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number, quote = case["row"]["id"], first(case)["evidence"]["quote"]
    body = {"part": "where", "text": quote, "passage_id": first(case)["evidence"]["passage_id"]}
    added = world.ask("POST", f"/cases/{number}/sentences", json=body)
    assert added.status_code == 201, added.text
    assert (added.json()["light"], added.json()["original"]) == ("green", "")
    body["passage_id"] = "nergens"
    assert world.ask("POST", f"/cases/{number}/sentences", json=body).status_code == 404


def test_a_sentence_that_is_not_there(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number = case["row"]["id"]
    told = world.decide(number, {"id": 99, "version": 1}, decision="kept")
    assert (told.status_code, told.json()["type"]) == (404, f"{TYPE}sentence-unknown")


def test_only_what_was_read_is_approved(world: World) -> None:  # noqa: F811
    case = world.drafted()
    number, seen = case["row"]["id"], case["draft"]["version"]
    for one in case["draft"]["sentences"]:
        world.decide(number, one, decision="kept")
    stale = world.ask("POST", f"/cases/{number}/approve", json={"version": seen})
    assert (stale.status_code, stale.json()["type"]) == (422, f"{TYPE}desk-refused")
    assert world.ask("POST", f"/cases/{number}/approve", json={}).status_code == 422
    version = world.ask("GET", f"/cases/{number}").json()["draft"]["version"]
    done = world.ask("POST", f"/cases/{number}/approve", json={"version": version}).json()
    assert done["row"]["state"] == "approved"
    assert [one["by"] for one in done["approvals"]] == ["sleutel programma admin"]
