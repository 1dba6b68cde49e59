"""A client that a generator makes of our description does the whole way of a case."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assistant.desk.assemble import Desk
from indexer.settings import IndexSettings
from tests.ui.access.parts import keyed
from tests.ui.conftest import ASKED, live_over
from tests.ui.desk.rest_world import opened
from tests.ui.test_generated_client import made, url  # noqa: F401  # fixtures
from tests.ui.test_stream import listening
from ui.api import create_app
from ui.settings import UiSettings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk without cases."""
    desk = opened(tmp_path / "desk")
    yield desk
    desk.close()


def test_a_case_from_beginning_to_end(
    small_settings: IndexSettings,
    ui_settings: UiSettings,
    made: ModuleType,  # noqa: F811
    desk: Desk,
) -> None:
    models = importlib.import_module(f"{made.__name__}.models")
    app = create_app(
        live_over(small_settings), ui_settings, desk=desk, index_settings=small_settings
    )
    with (
        listening(app) as port,
        made.Client(base_url=f"http://127.0.0.1:{port}") as stranger,
        made.AuthenticatedClient(
            base_url=f"http://127.0.0.1:{port}", token=keyed(desk.staff, "admin")
        ) as staff,
    ):

        def call(name: str, *arguments: Any, client: Any = staff, **more: Any) -> Any:
            module = importlib.import_module(f"{made.__name__}.api.loket.{name}")
            return module.sync_detailed(*arguments, client=client, **more)

        body = models.HandOverRequest(question=ASKED)
        receipt = call("hand_over", client=stranger, body=body).parsed
        asked = models.CaseStatusRequest(reference=receipt.reference)
        assert call("get_case_status", client=stranger, body=asked).parsed.state == "new"
        assert call("list_cases", client=stranger).status_code == 401
        (row,) = call("list_cases", state=models.CaseState.NEW).parsed.cases
        call("claim_case", row.id)
        case = call("make_draft", row.id, body=models.DraftRequest()).parsed
        assert type(case) is models.CaseOut
        for one in case.draft.sentences:
            assert one.light is models.Light.GREEN
            kept = models.SentenceDecision(version=one.version, decision=models.Decision.KEPT)
            assert call("decide_sentence", row.id, one.id, body=kept).parsed.decision == "kept"
            conflict = call("decide_sentence", row.id, one.id, body=_other(models, one))
            assert type(conflict.parsed) is models.SentenceConflict
            assert conflict.parsed.yours == "Iets anders."
        version = call("get_case", row.id).parsed.draft.version
        done = call("approve_case", row.id, body=models.ApproveRequest(version=version)).parsed
        assert done.row.state is models.CaseState.APPROVED
        letter = call("export_case", row.id, format_=models.Format.DOCX)
        assert letter.content.startswith(b"PK")
        assert call("list_gaps").parsed.gaps == []
        assert call("erase_case", row.id).parsed.id == row.id
        assert type(call("get_case", row.id).parsed) is models.Problem


def _other(models: Any, sentence: Any) -> Any:
    return models.SentenceDecision(
        version=sentence.version, decision=models.Decision.EDITED, text="Iets anders."
    )
