from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading import archive
from indexer.reading.archive import check_archive
from indexer.reading.limits import Limits


def _zip(path: Path, fill: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        fill(file)
    return path


def _check(path: Path, limits: Limits | None = None) -> None:
    check_archive(path, name="a.docx", limits=limits or Limits())


def test_an_ordinary_zip_passes(tmp_path: Path) -> None:
    def fill(file: zipfile.ZipFile) -> None:
        file.writestr("word/document.xml", "<a/>" * 100)
        file.writestr("word/..vreemd..naam.xml", "x")

    _check(_zip(tmp_path / "a.zip", fill))


@pytest.mark.parametrize(
    "name", ["../uit.txt", "word/../../uit.txt", "/etc/uit.txt", "C:/uit.txt", "word\\..\\..\\uit"]
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceRefused, match="buiten zijn eigen map"):
        _check(_zip(tmp_path / "a.zip", lambda file: file.writestr(name, "x")))


def test_links_are_refused(tmp_path: Path) -> None:
    def fill(file: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")

    with pytest.raises(SourceRefused, match="buiten zijn eigen map"):
        _check(_zip(tmp_path / "a.zip", fill))


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "a.zip", lambda file: file.writestr("a.xml", b"\0" * 20_000_000))
    with pytest.raises(SourceRefused, match="verdacht sterk ingepakt"):
        _check(bomb)


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    large = _zip(tmp_path / "a.zip", lambda file: file.writestr("a.xml", b"ab" * 1000))
    _check(large, Limits(unpacked_bytes=2000))
    with pytest.raises(SourceRefused, match="groter dan"):
        _check(large, Limits(unpacked_bytes=1999))


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)

    def fill(file: zipfile.ZipFile) -> None:
        for number in range(3):
            file.writestr(f"{number}.xml", "x")

    with pytest.raises(SourceRefused, match="onderdelen"):
        _check(_zip(tmp_path / "a.zip", fill))


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", lambda file: file.writestr("a.xml", "x"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag bits in the list of contents
    path.write_bytes(data)
    with pytest.raises(SourceRefused, match="wachtwoord"):
        _check(path)


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04 en dan niets meer")
    with pytest.raises(SourceRefused, match="beschadigd"):
        _check(path)
