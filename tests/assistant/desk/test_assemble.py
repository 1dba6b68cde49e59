from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest

from assistant.desk.assemble import open_desk
from assistant.desk.errors import CaseUnknown, DeskKeyWrong, DeskOff, DeskUnavailable
from tests.assistant.desk.databases import desk_settings


def embed(texts: object) -> np.ndarray:
    raise AssertionError(texts)


def test_without_a_key_there_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(DeskOff):
        open_desk(desk_settings(desk_key=""), tmp_path, embed=embed)


def test_all_parts_share_one_database(tmp_path: Path) -> None:
    desk = open_desk(desk_settings(), tmp_path, embed=embed)
    assert desk.staff.is_empty()
    with pytest.raises(CaseUnknown):
        desk.cases.status("AAAA")
    desk.close()
    assert (tmp_path / "desk" / "desk.sqlite3").is_file()


def test_another_key_is_refused_at_the_start(tmp_path: Path) -> None:
    open_desk(desk_settings(), tmp_path, embed=embed).close()
    with pytest.raises(DeskKeyWrong):
        open_desk(desk_settings(desk_key="een andere sleutel " * 3), tmp_path, embed=embed)


def test_a_database_may_come_later_than_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "desk"
    in_the_way.write_text("geen map", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        desk = open_desk(desk_settings(), tmp_path, embed=embed)
    assert "cannot be used yet" in caplog.text
    for _ in range(2):
        with pytest.raises(DeskUnavailable):
            desk.staff.is_empty()
    in_the_way.unlink()
    assert desk.staff.is_empty()
    desk.close()
