from __future__ import annotations

from pathlib import Path

import pytest

from indexer.build_folder import forget_old_builds, forget_unfinished_builds, writing
from indexer.errors import FolderNotWritable, IndexBusy
from indexer.settings import IndexSettings


def test_there_is_one_writer_at_a_time(index_settings: IndexSettings) -> None:
    with writing(index_settings), pytest.raises(IndexBusy), writing(index_settings):
        pass
    with writing(index_settings):
        assert index_settings.index_dir.is_dir()


def test_a_disk_that_fills_up_is_told_as_such(index_settings: IndexSettings) -> None:
    with pytest.raises(FolderNotWritable), writing(index_settings):
        raise OSError(28, "No space left on device")
    with pytest.raises(FileNotFoundError), writing(index_settings):
        raise FileNotFoundError


def test_leftovers_and_old_builds_go(tmp_path: Path) -> None:
    for name in ("1", "2", "3", "4.tmp"):
        (tmp_path / name).mkdir()
    forget_unfinished_builds(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1", "2", "3"]
    forget_old_builds(tmp_path, "1")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1", "2", "3"]
    (tmp_path / "4").mkdir()
    forget_old_builds(tmp_path, "4")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["3", "4"]
