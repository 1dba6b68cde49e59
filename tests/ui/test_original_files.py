"""Originals at the REST door: a citation leads to the place, and our copy can do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from assistant.assemble import assemble
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.embedder import Embedder
from indexer.index import Index, open_index
from indexer.library.shelf import Library
from indexer.reading.media_types import WORD
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder, fixed_confidence
from tests.ui.conftest import SMALL_CORPUS, TODAY, quiet
from tests.ui.originals import GOALS, LAW_URL, PAGE_URL, REPORT_URL, Shelf, fill, law
from tests.ui.test_bad_input import told
from ui.api import create_app
from ui.live import LiveAssistant
from ui.original_files import Copy, copy_response
from ui.settings import UiSettings

WALNUTS = "Binnen hoeveel weken beslist de minister over walnoten?"
VISA = "Moet ik elke bezoeker uit Ruritanië vooraf om een kopie van het visum vragen?"


def opened(settings: IndexSettings, told: AssistantSettings, embedder: Embedder) -> Assistant:
    index = open_index(settings.index_dir, embedder, internal=told.show_internal)
    return assemble(index, told, fixed_confidence(), today=lambda: TODAY)


def client_over(settings: IndexSettings, *, internal: bool = False) -> TestClient:
    live = LiveAssistant(
        settings,
        AssistantSettings(_env_file=None, show_internal=internal),
        load=lambda _: HashEmbedder(),
        opener=opened,
        start_seconds=20,
    )
    app = create_app(live, UiSettings(_env_file=None, answers_per_minute=1_000))
    return TestClient(app, raise_server_exceptions=False)


def built_with_originals(folder: Path) -> IndexSettings:
    settings = IndexSettings(
        corpus_dir=SMALL_CORPUS, data_dir=folder / "data", model="hash-64", _env_file=None
    )
    fill(settings.library_dir, folder / "in")
    build_index(settings, HashEmbedder, quiet)
    return settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    return built_with_originals(tmp_path_factory.mktemp("originals"))


@pytest.fixture(scope="module")
def client(settings: IndexSettings) -> Iterator[TestClient]:
    with client_over(settings) as client:
        yield client


@pytest.fixture(scope="module")
def index(settings: IndexSettings) -> Iterator[Index]:
    with open_index(settings.index_dir, HashEmbedder(), internal=True) as index:
        yield index


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/v1/answers", json={"question": question, **more})
    assert response.status_code == 200, response.text
    return response.json()  # type: ignore[no-any-return]


def cited(client: TestClient, question: str, source_id: str, **more: Any) -> dict[str, Any]:
    """Return the first citation of a source in the answer to a question."""
    found = [c for c in ask(client, question, **more)["citations"] if c["source_id"] == source_id]
    assert found, question
    return dict(found[0])


def file_of(index: Index, source_id: str) -> str:
    return next(p.file for p in index.passages if p.document_id == source_id and p.file)


def test_a_citation_of_a_pdf_leads_to_its_page_here_and_there(client: TestClient) -> None:
    citation = cited(client, GOALS, "handreiking-bezoekende-delegaties")
    assert citation["basis"] == "original"
    assert citation["page"] == 2
    assert citation["url"] == f"{REPORT_URL}#page=2"
    assert citation["original_url"].endswith(".pdf#page=2")
    copy = client.get(urlsplit(citation["original_url"]).path)
    assert copy.status_code == 200
    assert copy.content.startswith(b"%PDF-")


def test_a_list_is_a_list_in_the_text_of_the_answer(client: TestClient) -> None:
    assert (
        "De drie hoofddoelen van de handreiking zijn:\n"
        "1. gasten vooraf kennen, met hun werkgever;\n"
        "2. alleen tonen wat op de website staat;\n"
        "3. telefoons en camera's bij de receptie bewaren, ook die van tolken en chauffeurs. ["
    ) in ask(client, GOALS)["text"]


def test_a_citation_of_a_web_page_leads_to_the_words(client: TestClient) -> None:
    citation = cited(client, VISA, "bezoek-ontvangen")
    words = "Vraag%20elke%20bezoeker%20uit,die%20hooguit%20vier%20weken."
    assert citation["url"] == f"{PAGE_URL}#:~:text={words}"
    assert citation["page"] is None
    assert citation["locator"] == "alinea 1"


@pytest.mark.parametrize(
    ("on", "weeks", "version"), [(None, "acht", "2025-07-01"), ("2024-05-01", "zes", "2024-01-01")]
)
def test_a_day_in_the_past_gives_the_law_of_that_day(
    client: TestClient, on: str | None, weeks: str, version: str
) -> None:
    citation = cited(client, WALNUTS, "walnotenwet", on=on)
    assert weeks in citation["quote"]
    assert citation["url"] == LAW_URL.replace("2024-01-01", version)
    assert citation["locator"] == "artikel 3, lid 2"
    passage = client.get(f"/api/v1/passages/{citation['passage_id']}").json()
    assert passage["current"] is (on is None)
    assert passage["valid_from"] == version
    assert passage["valid_until"] == ("2025-07-01" if on else None)
    assert passage["spans"][0]["locator"] == "artikel 3, lid 2"


@pytest.mark.parametrize("day", ["gisteren", "2024-13-01", "01-05-2024", 0, "0", 2024.5, [], True])
def test_a_day_that_is_no_iso_date_is_refused(client: TestClient, day: object) -> None:
    response = client.post("/api/v1/answers", json={"question": WALNUTS, "on": day})
    assert [fault["where"] for fault in told(response, 422, "invalid-request")["errors"]] == ["on"]


def test_a_text_that_may_not_be_quoted_says_so_where_it_is_found(client: TestClient) -> None:
    asked = {"question": "Wat zegt de nota kwantumsensoren over gevoelige technologie?"}
    hits = client.post("/api/v1/search", json=asked).json()["hits"]
    quotable = {hit["passage"]["document_id"]: hit["passage"]["quotable"] for hit in hits}
    assert quotable["nota-kwantumsensoren"] is False
    assert not [
        name for name, may in quotable.items() if name != "nota-kwantumsensoren" and not may
    ]


def test_a_pdf_is_shown_by_the_browser_s_own_viewer(client: TestClient, index: Index) -> None:
    name = "handreiking-bezoekende-delegaties"
    reply = client.get(f"/api/v1/sources/{name}/files/{file_of(index, name)}")
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["content-disposition"] == f'inline; filename="{name}.pdf"'
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "sandbox" not in policy  # in which some browsers open no PDF
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "holds"),
    [("bezoek-ontvangen", "<script>alert(1)</script><p>Vraag elke bezoeker uit Ruritanië …"),
     ("walnotenwet", "<toestand>acht"),
     ("nota-kwantumsensoren", "De nota kwantumsensoren.")],
)  # fmt: skip
def test_mark_up_of_others_is_shown_and_never_carried_out(
    client: TestClient, index: Index, name: str, holds: str
) -> None:
    reply = client.get(f"/api/v1/sources/{name}/files/{file_of(index, name)}")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in reply.headers["content-security-policy"]
    assert holds in reply.content.decode("utf-8")


@pytest.mark.parametrize(
    ("media_type", "sent_as", "named"),
    [(WORD, WORD, "geheime-nota-over-ruimte.docx"),
     ("image/svg+xml", "application/octet-stream", "geheime-nota-over-ruimte.bin")],
)  # fmt: skip
def test_what_a_browser_cannot_show_safely_is_saved(
    tmp_path: Path, media_type: str, sent_as: str, named: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"<svg onload='alert(1)'/>")
    title = 'Geheime "nota"\r\nX-Evil: über\u202e rúímte'.replace("X-Evil: über", "over")
    reply = copy_response(Copy(path=path, media_type=media_type, title=title))
    assert reply.headers["content-type"] == sent_as
    assert reply.headers["content-disposition"] == f'attachment; filename="{named}"'
    assert "sandbox" in reply.headers["content-security-policy"]


def test_both_versions_of_a_law_can_be_read(client: TestClient, index: Index) -> None:
    files = {p.file for p in index.passages if p.document_id == "walnotenwet"}
    found = {client.get(f"/api/v1/sources/walnotenwet/files/{file}").text for file in files}
    assert found == {"<toestand>zes</toestand>", "<toestand>acht</toestand>"}


def test_what_is_internal_is_shared_with_nobody(settings: IndexSettings, index: Index) -> None:
    path = f"/api/v1/sources/draaiboek-loket/files/{file_of(index, 'draaiboek-loket')}"
    for internal in (False, True):
        with client_over(settings, internal=internal) as client:
            told(client.get(path), 404, "not-found")
    with client_over(settings, internal=True) as staff:
        asked = "Wat beschrijft het geheime draaiboek van Zwanenburg?"
        assert cited(staff, asked, "draaiboek-loket")["original_url"] is None


def test_the_library_s_last_word_counts(tmp_path: Path) -> None:
    settings = built_with_originals(tmp_path)
    name = "handreiking-bezoekende-delegaties"
    library = Library(settings.library_dir)
    with client_over(settings) as client:
        path = urlsplit(cited(client, GOALS, name)["original_url"]).path
        assert client.get(path).status_code == 200
        entry = library.get(name)
        assert entry
        library.save(replace(entry, label="internal"))
        told(client.get(path), 404, "not-found")
        library.save(entry)
        assert client.get(path).status_code == 200
        library.file_of(entry, entry.versions[0]).unlink()
        told(client.get(path), 404, "not-found")
        library.remove(name)
        told(client.get(path), 404, "not-found")


def test_what_the_index_does_not_hold_yet_is_not_sent(tmp_path: Path) -> None:
    settings = built_with_originals(tmp_path)
    library = Library(settings.library_dir)
    Shelf(library, tmp_path).add(law("2026-01-01", "tien"), "wet.xml", b"tien", url=LAW_URL)
    entry = library.get("walnotenwet")
    assert entry
    path = "/api/v1/sources/walnotenwet/files"
    with client_over(settings) as client:
        sent = {v.valid_from: client.get(f"{path}/{v.file}").status_code for v in entry.versions}
    assert sent == {"2024-01-01": 200, "2025-07-01": 200, "2026-01-01": 404}


@pytest.mark.parametrize(
    "path",
    [
        "walnotenwet/files/entry.json",
        "walnotenwet/files/..%2F..%2F..%2Findex%2Fcurrent",
        "walnotenwet/files/%2e%2e/entry.json",
        "walnotenwet/files/../entry.json",
        "..%2Findex/files/current",
        "%2e%2e/files/writer.lock",
        "walnotenwet/files/..\\entry.json",
        "walnotenwet/files/%00",
        "S01/files/entry.json",
        "nergens/files/x.pdf",
        "walnotenwet/files//etc/passwd",
        "walnotenwet/files/%2Fetc%2Fpasswd",
        "walnotenwet/files/",
    ],
)
def test_nothing_else_on_disk_can_be_reached(client: TestClient, path: str) -> None:
    told(client.get(f"/api/v1/sources/{path}"), 404, "not-found")


def test_the_file_of_one_source_is_not_that_of_another(client: TestClient, index: Index) -> None:
    report = file_of(index, "handreiking-bezoekende-delegaties")
    told(client.get(f"/api/v1/sources/walnotenwet/files/{report}"), 404, "not-found")
    digits = report.split(".")[0]
    told(
        client.get(f"/api/v1/sources/handreiking-bezoekende-delegaties/files/{digits}.json"),
        404,
        "not-found",
    )
