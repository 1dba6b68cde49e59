"""The description of the API is whole: nothing is nameless, unexplained or without an example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.answers import Status
from indexer.settings import PROJECT
from tests.ui.openapi_checks import Json, closed, faults, operations, shape
from ui.desk.openapi_desk import ABOUT_DESK
from ui.openapi_answer_examples import ANSWER, QUESTIONS
from ui.openapi_document import TAGS
from ui.openapi_problems import NEVER_OVER_REST
from ui.openapi_streams import EVENTS
from ui.openapi_texts import ABOUT_SHAPES
from ui.operator_routes import KEY_ROWS
from ui.problems import ERRORS, MEDIA_TYPE, STATUSES, TYPE

STAFF = {
    "list_cases", "get_case", "claim_case", "release_case", "erase_case", "export_case",
    "make_draft", "decide_sentence", "add_sentence", "approve_case", "list_gaps", "set_gap_owner",
    "list_to_review", "keep_verified", "withdraw_verified",
}  # fmt: skip
NAMES = {
    "answer", "stream_answer", "search", "list_sources", "get_source", "get_source_file",
    "get_passage", "health", "ready", "add_source", "get_source_status", "remove_source",
    "chat_completions", "list_models", "get_model", "give_feedback", "get_answer_file",
    "hand_over", "get_case_status", *STAFF,
}  # fmt: skip


@pytest.fixture(scope="module")
def document(client: TestClient) -> Json:
    found: Json = client.get("/openapi.json").json()
    return found


def media(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield where it stands, the media type and what is said of it, of all that is sent."""
    for _, _, operation in operations(document):
        name = operation["operationId"]
        for kind, told in operation.get("requestBody", {}).get("content", {}).items():
            yield f"{name} asks", kind, told
        for status, response in operation["responses"].items():
            for kind, told in response["content"].items():
                yield f"{name} {status}", kind, told


def test_functions_have_short_names_that_stay(document: Json) -> None:
    found = [operation["operationId"] for _, _, operation in operations(document)]
    assert sorted(found) == sorted(NAMES)


def test_every_route_is_explained(document: Json) -> None:
    tags = {tag["name"] for tag in TAGS}
    for path, _, operation in operations(document):
        assert operation["summary"], path
        assert operation["description"].endswith("."), path
        assert set(operation["tags"]) <= tags, path
        assert all(told["description"] for told in operation["responses"].values()), path
        assert all(told.get("description") for told in operation.get("parameters", [])), path
        assert "default" in operation["responses"], path


def test_every_shape_is_explained_in_dutch(document: Json) -> None:
    shapes = document["components"]["schemas"]
    about = {**ABOUT_SHAPES, **ABOUT_DESK}
    assert {name for name in about if "." not in name} == set(shapes)
    assert all(shapes[name]["description"] == about[name] for name in shapes)


def test_everything_that_is_sent_has_an_example_but_files(document: Json) -> None:
    for place, kind, told in media(document):
        if told["schema"].get("format") != "binary":
            assert told["examples"], (place, kind)
            assert all(example["summary"] for example in told["examples"].values())


def test_every_example_fits_its_schema(document: Json) -> None:
    checked = 0
    for place, kind, told in media(document):
        for name, example in told.get("examples", {}).items():
            assert faults(document, told["schema"], example["value"]) == [], (place, kind, name)
            checked += 1
    assert checked > 100


def test_a_wrong_example_would_be_seen(document: Json) -> None:
    for wrong in (
        {**ANSWER, "status": "misschien"},
        {**ANSWER, "approved_on": "gisteren"},
        {**ANSWER, "more": 1},
        {name: value for name, value in ANSWER.items() if name != "text"},
    ):
        assert faults(document, shape("AnswerOut"), wrong)


def test_examples_of_questions_are_taken(client: TestClient) -> None:
    for example in QUESTIONS.values():
        assert client.post("/api/v1/answers", json=example["value"]).status_code == 200


def test_the_example_stands_in_our_corpus_to_the_letter() -> None:
    text = "".join(path.read_text() for path in (PROJECT / "corpus" / "documents").rglob("*.md"))
    register = (PROJECT / "corpus" / "sources.toml").read_text()
    for citation in ANSWER["citations"]:
        assert citation["passage"][citation["start"] : citation["end"]] == citation["quote"]
        assert f"{citation['quote']} [{citation['source_id']}]" in text
        assert f'title = "{citation["title"]}"' in register
        assert f'url = "{citation["url"]}"' in register


def test_every_reference_leads_somewhere(document: Json) -> None:
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))
    of_streams = {"ChatCompletionChunk"}  # a stream is text, which no reference can look into
    assert named | of_streams == set(document["components"]["schemas"])


def test_every_list_of_values_has_a_name(document: Json) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["Status"]["enum"] == [status.value for status in Status]
    assert schemas["AnswerOut"]["properties"]["status"]["allOf"] == [shape("Status")]
    assert schemas["NoticeOut"]["properties"]["kind"] == shape("NoticeKind")
    assert "personal_data" in schemas["NoticeKind"]["enum"]
    nameless = [
        f"{name}.{field}"
        for name, told in schemas.items()
        for field, schema in told.get("properties", {}).items()
        if '"enum"' in json.dumps(schema)
    ]
    assert nameless == ["OpenAIErrorBody.type"]


def test_every_type_of_problem_is_listed(document: Json) -> None:
    rows = [row for error, row in ERRORS.items() if error not in NEVER_OVER_REST]
    slugs = {row.slug for row in (*rows, *STATUSES.values(), *KEY_ROWS)}
    listed = document["components"]["schemas"]["ProblemType"]["enum"]
    assert set(listed) == {TYPE + slug for slug in slugs}
    for place, kind, told in media(document):
        if kind == MEDIA_TYPE:
            for slug, example in told["examples"].items():
                assert example["value"]["type"] == TYPE + slug
                assert TYPE + slug in listed
                assert place.split()[-1] in ("default", str(example["value"]["status"]))


def test_the_events_of_the_stream_are_described(document: Json) -> None:
    responses = document["paths"]["/api/v1/answers/stream"]["post"]["responses"]
    told = responses["200"]["content"]["text/event-stream"]
    events = {
        one["properties"]["event"]["const"]: one["properties"]["data"]["contentSchema"]
        for one in told["itemSchema"]["oneOf"]
    }
    assert events == {name: shape(of) for name, (of, _) in EVENTS.items()}
    assert all(
        f"`{name}` (`{of}`)" in responses["200"]["description"] for name, (of, _) in EVENTS.items()
    )


def test_only_the_operator_and_staff_need_a_key(document: Json) -> None:
    needs = {
        op["operationId"]: [name for one in op["security"] for name in one]
        for _, _, op in operations(document)
        if op.get("security")
    }
    operator = ("add_source", "get_source_status", "remove_source")
    expected = {name: ["beheer"] for name in operator} | {name: ["loket"] for name in STAFF}
    assert needs == expected
    for name in ("beheer", "loket"):
        scheme = document["components"]["securitySchemes"][name]
        assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


def test_addresses_are_relative_to_the_server(document: Json) -> None:
    assert [server["url"] for server in document["servers"]] == ["/"]


def test_the_description_is_made_once_and_stays_the_same(client: TestClient) -> None:
    first, second = (client.get("/openapi.json").content for _ in range(2))
    assert first == second


def test_closing_a_schema_leaves_maps_open() -> None:
    told: Any = {"type": "object", "additionalProperties": {"type": "number"}}
    assert closed(told) == told
