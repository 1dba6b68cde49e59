"""`server.json`: written while a server listens, gone afterwards, never another server's."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from indexer.errors import FolderNotWritable
from ui.running import FILE, announced, running_server

URL = "http://127.0.0.1:8000"


def test_the_file_stands_there_while_the_block_runs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert running_server(data) is None
    with announced(data, URL):
        assert json.loads((data / FILE).read_text()) == {"pid": os.getpid(), "url": URL}
        assert running_server(data) == URL
        assert [path.name for path in data.iterdir()] == [FILE]
    assert list(data.iterdir()) == []


def test_an_error_in_the_block_removes_it_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), announced(tmp_path, URL):
        raise KeyboardInterrupt
    assert running_server(tmp_path) is None


def test_the_file_of_another_server_stays(tmp_path: Path) -> None:
    other = {"pid": os.getpid() + 1, "url": "http://127.0.0.1:9"}
    with announced(tmp_path, URL):
        (tmp_path / FILE).write_text(json.dumps(other))
    assert running_server(tmp_path) == other["url"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '"x"', "{}", '{"url": 5}', '{"url": "file:///"}']
)
def test_a_file_that_says_nothing_is_no_server(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert running_server(tmp_path) is None


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("a file, not a folder")
    with pytest.raises(FolderNotWritable), announced(file, URL):
        pass
