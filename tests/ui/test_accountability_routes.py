"""The page at `/verantwoording` tells of the index that is open, or says why none is."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from tests.ui.desk.open_desk import desk_and_live
from ui.accountability_routes import ADDRESS
from ui.api import create_app
from ui.settings import UiSettings


def test_it_tells_of_the_open_index_and_the_settings(client: TestClient) -> None:
    assert client.get("/api/v1/sources").status_code == 200  # waits for the index
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert client.get("/api/v1/ready").json()["index_version"] in page.text
    assert "hash-64" in page.text
    assert "hoogstens 1000 antwoorden per minuut" in page.text


def test_it_tells_of_the_desk_that_is_there(
    built: IndexSettings, ui_settings: UiSettings, tmp_path: Path
) -> None:
    with desk_and_live(built, tmp_path) as (desk, live):
        app = create_app(live, ui_settings, index_settings=built, desk=desk)
        with TestClient(app) as client:
            assert client.get("/api/v1/sources").status_code == 200
            page = client.get(ADDRESS).text
    assert f"na een antwoord {desk.settings.case_days} dagen later" in page
    assert "Een zin kan daarbij zijn herschreven" in page
    assert desk.settings.desk_key.get_secret_value() not in page


def test_it_is_a_page_that_nobody_keeps(client: TestClient) -> None:
    headers = client.get(ADDRESS).headers
    assert headers["content-type"].startswith("text/html")
    assert headers["cache-control"] == "no-store"
    assert "script-src 'self'" in headers["content-security-policy"]


def test_no_folder_of_the_machine_is_told(
    client: TestClient, small_settings: IndexSettings
) -> None:
    assert client.get("/api/v1/sources").status_code == 200
    page = client.get(ADDRESS).text
    assert str(small_settings.data_dir) not in page
    assert str(small_settings.corpus_dir) not in page


def test_without_an_index_it_says_why(
    index_settings: IndexSettings, ui_settings: UiSettings
) -> None:
    app = create_app(live_over(index_settings), ui_settings)
    page = TestClient(app).get(ADDRESS)  # not entered: nothing is opened
    assert page.status_code == 503
    assert page.headers["retry-after"] == "2"
    assert "De assistent wordt nog gestart" in page.text


def test_a_missing_index_is_named(index_settings: IndexSettings, ui_settings: UiSettings) -> None:
    live = live_over(index_settings)
    with TestClient(create_app(live, ui_settings)) as client:
        live.wait()
        page = client.get(ADDRESS)
    assert page.status_code == 503
    assert "Er is nog geen index" in page.text
    assert "retry-after" not in page.headers


def test_programs_are_not_told_of_a_page_for_people(client: TestClient) -> None:
    assert ADDRESS not in client.get("/openapi.json").json()["paths"]
