"""The contract of every REST route, over the small index."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.ui.conftest import ASKED

ANSWER = {
    "id", "status", "language", "text", "sentences", "citations", "contacts", "notices", "missing",
    "follow_ups", "sensitive", "approved_on", "confidence", "mode", "model", "index_version",
    "timings_ms",
}  # fmt: skip
CITATION = {
    "number", "source_id", "further_source_ids", "title", "publisher", "kind", "authority", "basis",
    "certainty", "url", "original_url", "published", "checked", "page", "locator", "passage_id",
    "passage", "quote", "start", "end",
}  # fmt: skip
CONTACT = {"name", "url", "phone", "email", "reason", "source_id", "checked"}


def ask(client: TestClient, question: str = ASKED, **more: Any) -> dict[str, Any]:
    response = client.post("/api/v1/answers", json={"question": question, **more})
    assert response.status_code == 200, response.text
    return response.json()  # type: ignore[no-any-return]


def test_an_answer_has_exactly_the_fields_of_the_contract(client: TestClient) -> None:
    answer = ask(client)
    assert answer["status"] == "answered"
    assert set(answer) == ANSWER
    assert {frozenset(sentence) for sentence in answer["sentences"]} == {
        frozenset({"text", "citations", "support"})
    }
    assert all(set(citation) == CITATION for citation in answer["citations"])
    assert all(set(contact) == CONTACT for contact in answer["contacts"])
    assert all(set(notice) == {"kind", "text"} for notice in answer["notices"])


def test_a_quote_is_the_span_of_its_passage_to_the_letter(client: TestClient) -> None:
    answer = ask(client)
    for citation in answer["citations"]:
        assert citation["passage"][citation["start"] : citation["end"]] == citation["quote"]


def test_every_sentence_points_to_citations_that_are_there_and_stands_in_the_text(
    client: TestClient,
) -> None:
    answer = ask(client)
    numbers = {citation["number"] for citation in answer["citations"]}
    for sentence in answer["sentences"]:
        assert sentence["citations"]
        assert set(sentence["citations"]) <= numbers
        markers = "".join(f"[{number}]" for number in sentence["citations"])
        assert f"{sentence['text']} {markers}" in answer["text"]


def test_a_sentence_with_several_sources_names_the_others(client: TestClient) -> None:
    citations = ask(client)["citations"]
    assert [c["further_source_ids"] for c in citations if "alleen als" in c["quote"]] == [["S02"]]


def test_conditions_stand_under_a_heading(client: TestClient) -> None:
    assert "\n\n**Let op**\n\n- " in ask(client)["text"]


def test_an_answer_off_topic_shows_the_fixed_reply_and_no_source(client: TestClient) -> None:
    answer = ask(client, "xylofoon quiche zeppelin")
    assert answer["status"] == "out_of_scope"
    assert answer["citations"] == answer["sentences"] == []
    assert answer["text"].startswith("Deze vraag gaat niet over economische veiligheid")


def test_the_language_can_be_chosen(client: TestClient) -> None:
    answer = ask(client, "melden van een klein belang", language="en")
    assert answer["language"] == "en"


def test_a_conversation_and_the_modes_that_need_no_model_are_taken(client: TestClient) -> None:
    history = [
        {"role": "user", "content": ASKED},
        {"role": "assistant", "content": "Ja, vanaf 10 procent."},
    ]
    answer = ask(
        client, "En hoe lang duurt dat?", history=history, mode="extractive", style="normal"
    )
    assert answer["mode"] == "extractive"
    assert answer["model"] is None


def test_twenty_questions_at_once_all_get_their_own_answer(client: TestClient) -> None:
    questions = [ASKED, "Waar kan ik spionage melden?"] * 10
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda question: ask(client, question), questions))
    assert len({answer["id"] for answer in answers}) == 20
    assert len({answer["text"] for answer in answers[::2]}) == 1
    assert len({answer["text"] for answer in answers[1::2]}) == 1
    assert answers[0]["text"] != answers[1]["text"]


def test_search_gives_passages_with_the_scores_of_each_stage(client: TestClient) -> None:
    found = client.post("/api/v1/search", json={"question": ASKED, "count": 3}).json()
    assert found["language"] == "nl"
    assert len(found["hits"]) == 3
    best = found["hits"][0]
    assert best["passage"]["id"] == "melden-nl.klein-belang"
    assert set(best["scores"]) == {"dense", "hint", "keyword", "fused"}


def test_search_in_english_finds_english_passages(client: TestClient) -> None:
    asked = {"question": "notify a small stake", "language": "en"}
    found = client.post("/api/v1/search", json=asked).json()
    assert {hit["passage"]["language"] for hit in found["hits"]} == {"en"}


def test_the_register_and_one_source_with_its_passages(client: TestClient) -> None:
    register = client.get("/api/v1/sources").json()["sources"]
    assert [source["id"] for source in register] == ["S01", "S02", "S03", "S04", "S05", "L01"]
    assert [source["certainty"] for source in register][-1] == "secondary"
    one = client.get("/api/v1/sources/S04").json()
    assert one["source"]["where"] == "het jaarverslag, bladzijde 17"
    assert one["passage_ids"] == ["spionage-nl.hoe-werkt-spionage", "spionage-nl.spionage-melden"]


def test_a_digest_has_no_page_and_no_copy(client: TestClient) -> None:
    for citation in ask(client)["citations"]:
        assert citation["basis"] == "digest"
        assert citation["page"] is citation["locator"] is citation["original_url"] is None
        assert "#" not in (citation["url"] or "")


def test_a_passage_with_its_sentences(client: TestClient) -> None:
    passage = client.get("/api/v1/passages/melden-nl.klein-belang").json()
    assert passage["basis"] == "digest"
    assert passage["quotable"] is passage["current"] is True
    assert passage["path"] == []
    assert passage["valid_from"] is passage["valid_until"] is None
    assert passage["spans"][0]["page"] is passage["spans"][0]["locator"] is None
    first = passage["spans"][0]
    assert passage["text"][first["start"] : first["end"]].startswith("Wie minstens 10 procent")
    assert first["source_ids"] == ["S01"]


@pytest.mark.parametrize(
    "path", ["/api/v1/sources/S99", "/api/v1/passages/nergens", "/api/v1/nergens", "/nergens"]
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["title"] == "Dit bestaat niet"


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/api/v1/health").json() == {"status": "ok"}
    ask(client)  # by then the index is open
    ready = client.get("/api/v1/ready").json()
    assert ready["status"] == "ready"
    assert ready["passages"] == 8
    assert ready["warning"] is None


def test_openapi_describes_every_route_and_its_problems(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        f"/api/v1/{path}"
        for path in (
            "answers", "answers/stream", "search", "sources", "sources/{source_id}",
            "sources/{source_id}/files/{file}", "sources/{source_id}/status",
            "passages/{passage_id}", "feedback", "health", "ready", "answers/file",
            "cases", "cases/status", "cases/{case_id}", "cases/{case_id}/claim",
            "cases/{case_id}/release", "cases/{case_id}/draft", "cases/{case_id}/sentences",
            "cases/{case_id}/sentences/{sentence_id}", "cases/{case_id}/approve",
            "cases/{case_id}/export", "gaps", "gaps/{key}/owner", "verified",
            "verified/{entry_id}/keep", "verified/{entry_id}/withdraw",
        )
    } | {"/v1/chat/completions", "/v1/models", "/v1/models/{name}"}  # fmt: skip
    responses = described["paths"]["/api/v1/answers"]["post"]["responses"]
    assert set(responses) == {"200", "400", "413", "422", "429", "503", "default"}
    assert "application/problem+json" in responses["422"]["content"]
    assert "HTTPValidationError" not in json.dumps(described)
