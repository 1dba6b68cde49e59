"""A zip is always the same for the same files, and a bad one is refused."""

from __future__ import annotations

import tracemalloc

import pytest

from assistant.desk.errors import DeskRefused
from assistant.desk.packing import pack, take_out

FILES = {"a.txt": b"een" * 100, "map/b.txt": b""}


def test_the_same_files_give_the_same_bytes_and_come_out_again() -> None:
    assert pack(FILES) == pack(dict(FILES))
    assert take_out(pack(FILES), "a.txt", most=300) == FILES["a.txt"]
    assert take_out(pack(FILES), "map/b.txt", most=300) == b""


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"geen zip", b"\x00" * 5_000])
def test_what_is_no_zip_is_refused(content: bytes) -> None:
    with pytest.raises(DeskRefused, match="geen leesbaar zipbestand"):
        take_out(content, "a.txt", most=300)


def test_a_zip_without_the_file_is_refused() -> None:
    with pytest.raises(DeskRefused, match="zit geen"):
        take_out(pack(FILES), "case.json", most=300)


def test_a_file_that_is_too_large_is_never_unpacked_whole() -> None:
    bomb = pack({"a.txt": b"0" * 30_000_000})
    assert len(bomb) < 50_000
    tracemalloc.start()
    try:
        with pytest.raises(DeskRefused, match="te groot"):
            take_out(bomb, "a.txt", most=1_000_000)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 10_000_000


def test_a_damaged_zip_is_refused_wherever_it_is_damaged() -> None:
    whole = pack(FILES)
    refused = 0
    for place in range(len(whole)):
        broken = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        try:
            assert take_out(broken, "a.txt", most=300) == FILES["a.txt"]
        except DeskRefused:
            refused += 1
    assert refused > len(whole) // 4
