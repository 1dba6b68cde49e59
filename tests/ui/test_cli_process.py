"""The command line in a process of its own, with the real model or the lack of it."""

from __future__ import annotations

from pathlib import Path

from indexer.settings import IndexSettings
from tests.ui.conftest import ASKED, SMALL_CORPUS, loket


def test_a_missing_model_is_one_line(tmp_path: Path) -> None:
    for command in (["ask", ASKED], ["search", ASKED]):
        done = loket(tmp_path, *command)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("loket: Het taalmodel voor het zoeken ontbreekt (")
        assert done.err.count("\n") == 1


def test_an_index_cannot_be_built_without_a_model_and_none_is_left(tmp_path: Path) -> None:
    done = loket(tmp_path, "index")
    assert done.code == 2
    assert done.err.splitlines()[-1].startswith("loket: Het taalmodel voor het zoeken ontbreekt")
    assert not (tmp_path / "index" / "current").exists()


def test_an_index_of_another_model_is_one_line(real_data: Path, built: IndexSettings) -> None:
    (built.data_dir / "models").symlink_to(real_data / "models")
    done = loket(built.data_dir, "ask", ASKED, LOKET_CORPUS_DIR=str(SMALL_CORPUS))
    assert (done.code, done.out) == (2, "")
    assert "met een ander model gemaakt dan is ingesteld" in done.err
    assert done.err.count("\n") == 1


def test_a_damaged_model_file_is_one_line(own_data: Path, tmp_path: Path) -> None:
    serving = tmp_path / "models" / "serving"
    serving.mkdir(parents=True)
    for file in (own_data / "models" / "serving").iterdir():
        content = b"broken" if file.name.endswith(".onnx") else file.read_bytes()
        (serving / file.name).write_bytes(content)
    (own_data / "models").unlink()
    (own_data / "models").symlink_to(serving.parent)
    done = loket(own_data, "ask", ASKED)
    assert (done.code, done.out) == (2, ""), done.err
    assert "Traceback" not in done.err


def test_help_and_a_wrong_option() -> None:
    assert loket(Path(), "--help").code == 0
    done = loket(Path(), "ask", ASKED, "--nergens")
    assert done.code == 2
    assert "Traceback" not in done.err
