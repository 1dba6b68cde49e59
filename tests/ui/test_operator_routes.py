"""Adding and removing sources over REST, through the real application and a small index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient

from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from tests.ui.operating import (
    NEWER,
    SOURCES,
    WEATHER,
    WITH_KEY,
    added,
    answer,
    cited,
    operated,
    send,
    settled,
    status,
)
from tests.ui.test_bad_input import told
from ui.intake_desk import shown_name


@pytest.fixture
def client(built: IndexSettings) -> Iterator[TestClient]:
    """A client of a server that this test alone has."""
    with operated(built) as client:
        yield client


def test_from_a_post_to_an_answer_that_cites_it(client: TestClient) -> None:
    accepted = send(client, WEATHER, title="Regeling windmetingen", publisher="Havendienst")
    assert accepted.status_code == 202
    assert accepted.json() == {
        "id": "regeling-windmetingen",
        "state": "waiting",
        "status_url": f"{SOURCES}/regeling-windmetingen/status",
    }
    assert accepted.headers["location"] == accepted.json()["status_url"]
    assert accepted.headers["cache-control"] == "no-store"
    done = settled(client, "regeling-windmetingen")
    assert (done["state"], done["versions"], done["quotable"]) == ("ready", 1, True)
    assert done["passages"] == 2
    citations = [
        c for c in answer(client)["citations"] if c["source_id"] == "regeling-windmetingen"
    ]
    assert any("meet elke ochtend de windsnelheid" in c["quote"] for c in citations)
    assert {c["publisher"] for c in citations} == {"Havendienst"}
    for citation in citations:
        assert citation["passage"][citation["start"] : citation["end"]] == citation["quote"]
    shown = client.get(f"{SOURCES}/regeling-windmetingen").json()
    assert len(shown["passage_ids"]) == 2


def test_what_was_removed_is_cited_no_more(client: TestClient, built: IndexSettings) -> None:
    source_id = added(client, WEATHER)["id"]
    assert source_id in cited(client)
    removed = client.delete(f"{SOURCES}/{source_id}", headers=WITH_KEY)
    assert removed.status_code == 202
    assert removed.json()["state"] == "removing"
    assert settled(client, source_id)["state"] == "removed"
    assert source_id not in cited(client)
    assert client.get(f"{SOURCES}/{source_id}").status_code == 404
    assert Library(built.library_dir).entries() == ()
    again = client.delete(f"{SOURCES}/{source_id}", headers=WITH_KEY)
    assert (again.status_code, again.json()["state"]) == (202, "removed")


def test_a_source_of_the_corpus_itself_cannot_be_removed(client: TestClient) -> None:
    refused = client.delete(f"{SOURCES}/S01", headers=WITH_KEY)
    assert "register van het corpus" in told(refused, 409, "conflict")["detail"]


@pytest.mark.parametrize("name", ["nergens", "..", "%2e%2e", "a.b", "x" * 200])
def test_what_is_not_there(client: TestClient, name: str) -> None:
    assert client.delete(f"{SOURCES}/{name}", headers=WITH_KEY).status_code in (404, 405)
    assert status(client, name).status_code == 404


def test_the_same_document_twice_is_kept_once(client: TestClient, built: IndexSettings) -> None:
    first = added(client, WEATHER, "een.md")
    second = added(client, WEATHER, "twee.md")
    assert second["state"] == "merged"
    assert second["merged_into"] == first["id"]
    assert second["likeness"] == 1.0
    assert [entry.id for entry in Library(built.library_dir).entries()] == [first["id"]]
    refused = client.delete(f"{SOURCES}/{second['id']}", headers=WITH_KEY)
    assert first["id"] in told(refused, 409, "conflict")["detail"]


def test_a_newer_version_joins_its_source_and_is_cited(client: TestClient) -> None:
    first = added(client, WEATHER, "een.md", published="2025-01-01")
    second = added(client, NEWER, "twee.md", published="2026-01-01")
    assert (second["state"], second["merged_into"]) == ("merged", first["id"])
    assert 0.6 < second["likeness"] < 1.0
    assert settled(client, first["id"])["versions"] == 2
    quotes = " ".join(
        c["quote"] for c in answer(client, "Hoe lang worden de metingen bewaard?")["citations"]
    )
    assert "negen jaar" in quotes
    assert "zeven jaar" not in quotes


def test_apart_keeps_documents_that_are_alike_apart(client: TestClient) -> None:
    first = added(client, WEATHER, "een.md")
    second = added(client, NEWER, "twee.md", apart="true")
    assert (first["state"], second["state"]) == ("ready", "ready")


def test_two_documents_at_once(client: TestClient) -> None:
    other = WEATHER.replace("wind", "golf").replace("pier", "kade").replace("De ", "Alle ")
    with ThreadPoolExecutor(2) as pool:
        sent = list(pool.map(lambda text: send(client, text, "stuk.md"), (WEATHER, other)))
    ids = {response.json()["id"] for response in sent}
    assert ids == {"stuk", "stuk-2"}
    assert {settled(client, source_id)["state"] for source_id in ids} <= {"ready", "merged"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("stuk.pdf", b"%PDF-1.7\nkapot", ""),
        ("beeld.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "een afbeelding"),
        ("leeg.txt", b"", "leeg"),
        ("ding.bin", b"\0\1\2\3" * 40, "zonder leesbare tekst"),
        ("frans.txt", "Le vent souffle très fort ce matin sur le port de la ville. ".encode() * 9,
         "Nederlands of Engels"),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_refused_with_the_reason(
    client: TestClient, built: IndexSettings, name: str, content: bytes, words: str
) -> None:
    found = added(client, content, name)
    assert found["state"] == "failed"
    assert words in found["reason"]
    assert found["advice"]
    assert found["versions"] == found["passages"] == 0
    assert "/" not in found["reason"], "no path of the server"
    kept = {path.name for path in (built.library_dir / found["id"]).iterdir()}
    assert kept == {"entry.json", "intake.json"}, "the bytes are gone"
    assert client.delete(f"{SOURCES}/{found['id']}", headers=WITH_KEY).json()["state"] == "removed"


def test_an_internal_source_is_not_shown_to_the_public(client: TestClient) -> None:
    found = added(client, WEATHER, label="internal")
    assert (found["state"], found["label"], found["passages"]) == ("ready", "internal", 2)
    assert found["id"] not in cited(client)
    assert "windsnelheid" not in json.dumps(answer(client))
    assert found["id"] not in client.get(SOURCES).text
    assert client.get(f"{SOURCES}/{found['id']}").status_code == 404
    hits = client.post("/api/v1/search", json={"question": "windsnelheid pier"}).text
    assert "windsnelheid op de" not in hits


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd.md", "..\\..\\boos.md", "/abs/pad.md", "a\x00b\n.md", "..", ".", "",
     "x" * 500 + ".md", "\u202egpj.md", "entry.json", "intake.json.md"],
)  # fmt: skip
def test_a_name_is_never_a_path(client: TestClient, built: IndexSettings, name: str) -> None:
    before = {path for path in built.data_dir.parent.rglob("*") if "data" not in path.parts}
    found = added(client, WEATHER, name or "x")
    assert found["state"] in ("ready", "failed")
    folder = built.library_dir / found["id"]
    assert folder.parent == built.library_dir
    assert folder.is_dir()
    after = {path for path in built.data_dir.parent.rglob("*") if "data" not in path.parts}
    assert after == before
    assert {path.name for path in built.library_dir.iterdir()} == {found["id"], "writer.lock"}


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\stukken\\nota.PDF", "nota.PDF"),
        ("a\x00b\u202ec.md", "a b c.md"),
        ("...", "document"),
        (".md", "md"),
        (None, "document"),
        ("x" * 500 + ".pdf", "x" * 120 + ".pdf"),
        ("wet van 1.januari tweeduizend", "wet van 1.januari tweeduizend"),
    ],
)
def test_the_name_that_is_shown(sent: str | None, shown: str) -> None:
    assert shown_name(sent) == shown


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"published": "vorige week"}, "published"),
        ({"published": "2026-13"}, "published"),
        ({"valid_from": "2026"}, "valid_from"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"topic": "bestaat-niet"}, "topic"),
    ],
)
def test_what_is_said_of_a_source_must_be_possible(
    client: TestClient, built: IndexSettings, said: dict[str, str], word: str
) -> None:
    problem = told(send(client, WEATHER, **said), 422, "source-refused")
    assert problem["detail"].startswith(f"{word}: ")
    assert Library(built.library_dir).entries() == ()


@pytest.mark.parametrize(
    "said", [{"kind": "gerucht"}, {"label": "geheim"}, {"onbekend": "x"}, {"title": "x" * 301}]
)
def test_fields_that_do_not_exist_or_cannot_be_so(client: TestClient, said: dict[str, str]) -> None:
    problem = told(send(client, WEATHER, **said), 422, "invalid-request")
    assert problem["errors"][0]["where"] == next(iter(said))


def test_a_document_or_an_address_and_one_of_them(client: TestClient) -> None:
    both = send(client, WEATHER, address="https://example.org/")
    told(both, 422, "source-refused")
    told(client.post(SOURCES, headers=WITH_KEY), 422, "source-refused")
    files = [("file", ("a.md", b"a")), ("file", ("b.md", b"b"))]
    told(client.post(SOURCES, files=files, headers=WITH_KEY), 422, "source-refused")
    told(client.post(SOURCES, data={"file": "tekst"}, headers=WITH_KEY), 422, "invalid-request")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x/", "//x", "https://a b", "x"])
def test_an_address_that_is_none(client: TestClient, address: str) -> None:
    sent = client.post(SOURCES, data={"address": address}, headers=WITH_KEY)
    assert told(sent, 422, "source-refused")["detail"].startswith("address: ")


def test_an_address_in_our_own_network_is_not_fetched(client: TestClient) -> None:
    sent = client.post(SOURCES, data={"address": "http://127.0.0.1:1/x"}, headers=WITH_KEY)
    assert sent.status_code == 202
    found = settled(client, sent.json()["id"])
    assert found["state"] == "failed"
    again = client.post(SOURCES, data={"address": "http://127.0.0.1:1/x"}, headers=WITH_KEY)
    assert again.json()["id"] == found["id"], "a known address is looked at again"


def test_a_document_that_is_too_large(built: IndexSettings) -> None:
    with operated(built, upload_megabytes=1) as client:
        just_fits = b"# Wind\n\n" + b"De wind waait. " * 60_000
        large = just_fits + b"x" * 300_000
        assert "1 MB" in told(send(client, large), 413, "too-large")["detail"]

        def pieces() -> Iterator[bytes]:
            yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n'
            for _ in range(20):
                yield b"y" * 100_000
            yield b"\r\n--x--\r\n"

        headers = {**WITH_KEY, "Content-Type": "multipart/form-data; boundary=x"}
        told(client.post(SOURCES, content=pieces(), headers=headers), 413, "too-large")
        assert Library(built.library_dir).entries() == ()
        asked = client.post("/api/v1/answers", content=b"x" * 300_000)
        assert "256 KB" in told(asked, 413, "too-large")["detail"]
        assert send(client, just_fits).status_code == 202


def test_the_description_names_the_routes_and_their_key(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    post = described["paths"][SOURCES]["post"]
    assert post["security"] == [{"beheer": []}]
    assert described["components"]["securitySchemes"]["beheer"]["scheme"] == "bearer"
    assert set(post["responses"]) >= {"202", "400", "401", "404", "413", "422", "429", "503"}
    assert "multipart/form-data" in post["requestBody"]["content"]
    assert "security" not in described["paths"][SOURCES]["get"]
    assert post["tags"] == ["beheer"]
